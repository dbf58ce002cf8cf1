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

/** The cell whose slot is `[start, end)` of `text`. */
export function gridCell(text: string, start: number, end: number): GridCell {
  const at = trimmed(text, start, end);
  return { slot: { start, end }, span: at, text: text.slice(at.start, at.end) };
}

/** The line `[start, end)` of `text`, or null where it holds fillers only. */
export function lineBlock(text: string, start: number, end: number): Line | null {
  const at = trimmed(text, start, end);
  return at.start === at.end ? null : { kind: "line", span: at, text: text.slice(at.start, at.end) };
}
