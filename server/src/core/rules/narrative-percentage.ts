// narrative/percentage: a percentage that is not part ÷ whole to the decimals shown, rounded or cut off, and shares of
// one whole that add up to more than 100 %.

import { cellNamed, type Report } from "../report/model";
import type { Claim, Share } from "../report/narrative";
import { ALL, formatQuantity, type Quantity } from "../text/quantity";
import { mayShow, relatedClaim } from "./claims";
import type { Fix, Recheck, Rule, RuleContext, RuleFinding, TypedFigure } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  const { shares, shareLists } = report.narrative;
  if (shares.length + shareLists.length === 0) return [];
  const totals = totalsOf(report);
  const wrong = shares
    .filter((share) => !share.named || !totals.some((whole) => isOf(share, whole)))
    .flatMap((share) => wrongShare(text, share))
    .map((found) =>
      mayBeOfThoseDue(report, found.share) ? { ...found.finding, doubt: true } : found.finding,
    );
  const blamed = new Set(wrong.map(({ span }) => span));
  const told = new Set(shares.map(({ rate }) => rate));
  // Shares that are all right of their parts are too many because the parts are: that is said of the parts.
  const lists = shareLists.filter(
    (list) => !list.some(({ span }) => blamed.has(span)) && !list.every((rate) => told.has(rate)),
  );
  return [...wrong, ...lists.flatMap((list) => overFull(text, list))];
}

/** Only totals of the table of applications are wholes of what the text gives as a share. */
function recheck(context: RuleContext, { table, cell }: TypedFigure): Recheck | null {
  const mayBeWhole = table.key === "applications" && cell.form.column.key === "total";
  return mayBeWhole ? { isOld: () => true, found: check(context) } : null;
}

function wrongShare(text: string, share: Share): { share: Share; finding: RuleFinding }[] {
  const { rate, parts, wholes } = share;
  const [whole] = wholes;
  const isRounded = [rate, ...parts, ...wholes.flat()].some(({ approximate }) => approximate !== null);
  if (!whole || isRounded || wholes.some((each) => agrees(rate, parts, each))) return [];
  const finding: RuleFinding = {
    span: rate.span,
    message: {
      id: "percentage",
      part: sumShown(parts),
      whole: sumShown(whole),
      stated: formatQuantity(rate.value, rate.decimals),
      computed: percentageOf(parts, whole, rate.decimals),
    },
    cells: [],
    related: [...parts, ...whole].map((claim) => relatedClaim(text, claim)),
  };
  return [{ share, finding }];
}

/** 收到20件，办结19件，办结率100%, and one carried forward: all that were due may have been done. */
function mayBeOfThoseDue(report: Report, { rate, parts, wholes, named }: Share): boolean {
  const left = total(wholes[0] ?? []) - total(parts);
  const ofApplications = [...parts, ...wholes.flat()].some(({ readings }) =>
    readings.flat().some((name) => name.startsWith("applications.")),
  );
  return named && rate.value === ALL && ofApplications && left > 0 && left <= rowOf(report, "carriedForward");
}

/** What the table has of all applications: those received, with those carried over, and those done. */
function totalsOf(report: Report): Quantity[] {
  const received = rowOf(report, "newRequests");
  return [received, received + rowOf(report, "carriedOver"), rowOf(report, "outcomeTotal")];
}

/** A row's total in the table of applications; 0 where it has none. */
function rowOf(report: Report, row: string): Quantity {
  const value = report.tables
    .flatMap((table) => cellNamed(table, `applications.${row}.total`) ?? [])
    .find((cell) => cell.certain)?.value;
  return value?.kind === "number" ? value.quantity : 0;
}

/** Whether a rate is its part's of what the table has; that a part is all of itself says nothing. */
function isOf({ rate, parts }: Share, whole: Quantity): boolean {
  return whole !== total(parts) && mayBe(rate, total(parts), whole);
}

function agrees(rate: Claim, parts: readonly Claim[], whole: readonly Claim[]): boolean {
  return mayBe(rate, total(parts), total(whole));
}

function mayBe(rate: Claim, part: Quantity, whole: Quantity): boolean {
  return whole !== 0 && mayShow(rate, (part / whole) * 100);
}

function percentageOf(parts: readonly Claim[], whole: readonly Claim[], decimals: number): string {
  return total(whole) === 0 ? "∞" : ((total(parts) / total(whole)) * 100).toFixed(decimals);
}

function total(claims: readonly Claim[]): Quantity {
  return claims.reduce((sum, { value }) => sum + value, 0);
}

/** 331, or (90 + 60) where several figures are added up. */
function sumShown(claims: readonly Claim[]): string {
  const shown = claims.map(({ value }) => formatQuantity(value)).join(" + ");
  return claims.length > 1 ? `(${shown})` : shown;
}

/** Shares of one whole beyond 100 %, by more than their rounding can add. */
function overFull(text: string, list: readonly Claim[]): RuleFinding[] {
  const sum: Quantity = list.reduce((total, { value }) => total + value, 0);
  const rounding =
    list.length > 1 ? list.reduce((total, { decimals }) => total + 500_000 * 10 ** -decimals, 0) : 0;
  if (sum <= ALL + rounding || list.some(({ approximate }) => approximate !== null)) return [];
  return [
    {
      span: list[0]!.span,
      message:
        list.length > 1
          ? { id: "percentages-over", sum: formatQuantity(sum) }
          : { id: "percentage-over", stated: formatQuantity(sum, list[0]!.decimals) },
      cells: [],
      related: list.slice(1).map((rate) => relatedClaim(text, rate)),
    },
  ];
}

function fixes({ report }: RuleContext, { span, message }: RuleFinding): Fix[] {
  const rate = report.narrative.shares.find((share) => share.rate.span === span)?.rate;
  if (message.id !== "percentage" || !rate?.digits || message.computed === "∞") return [];
  const title = { id: "text-figure", value: `${message.computed}%` } as const;
  return [
    {
      title,
      safety: "suggested",
      preferred: true,
      edits: [{ span: rate.digits, newText: message.computed }],
    },
  ];
}

export const narrativePercentage: Rule = {
  code: "narrative/percentage",
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  recheck,
  fixes,
};
