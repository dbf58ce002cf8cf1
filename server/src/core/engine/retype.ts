// The commonest edit by far: digits typed into a figure of a table. Where nothing but that figure can read otherwise, the
// part is not read again: the cell gets its value, and only the rules that look at figures run.

import { leavesZerosBlank } from "../draft/report";
import type { Cell, Report, Table } from "../report/model";
import type { Rule, RuleCode } from "../rules/rule";
import { quantityOf, readNumeral } from "../text/numeral";
import type { Span } from "../text/span";
import { type Analysis, type Finding, findingOf, type Settings, severityOf } from "./analyse";

/** A figure that was typed into since its part was read: all places behind `end` have moved on its line. */
export interface Typed {
  /** The cell's content as it was read. */
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** The rules whose findings follow from the figures in cells. */
const ON_FIGURES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "applications/row-total",
  "applications/outcome-total",
  "applications/balance",
  "disputes/total",
  "disclosure/relation",
  "table/cell-value",
  "table/blank-cell",
  "narrative/table-mismatch",
  "narrative/contradiction",
  "narrative/percentage",
]);

/** Plain counts: how they are written says nothing more than their value. */
const PLAIN = /^(?:0|[1-9]\d{0,7})$/;

/** The cell with a plain count that holds a span of a part's text; null where its table leaves anything open. */
export function countAt({ draft }: Analysis, { start, end }: Span): Span | null {
  const [report, ...others] = draft.reports;
  if (!report || others.length > 0) return null;
  const table = report.tables.find(({ span }) => span.start <= start && end <= span.end);
  const cell = table?.cells.find((each) => each && each.span.start <= start && end <= each.span.end);
  return table && cell && isWhole(table) && isPlain(draft.text, cell) ? cell.span : null;
}

/**
 * What is found once a figure of a part says `content` instead of what stands at `span` of the part's text; places in it
 * are as in that text. Null where that takes reading the part.
 */
export function retyped(
  analysis: Analysis,
  { start, end }: Span,
  content: string,
  settings: Settings,
  rules: readonly Rule[],
): Analysis | null {
  const { draft, ignored } = analysis;
  const { text } = draft;
  const report = draft.reports[0]!;
  if (
    !PLAIN.test(content) ||
    ignored.length > 0 ||
    settings.ignores?.length ||
    text.includes("gouji-ignore")
  ) {
    return null;
  }
  const tables = report.tables.map((table) => withFigure(table, start, content));
  if (leavesZerosBlank(tables) !== report.blankIsZero) return null;
  const now: Report = { ...report, tables };
  try {
    const findings = rules.flatMap((rule): Finding[] => {
      const severity = severityOf(rule, settings);
      if (severity === "off") return [];
      if (!ON_FIGURES.has(rule.code)) return analysis.findings.filter((each) => each.rule === rule.code);
      const found = rule.check({ text, report: now });
      return found.map((each) => findingOf(each, rule, severity, 0));
    });
    const isCut = ({ span }: { readonly span: Span }) =>
      (start < span.start && span.start < end) || (start < span.end && span.end < end);
    if (findings.some((each) => isCut(each) || each.related?.some(isCut))) return null;
    const inOrder = findings.sort((a, b) => a.span.start - b.span.start);
    return { ...analysis, draft: { text, reports: [now] }, findings: inOrder, crashes: [] };
  } catch {
    return null; // what a rule throws is told where the part is read
  }
}

/** Every row has all its cells, none of them blank, so that no figure tells where another one belongs. */
function isWhole({ cells, rows, problems }: Table): boolean {
  return (
    problems.every(({ kind }) => kind === "part-row" || kind === "unknown-row") &&
    rows.every(({ found, expected }) => found === expected) &&
    cells.every((cell) => cell?.certain && cell.value.kind !== "blank")
  );
}

/** Between tabs or pipes, where a longer figure moves nothing but what stands behind it. */
function isPlain(text: string, { form, value, span, slot, text: content }: Cell): boolean {
  const before = text[slot.start - 1] ?? "";
  const behind = text[slot.end] ?? "\n";
  return (
    form.column.kind === "count" &&
    value.kind === "number" &&
    PLAIN.test(content) &&
    text.slice(span.start, span.end) === content &&
    /[|\t]/.test(before) &&
    /[|\t\r\n]/.test(behind) &&
    // Two thousand and twenty-three may be a year.
    !/^[\s|]*年/.test(text.slice(slot.end, slot.end + 20))
  );
}

function withFigure(table: Table, start: number, content: string): Table {
  const index = table.cells.findIndex((cell) => cell?.span.start === start);
  const cell = table.cells[index];
  if (!cell) return table;
  const numeral = readNumeral(content, 0, content.length);
  if (numeral.kind !== "number") return table;
  const quantity = quantityOf(numeral, "count", null)!;
  const cells = [...table.cells];
  cells[index] = {
    ...cell,
    text: content,
    value: { kind: "number", quantity, numeral: { ...numeral, at: cell.span } },
  };
  return { ...table, cells };
}
