// Places the values of a row in the form's columns, also where cells are missing, too many or shifted by fillers.

import { readNumeral } from "../text/numeral";
import type { GridCell } from "./grid";

export interface Placement {
  /** One cell a column; undefined where the row has none. */
  readonly cells: readonly (GridCell | undefined)[];
  /** How many values the row gives. */
  readonly found: number;
  /** False where it cannot be told which columns the values belong to. */
  readonly certain: boolean;
}

/** A row's values, with how many cells stand before them and how many the form has. */
export interface ValueRow {
  readonly values: readonly GridCell[];
  readonly offset: number;
  readonly expected: number;
  /** Whether a row's cells stand at their columns (stacked, HTML, pipe tables with outer pipes). */
  readonly positional: boolean;
  /** Whether the row was cut out of a stream of cells, so that fillers of the next row may stand at its end. */
  readonly streamed: boolean;
  /** Whether, in such a stream, no cell is lost: the first one behind the label is the first column. */
  readonly anchored: boolean;
  /** Of how many columns the last is the sum of the others, again and again; null where none is. */
  readonly totalEvery: number | null;
  /** Where in `values` the columns are as the header above the row tells; null where it does not. */
  readonly underHeader: number | null;
  /** Whether a header of as many cells leaves out merged ones, so that its columns stand too far left: fillers end a row. */
  readonly packed: boolean;
}

/** What the rows of one table together tell about blank cells. */
export interface BlankUse {
  /** Whether blanks at a row's ends may be cells: the table is regular, or has blanks between or instead of figures. */
  readonly meaningful: boolean;
  /** By the shape of a row: at which cell values begin that reach from the first column to the last. */
  readonly starts: ReadonlyMap<string, number>;
  /** In a table whose rows all have as many cells: at which of them values begin; else null. */
  readonly rectangle: number | null;
}

/** Tells from the rows of a table how its blanks are to be taken. */
export function blankUse(rows: readonly ValueRow[]): BlankUse {
  const rectangle = rectangleStart(rows);
  const starts = new Map<string, number>();
  let regular = 0;
  for (const row of rows) {
    const { values, offset, expected } = row;
    const { first, last, filled } = extent(values);
    if (row.streamed || filled === 0 || last - first + 1 !== expected) continue;
    starts.set(shapeOf(row), offset + first);
    if (filled === expected && values.length - expected <= 1) regular++;
  }
  const meaningful =
    regular * 2 > rows.length || rows.some(({ values, expected }) => showsBlanks(values, expected));
  return { meaningful, starts, rectangle };
}

/**
 * In a rectangular table, whose rows all have as many cells, the values are the last columns: unless a row shows
 * otherwise, as in web tables with the fillers of merged labels at the rows' ends.
 */
function rectangleStart(rows: readonly ValueRow[]): number | null {
  const [model] = rows;
  if (!model || rows.length < FEWEST_ROWS_OF_RECTANGLE) return null;
  const width = model.offset + model.values.length;
  const start = width - model.expected;
  const alike = rows.every((row) => {
    const { values, offset, expected, streamed, packed } = row;
    const shown = startShown(row);
    const sameSize = !streamed && !packed && offset + values.length === width && expected === model.expected;
    return sameSize && (shown === null || shown + offset === start);
  });
  return alike ? start : null;
}

/** Where in `values` the first column is, as the row's own figures tell: they reach from the first to the last, or add up. */
function startShown(row: ValueRow): number | null {
  const { first, last, filled } = extent(row.values);
  if (filled > 0 && last - first + 1 === row.expected) return first;
  return startByTotal(row, last);
}

const FEWEST_ROWS_OF_RECTANGLE = 5;
/** So many cells behind a header, and no more, are a row's whatever is blank: only `disputes` has as many. */
const FEWEST_OF_BAND = 15;

/** Whether a row shows by itself that its table leaves cells blank: a blank between figures, or nothing but blanks. */
function showsBlanks(values: readonly GridCell[], expected: number): boolean {
  const { first, last, filled } = extent(values);
  if (filled === 0) return values.length >= expected && expected > 1;
  return last - first + 1 > filled && last - first + 1 <= expected;
}

/**
 * Places a row's values in the form's columns. Fillers at the ends (merged cells of a web page, ragged pipes) are
 * told from blank cells by where rows of the same length begin that reach from the first column to the last, else by the
 * count. What stays ambiguous is told as too few values.
 */
export function placeValues(given: ValueRow, blanks: BlankUse): Placement {
  const row = withoutSecondLabel(given);
  const { values, expected, positional, streamed } = row;
  const { first, last, filled } = extent(values);
  const width = filled === 0 ? 0 : last - first + 1;
  const trusted = positional || blanks.meaningful;
  if (filled === expected && width === expected) return placed(values.slice(first, last + 1), expected);
  const start = startOf(row, blanks, last);
  if (start !== null) return placed(values.slice(start, start + expected), expected);
  if (values.length === expected && !streamed && (trusted || expected === 1)) return placed(values, expected);
  if (values.length === expected && expected >= FEWEST_OF_BAND && (streamed || filled * 2 <= expected)) {
    return placed(values, expected);
  }
  if (filled === expected) {
    const figures = values.filter((cell) => cell.text !== "");
    return placed(figures, expected);
  }
  if (width === expected) return placed(values.slice(first, last + 1), expected);
  if (width > expected) return withoutPageNumber(row) ?? tooMany(values, expected, filled);
  if (filled === 0) {
    return values.length >= expected ? placed(values, expected) : uncertain(values, expected, values.length);
  }
  const onlyFillersBehind = first === 0 && last < expected && values.length > expected;
  if (onlyFillersBehind && trusted && !streamed) return placed(values, expected);
  if (positional && !streamed && values.length < expected) return uncertain(values, expected, values.length);
  return uncertain(values.slice(first, last + 1), expected, width);
}

/** A label of the organ's own behind the row's label (`其他对外管理服务事项 | 行政检查 | 0 | …`) is no value. */
function withoutSecondLabel(row: ValueRow): ValueRow {
  const { values, offset, expected } = row;
  const { first, filled } = extent(values);
  if (filled !== expected + 1 || isFigure(values[first]!)) return row;
  return { ...row, values: values.slice(first + 1), offset: offset + first + 1 };
}

function isFigure({ text }: GridCell): boolean {
  return readNumeral(text, 0, text.length).kind !== "unreadable";
}

/** A last figure that is the sum of the others stands in the last column, whatever fillers there are. */
function startByTotal({ values, expected, totalEvery }: ValueRow, last: number): number | null {
  const start = last - expected + 1;
  return totalEvery === expected && start >= 0 && endsInSum(values.slice(0, last + 1)) ? start : null;
}

/** Rows with as many labels and as many cells have their values at the same cells. */
function shapeOf({ values, offset }: ValueRow): string {
  return `${offset}/${offset + values.length}`;
}

/** Where in `values` the first column is, if the table or rows like this one tell and only blanks are left outside. */
function startOf(row: ValueRow, { starts, rectangle, meaningful }: BlankUse, last: number): number | null {
  const { values, offset, expected, positional } = row;
  const fits = (start: number) =>
    start >= 0 &&
    start + expected <= values.length &&
    values.every((cell, i) => cell.text === "" || (i >= start && i < start + expected));
  if (rectangle !== null) return fits(rectangle - offset) ? rectangle - offset : null;
  if (row.packed && fits(0)) return 0;
  const byTotal = startByTotal(row, last);
  if (byTotal !== null && fits(byTotal)) return byTotal;
  if (row.underHeader !== null && fits(row.underHeader)) return row.underHeader;
  if (row.anchored && fits(0)) return 0;
  const byShape = positional || meaningful ? (starts.get(shapeOf(row)) ?? Number.NaN) - offset : Number.NaN;
  return fits(byShape) ? byShape : null;
}

function extent(values: readonly GridCell[]): { first: number; last: number; filled: number } {
  let first = -1;
  let last = -1;
  let filled = 0;
  values.forEach((cell, i) => {
    if (cell.text === "") return;
    if (first < 0) first = i;
    last = i;
    filled++;
  });
  return { first, last, filled };
}

function placed(values: readonly GridCell[], expected: number): Placement {
  return { cells: values.slice(0, expected), found: expected, certain: true };
}

/**
 * In a stream of cells a page's number may stand behind a row's figures: one figure too many, without which the last is
 * the sum of the others, while without the first it is not.
 */
function withoutPageNumber({ values, expected, streamed, totalEvery }: ValueRow): Placement | null {
  const figures = values.filter((cell) => cell.text !== "");
  if (!streamed || totalEvery === null || figures.length !== expected + 1) return null;
  const addsUp = (cells: readonly GridCell[]) => {
    for (let i = 0; i < expected; i += totalEvery) if (!isSum(cells.slice(i, i + totalEvery))) return false;
    return true;
  };
  const known = figures.slice(0, expected);
  return addsUp(known) && !addsUp(figures.slice(1)) ? placed(known, expected) : null;
}

function tooMany(values: readonly GridCell[], expected: number, filled: number): Placement {
  const cells = filled >= expected ? values.filter((cell) => cell.text !== "") : values;
  return { cells: cells.slice(0, expected), found: cells.length, certain: false };
}

/** Too few values: from the left, but a last figure that is the sum of the others is taken for the total. */
function uncertain(values: readonly GridCell[], expected: number, found: number): Placement {
  const cells: (GridCell | undefined)[] = values.slice(0, expected);
  while (cells.length < expected) cells.push(undefined);
  const last = values[values.length - 1];
  if (found === expected - 1 && last && endsInSum(values)) {
    cells[expected - 2] = undefined;
    cells[expected - 1] = last;
  }
  return { cells, found, certain: false };
}

/** Whether the last figure is above zero and the sum of the others: nothing is the sum of nothing wherever it stands. */
function endsInSum(values: readonly GridCell[]): boolean {
  return isSum(values) && amountOf(values[values.length - 1]!) > 0;
}

function isSum(values: readonly GridCell[]): boolean {
  const figures = values.map(amountOf);
  const total = figures.pop();
  return total !== undefined && figures.reduce((sum, figure) => sum + figure, 0) === total;
}

function amountOf({ text }: GridCell): number {
  const reading = readNumeral(text, 0, text.length);
  return reading.kind === "number" ? Number(reading.digits) : 0;
}
