// What findings and fixes have to say, without saying it: an id with its data. `render/` has the sentences, one a
// language. Labels are the form's own words; figures are already in digits.

/** A total that differs from its parts. */
interface TotalData {
  readonly label: string;
  readonly total: string;
  readonly sum: string;
  /** All parts, or only those that are not zero where there are many. */
  readonly parts: readonly string[];
  readonly zeros: number;
}

export type Message =
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
  | { readonly id: "blank-cells"; readonly first: string; readonly last: string; readonly count: number }
  | { readonly id: "blank-total"; readonly cell: string; readonly sum: string }
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
  | { readonly id: "cell-value"; readonly cell: string; readonly value: string }
  | FixMessage;

/** What a fix would do. */
export type FixMessage =
  | { readonly id: "set-total"; readonly value: string; readonly parts: readonly string[] }
  | {
      readonly id: "set-cells";
      readonly changes: readonly { readonly cell: string; readonly from: string; readonly to: string }[];
    }
  | { readonly id: "write-as"; readonly value: string }
  | { readonly id: "fill-zeros"; readonly count: number }
  | { readonly id: "table-totals" | "all-totals"; readonly count: number }
  | { readonly id: "fix-all"; readonly totals: number; readonly spellings: number };
