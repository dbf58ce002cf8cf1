// Text and table as one: which cells a figure in the text states, and where else a cell's figure is stated.

import type { CellName } from "../form";
import type { Cell, Draft, Report } from "../report/model";
import type { Claim } from "../report/narrative";
import { standsOf } from "../rules/claims";
import type { Edit } from "../rules/rule";
import { isWhole, quantityFrom } from "../text/quantity";
import type { Span } from "../text/span";

/** A figure with all the places that it is stated at. */
export interface Linked {
  /** The figure asked about. */
  readonly at: Span;
  /** The cells that hold it: one, or several that it is the sum of. */
  readonly cells: readonly Cell[];
  /** The claims that state those cells, alone or in a sum. */
  readonly claims: readonly Claim[];
}

/** What is linked with the figure at an offset of the draft; null where none of text and table stands there. */
export function linkedAt({ reports }: Draft, offset: number): Linked | null {
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const report = reports.find(({ span }) => holds(span));
  if (!report) return null;
  const stated = statedIn(report);
  const at = stated.find(({ claim: { span } }) => holds(span))?.claim.span;
  if (at) {
    // 未发生复议、诉讼: several claims in one place.
    const here = stated.filter(({ claim: { span } }) => span.start === at.start && span.end === at.end);
    const cells = [...new Set(here.flatMap((each) => each.cells))];
    return { at, cells, claims: withAny(stated, cells) };
  }
  const cells = report.tables.flatMap((table) => table.cells.filter((cell) => cell !== undefined));
  const cell = cells.find(({ span, value }) => value.kind === "number" && holds(span));
  return cell ? { at: cell.span, cells: [cell], claims: withAny(stated, [cell]) } : null;
}

interface Stated {
  readonly claim: Claim;
  readonly cells: readonly Cell[];
}

/** The claims whose cells are known, with those of the reading that agrees, else of the likeliest. */
function statedIn(report: Report): Stated[] {
  return report.narrative.claims.flatMap((claim): Stated[] => {
    const stands = standsOf(report, claim) ?? [];
    const agreeing = stands.find(({ sum }) => claim.least <= sum && sum <= claim.most) ?? stands[0];
    return agreeing ? [{ claim, cells: agreeing.cells }] : [];
  });
}

function withAny(stated: readonly Stated[], cells: readonly Cell[]): Claim[] {
  return stated.filter((each) => each.cells.some((cell) => cells.includes(cell))).map(({ claim }) => claim);
}

/** Why a figure cannot be changed everywhere at once. */
export type RenameProblem = "not-a-figure" | "not-whole" | "sum";

/** The span of the digits that would be changed at an offset, or why there is none; null where nothing is linked. */
export function renamableAt(draft: Draft, offset: number): Span | RenameProblem | null {
  const linked = linkedAt(draft, offset);
  if (!linked) return null;
  if (linked.cells.length !== 1) return "sum";
  const claim = linked.claims.find(({ span }) => span === linked.at);
  return claim ? claim.digits : digitsOf(linked.cells[0]!);
}

/**
 * The edits that write another figure into the cell at an offset and into every claim that states that cell alone and
 * agrees with it. `figure` may have full-width digits; totals that it is part of are left to their own quick fixes.
 */
export function renameEdits(draft: Draft, offset: number, figure: string): Edit[] | RenameProblem | null {
  const linked = linkedAt(draft, offset);
  if (!linked) return null;
  const [cell, ...others] = linked.cells;
  if (!cell || others.length > 0) return "sum";
  const newText = figure.normalize("NFKC").trim();
  const [, whole = "", decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(newText) ?? [];
  const quantity = whole ? quantityFrom(whole + decimals, -decimals.length) : null;
  if (quantity === null) return "not-a-figure";
  if (cell.form.column.kind !== "amount" && !isWhole(quantity)) return "not-whole";
  const digits = digitsOf(cell);
  const spans = new Set<Span>(digits ? [digits] : []);
  const name: CellName = cell.form.name;
  for (const claim of linked.claims) {
    const alone = claim.readings.some((reading) => reading.length === 1 && reading[0] === name);
    const agrees = cell.value.kind === "number" && cell.value.quantity === claim.value;
    const isAsked = claim.span === linked.at;
    if (alone && claim.digits && claim.approximate === null && sameUnit(claim, cell) && (agrees || isAsked)) {
      spans.add(claim.digits);
    }
  }
  return [...spans].map((span) => ({ span, newText }));
}

function digitsOf({ value }: Cell): Span | null {
  return value.kind === "number" ? value.numeral.at : null;
}

/** 24600元 states 2.46 万元 in other digits. */
function sameUnit({ unit }: Claim, { form }: Cell): boolean {
  return form.column.kind !== "amount" || unit === "万元" || !unit.endsWith("元");
}
