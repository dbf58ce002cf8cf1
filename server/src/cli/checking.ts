// What `gouji check` does with one file: reads, checks and, if asked, mends it, and tells of it in plain values, so that
// a worker may do it as well.

import type { ConfigIgnore } from "../config/config";
import {
  type Analysis,
  analyse,
  applyEdits,
  holdsReport,
  type Locale,
  mayHoldReport,
  type Rule,
  type Settings,
  type Severity,
  safeEdits,
} from "../core";
import type { CheckOptions } from "./arguments";
import type { Baseline, Known } from "./baseline";
import type { Configs } from "./config";
import { type Decoded, encode } from "./encoding";
import { replaceFile, type Source } from "./files";
import { readText } from "./read";
import type { Reporter } from "./reporters";
import type { Terminal } from "./terminal";
import { type Words, wordsIn } from "./words";

/** What became of one file. */
export interface FileResult {
  /** As it is to be shown. */
  readonly path: string;
  /** What stands in the file now, after fixes; null where it could not be read or is no report. */
  readonly analysis: Analysis | null;
  /** The language for this file, which its gouji.json may set. */
  readonly locale: Locale;
  /** How many places were fixed and written. */
  readonly fixed: number;
  /** What went wrong, in words; empty where all went well. */
  readonly problems: readonly string[];
}

/** What is told of a file: plain values, no analysis. */
export interface Told extends Pick<FileResult, "path" | "locale" | "fixed" | "problems"> {
  /** Whether it was checked; else `problems` says why not. */
  readonly checked: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings are silenced. */
  readonly ignored: number;
  /** Which of the entries of gouji.json that are meant for it silence nothing in it, as their numbers. */
  readonly unused: readonly number[];
  /** Its findings as a baseline keeps them. */
  readonly known: readonly Known[];
  /** What the reporter has to say of it. */
  readonly part: unknown;
}

/** All that checking a file takes; each worker has its own. */
export interface Checker {
  readonly options: CheckOptions;
  readonly terminal: Terminal;
  readonly rules: readonly Rule[];
  readonly configs: Configs;
  readonly baseline: Baseline | null;
  readonly reporter: Reporter;
}

/** The name of a source's file, for its gouji.json; null where it has none. */
export function fileOf({ path }: Source, { stdinName }: CheckOptions): string | null {
  return path === "-" ? stdinName : path;
}

/** Checks one source and tells of it; null for a file that was not named itself and is no report. Never throws. */
export async function tellOf(source: Source, checker: Checker): Promise<Told | null> {
  const { options, terminal } = checker;
  const path = fileOf(source, options) ?? "-";
  const failure = (problem: string, locale: Locale) => ({
    result: { path, analysis: null, locale, fixed: 0, problems: [problem] },
    unused: [],
  });
  let locale = terminal.locale;
  try {
    const done =
      source.problem === null
        ? await checkSource(source, checker, failure, (known) => {
            locale = known;
          })
        : failure(source.problem, locale);
    return done && tell(done.result, checker, done.unused);
  } catch (error) {
    return tell(failure(wordsIn(locale).internal(String(error)), locale).result, checker);
  }
}

/** Tells of a result, without what the baseline knows. */
export function tell(
  result: FileResult,
  { baseline, reporter }: Pick<Checker, "baseline" | "reporter">,
  unused: readonly number[] = [],
): Told {
  const { path, locale, fixed, problems, analysis } = result;
  const fresh = analysis && baseline ? baseline.without(path, analysis) : { analysis, known: [] };
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of fresh.analysis?.findings ?? []) counts[severity]++;
  return {
    ...{ path, locale, fixed, problems, counts, unused, known: fresh.known },
    checked: analysis !== null,
    ignored: analysis?.ignored.length ?? 0,
    part: reporter.file({ ...result, analysis: fresh.analysis }),
  };
}

interface Done {
  readonly result: FileResult;
  readonly unused: readonly number[];
}

async function checkSource(
  source: Source,
  { options, terminal, rules, configs }: Checker,
  failure: (problem: string, locale: Locale) => Done,
  speak: (locale: Locale) => void,
): Promise<Done | null> {
  const file = fileOf(source, options);
  const { file: config, failure: unusable } = await configs.of(file);
  const locale = config?.config.locale ?? terminal.locale;
  speak(locale);
  const words = wordsIn(locale);
  const draft = await readText(source.path, terminal, words);
  if (typeof draft === "string") return failure(draft, locale);
  if (!source.named && !mayHoldReport(draft.text)) return null;
  if (unusable) return failure(`${unusable.path}: ${unusable.problem}`, locale);
  const settings = configs.settingsFor(config, file);
  const before = analyse(draft.text, settings, rules);
  if (!source.named && !holdsReport(before.draft)) return null;
  if (before.draft.reports.length === 0) return failure(words.noReport, locale);
  const { analysis, fixed, problem }: Outcome = options.fix
    ? await mend(source.path, draft, before, settings, { rules, words })
    : { analysis: before, fixed: 0, problem: null };
  const crashes = analysis.crashes.map(({ rule, error }) => words.ruleCrashed(rule, String(error)));
  const problems = [...new Set(crashes), ...(problem === null ? [] : [problem])];
  return {
    result: { path: file ?? "-", analysis, locale, fixed, problems },
    unused: numbersOf(settings.ignores, analysis),
  };
}

function numbersOf(ignores: readonly ConfigIgnore[], { unusedIgnores }: Analysis): number[] {
  return ignores.flatMap((ignore, i) => (unusedIgnores.includes(ignore) ? [i] : []));
}

/** Most rounds of fixes; one mends all, the next finds nothing, unless fixes make room for others. */
const MOST_ROUNDS = 5;

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
  { words, rules }: { readonly words: Words; readonly rules: readonly Rule[] },
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
  const exact = (await encode(text, encoding)).equals(bytes);
  const problem = exact
    ? await replaceFile(path, await encode(analysis.draft.text, encoding), words)
    : words.notWritten(words.noRoundTrip);
  return problem === null ? { analysis, fixed, problem } : { analysis: before, fixed: 0, problem };
}
