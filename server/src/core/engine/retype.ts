// The commonest edit by far: digits typed into a figure of a table. Where nothing but that figure can read otherwise, the
// part is not read again: the cell gets its value, and rules look again at what that figure is part of.

import { leavesZerosBlank } from "../draft/report";
import { countingWith } from "../report/evaluate";
import type { Cell, Report, Table } from "../report/model";
import type { Recheck, Rule, RuleCode, RuleContext, TypedFigure } from "../rules/rule";
import { quantityOf, readNumeral } from "../text/numeral";
import type { Span } from "../text/span";
import { type Analysis, type Finding, findingOf, type Settings, severityOf } from "./analyse";
import { typedInto } from "./tableFigures";

/** Where a figure stands: the cell's content as it was read, and which cell of which of its report's tables that is. */
export interface FigurePlace extends Span {
  readonly table: number;
  readonly cell: number;
}

/** A figure that was typed into since its part was read: all places behind `end` have moved on its line. */
export interface Typed extends FigurePlace {
  readonly by: number;
}

/** Plain counts: how they are written says nothing more than their value. */
const PLAIN = /^(?:0|[1-9]\d{0,7})$/;

/** An edge of a drawn table, whose columns are told by where characters stand. */
const DRAWN = /\+[-=]{2}/;

/**
 * The place of the plain count that holds a span of a part's text; null where its table leaves anything open, or anything
 * of the part may be silenced, is drawn, or made a rule throw.
 */
export function countAt(
  { draft, crashes }: Analysis,
  { start, end }: Span,
  { ignores = [] }: Settings,
): FigurePlace | null {
  const [report, ...others] = draft.reports;
  if (!report || others.length > 0) return null;
  if (ignores.length > 0 || draft.text.includes("gouji-ignore")) return null;
  if (crashes.length > 0 || DRAWN.test(draft.text)) return null;
  const holds = (each: { readonly span: Span } | undefined) =>
    each !== undefined && each.span.start <= start && end <= each.span.end;
  const at = report.tables.findIndex(holds);
  const table = report.tables[at];
  const cell = table?.cells.find(holds);
  if (!table || !cell || !isWhole(table) || !isPlain(draft.text, cell)) return null;
  return { ...cell.span, table: at, cell: cell.form.index };
}

/**
 * What is found once the figure at a place of a part's text says `content` instead; places in it are as in that text. Null
 * where that takes reading the part.
 */
export function retyped(
  analysis: Analysis,
  place: FigurePlace,
  content: string,
  settings: Settings,
  rules: readonly Rule[],
): Analysis | null {
  const { text, reports } = analysis.draft;
  const report = reports[0]!;
  const figure = PLAIN.test(content) ? withFigure(report, place, content) : null;
  if (!figure) return null;
  const tables = report.tables.with(place.table, figure.table);
  const isZero = ({ value }: Cell) => value.kind === "number" && value.quantity === 0;
  const zerosDiffer = isZero(figure.cell) !== isZero(report.tables[place.table]!.cells[place.cell]!);
  if (zerosDiffer && leavesZerosBlank(tables) !== report.blankIsZero) return null;
  const now: Report = { ...report, tables };
  const findings = recheck(analysis.findings, { text, report: now }, figure, settings, rules);
  const { start, end } = place;
  const isCut = ({ span }: { readonly span: Span }) =>
    (start < span.start && span.start < end) || (start < span.end && span.end < end);
  if (!findings || findings.some((each) => isCut(each) || each.related?.some(isCut))) return null;
  return { ...analysis, draft: { text, reports: [now] }, findings };
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

/** The figure that was typed at a place, with its table; null where what was typed is none. */
function withFigure(report: Report, place: FigurePlace, content: string): TypedFigure | null {
  const table = report.tables[place.table]!;
  const before = table.cells[place.cell]!;
  const numeral = readNumeral(content, 0, content.length);
  if (numeral.kind !== "number") return null;
  const quantity = quantityOf(numeral, "count", null)!;
  const value = { kind: "number", quantity, numeral: { ...numeral, at: before.span } } as const;
  const cell: Cell = { ...before, text: content, value };
  const { cells, identitiesOf } = table.form;
  const counting = countingWith(table, place.cell);
  const now: Table = { ...table, cells: table.cells.with(place.cell, cell) };
  typedInto(now, table, place.cell);
  return {
    table: now,
    cell,
    counting: counting.map((index) => cells[index]!),
    identities: [...new Set(counting.flatMap((index) => identitiesOf[index]!))],
  };
}
