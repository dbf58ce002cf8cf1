// Tables and lines as they stand in the text, before anything is known of the form.

import type { Layout } from "../report/model";
import { trimmed } from "../text/space";
import type { Span } from "../text/span";

export interface GridCell {
  /** All between the delimiters. */
  readonly slot: Span;
  /** The content without fillers and markup; where the cell is blank, what a figure would replace. */
  readonly span: Span;
  /** The content; empty where the cell is blank. */
  readonly text: string;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly kind: "grid";
  readonly layout: Layout;
  readonly span: Span;
  readonly rows: readonly GridRow[];
  /** Whether a row's cells stand at their columns, so that a blank cell is a cell and no filler. */
  readonly positional: boolean;
}

/** A line of text that belongs to no table; `text` is without fillers at its ends. */
export interface Line {
  readonly kind: "line";
  readonly span: Span;
  readonly text: string;
}

export type Block = Grid | Line;

/** The cell whose slot is `[start, end)` of `text`; over several lines, without the marks of a quote before them. */
export function gridCell(text: string, start: number, end: number): GridCell {
  const slot = { start, end };
  const words = text.slice(start, end);
  if (!words.includes(">")) {
    const at = trimmed(text, start, end);
    return { slot, span: at, text: text.slice(at.start, at.end) };
  }
  const before = QUOTED_BEFORE.exec(words)?.[0].length ?? 0;
  const behind = QUOTED_BEHIND.exec(words.slice(before))?.[0].length ?? 0;
  const at = trimmed(text, start + before, end - behind);
  return { slot, span: at, text: text.slice(at.start, at.end).replace(QUOTED_INSIDE, "") };
}

/** The marks of a quote before the lines that a cell goes on to. */
const QUOTED_BEFORE = /^(?:\s*[\r\n] {0,3}(?:> ?)+)+/;
const QUOTED_BEHIND = /(?:[\r\n] {0,3}(?:> ?)+[^\S\r\n]*)+$/;
const QUOTED_INSIDE = /(?<=[\r\n]) {0,3}(?:> ?)+/g;

/** The line `[start, end)` of `text`, or null where it holds fillers only. */
export function lineBlock(text: string, start: number, end: number): Line | null {
  const at = trimmed(text, start, end);
  return at.start === at.end ? null : { kind: "line", span: at, text: text.slice(at.start, at.end) };
}
