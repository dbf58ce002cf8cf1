// What findings and fixes have to say, without saying it: an id with its data. `render/` has the sentences, one a
// language. Labels are the form's own words; figures are already in digits.

import type { IdentityCode } from "../form";

/** A total that differs from its parts. */
interface TotalData {
  readonly label: string;
  readonly total: string;
  readonly sum: string;
  /** All parts, or only those that are not zero where there are many. */
  readonly parts: readonly string[];
  readonly zeros: number;
}

/** An entry that silences nothing; `name` is the rule, or the cell that there is not; empty for a malformed comment. */
export interface UnusedIgnore {
  readonly id: "unused-ignore";
  readonly source: "comment" | "config";
  readonly why: "nothing" | "rule" | "cell" | "itself" | "malformed" | "expired";
  readonly name: string;
}

/** A claim and what the table has instead, one entry a reading. */
interface ClaimData {
  /** The figure with its unit; for a denial its words. */
  readonly stated: string;
  readonly readings: readonly { readonly cells: readonly string[]; readonly value: string }[];
}

/** How one figure came from another. `multiple`: this is so many times that, else it grew or fell by so much. */
export interface ChangeData {
  readonly direction: 1 | -1 | 0;
  readonly by: string;
  readonly unit: "%" | "points" | "times" | "";
  readonly multiple: boolean;
}

/** A whole and its parts, in figures with their unit. */
interface PartsData {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly sum: string;
  readonly difference: string;
  readonly unit: string;
}

/** A figure in one cell or several of a row, as it is and as it should be. */
export interface FigureChange {
  readonly row: string;
  readonly columns: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** An identity that does not hold: `name` is its row's, its column's or its group's. */
export interface BrokenPlace {
  readonly code: IdentityCode;
  readonly name: string;
}

export type Message =
  | UnusedIgnore
  | ({ readonly id: "row-total" | "outcome-total" | "disputes-total" } & TotalData)
  | ({ readonly id: "row-exceeded" | "outcomes-exceeded" | "disputes-exceeded" } & Pick<
      TotalData,
      "label" | "total" | "sum"
    >)
  | {
      readonly id: "balance";
      readonly column: string;
      readonly newRequests: string;
      readonly carriedOver: string;
      readonly left: string;
      readonly outcomeTotal: string;
      readonly carriedForward: string;
      readonly right: string;
      readonly difference: string;
    }
  /** What is likely wrong, what does not hold because of it, and what the text says that agrees with the right figures. */
  | {
      readonly id: "cause";
      readonly changes: readonly FigureChange[];
      readonly broken: readonly BrokenPlace[];
      readonly support: readonly string[];
    }
  | { readonly id: "cause-too"; readonly change: FigureChange }
  /** The two best repairs, where neither is much likelier than the other. */
  | {
      readonly id: "cause-open";
      readonly repairs: readonly (readonly FigureChange[])[];
      readonly count: number;
    }
  | { readonly id: "blank-cells"; readonly first: string; readonly last: string; readonly count: number }
  | { readonly id: "blank-total"; readonly cell: string; readonly sum: string }
  | { readonly id: "nil-total"; readonly cell: string; readonly mark: string; readonly sum: string }
  | {
      readonly id: "nil-marks";
      readonly mark: string;
      readonly first: string;
      readonly last: string;
      readonly count: number;
    }
  | {
      readonly id: "value-count";
      readonly first: string;
      readonly last: string;
      readonly rows: number;
      readonly found: number;
      readonly expected: number;
    }
  | { readonly id: "missing-rows"; readonly labels: readonly string[] }
  | { readonly id: "repeated-rows"; readonly labels: readonly string[] }
  | { readonly id: "unknown-rows"; readonly labels: readonly string[] }
  | { readonly id: "not-a-number"; readonly cell: string; readonly text: string }
  | {
      readonly id: "unit-in-cell";
      readonly cell: string;
      readonly text: string;
      readonly unit: string;
      readonly value: string;
    }
  | {
      readonly id: "wrong-unit";
      readonly cell: string;
      readonly text: string;
      readonly unit: string;
      readonly value: string;
    }
  | { readonly id: "negative" | "fractional"; readonly cell: string; readonly text: string }
  | {
      readonly id: "decimals";
      readonly cell: string;
      readonly text: string;
      readonly decimals: number;
      readonly value: string;
    }
  | {
      readonly id: "full-width" | "separators";
      readonly cell: string;
      readonly text: string;
      readonly value: string;
    }
  | { readonly id: "missing-section"; readonly number: string; readonly title: string }
  | { readonly id: "missing-table"; readonly number: string; readonly title: string }
  | { readonly id: "placeholder"; readonly text: string }
  | {
      readonly id: "more-disclosed";
      readonly row: string;
      readonly disclosed: string;
      readonly totalDisclosed: string;
    }
  | {
      readonly id: "issued-exceeds";
      readonly row: string;
      readonly issued: string;
      readonly inForce: string;
      readonly repealed: string;
      readonly sum: string;
    }
  | { readonly id: "projects-without-amount"; readonly projects: string }
  | { readonly id: "amount-without-projects"; readonly amount: string }
  | { readonly id: "label"; readonly found: string; readonly expected: string }
  | {
      readonly id: "other-edition";
      readonly year: number;
      /** The notices whose tables the report has, and should have. */
      readonly found: string;
      readonly expected: string;
    }
  | { readonly id: "no-title" }
  | { readonly id: "title-lacks"; readonly organ: boolean; readonly year: boolean }
  | { readonly id: "duplicate-section"; readonly heading: string }
  | { readonly id: "duplicate-title"; readonly title: string }
  | { readonly id: "first-occurrence" | "item-before" | "text-behind" | "should-be"; readonly text: string }
  | { readonly id: "section-order"; readonly heading: string; readonly before: string }
  | {
      readonly id: "headings-unnumbered" | "headings-number";
      readonly count: number;
      /** What the first of them should be. */
      readonly expected: string;
    }
  | { readonly id: "heading-unnumbered" | "heading-number" | "heading-words"; readonly expected: string }
  | {
      readonly id: "heading-sequence";
      readonly found: string;
      readonly previous: string;
      readonly expected: string;
    }
  | { readonly id: "empty-section"; readonly heading: string }
  | { readonly id: "nil-section"; readonly heading: string; readonly text: string }
  | { readonly id: "residue-field"; readonly text: string }
  | { readonly id: "residue-spaces" | "residue-invisible"; readonly count: number }
  | { readonly id: "broken-paragraph"; readonly before: string; readonly behind: string }
  | { readonly id: "half-width-marks"; readonly marks: string; readonly count: number }
  | { readonly id: "identity-card" | "mobile-number"; readonly masked: string }
  | { readonly id: "cell-value"; readonly cell: string; readonly value: string }
  | ({ readonly id: "claim-mismatch" | "claim-doubt" | "claim-denied" } & ClaimData)
  | ({ readonly id: "parts-over" | "parts-short" | "parts-doubt" | "parts-rounded" } & PartsData)
  | {
      readonly id: "percentage";
      readonly part: string;
      readonly whole: string;
      readonly stated: string;
      readonly computed: string;
    }
  | { readonly id: "percentages-over"; readonly sum: string }
  | { readonly id: "percentage-over"; readonly stated: string }
  | {
      readonly id: "change";
      readonly before: string;
      readonly now: string;
      readonly stated: string;
      /** What follows from the two figures, with its direction. */
      readonly change: ChangeData;
    }
  | { readonly id: "claim"; readonly text: string }
  | {
      readonly id: "year-digits" | "year-past" | "year-plan" | "year-signed";
      readonly found: string;
      readonly year: number;
      readonly expected: string;
    }
  | { readonly id: "date-none"; readonly found: string }
  | { readonly id: "period" | "period-doubt"; readonly found: string; readonly expected: string }
  | {
      readonly id:
        | "citation-superseded"
        | "citation-title"
        | "citation-too-new"
        | "citation-form"
        | "citation-half"
        | "citation-word"
        | "citation-article";
      readonly found: string;
      readonly expected: string;
    }
  | FixMessage;

/** What a fix would do. */
export type FixMessage =
  | { readonly id: "set-total"; readonly value: string; readonly parts: readonly string[] }
  /** The user says that these cells are right. */
  | { readonly id: "trust"; readonly changes: readonly FigureChange[] }
  | { readonly id: "repair"; readonly changes: readonly FigureChange[]; readonly mends: number }
  | { readonly id: "write-as" | "write-in"; readonly value: string }
  | { readonly id: "write-headings"; readonly count: number }
  | { readonly id: "insert-title"; readonly value: string }
  | { readonly id: "insert-in-title"; readonly value: string }
  | { readonly id: "text-figure" | "table-figure"; readonly value: string }
  | { readonly id: "insert-section" | "insert-table"; readonly number: string; readonly title: string }
  | { readonly id: "insert-sections"; readonly count: number }
  | { readonly id: "insert-rows"; readonly labels: readonly string[] }
  | { readonly id: "delete-line" | "delete-residue" | "join-lines" }
  | { readonly id: "full-width-marks"; readonly count: number }
  | { readonly id: "delete-comment" }
  | { readonly id: "fill-zeros" | "fill-figures"; readonly count: number }
  | { readonly id: "table-totals" | "all-totals"; readonly count: number }
  | { readonly id: "fix-all"; readonly totals: number; readonly spellings: number }
  /**
   * `whole`: the rule is silenced for the whole report. `asks`: the reason is asked for; else it is left to be written in
   * place of `reason-to-write`.
   */
  | {
      readonly id: "ignore-in-draft" | "ignore-in-config";
      readonly rule: string;
      readonly whole: boolean;
      readonly asks: boolean;
    }
  | { readonly id: "reason-to-write" | "next-placeholder" | "show-ledger" };
