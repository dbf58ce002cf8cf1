// Cells that lost their tabs: web pages copied as text, with every cell on a line of its own between empty lines, and
// PDFs', with a row's cells on a line. Only the form's labels tell that such lines are a table; blank cells are lost.

import { contentOf } from "../text/space";
import { type Grid, type GridCell, gridCell } from "./grid";
import { breaksLabel, lookUpLabel } from "./labels";
import { isOwnLine, type Piece } from "./piece";
import { cellsOfLine, isFigure, isRuleLine } from "./spaced";

const FEWEST_LABELS = 3;
const FEWEST_FIGURES = 3;
/** So many different labels are a table of the form even where all its cells are blank, and so not there. */
const FEWEST_LABELS_ALONE = 8;
/** A line that is neither a label of the form nor a figure may be part of a label; longer ones are text. */
const LONGEST_PART = 40;
/** No more than so many such lines stand between what is clearly of the table. */
const MOST_PARTS = 3;
const LONGEST_LINE = 200;
/** A row in words of its own at a table's end has at least so many figures. */
const FEWEST_FIGURES_OF_ROW = 2;

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
  if (kindAt(text, pieces, first) !== "label" && !isHalfLabel(text, pieces, first)) {
    return { grid: null, end: first + 1 };
  }
  const rows: GridCell[][] = [];
  const different = new Set<string>();
  const gaps: number[] = [];
  let emptyLines = 0;
  let [labels, figures, parts, end, length, i] = [0, 0, 0, first, 0, first];
  // Below an unknown label a single figure may be a page's number below a line of text.
  let [sincePart, afterPart] = [0, false];
  for (; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.kind === "blank" || (piece.kind === "text" && isRuleLine(contentOf(text, piece)))) {
      emptyLines++;
      continue;
    }
    const above = rows.at(-1)?.at(-1);
    const split = splitLabel(text, pieces, i, above, rows.at(-1)?.length === 1);
    if (split) {
      if (split.withAbove) rows.pop();
      else gaps.push(emptyLines);
      rows.push(split.cells);
      labels++;
      figures += split.cells.length - 1;
      [parts, afterPart, emptyLines, i, end, length] = [0, false, 0, split.last, split.last + 1, rows.length];
      continue;
    }
    const cells = cellsOfLine(text, piece, above?.text);
    const joins = piece.kind === "text" && above !== undefined && isSecondHalf(above.text, cells[0]!.text);
    const kind = joins ? "label" : kindAt(text, pieces, i);
    if (kind === "other" || (kind === "part" && ++parts > MOST_PARTS)) break;
    if (joins)
      rows.at(-1)!.splice(-1, 1, gridCell(text, above.slot.start, cells[0]!.slot.end), ...cells.slice(1));
    else {
      rows.push(cells);
      gaps.push(emptyLines);
    }
    emptyLines = 0;
    if (kind === "part") {
      [sincePart, afterPart] = [0, true];
      continue;
    }
    parts = 0;
    const given = cells.filter((cell) => isFigure(cell.text)).length;
    figures += given;
    if (kind === "label") {
      const names = cells.filter((cell) => cell.text !== "" && !isFigure(cell.text));
      labels += names.length;
      for (const name of names) different.add(name.text);
      afterPart = false;
    } else {
      sincePart += given;
      if (afterPart && sincePart < FEWEST_FIGURES_OF_ROW) continue;
    }
    end = i + 1;
    length = rows.length;
  }
  if (isPageNumber(rows.slice(0, length), gaps)) length--;
  const isTable = labels >= FEWEST_LABELS && figures >= FEWEST_FIGURES;
  if (!isTable && different.size < FEWEST_LABELS_ALONE) return { grid: null, end: i };
  const span = { start: pieces[first]!.start, end: rows[length - 1]!.at(-1)!.slot.end };
  const grid = {
    kind: "grid",
    layout: layoutOf(rows),
    span,
    rows: rows.slice(0, length).map((cells) => ({ cells })),
  } as const;
  return { grid: { ...grid, positional: false }, end };
}

/**
 * The row of a label that stands in lines above and below its figures, as text centred in a PDF's table does; null where
 * the line at `at` has no figures or the lines around it make no label. `alone`: whether `above` is a line of its own.
 */
function splitLabel(
  text: string,
  pieces: readonly Piece[],
  at: number,
  above: GridCell | undefined,
  alone: boolean,
): { readonly cells: GridCell[]; readonly withAbove: boolean; readonly last: number } | null {
  let last = at + 1;
  while (pieces[last]?.kind === "blank") last++;
  if (pieces[at]!.kind !== "text" || pieces[last]?.kind !== "text") return null;
  const below = gridCell(text, pieces[last]!.start, pieces[last]!.end);
  if (below.text.length > LONGEST_PART || isFigure(below.text) || lookUpLabel(below.text)) return null;
  const cells = cellsOfLine(text, pieces[at]!);
  const figures = cells.filter((cell) => isFigure(cell.text));
  const [own] = cells;
  if (figures.length < FEWEST_FIGURES_OF_ROW || cells.length - figures.length > 1 || lookUpLabel(own!.text))
    return null;
  const label = isFigure(own!.text) ? [] : [own!];
  const before = above && alone && !isFigure(above.text) && !lookUpLabel(above.text) ? above : null;
  for (const withAbove of before ? [true, false] : [false]) {
    const halves = [...(withAbove ? [before!] : []), ...label, below];
    const words = halves.map((half) => half.text).join("");
    if (halves.length > 1 && lookUpLabel(words)) {
      return { cells: [{ ...halves[0]!, text: words }, ...figures], withAbove, last };
    }
  }
  return null;
}

/** A row a line, or a cell a line. */
function layoutOf(rows: readonly (readonly GridCell[])[]): "tabbed" | "stacked" {
  return rows.filter((cells) => cells.length > 1).length * 2 > rows.length ? "tabbed" : "stacked";
}

/** Whether the last cell is a small number that stands further off than any cell does from the one before it. */
function isPageNumber(rows: readonly (readonly GridCell[])[], gaps: readonly number[]): boolean {
  const last = rows.length - 1;
  const before = gaps.slice(1, last);
  const alone = rows[last]?.length === 1 && /^\d{1,3}$/.test(rows[last]![0]!.text);
  return before.length > 0 && alone && gaps[last]! > Math.max(...before);
}

/** What a line is; a first half of a label is a part of one however it looks. */
function kindAt(text: string, pieces: readonly Piece[], at: number): Kind {
  const piece = pieces[at]!;
  if (piece.kind !== "text") return "other";
  const kind = kindOf(text, piece);
  return kind === "other" && isHalfLabel(text, pieces, at) ? "part" : kind;
}

function isSecondHalf(above: string, content: string): boolean {
  return !isFigure(above) && !isFigure(content) && !isOwnLine(content) && breaksLabel(above, content);
}

/** Whether a line is the first half of a label whose other half is the next line that is not empty. */
function isHalfLabel(text: string, pieces: readonly Piece[], at: number): boolean {
  const next = pieces.slice(at + 1, at + 4).find(({ kind }) => kind !== "blank");
  if (next?.kind !== "text") return false;
  const content = contentOf(text, pieces[at]!);
  return !isOwnLine(content) && isSecondHalf(content, cellsOfLine(text, next, content)[0]!.text);
}

function kindOf(text: string, piece: Piece): Kind {
  if (piece.end - piece.start > LONGEST_LINE) return "other";
  const content = contentOf(text, piece);
  if (isOwnLine(content)) return "other";
  const [first, ...others] = cellsOfLine(text, piece);
  if (isFigure(first!.text)) return "figure";
  if (lookUpLabel(first!.text) || others.length > 0) return "label";
  return content.length <= LONGEST_PART && !/[。；！？]|[：:]./.test(content) ? "part" : "other";
}
