// The lines of a text with what each looks like by itself, before they are put together to tables.

import type { Span } from "../text/span";
import { isSectionHeading } from "./headings";
import { isTitle } from "./title";

export type PieceKind = "blank" | "pipe" | "tab" | "text";

/** A line with what it looks like. */
export interface Piece extends Span {
  readonly kind: PieceKind;
  /** The line without fillers at its ends. */
  readonly content: string;
}

/** The line at `at`, or where that is empty the one below it. */
export function filledFrom(pieces: readonly Piece[], at: number): Piece | undefined {
  return pieces[pieces[at]?.kind === "blank" ? at + 1 : at];
}

/** Whether a UTF-16 code unit parts cells: `|`, `｜`, `│`, `┃` or `║`. */
export function isPipe(code: number): boolean {
  return code === 0x7c || code === 0xff5c || code === 0x2502 || code === 0x2503 || code === 0x2551;
}

/** The marks of Markdown's quotes before a line's words. */
const QUOTE = /^ {0,3}(?:> ?)+/;

/** A line without the marks of the quotes that it stands in. */
export function unquoted(text: string, line: Span): Span {
  let first = line.start;
  while (first < line.end && text[first] === " ") first++;
  if (text[first] !== ">") return line;
  const marks = text.slice(line.start, Math.min(line.end, line.start + LONGEST_MARKS));
  return { start: line.start + (QUOTE.exec(marks)?.[0].length ?? 0), end: line.end };
}

const LONGEST_MARKS = 40;

/** A list's mark or a heading's number that Word parts from the words by a tab. */
const NUMBER_AND_TAB = /^(?:[-*+#]+|[一二三四五六]、|\d{1,2}[.、])\t(?=[^\t]+$)/;

/** Whether a line, without fillers at its ends, is a section's heading or a title, and so never part of a table. */
export function isOwnLine(content: string): boolean {
  const isRow = content.includes("\t") && !NUMBER_AND_TAB.test(content);
  return !isRow && (isSectionHeading(content) || isTitle(content));
}
