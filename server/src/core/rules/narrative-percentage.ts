// narrative/percentage: a percentage that is not part ÷ whole to the decimals shown, rounded or cut off, and shares of
// one whole that add up to more than 100 %.

import type { Claim, Share } from "../report/narrative";
import { formatQuantity, type Quantity } from "../text/quantity";
import { mayShow, relatedClaim } from "./claims";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  const { shares, shareLists } = report.narrative;
  const wrong = shares.flatMap((share) => wrongShare(text, share));
  const blamed = new Set(wrong.map(({ span }) => span));
  const lists = shareLists.filter((list) => !list.some(({ span }) => blamed.has(span)));
  return [...wrong, ...lists.flatMap((list) => overFull(text, list))];
}

function wrongShare(text: string, { rate, part, wholes }: Share): RuleFinding[] {
  const [whole] = wholes;
  if (!whole || rate.approximate !== null || part.approximate !== null) return [];
  if (wholes.some((each) => each.approximate !== null || agrees(rate, part, each))) return [];
  const computed = percentageOf(part, whole, rate.decimals);
  return [
    {
      span: rate.span,
      message: {
        id: "percentage",
        part: formatQuantity(part.value),
        whole: formatQuantity(whole.value),
        stated: formatQuantity(rate.value, rate.decimals),
        computed,
      },
      cells: [],
      related: [part, whole].map((claim) => relatedClaim(text, claim)),
    },
  ];
}

function agrees(rate: Claim, part: Claim, whole: Claim): boolean {
  return whole.value !== 0 && mayShow(rate, (part.value / whole.value) * 100);
}

function percentageOf(part: Claim, whole: Claim, decimals: number): string {
  return whole.value === 0 ? "∞" : ((part.value / whole.value) * 100).toFixed(decimals);
}

/** Shares of one whole beyond 100 %, by more than their rounding can add. */
function overFull(text: string, list: readonly Claim[]): RuleFinding[] {
  const sum: Quantity = list.reduce((total, { value }) => total + value, 0);
  const rounding = list.reduce((total, { decimals }) => total + 500_000 * 10 ** -decimals, 0);
  if (sum <= 100_000_000 + rounding || list.some(({ approximate }) => approximate !== null)) return [];
  return [
    {
      span: list[0]!.span,
      message: { id: "percentages-over", sum: formatQuantity(sum) },
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
  fixes,
};
