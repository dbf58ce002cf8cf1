// Writes the form's tables in the two layouts of which new drafts are made: stacked cells and GFM pipe tables.

import { type EditionKey, formOf, type TableKey } from "../form";
import { displayWidth } from "../text/width";
import { type TemplateBlock, type TemplateCell, type TemplateRow, templateBlocks } from "./grid";
import { type Field, stack, type Template } from "./template";

/** The layouts of a template: what Word gives as text, and what Markdown knows as a table. */
export type TemplateLayout = "stacked" | "pipe";

/** A table of the form whole, every figure a field in the form's order of cells. */
export function tableTemplate(edition: EditionKey, key: TableKey, layout: TemplateLayout): Template {
  const blocks = templateBlocks(formOf(edition, key).table);
  return stack(blocks.map(layout === "stacked" ? stackedBlock : pipeBlock));
}

/** Every cell on a line of its own behind a tab, rows parted by an empty line; a merged cell is an empty one. */
function stackedBlock({ title, header, body }: TemplateBlock): Template {
  const heading: Template[] = title === null ? [] : [[`\t${title}`]];
  return stack([...heading, ...[...header, ...body].map(stackedRow)]);
}

function stackedRow(row: TemplateRow): Template {
  return row.flatMap(({ content }, i) => [i === 0 ? "\t" : "\n\t", content]);
}

/**
 * A GFM table: its first row is the header, so a title stands above it. A label that spans columns stands next to
 * the figures, where the reader looks for it, and any other spanning cell at the first of its columns.
 */
function pipeBlock({ title, header, body }: TemplateBlock): Template {
  const rows = [...header, ...body].map((row) => row.flatMap(spread));
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => widthOf(row[column]!))));
  const lines = rows.map((row) => pipeRow(row, widths));
  lines.splice(1, 0, [`| ${rows[0]!.map((cell, i) => rule(cell, widths[i]!)).join(" | ")} |`]);
  const table = lines.flatMap((line, i) => (i === 0 ? line : ["\n", ...line]));
  return title === null ? table : stack([[title], table]);
}

/** One entry a column: the cell, and blanks for the other columns that it spans. */
function spread(cell: TemplateCell): TemplateCell[] {
  const blanks = Array.from({ length: cell.columns - 1 }, () => ({ ...cell, content: "" }));
  return cell.label ? [...blanks, cell] : [cell, ...blanks];
}

function widthOf({ content }: TemplateCell): number {
  return typeof content === "string" ? displayWidth(content) : 0;
}

/** Labels are set to the left, figures to the right. */
function pipeRow(row: readonly TemplateCell[], widths: readonly number[]): Template {
  const pieces = row.flatMap((cell, i): (string | Field)[] => {
    const padding = " ".repeat(widths[i]! - widthOf(cell));
    return cell.label ? ["| ", cell.content, padding, " "] : ["| ", padding, cell.content, " "];
  });
  return [...pieces, "|"];
}

function rule(cell: TemplateCell, width: number): string {
  return cell.label ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
}
