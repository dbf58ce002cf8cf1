// Pipe tables: GFM with or without outer pipes, ragged rows, and web-to-text output with one cell a line.

import { readNumeral } from "../text/numeral";
import type { Span } from "../text/span";
import { type Grid, type GridCell, type GridRow, gridCell } from "./grid";
import { lookUpLabel } from "./labels";
import { isPipe, type Piece } from "./piece";

/** What rows of dashes are made of: those that part header and body, or of nil marks. A lone `-` is a nil mark. */
const DASHES = /^[\s|｜│┃║:+-]*$/;
const SURE_DASHES = /--|:-|-:/;
/**
 * Dashes that are no nil marks where others may be, as all cells have three or more. Each line matches in one way only:
 * telling a long row of dashes with a word behind it must take no time.
 */
const DELIMITER = /^[\s|｜]*:?-{3,}(?:(?::?[\s|｜+]+:?|::?)-{3,})*:?[\s|｜+]*$/;
/** The lines of box-drawing characters that part rows. */
const RULE = /^[\s─━═┄┈┼╋╪╬├┤│┃║|+-]*$/;
const SURE_RULE = /[─━═┄┈]{2}/;
/** What a cell with markup around or instead of its content begins with. */
const MARKUP = /^[&<\s*_`]/;
/** Markup that may stand around a cell's content without being part of it. */
const WRAPPINGS = ["**", "__", "`", "*"];
const BLANK_MARKUP = /^(?:&nbsp;|&emsp;|&ensp;|<br\s*\/?>|\s|\u00a0|\u3000)+$/i;

/** Where a line has so many filled cells, lines are rows, however many of them have one cell or none. */
const FEWEST_CELLS_OF_ROW = 3;

/** Reads the pipe table on these lines (offsets into `text`; lines without a pipe continue the cell above). */
export function readPipeGrid(text: string, region: readonly Piece[]): Grid {
  const span = { start: region[0]!.start, end: region[region.length - 1]!.end };
  const lines = region.filter((line) => line.kind !== "blank" && !isRule(text.slice(line.start, line.end)));
  const ends = lines.map((line) => endsOf(text, line));
  const edges = edgesOf(ends);
  const inside = lines.map((line, i) => cellsOf(text, line, ends[i]!, BOTH));
  const oneCellLines = inside.filter(({ length }) => length <= 1).length;
  const hasRow = inside.some((row) => row.filter((cell) => cell.text).length >= FEWEST_CELLS_OF_ROW);
  const grid = { kind: "grid", layout: "pipe", span } as const;
  if (oneCellLines * 2 > lines.length && !hasRow) {
    return { ...grid, rows: [{ cells: cellsAcrossLines(text, span) }], positional: false };
  }
  const isWhole = edges.leading && edges.closing;
  const rows: GridRow[] = [];
  for (const [i, line] of lines.entries()) {
    if (isDelimiter(text.slice(line.start, line.end), () => placeOf(i, lines.length, rows.at(-1)))) continue;
    rows.push({ cells: isWhole ? inside[i]! : cellsOf(text, line, ends[i]!, edges) });
  }
  const outer = ends.filter(({ leading, closing }) => leading && closing).length;
  return { ...grid, rows, positional: outer * 2 > lines.length };
}

type Place = "header" | "body" | "end";

function placeOf(line: number, lines: number, above: GridRow | undefined): Place {
  if (line > 1 && line === lines - 1) return "end";
  return line <= 1 || isHeader(above) ? "header" : "body";
}

/** Below a header any row of dashes parts it from the body; further down, and at the end, it may be nil marks. */
function isDelimiter(line: string, place: () => Place): boolean {
  if (!DASHES.test(line)) return false;
  const at = place();
  return at === "header" ? SURE_DASHES.test(line) : at === "body" && DELIMITER.test(line);
}

function isRule(content: string): boolean {
  return RULE.test(content) && SURE_RULE.test(content);
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

/** The first and the last filled place of a line, and whether a pipe stands there. */
interface Ends extends Edges {
  readonly first: number;
  readonly last: number;
}

function endsOf(text: string, line: Span): Ends {
  let first = line.start;
  while (first < line.end && /\s/.test(text[first]!)) first++;
  let last = line.end - 1;
  while (last > line.start && /\s/.test(text[last]!)) last--;
  return { first, last, leading: isPipe(text.charCodeAt(first)), closing: isPipe(text.charCodeAt(last)) };
}

/** Whether the pipes at the lines' beginnings and ends are the table's own edges, and part no cells. */
interface Edges {
  readonly leading: boolean;
  readonly closing: boolean;
}

const BOTH: Edges = { leading: true, closing: true };
const MOST_OPEN = 0.05;

/**
 * Whether most lines begin with a pipe, and all end with one of their own. Where some, such as the header, do not, a pipe
 * at the end has a blank cell behind it.
 */
function edgesOf(ends: readonly Ends[]): Edges {
  const leading = ends.filter((line) => line.leading).length;
  const open = ends.filter((line) => !line.closing).length;
  return { leading: leading * 2 > ends.length, closing: open <= ends.length * MOST_OPEN };
}

/** The cells of one line, without the empty ones outside the table's edges. */
function cellsOf(text: string, line: Span, ends: Ends, { leading, closing }: Edges): GridCell[] {
  const start = leading && ends.leading ? ends.first + 1 : line.start;
  const end = closing && ends.closing && ends.last >= start ? ends.last : line.end;
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
    if (i < end && (!isPipe(text.charCodeAt(i)) || text[i - 1] === "\\")) continue;
    cells.push(unwrap(text, gridCell(text, from, i)));
    from = i + 1;
  }
  return cells;
}

function unwrap(text: string, cell: GridCell): GridCell {
  if (!MARKUP.test(cell.text)) return cell;
  if (BLANK_MARKUP.test(cell.text)) return { ...cell, text: "" };
  for (const mark of WRAPPINGS) {
    const inside =
      cell.text.length > 2 * mark.length && cell.text.startsWith(mark) && cell.text.endsWith(mark);
    if (!inside) continue;
    const content = gridCell(text, cell.span.start + mark.length, cell.span.end - mark.length);
    return { ...content, slot: cell.slot };
  }
  return cell;
}
