// The fix of `table/shape` for missing rows: a copy of the row above (or below) in the draft's own layout, with the
// missing row's label and zeros, which break no sum.

import type { FormRow } from "../form";
import { type Table, tableWith } from "../report/model";
import { displayWidth } from "../text/width";
import { wholeLines } from "./prose";
import type { Edit, RuleContext } from "./rule";

/**
 * The edits that insert the rows (neighbours in the form, by one of their cells each) into their table; none where
 * the row beside them is no model to copy: in HTML, in a quote, over several lines, or with values that are not all there.
 */
export function insertRows({ report, text }: RuleContext, cells: readonly string[]): Edit[] {
  const table = cells[0] === undefined ? undefined : tableWith(report, cells[0]);
  if (!table || table.layout === "html") return [];
  const rows = [...new Set(cells.map((name) => table.form.byName.get(name)!.row))];
  const order = table.form.table.blocks.flatMap((block) => block.rows);
  const at = order.indexOf(rows[0]!);
  const above = order.slice(0, at).findLast((row) => isWhole(table, row));
  const below = order.slice(at).find((row) => isWhole(table, row));
  const sameBlock = (row: FormRow | undefined) =>
    row !== undefined && blockOf(table, row) === blockOf(table, rows[0]!);
  const model = sameBlock(above) ? above : sameBlock(below) ? below : undefined;
  if (!model || rows.some((row) => blockOf(table, row) !== blockOf(table, model))) return [];
  const lines = linesOf(text, table, model);
  if (!lines || /^\s*>/.test(text.slice(lines.start, lines.end))) return [];
  // Between drawn edges a row's copy would be its second line.
  if (/^\s*(?:[+|][-=+:]|[\u2500-\u257f]{2})/.test(text.slice(lines.end))) return [];
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = table.layout === "stacked" ? eol + eol : eol;
  const copies = rows.map((row) => copyOf(text, table, model, row, lines));
  const edit =
    model === above
      ? { span: { start: lines.end, end: lines.end }, newText: copies.map((copy) => gap + copy).join("") }
      : {
          span: { start: lines.start, end: lines.start },
          newText: copies.map((copy) => copy + gap).join(""),
        };
  return [edit];
}

function blockOf(table: Table, row: FormRow) {
  return table.form.table.blocks.find((block) => block.rows.includes(row));
}

/** Whether the draft has the row with a label of its own and a certain cell for every column. */
function isWhole(table: Table, row: FormRow): boolean {
  const found = table.rows.find((candidate) => candidate.row === row);
  const cells = table.form.cells.filter((cell) => cell.row === row);
  return (
    found !== undefined &&
    found.label.start !== found.label.end &&
    found.found === found.expected &&
    cells.every(({ index }) => table.cells[index]?.certain)
  );
}

/** The lines that the row takes: one, or in stacked tables those up to the empty lines around it. */
function linesOf(text: string, table: Table, row: FormRow): { start: number; end: number } | null {
  const { label, span } = table.rows.find((candidate) => candidate.row === row)!;
  let { start, end } = wholeLines(text, { start: label.start, end: span.end });
  if (table.layout !== "stacked") return /[\r\n]/.test(text.slice(start, end)) ? null : { start, end };
  const lastSlot = Math.max(
    ...table.cells.flatMap((cell) => (cell?.form.row === row ? [cell.slot.end] : [])),
  );
  ({ start, end } = wholeLines(text, { start, end: Math.max(end, lastSlot) }));
  while (start > 0 && text.slice(0, start).match(/\n[^\r\n]+\r?\n$/)) {
    start = text.lastIndexOf("\n", start - 2) + 1;
  }
  return text[start] === "\t" ? { start, end } : null;
}

/** The row's lines with another label, zeros for its figures, and the labels of its groups left out. */
function copyOf(
  text: string,
  table: Table,
  model: FormRow,
  row: FormRow,
  lines: { start: number; end: number },
): string {
  const { label } = table.rows.find((candidate) => candidate.row === model)!;
  const before = text
    .slice(lines.start, label.start)
    .replace(/[^\s|｜]/gu, (character) =>
      table.layout === "pipe" ? " ".repeat(displayWidth(character)) : "",
    );
  let copy = before + row.label;
  let from = label.end;
  // A label that is longer than its column takes the spaces that stand behind it.
  if (table.layout === "pipe") {
    const [spaces] = /^ */.exec(text.slice(from))!;
    const room = displayWidth(text.slice(label.start, label.end)) + spaces.length - displayWidth(row.label);
    copy += " ".repeat(Math.max(1, room));
    from += spaces.length;
  }
  const cells = table.cells.filter((cell) => cell !== undefined && cell.form.row === model);
  for (const cell of cells.sort((a, b) => a!.span.start - b!.span.start)) {
    copy += text.slice(from, cell!.span.start) + zero(text.slice(cell!.span.start, cell!.span.end), table);
    from = cell!.span.end;
  }
  return copy + text.slice(from, lines.end);
}

/** 0 as wide as the figure it stands for, so that a pipe table stays aligned. */
function zero(figure: string, table: Table): string {
  return table.layout === "pipe" ? "0".padStart(displayWidth(figure)) : "0";
}
