// Tables drawn with `+---+` and `|`, as pandoc writes what Word's tables are: merged cells without edges inside, a
// label's lines below one another, columns aligned by display width.

import { displayWidth } from "../../../server/src/core/text/width";
import { type Boxes, box, expand, type Place } from "../box";
import { named, type Piece } from "../ink";

const NARROWEST = 3;

/** A table with drawn edges; ends with a line break. */
export function writeRuled(boxes: Boxes): Piece[] {
  const grid = expand(boxes);
  const columns = Math.max(...grid.map((places) => places.length));
  for (const places of grid) {
    while (places.length < columns) places.push({ box: box("header", ""), right: 0, down: 0 });
  }
  const widths = widthsOf(grid);
  return grid.flatMap((places, y) => {
    const own = places.filter(({ right, down }) => right === 0 && down === 0);
    const height = Math.max(1, ...own.map((place) => linesOf(place).length));
    const lines = Array.from({ length: height }, (_, line) => textLine(places, line, widths)).flat();
    return [
      ...(y === 0 ? [edge(undefined, places, widths, "-")] : []),
      ...lines,
      edge(places, grid[y + 1], widths, y === 0 ? "=" : "-"),
    ];
  });
}

/** A label over several rows stands on one line, as its rows may have no more. */
function linesOf({ box: { rows, text } }: Place): string[] {
  return rows > 1 ? [text.replaceAll("\n", "")] : text.split("\n");
}

function textWidth(place: Place): number {
  const pads = displayWidth(place.box.pad.join(""));
  return pads + Math.max(0, ...linesOf(place).map(displayWidth));
}

/** What a box over several columns needs beyond them, its last column has. */
function widthsOf(grid: readonly (readonly Place[])[]): number[] {
  const widths: number[] = [];
  const places = grid.flatMap((row) => row.map((place, x) => ({ place, x })));
  for (const { place, x } of places.sort((a, b) => a.place.box.columns - b.place.box.columns)) {
    if (place.right > 0) continue;
    const last = x + place.box.columns - 1;
    for (let i = x; i <= last; i++) widths[i] ??= NARROWEST;
    const missing = textWidth(place) - spanWidth(widths, x, place.box.columns);
    if (missing > 0) widths[last] = widths[last]! + missing;
  }
  return widths;
}

function spanWidth(widths: readonly number[], x: number, columns: number): number {
  return widths.slice(x, x + columns).reduce((sum, width) => sum + width + 3, -3);
}

function textLine(places: readonly Place[], line: number, widths: readonly number[]): Piece[] {
  const cells = places.flatMap((place, x): Piece[] => {
    const { box: own, right, down } = place;
    if (right > 0) return [];
    const text = down > 0 ? "" : (linesOf(place)[line] ?? "");
    const [before, behind] = text === "" && line > 0 ? ["", ""] : own.pad;
    const room = spanWidth(widths, x, own.columns) - displayWidth(before + text + behind);
    const words = [
      before,
      ...(own.name && line === 0 && down === 0 ? named(own.name, text) : [text]),
      behind,
    ];
    const inside = [" ", ...words, " ".repeat(room + 1)];
    return ["|", ...(own.name && line === 0 && down === 0 ? named(`slot.${own.name}`, ...inside) : inside)];
  });
  return [...cells, "|\n"];
}

/** The line between two rows: none of it where a box goes on below. */
function edge(
  above: readonly Place[] | undefined,
  below: readonly Place[] | undefined,
  widths: readonly number[],
  mark: string,
): string {
  const goesOn = (x: number) => above !== undefined && below !== undefined && above[x]?.box === below[x]?.box;
  const parted = (row: readonly Place[] | undefined, x: number) => row?.[x - 1]?.box !== row?.[x]?.box;
  const corner = (x: number) => {
    const [left, right] = [x > 0 && goesOn(x - 1), x < widths.length && goesOn(x)];
    if (left && right) return parted(above, x) ? "|" : " ";
    if ((x === 0 && right) || (x === widths.length && left)) return "|";
    return parted(above, x) || parted(below, x) || left || right ? "+" : mark;
  };
  const parts = widths.map((width, x) => corner(x) + (goesOn(x) ? " " : mark).repeat(width + 2));
  return `${parts.join("")}${corner(widths.length)}\n`;
}
