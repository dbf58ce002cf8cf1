// What a rule is: a pure check of one report, with the fixes that its findings allow.

import type { CellName, FormCell, Identity } from "../form";
import type { Cell, Report, Table } from "../report/model";
import type { Quantity } from "../text/quantity";
import type { Span } from "../text/span";
import type { FixMessage, Message } from "./message";

export type Severity = "error" | "warning" | "info" | "hint";

/** The codes of the public contract that this version has. */
export type RuleCode =
  | "applications/row-total"
  | "applications/outcome-total"
  | "applications/balance"
  | "disputes/total"
  | "disclosure/relation"
  | "table/cell-value"
  | "table/blank-cell"
  | "table/shape"
  | "table/label"
  | "table/edition"
  | "structure/title"
  | "structure/missing-section"
  | "structure/duplicate-section"
  | "structure/section-order"
  | "structure/section-heading"
  | "structure/heading-sequence"
  | "structure/empty-section"
  | "structure/placeholder"
  | "narrative/table-mismatch"
  | "narrative/contradiction"
  | "narrative/parts-sum"
  | "narrative/percentage"
  | "narrative/change-rate"
  | "narrative/year"
  | "narrative/period"
  | "narrative/citation"
  | "style/residue"
  | "style/punctuation"
  | "privacy/personal-data"
  | "ignore/unused";

/** A published text that a rule rests on: an article of the 条例, a notice with its form, a standard. */
export type Basis =
  | "regulations-15"
  | "regulations-49"
  | "regulations-50"
  | "decree-711"
  | "form-2019"
  | "form-2021"
  | "gb-9704"
  | "gb-9704-number"
  | "gb-15834"
  | "gb-11643";

export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** What a rule found in a report. */
export interface RuleFinding {
  /** Where the squiggle stands. */
  readonly span: Span;
  readonly message: Message;
  /** The cells it is about: a total before its parts, else in the form's order. */
  readonly cells: readonly CellName[];
  /** What a total should be; for a balance what （七） and 四 add up to, and `actual` what 一 and 二 do. */
  readonly expected?: Quantity;
  readonly actual?: Quantity;
  readonly related?: readonly Related[];
  /** The draft makes it doubtful but does not prove it: a question, and `info` at most. */
  readonly doubt?: boolean;
}

/** A replacement of the text in a span; a zero-length span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * What a fix may do unasked. `safe` keeps every figure (digits' width, separators) and may run unasked; `computed`
 * writes a total from its parts when the user asks for totals; `suggested` changes a reported figure or words and is
 * only ever applied one by one.
 */
export type Safety = "safe" | "computed" | "suggested";

/** A change that mends a finding. */
export interface Fix {
  readonly title: FixMessage;
  readonly safety: Safety;
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A report with the text it was read from; spans are offsets into `text`. */
export interface RuleContext {
  readonly text: string;
  readonly report: Report;
}

/** A cell into which a figure was typed, with its table, both as they are now; all else in the report is as it was. */
export interface TypedFigure {
  readonly table: Table;
  readonly cell: Cell;
  /** The cells that may count otherwise now: that one, and totals of it without a figure. */
  readonly counting: readonly FormCell[];
  /** The identities that these are in. */
  readonly identities: readonly Identity[];
}

/** What a rule says of a report in which one figure was typed. */
export interface Recheck {
  /** Whether a finding from before no longer stands as it is. */
  readonly isOld: (finding: RuleFinding) => boolean;
  /** What stands instead. */
  readonly found: readonly RuleFinding[];
}

export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** What it rests on, for its page; none where it is about plain mistakes. */
  readonly basis: readonly Basis[];
  /** The kinds of fix that its findings may have, the most harmless first. */
  readonly repairs: readonly Safety[];
  /** All findings in one report. Holds no state, looks at nothing else, and may not throw on any report. */
  readonly check: (context: RuleContext) => RuleFinding[];
  /**
   * What a typed figure changes of that; null where it changes nothing. It is a plain count, as what stood there before,
   * and its table has no blank cell. Every rule that looks at cells' figures has this.
   */
  readonly recheck?: (context: RuleContext, figure: TypedFigure) => Recheck | null;
  /** The fixes of a finding that `check` gave for the same context, best first. */
  readonly fixes?: (context: RuleContext, finding: RuleFinding) => Fix[];
}
