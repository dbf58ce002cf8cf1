// Writes a table of the form whose every cell is placed surely as a new one is written, with its figures as they stand.

import type { GridCell } from "../draft/grid";
import type { Table } from "../report/model";
import { type TemplateBlock, type TemplateCell, templateBlocks } from "../template/grid";
import { pipeTable, spread } from "../template/tables";
import { toPlainText } from "../template/template";
import { foldLabel } from "../text/label";
import { readNumeral } from "../text/numeral";
import type { Region } from "./region";
import { hasMark, headerLabel, saysRow, Wordings } from "./words";

/**
 * The table in the form's words, lines parted by LF; null where something in it has no place in the form, or its
 * place is in doubt.
 */
export function canonicalTable(text: string, table: Table, region: Region): string | null {
  const { cells, rows, problems, form } = table;
  const whole = problems.length === 0 && rows.every(({ found, expected }) => found === expected);
  if (!whole || !cells.every((cell) => cell?.certain)) return null;
  const figures = new Map(cells.map((cell) => [cell!.slot.start, cell!.form.name]));
  const labels = new Map(rows.map(({ label, row }) => [label.start, row]));
  const blockAt = (at: number) => {
    const below = rows.find((row) => row.span.end >= at) ?? rows[rows.length - 1]!;
    return form.table.blocks.findIndex((block) => block.rows.includes(below.row));
  };
  const contents = new Map<string, string>();
  const wordings = new Wordings();
  for (const { layout, rows: gridRows } of region.grids) {
    for (const cell of gridRows.flatMap((row) => row.cells)) {
      const name = figures.get(cell.slot.start);
      if (name !== undefined) {
        const figure = writtenFigure(text, layout === "pipe", cell);
        if (figure === null) return null;
        contents.set(name, figure);
        continue;
      }
      if (cell.text === "") continue;
      const words = onOneLine(cell.text);
      if (hasMark(words) || readNumeral(words, 0, words.length).kind !== "unreadable") return null;
      const block = blockAt(cell.span.start);
      const row = form.table.arrangement === "rows" ? labels.get(cell.span.start) : undefined;
      const label = row ? row.label : headerLabel(form.table, block, words);
      if (label === null || (row && !saysRow(form.table.blocks[block]!, row.key, words))) return null;
      const isColumn = form.table.blocks[block]!.columns.some((column) => column.label === label);
      wordings.add({ block, label }, words, !row && isColumn);
    }
  }
  if (contents.size !== form.cells.length) return null;
  const titles = new Map(region.titles.map((line) => [foldLabel(line.text), line.text]));
  const blocks = templateBlocks(form.table).map((block, i) => filled(block, i, contents, wordings, titles));
  if (region.titles.some((line) => !blocks.some(({ title }) => title === line.text))) return null;
  const written = blocks.flatMap((block) => (block.title ? [block.title, pipes(block)] : [pipes(block)]));
  return [...region.comments, ...written].join("\n\n");
}

/** A figure as it stands, with the markup around it; null where a pipe table cannot hold it. */
function writtenFigure(text: string, isPipe: boolean, { text: figure, slot }: GridCell): string | null {
  if (figure === "") return "";
  const written = isPipe ? text.slice(slot.start, slot.end).trim() : figure;
  return /[\r\n]/.test(written) || (!isPipe && written.includes("|")) ? null : written;
}

/** A cell's words on one line; a break inside a Chinese label stands for nothing. */
export function onOneLine(words: string): string {
  return words.replace(/\s*[\r\n]+\s*/g, "");
}

function filled(
  block: TemplateBlock,
  at: number,
  contents: ReadonlyMap<string, string>,
  wordings: Wordings,
  titles: ReadonlyMap<string, string>,
): TemplateBlock {
  const fill = (cell: TemplateCell): TemplateCell => {
    const { content } = cell;
    if (typeof content === "string") return { ...cell, content: content && wordings.of(at, content) };
    return content.kind === "figure" ? { ...cell, content: contents.get(content.cell)! } : cell;
  };
  const title = block.title && (titles.get(foldLabel(block.title)) ?? wordings.of(at, block.title));
  return {
    title,
    header: block.header.map((row) => row.map(fill)),
    body: block.body.map((row) => row.map(fill)),
  };
}

/** The block's rows as a new table's pipes are written. */
function pipes({ header, body }: TemplateBlock): string {
  const rows = [...header, ...body].map(spread);
  const contents = rows.map((row) => row.map(({ content }) => content));
  return toPlainText(
    pipeTable(
      contents,
      rows[0]!.map(({ label }) => (label ? "plain" : "right")),
    ),
  ).trimEnd();
}
