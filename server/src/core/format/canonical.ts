// Writes a table of the form whose every cell is placed surely as a new one is written, with its figures and the
// drafter's words as they stand.

import type { GridCell } from "../draft/grid";
import type { FormRow } from "../form";
import type { Layout, Table } from "../report/model";
import { type TemplateBlock, type TemplateCell, templateBlocks } from "../template/grid";
import { pipeTable, spread } from "../template/tables";
import { toPlainText } from "../template/template";
import { readNumeral } from "../text/numeral";
import { Filling } from "./filling";
import type { Region } from "./region";
import { headerLabel, writtenGroups, writtenHeader, writtenRow } from "./words";

/**
 * The table in the form's order, lines parted by LF; null where something in it has no place in the form, or its place
 * is in doubt.
 */
export function canonicalTable(text: string, table: Table, region: Region): string | null {
  const { cells, rows, problems, form } = table;
  const whole = problems.length === 0 && rows.every(({ found, expected }) => found === expected);
  if (!whole || !cells.every((cell) => cell?.certain)) return null;
  const places = new Places(table);
  const filling = new Filling(form.table);
  for (const { layout, rows: gridRows } of region.grids) {
    for (const cell of gridRows.flatMap((row) => row.cells)) {
      const words = wordsOf(text, layout, cell);
      if (words === null || !fill(filling, places, table, cell, words)) return null;
    }
  }
  for (const { text: title, span } of region.titles) {
    const block = places.blockAt(span.start);
    const label = headerLabel(form.table, block, title);
    if (label === null || label !== form.table.blocks[block]!.title) return null;
    filling.header(block, label, writtenHeader(label, title));
  }
  const blocks = templateBlocks(form.table).map((block, i) => filling.filled(block, i));
  if (!filling.isExact()) return null;
  const written = blocks.flatMap((block) => (block.title ? [block.title, pipes(block)] : [pipes(block)]));
  return [...region.comments, ...written].join("\n\n");
}

/** Puts a cell of the draft where it belongs; false where it belongs nowhere. */
function fill(filling: Filling, places: Places, { form }: Table, cell: GridCell, words: string): boolean {
  const figure = places.figures.get(cell.slot.start);
  if (figure !== undefined) return !/[\r\n]/.test(cell.text) && filling.figure(figure, words);
  if (words === "") return true;
  if (readNumeral(words, 0, words.length).kind !== "unreadable") return false;
  const at = cell.span.start;
  const block = places.blockAt(at);
  if (form.table.arrangement === "rows") {
    const row = places.labels.get(at);
    if (row) return filling.row(row, writtenRow(row, words));
    const below = places.rowAt(at);
    const groups = below && writtenGroups(below, words);
    if (below && groups) return filling.groups(below, groups);
  }
  const label = headerLabel(form.table, block, words);
  if (label !== null) filling.header(block, label, writtenHeader(label, words));
  return label !== null;
}

/** What stands where in the draft's table. */
class Places {
  /** The names of the form's cells by where the draft's begin. */
  readonly figures: ReadonlyMap<number, string>;
  /** The rows by where their labels begin. */
  readonly labels: ReadonlyMap<number, FormRow>;

  constructor(private readonly table: Table) {
    this.figures = new Map(table.cells.map((cell) => [cell!.slot.start, cell!.form.name]));
    this.labels = new Map(table.rows.map(({ label, row }) => [label.start, row]));
  }

  /** The row that a place stands in or above; undefined below the last one. */
  rowAt(at: number): FormRow | undefined {
    return this.table.rows.find((row) => row.span.end >= at)?.row;
  }

  /** The block of the form that a place stands in. */
  blockAt(at: number): number {
    const row = this.rowAt(at) ?? this.table.rows[this.table.rows.length - 1]!.row;
    return this.table.form.table.blocks.findIndex(({ rows }) => rows.includes(row));
  }
}

/** What a cell says, on one line and with the markup around it; null where a pipe table cannot hold it. */
function wordsOf(text: string, layout: Layout, { text: content, slot }: GridCell): string | null {
  if (content === "") return "";
  const words = onOneLine(layout === "pipe" ? text.slice(slot.start, slot.end).trim() : content);
  return /[\r\n\t]/.test(words) || (layout !== "pipe" && words.includes("|")) ? null : words;
}

/** A cell's words on one line; a break inside a Chinese label stands for nothing. */
export function onOneLine(words: string): string {
  return words.replace(/\s*[\r\n]+\s*/g, "");
}

/** The block's rows as a new table's pipes are written. */
function pipes({ header, body }: TemplateBlock): string {
  const rows = [...header, ...body].map(spread);
  const contents = rows.map((row: readonly TemplateCell[]) => row.map(({ content }) => content));
  return toPlainText(
    pipeTable(
      contents,
      rows[0]!.map(({ label }) => (label ? "plain" : "right")),
    ),
  ).trimEnd();
}
