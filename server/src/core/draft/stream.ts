// Cells in one stream, as Word gives them without empty lines and web pages without rows: cut into rows by their labels.

import type { GridCell, GridRow } from "./grid";
import type { LabelHits } from "./labels";

/** A cell of a grid with what its text says. */
export interface MatchedCell {
  readonly cell: GridCell;
  readonly hits: LabelHits | null;
  /** Whether the cell could be a value: a figure, a blank or a nil mark. */
  readonly value: boolean;
  readonly filled: boolean;
}

/** One cell a line, or all in one row: the rows must be found by their labels. */
export function inOneCellRows(rows: readonly GridRow[]): boolean {
  return rows.length === 1
    ? rows[0]!.cells.length > MOST_CELLS
    : rows.filter((row) => row.cells.length <= 1).length * 2 > rows.length;
}

/** More than one row of the form: the labels of several rows in more cells than one has, or a row behind its header. */
export function isStream(cells: readonly MatchedCell[]): boolean {
  const isRow = ({ hits }: MatchedCell) => hits?.row != null && hits.columnOf.size === 0;
  if (cells.length > MOST_CELLS) return cells.filter(isRow).length > 1;
  const header = cells.findIndex(({ hits }) => hits !== null && hits.row === null && hits.columns.length > 0);
  return header >= 0 && cells.slice(header).some(isRow);
}

const MOST_CELLS = 20;

/** A label of a row behind so many cells of another is a row's even where a column has the same words (`总计`). */
const FEWEST_CELLS_OF_ROW = 3;

/**
 * Cuts a stream of cells into rows: a label behind values begins a row, and so does each label of a row, also behind
 * the column headers.
 */
export function regroup(cells: readonly MatchedCell[]): MatchedCell[][] {
  const rows: MatchedCell[][] = [];
  let row: MatchedCell[] = [];
  let figures = false;
  let sinceLabel: number | null = null;
  let header = false;
  for (const [i, cell] of cells.entries()) {
    const label = cell.filled && !cell.value;
    const isRow =
      cell.hits?.row != null && (cell.hits.columnOf.size === 0 || (sinceLabel ?? 0) >= FEWEST_CELLS_OF_ROW);
    const isLabel = isRow || (cell.hits !== null && cell.hits.groupOf.size > 0);
    // Behind a header an unknown label with a figure of its own begins a row too.
    const unknown = cell.hits === null && isFigure(cells[i + 1]);
    const behindHeader = header && (isRow || unknown || cell.hits?.groupOf.has("applications") === true);
    if (label && (figures || cell.hits?.title || behindHeader || (isLabel && sinceLabel !== null))) {
      rows.push(row);
      row = [];
      figures = false;
      header = false;
      sinceLabel = null;
    }
    header ||= cell.hits?.row == null && (cell.hits?.columns.length ?? 0) > 0;
    row.push(cell);
    if (isRow) sinceLabel = 0;
    else if (sinceLabel !== null) sinceLabel++;
    figures ||= cell.filled && cell.value;
  }
  rows.push(row);
  return rows;
}

function isFigure(cell: MatchedCell | undefined): boolean {
  return cell?.filled === true && cell.value;
}
