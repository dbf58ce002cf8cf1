// table/blank-cell: a blank, `/`, `-`, `—` or `无` where the form wants a number. One finding for a run of cells.

import type { Identity } from "../form";
import { withFigures, writeFigure } from "../repair/figures";
import { totalsToWrite } from "../repair/totals";
import { side } from "../report/evaluate";
import { type Cell, cellNamed, type Table, tableWith } from "../report/model";
import { formatQuantity, type Quantity } from "../text/quantity";
import { cover } from "../text/span";
import { cellName } from "./labels";
import type { FixMessage, Message } from "./message";
import type { Fix, Recheck, Rule, RuleContext, RuleFinding, TypedFigure } from "./rule";
import { totalFix } from "./totals";

function check({ report }: RuleContext): RuleFinding[] {
  return report.tables.flatMap((table) => runsOf(table).map((run) => finding({ report, table, run })));
}

/** What a nil total should be follows from its parts. */
function recheck(context: RuleContext, { counting }: TypedFigure): Recheck | null {
  return counting.length > 1 ? { isOld: () => true, found: check(context) } : null;
}

/** Neighbouring cells, in the form's order, that are blank, or that hold the same nil mark. */
function runsOf(table: Table): Cell[][] {
  const runs: Cell[][] = [];
  let open: Cell[] | null = null;
  let openMark: string | null = null;
  for (const cell of table.cells) {
    const mark = cell ? markOf(cell) : null;
    if (mark === null) open = null;
    else if (open && openMark === mark) open.push(cell!);
    else {
      open = [cell!];
      openMark = mark;
      runs.push(open);
    }
  }
  return runs;
}

/** A row whose places are uncertain has a finding of its own (`table/shape`). */
function markOf(cell: Cell): string | null {
  if (!cell.certain) return null;
  if (cell.value.kind === "blank") return "";
  return cell.value.kind === "nil" ? cell.value.mark : null;
}

interface Run {
  readonly report: RuleContext["report"];
  readonly table: Table;
  readonly run: readonly Cell[];
}

/** The squiggle stands under the run's cells in its first row. */
function finding({ report, table, run }: Run): RuleFinding {
  const [first] = run as [Cell];
  const firstRow = run.filter((cell) => cell.form.row === first.form.row);
  const names = { first: cellName(first.form), last: cellName(run[run.length - 1]!.form), count: run.length };
  const mark = markOf(first)!;
  const sum = run.length === 1 ? sumFor({ report, table, run }) : null;
  let message: Message = mark ? { id: "nil-marks", mark, ...names } : { id: "blank-cells", ...names };
  if (sum !== null) {
    const figures = { cell: names.first, sum: formatQuantity(sum) };
    message = mark ? { id: "nil-total", mark, ...figures } : { id: "blank-total", ...figures };
  }
  return {
    span: firstRow.map((cell) => cell.span).reduce(cover),
    message,
    cells: run.map((cell) => cell.form.name),
    ...(sum === null ? {} : { expected: sum }),
  };
}

/** The identity that a lone cell is the total of; undefined where it is none. */
function identityOf(table: Table, cell: Cell): Identity | undefined {
  return table.form.identitiesOf[cell.form.index]!.find((identity) => identity.total === cell.form.index);
}

/** What a lone total that is blank, or has a nil mark, should be; null where it is no total, or its parts are nothing or cannot be read. */
function sumFor({ report, table, run }: Run): Quantity | null {
  const identity = identityOf(table, run[0]!);
  if (!identity) return null;
  const parts = side(report, table, identity.right, identity);
  return parts.open || parts.sum === 0 ? null : parts.sum;
}

function fixes(context: RuleContext, { cells, expected }: RuleFinding): Fix[] {
  const table = tableWith(context.report, cells[0]!);
  if (!table) return [];
  const blanks = cells.map((name) => cellNamed(table, name)!);
  if (expected !== undefined) return totalFix(context, table, identityOf(table, blanks[0]!)!);
  const figures = figuresFor(context.report, table, blanks);
  const title: FixMessage = [...figures.values()].every((figure) => figure === 0)
    ? { id: "fill-zeros", count: blanks.length }
    : { id: "fill-figures", count: blanks.length };
  return [
    {
      title,
      safety: "suggested",
      preferred: false,
      edits: blanks.map((cell) => writeFigure(context.text, table, cell, figures.get(cell.form.index) ?? 0)),
    },
  ];
}

/** 0 for each blank; a total among them is the sum of its parts. */
function figuresFor(
  report: RuleContext["report"],
  table: Table,
  blanks: readonly Cell[],
): Map<number, Quantity> {
  const zeros = new Map(blanks.map((cell) => [cell.form.index, 0]));
  const totals = totalsToWrite(report, withFigures(table, zeros));
  return new Map([...zeros.keys()].map((index) => [index, totals.get(index) ?? 0]));
}

/** The tables of both notices are tables of numbers: what is nothing is 0, so that it is not taken for forgotten. */
export const tableBlankCell: Rule = {
  code: "table/blank-cell",
  severity: "warning",
  basis: [],
  repairs: ["computed", "suggested"],
  check,
  recheck,
  fixes,
};
