// Tables drawn with `+---+` and `|`, as pandoc writes Markdown's grid tables, or with `├───┤` and `│`: a cell may take
// several lines, and merged cells leave out the edges between them. Columns are told by display width, as Chinese
// characters are two wide.

import type { Span } from "../text/span";
import { cover } from "../text/span";
import { displayWidth } from "../text/width";
import { type Grid, type GridCell, type GridRow, gridCell } from "./grid";
import { breaksLabel, lookUpLabel } from "./labels";
import { isFigure } from "./spaced";

const CORNERS = "+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┠┨┯┷┿╂╔╗╚╝╠╣╦╩╬╞╡╪╟╢╤╧╫╭╮╯╰";
const BARS = "|│┃║┆┇┊┋";
const EDGE = new RegExp(`^[${CORNERS}](?:[-=:─━═┄┅┈┉]+[${CORNERS}])+$`);
const LINE = new RegExp(`^[${BARS}${CORNERS}].*[${BARS}${CORNERS}]$`);
/** What stands between two corners of an edge, whole or, beside a merged cell, in part. */
const DRAWN = /^[-=:─━═┄┅┈┉]+$/;

/** Whether a line is an edge from one side of such a table to the other. */
export function isEdge(content: string): boolean {
  return EDGE.test(content);
}

/** Whether a line may be one of such a table: it begins and ends with a corner or a bar. */
export function isDrawn(content: string): boolean {
  return LINE.test(content);
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

/** A part of a line between two corners or bars. */
interface Segment extends Columns {
  readonly cell: GridCell;
  readonly drawn: boolean;
}

interface OpenCell extends Columns {
  readonly row: number;
  readonly parts: GridCell[];
}

/** Reads the table on these lines (offsets into `text`); merged cells stand where they begin, as in HTML. */
export function readRuledGrid(text: string, lines: readonly Span[]): Grid {
  const rows: GridCell[][] = [];
  let open: OpenCell[] = [];
  const close = ({ row, parts }: OpenCell) => rows[row]!.push(joined(parts));
  const drawn = inColumns(lines.map((line) => segmentsOf(text, line)));
  const ownRows = linesOfOneRow(drawn);
  for (const [i, segments] of drawn.entries()) {
    const edges = segments.filter(({ drawn }) => drawn);
    if (edges.length > 0) {
      const last = segments.at(-1)!;
      const closed = open.filter(
        (cell) =>
          edges.some((edge) => isOver(edge, cell) || isOver(cell, edge)) ||
          (last.drawn && isBehind(last, cell)),
      );
      for (const cell of closed) close(cell);
      open = open.filter((cell) => !closed.includes(cell));
      if (closed.length > 0) rows.push([]);
    }
    if (rows.length === 0) rows.push([]);
    else if (ownRows.has(i) && ownRows.has(i - 1)) {
      for (const cell of open) close(cell);
      open = [];
      rows.push([]);
    }
    for (const segment of segments) {
      if (segment.drawn) continue;
      const cell = open.find((each) => isOver(each, segment));
      if (cell) cell.parts.push(segment.cell);
      else open.push({ from: segment.from, to: segment.to, row: rows.length - 1, parts: [segment.cell] });
    }
  }
  for (const cell of open) close(cell);
  const inOrder = rows.map(
    (cells): GridRow => ({ cells: cells.sort((a, b) => a.slot.start - b.slot.start) }),
  );
  const span = cover(lines[0]!, lines.at(-1)!);
  const filled = inOrder.filter(({ cells }) => cells.length > 0);
  return { kind: "grid", layout: "pipe", span, rows: filled, positional: true };
}

/** Whether the middle of a part of a line is in another's columns: a figure longer than its column moves the next. */
function isOver(above: Columns, { from, to }: Columns): boolean {
  const middle = (from + to) / 2;
  return above.from < middle && middle < above.to;
}

/** Whether the middle of a cell is behind an edge's end: figures longer than their columns moved it there. */
function isBehind(edge: Columns, { from, to }: Columns): boolean {
  return (from + to) / 2 >= edge.to;
}

/**
 * The lines that are a row each, by index: those between two edges that hold several rows, as many tables have an edge
 * below their header only.
 */
function linesOfOneRow(lines: readonly (readonly Segment[])[]): ReadonlySet<number> {
  const own = new Set<number>();
  const isEdgeIn = (segments: readonly Segment[]) => segments.some(({ drawn }) => drawn);
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    if (!isEdgeIn(lines[from]!)) {
      while (to < lines.length && !isEdgeIn(lines[to]!)) to++;
      const band = lines.slice(from, to);
      if (
        band
          .slice(1)
          .some((below, i) => isRowBelow(band.slice(Math.max(0, i + 1 - MOST_LINES), i + 1), below))
      ) {
        for (let i = from; i < to; i++) own.add(i);
      }
    }
    from = to;
  }
  return own;
}

/** A cell seldom has more lines above one of its own. */
const MOST_LINES = 4;

/** Whether a line has a figure below words or another figure, or a label of the form below another: no cell says both. */
function isRowBelow(above: readonly (readonly Segment[])[], below: readonly Segment[]): boolean {
  return below.some((segment) => {
    const content = segment.cell.text;
    if (!content) return false;
    const upper = above
      .flat()
      .filter((each) => isOver(each, segment))
      .map(({ cell }) => cell.text)
      .join("");
    if (!upper || isFigure(content)) return upper !== "";
    return (
      lookUpLabel(upper)?.row != null && lookUpLabel(content)?.row != null && !breaksLabel(upper, content)
    );
  });
}

/** The lines' segments at the columns of all corners, or by their order where all lines have as many. */
function inColumns(lines: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const [first] = lines;
  if (lines.every(({ length }) => length === first!.length)) {
    return lines.map((segments) => segments.map((segment, i) => ({ ...segment, from: i, to: i + 1 })));
  }
  const edges = lines.filter((segments) => segments.every(({ drawn }) => drawn));
  const columns = [...new Set(edges.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  // A line with a text wider than its column has its bars further right, and none the less.
  return lines.map((segments) =>
    segments.every(({ to }) => columns.includes(to)) || segments.length !== columns.length - 1
      ? segments
      : segments.map((segment, i) => ({ ...segment, from: columns[i]!, to: columns[i + 1]! })),
  );
}

function segmentsOf(text: string, { start, end }: Span): Segment[] {
  const corners: { at: number; column: number }[] = [];
  let column = 0;
  const drawn = (from: number, to: number) => DRAWN.test(text.slice(from, to));
  for (let i = start; i < end; i++) {
    const sign = text[i]!;
    const beside = drawn(i + 1, i + 2) || drawn(i - 1, i);
    if (BARS.includes(sign) || (CORNERS.includes(sign) && (sign !== "+" || beside)))
      corners.push({ at: i, column });
    column += displayWidth(sign);
  }
  return corners.slice(1).map(({ at, column: to }, i) => {
    const { at: before, column: from } = corners[i]!;
    return { from, to, cell: gridCell(text, before + 1, at), drawn: drawn(before + 1, at) };
  });
}

/** The lines of one cell as one; the first place of its words where they stand on one line. */
function joined(parts: readonly GridCell[]): GridCell {
  const filled = parts.filter((part) => part.text !== "");
  if (filled.length <= 1) return filled[0] ?? parts[0]!;
  return {
    slot: parts[0]!.slot,
    span: cover(filled[0]!.span, filled.at(-1)!.span),
    text: filled.map((part) => part.text).join(""),
  };
}
