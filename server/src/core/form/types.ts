// The shape of the official form as data. Rules, reader and templates know rows and columns only through it.

/** The editions of the form, by the first report year they apply to. */
export type EditionKey = "2019" | "2021";

export type SectionKey = "overview" | "disclosure" | "applications" | "disputes" | "problems" | "others";
export type TableKey = "disclosure" | "applications" | "disputes";

/** A cell's public name, `<table>.<row>.<column>`, such as `applications.denied.stateSecret.business`. */
export type CellName = string;

/** What a column holds: whole numbers from 0, a change that may be negative, or an amount in 万元. */
export type CellKind = "count" | "change" | "amount";

export interface FormSection {
  readonly key: SectionKey;
  /** The section's number in the report, such as 一. */
  readonly number: string;
  /** The heading's words without number, as the form has them. */
  readonly title: string;
  /** Other wordings seen in published reports; all of them mean this section. */
  readonly variants: readonly string[];
  /** The table that belongs in the section. */
  readonly table: TableKey | null;
}

export interface FormColumn {
  readonly key: string;
  readonly label: string;
  readonly variants: readonly string[];
  readonly kind: CellKind;
  /** Header labels above this one that span several columns, outermost first. */
  readonly groups: readonly string[];
}

export interface FormRow {
  readonly key: string;
  /** The row's own label with its number, such as `1.属于国家秘密`. */
  readonly label: string;
  readonly variants: readonly string[];
  /** Labels before this one that span several rows, outermost first. */
  readonly groups: readonly string[];
  /** Labels of rows in which an organ may detail this one. */
  readonly parts?: readonly string[];
}

/** A part of a table with its own header: in `disclosure` one item of article 20, elsewhere the whole table. */
export interface FormBlock {
  readonly title: string | null;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormTable {
  readonly key: TableKey;
  /** `rows`: a label and its values on each row; `band`: the rows' values side by side under a header (disputes). */
  readonly arrangement: "rows" | "band";
  readonly blocks: readonly FormBlock[];
  /** A line above the header, such as the form's reminder of the balance; null if the form has none. */
  readonly note: string | null;
}

export interface FormEdition {
  readonly key: EditionKey;
  readonly firstYear: number;
  readonly lastYear: number | null;
  /** The notice of the State Council office that issued the edition. */
  readonly notice: string;
  readonly sections: readonly FormSection[];
  readonly tables: readonly FormTable[];
}
