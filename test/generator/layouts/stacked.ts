// Word documents saved or copied as text: every cell on a line of its own, rows parted by empty lines.

import { type Boxes, expand, inked } from "../box";
import type { Piece } from "../ink";

/** `word`: behind a tab, an empty line between rows; `close`: none; `bare`: no tabs; `lines`: no tabs, no empty lines. */
export type StackedShape = "word" | "close" | "bare" | "lines";
export const STACKED_SHAPES: readonly StackedShape[] = ["word", "close", "bare", "lines"];

/** A table with a cell a line. Cells that a label above covers are empty cells, those to its right are not there. */
export function writeStacked(boxes: Boxes, shape: StackedShape): Piece[] {
  const rows = expand(boxes).map((places) => places.filter(({ right }) => right === 0));
  if (shape === "bare" || shape === "lines") {
    const gap = shape === "bare" ? "\n\n" : "\n";
    return rows.flatMap((places) =>
      places.flatMap(({ box, down }) =>
        down > 0 || !box.text ? [] : [...inked(box, (text) => text.replaceAll("\n", gap)), gap],
      ),
    );
  }
  return rows.flatMap((places, y) => [
    ...(y > 0 && shape === "word" ? ["\n"] : []),
    ...places.flatMap(({ box, down }) => ["\t", ...(down > 0 ? [] : inked(box)), "\n"]),
  ]);
}
