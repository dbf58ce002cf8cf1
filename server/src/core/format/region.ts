// Where a table of the form stands in the text: its grids, whole, with the lines that belong to it.

import type { Block, Grid, GridRow, Line } from "../draft/grid";
import { lookUpLabel } from "../draft/labels";
import type { Table } from "../report/model";
import type { Span } from "../text/span";
import { headerLabel } from "./words";

/** The part of the text that is a table of the form and nothing else. */
export interface Region {
  readonly span: Span;
  readonly grids: readonly Grid[];
  /** Titles of items above and between the grids, as lines of their own. */
  readonly titles: readonly Line[];
  /** Comments in it, in order. */
  readonly comments: readonly string[];
  /** Where the table has rows and cells. */
  readonly places: readonly number[];
}

const COMMENT = /<!--[\s\S]*?-->/g;

/** The region of a table of `blocks`' report; null where other text stands in it. */
export function regionOf(text: string, blocks: readonly Block[], table: Table): Region | null {
  const places = placesOf(table);
  const isOwn = (block: Block) =>
    block.kind === "grid" && places.some((at) => block.span.start <= at && at <= block.span.end);
  const first = blocks.findIndex(isOwn);
  const last = blocks.findLastIndex(isOwn);
  if (first < 0) return null;
  let from = first;
  while (from > 0 && isTitleLine(blocks[from - 1]!)) from--;
  const within = blocks.slice(from, last + 1);
  const lines = within.filter((block): block is Line => block.kind === "line");
  if (!lines.every((line) => isTitleLine(line) || isComment(line))) return null;
  const span = { start: within[0]!.span.start, end: within[within.length - 1]!.span.end };
  const grids = within.filter((block): block is Grid => block.kind === "grid");
  if (!grids.every(isOwn) || grids.some((grid) => !holdsCellsOnly(text, grid))) return null;
  if (grids.some((grid) => holdsAnother(grid, table))) return null;
  const comments = text.slice(span.start, span.end).match(COMMENT) ?? [];
  return { span, grids, titles: lines.filter((line) => !isComment(line)), comments, places };
}

/** All that must stand in whatever takes the region's place: its text, of HTML only what it shows and its comments. */
export function inkOfRegion(text: string, { span, grids, titles, comments }: Region): string {
  if (!grids.some(({ layout }) => layout === "html")) return text.slice(span.start, span.end);
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map((cell) => cell.text)));
  return [...cells, ...titles.map((line) => line.text), ...comments].join("\n");
}

/** Where in the text the table has rows, matched or not. */
function placesOf(table: Table): number[] {
  const unmatched = table.problems.flatMap((problem) =>
    problem.kind === "missing-row" ? [] : [problem.span.start],
  );
  return [...matchedPlaces(table), ...unmatched];
}

function matchedPlaces({ rows, cells }: Table): number[] {
  return [...rows.map((row) => row.span.start), ...cells.flatMap((cell) => (cell ? [cell.span.start] : []))];
}

function isTitleLine(block: Block): boolean {
  return block.kind === "line" && lookUpLabel(block.text)?.title === true;
}

function isComment({ text }: Line): boolean {
  return text.startsWith("<!--") && text.endsWith("-->");
}

/**
 * Whether a table of the organ's own stands right above or below in the same grid: only an empty line parts tables of
 * tabs, and it parts their rows as well.
 */
function holdsAnother({ layout, rows }: Grid, table: Table): boolean {
  if (layout !== "stacked" && layout !== "tabbed") return false;
  const places = matchedPlaces(table);
  const isFilled = ({ cells }: GridRow) => cells.some((cell) => cell.text !== "");
  const isPlaced = ({ cells }: GridRow) =>
    places.some((at) => cells.some(({ slot }) => slot.start <= at && at <= slot.end));
  const says = ({ cells }: GridRow) =>
    cells.some(
      ({ text }) => text !== "" && (lookUpLabel(text) ?? headerLabel(table.form.table, 0, text)) !== null,
    );
  const first = rows.findIndex((row) => isPlaced(row) || says(row));
  const last = rows.findLastIndex(isPlaced);
  return rows.some((row, i) => (i < first || i > last) && isFilled(row));
}

/** What a Markdown table could not hold: links, pictures, footnotes. */
const RICH = /<(?:a|img|svg|math|input|sup|sub|del|s|ul|ol|pre)[\s>]/i;

/** Whether all that an HTML table says stands in its cells, in plain words. */
function holdsCellsOnly(text: string, { layout, span, rows }: Grid): boolean {
  if (layout !== "html") return true;
  let beside = "";
  let at = span.start;
  for (const { slot } of rows.flatMap((row) => row.cells)) {
    beside += text.slice(at, slot.start);
    at = Math.max(at, slot.end);
  }
  beside += text.slice(at, span.end);
  const words = beside.replace(COMMENT, "").replace(/<[^<>]*>/g, "");
  return words.trim() === "" && !RICH.test(text.slice(span.start, span.end));
}
