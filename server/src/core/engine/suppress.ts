// Silencing: which findings the comments of a draft and the entries of gouji.json silence, and which silence nothing.

import { isCellName } from "../form";
import type { Report } from "../report/model";
import { isRuleCode } from "../rules";
import type { UnusedIgnore } from "../rules/message";
import type { RuleFinding } from "../rules/rule";
import type { Span } from "../text/span";
import { ignoreComments } from "./comments";

/** The rule that reports entries which silence nothing. It cannot be silenced by an entry, only be turned off. */
export const UNUSED = "ignore/unused";

/** An entry of gouji.json that is meant for the draft. */
export interface Ignore {
  readonly rule: string;
  /** Cells, or rows or tables for all cells in them; none means the whole report. */
  readonly cells: readonly string[];
  readonly reason: string;
}

/** Who silences a finding, and why. */
export interface Silence {
  readonly source: "comment" | "config";
  readonly reason: string;
}

export interface Entry extends Ignore {
  readonly source: Silence["source"];
  used: boolean;
}

/** The entries of a report's comments; those before its title, from where its part begins, belong to it. */
export function commentsOf(
  text: string,
  { from, span }: Report,
): { entries: (Entry & { readonly span: Span })[]; malformed: Span[] } {
  const comments = ignoreComments(text, { start: from, end: span.end });
  return {
    entries: comments.flatMap(({ entry, span }) =>
      entry ? [{ ...entry, span, source: "comment" as const, used: false }] : [],
    ),
    malformed: comments.flatMap(({ entry, span }) => (entry ? [] : [span])),
  };
}

/**
 * The entry that silences a rule's finding: it names the rule and no cells, or a cell that the finding's figures come
 * from. A finding on a run of cells is silenced where all of them are named. Marks all entries that have a part in it.
 */
export function silenceOf(entries: readonly Entry[], rule: string, finding: RuleFinding): Silence | null {
  if (entries.length === 0 || rule === UNUSED) return null;
  const whole = entries.filter((entry) => entry.rule === rule && entry.cells.length === 0);
  const partial = entries.filter(
    (entry) => entry.rule === rule && finding.cells.some((cell) => names(entry, cell)),
  );
  const aboutOneSum = finding.expected !== undefined;
  const enough = aboutOneSum
    ? partial.length > 0
    : finding.cells.length > 0 && finding.cells.every((cell) => partial.some((entry) => names(entry, cell)));
  const used = enough ? [...whole, ...partial] : whole;
  for (const entry of used) entry.used = true;
  const [by] = used;
  return by ? { source: by.source, reason: by.reason } : null;
}

function names({ cells }: Ignore, cell: string): boolean {
  return cells.some((name) => cell === name || cell.startsWith(`${name}.`));
}

/**
 * Why an entry is to be reported; null where it is not: it silences something, or its rule is turned off or crashed
 * (`ran` says no), so that nothing can be said.
 */
export function faultOf(entry: Entry, ran: (rule: string) => boolean): UnusedIgnore | null {
  const { rule, cells } = entry;
  const source = { id: "unused-ignore", source: entry.source } as const;
  if (rule === UNUSED) return { ...source, why: "itself", name: rule };
  if (!isRuleCode(rule)) return { ...source, why: "rule", name: rule };
  const unknown = cells.find((cell) => !isCellName(cell));
  if (unknown !== undefined) return { ...source, why: "cell", name: unknown };
  if (entry.used || !ran(rule)) return null;
  return { ...source, why: "nothing", name: rule };
}
