// narrative/change-rate: 同比增长, 下降 or 持平 that does not follow from the two figures that the text gives.

import type { Change } from "../report/narrative";
import { formatQuantity, ONE } from "../text/quantity";
import { mayShow, relatedClaim } from "./claims";
import type { ChangeData } from "./message";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  return report.narrative.changes.flatMap((change): RuleFinding[] => {
    const { now, before, from, span } = change;
    const isRounded = now.approximate !== null || from.approximate !== null;
    if (isRounded ? mayFollow(change) : follows(change)) return [];
    const difference = now.value - before;
    return [
      {
        span,
        message: {
          id: "change",
          before: formatQuantity(before),
          now: formatQuantity(now.value),
          stated: statedIn(text, change),
          change: {
            direction: Math.sign(difference) as 1 | -1 | 0,
            ...computed(change),
            multiple: change.kind === "multiple",
          },
        },
        cells: [],
        related: [now, from].map((claim) => relatedClaim(text, claim)),
      },
    ];
  });
}

/** Whether direction and size agree; a rate may be rounded or cut off, 超过 and 近 bound it. */
function follows({ kind, direction, now, before, by }: Change): boolean {
  const difference = now.value - before;
  if (kind === "equal") return difference === 0;
  if (kind === "turn") return Math.sign(difference) === direction;
  if (kind === "multiple") return before > 0 && mayShow(by!, now.value / before);
  if (Math.sign(difference) !== direction && !(difference === 0 && by?.value === 0)) return false;
  const size = Math.abs(difference);
  if (kind === "points") return mayShow(by!, size / ONE);
  if (kind === "difference") return by!.least <= size && size <= by!.most;
  if (before === 0) return false;
  return mayShow(by!, (size / before) * (kind === "rate" ? 100 : 1));
}

/** Whether a rate is one that two rounded figures, at their least and most, can give. */
function mayFollow({ kind, direction, now, before, from, by }: Change): boolean {
  if (kind !== "rate" || !by || before !== from.value || from.least <= 0 || by.approximate !== null)
    return true;
  const step = 10 ** -by.decimals;
  const stated = (direction * by.value) / ONE;
  const least = (now.least / from.most - 1) * 100;
  const most = (now.most / from.least - 1) * 100;
  return least - step <= stated && stated <= most + step;
}

const DIRECTION =
  /(?:同比)?(?:增长|增加|新增|净增|上升|提高|提升|下降|减少|降低|下滑|多|少)了?(?:超过|约|近)?$/;

/** The words of the change with its direction, as they stand. */
function statedIn(text: string, { span, now }: Change): string {
  const before = text.slice(Math.max(now.sentence.start, span.start - 12), span.start).replace(SPACES, "");
  return (DIRECTION.exec(before)?.[0] ?? "") + text.slice(span.start, span.end).replace(SPACES, "");
}

const SPACES = /[\s\u00a0\u3000]+/g;

/** What follows from the two figures: a rate in per cent, how many times, or a difference. */
function computed({ kind, now, before, by }: Change): { by: string; unit: ChangeData["unit"] } {
  const size = Math.abs(now.value - before);
  if (before > 0 && kind === "multiple")
    return { by: String(+(now.value / before).toFixed(2)), unit: "times" };
  if (before > 0 && kind === "times") return { by: String(+(size / before).toFixed(2)), unit: "times" };
  if (before > 0 && kind === "rate")
    return { by: ((size / before) * 100).toFixed(by?.decimals ?? 0), unit: "%" };
  return { by: formatQuantity(size), unit: kind === "points" ? "points" : "" };
}

function fixes({ report }: RuleContext, { span, message }: RuleFinding): Fix[] {
  const change = report.narrative.changes.find((each) => each.span === span);
  if (message.id !== "change" || !change?.by?.digits || change.by.approximate !== null) return [];
  const { direction, by, unit } = message.change;
  if (unit === "" || unit === "points" || (change.kind !== "multiple" && direction !== change.direction))
    return [];
  const title = { id: "text-figure", value: unit === "%" ? `${by}%` : by } as const;
  return [{ title, safety: "suggested", preferred: true, edits: [{ span: change.by.digits, newText: by }] }];
}

export const narrativeChangeRate: Rule = {
  code: "narrative/change-rate",
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
