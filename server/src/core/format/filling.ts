// A draft's words and figures on their way into the form's cells, each of which takes one of them.

import type { CellName, FormRow, FormTable } from "../form";
import type { TemplateBlock, TemplateCell, TemplateRow } from "../template/grid";
import { type RowWords, withoutNote } from "./words";

/** What the draft has for each cell of a form's table. */
export class Filling {
  private readonly figures = new Map<CellName, string>();
  private readonly labels = new Map<FormRow, string>();
  /** The groups' labels before a row's own, where the draft has them at that row. */
  private readonly groupsOf = new Map<FormRow, (string | null)[]>();
  /** Headers, titles and corners by block and the form's label, in the draft's order: some stand several times. */
  private readonly headers = new Map<string, string[]>();

  constructor(private readonly table: FormTable) {}

  /** False where the cell has a figure already. */
  figure(name: CellName, figure: string): boolean {
    if (this.figures.has(name)) return false;
    this.figures.set(name, figure);
    return true;
  }

  header(block: number, label: string, words: string): void {
    const key = `${block} ${label}`;
    this.headers.set(key, [...(this.headers.get(key) ?? []), words]);
  }

  /** False where the row has a label already. */
  row(row: FormRow, { groups, label }: RowWords): boolean {
    if (this.labels.has(row)) return false;
    this.labels.set(row, label);
    return this.groups(row, groups);
  }

  /** False where the row has one of these groups already. */
  groups(row: FormRow, words: readonly (string | null)[]): boolean {
    const own = this.groupsOf.get(row) ?? words.map(() => null);
    if (words.some((word, i) => word !== null && own[i] !== null)) return false;
    this.groupsOf.set(
      row,
      own.map((word, i) => word ?? words[i]!),
    );
    return true;
  }

  /** The block of a new table with all that the draft has for it. */
  filled({ title, header, body }: TemplateBlock, block: number): TemplateBlock {
    const { rows } = this.table.blocks[block]!;
    const isBand = this.table.arrangement === "band";
    if (!isBand) this.raiseGroups(rows);
    return {
      title: title && this.nextHeader(block, title),
      header: header.map((row) => row.map((cell) => this.headerCell(block, cell))),
      body: body.map((row, i) =>
        isBand ? row.map((cell) => this.figureCell(cell)) : this.bodyRow(rows[i]!, row),
      ),
    };
  }

  /** Whether every cell has its figure, and no header is left for which the form has no place. */
  isExact(): boolean {
    const left = [...this.headers.values()].some(({ length }) => length > 0);
    const cells = this.table.blocks.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
    return !left && this.figures.size === cells;
  }

  /** A group's label that the draft has once, wherever in the merged cell it stands, stands at its first row. */
  private raiseGroups(rows: readonly FormRow[]): void {
    const deepest = Math.max(...rows.map(({ groups }) => groups.length));
    for (let level = 0; level < deepest; level++) {
      for (let first = 0; first < rows.length; ) {
        const path = (row: FormRow) => row.groups.slice(0, level + 1).join("\n");
        let end = first + 1;
        while (end < rows.length && path(rows[end]!) === path(rows[first]!)) end++;
        if (rows[first]!.groups.length > level) this.raise(rows.slice(first, end), level);
        first = end;
      }
    }
  }

  private raise(rows: readonly FormRow[], level: number): void {
    const having = rows.filter((row) => this.groupsOf.get(row)?.[level] != null);
    const [first, from] = [rows[0]!, having[0]];
    if (having.length !== 1 || from === first) return;
    this.groups(
      first,
      [...first.groups].map((_, i) => (i === level ? this.groupsOf.get(from!)![level]! : null)),
    );
    this.groupsOf.get(from!)![level] = null;
  }

  private bodyRow(row: FormRow, cells: TemplateRow): TemplateRow {
    const groups = this.groupsOf.get(row);
    return cells.map((cell, i) => {
      if (!cell.label) return this.figureCell(cell);
      const words = i < row.groups.length ? groups?.[i] : this.labels.get(row);
      return { ...cell, content: words ?? cell.content };
    });
  }

  private figureCell(cell: TemplateCell): TemplateCell {
    const { content } = cell;
    return typeof content === "string" || content.kind !== "figure"
      ? cell
      : { ...cell, content: this.figures.get(content.cell) ?? "" };
  }

  private headerCell(block: number, cell: TemplateCell): TemplateCell {
    const { content } = cell;
    return typeof content === "string" && content !== ""
      ? { ...cell, content: this.nextHeader(block, content) }
      : cell;
  }

  private nextHeader(block: number, label: string): string {
    // A unit that the draft does not state is not stated for it.
    return this.headers.get(`${block} ${label}`)?.shift() ?? withoutNote(label);
  }
}
