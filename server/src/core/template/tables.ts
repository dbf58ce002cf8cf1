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
  const rows = [...header, ...body].map(spread);
  const table = pipeTable(
    rows.map((row) => row.map(({ content }) => content)),
    rows[0]!.map(({ label }) => (label ? "plain" : "right")),
  );
  return title === null ? table : stack([[title], table]);
}

/** How a column is set; `plain` is left without a mark in the rule below the header. */
export type Align = "plain" | "left" | "right" | "center";

const NARROWEST = 3;
/** A wider cell stands out of its column: cells padded to more than this would no longer look like cells. */
const WIDEST = 110;

/**
 * The lines of a GFM table, parted by LF, its columns aligned by display width. The first row is the header. A row may
 * have fewer or more cells than the header.
 */
export function pipeTable(
  rows: readonly (readonly (string | Field)[])[],
  aligns: readonly Align[],
): Template {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => {
    const widest = Math.max(NARROWEST, ...rows.map((row) => widthOf(row[i] ?? "")));
    return Math.min(widest, WIDEST);
  });
  const alignOf = (i: number) => aligns[Math.min(i, aligns.length - 1)] ?? "plain";
  const lines = rows.map((row): Template => {
    const cells = row.flatMap((cell, i) => ["| ", ...padded(cell, widths[i]!, alignOf(i)), " "]);
    return [...cells, "|"];
  });
  const rules = rows[0]!.map((_, i) => rule(widths[i]!, alignOf(i)));
  lines.splice(1, 0, [`| ${rules.join(" | ")} |`]);
  return lines.flatMap((line, i) => (i === 0 ? line : ["\n", ...line]));
}

/** One entry a column: the cells, and blanks for the other columns that a cell spans. */
export function spread(row: TemplateRow): TemplateCell[] {
  return row.flatMap((cell) => {
    const blanks = Array.from({ length: cell.columns - 1 }, () => ({ ...cell, content: "" }));
    return cell.label ? [...blanks, cell] : [cell, ...blanks];
  });
}

function widthOf(content: string | Field): number {
  return typeof content === "string" ? displayWidth(content) : 0;
}

/** The cell with fillers at the sides that its column's alignment leaves. */
function padded(content: string | Field, width: number, align: Align): (string | Field)[] {
  const room = Math.max(0, width - widthOf(content));
  const before = align === "right" ? room : align === "center" ? Math.floor(room / 2) : 0;
  return [" ".repeat(before), content, " ".repeat(room - before)];
}

function rule(width: number, align: Align): string {
  const first = align === "left" || align === "center" ? ":" : "-";
  const last = align === "right" || align === "center" ? ":" : "-";
  return `${first}${"-".repeat(width - 2)}${last}`;
}
