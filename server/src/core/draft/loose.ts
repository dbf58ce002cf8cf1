// Cells that lost their tabs: web pages copied as text, with every cell on a line of its own between empty lines, and
// PDFs', with a row's cells on a line. Only the form's labels tell that such lines are a table; blank cells are lost.

import { type Grid, type GridCell, gridCell } from "./grid";
import { breaksLabel, lookUpLabel, mayBeginLabel } from "./labels";
import { isOwnLine, type Piece } from "./piece";
import { cellsOfLine, isFigure, isRuleLine } from "./spaced";

const FEWEST_LABELS = 3;
const FEWEST_FIGURES = 3;
/** So many different labels are a table of the form even where all its cells are blank, and so not there. */
const FEWEST_LABELS_ALONE = 8;
/** A line that is neither a label of the form nor a figure may be part of a label; longer ones are text. */
const LONGEST_PART = 40;
/** No label's half is longer, and the other one stands no more lines below it. */
const LONGEST_HALF = 100;
const MOST_BELOW = 3;
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
  const kind = kindAt(text, pieces, first);
  if (kind === "other" || (kind !== "label" && !isHalfLabel(text, pieces, first))) {
    return { grid: null, end: first + 1 };
  }
  return new LooseReader(text, pieces, first).read();
}

/** Takes line after line into a table, until one is none of it. */
class LooseReader {
  private readonly rows: GridCell[][] = [];
  /** How many empty lines stand above each row. */
  private readonly gaps: number[] = [];
  private emptyLines = 0;
  private labels = 0;
  private readonly differentLabels = new Set<string>();
  private figures = 0;
  /** Lines that may be parts of labels, since the last that is clearly of the table. */
  private parts = 0;
  /** Whether such a line stands above, and how many figures since. */
  private belowPart = false;
  private figuresBelowPart = 0;
  private at: number;
  /** The line behind the last one that is clearly of the table, and how many rows there are up to it. */
  private end: number;
  private length = 0;

  constructor(
    private readonly text: string,
    private readonly pieces: readonly Piece[],
    private readonly first: number,
  ) {
    this.at = first;
    this.end = first;
  }

  read(): { readonly grid: Grid | null; readonly end: number } {
    while (this.at < this.pieces.length && this.takesLine()) this.at++;
    if (isPageNumber(this.rows.slice(0, this.length), this.gaps)) this.length--;
    return this.isTable() ? { grid: this.grid(), end: this.end } : { grid: null, end: this.at };
  }

  private takesLine(): boolean {
    const piece = this.pieces[this.at]!;
    if (piece.kind === "blank" || (piece.kind === "text" && isRuleLine(piece.content))) {
      this.emptyLines++;
      return true;
    }
    return this.takesSplitLabel() || this.takesRow(piece);
  }

  /** A row whose label stands in the lines above and below its figures. */
  private takesSplitLabel(): boolean {
    const above = this.rows.at(-1);
    const split = splitLabel(this.text, this.pieces, this.at, above?.at(-1), above?.length === 1);
    if (!split) return false;
    if (split.withAbove) this.rows.pop();
    else this.gaps.push(this.emptyLines);
    this.rows.push(split.cells);
    this.emptyLines = 0;
    this.labels++;
    this.figures += split.cells.length - 1;
    this.at = split.last;
    this.belongs();
    return true;
  }

  private takesRow(piece: Piece): boolean {
    const above = this.rows.at(-1)?.at(-1);
    const cells = cellsOfLine(this.text, piece, above?.text);
    const joins = piece.kind === "text" && above !== undefined && isSecondHalf(above.text, cells[0]!.text);
    const kind = joins ? "label" : kindAt(this.text, this.pieces, this.at);
    if (kind === "other" || (kind === "part" && ++this.parts > MOST_PARTS)) return false;
    if (joins) this.joinLabel(above, cells);
    else this.addRow(cells);
    this.emptyLines = 0;
    this.count(kind, cells);
    return true;
  }

  private joinLabel(above: GridCell, [below, ...others]: readonly GridCell[]): void {
    const whole = gridCell(this.text, above.slot.start, below!.slot.end);
    this.rows.at(-1)!.splice(-1, 1, whole, ...others);
  }

  private addRow(cells: GridCell[]): void {
    this.rows.push(cells);
    this.gaps.push(this.emptyLines);
  }

  private count(kind: Kind, cells: readonly GridCell[]): void {
    if (kind === "part") {
      [this.belowPart, this.figuresBelowPart] = [true, 0];
      return;
    }
    const figures = cells.filter((cell) => isFigure(cell.text)).length;
    this.parts = 0;
    this.figures += figures;
    if (kind === "label") {
      const names = cells.filter((cell) => cell.text !== "" && !isFigure(cell.text));
      this.labels += names.length;
      for (const name of names) this.differentLabels.add(name.text);
    } else {
      // Below an unknown label a single figure may be a page's number below a line of text.
      this.figuresBelowPart += figures;
      if (this.belowPart && this.figuresBelowPart < FEWEST_FIGURES_OF_ROW) return;
    }
    this.belongs();
  }

  /** All up to this line is clearly of the table. */
  private belongs(): void {
    [this.parts, this.belowPart] = [0, false];
    [this.end, this.length] = [this.at + 1, this.rows.length];
  }

  private isTable(): boolean {
    const isFilled = this.labels >= FEWEST_LABELS && this.figures >= FEWEST_FIGURES;
    return isFilled || this.differentLabels.size >= FEWEST_LABELS_ALONE;
  }

  private grid(): Grid {
    const rows = this.rows.slice(0, this.length);
    const span = { start: this.pieces[this.first]!.start, end: rows.at(-1)!.at(-1)!.slot.end };
    const layout = layoutOf(this.rows);
    return { kind: "grid", layout, span, rows: rows.map((cells) => ({ cells })), positional: false };
  }
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
  return before.length > 0 && alone && before.every((gap) => gap < gaps[last]!);
}

/** What a line is; a first half of a label is a part of one however it looks. */
function kindAt(text: string, pieces: readonly Piece[], at: number): Kind {
  const piece = pieces[at]!;
  if (piece.kind !== "text") return "other";
  const kind = kindOf(text, piece);
  return kind === "other" && isHalfLabel(text, pieces, at) ? "part" : kind;
}

function isSecondHalf(above: string, content: string): boolean {
  return breaksLabel(above, content) && !isFigure(above) && !isFigure(content) && !isOwnLine(content);
}

/** Whether a line is the first half of a label whose other half is the next line that is not empty. */
function isHalfLabel(text: string, pieces: readonly Piece[], at: number): boolean {
  const { content } = pieces[at]!;
  if (content.length > LONGEST_HALF || !mayBeginLabel(content)) return false;
  let below = at + 1;
  while (below < at + MOST_BELOW && pieces[below]?.kind === "blank") below++;
  const next = pieces[below];
  if (next?.kind !== "text") return false;
  return isSecondHalf(content, cellsOfLine(text, next, content)[0]!.text) && !isOwnLine(content);
}

function kindOf(text: string, piece: Piece): Kind {
  if (piece.end - piece.start > LONGEST_LINE) return "other";
  const { content } = piece;
  if (isOwnLine(content)) return "other";
  const [first, ...others] = cellsOfLine(text, piece);
  if (isFigure(first!.text)) return "figure";
  if (lookUpLabel(first!.text) || others.length > 0) return "label";
  return content.length <= LONGEST_PART && !/[。；！？]|[：:]./.test(content) ? "part" : "other";
}
