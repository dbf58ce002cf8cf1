// narrative/parts-sum: parts that do not add up to the whole that the text gives. A list may hold parts of parts and
// may be followed by another statement: only what no way of reading it explains is reported.

import type { Breakdown, Claim } from "../report/narrative";
import { formatQuantity, type Quantity } from "../text/quantity";
import { relatedClaim } from "./claims";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  return report.narrative.breakdowns.flatMap((breakdown) => judge(text, breakdown));
}

/** Parts that differ from the whole by less than this share of it are plainly meant to be all of it. */
const NEAR = 0.25;
/** So for parts that the form does not name, such as channels, which are seldom all named. */
const NEAR_OF_ANY = 0.08;

type Verdict = "parts-rounded" | "parts-over" | "parts-short" | "parts-doubt" | null;

function judge(text: string, breakdown: Breakdown): RuleFinding[] {
  const { whole } = breakdown;
  const group = divisionsOf(breakdown).find((parts) => !isExplained(breakdown, parts));
  if (!group) return [];
  // Where 其中 within the list ends is not said: what only one way of reading makes wrong is not.
  const [top, ...others] = topLevels(breakdown, group);
  const sum = total(top!);
  const id = verdictOf(breakdown, sum, top!);
  if (!id || others.some((other) => !verdictOf(breakdown, total(other), other))) return [];
  return [
    {
      span: whole.span,
      message: {
        id,
        whole:
          id === "parts-rounded"
            ? text.slice(whole.digits!.start, whole.span.end - whole.unit.length)
            : formatQuantity(whole.value),
        parts: top!.map(({ value }) => formatQuantity(value)),
        sum: formatQuantity(sum),
        difference: formatQuantity(Math.abs(sum - whole.value)),
        unit: whole.unit,
      },
      cells: [],
      expected: sum,
      actual: whole.value,
      related: group.map((part) => relatedClaim(text, part)),
      ...(id === "parts-doubt" ? { doubt: true } : {}),
    },
  ];
}

function verdictOf(
  { whole, open, exhaustive, introduced }: Breakdown,
  sum: Quantity,
  top: readonly Claim[],
): Verdict {
  const rounded = top.some(({ approximate }) => approximate !== null);
  if (rounded || whole.approximate !== null) return leastOf(top) > whole.most ? "parts-rounded" : null;
  const gap = Math.abs(sum - whole.value) / Math.max(whole.value, 1);
  if (open) return sum > whole.value && introduced ? "parts-doubt" : null;
  if (top.length > 1 && sum > whole.value && top.some(({ value }) => value === whole.value))
    return "parts-doubt";
  if (sum > whole.value)
    return introduced || exhaustive ? "parts-over" : gap < NEAR && top.length > 1 ? "parts-over" : null;
  if (top.length < 2) return null;
  if (exhaustive) return "parts-short";
  if (gap < (top.every(isOutcome) ? NEAR : NEAR_OF_ANY)) return "parts-short";
  return introduced && gap < NEAR ? "parts-doubt" : null;
}

/** What became of applications is in one row of the form or another: a list of it is meant to be whole. */
function isOutcome({ readings }: Claim): boolean {
  return readings.length > 0 && readings[0]!.every((name) => name.startsWith("applications."));
}

/** Rounded parts prove an error only where the least that they can be exceeds the most that the whole can be. */
function leastOf(parts: readonly Claim[]): Quantity {
  return parts.reduce((sum, { least }) => sum + least, 0);
}

/** The divisions of the whole that a list gives: one, or several parted by semicolons of which the first is whole. */
function divisionsOf({ whole, parts, breaks, nested }: Breakdown): (readonly Claim[])[] {
  for (const at of breaks) {
    if (!adds(whole.value, parts.slice(0, at), new Set(nested), 0)) continue;
    const rest = parts.slice(at);
    const another =
      rest.length > 1 && !nested.includes(at + 1) && Math.abs(total(rest) - whole.value) / whole.value < NEAR;
    return another ? [parts.slice(0, at), rest] : [parts.slice(0, at)];
  }
  return [parts];
}

/** Whether some way of reading the list makes it the whole, parts of parts left aside. */
function isExplained({ whole, parts, nested, beside }: Breakdown, group: readonly Claim[]): boolean {
  const from = parts.indexOf(group[0]!);
  const within = new Set(nested.map((at) => at - from));
  let value = whole.value;
  for (const other of [null, ...beside]) {
    if (other && other.unit !== whole.unit) break;
    value += other?.value ?? 0;
    if (adds(value, group, within, 0)) return true;
  }
  return false;
}

const MOST_READINGS = 5000;

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
  if (part.value > rest || failed.has(key)) return false;
  // A list that can be read in so many ways proves nothing.
  if (failed.size > MOST_READINGS) return true;
  failed.add(key);
  if (adds(rest - part.value, parts, nested, from + 1, failed)) return true;
  let inner = 0;
  for (let next = from + 1; next < parts.length; next++) {
    inner += parts[next]!.value;
    if (inner > part.value) break;
    const isWhole = inner === part.value && next > from + 1;
    if ((isWhole || nested.has(from + 1)) && adds(rest - part.value, parts, nested, next + 1, failed))
      return true;
  }
  return false;
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
    for (const part of fits < 0 ? behind : behind.slice(0, fits)) fitting.add(part);
    for (const part of behind) all.add(part);
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
