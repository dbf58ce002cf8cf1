// Where rows and columns stand in a table of the form: its rows by their keys, and the columns that headers name.

import { type FormBlock, type FormRow, formOf, type TableForm } from "../form";
import type { ColumnLabel } from "./labels";
import type { RawHeader } from "./rows";

/** A row of the form, with its place in it. */
export interface FormPlace {
  readonly row: FormRow;
  readonly block: FormBlock;
  /** The block's index in the form. */
  readonly at: number;
  /** The index of the row's first cell. */
  readonly first: number;
}

/** The rows of a table of the form by their keys. */
export function placesOf({ table }: TableForm): ReadonlyMap<string, FormPlace> {
  const places = new Map<string, FormPlace>();
  let first = 0;
  for (const [at, block] of table.blocks.entries()) {
    for (const row of block.rows) {
      places.set(row.key, { row, block, at, first });
      first += block.columns.length;
    }
  }
  return places;
}

/** The columns of a table of the form that a draft's headers name, worked out once a header: it stands over many rows. */
export class HeaderColumns {
  private readonly known = new Map<RawHeader, (readonly (string | undefined)[])[]>();

  constructor(private readonly form: TableForm) {}

  /** For each cell of a header the column of a block that it names. */
  of(header: RawHeader, block: number): readonly (string | undefined)[] {
    let columns = this.known.get(header);
    if (!columns) {
      const blocks = this.form.table.blocks;
      columns = blocks.map((_, at) => header.cells.map(({ hits }) => this.columnIn(hits.columns, at)));
      this.known.set(header, columns);
    }
    return columns[block]!;
  }

  private columnIn(columns: readonly ColumnLabel[], block: number): string | undefined {
    return columns.find(
      (column) =>
        column.block === block &&
        column.table === this.form.key &&
        formOf(column.edition, column.table) === this.form,
    )?.key;
  }
}
