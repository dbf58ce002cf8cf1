// All figures of a table as one string, to tell whether it says what a table said before. One that was typed into says what
// it said when it was read, but for that figure.

import type { Cell, Table } from "../report/model";
import { memo } from "../text/memo";

const typed = new WeakMap<Table, { readonly of: Table; readonly cell: number }>();
const written = memo(({ cells }: Table) => cells.map(figureIn).join());

/** Tells that a table is another one but for the figure of a cell, the only one typed into since that was read. */
export function typedInto(table: Table, of: Table, cell: number): void {
  typed.set(table, { of: typed.get(of)?.of ?? of, cell });
}

/** The figures of a table, its form's cells in order. */
export function figuresIn(table: Table): string {
  const { of, cell } = typed.get(table) ?? { of: table, cell: -1 };
  const read = written(of);
  const figure = figureIn(table.cells[cell]);
  return figure === figureIn(of.cells[cell]) ? read : `${read};${cell}:${figure}`;
}

function figureIn(cell: Cell | undefined): string {
  if (!cell) return "";
  const { value, certain } = cell;
  return `${certain ? "" : "?"}${value.kind === "number" ? value.quantity : value.kind}`;
}
