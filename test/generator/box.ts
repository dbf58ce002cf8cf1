// Tables as laid-out boxes that may span rows and columns, before a layout writes them.

import type { Piece } from "./ink";
import { named } from "./ink";

/** One cell of a laid-out table. A label may have a line break in it. */
export interface Box {
  text: string;
  /** The cell's public name, or `label.…`, `header.…`, for those that a test asks for. */
  readonly name?: string;
  columns: number;
  rows: number;
  /** Fillers before and behind the text. */
  pad: readonly [string, string];
  readonly kind: "figure" | "label" | "header";
}

export type Boxes = Box[][];

/** A box of one cell. */
export function box(kind: Box["kind"], text: string, name?: string, columns = 1, rows = 1): Box {
  return { kind, text, columns, rows, pad: ["", ""], ...(name === undefined ? {} : { name }) };
}

/** A place of the full grid: a box's own, or one that it covers to the right or below. */
export interface Place {
  readonly box: Box;
  /** How far right and down of the box's own place. */
  readonly right: number;
  readonly down: number;
}

/** The full grid of places, with every box at all the places that it spans. */
export function expand(boxes: Boxes): Place[][] {
  const grid: Place[][] = boxes.map(() => []);
  boxes.forEach((row, y) => {
    let x = 0;
    for (const each of row) {
      while (grid[y]![x]) x++;
      for (let down = 0; down < each.rows && y + down < grid.length; down++) {
        for (let right = 0; right < each.columns; right++)
          grid[y + down]![x + right] = { box: each, right, down };
      }
      x += each.columns;
    }
  });
  return grid;
}

/** What stands in a box, with the place of its text (by the box's name) and of all of it (`slot.` and the name). */
export function inked(each: Box, write: (text: string) => string = (text) => text): Piece[] {
  const text = write(each.text);
  if (each.name === undefined) return [each.pad[0], text, each.pad[1]];
  return named(`slot.${each.name}`, each.pad[0], ...named(each.name, text), each.pad[1]);
}

/** Takes a row out; labels that span it span one row less. The row may not begin a span itself. */
export function removeRow(boxes: Boxes, at: number): void {
  for (let y = 0; y < at; y++) for (const each of boxes[y]!) if (each.rows > at - y) each.rows--;
  boxes.splice(at, 1);
}

/** Puts a row in; labels that span its place span one row more. */
export function insertRow(boxes: Boxes, at: number, row: Box[]): void {
  for (let y = 0; y < at; y++) for (const each of boxes[y]!) if (each.rows > at - y) each.rows++;
  boxes.splice(at, 0, row);
}
