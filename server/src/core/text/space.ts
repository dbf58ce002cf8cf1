// What counts as empty in a draft: the fillers that Word, web pages and converters leave in cells.

/** Whether a UTF-16 code unit is white space, U+00A0, U+3000 or a zero-width filler. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code > 0x2060) return code === 0x3000 || code === 0xfeff;
  if (code < 0x2000) return code === 0x85 || code === 0xa0 || code === 0x1680;
  return code <= 0x200d || code === 0x2028 || code === 0x2029 || code === 0x202f || code >= 0x205f;
}

/** The part of `[start, end)` in `text` without fillers at either side; an empty span at `start` if all is filler. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}

/** The content of `[start, end)` in `text`, without fillers at either side. */
export function contentOf(text: string, { start, end }: { start: number; end: number }): string {
  const at = trimmed(text, start, end);
  return text.slice(at.start, at.end);
}
