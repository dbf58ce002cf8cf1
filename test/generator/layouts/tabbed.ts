// Tables copied from a browser or a spreadsheet: a row a line, cells parted by tabs.

import { type Boxes, expand, inked, type Place } from "../box";
import type { Piece } from "../ink";
import type { Random } from "../random";

/**
 * `browser`: merged cells leave nothing behind; `excel`: every place of the grid has its cell; `excel-trimmed`: without
 * the empty ones at a row's end; `shifted`: merged cells leave tabs behind, now before and now behind the figures.
 */
export type TabbedShape = "browser" | "excel" | "excel-trimmed" | "shifted";
export const TABBED_SHAPES: readonly TabbedShape[] = ["browser", "excel", "excel-trimmed", "shifted"];

export interface TabbedStyle {
  readonly shape: TabbedShape;
  /** How often an empty line stands between two rows. */
  readonly gaps: number;
  /** How often a line break inside a label is kept. */
  readonly breaks: boolean;
}

/** A table with a row a line. */
export function writeTabbed(boxes: Boxes, { shape, gaps, breaks }: TabbedStyle, random: Random): Piece[] {
  const write = (text: string) => (breaks ? text : text.replaceAll("\n", ""));
  return expand(boxes).flatMap((places, y) => {
    const cells = cellsOf(places, shape, random).map((place) => (place ? inked(place.box, write) : [""]));
    const line = cells.flatMap((cell, x) => (x === 0 ? cell : ["\t", ...cell]));
    // A row with a single cell still has its tabs: they are what merged cells leave.
    const tail = cells.length === 1 ? ["\t"] : [];
    return [...(y > 0 && random.chance(gaps) ? ["\n"] : []), ...line, ...tail, "\n"];
  });
}

function cellsOf(places: readonly Place[], shape: TabbedShape, random: Random): (Place | null)[] {
  const own = places.filter(({ right, down }) => right === 0 && down === 0);
  if (shape === "browser") return own;
  if (shape === "shifted") {
    const labels = own.filter(({ box }) => box.kind === "label");
    const rest = own.filter(({ box }) => box.kind !== "label");
    if (labels.length === 0) return [...own, ...blanks(random.below(3))];
    return [
      ...blanks(random.below(3)),
      ...labels,
      ...blanks(random.below(3)),
      ...rest,
      ...blanks(random.below(3)),
    ];
  }
  const all = places.map((place) => (place.right === 0 && place.down === 0 ? place : null));
  if (shape === "excel") return all;
  const last = all.findLastIndex((place) => place !== null && place.box.text !== "");
  return all.slice(0, last + 1);
}

function blanks(count: number): null[] {
  return Array<null>(count).fill(null);
}
