// Writes a table as it was found, cell by cell, where the form cannot say what belongs where.

import type { Grid } from "../draft/grid";
import { pipeTable } from "../template/tables";
import { toPlainText } from "../template/template";
import { readNumeral } from "../text/numeral";
import type { Span } from "../text/span";
import { alignmentEdits } from "./align";
import { onOneLine } from "./canonical";
import { type FormatEdit, tableEdit } from "./edits";
import type { Region } from "./region";

/**
 * The edits that make pipe tables of the region's grids, every row with as many cells as it has; with `outer` pipes
 * at both ends, which say that a row's cells stand at their columns. Pipe tables are aligned only. Null where
 * that cannot be.
 */
export function foundEdits(text: string, region: Region, outer: boolean, eol: string): FormatEdit[] | null {
  const edits: FormatEdit[] = [];
  for (const grid of region.grids) {
    if (grid.layout === "pipe") {
      // A table of the organ's own may stand below an empty line.
      const isOwn = ({ start, end }: Span) => region.places.some((at) => start <= at && at <= end);
      edits.push(...alignmentEdits(text, grid.span, isOwn));
      continue;
    }
    const table = asPipes(grid, outer);
    if (table === null) return null;
    const inside = grid.layout === "html" && grid === region.grids[0] ? region.comments : [];
    edits.push(tableEdit(text, grid.span, [...inside, table].join("\n\n"), eol));
  }
  const shared = region.grids.length > 1 && region.comments.length > 0;
  return shared && region.grids.some(({ layout }) => layout === "html") ? null : edits;
}

function asPipes({ rows }: Grid, outer: boolean): string | null {
  // One cell a row: nothing tells which cells make a row.
  if (rows.filter(({ cells }) => cells.length <= 1).length * 2 > rows.length) return null;
  const texts = rows.map(({ cells }) => cells.map((cell) => onOneLine(cell.text)));
  if (texts.flat().some((text) => text.includes("|"))) return null;
  const columns = Math.max(...texts.map((row) => row.length));
  // Markdown shows no more columns than the first row has.
  for (const row of outer ? texts : texts.slice(0, 1)) while (row.length < columns) row.push("");
  const aligns = Array.from({ length: columns }, (_, i) =>
    holdsFigures(texts.map((row) => row[i] ?? "")) ? ("right" as const) : ("plain" as const),
  );
  const table = toPlainText(pipeTable(texts, aligns)).trimEnd();
  return outer ? table : table.replace(/(?<![|\s])[ ]*\|$/gm, "");
}

/** Whether most of what a column holds are figures. */
function holdsFigures(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== "");
  const figures = filled.filter((text) => readNumeral(text, 0, text.length).kind !== "unreadable");
  return figures.length * 2 > filled.length;
}
