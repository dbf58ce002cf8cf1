// Tables copied from a browser, a spreadsheet or a PDF: a row a line, cells parted by tabs, commas or spaces.

import { type Boxes, expand, inked, type Place } from "../box";
import type { Piece } from "../ink";
import type { Random } from "../random";

/**
 * `browser`: merged cells leave nothing behind; `excel`: every place of the grid has its cell; `excel-trimmed`: without
 * the empty ones at a row's end; `shifted`: merged cells leave tabs behind, now before and now behind the figures;
 * `comma`: every place of the grid between commas; `spaced`: a space between cells, as PDF readers copy; `columns`:
 * several, below a line of dashes, as pandoc's simple tables.
 */
export type TabbedShape = "browser" | "excel" | "excel-trimmed" | "shifted" | "comma" | "spaced" | "columns";
export const TABBED_SHAPES: readonly TabbedShape[] = [
  "browser",
  "excel",
  "excel-trimmed",
  "shifted",
  "comma",
  "spaced",
  "columns",
];

export interface TabbedStyle {
  readonly shape: TabbedShape;
  /** How often an empty line stands between two rows. */
  readonly gaps: number;
  /** How often a line break inside a label is kept. */
  readonly breaks: boolean;
}

/** A table with a row a line. */
export function writeTabbed(boxes: Boxes, style: TabbedStyle, random: Random): Piece[] {
  const { shape, gaps, breaks } = style;
  if (shape === "comma") return writeCommas(boxes);
  if (shape === "spaced" || shape === "columns") return writeSpaced(boxes, style, random);
  const write = (text: string) => (breaks ? text : text.replaceAll("\n", ""));
  return expand(boxes).flatMap((places, y) => {
    const cells = cellsOf(places, shape, random).map((place) => (place ? inked(place.box, write) : [""]));
    const line = cells.flatMap((cell, x) => (x === 0 ? cell : ["\t", ...cell]));
    // A row with a single cell still has its tabs: they are what merged cells leave.
    const tail = cells.length === 1 ? ["\t"] : [];
    return [...(y > 0 && random.chance(gaps) ? ["\n"] : []), ...line, ...tail, "\n"];
  });
}

/** Fields with a comma in them stand in quotes. */
function writeCommas(boxes: Boxes): Piece[] {
  const write = (text: string) => text.replaceAll("\n", "");
  return expand(boxes).flatMap((places) => {
    const fields = places.map(({ box, right, down }): Piece[] => {
      if (right > 0 || down > 0) return [""];
      return box.text.includes(",") ? ['"', ...inked(box, write), '"'] : inked(box, write);
    });
    return [...fields.flatMap((field, x) => (x === 0 ? field : [",", ...field])), "\n"];
  });
}

/** Blank cells leave nothing behind. */
function writeSpaced(boxes: Boxes, { shape, gaps, breaks }: TabbedStyle, random: Random): Piece[] {
  const whole = (text: string) => text.replaceAll("\n", "");
  const gap = shape === "spaced" ? " " : " ".repeat(random.between(2, 6));
  const edge = `${"-".repeat(24)} ${"-".repeat(8)}\n`;
  const rows = expand(boxes).flatMap((places, y): Piece[] => {
    const own = places.filter(({ box, right, down }) => right === 0 && down === 0 && box.text !== "");
    if (own.length === 0) return [];
    // Only before a row's figures a label is in the way of no other's lines.
    const kept = (x: number) => breaks && x === 0 && own.slice(1).every(({ box }) => box.kind === "figure");
    const line = own.flatMap(({ box }, x): Piece[] => [
      x === 0 ? "" : gap,
      ...inked(box, kept(x) ? (text) => text : whole),
    ]);
    return [...(y > 0 && random.chance(gaps) ? ["\n"] : []), ...line, "\n"];
  });
  return shape === "columns" ? [edge, ...rows, edge] : rows;
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
