// Every label of both editions of the form, folded, so that a cell of a grid can be told to be a row's label, a
// column's header or the title of an item.

import {
  EDITIONS,
  type EditionKey,
  type FormBlock,
  type FormRow,
  type FormTable,
  type TableKey,
} from "../form";
import { beginningOf, foldLabel, likeness } from "../text/label";
import { readNumeral } from "../text/numeral";
import { hasHan } from "../text/script";

/** A row that a label may name. The same key may stand in both editions. */
export interface RowLabel {
  readonly table: TableKey;
  readonly key: string;
  readonly editions: readonly EditionKey[];
}

/** A column that a label may name. */
export interface ColumnLabel {
  readonly edition: EditionKey;
  readonly table: TableKey;
  /** The block of the table's form that has the column. */
  readonly block: number;
  readonly key: string;
}

/** What a label says; several may hold at once (`总计` is a column and a row). */
export interface LabelHits {
  readonly row: RowLabel | null;
  /** Tables that have a column or a span of columns with this label. */
  readonly columnOf: ReadonlySet<TableKey>;
  /** The columns with this label. */
  readonly columns: readonly ColumnLabel[];
  /** Whether the label spans several rows, such as （三）不予公开, or is a group of `disputes`. */
  readonly groupOf: ReadonlySet<TableKey>;
  /** The row that a row with this label details; null where it details none. */
  readonly partOf: RowLabel | null;
  /** Whether it is the title of an item of `disclosure`, such as 第二十条第（一）项. */
  readonly title: boolean;
}

interface MutableHits {
  /** The label, folded. */
  readonly words: string;
  row: { table: TableKey; key: string; editions: EditionKey[] } | null;
  columnOf: Set<TableKey>;
  columns: ColumnLabel[];
  groupOf: Set<TableKey>;
  partOf: RowLabel | null;
  title: boolean;
}

/** The labels of both editions, and what was looked up of others. */
class FormLabels {
  private readonly byWords = new Map<string, MutableHits>();
  /**
   * As they are written: the same labels are looked up again and again, within a draft and from one to the next, and
   * folding them is not cheap.
   */
  private readonly byLabel = new Map<string, MutableHits | null>();
  readonly rows: { readonly words: string; readonly row: RowLabel }[] = [];
  /** What labels begin with; 0 is behind a tag. */
  readonly beginnings = new Set([0]);

  constructor() {
    for (const edition of EDITIONS) {
      for (const table of edition.tables)
        for (const [at, block] of table.blocks.entries()) this.addBlock(table, block, at, edition.key);
    }
    this.hitsOf("信息内容").columnOf.add("disclosure");
    for (const words of this.byWords.keys()) this.beginnings.add(beginningOf(words));
  }

  lookUp(label: string): LabelHits | null {
    if (label.length > LONGEST_CELL || !this.beginnings.has(beginningOf(label))) return null;
    const known = this.byLabel.get(label);
    if (known !== undefined) return known;
    const hits = this.byWords.get(foldLabel(label)) ?? null;
    if (label.length <= LONGEST_REMEMBERED) {
      if (this.byLabel.size >= MOST_REMEMBERED) this.byLabel.clear();
      this.byLabel.set(label, hits);
    }
    return hits;
  }

  private hitsOf(label: string): MutableHits {
    const known = this.byLabel.get(label);
    if (known) return known;
    const words = foldLabel(label);
    const hits: MutableHits = this.byWords.get(words) ?? {
      words,
      row: null,
      columnOf: new Set(),
      columns: [],
      groupOf: new Set(),
      partOf: null,
      title: false,
    };
    this.byWords.set(words, hits);
    this.byLabel.set(label, hits);
    return hits;
  }

  private addRow(table: FormTable, row: FormRow, edition: EditionKey): void {
    const wordings = [row.label, ...row.variants];
    // Merged cells may bring the labels of the group and of the row into one.
    for (let i = 0; i < row.groups.length; i++) wordings.push(row.groups.slice(i).join("") + row.label);
    for (const wording of wordings) {
      const hits = this.hitsOf(wording);
      if (!hits.row) {
        hits.row = { table: table.key, key: row.key, editions: [edition] };
        this.rows.push({ words: hits.words, row: hits.row });
      } else if (hits.row.key === row.key && !hits.row.editions.includes(edition))
        hits.row.editions.push(edition);
    }
    for (const group of row.groups) this.hitsOf(group).groupOf.add(table.key);
    for (const part of row.parts ?? [])
      this.hitsOf(part).partOf = { table: table.key, key: row.key, editions: [edition] };
  }

  private addBlock(table: FormTable, block: FormBlock, at: number, edition: EditionKey): void {
    if (table.note) this.hitsOf(table.note).columnOf.add(table.key);
    if (block.title) this.hitsOf(block.title).title = true;
    for (const column of block.columns) {
      for (const wording of [column.label, ...column.variants]) {
        const hits = this.hitsOf(wording);
        hits.columnOf.add(table.key);
        hits.columns.push({ edition, table: table.key, block: at, key: column.key });
      }
      for (const group of column.groups) this.hitsOf(group).columnOf.add(table.key);
    }
    for (const row of block.rows) {
      if (table.arrangement === "rows") this.addRow(table, row, edition);
      else for (const label of [row.label, ...row.groups]) this.hitsOf(label).groupOf.add(table.key);
    }
  }
}

/** A label with all its markup and notes is shorter. */
const LONGEST_CELL = 4000;
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 60;

let labels: FormLabels | undefined;

/** Folded when the first label is looked up, and not before. */
function formLabels(): FormLabels {
  labels ??= new FormLabels();
  return labels;
}

/** What the label in a cell says, or null where the form has no such label. */
export function lookUpLabel(label: string): LabelHits | null {
  return formLabels().lookUp(label);
}

/** Whether a label of the form may begin with these words: quick, and right to say no. */
export function mayBeginLabel(words: string): boolean {
  const first = beginningOf(words);
  return Number.isNaN(first) || formLabels().beginnings.has(first);
}

/**
 * Whether a line break between two texts stands inside a label of the form: together they are one, and what follows the
 * break is none by itself, or only the rest of the same.
 */
export function breaksLabel(above: string, below: string): boolean {
  if (!above || !below || above.length + below.length > LONGEST_LABEL) return false;
  const whole = lookUpLabel(above + below);
  // A nil mark has no words to add, so that the label is one with and without it.
  if (whole === null || isNil(below)) return false;
  const half = lookUpLabel(below);
  if (half === null || ENDS_IN_NUMBER.test(above) || /^[、.．，,）)]/.test(below)) return true;
  // 行政 above 规范性文件: the words above are nothing by themselves, and the row is the same with them.
  const words = hasHan(above) && !isNil(above) && lookUpLabel(above) === null;
  return words && half.row !== null && half.row.key === whole.row?.key;
}

function isNil(content: string): boolean {
  return readNumeral(content, 0, content.length).kind === "nil";
}

/** A text that ends in a number, or in the bracket before it, has its words on the next line. */
const ENDS_IN_NUMBER =
  /[（(]\s*$|(?:[（(][一二三四五六七八九十\d]{1,2}|[一二三四五六七八九十\d]{1,2}\s*[、.．)）])\s*[)）]?$/;

/** The form's longest label with a note behind it is shorter. */
const LONGEST_LABEL = 100;

const LEAST_LIKENESS = 0.5;
/** How much more alike the best row must be than the next, so that a guess is never a toss-up. */
const LEAST_LEAD = 0.1;

/**
 * The row of one of `tables` whose label is most like this one, for wordings the form does not know; null where none
 * is like it, or two are alike. Rows in `taken` (`table.key`) have their label already.
 */
export function mostAlikeRow(
  label: string,
  tables: ReadonlySet<TableKey>,
  taken: ReadonlySet<string>,
): RowLabel | null {
  const words = foldLabel(label);
  const best = new Map<RowLabel, number>();
  for (const { words: candidate, row } of formLabels().rows) {
    if (!tables.has(row.table) || taken.has(`${row.table}.${row.key}`)) continue;
    best.set(row, Math.max(best.get(row) ?? 0, likeness(words, candidate)));
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < LEAST_LIKENESS) return null;
  const clear = !second || second[0].key === first[0].key || first[1] - second[1] >= LEAST_LEAD;
  return clear ? first[0] : null;
}
