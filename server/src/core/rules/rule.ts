// What a rule is: a pure check of one report, with the fixes that its findings allow.

import type { CellName } from "../form";
import type { Report } from "../report/model";
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
  | "style/residue"
  | "style/punctuation"
  | "privacy/personal-data"
  | "ignore/unused";

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
}

/** A replacement of the text in a span; a zero-length span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * A change that mends a finding. `safe` keeps every figure (digits' width, separators) and may run unasked;
 * `computed` writes a total from its parts when the user asks for totals; `suggested` changes a reported figure and
 * is only ever applied one by one.
 */
export interface Fix {
  readonly title: FixMessage;
  readonly safety: "safe" | "computed" | "suggested";
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A report with the text it was read from; spans are offsets into `text`. */
export interface RuleContext {
  readonly text: string;
  readonly report: Report;
}

export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** All findings in one report. Holds no state, looks at nothing else, and may not throw on any report. */
  readonly check: (context: RuleContext) => RuleFinding[];
  /** The fixes of a finding that `check` gave for the same context, best first. */
  readonly fixes?: (context: RuleContext, finding: RuleFinding) => Fix[];
}
