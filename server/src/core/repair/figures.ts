// Tries figures in a table without touching the draft, and writes them into it without touching anything else.

import type { Identity } from "../form";
import { evaluate } from "../report/evaluate";
import type { Cell, Report, Table } from "../report/model";
import { toFullWidth } from "../text/numeral";
import { formatQuantity, type Quantity } from "../text/quantity";
import type { Span } from "../text/span";
import { displayWidth } from "../text/width";

/** New figures by the index of the form's cell. */
export type Figures = ReadonlyMap<number, Quantity>;

/** The table as it would read with these figures. */
export function withFigures(table: Table, figures: Figures): Table {
  const cells = table.cells.map((cell, index): Cell | undefined => {
    const quantity = figures.get(index);
    if (!cell || quantity === undefined) return cell;
    const numeral = {
      kind: "number",
      at: cell.span,
      digits: "0",
      decimals: 0,
      negative: quantity < 0,
      unit: null,
      fullWidth: false,
      separators: false,
      signWord: null,
    } as const;
    return { ...cell, value: { kind: "number", quantity, numeral } };
  });
  return { ...table, cells };
}

/** The identities of the table that fail. */
export function failing(report: Report, table: Table): Identity[] {
  return table.form.identities.filter((identity) => evaluate(report, table, identity).verdict === "fails");
}

/** The edit that writes a figure into a cell: its digits change; unit, fillers and a pipe table's alignment stay. */
export function writeFigure(
  text: string,
  table: Table,
  cell: Cell,
  quantity: Quantity,
): { span: Span; newText: string } {
  const old = cell.value.kind === "number" ? cell.value.numeral : null;
  const span = old ? old.at : cell.span;
  const plain = formatQuantity(quantity, old?.decimals);
  const digits = old?.fullWidth ? toFullWidth(plain) : plain;
  if (table.layout !== "pipe") return { span, newText: digits };
  return old || cell.text ? resized(text, cell, span, digits) : filled(text, table, cell, digits);
}

/** A blank cell of a pipe table is filled at the side where its column has its figures, else at the right. */
function filled(
  text: string,
  table: Table,
  { slot, form }: Cell,
  digits: string,
): { span: Span; newText: string } {
  const room = slot.end - slot.start;
  if (room < digits.length + 2) return { span: slot, newText: ` ${digits} ` };
  const neighbour = table.cells.find((cell) => cell?.form.column === form.column && cell.text !== "");
  const left = neighbour !== undefined && !isRightAligned(text, neighbour);
  const newText = left ? ` ${digits}`.padEnd(room) : `${digits} `.padStart(room);
  return { span: slot, newText };
}

function isRightAligned(text: string, { slot, span }: Cell): boolean {
  return span.start - slot.start > slot.end - span.end && text[slot.start] === " ";
}

/** In a pipe table the fillers beside the digits give or take what the new digits are longer or shorter. */
function resized(text: string, cell: Cell, span: Span, digits: string): { span: Span; newText: string } {
  const right = isRightAligned(text, cell);
  const side = right ? text.slice(cell.slot.start, span.start) : text.slice(span.end, cell.slot.end);
  const room = side.length - (displayWidth(digits) - displayWidth(text.slice(span.start, span.end)));
  if (room === side.length || room < 1 || !/^ *$/.test(side)) return { span, newText: digits };
  const padding = " ".repeat(room);
  return right
    ? { span: { start: cell.slot.start, end: span.end }, newText: padding + digits }
    : { span: { start: span.start, end: cell.slot.end }, newText: digits + padding };
}
