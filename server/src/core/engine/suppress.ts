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

/** Whether one of the entries silences a rule's finding: it names the rule, and one of its cells or none. */
export function isIgnored(ignores: readonly Ignore[], rule: string, finding: RuleFinding): boolean {
  return ignores.some(
    (ignore) =>
      ignore.rule === rule &&
      (ignore.cells.length === 0 || ignore.cells.some((cell) => finding.cells[0] === cell)),
  );
}
