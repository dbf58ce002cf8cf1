// Aligns pipe tables that are there already, by display width: only the spaces beside the pipes change.

import { keptSpans } from "../text/kept";
import { lineSpans } from "../text/lines";
import type { Span } from "../text/span";
import { displayWidth } from "../text/width";
import { changing, type FormatEdit, lineEnd, lineStart } from "./edits";

interface PipeCell {
  /** All between the two pipes. */
  readonly slot: Span;
  /** Without the spaces at its ends. */
  readonly inner: Span;
  readonly text: string;
}

type Row = readonly PipeCell[];

const DASHES = /^:?-+:?$/;
/** Where all dashes are lone, they are nil marks. */
const SURE_DASHES = /--|:-|-:/;
/** In Markdown so much before a line makes it code. */
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** The bounds of a column's width, as new tables have them (template/tables.ts). */
const NARROWEST = 3;
const WIDEST = 110;

/**
 * The edits that align the pipe tables on the lines of `span`. Lines with a pipe that stand right below one another
 * make a table; one that is not wanted, or of which a line lacks an outer pipe, stays as it is.
 */
export function alignmentEdits(
  text: string,
  span: Span,
  isWanted: (table: Span) => boolean = () => true,
): FormatEdit[] {
  const start = lineStart(text, span.start);
  const edits: FormatEdit[] = [];
  let lines: Span[] = [];
  const close = () => {
    const rows = lines.map((line) => rowOf(text, line));
    const wanted = lines.length > 0 && isWanted({ start: lines[0]!.start, end: lines.at(-1)!.end });
    if (wanted && rows.every((row) => row !== null)) edits.push(...alignRows(rows));
    lines = [];
  };
  for (const { start: from, end: to } of lineSpans(text.slice(start, lineEnd(text, span.end)))) {
    const line = { start: start + from, end: start + to };
    if (text.slice(line.start, line.end).includes("|")) lines.push(line);
    else close();
  }
  close();
  return edits;
}

/**
 * The edits that align the pipe table of the row that the cursor is on, or that it left with Enter. A filler that
 * begins at the cursor stays as it is. Empty outside a pipe table, in code and comments, and where one of its rows
 * lacks an outer pipe.
 */
export function alignmentEditsAt(text: string, cursor: number, leftByEnter: boolean): FormatEdit[] {
  const lines = lineSpans(text);
  const isRow = (i: number) =>
    lines[i] !== undefined && text.slice(lines[i]!.start, lines[i]!.end).includes("|");
  const own = lines.findLastIndex((line) => line.start <= cursor) - (leftByEnter ? 1 : 0);
  if (!isRow(own)) return [];
  let [first, last] = [own, own];
  while (isRow(first - 1)) first--;
  while (isRow(last + 1)) last++;
  const table = { start: lines[first]!.start, end: lines[last]!.end };
  const isCode = INDENTED.test(text.slice(table.start, table.end));
  const isKept = () => keptSpans(text).some(({ start, end }) => start < table.end && table.start < end);
  if (isCode || isKept()) return [];
  return changing(text, alignmentEdits(text, table)).filter(({ span }) => span.start !== cursor);
}

/** The cells of a line that begins and ends with a pipe; null for any other. */
function rowOf(text: string, line: Span): Row | null {
  const content = text.slice(line.start, line.end);
  if (!/^[ \t]*\|.*\|[ \t]*$/.test(content)) return null;
  const cells: PipeCell[] = [];
  let from = line.start + content.indexOf("|") + 1;
  for (let i = from; i < line.end; i++) {
    if (text[i] !== "|" || text[i - 1] === "\\") continue;
    cells.push(cellOf(text, from, i));
    from = i + 1;
  }
  // An escaped pipe at the line's end closes nothing.
  return text.slice(from, line.end).trim() === "" ? cells : null;
}

function cellOf(text: string, start: number, end: number): PipeCell {
  const isFiller = (at: number) => text[at] === " " || text[at] === "\t";
  const inner = { start, end };
  while (inner.start < end && isFiller(inner.start)) inner.start++;
  while (inner.end > inner.start && isFiller(inner.end - 1)) inner.end--;
  return { slot: { start, end }, inner, text: text.slice(inner.start, inner.end) };
}

function alignRows(rows: readonly Row[]): FormatEdit[] {
  // The rule stands below the header; any other row of dashes holds nil marks.
  const rule = rows[1] && isRule(rows[1]) ? rows[1] : undefined;
  const widths: number[] = [];
  for (const row of rows) {
    if (row === rule) continue;
    row.forEach((cell, i) => {
      widths[i] = Math.min(WIDEST, Math.max(widths[i] ?? NARROWEST, displayWidth(cell.text)));
    });
  }
  return rows.flatMap((row) =>
    row.flatMap((cell, i) =>
      row === rule
        ? { span: cell.slot, newText: ` ${dashes(cell.text, widths[i] ?? NARROWEST)} ` }
        : fillers(cell, widths[i]!, rule?.[i]?.text ?? ""),
    ),
  );
}

function isRule(row: Row): boolean {
  return row.every(({ text }) => DASHES.test(text)) && row.some(({ text }) => SURE_DASHES.test(text));
}

function dashes(old: string, width: number): string {
  const [left, right] = [old.startsWith(":") ? ":" : "", old.endsWith(":") ? ":" : ""];
  return left + "-".repeat(width - left.length - right.length) + right;
}

/** The spaces on either side of a cell's text, as the separator's colons want them. */
function fillers({ slot, inner, text }: PipeCell, width: number, rule: string): FormatEdit[] {
  const room = Math.max(0, width - displayWidth(text));
  if (text === "") return [{ span: slot, newText: " ".repeat(room + 2) }];
  const left = rule.endsWith(":") ? (rule.startsWith(":") ? room >> 1 : room) : 0;
  return [
    { span: { start: slot.start, end: inner.start }, newText: " ".repeat(left + 1) },
    { span: { start: inner.end, end: slot.end }, newText: " ".repeat(room - left + 1) },
  ];
}
