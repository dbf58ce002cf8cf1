// The parts of a text that formatting leaves alone: code and comments show or hide what stands in them as it is.

import { lineSpans } from "../text/lines";
import type { Span } from "../text/span";

/** Fenced code and comments, in no order; a fence without an end goes to the end of the text, as in Markdown. */
export function keptSpans(text: string): Span[] {
  return [...fences(text), ...comments(text)];
}

function fences(text: string): Span[] {
  if (!/```|~~~/.test(text)) return [];
  const spans: Span[] = [];
  let open: { start: number; fence: string } | null = null;
  for (const { start, end } of lineSpans(text)) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(start, end))?.[1];
    if (!fence) continue;
    if (!open) open = { start, fence };
    else if (fence.startsWith(open.fence)) {
      spans.push({ start: open.start, end });
      open = null;
    }
  }
  if (open) spans.push({ start: open.start, end: text.length });
  return spans;
}

function comments(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf("<!--"); start >= 0; ) {
    const close = text.indexOf("-->", start);
    if (close < 0) break;
    spans.push({ start, end: close + 3 });
    start = text.indexOf("<!--", close);
  }
  return spans;
}

const ELEMENT = /<(\/?)(?:div|section|article|main|center|blockquote|form|table|details)(?=[\s>])/gi;

/** Where a text is inside an HTML element, in which Markdown's tables are none; in order and without overlap. */
export function elementSpans(text: string): Span[] {
  const spans: Span[] = [];
  let [depth, start] = [0, 0];
  for (const { index, 1: close } of text.matchAll(ELEMENT)) {
    if (!close && depth++ === 0) start = index;
    if (close && depth > 0 && --depth === 0) spans.push({ start, end: index });
  }
  if (depth > 0) spans.push({ start, end: text.length });
  return spans;
}
