// Edits of a text, and where in it they fall: on whole lines, with an empty line around what must stand by itself.

import type { Span } from "../text/span";

/** A replacement of a part of the text. */
export interface FormatEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with the edits made, which must not overlap. */
export function applied(text: string, edits: readonly FormatEdit[]): string {
  let result = "";
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits without those that change nothing. */
export function changing(text: string, edits: readonly FormatEdit[]): FormatEdit[] {
  return edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/** The line end that a text uses: CRLF where it has any, else LF, else a lone CR. */
export function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}

/** From the beginning of the line that `at` stands on. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  return start;
}

/** To the end of the line that `at` stands on, without its line end. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return end;
}

/**
 * The edit that puts a table (lines parted by LF, `eol` in the text) in place of `span`, on lines of its own and with an
 * empty line around it: in Markdown a line right below a table would be a row of it.
 */
export function tableEdit(text: string, span: Span, table: string, eol: string): FormatEdit {
  let { start, end } = span;
  let [before, behind] = ["", ""];
  const first = lineStart(text, start);
  if (isBlank(text, first, start)) {
    start = first;
    if (first > 0 && !isBlank(text, lineStart(text, skipLineEndBack(text, first)), first)) before = eol;
  } else before = eol + eol;
  const last = lineEnd(text, end);
  if (isBlank(text, end, last)) {
    end = last;
    const next = skipLineEnd(text, last);
    if (next > last && !isBlank(text, next, lineEnd(text, next))) behind = eol;
  } else behind = eol + eol;
  return { span: { start, end }, newText: before + table.replaceAll("\n", eol) + behind };
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === "\n" || text[at] === "\r";
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}

function skipLineEnd(text: string, at: number): number {
  if (text.startsWith("\r\n", at)) return at + 2;
  return isLineEnd(text, at) ? at + 1 : at;
}

function skipLineEndBack(text: string, at: number): number {
  return text.slice(0, at).endsWith("\r\n") ? at - 2 : at - 1;
}
