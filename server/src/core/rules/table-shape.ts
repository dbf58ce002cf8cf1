// table/shape: rows with too few or too many values, rows missing, repeated or unknown. One finding for a run of
// like rows.

import type { FormRow } from "../form";
import type { Report, Table, TableProblem, TableRow } from "../report/model";
import { cover, type Span } from "../text/span";
import { rowName } from "./labels";
import { insertRows } from "./missing-rows";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report }: RuleContext): RuleFinding[] {
  return report.tables.flatMap((table) => [
    ...valueCounts(table),
    ...missingRows(report, table),
    ...strayRows(table),
  ]);
}

function valueCounts(table: Table): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (let i = 0; i < table.rows.length; ) {
    const { found, expected } = table.rows[i]!;
    let next = i + 1;
    while (next < table.rows.length && alike(table.rows[i]!, table.rows[next]!)) next++;
    if (found !== expected) findings.push(valueCount(table, table.rows.slice(i, next)));
    i = next;
  }
  return findings;
}

function alike(a: TableRow, b: TableRow): boolean {
  return a.found === b.found && a.expected === b.expected;
}

/** The squiggle stands under the values of the run's first row. */
function valueCount(table: Table, rows: readonly TableRow[]): RuleFinding {
  const [first] = rows as [TableRow];
  const last = rows[rows.length - 1]!;
  return {
    span: valuesSpan(table, first),
    message: {
      id: "value-count",
      first: nameOf(table, first),
      last: nameOf(table, last),
      rows: rows.length,
      found: first.found,
      expected: first.expected,
    },
    cells: rows.flatMap((row) => cellsOf(table, row.row)),
    related:
      rows.length > 1
        ? [
            {
              span: last.label,
              message: { id: "cell-value", cell: rowName(last.row), value: `${last.found}` },
            },
          ]
        : [],
  };
}

/** The row's label; the groups' where the row holds them all. */
function nameOf(table: Table, { row, expected }: TableRow): string {
  if (expected < table.form.cells.length || table.form.table.arrangement === "rows") return rowName(row);
  const groups = table.form.table.blocks.flatMap((block) =>
    block.rows.map((each) => each.groups[0] ?? each.label),
  );
  return [...new Set(groups)].join("、");
}

function valuesSpan(table: Table, row: TableRow): Span {
  const spans = table.cells.flatMap((cell) => (cell?.form.row === row.row && cell.text ? [cell.span] : []));
  return spans.length > 0 ? spans.reduce(cover) : row.label;
}

function cellsOf(table: Table, row: FormRow): string[] {
  return table.form.cells.filter((cell) => cell.row === row).map((cell) => cell.name);
}

/** Rows of the form that the draft does not have: one finding for neighbours, at the row before them. */
function missingRows(report: Report, table: Table): RuleFinding[] {
  const missing = new Set(
    table.problems.flatMap((problem) => (problem.kind === "missing-row" ? [problem.row] : [])),
  );
  if (missing.size === 0) return [];
  const rows = table.form.table.blocks.flatMap((block) => block.rows);
  const findings: RuleFinding[] = [];
  let before: TableRow | undefined;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!missing.has(row)) {
      before = table.rows.find((candidate) => candidate.row === row);
      continue;
    }
    const run = [row];
    while (i + 1 < rows.length && missing.has(rows[i + 1]!)) run.push(rows[++i]!);
    const span = before?.label ?? table.rows[0]?.label ?? report.title?.span ?? table.span;
    findings.push({
      span,
      message: { id: "missing-rows", labels: run.map(rowName) },
      cells: run.flatMap((absent) => cellsOf(table, absent)),
    });
  }
  return findings;
}

function strayRows(table: Table): RuleFinding[] {
  const findings: RuleFinding[] = [];
  if (table.problems.length === 0) return findings;
  for (const kind of ["repeated-row", "unknown-row"] as const) {
    const stray = table.problems.filter((problem): problem is Stray => problem.kind === kind);
    if (stray.length === 0) continue;
    findings.push({
      span: stray[0]!.span,
      message: { id: kind === "repeated-row" ? "repeated-rows" : "unknown-rows", labels: stray.map(labelOf) },
      cells: [],
      related: stray.slice(1).map((problem) => ({
        span: problem.span,
        message: {
          id: kind === "repeated-row" ? "repeated-rows" : "unknown-rows",
          labels: [labelOf(problem)],
        },
      })),
    });
  }
  return findings;
}

type Stray = Extract<TableProblem, { kind: "repeated-row" | "unknown-row" }>;

function labelOf(problem: Stray): string {
  return problem.kind === "repeated-row" ? rowName(problem.row) : problem.label;
}

/** Missing rows are written with zeros, which break no sum; whether they are right, only the drafter knows. */
function fixes(context: RuleContext, { message, cells }: RuleFinding): Fix[] {
  if (message.id !== "missing-rows") return [];
  const edits = insertRows(context, cells);
  if (edits.length === 0) return [];
  const title = { id: "insert-rows", labels: message.labels } as const;
  return [{ title, safety: "suggested", preferred: false, edits }];
}

/** Rests on the tables of 国办公开办函〔2019〕60号 and 〔2021〕30号, whose rows and columns are fixed. */
export const tableShape: Rule = {
  code: "table/shape",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: ["suggested"],
  check,
  fixes,
};
