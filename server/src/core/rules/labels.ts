// How cells and rows are named in findings: in the form's own words, short enough to read in a tooltip.

import type { FormCell, FormColumn, FormRow, Identity, TableForm } from "../form";
import type { Cell } from "../report/model";
import { formatQuantity } from "../text/quantity";
import type { BrokenPlace } from "./message";
import type { Related } from "./rule";

/** A row's label without the note in brackets behind it. */
export function rowName(row: FormRow): string {
  return row.label.replace(/（[^（）]{4,}）$/, "");
}

/** A row's label with the groups that it stands in, for a group of `disputes`. */
export function rowPath({ groups, label }: FormRow): string {
  return [...groups, label].join(" · ");
}

/** A heading without Markdown's marks, as a reader sees it. */
export function headingWords(heading: string): string {
  return heading.replace(/^[#*_\s\u00a0\u3000]+|[*_\s\u00a0\u3000]+$/g, "");
}

/** A cell's name in the form's words, such as `（一）予以公开 · 自然人`. */
export function cellName({ row, column }: FormCell): string {
  return `${rowName(row)} · ${columnName(column)}`;
}

/** A column's label without the note in brackets behind it. */
export function columnName({ label }: FormColumn): string {
  return label.replace(/（[^（）]*）$/, "");
}

/** A cell's name by its index in the form's table. */
export function cellNameAt(form: TableForm, index: number): string {
  return cellName(form.cells[index]!);
}

/** The place of a cell with its name and figure, as a finding relates it. */
export function relatedCell(cell: Cell): Related {
  return { span: cell.span, message: { id: "cell-value", cell: cellName(cell.form), value: shown(cell) } };
}

/** The figure that a cell shows, in plain digits; 空白 where it is blank, its text where it cannot be read. */
export function shown(cell: Cell | undefined): string {
  if (!cell) return "缺";
  if (cell.value.kind === "number") return formatQuantity(cell.value.quantity);
  return cell.value.kind === "blank" ? "空白" : cell.text;
}

/** An identity by the row, the column or the group that it is of. */
export function placeOf({ cells }: TableForm, { code, left }: Identity): BrokenPlace {
  const { row, column } = cells[left[0]!]!;
  if (code === "applications/row-total") return { code, name: rowName(row) };
  return { code, name: code === "disputes/total" ? rowPath(row) : column.label };
}
