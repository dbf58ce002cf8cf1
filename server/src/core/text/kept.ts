// The parts of a text that are not its words: front matter, fenced code and comments show or hide what stands in them
// as it is, so formatting and the rules on text leave them alone.

import { lineSpans } from "./lines";
import type { Span } from "./span";

/** Front matter, fenced code and comments, in no order; a fence without an end goes to the end of the text, as in Markdown. */
export function keptSpans(text: string): Span[] {
  return [...frontMatter(text), ...fences(text), ...comments(text)];
}

/** Those of the lines within a span of a text, in its order, that are its words: none in front matter, code or comments. */
export function outsideKept<Line extends { readonly span: Span }>(
  text: string,
  within: Span,
  lines: readonly Line[],
): readonly Line[] {
  const kept = keptSpans(text.slice(within.start, within.end)).sort((a, b) => a.start - b.start);
  if (kept.length === 0) return lines;
  let next = 0;
  let keptTo = 0;
  return lines.filter(({ span }) => {
    const at = span.start - within.start;
    for (; next < kept.length && kept[next]!.start <= at; next++) keptTo = Math.max(keptTo, kept[next]!.end);
    return at >= keptTo;
  });
}

/** What a site's generator reads: `---` at the very top, `key: value` below it, down to the next `---`. */
const FRONT_MATTER =
  /^\ufeff?---[ \t]*(?:\r\n|\r|\n)[^\s:：#]+[ \t]*:(?=\s)[\s\S]*?[\r\n](?:---|\.{3})[ \t]*(?=[\r\n]|$)/;

function frontMatter(text: string): Span[] {
  const [found] = FRONT_MATTER.exec(text) ?? [];
  return found === undefined ? [] : [{ start: 0, end: found.length }];
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
