// `gouji check`: reads, checks and, if asked, mends one file after the other, and gives each to a reporter at once.

import {
  type Analysis,
  analyse,
  applyEdits,
  holdsReport,
  mayHoldReport,
  RULES,
  type Rule,
  type Settings,
  type Severity,
  safeEdits,
} from "../core";
import type { CheckOptions } from "./arguments";
import { type Decoded, encode } from "./encoding";
import { expand, replaceFile, type Source } from "./files";
import { jsonReporter } from "./json";
import { prettyReporter } from "./pretty";
import { readText } from "./read";
import type { ExitStatus } from "./run";
import type { Terminal } from "./terminal";
import { type Words, wordsIn } from "./words";

/** What became of one file. */
export interface FileResult {
  /** As it is to be shown. */
  readonly path: string;
  /** What stands in the file now, after fixes; null where it could not be read or is no report. */
  readonly analysis: Analysis | null;
  /** How many places were fixed and written. */
  readonly fixed: number;
  /** What went wrong, in words; empty where all went well. */
  readonly problems: readonly string[];
}

export interface Summary {
  /** All files taken up, those that failed included. */
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly failed: number;
  readonly fixed: number;
  /** The maximum of warnings where there are more; else null. */
  readonly exceeded: number | null;
}

/** Prints results as they come. */
export interface Reporter {
  readonly begin: () => void;
  readonly file: (result: FileResult) => void;
  readonly end: (summary: Summary) => void;
}

/** Most rounds of fixes; one mends all, the next finds nothing, unless fixes make room for others. */
const MOST_ROUNDS = 5;

/** Checks what the options name, prints findings and complaints; a file that fails does not stop the others. */
export async function check(
  options: CheckOptions,
  terminal: Terminal,
  rules: readonly Rule[] = RULES,
): Promise<ExitStatus> {
  const words = wordsIn(terminal.locale);
  const checker = { options, terminal, words, rules };
  const reporter = options.format === "json" ? jsonReporter(terminal) : prettyReporter(terminal);
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  let [files, failed, fixed] = [0, 0, 0];
  reporter.begin();
  for (const source of await expand(options.paths, words)) {
    const result = await checkSource(source, checker);
    if (!result) continue;
    files++;
    fixed += result.fixed;
    if (result.problems.length > 0) failed++;
    for (const { severity } of result.analysis?.findings ?? []) counts[severity]++;
    for (const problem of result.problems) terminal.complain(`${result.path}: ${problem}`);
    reporter.file(result);
  }
  const { maxWarnings } = options;
  const exceeded = maxWarnings !== null && counts.warning > maxWarnings ? maxWarnings : null;
  reporter.end({ files, counts, failed, fixed, exceeded });
  if (failed > 0) return 2;
  return counts.error > 0 || exceeded !== null ? 1 : 0;
}

interface Checker {
  readonly options: CheckOptions;
  readonly terminal: Terminal;
  readonly words: Words;
  readonly rules: readonly Rule[];
}

/** The result for one source; null for a file that was not named itself and is no report. */
async function checkSource(source: Source, checker: Checker): Promise<FileResult | null> {
  const { options, terminal, words, rules } = checker;
  const path = source.path === "-" ? (options.stdinName ?? "-") : source.path;
  const failure = (problem: string) => ({ path, analysis: null, fixed: 0, problems: [problem] });
  if (source.problem !== null) return failure(source.problem);
  try {
    const draft = await readText(source.path, terminal, words);
    if (typeof draft === "string") return failure(draft);
    if (!source.named && !mayHoldReport(draft.text)) return null;
    const settings = { severities: options.severities };
    const analysis = analyse(draft.text, settings, rules);
    if (!source.named && !holdsReport(analysis.draft)) return null;
    if (analysis.draft.reports.length === 0) return failure(words.noReport);
    const outcome: Outcome = options.fix
      ? await mend(source.path, draft, analysis, settings, checker)
      : { analysis, fixed: 0, problem: null };
    const crashes = outcome.analysis.crashes.map(({ rule, error }) => words.ruleCrashed(rule, String(error)));
    const problems = [...new Set(crashes), ...(outcome.problem === null ? [] : [outcome.problem])];
    return { path, analysis: outcome.analysis, fixed: outcome.fixed, problems };
  } catch (error) {
    return failure(words.internal(String(error)));
  }
}

interface Outcome {
  readonly analysis: Analysis;
  readonly fixed: number;
  readonly problem: string | null;
}

/** Makes the safe fixes in a file. A file in which nothing changes, or that cannot be written as it was, stays. */
async function mend(
  path: string,
  { text, encoding, bytes }: Decoded,
  before: Analysis,
  settings: Settings,
  { words, rules }: Checker,
): Promise<Outcome> {
  let analysis = before;
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(analysis);
    const mended = applyEdits(analysis.draft.text, edits);
    if (mended === analysis.draft.text) break;
    fixed += edits.length;
    analysis = analyse(mended, settings, rules);
  }
  if (analysis === before) return { analysis, fixed: 0, problem: null };
  const exact = encode(text, encoding).equals(bytes);
  const problem = exact
    ? await replaceFile(path, encode(analysis.draft.text, encoding), words)
    : words.notWritten(words.noRoundTrip);
  return problem === null ? { analysis, fixed, problem } : { analysis: before, fixed: 0, problem };
}
