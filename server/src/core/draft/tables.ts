// Builds a report's tables from the rows that were matched: edition, columns, cells, and what did not fit.

import {
  type CellKind,
  EDITIONS,
  type EditionKey,
  type FormCell,
  type FormColumn,
  formOf,
  TABLE_KEYS,
  type TableForm,
  type TableKey,
} from "../form";
import type { Cell, CellValue, Header, StatedUnit, Table, TableProblem, TableRow } from "../report/model";
import { quantityOf, readNumeral, statedUnit } from "../text/numeral";
import { cover, type Span } from "../text/span";
import { type FormPlace, HeaderColumns, placesOf } from "./formPlaces";
import type { GridCell } from "./grid";
import { BAND, type RawHeader, type RawRow, type RawTables } from "./rows";
import { type BlankUse, blankUse, placeValues, type ValueRow } from "./values";

/** The tables of one report, in the form's order. `fallback` is the edition where a table's own words fit both. */
export function buildTables(text: string, raw: RawTables, fallback: EditionKey): Table[] {
  const evidence = new Map(TABLE_KEYS.map((key) => [key, editionEvidence(raw, key)]));
  const told = evidence.get("applications") ?? evidence.get("disclosure") ?? null;
  const tables: Table[] = [];
  for (const key of TABLE_KEYS) {
    const rows = ownRows(raw.rows.filter((row) => row.table === key));
    if (!rows.some((row) => row.key !== null)) continue;
    const edition = evidence.get(key) ?? told ?? fallback;
    const form = formOf(edition, key);
    const builder = new TableBuilder(text, form, raw.headers, adoptByPlace(form, rows));
    tables.push(builder.build(edition, evidence.get(key) ?? null));
  }
  return tables;
}

/** The rows in the table's own section, where it has any: a table in another section is one of the organ's own. */
function ownRows(rows: readonly RawRow[]): readonly RawRow[] {
  const own = rows.filter((row) => row.section === row.table);
  return own.some((row) => row.key !== null) ? own : rows;
}

/** The edition that a table's rows and headers tell; null where they fit both alike. */
function editionEvidence(raw: RawTables, key: TableKey): EditionKey | null {
  const votes = new Map<EditionKey, number>(EDITIONS.map((edition) => [edition.key, 0]));
  const vote = (edition: EditionKey) => votes.set(edition, votes.get(edition)! + 1);
  for (const row of raw.rows) {
    const telling =
      row.table === key &&
      row.editions.length === 1 &&
      row.values.some((cell) => cell.text !== "" || row.positional);
    if (telling) vote(row.editions[0]!);
  }
  if (key === "disclosure") {
    for (const header of raw.headers) {
      for (const { hits } of header.cells) {
        const own = hits.columns.filter((column) => column.table === key);
        const editions = new Set(own.map((column) => column.edition));
        if (editions.size === 1) for (const edition of editions) vote(edition);
      }
    }
  }
  const [a, b] = [votes.get("2019")!, votes.get("2021")!];
  // （六）其他处理 may stand alone above the rows of 2021, so a row of 2021 weighs more than that of 2019.
  if (key === "applications" && b > 0) return "2021";
  return a === b ? null : a > b ? "2019" : "2021";
}

/**
 * A row with a label of its own words is the form's row that is missing there, where just one is missing between the
 * rows above and below it, and it has as many values.
 */
function adoptByPlace(form: TableForm, raw: readonly RawRow[]): RawRow[] {
  const order = form.table.blocks.flatMap(({ rows, columns }) =>
    rows.map((row) => ({ key: row.key, width: columns.length })),
  );
  const present = new Set(raw.map((row) => row.key));
  const placeOf = (row: RawRow | undefined) => order.findIndex(({ key }) => key === row?.key);
  return raw.map((row, i) => {
    if (row.key !== null || row.partOf || !row.label) return row;
    const [above, below] = [placeOf(raw[i - 1]), placeOf(raw[i + 1])];
    const between = below - above === 2 ? order[above + 1] : undefined;
    const fits = between && above >= 0 && !present.has(between.key);
    return fits && row.values.filter((cell) => cell.text !== "").length === between.width
      ? { ...row, key: between.key }
      : row;
  });
}

class TableBuilder {
  private readonly cells: (Cell | undefined)[];
  private readonly places: ReadonlyMap<string, FormPlace>;
  private readonly columns: HeaderColumns;
  private readonly valueRows: ReadonlyMap<RawRow, ValueRow>;
  private readonly rows: TableRow[] = [];
  private readonly problems: TableProblem[] = [];
  private readonly usedHeaders = new Set<number>();
  private amountUnit: StatedUnit | null = null;

  constructor(
    private readonly text: string,
    private readonly form: TableForm,
    private readonly headers: readonly RawHeader[],
    private readonly raw: readonly RawRow[],
  ) {
    this.cells = form.cells.map(() => undefined);
    this.places = placesOf(form);
    this.columns = new HeaderColumns(form);
    this.valueRows = new Map(raw.map((row) => [row, this.valueRowOf(row)]));
  }

  build(edition: EditionKey, evidence: EditionKey | null): Table {
    const blanks = blankUse([...this.valueRows.values()]);
    for (const row of this.raw) this.add(row, blanks);
    this.addMissingRows();
    this.addRepeatedTable();
    const spans = this.raw.map((row) => row.span);
    return {
      key: this.form.key,
      form: this.form,
      edition,
      evidence,
      layout: this.raw[0]!.layout,
      span: spans.reduce(cover),
      rows: this.rows,
      headers: this.headersOf(),
      cells: this.cells,
      problems: this.problems,
      amountUnit: this.amountUnit,
    };
  }

  private valueRow(raw: RawRow): ValueRow {
    return this.valueRows.get(raw)!;
  }

  private valueRowOf(raw: RawRow): ValueRow {
    const { values, offset, positional, streamed, anchored } = raw;
    const place = this.find(raw.key);
    const isBand = raw.key === BAND;
    const block = isBand ? this.form.table.blocks[0] : place?.block;
    const expected = isBand ? this.form.cells.length : (block?.columns.length ?? values.length);
    const band = isBand && this.isUnderWholeHeader(raw) ? 0 : null;
    return {
      values,
      offset,
      positional,
      streamed,
      anchored,
      expected,
      totalEvery: block?.columns.at(-1)?.key === "total" ? block.columns.length : null,
      underHeader: place ? this.underHeader(raw, place) : band,
      packed: place !== null && this.isPacked(raw, place),
    };
  }

  /** Whether the header above the row of `disputes` has as many cells as it and the form. */
  private isUnderWholeHeader({ header, firstHeader, offset, values }: RawRow): boolean {
    const width = this.form.cells.length;
    const headers = this.headers.slice(firstHeader, header + 1);
    return offset === 0 && values.length === width && headers.some((above) => above.width === width);
  }

  /** Whether the header above a row has as many cells, but its columns further left than they can be beside the labels. */
  private isPacked({ header, positional, offset, values }: RawRow, { block, at }: FormPlace): boolean {
    const above = this.headers[header];
    if (!above || !positional || above.width !== offset + values.length) return false;
    return this.columns
      .of(above, at)
      .some(
        (key, i) =>
          key !== undefined &&
          above.cells[i]!.at < offset + block.columns.findIndex((column) => column.key === key),
      );
  }

  /** Where in a row's values the columns are, if its header names all of them side by side and has as many cells. */
  private underHeader({ header, streamed, offset, values }: RawRow, { block, at }: FormPlace): number | null {
    const above = this.headers[header];
    if (!above || streamed || above.width !== offset + values.length) return null;
    const columns = this.columns.of(above, at);
    const cells = above.cells.filter((_, i) => columns[i] !== undefined);
    const [first, last] = [cells[0]?.at ?? -1, cells.at(-1)?.at ?? -1];
    const complete = cells.length === block.columns.length && last - first + 1 === cells.length;
    return complete && first >= offset ? first - offset : null;
  }

  private find(key: string | null): FormPlace | null {
    return (key !== null && this.places.get(key)) || null;
  }

  private add(raw: RawRow, blanks: BlankUse): void {
    if (raw.key === BAND) {
      this.addBand(raw, blanks);
      return;
    }
    const found = this.find(raw.key);
    if (!found) {
      // A label of the other edition over blanks only spans the rows below it.
      if (raw.values.some((cell) => cell.text !== "")) this.addUnknown(raw, blanks);
      return;
    }
    const { block, row, first } = found;
    if (this.rows.some((earlier) => earlier.row.key === row.key)) {
      this.problems.push({ kind: "repeated-row", row, span: raw.label?.span ?? raw.span });
      return;
    }
    const placement = placeValues(this.valueRow(raw), blanks);
    this.useHeaders(raw);
    const columns = this.columnOrder(found, raw);
    placement.cells.forEach((cell, i) => {
      if (!cell) return;
      const form = this.form.cells[first + columns[i]!]!;
      this.place(form, cell, placement.certain, this.unitOver(raw, found, form.column));
    });
    const { found: count } = placement;
    this.rows.push({
      row,
      label: raw.label?.span ?? raw.span,
      words: raw.label?.text ?? "",
      span: raw.span,
      found: count,
      expected: block.columns.length,
    });
  }

  /** The figures of `disputes` stand side by side in one row, group by group; a second such row is a repetition. */
  private addBand(raw: RawRow, blanks: BlankUse): void {
    const [block] = this.form.table.blocks;
    const width = block!.columns.length;
    if (this.rows.length > 0) {
      this.problems.push({ kind: "repeated-row", row: block!.rows[0]!, span: raw.span });
      return;
    }
    const placement = placeValues(this.valueRow(raw), blanks);
    this.useHeaders(raw);
    placement.cells.forEach((cell, i) => {
      if (cell) this.place(this.form.cells[i]!, cell, placement.certain);
    });
    block!.rows.forEach((row, group) => {
      const cells = placement.cells
        .slice(group * width, (group + 1) * width)
        .filter((cell) => cell !== undefined);
      const span = cells.length > 0 ? cells.map((cell) => cell.span).reduce(cover) : raw.span;
      // Where figures are missing or too many, the first group stands for the whole row.
      const whole = !placement.certain && group === 0;
      const [found, expected] = whole ? [placement.found, this.form.cells.length] : [width, width];
      this.rows.push({ row, label: span, words: "", span, found, expected });
    });
  }

  /** A row that details another one is nothing unknown, but makes that one's own figures doubtful where it has a label too. */
  private addUnknown(raw: RawRow, blanks: BlankUse): void {
    const [label, span] = [raw.label?.text ?? "", raw.label?.span ?? raw.span];
    const whole = this.find(raw.partOf);
    if (whole) {
      this.problems.push({ kind: "part-row", row: whole.row, label, span });
      const first = this.raw
        .find((other) => other.key === raw.partOf)
        ?.values.find((cell) => cell.text !== "");
      if (!first || readNumeral(first.text, 0, first.text.length).kind !== "unreadable") return;
      this.cells.forEach((cell, i) => {
        if (cell?.form.row === whole.row) this.cells[i] = { ...cell, certain: false };
      });
      return;
    }
    const [block, ...others] = this.form.table.blocks;
    const row = { ...this.valueRow(raw), expected: block!.columns.length };
    const placement = others.length === 0 ? placeValues(row, blanks) : null;
    const figures = placement?.certain
      ? placement.cells.map(
          (cell): CellValue => (cell ? cellValue(this.text, cell, "count", null) : { kind: "blank" }),
        )
      : [];
    this.problems.push({ kind: "unknown-row", label, span, figures });
  }

  private addMissingRows(): void {
    const present = new Set(this.rows.map((row) => row.row.key));
    for (const problem of this.problems) if (problem.kind === "part-row") present.add(problem.row.key);
    for (const { rows } of this.form.table.blocks) {
      for (const row of rows) if (!present.has(row.key)) this.problems.push({ kind: "missing-row", row });
    }
  }

  /** A table that stands twice is more than rows that do. */
  private addRepeatedTable(): void {
    const repeated = this.problems.flatMap((problem) => (problem.kind === "repeated-row" ? [problem] : []));
    const band = this.form.table.arrangement === "band";
    if (repeated.length === 0 || (!band && repeated.length * 2 <= this.rows.length)) return;
    const rows = band ? this.form.table.blocks[0]!.rows : repeated.map(({ row }) => row);
    this.problems.push({
      kind: "repeated-table",
      rows,
      span: repeated.map(({ span }) => span).reduce(cover),
    });
  }

  /** The unit of money over a row's column, as its header or else a caption states it; noted for the whole table. */
  private unitOver({ header, caption }: RawRow, { at }: FormPlace, { key, kind }: FormColumn): string | null {
    if (kind !== "amount") return null;
    const above = this.headers[header];
    const over = above?.cells[this.columns.of(above, at).indexOf(key)]?.cell;
    const unit = over && statedUnit(over.text);
    const stated = over && unit ? { unit, span: over.span } : caption;
    this.amountUnit ??= stated;
    return stated?.unit ?? null;
  }

  /** The indexes of the form's columns in the order of the draft's header, where that has exactly these columns. */
  private columnOrder({ block, at }: FormPlace, { header, streamed }: RawRow): readonly number[] {
    const own = block.columns.map((_, i) => i);
    // In a stream of cells, columns under a common header stand behind those beside it.
    if (streamed && block.columns.some(({ groups }) => groups.length > 0)) return own;
    const above = this.headers[header];
    const keys = above ? this.columns.of(above, at) : [];
    const order = keys.map((key) => block.columns.findIndex((column) => column.key === key));
    return order.length === own.length && own.every((i) => order.includes(i)) ? order : own;
  }

  /** Notes the headers above a row: a header of several rows has columns in each. */
  private useHeaders({ header, firstHeader }: RawRow): void {
    for (let at = firstHeader; at <= header; at++) this.usedHeaders.add(at);
  }

  private headersOf(): Header[] {
    const headers: Header[] = [];
    for (const at of this.usedHeaders) {
      const header = this.headers[at]!;
      for (const [i, { cell }] of header.cells.entries()) {
        for (let block = 0; block < this.form.table.blocks.length; block++) {
          const column = this.columns.of(header, block)[i];
          if (column) headers.push({ block, column, text: cell.text, span: cell.span });
        }
      }
    }
    return headers;
  }

  private place(form: FormCell, cell: GridCell, certain: boolean, stated: string | null = null): void {
    this.cells[form.index] = {
      form,
      value: cellValue(this.text, cell, form.column.kind, stated),
      text: cell.text,
      span: cell.span,
      slot: cell.slot,
      certain,
    };
  }
}

function cellValue(text: string, cell: GridCell, kind: CellKind, stated: string | null): CellValue {
  if (cell.text === "") return { kind: "blank" };
  const inPlace = text.startsWith(cell.text, cell.span.start);
  const at: Span = inPlace
    ? { start: cell.span.start, end: cell.span.start + cell.text.length }
    : { start: 0, end: cell.text.length };
  const reading = readNumeral(inPlace ? text : cell.text, at.start, at.end);
  if (reading.kind !== "number") return reading;
  // 增2 is a change and nothing else.
  if (reading.signWord !== null && kind !== "change") return { kind: "unreadable" };
  const quantity = quantityOf(reading, kind === "amount" ? "amount" : "count", stated);
  if (quantity === null) return { kind: "unreadable" };
  // Digits with markup or entities between them are replaced as a whole.
  return { kind: "number", quantity, numeral: inPlace ? reading : { ...reading, at: cell.span } };
}
