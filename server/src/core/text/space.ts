// What counts as empty in a draft: the fillers that Word, web pages and converters leave in cells.

const SPACES = new Set<number>([
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
  0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x200b, 0x200c, 0x200d, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060,
  0x3000, 0xfeff,
]);

/** Whether a UTF-16 code unit is white space, U+00A0, U+3000 or a zero-width filler. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return SPACES.has(code);
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
