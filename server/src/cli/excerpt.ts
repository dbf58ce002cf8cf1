// A line of a draft as a terminal shows it, with a mark under a part of it: wide characters take two columns, tabs
// are expanded, and a long line is cut to the part around the mark.

import { eastAsianWidth } from "get-east-asian-width";

export interface Excerpt {
  readonly text: string;
  /** Blanks up to the part, then `~` under each of its columns, or one `^` where it takes one column or none. */
  readonly marker: string;
}

interface Glyph {
  /** Where the character stands in the line, in UTF-16 code units. */
  readonly at: number;
  readonly text: string;
  /** Columns on the screen. */
  readonly width: number;
}

const TAB = 4;
const CUT = "...";

/** Shows `line` (without its line end) in at most `columns` columns, with `[start, end)` (UTF-16) marked. */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  const glyphs = glyphsOf(line);
  const marked = (glyph: Glyph) => glyph.at >= start && glyph.at < end;
  const found = glyphs.findIndex((glyph) => glyph.at >= start);
  const first = found < 0 ? glyphs.length : found;
  const [from, to] = windowOf(glyphs, first, widthOf(glyphs.filter(marked)), columns);
  const shown = glyphs.slice(from, to);
  const before = (from > 0 ? CUT.length : 0) + widthOf(glyphs.slice(from, first));
  const under = widthOf(shown.filter(marked));
  return {
    text: `${from > 0 ? CUT : ""}${shown.map((glyph) => glyph.text).join("")}${to < glyphs.length ? CUT : ""}`,
    marker: " ".repeat(before) + (under > 1 ? "~".repeat(under) : "^"),
  };
}

/** Which glyphs fit: the marked ones with up to a third of the room before them, and what follows. */
function windowOf(glyphs: readonly Glyph[], first: number, under: number, columns: number): [number, number] {
  if (widthOf(glyphs) <= columns) return [0, glyphs.length];
  const room = columns - 2 * CUT.length;
  const lead = Math.max(0, Math.min(Math.floor(room / 3), room - under));
  let [from, to, width] = [first, first, 0];
  while (from > 0 && width + glyphs[from - 1]!.width <= lead) width += glyphs[--from]!.width;
  while (to < glyphs.length && width + glyphs[to]!.width <= room) width += glyphs[to++]!.width;
  while (from > 0 && width + glyphs[from - 1]!.width <= room) width += glyphs[--from]!.width;
  return [from, to];
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
}

function glyphsOf(line: string): Glyph[] {
  const glyphs: Glyph[] = [];
  let [at, column] = [0, 0];
  for (const char of line) {
    const shown = shownAs(char, column);
    glyphs.push({ at, ...shown });
    at += char.length;
    column += shown.width;
  }
  return glyphs;
}

/** What nearly all of a line consists of: ASCII and Han. */
const PLAIN = /^[ -~\u4e00-\u9fff]$/;

/** Invisible and control characters are left out, so that a draft cannot steer the terminal. */
function shownAs(char: string, column: number): { text: string; width: number } {
  if (PLAIN.test(char)) return { text: char, width: char > "~" ? 2 : 1 };
  if (char === "\t") {
    const width = TAB - (column % TAB);
    return { text: " ".repeat(width), width };
  }
  if (char === "\u00a0") return { text: " ", width: 1 };
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(char)) return { text: "", width: 0 };
  if (/\p{M}/u.test(char)) return { text: char, width: 0 };
  if (/\p{Cs}/u.test(char)) return { text: "\ufffd", width: 1 };
  return { text: char, width: eastAsianWidth(char.codePointAt(0)!) };
}
