// narrative/table-mismatch: a figure in the text that differs from the cell that it reports. Where the words may mean
// more than one thing, one that agrees is enough.

import { evaluate } from "../report/evaluate";
import { type Cell, type Report, tableWith } from "../report/model";
import { type Claim, wholesByPart } from "../report/narrative";
import { formatQuantity } from "../text/quantity";
import { isStated, relatedCells, shownStands, standsOf } from "./claims";
import type { Fix, Recheck, Rule, RuleContext, RuleFinding, TypedFigure } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  const { claims, breakdowns } = report.narrative;
  const unmet = claims.flatMap((claim, i) => {
    if (claim.denies || claim.readings.length === 0) return [];
    const stands = standsOf(report, claim);
    const isMet = stands?.some(({ sum }) => agrees(claim, sum) || isPartOf(claims, i, sum)) ?? true;
    return stands && !isMet ? [{ claim, i, stands }] : [];
  });
  if (unmet.length === 0) return [];
  const wholesOf = wholesByPart(breakdowns);
  return unmet.flatMap(({ claim, i, stands }): RuleFinding[] => {
    if (
      isOfWrong(report, claims, i) ||
      isPartOfItsOwn(claim, wholesOf.get(claim) ?? []) ||
      isShared(claims, i, stands[0]!.sum)
    )
      return [];
    const stated = text.slice(claim.span.start, claim.span.end);
    return [
      {
        span: claim.span,
        message: {
          id: claim.loose ? "claim-doubt" : "claim-mismatch",
          stated,
          readings: shownStands(stands),
        },
        cells: stands[0]!.cells.map(({ form }) => form.name),
        expected: stands[0]!.sum,
        actual: claim.value,
        related: relatedCells(stands),
        ...(claim.loose ? { doubt: true } : {}),
      },
    ];
  });
}

function recheck(context: RuleContext, figure: TypedFigure): Recheck | null {
  return isStated(context.report, figure) ? { isOld: () => true, found: check(context) } : null;
}

/** Figures further apart in a sentence do not belong together. */
const NEAR = 20;
/** 申请9件，均为自然人: where it is the 9 that is wrong, that is said once. */
function isOfWrong(report: Report, claims: readonly Claim[], at: number): boolean {
  if (claims[at]!.digits) return false;
  const figure = claims.slice(Math.max(0, at - NEAR), at).findLast(({ digits }) => digits !== null);
  const stands = figure && standsOf(report, figure);
  return !stands?.some(({ sum }) => agrees(figure!, sum));
}

/** 办结100件，其中按期办结97件: a part of what its words alone would state the whole of. */
function isPartOfItsOwn(claim: Claim, wholes: readonly Claim[]): boolean {
  return wholes.some((whole) => likeliestOf(whole) === likeliestOf(claim));
}

function likeliestOf({ readings }: Claim): string | undefined {
  return readings[0]?.join();
}

/** 办结2件，1件不在公开范围内: figures that follow each other in a sentence may make the cell's together. */
function isPartOf(claims: readonly Claim[], at: number, sum: number): boolean {
  const claim = claims[at]!;
  let made = 0;
  for (let i = at; i < Math.min(claims.length, at + NEAR) && made <= sum; i++) {
    const next = claims[i]!;
    if (next.sentence.start !== claim.sentence.start || next.unit !== claim.unit || next.denies) return false;
    made += next.value;
    if (made === sum && next !== claim && next.readings.length === 0) return true;
  }
  return false;
}

/** 废止2件，宣布失效1件: figures of one sentence that state the same cells may be parts of what is in them. */
function isShared(claims: readonly Claim[], at: number, sum: number): boolean {
  const claim = claims[at]!;
  const same = claims
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .filter(
      (other) =>
        other.sentence.start === claim.sentence.start &&
        !other.denies &&
        likeliestOf(other) === likeliestOf(claim),
    );
  return same.length > 1 && same.reduce((total, { value }) => total + value, 0) === sum;
}

/** A rounded figure agrees with all that it may stand for. */
function agrees({ least, most }: Claim, sum: number): boolean {
  return least <= sum && sum <= most;
}

/** Whether a cell agrees with its row and column: then it is not the table that is wrong. */
function isSound(report: Report, { form: { name, index } }: Cell): boolean {
  const table = tableWith(report, name)!;
  const identities = table.form.identitiesOf[index]!;
  return (
    identities.length > 0 &&
    identities.every((identity) => evaluate(report, table, identity).verdict === "holds")
  );
}

/** What 万元, the tables' unit of money, is in the units that a text may have. */
const IN_UNIT: Readonly<Record<string, number>> = { 元: 10_000, 千元: 10, 亿元: 1 / 10_000 };

/** The table's figure into the text, or the text's into the table where one cell holds it. */
function fixes({ report }: RuleContext, finding: RuleFinding): Fix[] {
  const claim = report.narrative.claims.find(({ span }) => span === finding.span);
  const stands = claim && standsOf(report, claim);
  if (!claim?.digits || !stands || claim.approximate !== null || finding.doubt) return [];
  const { digits, unit } = claim;
  const sums = [...new Set(stands.map(({ sum }) => sum))];
  const intoText = sums.map((sum): Fix => {
    const value = formatQuantity(Math.round(sum * (IN_UNIT[unit] ?? 1)));
    const title = { id: "text-figure", value } as const;
    return { title, safety: "suggested", preferred: false, edits: [{ span: digits, newText: value }] };
  });
  const [cell, ...others] = stands[0]!.cells;
  if (!cell || others.length > 0 || cell.value.kind !== "number" || isSound(report, cell)) return intoText;
  const value = formatQuantity(claim.value);
  const title = { id: "table-figure", value } as const;
  return [
    ...intoText,
    {
      title,
      safety: "suggested",
      preferred: false,
      edits: [{ span: cell.value.numeral.at, newText: value }],
    },
  ];
}

export const narrativeTableMismatch: Rule = {
  code: "narrative/table-mismatch",
  severity: "error",
  basis: [],
  repairs: ["suggested"],
  check,
  recheck,
  fixes,
};
