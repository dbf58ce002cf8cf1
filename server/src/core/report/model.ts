// What was read from a draft: reports, sections, tables, cells. Values only; every part knows its span, and what
// could not be placed is in it as such.

import type { CellName, EditionKey, FormCell, FormRow, SectionKey, TableForm, TableKey } from "../form";
import type { Numbering } from "../text/numbering";
import type { Numeral } from "../text/numeral";
import type { Quantity } from "../text/quantity";
import type { Span } from "../text/span";
import type { Narrative } from "./narrative";

/** The shapes in which tables reach a draft. */
export type Layout = "stacked" | "tabbed" | "pipe" | "html";

/** What a cell holds. A nil mark (`/`, `-`, `—`, `无`) stands for nothing reported. */
export type CellValue =
  | { readonly kind: "number"; readonly quantity: Quantity; readonly numeral: Numeral }
  | { readonly kind: "blank" }
  | { readonly kind: "nil"; readonly mark: string }
  | { readonly kind: "unreadable" };

export interface Cell {
  readonly form: FormCell;
  readonly value: CellValue;
  /** The content without fillers; zero-length where the cell is blank. */
  readonly text: string;
  readonly span: Span;
  /** All between the cell's delimiters, fillers included. */
  readonly slot: Span;
  /** False where the row has too few or too many values, so that the figure may belong to a neighbour. */
  readonly certain: boolean;
}

/** A row of the draft that was matched with a row of the form (in `disputes`: one group's five values). */
export interface TableRow {
  readonly row: FormRow;
  /** The label in the draft; the row itself where it has none (disputes). */
  readonly label: Span;
  /** The label's words: what stands at `label`, unless other cells stand between its lines. */
  readonly words: string;
  readonly span: Span;
  /** How many values the draft gives, blank ones included where they are known to be cells. */
  readonly found: number;
  readonly expected: number;
}

/** What was found where the form has nothing like it, or missing where it has. */
export type TableProblem =
  | { readonly kind: "missing-row"; readonly row: FormRow }
  | { readonly kind: "repeated-row"; readonly row: FormRow; readonly span: Span }
  /** Most of the table's rows stand twice: each of them is a `repeated-row` too. */
  | { readonly kind: "repeated-table"; readonly rows: readonly FormRow[]; readonly span: Span }
  /** `figures` are by the columns of the table; none where their columns cannot be told. */
  | {
      readonly kind: "unknown-row";
      readonly label: string;
      readonly span: Span;
      readonly figures: readonly CellValue[];
    }
  /** A row that only details another one, as the form allows: nothing is wrong with it. */
  | { readonly kind: "part-row"; readonly row: FormRow; readonly label: string; readonly span: Span };

/** The unit of money that a table states, by a column's header or by a caption. */
export interface StatedUnit {
  readonly unit: string;
  readonly span: Span;
}

/** The header cell that a draft has over a column. */
export interface Header {
  readonly block: number;
  readonly column: string;
  readonly text: string;
  readonly span: Span;
}

export interface Table {
  readonly key: TableKey;
  /** The form's table, of the edition that the draft's own rows and columns tell, else that of its year. */
  readonly form: TableForm;
  readonly edition: EditionKey;
  /** The edition that rows and columns tell; null where they fit both. */
  readonly evidence: EditionKey | null;
  readonly layout: Layout;
  readonly span: Span;
  readonly rows: readonly TableRow[];
  readonly headers: readonly Header[];
  /** By the index of the form's cell; undefined where the draft has no such cell. */
  readonly cells: readonly (Cell | undefined)[];
  readonly problems: readonly TableProblem[];
  /** The unit that amounts without one are in, as the draft states it; null where it does not, so that it is 万元. */
  readonly amountUnit: StatedUnit | null;
}

export interface Section {
  readonly key: SectionKey;
  readonly heading: string;
  readonly headingSpan: Span;
  /** The number before the heading's words; null where it has none. */
  readonly number: (Numbering & { readonly span: Span }) | null;
  /** The heading's words, without Markdown's marks and the number. */
  readonly wordsSpan: Span;
  /** From the heading to the next section, title or the report's end. */
  readonly span: Span;
}

export interface Title {
  readonly text: string;
  readonly span: Span;
}

/** A line of text outside the form's tables: title, heading, paragraph, cell of a table of the organ's own. */
export interface TextLine {
  /** What it says, without fillers at its ends and without markup. */
  readonly text: string;
  readonly span: Span;
}

export interface Report {
  readonly span: Span;
  /** Where its part of the draft begins: comments above its title are its own, too. */
  readonly from: number;
  readonly title: Title | null;
  /** Every title line before the first section's text, `title` among them: a page's own heading may stand above it. */
  readonly titles: readonly Title[];
  readonly organ: string | null;
  readonly year: number | null;
  /** What tells the year: the title, the statement of the period, or only the year that the text names most. */
  readonly yearFrom: "title" | "period" | "text" | null;
  /** As the tables tell, else as the year tells; null where neither does. */
  readonly edition: EditionKey | null;
  /** In the draft's order; a heading that stands twice is in it twice. */
  readonly sections: readonly Section[];
  /** All text outside the form's tables, in the draft's order. */
  readonly lines: readonly TextLine[];
  readonly tables: readonly Table[];
  /** Whether the draft leaves cells blank where nothing is to be reported: then a blank counts as zero. */
  readonly blankIsZero: boolean;
  /** What it says in words. */
  readonly narrative: Narrative;
}

/** A whole file or document: the reports in it, in order. Empty where nothing of a report was recognised. */
export interface Draft {
  readonly text: string;
  readonly reports: readonly Report[];
}

/** The first table of a kind in a report; undefined where it has none. */
export function tableOf(report: Report, key: TableKey): Table | undefined {
  return report.tables.find((table) => table.key === key);
}

/** The table of a report that has a cell of this name in its form; undefined where none has. */
export function tableWith(report: Report, name: CellName): Table | undefined {
  return report.tables.find(({ form }) => form.byName.has(name));
}

/** The cell of this name; undefined where the draft's table does not have it. */
export function cellNamed(table: Table, name: CellName): Cell | undefined {
  const form = table.form.byName.get(name);
  return form && table.cells[form.index];
}
