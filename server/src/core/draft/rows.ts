// Matches the rows of grids with the rows of the form. Values are not yet placed in columns: that needs the edition,
// which only all rows together tell.

import type { EditionKey, SectionKey, TableKey } from "../form";
import type { Layout, StatedUnit } from "../report/model";
import { captionUnit, readNumeral } from "../text/numeral";
import type { Span } from "../text/span";
import type { Grid, GridCell } from "./grid";
import { type LabelHits, lookUpLabel, mostAlikeRow, type RowLabel } from "./labels";
import { inOneCellRows, isStream, type MatchedCell, regroup } from "./stream";

/** A row of a grid that was matched with a row of the form, or gives figures without being one. */
export interface RawRow {
  readonly table: TableKey;
  /** The form's row; `band` for the figures of `disputes`; null where the form has no such row. */
  readonly key: string | null;
  readonly editions: readonly EditionKey[];
  /** The key of the row that this one details, where its label tells. */
  readonly partOf: string | null;
  readonly label: GridCell | null;
  /** The cells behind the label. */
  readonly values: readonly GridCell[];
  /** How many cells stand before `values` in the row. */
  readonly offset: number;
  readonly layout: Layout;
  readonly positional: boolean;
  readonly streamed: boolean;
  /** Whether, in such a stream, no cell is lost: the first one behind the label is the first column. */
  readonly anchored: boolean;
  /** The unit of money that a caption above the table states. */
  readonly caption: StatedUnit | null;
  /** The section that the row stands in; null where it stands before all of them. */
  readonly section: SectionKey | null;
  readonly span: Span;
  /** The last header above the row: an index into `RawTables.headers`; -1 where there is none. */
  readonly header: number;
  /** The first of the headers that stand together there. */
  readonly firstHeader: number;
}

/** The columns in a row of headers, in the draft's order, each with its place among the row's cells. */
export interface RawHeader {
  readonly cells: readonly { readonly cell: GridCell; readonly hits: LabelHits; readonly at: number }[];
  /** How many cells the row has. */
  readonly width: number;
}

export interface RawTables {
  readonly rows: readonly RawRow[];
  readonly headers: readonly RawHeader[];
  /** Grids in which nothing of the form was recognised. */
  readonly unplaced: readonly Grid[];
}

/** The key of the row that holds all figures of `disputes`. */
export const BAND = "band";
const FEWEST_BAND_VALUES = 5;
/** A row has at least so many cells behind its label where its table has columns of the same words as its rows. */
const FEWEST_VALUES = 7;
/** A row of that many blanks under the header of `disputes` is its row of figures, not filled in. */
const BAND_VALUES = 15;

/**
 * Matches the rows of all grids of one report, in order. `sectionOf` tells the section that a grid stands in, `captionOf`
 * the unit of money that a line above it states. Grids that are no table of the form are left unplaced.
 */
export function matchRows(
  grids: readonly Grid[],
  sectionOf: (grid: Grid) => SectionKey | null,
  captionOf: (grid: Grid) => StatedUnit | null,
): RawTables {
  const matcher = new RowMatcher();
  const unplaced: Grid[] = [];
  for (const grid of grids) {
    const rows = grid.rows.map((row) => row.cells.map(matchCell));
    const section = sectionOf(grid);
    if (!isOfForm(rows.flat(), section, matcher)) {
      unplaced.push(grid);
      continue;
    }
    const oneCellRows = inOneCellRows(grid.rows);
    const streamed = oneCellRows || rows.some(isStream);
    const place = {
      layout: grid.layout,
      positional: grid.positional && !streamed,
      streamed,
      anchored: grid.positional && streamed,
      caption: captionIn(rows) ?? captionOf(grid),
      section,
    };
    const streams = oneCellRows ? [rows.flat()] : rows;
    for (const row of streamed ? streams.flatMap(regroup) : rows) matcher.row(place, row);
  }
  matcher.finish();
  return { rows: matcher.rows, headers: matcher.headers, unplaced };
}

/** The unit of money that a cell of a table's states for all of it. */
function captionIn(rows: readonly (readonly MatchedCell[])[]): StatedUnit | null {
  for (const row of rows) {
    for (const { cell, hits, value } of row) {
      const unit = hits || value || !cell.text.includes("单位") ? null : captionUnit(cell.text);
      if (unit) return { unit, span: cell.span };
    }
  }
  return null;
}

const FEWEST_DISCLOSURE_ROWS = 4;
const FEWEST_HEADERS = 3;

/**
 * Whether a grid is (part of) a table of the form. Labels such as 行政许可, 其他 or 合计 also stand in tables of the
 * organ's own; only in section 二 itself they are enough, for rows that it does not have yet.
 */
function isOfForm(cells: readonly MatchedCell[], section: SectionKey | null, matcher: RowMatcher): boolean {
  let [applications, disclosure, headers] = [0, 0, 0];
  for (const { hits } of cells) {
    if (!hits) continue;
    if (hits.title || hits.columns.some(({ table }) => table === "disclosure")) return true;
    if (hits.columnOf.size > 0 || hits.groupOf.size > 0) headers++;
    else if (hits.row?.table === "applications") applications++;
    else if (hits.row) disclosure++;
  }
  if (applications > 0 || disclosure >= FEWEST_DISCLOSURE_ROWS || headers >= FEWEST_HEADERS) return true;
  const isNew = ({ hits }: MatchedCell) => hits?.row?.table === "disclosure" && !matcher.has(hits.row);
  if (disclosure > 0) return (section === "disclosure" || section === null) && cells.some(isNew);
  return matcher.current === "disputes" && cells.length >= BAND_VALUES && cells.every((cell) => cell.value);
}

function matchCell(cell: GridCell): MatchedCell {
  const value = readNumeral(cell.text, 0, cell.text.length).kind !== "unreadable";
  return { cell, value, filled: cell.text !== "", hits: value ? null : lookUpLabel(cell.text) };
}

const BAND_ROW: RowLabel = { table: "disputes", key: BAND, editions: [] };

/** What all rows of a grid have in common. */
type Place = Pick<RawRow, "layout" | "positional" | "streamed" | "anchored" | "caption" | "section">;

class RowMatcher {
  readonly rows: RawRow[] = [];
  readonly headers: RawHeader[] = [];
  private table: TableKey | null = null;
  /** A label whose values may stand on the next line. */
  private waiting: { readonly row: RowLabel; readonly cell: GridCell; readonly column: boolean } | null =
    null;
  private header = -1;
  private firstHeader = 0;
  /** Whether a row stands below the last header. */
  private headerUsed = false;
  private bandHeader: { readonly place: Place; readonly cell: GridCell } | null = null;
  /** The rows that have been matched, as `table.key`. */
  private readonly seen = new Set<string>();

  /** The table that the last rows belong to. */
  get current(): TableKey | null {
    return this.table;
  }

  /** Whether a row of the form has been matched. */
  has({ table, key }: RowLabel): boolean {
    return this.seen.has(`${table}.${key}`);
  }

  row(place: Place, cells: readonly MatchedCell[]): void {
    const about = this.tableOfRow(cells);
    if (about) this.table = about;
    const waiting = this.waiting;
    this.waiting = null;
    // A label without values that is a column's too, such as 总计, stands in a header with a column a line.
    if (waiting && !waiting.column && cells.some((cell) => cell.filled && !cell.value))
      this.push(place, waiting.row, waiting.cell, [], 1);
    if (this.table === "disputes") {
      this.bandRow(place, cells);
      return;
    }
    const last = lastIndex(cells, (cell) => cell.hits?.row != null);
    const behind = cells.slice(last + 1);
    const figures = behind.some((cell) => cell.filled);
    if (this.isHeader(cells, figures)) {
      this.addHeader(cells);
      return;
    }
    if (last >= 0) {
      const row = cells[last]!.hits!.row!;
      this.table = row.table;
      const { cell, hits } = cells[last]!;
      if (hits!.columnOf.size > 0 && this.goesOnHeader(behind)) this.addHeader(cells);
      else if (behind.length === 0) this.waiting = { row, cell, column: hits!.columnOf.size > 0 };
      else if (figures || isBlankRow(cells, last)) this.push(place, row, cells[last]!.cell, behind, last + 1);
      return;
    }
    this.withoutKnownLabel(place, cells, waiting);
  }

  /** A header of `disputes` without a row of figures is that table, with nothing filled in. */
  finish(): void {
    const header = this.bandHeader;
    if (!header || this.seen.has(`disputes.${BAND}`)) return;
    this.push(header.place, BAND_ROW, header.cell, [], 0);
  }

  /** The table that the row's labels belong to, where they tell; the table before it otherwise. */
  private tableOfRow(cells: readonly MatchedCell[]): TableKey | null {
    const votes = new Map<TableKey, number>();
    const vote = (key: TableKey) => votes.set(key, (votes.get(key) ?? 0) + 1);
    for (const { hits } of cells) {
      if (!hits) continue;
      for (const key of hits.columnOf) vote(key);
      for (const key of hits.groupOf) if (!hits.columnOf.has(key)) vote(key);
      if (hits.row && !hits.columnOf.has(hits.row.table)) vote(hits.row.table);
      if (hits.title) vote("disclosure");
    }
    let best: TableKey | null = null;
    for (const [key, count] of votes) {
      const most = best ? votes.get(best)! : 0;
      if (count > most || (count === most && key === this.table)) best = key;
    }
    return best;
  }

  /** A row of column headers: labels of rows may be among them only where a column has the same words. */
  private isHeader(cells: readonly MatchedCell[], figuresBehindLabel: boolean): boolean {
    const columns = new Set<string>();
    let onlyColumns = 0;
    for (const { cell, hits } of cells) {
      if (!hits) continue;
      const column = hits.columnOf.size > 0 || hits.title;
      if (hits.row && !column) return false;
      // A merged cell may stand at every place that it covers.
      if (column) columns.add(cell.text);
      if (column && !hits.row) onlyColumns++;
    }
    if (figuresBehindLabel && cells.some((cell) => cell.filled && cell.value)) return false;
    return columns.size >= 2 || onlyColumns >= 1;
  }

  /** Whether such a label with nothing but the odd filler behind it stands right below a header, with a column a line. */
  private goesOnHeader(behind: readonly MatchedCell[]): boolean {
    const below = this.header >= 0 && !this.headerUsed;
    return below && behind.length < FEWEST_VALUES && behind.every((cell) => !cell.filled);
  }

  private addHeader(cells: readonly MatchedCell[]): void {
    const titled = cells.some((cell) => cell.hits?.title);
    const columns = cells.flatMap(({ cell, hits }, at) =>
      hits && hits.columns.length > 0 ? [{ cell, hits, at }] : [],
    );
    if (columns.length === 0) {
      if (titled) this.header = -1;
      return;
    }
    if (this.header < 0 || this.headerUsed) this.firstHeader = this.headers.length;
    this.headers.push({ cells: columns, width: cells.length });
    this.header = this.headers.length - 1;
    this.headerUsed = false;
  }

  private withoutKnownLabel(
    place: Place,
    cells: readonly MatchedCell[],
    waiting: RowMatcher["waiting"],
  ): void {
    const label = lastIndex(cells, (cell) => cell.filled && !cell.value);
    const values = cells.slice(label + 1);
    if (!this.table || !values.some((cell) => cell.filled)) return;
    if (label < 0) {
      if (waiting) this.push(place, waiting.row, waiting.cell, values, 0);
      else if (values.filter(isCounted).length > 1) this.push(place, null, null, values, 0);
      return;
    }
    const { cell, hits } = cells[label]!;
    const part = hits?.partOf?.table === this.table ? hits.partOf.key : null;
    const alike = part ? null : mostAlikeRow(cell.text, new Set([this.table]), this.seen);
    this.push(place, alike, cell, values, label + 1, part);
  }

  private bandRow(place: Place, cells: readonly MatchedCell[]): void {
    const label = lastIndex(cells, (cell) => cell.filled && !cell.value && cell.hits !== null);
    const values = cells.slice(label + 1);
    if (cells.slice(0, label + 1).some(isResult)) this.addHeader(cells.slice(0, label + 1));
    // A row of the organ's own below the table has a label of its own, and no header of the form's above it.
    const own = values.some((cell) => cell.filled && !cell.value);
    if (own && this.headerUsed && this.seen.has(`disputes.${BAND}`)) return;
    const blank = values.every((cell) => !cell.filled) && values.length >= BAND_VALUES;
    const figures = values.length >= FEWEST_BAND_VALUES && values.some((cell) => cell.filled && cell.value);
    if (blank || figures) this.push(place, BAND_ROW, null, values, label + 1);
    else if (label >= 0) this.bandHeader ??= { place, cell: cells[label]!.cell };
  }

  /** A merged cell that stands at every place it covers, as its header does, counts once. */
  private withoutRepeats(values: readonly GridCell[], offset: number): readonly GridCell[] {
    const header = this.headers[this.header];
    if (header?.width !== offset + values.length) return values;
    return values.filter((cell, i) => !repeats(header, offset + i) || cell.text !== values[i - 1]?.text);
  }

  private push(
    place: Place,
    row: RowLabel | null,
    label: GridCell | null,
    values: readonly MatchedCell[],
    offset: number,
    partOf: string | null = null,
  ): void {
    const cells = this.withoutRepeats(
      values.map((value) => value.cell),
      offset,
    );
    const first = label ?? cells[0]!;
    const last = cells[cells.length - 1] ?? first;
    if (row) this.seen.add(`${row.table}.${row.key}`);
    const { layout, positional, streamed, anchored, caption, section } = place;
    this.rows.push({
      layout,
      positional,
      streamed,
      anchored,
      caption,
      section,
      table: row?.table ?? this.table!,
      key: row?.key ?? null,
      editions: row?.editions ?? [],
      partOf,
      label,
      values: cells,
      offset,
      span: { start: first.span.start, end: Math.max(first.span.end, last.span.end) },
      header: this.header,
      firstHeader: this.firstHeader,
    });
    this.headerUsed = true;
  }
}

/** Whether a cell is the header of a column that only `disputes` has, such as 结果维持. */
function isResult({ hits }: MatchedCell): boolean {
  return hits !== null && hits.columns.length > 0 && hits.columns.every(({ table }) => table === "disputes");
}

/** Whether a cell has a figure, and no nil mark, so that it would be lost with its row. */
function isCounted({ cell, filled, value }: MatchedCell): boolean {
  return filled && value && readNumeral(cell.text, 0, cell.text.length).kind === "number";
}

/** Behind a header's column of the same words: what stands there too is the same merged cell, written again. */
function repeats(header: RawHeader, at: number): boolean {
  const [cell, before] = [at, at - 1].map(
    (place) => header.cells.find((each) => each.at === place)?.cell.text,
  );
  return cell !== undefined && cell === before;
}

/** A row with a label and only blanks behind it is a row of the form with nothing filled in. */
function isBlankRow(cells: readonly MatchedCell[], label: number): boolean {
  return cells
    .slice(0, label)
    .every(
      ({ filled, hits, cell }) =>
        !filled || hits?.columnOf.size === 0 || (hits !== null && cell.text === cells[label]!.cell.text),
    );
}

function lastIndex<T>(items: readonly T[], matches: (item: T) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) if (matches(items[i]!)) return i;
  return -1;
}
