// narrative/change-rate: 同比增长, 下降 or 持平 that does not follow from the two figures that the text gives.

import type { Change, Claim } from "../report/narrative";
import { formatQuantity } from "../text/quantity";
import { relatedClaim } from "./claims";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  return report.narrative.changes.flatMap((change): RuleFinding[] => {
    const { now, before, from, span } = change;
    if (now.approximate !== null || from.approximate !== null || follows(change)) return [];
    const difference = now.value - before;
    return [
      {
        span,
        message: {
          id: "change",
          before: formatQuantity(before),
          now: formatQuantity(now.value),
          stated: text.slice(span.start, span.end).replace(/[\s\u00a0\u3000]+/g, ""),
          change: { direction: Math.sign(difference) as 1 | -1 | 0, by: computed(change) },
        },
        cells: [],
        related: [now, from].map((claim) => relatedClaim(text, claim)),
      },
    ];
  });
}

const EPSILON = 1e-9;

/** Whether direction and size agree; a rate may be rounded or cut off, 超过 and 近 bound it. */
function follows({ kind, direction, now, before, by }: Change): boolean {
  const difference = now.value - before;
  if (kind === "equal") return difference === 0;
  if (kind === "multiple") return before > 0 && isNear(by!, now.value / before);
  if (Math.sign(difference) !== direction && !(difference === 0 && by?.value === 0)) return false;
  const size = Math.abs(difference);
  if (kind === "difference") return by!.least <= size && size <= by!.most;
  if (before === 0) return false;
  return isNear(by!, (size / before) * (kind === "rate" ? 100 : 1));
}

function isNear({ value, decimals, approximate }: Claim, exact: number): boolean {
  const stated = Number(formatQuantity(value));
  const step = 10 ** -decimals;
  if (approximate === "above") return exact > stated - EPSILON;
  if (approximate === "below") return exact < stated + EPSILON;
  const margin = approximate === "around" ? Math.max(stated / 10, step) : 0;
  return exact - stated > -step / 2 - margin - EPSILON && exact - stated < step + margin - EPSILON;
}

function computed({ kind, now, before, by }: Change): string {
  const size = Math.abs(now.value - before);
  if (kind === "multiple" && before > 0) return `${+(now.value / before).toFixed(2)} 倍`;
  if (kind === "rate" && before > 0) return `${((size / before) * 100).toFixed(by?.decimals ?? 0)}%`;
  return formatQuantity(size);
}

function fixes({ report }: RuleContext, { span, message }: RuleFinding): Fix[] {
  const change = report.narrative.changes.find((each) => each.span === span);
  if (message.id !== "change" || change?.kind !== "rate" || !change.by?.digits) return [];
  if (message.change.direction !== change.direction || !message.change.by.endsWith("%")) return [];
  const newText = message.change.by.slice(0, -1);
  const title = { id: "text-figure", value: message.change.by } as const;
  return [{ title, safety: "suggested", preferred: true, edits: [{ span: change.by.digits, newText }] }];
}

export const narrativeChangeRate: Rule = {
  code: "narrative/change-rate",
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
