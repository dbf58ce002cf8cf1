// narrative/percentage: a percentage that is not part ÷ whole to the decimals shown, rounded or cut off, and shares of
// one whole that add up to more than 100 %.

import type { Claim, Share } from "../report/narrative";
import { formatQuantity, type Quantity } from "../text/quantity";
import { relatedClaim } from "./claims";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  const { shares } = report.narrative;
  const wrong = shares.flatMap((share) => wrongShare(text, share));
  return [...wrong, ...(wrong.length > 0 ? [] : overFull(text, shares))];
}

function wrongShare(text: string, { rate, part, wholes, sure }: Share): RuleFinding[] {
  const [whole] = wholes;
  if (!whole || rate.approximate !== null || part.approximate !== null) return [];
  if (wholes.some((each) => each.approximate !== null || agrees(rate, part, each))) return [];
  const computed = percentageOf(part, whole, rate.decimals);
  return [
    {
      span: rate.span,
      message: {
        id: sure ? "percentage" : "percentage-doubt",
        part: formatQuantity(part.value),
        whole: formatQuantity(whole.value),
        stated: formatQuantity(rate.value, rate.decimals),
        computed,
      },
      cells: [],
      related: [part, whole].map((claim) => relatedClaim(text, claim)),
      ...(sure ? {} : { doubt: true }),
    },
  ];
}

/** The exact percentage lies within one step of the last decimal shown, above or below. */
function agrees(rate: Claim, part: Claim, whole: Claim): boolean {
  if (whole.value === 0) return false;
  const step = 10 ** -rate.decimals;
  const exact = (part.value / whole.value) * 100;
  const stated = Number(formatQuantity(rate.value));
  const off = exact - stated;
  return off > -step / 2 - EPSILON && off < step + EPSILON;
}

const EPSILON = 1e-9;

function percentageOf(part: Claim, whole: Claim, decimals: number): string {
  return whole.value === 0 ? "∞" : ((part.value / whole.value) * 100).toFixed(decimals);
}

/** Shares of one whole beyond 100 %, by more than their rounding can add. */
function overFull(text: string, shares: readonly Share[]): RuleFinding[] {
  const bySentence = new Map<Claim, Share[]>();
  for (const share of shares) {
    const [whole] = share.wholes;
    if (whole && share.sure) bySentence.set(whole, [...(bySentence.get(whole) ?? []), share]);
  }
  return [...bySentence.values()].flatMap((group): RuleFinding[] => {
    const sum: Quantity = group.reduce((total, { rate }) => total + rate.value, 0);
    const rounding = group.reduce((total, { rate }) => total + 500_000 * 10 ** -rate.decimals, 0);
    if (group.length < 2 || sum <= 100_000_000 + rounding) return [];
    const last = group.at(-1)!.rate;
    return [
      {
        span: last.span,
        message: { id: "percentages-over", sum: formatQuantity(sum) },
        cells: [],
        related: group.slice(0, -1).map(({ rate }) => relatedClaim(text, rate)),
      },
    ];
  });
}

function fixes({ report }: RuleContext, { span, message }: RuleFinding): Fix[] {
  const rate = report.narrative.shares.find((share) => share.rate.span === span)?.rate;
  if (message.id !== "percentage" || !rate?.digits || message.computed === "∞") return [];
  const title = { id: "text-figure", value: `${message.computed}%` } as const;
  return [{ title, safety: "suggested", preferred: true, edits: [{ span: rate.digits, newText: message.computed }] }];
}

export const narrativePercentage: Rule = {
  code: "narrative/percentage" as never,
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
