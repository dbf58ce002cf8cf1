// Cuts plain text and Markdown into lines and grids: pipe tables, tabbed rows, stacked cells.

import { lineSpans } from "../text/lines";
import { readNumeral } from "../text/numeral";
import { endsInLetter } from "../text/script";
import { contentOf } from "../text/space";
import type { Span } from "../text/span";
import { type Block, type Grid, type GridCell, type GridRow, gridCell, lineBlock } from "./grid";
import { breaksLabel, lookUpLabel } from "./labels";
import { readLooseGrid } from "./loose";
import { filledFrom, isOwnLine, isPipe, type Piece, type PieceKind, unquoted } from "./piece";
import { isDelimiterRow, readPipeGrid } from "./pipe";
import { isDrawn, isEdge, readRuledGrid } from "./ruled";

/** A line longer than this, or with a full stop in it, is prose and no cell. */
const LONGEST_CELL = 120;
/** A line without a tab that continues the label above it is no longer than this. */
const LONGEST_CONTINUATION = 24;

/** The blocks of `[start, end)` of `text`, in order. Offsets are into `text`. */
export function readPlainBlocks(text: string, start: number, end: number): Block[] {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const pieces = lineSpans(part).map((line) => {
    const at = unquoted(text, { start: line.start + start, end: line.end + start });
    const content = contentOf(text, at);
    return { start: at.start, end: at.end, kind: kindOf(text, at, content), content };
  });
  const blocks: Block[] = [];
  let looseFrom = 0;
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i]!;
    const ruled = ruledEnd(pieces, i);
    if (ruled > i) {
      blocks.push(readRuledGrid(text, pieces.slice(i, ruled)));
      i = ruled;
      continue;
    }
    const kind = opensTable(text, pieces, i) ?? piece.kind;
    if (kind === "pipe" || kind === "tab") {
      const last = regionEnd(text, pieces, i, kind);
      const region = pieces.slice(i, last + 1);
      blocks.push(kind === "pipe" ? readPipeGrid(text, region) : readTabGrid(text, region));
      i = last + 1;
      continue;
    }
    const loose = piece.kind === "text" && i >= looseFrom ? readLooseGrid(text, pieces, i) : null;
    looseFrom = loose ? loose.end : looseFrom;
    if (loose?.grid) {
      blocks.push(loose.grid);
      i = loose.end;
    } else {
      const line = piece.kind === "text" ? lineBlock(text, piece.start, piece.end) : null;
      if (line) blocks.push(line);
      i++;
    }
  }
  return blocks;
}

/** The line behind the table drawn with `+---+` or `├───┤` that begins at `first`; `first` where none does. */
function ruledEnd(pieces: readonly Piece[], first: number): number {
  if (!isEdge(pieces[first]!.content)) return first;
  let next = first + 1;
  while (next < pieces.length && isDrawn(pieces[next]!.content)) next++;
  return next - first >= FEWEST_DRAWN ? next : first;
}

/** The edges above and below a row, and the row. */
const FEWEST_DRAWN = 3;

function kindOf(text: string, line: Span, content: string): PieceKind {
  let tab = false;
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (isPipe(code) && !(tab && isInside(text, line, i))) return isProse(text, line) ? "text" : "pipe";
    if (code === 0x09) tab = true;
  }
  if (!content) return tab ? "tab" : "blank";
  return tab && !isProse(text, line) && !isOwnLine(content) ? "tab" : "text";
}

/** Whether a pipe stands between the words of a tabbed cell (`本年增|减`) and parts no cells. */
function isInside(text: string, line: Span, at: number): boolean {
  const isBetween = at > line.start && at + 1 < line.end;
  return isBetween && endsInLetter(text[at - 1]!) && endsInLetter(text[at + 1]!);
}

function isProse(text: string, line: Span): boolean {
  const content = text.slice(line.start, line.end);
  if (content.length <= LONGEST_CELL && !content.includes("。")) return false;
  const cells = content.split(/[\t|｜│┃║]/);
  return cells.some((cell) => cell.length > LONGEST_CELL || /。./.test(cell.trim()));
}

/** The last piece of the table that begins at `first`: empty lines and continued labels may stand inside it. */
function regionEnd(text: string, pieces: readonly Piece[], first: number, kind: PieceKind): number {
  let last = first;
  for (let i = first + 1; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (kind === "pipe" && i > last + 1 && opensPipeTable(text, piece, pieces[i + 1])) break;
    if (piece.kind === kind) last = i;
    else if (piece.kind === "blank") continue;
    else if (kind === "tab" && i === last + 1 && continuesLabel(text, pieces[last]!, piece)) last = i;
    else if (kind === "tab" && breaksTabLabel(text, piece, pieces[i + 1])) last = i;
    else if (kind === "pipe" && continuesPipeCell(pieces, i, last)) last = i;
    else break;
  }
  return last;
}

/** Whether a Markdown table of its own begins here: a delimiter row stands right below. */
function opensPipeTable(text: string, line: Piece, below: Piece | undefined): boolean {
  return line.kind === "pipe" && below?.kind === "pipe" && isDelimiterRow(text.slice(below.start, below.end));
}

function continuesLabel(text: string, above: Span, line: Piece): boolean {
  if (line.kind !== "text") return false;
  const { content } = line;
  const cell = lastCell(text, above);
  if (isOwnLine(content)) return false;
  if (breaksLabel(cell, content)) return true;
  if (line.end - line.start > LONGEST_CONTINUATION || /[。；：:]$/.test(content)) return false;
  // A figure or an empty cell is never continued: what follows it is text below the table.
  return endsInLetter(cell.replace(/[）)”"、，]$/, ""));
}

/** A line without tabs that is the first half of a label that ends on the next line, before that line's cells. */
function breaksTabLabel(text: string, line: Piece, next: Piece | undefined): boolean {
  if (line.kind !== "text" || next?.kind !== "tab") return false;
  return breaksLabel(line.content, firstCell(text, next)) && !isOwnLine(line.content);
}

function firstCell(text: string, line: Span): string {
  const tab = text.indexOf("\t", line.start);
  return contentOf(text, { start: line.start, end: tab < 0 || tab > line.end ? line.end : tab });
}

function lastCell(text: string, line: Span): string {
  const tab = text.lastIndexOf("\t", line.end - 1);
  return contentOf(text, { start: Math.max(line.start, tab + 1), end: line.end });
}

/**
 * A line without a pipe amid one-cell lines (`本年新` / `制作数量 |`, a long label, a figure between two pipes)
 * belongs to the table, and so does a last figure behind a pipe.
 */
function continuesPipeCell(pieces: readonly Piece[], at: number, last: number): boolean {
  const { content } = pieces[at]!;
  if (isOwnLine(content)) return false;
  const next = pieces[at + 1];
  if (next?.kind === "pipe") {
    return (at === last + 1 && content.length <= LONGEST_CONTINUATION) || lookUpLabel(content) !== null;
  }
  if (!isLonePipe(pieces[last])) return false;
  const isHalf = at === last + 1 && next?.kind === "text" && breaksLabel(content, next.content);
  // Its other half (`商业` / `企业` / `|`) is taken with the pipe below it.
  if (isHalf && pieces[at + 2]?.kind === "pipe") return true;
  const figure = readNumeral(content, 0, content.length).kind !== "unreadable";
  if (at === last + 1) return figure;
  // Where empty lines stand between all cells and pipes, they stand before this one too.
  const spaced = pieces[last - 1]?.kind === "blank";
  return spaced && (figure || lookUpLabel(content) !== null || isLonePipe(filledFrom(pieces, at + 1)));
}

/**
 * The kind of table that a line of text opens: a label of the form above a line with nothing but a pipe is the first
 * cell of a table with one cell a line; half a label above its other half and a tab is the first cell of a row.
 */
function opensTable(text: string, pieces: readonly Piece[], at: number): PieceKind | null {
  const line = pieces[at]!;
  if (line.kind !== "text") return null;
  if (breaksTabLabel(text, line, pieces[at + 1])) return "tab";
  const isFirst = isLonePipe(filledFrom(pieces, at + 1)) && lookUpLabel(line.content) !== null;
  return isFirst && !isOwnLine(line.content) ? "pipe" : null;
}

function isLonePipe(line: Piece | undefined): boolean {
  return line?.kind === "pipe" && line.content.length === 1;
}

function readTabGrid(text: string, region: readonly Piece[]): Grid {
  const lines = region.filter((piece) => piece.kind !== "blank");
  const stacked = lines.filter((line) => text.lastIndexOf("\t", line.end - 1) === line.start).length;
  const span = { start: region[0]!.start, end: region[region.length - 1]!.end };
  return stacked * 2 > lines.length
    ? { kind: "grid", layout: "stacked", span, rows: stackedRows(text, region), positional: true }
    : { kind: "grid", layout: "tabbed", span, rows: tabbedRows(text, lines), positional: false };
}

function stackedRows(text: string, region: readonly Piece[]): GridRow[] {
  const rows: GridCell[][] = [];
  let row: GridCell[] | null = null;
  for (const { kind, start, end } of region) {
    if (kind === "blank") row = null;
    else {
      if (!row) {
        row = [];
        rows.push(row);
      }
      if (kind === "tab") {
        const from = text[start] === "\t" ? start + 1 : start;
        for (const cell of cellsBetweenTabs(text, from, end)) row.push(cell);
      } else {
        const above = row.pop();
        row.push(above ? gridCell(text, above.slot.start, end) : gridCell(text, start, end));
      }
    }
  }
  return rows.map((cells) => ({ cells }));
}

function tabbedRows(text: string, lines: readonly Piece[]): GridRow[] {
  const rows: GridCell[][] = [];
  for (const [i, { kind, start, end }] of lines.entries()) {
    const last = rows[rows.length - 1];
    const cells = cellsBetweenTabs(text, start, end);
    const above = last?.at(-1);
    const continues = above && breaksLabel(above.text, cells[0]!.text);
    const opens = kind === "text" && breaksTabLabel(text, lines[i]!, lines[i + 1]);
    if (last && above && !opens && (kind !== "tab" || continues)) {
      last.splice(-1, 1, gridCell(text, above.slot.start, cells[0]!.slot.end), ...cells.slice(1));
    } else rows.push(cells);
  }
  return rows.map((cells) => ({ cells }));
}

function cellsBetweenTabs(text: string, start: number, end: number): GridCell[] {
  const cells: GridCell[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i === end || text.charCodeAt(i) === 0x09) {
      cells.push(gridCell(text, from, i));
      from = i + 1;
    }
  }
  return cells;
}
