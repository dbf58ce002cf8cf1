// The form's tables as rows of cells with their spans: header rows made from the columns' groups, labels from the
// rows' groups, a field where a figure belongs. How the rows are written is another file's matter.

import type { FormBlock, FormColumn, FormRow, FormTable } from "../form";
import type { Field } from "./template";

/** A cell; `columns` is how many it spans. A cell merged with the one above it is blank. */
export interface TemplateCell {
  readonly content: string | Field;
  readonly columns: number;
  /** Whether the cell belongs to the labels at the left. */
  readonly label: boolean;
}

export type TemplateRow = readonly TemplateCell[];

/** One part of a table under its own header. */
export interface TemplateBlock {
  /** Such as 第二十条第（一）项; null for a table that is one block. */
  readonly title: string | null;
  readonly header: readonly TemplateRow[];
  readonly body: readonly TemplateRow[];
}

/** What stands over the labels of `disclosure` in both editions of the form. */
const LABELS_HEADER = "信息内容";

/** A form table as blocks of rows, every figure in the form's order of cells. */
export function templateBlocks(table: FormTable): TemplateBlock[] {
  return table.blocks.map((block) =>
    table.arrangement === "band" ? bandBlock(table, block) : labelledBlock(table, block),
  );
}

/** Labels from the outermost to the cell's own. */
type Path = readonly string[];

function labelledBlock(table: FormTable, block: FormBlock): TemplateBlock {
  const depth = Math.max(...block.rows.map((row) => row.groups.length)) + 1;
  const corner = table.note ?? (block.title ? LABELS_HEADER : "");
  const header = headerRows(block.columns.map((column) => [...column.groups, column.label])).map((row, i) => [
    { content: i === 0 ? corner : "", columns: depth, label: true },
    ...row,
  ]);
  const body = block.rows.map((row, i) => [
    ...labels(row, block.rows[i - 1], depth),
    ...block.columns.map((column) => figure(table, row, column)),
  ]);
  return { title: block.title, header, body };
}

/** All figures side by side in one row, under their rows' labels and their columns'. */
function bandBlock(table: FormTable, block: FormBlock): TemplateBlock {
  const paths = block.rows.flatMap((row) =>
    block.columns.map((column) => [...row.groups, row.label, ...column.groups, column.label]),
  );
  const figures = block.rows.flatMap((row) => block.columns.map((column) => figure(table, row, column)));
  return { title: block.title, header: headerRows(paths), body: [figures] };
}

function figure(table: FormTable, row: FormRow, column: FormColumn): TemplateCell {
  const cell = `${table.key}.${row.key}.${column.key}`;
  return { content: { kind: "figure", cell }, columns: 1, label: false };
}

/** The header over some columns: a label that neighbours share spans them, one above nothing is merged downwards. */
function headerRows(paths: readonly Path[]): TemplateCell[][] {
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => {
    const row: TemplateCell[] = [];
    paths.forEach((path, i) => {
      const last = row[row.length - 1];
      if (last && sharesLabels(path, paths[i - 1], level)) {
        row[row.length - 1] = { ...last, columns: last.columns + 1 };
      } else row.push({ content: path[level] ?? "", columns: 1, label: false });
    });
    return row;
  });
}

/**
 * A row's labels over `depth` columns: a group's label stands in its first row only, so it is blank below a row `above`
 * of the same group; the row's own fills what is left.
 */
export function labels(row: FormRow, above: FormRow | undefined, depth: number): TemplateCell[] {
  const groups = row.groups.map((group, level): TemplateCell => {
    const merged = sharesLabels(row.groups, above?.groups, level);
    return { content: merged ? "" : group, columns: 1, label: true };
  });
  return [...groups, { content: row.label, columns: depth - row.groups.length, label: true }];
}

function sharesLabels(path: Path, neighbour: Path | undefined, level: number): boolean {
  return neighbour !== undefined && path.slice(0, level + 1).every((label, i) => label === neighbour[i]);
}
