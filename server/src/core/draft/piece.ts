// The lines of a text with what each looks like by itself, before they are put together to tables.

import type { Span } from "../text/span";
import { isSectionHeading } from "./headings";
import { isTitle } from "./title";

export type PieceKind = "blank" | "pipe" | "tab" | "text";

/** A line with what it looks like. */
export interface Piece extends Span {
  readonly kind: PieceKind;
}

/** Whether a line, without fillers at its ends, is a section's heading or a title, and so never part of a table. */
export function isOwnLine(content: string): boolean {
  return !content.includes("\t") && (isSectionHeading(content) || isTitle(content));
}
