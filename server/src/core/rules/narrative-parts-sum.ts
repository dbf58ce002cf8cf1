// narrative/parts-sum: parts that do not add up to the whole that the text gives. A list may hold parts of parts and
// may be followed by another statement: only what no way of reading it explains is reported.

import type { Breakdown, Claim } from "../report/narrative";
import { formatQuantity, ONE, type Quantity } from "../text/quantity";
import { relatedClaim } from "./claims";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  return report.narrative.breakdowns.flatMap((breakdown) => judge(text, breakdown));
}

/** Parts that differ from the whole by less than this share of it are plainly meant to be all of it. */
const NEAR = 0.25;
/** So for parts that the form does not name, and for channels, which are seldom all named. */
const NEAR_OF_ANY = 0.12;
const NEAR_OF_CHANNELS = 0.05;

const LEAST_OF_ONE = 5;

const MOST_READINGS = 5000;

type Verdict = "parts-rounded" | "parts-over" | "parts-short" | "parts-doubt" | null;

function judge(text: string, breakdown: Breakdown): RuleFinding[] {
  const { whole, apart } = breakdown;
  const group = divisionsOf(breakdown).find(
    (parts) => !isExplained(breakdown, parts) && !isTwice(text, breakdown, parts),
  );
  if (!group) return [];
  const found = unexplained(breakdown, group);
  if (!found) return [];
  const { id, top } = found;
  const sum = total(top);
  return [
    {
      span: apart ? { start: group[0]!.span.start, end: group.at(-1)!.span.end } : whole.span,
      message: {
        id,
        whole:
          id === "parts-rounded"
            ? text.slice(whole.digits!.start, whole.span.end - whole.unit.length)
            : formatQuantity(whole.value),
        parts: top.map(({ value }) => formatQuantity(value)),
        sum: formatQuantity(sum),
        difference: formatQuantity(Math.abs(sum - whole.value)),
        unit: whole.unit,
      },
      cells: [],
      expected: sum,
      actual: whole.value,
      related: [...(apart ? [whole] : []), ...group].map((part) => relatedClaim(text, part)),
      ...(id === "parts-doubt" ? { doubt: true } : {}),
    },
  ];
}

/**
 * What is wrong with a list that no reading explains. Where it ends, and where parts of a part do, is not always said:
 * it is too long only if it is so wherever it may end, and too short only if it is so at its last part.
 */
function unexplained(
  breakdown: Breakdown,
  group: readonly Claim[],
): { id: NonNullable<Verdict>; top: readonly Claim[] } | null {
  const readings = readingsOf(breakdown, group);
  const sums = readings.map(total);
  const { value } = breakdown.whole;
  const isOver = sums.every((sum) => sum > value);
  if (!isOver && !sums.every((sum) => sum < value)) return null;
  const nearest = sums.indexOf(isOver ? Math.min(...sums) : Math.max(...sums));
  const top = readings[nearest]!;
  const id = verdictOf(breakdown, sums[nearest]!, top);
  const whole = isOver ? [] : topLevels(breakdown, group);
  return id && whole.every((other) => verdictOf(breakdown, total(other), other)) ? { id, top } : null;
}

function verdictOf(
  { whole, wholes, open, exhaustive, introduced, onChannels }: Breakdown,
  sum: Quantity,
  top: readonly Claim[],
): Verdict {
  const gap = Math.abs(sum - whole.value) / Math.max(whole.value, 1);
  // A list without a word that makes it one, or with several figures before it, is this one's only if it comes near.
  if ((!introduced || wholes.length > 1) && gap > NEAR) return null;
  const rounded = top.some(({ approximate }) => approximate !== null);
  if (rounded || whole.approximate !== null) return exceeds(top, whole) ? "parts-rounded" : null;
  if (open) return sum > whole.value && introduced ? "parts-doubt" : null;
  if (sum > whole.value) {
    // 公开412条，其中网站公开412条，微信公开188条: all is on one of them, and some on others, too.
    if (onChannels && !exhaustive && top.filter(({ value }) => value === whole.value).length === 1)
      return null;
    if (!exhaustive && top.length > 1 && top.some(({ value }) => value === whole.value)) return "parts-doubt";
    return introduced || exhaustive || top.length > 1 ? "parts-over" : null;
  }
  const bound = top.filter(({ readings }) => readings.length > 0).length;
  if (top.length < 2 || (!exhaustive && bound > 0 && bound < top.length)) return null;
  const isOneShort =
    introduced &&
    bound === 0 &&
    !onChannels &&
    whole.value - sum === ONE &&
    whole.value >= LEAST_OF_ONE * ONE;
  if (
    exhaustive ||
    isOneShort ||
    gap < (top.every(isOutcome) ? NEAR : onChannels ? NEAR_OF_CHANNELS : NEAR_OF_ANY)
  )
    return "parts-short";
  return introduced && gap < NEAR ? "parts-doubt" : null;
}

/** What became of applications is in one row of the form or another: a list of it is meant to be whole. */
function isOutcome({ readings }: Claim): boolean {
  return readings.length > 0 && readings[0]!.every((name) => name.startsWith("applications."));
}

/** Rounded parts prove an error only where the least that they can be exceeds the most that the whole can be. */
function exceeds(parts: readonly Claim[], { most, approximate }: Claim): boolean {
  const least = parts.reduce((sum, { least }) => sum + least, 0);
  // 800余 is less than 900.
  return approximate === "above" ? least >= most : least > most;
}

/** The divisions of the whole that a list gives: one, or several of which the first is whole. */
function divisionsOf({ whole, parts, ends, divisions, nested }: Breakdown): (readonly Claim[])[] {
  for (const at of ends) {
    if (!adds(whole.value, parts.slice(0, at), new Set(nested), 0)) continue;
    const rest = parts.slice(at);
    const another =
      divisions.includes(at) &&
      rest.length > 1 &&
      rest.every(({ value }) => value < whole.value) &&
      !nested.includes(at + 1) &&
      Math.abs(total(rest) - whole.value) / whole.value < NEAR;
    return another ? [parts.slice(0, at), rest] : [parts.slice(0, at)];
  }
  return [parts];
}

/**
 * 16件，其中网络10件，信函6件，自然人12件，法人4件: what makes the whole may be followed by parts that make it again, or by
 * what became of some: 被市级采用3件.
 */
function isTwice(text: string, { whole }: Breakdown, group: readonly Claim[]): boolean {
  let sum = 0;
  const end = group.findIndex(({ value }) => {
    sum += value;
    return sum >= whole.value;
  });
  const next = group[end + 1];
  if (sum !== whole.value || end < 1 || !next) return false;
  if (total(group.slice(end + 1)) === whole.value) return true;
  return BECAME.test(text.slice(group[end]!.span.end, next.span.start));
}

const BECAME = /^[，；、]?(?:被|获|得到|采用|采纳|录用|回收|收回|实际|反馈|整改|答复|满意)/;

/** Whether some whole that may be meant is what the list, up to some place where it may end, adds up to. */
function isExplained({ wholes, parts, nested, ends }: Breakdown, group: readonly Claim[]): boolean {
  const from = parts.indexOf(group[0]!);
  const within = new Set(nested.map((at) => at - from));
  const lengths = lengthsOf(group, from, ends);
  return wholes.some((claims) =>
    lengths.some((length) => adds(total(claims), group.slice(0, length), within, 0)),
  );
}

/** How many parts of a group that begins at `from` its list may have: all, or those before a place where it may end. */
function lengthsOf(group: readonly Claim[], from: number, ends: readonly number[]): number[] {
  return [group.length, ...ends.map((at) => at - from).filter((at) => at > 0 && at < group.length)];
}

/**
 * Whether the parts from `from` on make `rest`, where parts of the part before are left aside. What was found not to
 * add up is in `failed`, so that a long list is not tried in every way again.
 */
function adds(
  rest: Quantity,
  parts: readonly Claim[],
  nested: ReadonlySet<number>,
  from: number,
  failed: Set<string> = new Set(),
): boolean {
  const part = parts[from];
  if (!part) return rest === 0 && from > 0;
  const key = `${from} ${rest}`;
  // A list that can be read in so many ways proves nothing.
  if (failed.size > MOST_READINGS) return true;
  if (part.value > rest || failed.has(key)) return false;
  failed.add(key);
  if (adds(rest - part.value, parts, nested, from + 1, failed)) return true;
  let inner = 0;
  for (let next = from + 1; next < parts.length; next++) {
    inner += parts[next]!.value;
    if (inner > part.value) break;
    // 行政复议7件，维持6件，尚未审结1件: results of what was just counted need no word that says so.
    const isWhole = inner === part.value && next > from + 1 && isResult(parts.slice(from + 1, next + 1));
    if ((isWhole || nested.has(from + 1)) && adds(rest - part.value, parts, nested, next + 1, failed))
      return true;
  }
  return false;
}

function isResult(parts: readonly Claim[]): boolean {
  return parts.every(({ readings }) => readings.length > 0);
}

/** The ways to read a list that is not explained: up to where it may end, without the parts of parts. */
function readingsOf(breakdown: Breakdown, group: readonly Claim[]): Claim[][] {
  const from = breakdown.parts.indexOf(group[0]!);
  const lengths = lengthsOf(group, from, breakdown.ends);
  return lengths.flatMap((length) => topLevels(breakdown, group.slice(0, length)));
}

/** The parts without those that 其中 gives of a part: as far as they fit into it, and, if not all do, without all. */
function topLevels({ parts, nested }: Breakdown, group: readonly Claim[]): Claim[][] {
  const fitting = new Set<Claim>();
  const all = new Set<Claim>();
  for (const at of nested) {
    const before = group.indexOf(parts[at - 1]!);
    if (before < 0) continue;
    const behind = group.slice(before + 1);
    const fits = behind.findIndex((_, i) => total(behind.slice(0, i + 1)) > group[before]!.value);
    const inside = fits < 0 ? behind : behind.slice(0, fits);
    for (const part of inside) fitting.add(part);
    // Parts of a part that make it exactly are all that it has.
    for (const part of total(inside) === group[before]!.value ? inside : behind) all.add(part);
  }
  const without = (inside: ReadonlySet<Claim>) => group.filter((part) => !inside.has(part));
  return fitting.size === all.size ? [without(all)] : [without(fitting), without(all)];
}

function total(parts: readonly Claim[]): Quantity {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** The sum of the parts in place of the whole. */
function fixes({ report }: RuleContext, { span, message, expected }: RuleFinding): Fix[] {
  const whole = report.narrative.breakdowns.find((each) => each.whole.span === span)?.whole;
  if (!whole?.digits || expected === undefined || whole.approximate !== null) return [];
  if (message.id !== "parts-over" && message.id !== "parts-short") return [];
  const title = { id: "text-figure", value: message.sum } as const;
  return [
    { title, safety: "suggested", preferred: false, edits: [{ span: whole.digits, newText: message.sum }] },
  ];
}

export const narrativePartsSum: Rule = {
  code: "narrative/parts-sum",
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
