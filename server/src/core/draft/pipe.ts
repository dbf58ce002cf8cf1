// Pipe tables: GFM with or without outer pipes, ragged rows, and web-to-text output with one cell a line.

import { readNumeral } from "../text/numeral";
import type { Span } from "../text/span";
import { type Grid, type GridCell, type GridRow, gridCell } from "./grid";
import { lookUpLabel } from "./labels";
import type { Piece } from "./piece";

/** What rows of dashes are made of: those that part header and body, or of nil marks. A lone `-` is a nil mark. */
const DASHES = /^[\s|｜│┃║:+-]*$/;
const SURE_DASHES = /--|:-|-:/;
/** Dashes that are no nil marks where others may be, as all cells have three or more. */
const DELIMITER = /^[\s|｜]*(?::?-{3,}:?[\s|｜+]*)+$/;
/** The lines of box-drawing characters that part rows. */
const RULE = /^[\s─━═┄┈┼╋╪╬├┤│┃║|+-]*$/;
const SURE_RULE = /[─━═┄┈]{2}/;
/** Markup that may stand around a cell's content without being part of it. */
const WRAPPINGS = ["**", "__", "`", "*"];
const BLANK_MARKUP = /^(?:&nbsp;|&emsp;|&ensp;|<br\s*\/?>|\s|\u00a0|\u3000)+$/i;

/** Where a line has so many filled cells, lines are rows, however many of them have one cell or none. */
const FEWEST_CELLS_OF_ROW = 3;

/** Reads the pipe table on these lines (offsets into `text`; lines without a pipe continue the cell above). */
export function readPipeGrid(text: string, region: readonly Piece[]): Grid {
  const span = { start: region[0]!.start, end: region[region.length - 1]!.end };
  const lines = region.filter((line) => line.kind !== "blank" && !isRule(text.slice(line.start, line.end)));
  const leading = lines.filter((line) => isPipe(text, firstFilled(text, line)));
  const outer = leading.filter((line) => isPipe(text, lastFilled(text, line)));
  const edges: Edges = { leading: leading.length * 2 > lines.length, closing: areClosed(text, lines) };
  const inside = { leading: true, closing: true };
  const cells = lines.map((line) => cellsOf(text, line, inside));
  const oneCellLines = cells.filter(({ length }) => length <= 1).length;
  const hasRow = cells.some((row) => row.filter((cell) => cell.text).length >= FEWEST_CELLS_OF_ROW);
  const grid = { kind: "grid", layout: "pipe", span } as const;
  if (oneCellLines * 2 > lines.length && !hasRow) {
    return { ...grid, rows: [{ cells: cellsAcrossLines(text, span) }], positional: false };
  }
  const rows: GridRow[] = [];
  for (const [i, line] of lines.entries()) {
    const place = i <= 1 || isHeader(rows.at(-1)) ? "header" : "body";
    const isLast = i > 1 && i === lines.length - 1;
    if (isDelimiter(text.slice(line.start, line.end), isLast ? "end" : place)) continue;
    rows.push({ cells: cellsOf(text, line, edges) });
  }
  return { ...grid, rows, positional: outer.length * 2 > lines.length };
}

/** Below a header any row of dashes parts it from the body; further down, and at the end, it may be nil marks. */
function isDelimiter(line: string, place: "header" | "body" | "end"): boolean {
  return place === "header"
    ? DASHES.test(line) && SURE_DASHES.test(line)
    : place === "body" && DELIMITER.test(line);
}

function isRule(content: string): boolean {
  return SURE_RULE.test(content) && RULE.test(content);
}

/** Whether a row has a column of the form, or the title of an item, and no figure. */
function isHeader(row: GridRow | undefined): boolean {
  const filled = row?.cells.filter(({ text }) => text !== "") ?? [];
  const hits = filled.map(({ text }) => lookUpLabel(text));
  return (
    hits.some((each) => each !== null && (each.title || each.columns.length > 0)) &&
    !filled.some(({ text }) => readNumeral(text, 0, text.length).kind !== "unreadable")
  );
}

/** Whether a line parts the header of a Markdown table from its body. */
export function isDelimiterRow(line: string): boolean {
  return DELIMITER.test(line);
}

function isPipe(text: string, at: number): boolean {
  const char = text[at];
  return char !== undefined && PIPES.includes(char);
}

const PIPES = "|｜│┃║";

function firstFilled(text: string, line: Span): number {
  let i = line.start;
  while (i < line.end && /\s/.test(text[i]!)) i++;
  return i;
}

function lastFilled(text: string, line: Span): number {
  let i = line.end - 1;
  while (i > line.start && /\s/.test(text[i]!)) i--;
  return i;
}

/** Whether the pipes at the lines' beginnings and ends are the table's own edges, and part no cells. */
interface Edges {
  readonly leading: boolean;
  readonly closing: boolean;
}

const MOST_OPEN = 0.05;

/**
 * Whether the table's lines end with a pipe of their own. Where some, such as the header, do not, a pipe at the end has a
 * blank cell behind it.
 */
function areClosed(text: string, lines: readonly Piece[]): boolean {
  const open = lines.filter((line) => !isPipe(text, lastFilled(text, line)));
  return open.length <= lines.length * MOST_OPEN;
}

/** The cells of one line, without the empty ones outside the table's edges. */
function cellsOf(text: string, line: Span, { leading, closing }: Edges): GridCell[] {
  const first = firstFilled(text, line);
  const last = lastFilled(text, line);
  const start = leading && isPipe(text, first) ? first + 1 : line.start;
  const end = closing && isPipe(text, last) && last >= start ? last : line.end;
  return split(text, start, end);
}

/** Every cell between two pipes, whatever lines they stand on. */
function cellsAcrossLines(text: string, span: Span): GridCell[] {
  return split(text, span.start, span.end).filter(
    ({ text: content }) => !DELIMITER.test(content) && !isRule(content),
  );
}

function split(text: string, start: number, end: number): GridCell[] {
  const cells: GridCell[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && (!isPipe(text, i) || text[i - 1] === "\\")) continue;
    cells.push(unwrap(text, gridCell(text, from, i)));
    from = i + 1;
  }
  return cells;
}

function unwrap(text: string, cell: GridCell): GridCell {
  if (cell.text && BLANK_MARKUP.test(cell.text)) return { ...cell, text: "" };
  for (const mark of WRAPPINGS) {
    const inside =
      cell.text.length > 2 * mark.length && cell.text.startsWith(mark) && cell.text.endsWith(mark);
    if (!inside) continue;
    const content = gridCell(text, cell.span.start + mark.length, cell.span.end - mark.length);
    return { ...content, slot: cell.slot };
  }
  return cell;
}
