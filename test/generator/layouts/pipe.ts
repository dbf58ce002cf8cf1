// Pipe tables: Markdown, and what tools make of web pages.

import { type Boxes, expand, inked, type Place } from "../box";
import type { Piece } from "../ink";
import type { Random } from "../random";
import { writeRuled } from "./ruled";

/**
 * `gfm`: every place of the grid between outer pipes; `ragged`: merged cells' places at the row's end; `closed`: no
 * pipe before a row; `open`: neither before nor behind; `line-*`: a cell a line, with the pipe behind it, on a line of
 * its own before or behind it, or before a space and a line break; `repeated`: a merged cell's text at every place;
 * `ruled`: with drawn edges.
 */
export type PipeShape =
  | "gfm"
  | "ragged"
  | "closed"
  | "open"
  | "line-behind"
  | "line-before"
  | "line-own"
  | "line-lead"
  | "repeated"
  | "ruled";
export const PIPE_SHAPES: readonly PipeShape[] = [
  "gfm",
  "ragged",
  "closed",
  "open",
  "line-behind",
  "line-before",
  "line-own",
  "line-lead",
  "repeated",
  "ruled",
];

export interface PipeStyle {
  readonly shape: PipeShape;
  /** Whether a line between header and body stands below the first row. */
  readonly separator: boolean;
  /** How often a figure is in bold. */
  readonly bold: number;
  /** Whether a line break in a label is a `<br>`; else it is left out, or kept where a cell has a line. */
  readonly br: boolean;
}

/** A pipe table; every row ends with a line break. */
export function writePipe(boxes: Boxes, style: PipeStyle, random: Random): Piece[] {
  const { shape } = style;
  if (shape === "ruled") return writeRuled(boxes);
  const grid = expand(boxes);
  const width = Math.max(...grid.map((places) => places.length));
  const write = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", style.br ? "<br>" : "");
  const cell = ({ box }: Place): Piece[] => {
    const bold = box.kind === "figure" && box.text !== "" && random.chance(style.bold) ? "**" : "";
    return [bold, ...inked(bold ? { ...box, pad: ["", ""] } : box, write), bold];
  };
  const separator = `|${" --- |".repeat(width)}\n`;
  return grid.flatMap((places, y) => {
    const own = places.filter(({ right, down }) => right === 0 && down === 0);
    const row = writeRow(shape, places, own, width, cell);
    return y === 0 && style.separator && !shape.startsWith("line-") ? [...row, separator] : row;
  });
}

function writeRow(
  shape: Exclude<PipeShape, "ruled">,
  places: readonly Place[],
  own: readonly Place[],
  width: number,
  cell: (place: Place) => Piece[],
): Piece[] {
  const fillers = "|".repeat(Math.max(0, width - own.length));
  const between = (cells: readonly Piece[][], text: string) =>
    cells.flatMap((each, x) => (x === 0 ? each : [text, ...each]));
  // Of a label's places the last counts, beside the figures; of a figure's the first.
  const repeated = (place: Place) => {
    const { kind, columns } = place.box;
    const counts = place.right === (kind === "figure" ? 0 : columns - 1);
    const pieces = cell(place);
    return counts ? pieces : pieces.filter((piece) => typeof piece === "string");
  };
  switch (shape) {
    case "gfm": {
      const cells = places.map((place) => (place.right + place.down > 0 ? [""] : cell(place)));
      return ["| ", ...between(cells, " | "), " |\n"];
    }
    case "repeated":
      return ["| ", ...between(places.map(repeated), " | "), " |\n"];
    case "ragged":
      return ["| ", ...between(own.map(cell), " | "), ` |${fillers}\n`];
    case "closed":
      return [...between(own.map(cell), " | "), " |\n"];
    case "open":
      return [...between(own.map(cell), " | "), own.length === 1 ? " |\n" : "\n"];
    case "line-behind":
      return [...own.flatMap((place) => [...cell(place), " |\n"]), fillers ? `${fillers}\n` : ""];
    case "line-before":
      return ["|\n", ...between(own.map(cell), "\n|\n"), `\n|${fillers}\n`];
    case "line-own":
      return [...between(own.map(cell), "\n|\n"), `\n|\n${fillers ? `${fillers}\n` : ""}`];
    case "line-lead":
      return [
        "| ",
        ...between(
          own.map((place) => ["\n ", ...cell(place), "  "]),
          "| ",
        ),
        `|${fillers} \n`,
      ];
  }
}
