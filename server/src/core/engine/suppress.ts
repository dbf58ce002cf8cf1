// Silencing from inside the draft: `<!-- gouji-ignore RULE [CELL…]: reason -->` on a line of its own.

import type { Report } from "../report/model";
import type { RuleFinding } from "../rules/rule";

export interface Ignore {
  readonly rule: string;
  /** The cells named; none means the whole report. */
  readonly cells: readonly string[];
  readonly reason: string;
}

const COMMENT =
  /^[ \t]*<!--[ \t]*gouji-ignore[ \t]+([\w-]+\/[\w-]+)((?:[ \t]+[\w.]+)*)[ \t]*(?:[:：][ \t]*(.*?))?[ \t]*-->[ \t]*\r?$/gm;

/** The entries in a report; those before the first report's title belong to it. */
export function ignoresOf(text: string, report: Report, first: boolean): Ignore[] {
  const part = text.slice(first ? 0 : report.span.start, report.span.end);
  if (!part.includes("gouji-ignore")) return [];
  return [...part.matchAll(COMMENT)].map(([, rule, cells, reason]) => ({
    rule: rule!,
    cells: cells!.split(/[ \t]+/).filter(Boolean),
    reason: reason ?? "",
  }));
}

/**
 * Whether an entry silences a rule's finding: it names the rule and no cells, or a cell that the finding's figures come
 * from. A finding on a run of cells is silenced where all of them are named.
 */
export function isIgnored(ignores: readonly Ignore[], rule: string, finding: RuleFinding): boolean {
  const named = new Set<string>();
  for (const ignore of ignores) {
    if (ignore.rule !== rule) continue;
    if (ignore.cells.length === 0) return true;
    for (const cell of ignore.cells) named.add(cell);
  }
  if (finding.cells.length === 0) return false;
  const aboutOneSum = finding.expected !== undefined;
  return aboutOneSum
    ? finding.cells.some((cell) => named.has(cell))
    : finding.cells.every((cell) => named.has(cell));
}
