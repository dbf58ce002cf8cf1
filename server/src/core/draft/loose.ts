// Cells that lost their tabs: web pages copied as text, with every cell on a line of its own between empty lines.
// Only the form's labels tell that such lines are a table; blank cells are lost.

import { readNumeral } from "../text/numeral";
import { type Grid, type GridCell, gridCell } from "./grid";
import { lookUpLabel } from "./labels";
import { isOwnLine, type Piece } from "./piece";

const FEWEST_LABELS = 3;
const FEWEST_FIGURES = 3;
/** A line that is neither a label of the form nor a figure may be part of a label; longer ones are text. */
const LONGEST_PART = 40;
/** No more than so many such lines stand between what is clearly of the table. */
const MOST_PARTS = 3;
const LONGEST_LABEL = 80;

type Kind = "label" | "figure" | "part" | "other";

/**
 * The table that begins with the line at `first`, and the line behind its last one. Without a table `end` is the line
 * up to which none begins, so that no line is looked at twice.
 */
export function readLooseGrid(
  text: string,
  pieces: readonly Piece[],
  first: number,
): { readonly grid: Grid | null; readonly end: number } {
  if (kindOf(text, pieces[first]!) !== "label") return { grid: null, end: first + 1 };
  const cells: GridCell[] = [];
  let [labels, figures, parts, end, length, i] = [0, 0, 0, first, 0, first];
  for (; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.kind === "blank") continue;
    const kind = piece.kind === "text" ? kindOf(text, piece) : "other";
    if (kind === "other" || (kind === "part" && ++parts > MOST_PARTS)) break;
    cells.push(gridCell(text, piece.start, piece.end));
    if (kind === "part") continue;
    parts = 0;
    if (kind === "label") labels++;
    else figures++;
    end = i + 1;
    length = cells.length;
  }
  if (labels < FEWEST_LABELS || figures < FEWEST_FIGURES) return { grid: null, end: i };
  const rows = cells.slice(0, length).map((cell) => ({ cells: [cell] }));
  const span = { start: pieces[first]!.start, end: pieces[end - 1]!.end };
  return { grid: { kind: "grid", layout: "stacked", span, rows, positional: false }, end };
}

function kindOf(text: string, { start, end }: Piece): Kind {
  if (end - start > LONGEST_LABEL) return "other";
  const content = text.slice(start, end).trim();
  const reading = readNumeral(content, 0, content.length);
  if (reading.kind === "number" || reading.kind === "nil") return "figure";
  if (isOwnLine(content)) return "other";
  if (lookUpLabel(content)) return "label";
  return content.length <= LONGEST_PART && !/[。；：:！？]./.test(content) ? "part" : "other";
}
