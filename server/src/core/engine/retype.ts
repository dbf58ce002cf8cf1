// The commonest edit by far: digits typed into a figure of a table. Where nothing but that figure can read otherwise, the
// part is not read again: the cell gets its value, and rules look again at what that figure is part of.

import { leavesZerosBlank } from "../draft/report";
import { countingWith } from "../report/evaluate";
import type { Cell, Report, Table } from "../report/model";
import type { Recheck, Rule, RuleCode, RuleContext, TypedFigure } from "../rules/rule";
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
  const table = report.tables.find(({ span }) => span.start <= start && end <= span.end);
  const figure = table && withFigure(table, start, content);
  if (!figure) return null;
  const tables = report.tables.map((each) => (each === table ? figure.table : each));
  if (leavesZerosBlank(tables) !== report.blankIsZero) return null;
  const now: Report = { ...report, tables };
  const findings = recheck(analysis.findings, { text, report: now }, figure, settings, rules);
  const isCut = ({ span }: { readonly span: Span }) =>
    (start < span.start && span.start < end) || (start < span.end && span.end < end);
  if (!findings || findings.some((each) => isCut(each) || each.related?.some(isCut))) return null;
  return { ...analysis, draft: { text, reports: [now] }, findings, crashes: [] };
}

/** The findings of a report in which a figure was typed, in its order; null where a rule throws: that is told where it is read. */
function recheck(
  before: readonly Finding[],
  context: RuleContext,
  figure: TypedFigure,
  settings: Settings,
  rules: readonly Rule[],
): Finding[] | null {
  const changes = new Map<RuleCode, Recheck>();
  const found: Finding[] = [];
  try {
    for (const rule of rules) {
      if (!rule.recheck) continue;
      const severity = severityOf(rule, settings);
      if (severity === "off") continue;
      const change = rule.recheck(context, figure);
      if (!change) continue;
      changes.set(rule.code, change);
      for (const each of change.found) found.push(findingOf(each, rule, severity, 0));
    }
  } catch {
    return null;
  }
  const left = before.filter((each) => !changes.get(each.rule)?.isOld(each));
  const rank = ({ rule }: Finding) => rules.findIndex(({ code }) => code === rule);
  return [...left, ...found].sort((a, b) => a.span.start - b.span.start || rank(a) - rank(b));
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

/** A table whose cell at an offset has another figure; null where it says none. */
function withFigure(table: Table, start: number, content: string): TypedFigure | null {
  const before = table.cells.find((cell) => cell?.span.start === start);
  const numeral = readNumeral(content, 0, content.length);
  if (!before || numeral.kind !== "number") return null;
  const quantity = quantityOf(numeral, "count", null)!;
  const value = { kind: "number", quantity, numeral: { ...numeral, at: before.span } } as const;
  const cell: Cell = { ...before, text: content, value };
  const { cells, identitiesOf } = table.form;
  const counting = countingWith(table, before.form.index);
  return {
    table: { ...table, cells: table.cells.with(before.form.index, cell) },
    cell,
    counting: counting.map((index) => cells[index]!),
    identities: [...new Set(counting.flatMap((index) => identitiesOf[index]!))],
  };
}
