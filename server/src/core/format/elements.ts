// Where formatting makes no tables: Markdown has none inside HTML elements.

import type { Span } from "../text/span";

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
