// The comments that silence findings from inside a draft: `<!-- gouji-ignore RULE [CELL…]: reason -->` on a line of
// its own. What begins like one and does not parse is given, too, so that it can be reported.

import { isLineEnd } from "../text/lines";
import type { Span } from "../text/span";

/** A comment that silences, or that would if it were written rightly. */
export interface IgnoreComment {
  /** The comment itself, without the line's fillers. */
  readonly span: Span;
  /** Null where the comment does not parse. */
  readonly entry: {
    readonly rule: string;
    readonly cells: readonly string[];
    readonly reason: string;
  } | null;
}

const BEGINNING = "<!--";
/** To the comment's end, or to the line's where it has none there. */
const COMMENT = /<!--[ \t]*gouji-ignore(?![\w-])(?:(?!-->)[^\r\n])*(?:-->)?/g;
const CONTENT =
  /^<!--[ \t]*gouji-ignore[ \t]+([\w-]+\/[\w-]+)((?:[ \t]+[\w.]+)*)[ \t]*(?:[:：][ \t]*(.*?))?[ \t]*-->$/;

/** The silencing comments in a part of a draft, in its order. One inside a line of other text does not parse. */
export function ignoreComments(text: string, { start, end }: Span): IgnoreComment[] {
  const part = text.slice(start, end);
  if (!part.includes("gouji-ignore")) return [];
  return [...part.matchAll(COMMENT)].map((match) => {
    const comment = match[0].trimEnd();
    const span = { start: start + match.index, end: start + match.index + comment.length };
    const found = isAlone(text, span) ? CONTENT.exec(comment) : null;
    if (!found) return { span, entry: null };
    const [, rule, cells, reason = ""] = found;
    return { span, entry: { rule: rule!, cells: cells!.split(/[ \t]+/).filter(Boolean), reason } };
  });
}

/** A line of the draft that silences a rule, for the cells or for the whole report. */
export function ignoreLine(rule: string, cells: readonly string[], reason: string): string {
  // A comment ends at the first `-->`, and has to stay on its line.
  const words = reason.replace(/\s+/g, " ").replaceAll("-->", "--＞").trim();
  return `${BEGINNING} gouji-ignore ${[rule, ...cells].join(" ")}: ${words} -->`;
}

function isAlone(text: string, { start, end }: Span): boolean {
  let before = start;
  while (before > 0 && isBlank(text[before - 1]!)) before--;
  let behind = end;
  while (behind < text.length && isBlank(text[behind]!)) behind++;
  return (before === 0 || isLineEnd(text[before - 1])) && (behind === text.length || isLineEnd(text[behind]));
}

/** A filler within a line. */
function isBlank(char: string): boolean {
  return !isLineEnd(char) && char.trim() === "";
}
