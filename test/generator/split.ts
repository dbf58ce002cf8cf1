// A table cut in two by a page break, with its header repeated above the second part.

import { type Box, type Boxes, expand } from "./box";

/** The parts above and below the row `at`; the first `headers` rows are repeated, without their names. */
export function splitBoxes(boxes: Boxes, at: number, headers: number): [Boxes, Boxes] {
  const grid = expand(boxes);
  const above = boxes
    .slice(0, at)
    .map((row, y) => row.map((each): Box => ({ ...each, rows: Math.min(each.rows, at - y) })));
  const below = boxes.slice(at).map((row) => row.map((each): Box => ({ ...each })));
  // A label that spans the break goes on in a cell without text.
  below[0] = grid[at]!.flatMap(({ box, right, down }): Box[] => {
    if (right > 0) return [];
    return [down > 0 ? { ...box, text: "", rows: box.rows - down } : { ...box }];
  });
  const repeated = boxes
    .slice(0, headers)
    .map((row) => row.map(({ name: _, ...each }): Box => ({ ...each })));
  return [above, [...repeated, ...below]];
}

/** How many rows of headers a table begins with. */
export function headerRows(boxes: Boxes): number {
  const first = boxes.findIndex((row) => row.some(({ kind }) => kind !== "header"));
  return first < 0 ? boxes.length : first;
}
