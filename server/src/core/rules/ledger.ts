// What the ledger of a table says, without saying it, as `message.ts` has it for findings: `render/ledger.ts` has the words.

import type { TableKey } from "../form";
import type { BrokenPlace, FigureChange } from "./message";

/** One identity: what each side adds up from and to. */
export interface LedgerLine {
  readonly place: BrokenPlace;
  readonly verdict: "holds" | "fails" | "unknown";
  /** The figures that are not 0, as the draft has them. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly sums: readonly [left: string, right: string];
}

/** What the same wrong cells explain, and the changes that would mend it, best first. */
export interface LedgerCause {
  readonly broken: readonly BrokenPlace[];
  readonly repairs: readonly { readonly changes: readonly FigureChange[]; readonly score: number }[];
  readonly sure: boolean;
  /** Whether the search was ended: there may be other repairs, or larger ones. */
  readonly bounded: boolean;
}

export interface Ledger {
  readonly title: string | null;
  readonly table: TableKey;
  /** The section's heading that the table belongs under, as the form has it. */
  readonly heading: string;
  readonly lines: readonly LedgerLine[];
  readonly causes: readonly LedgerCause[];
}
