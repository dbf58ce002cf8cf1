// Tables drawn with `+---+` and `|`, as pandoc writes Markdown's grid tables: a cell may take several lines, and merged
// cells leave out the edges between them. Columns are told by display width, as Chinese characters are two wide.

import { contentOf } from "../text/space";
import type { Span } from "../text/span";
import { cover } from "../text/span";
import { displayWidth } from "../text/width";
import { type Grid, type GridCell, type GridRow, gridCell } from "./grid";

const EDGE = /^\+(?:[-=:]+\+)+$/;
const LINE = /^[|+].*[|+]$/;
/** What stands between two corners of an edge, whole or, beside a merged cell, in part. */
const DRAWN = /^[-=:]+$/;

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
  const columns = columnsOf(text, lines);
  for (const line of lines) {
    const segments = inColumns(segmentsOf(text, line), columns);
    const edges = segments.filter(({ drawn }) => drawn);
    if (edges.length > 0) {
      const closed = open.filter((cell) => edges.some((edge) => isOver(edge, cell) || isOver(cell, edge)));
      for (const cell of closed) close(cell);
      open = open.filter((cell) => !closed.includes(cell));
      if (closed.length > 0) rows.push([]);
    }
    if (rows.length === 0) rows.push([]);
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

/** The display columns of all corners. */
function columnsOf(text: string, lines: readonly Span[]): number[] {
  const edges = lines.filter((line) => isEdge(contentOf(text, line)));
  const corners = edges.flatMap((line) => segmentsOf(text, line)).flatMap(({ from, to }) => [from, to]);
  return [...new Set(corners)].sort((a, b) => a - b);
}

/** A line with a text wider than its column has its bars further right, and none the less. */
function inColumns(segments: readonly Segment[], columns: readonly number[]): readonly Segment[] {
  const aligned = segments.every(({ to }) => columns.includes(to));
  if (aligned || segments.length !== columns.length - 1) return segments;
  return segments.map((segment, i) => ({ ...segment, from: columns[i]!, to: columns[i + 1]! }));
}

function segmentsOf(text: string, { start, end }: Span): Segment[] {
  const corners: { at: number; column: number }[] = [];
  let column = 0;
  const drawn = (from: number, to: number) => DRAWN.test(text.slice(from, to));
  for (let i = start; i < end; i++) {
    const beside = text[i] === "+" && (/[-=:]/.test(text[i + 1] ?? "") || /[-=:]/.test(text[i - 1] ?? ""));
    if (text[i] === "|" || beside) corners.push({ at: i, column });
    column += displayWidth(text[i]!);
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
