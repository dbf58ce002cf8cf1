// narrative/change-rate: 同比增长, 下降 or 持平 that does not follow from the two figures that the text gives.

import type { Change } from "../report/narrative";
import { formatQuantity } from "../text/quantity";
import { relatedClaim } from "./claims";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  return report.narrative.changes.flatMap((change): RuleFinding[] => {
    const { now, before, from, by, span } = change;
    if ([now, from, by].some((claim) => claim && claim.approximate !== null) || follows(change)) return [];
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

/** Whether direction and size agree; a rate may be rounded or cut off, and several times may mean up to or up by. */
function follows({ kind, direction, now, before, by }: Change): boolean {
  const difference = now.value - before;
  if (kind === "equal") return difference === 0;
  if (Math.sign(difference) !== direction && !(difference === 0 && by?.value === 0)) return false;
  const size = Math.abs(difference);
  if (kind === "difference") return size === by!.value;
  if (before === 0) return false;
  const stated = Number(formatQuantity(by!.value));
  const step = 10 ** -by!.decimals;
  const near = (exact: number) => exact - stated > -step / 2 - EPSILON && exact - stated < step + EPSILON;
  if (kind === "rate") return near((size / before) * 100);
  return near(size / before) || near(now.value / before);
}

function computed({ kind, now, before, by }: Change): string {
  const size = Math.abs(now.value - before);
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
  code: "narrative/change-rate" as never,
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
