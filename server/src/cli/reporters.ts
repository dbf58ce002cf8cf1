// What all output formats have in common, and the list of them.

import type { Locale, Severity } from "../core";
import type { Format } from "./arguments";
import type { FileResult } from "./checking";
import { conciseReporter } from "./concise";
import { githubReporter } from "./github";
import { jsonReporter } from "./json";
import { prettyReporter } from "./pretty";
import { sarifReporter } from "./sarif";
import type { Terminal } from "./terminal";

export interface Summary {
  /** All files taken up, those that failed included. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly failed: number;
  readonly fixed: number;
  /** How many findings are silenced. */
  readonly ignored: number;
  /** The language of all files where they have one, else the terminal's. */
  readonly locale: Locale;
  /** The maximum of warnings where there are more; else null. */
  readonly exceeded: number | null;
  /** The baseline that was to be written anew, with how many findings, and whether that was done; else null. */
  readonly recorded: { readonly file: string; readonly count: number; readonly written: boolean } | null;
}

/** Prints results as they come. */
export interface Reporter<Part = unknown> {
  begin(): void;
  /** What there is to say of a file, in plain values; prints nothing, as it may run in a worker. */
  file(result: FileResult): Part;
  /** Takes up what is to be said of the next file. */
  add(part: Part): void;
  end(summary: Summary): void;
}

export const REPORTERS: Readonly<Record<Format, (terminal: Terminal) => Reporter>> = {
  pretty: prettyReporter,
  concise: conciseReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
};
