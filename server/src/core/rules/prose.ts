// What rules on text share: a line with its markup masked, the lines that close a report without being its text, all
// matches of a pattern.

import type { Report, TextLine } from "../report/model";
import { outsideKept } from "../text/kept";
import { isLineEnd } from "../text/lines";
import { masked } from "../text/markup";
import { countBefore } from "../text/search";
import type { Span } from "../text/span";

/** The line as it stands in `text`, every character of markup, addresses and code replaced by U+0000. */
export function maskedLine(text: string, { span }: TextLine): string {
  return masked(text.slice(span.start, span.end));
}

/** The lines of a report that are its words: none in front matter, code or comments, which nobody reads as text. */
export function wordLines(text: string, { lines, span }: Report): readonly TextLine[] {
  return outsideKept(text, span, lines);
}

/**
 * All matches of a global pattern; `part` stands in every one, so that a text without it need not be searched. Asked
 * first whether there is any, since `matchAll` makes a new pattern each time.
 */
export function matchesOf(text: string, pattern: RegExp, part = ""): RegExpExecArray[] {
  return !text.includes(part) || text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}

const DATE =
  /^(?:\d{4}|[二○〇零一三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/;
const PAGE_NUMBER = /^(?:第\d{1,3}页(?:[，,/]?共\d{1,3}页)?|[-—－–]*\d{1,3}[-—－–]*)$/;
/** What dates and page numbers end in. */
const ENDS = "日页0123456789-—－–";

/** Whether a line closes a report or a page, such as the organ's name, the date or a page number. */
export function isClosingLine({ organ }: Report, { text }: TextLine): boolean {
  const words = text.replace(/[\s\u00a0\u3000]+/g, "");
  if (words === organ || words.startsWith("<!--")) return true;
  return ENDS.includes(words.slice(-1)) && (DATE.test(words) || PAGE_NUMBER.test(words));
}

/** The lines under a section's heading, without those that close the report; no more than `most`. */
export function textUnder(
  report: Report,
  { headingSpan, span }: { headingSpan: Span; span: Span },
  most = Number.POSITIVE_INFINITY,
): TextLine[] {
  const { lines } = report;
  const found: TextLine[] = [];
  for (let i = firstFrom(lines, headingSpan.end); i < lines.length && found.length < most; i++) {
    const line = lines[i]!;
    if (line.span.start >= span.end) break;
    if (!isClosingLine(report, line)) found.push(line);
  }
  return found;
}

/** The index of the first of a report's lines that begins at an offset or behind it. */
export function firstFrom(lines: readonly TextLine[], offset: number): number {
  return countBefore(lines.length, (i) => lines[i]!.span.start < offset);
}

/** The whole physical lines that a span touches, without the last one's line end. */
export function wholeLines(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  while (end < text.length && !isLineEnd(text[end])) end++;
  return { start, end };
}

/** The whole physical lines that a span touches with the line end behind them: what to take out to delete them. */
export function deletableLines(text: string, span: Span): Span {
  const { start, end } = wholeLines(text, span);
  return { start, end: end + (/^(?:\r\n|\r|\n)?/.exec(text.slice(end, end + 2))?.[0].length ?? 0) };
}
