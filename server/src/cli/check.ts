// `gouji check`: reads, checks and, if asked, mends one file after the other, and gives each to a reporter at once.

import { dayOf } from "../config/ignores";
import {
  type Analysis,
  analyse,
  applyEdits,
  holdsReport,
  type Locale,
  mayHoldReport,
  RULES,
  type Rule,
  type Settings,
  type Severity,
  safeEdits,
} from "../core";
import type { CheckOptions, Format } from "./arguments";
import { Baseline } from "./baseline";
import { conciseReporter } from "./concise";
import { Configs } from "./config";
import { type Decoded, encode } from "./encoding";
import { expand, replaceFile, type Source } from "./files";
import { githubReporter } from "./github";
import { jsonReporter } from "./json";
import { prettyReporter } from "./pretty";
import { readText } from "./read";
import type { ExitStatus } from "./run";
import { sarifReporter } from "./sarif";
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
export interface Reporter {
  readonly begin: () => void;
  readonly file: (result: FileResult) => void;
  readonly end: (summary: Summary) => void;
}

const REPORTERS: Readonly<Record<Format, (terminal: Terminal) => Reporter>> = {
  pretty: prettyReporter,
  concise: conciseReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
};

/** Most rounds of fixes; one mends all, the next finds nothing, unless fixes make room for others. */
const MOST_ROUNDS = 5;

/** Checks what the options name, prints findings and complaints; a file that fails does not stop the others. */
export async function check(
  options: CheckOptions,
  terminal: Terminal,
  rules: readonly Rule[] = RULES,
): Promise<ExitStatus> {
  const words = wordsIn(terminal.locale);
  const { severities } = options;
  const configs = new Configs(options.config, dayOf(new Date()), severities, words, terminal.locale, (line) =>
    terminal.complain(line),
  );
  const checker = { options, terminal, words, rules, configs };
  if (options.config !== null) {
    const { failure } = await configs.of(null);
    if (failure) {
      terminal.complain(`${failure.path}: ${failure.problem}`);
      return 2;
    }
  }
  const baseline = await baselineFor(options, words);
  if (typeof baseline === "string") {
    terminal.complain(`${options.baseline}: ${baseline}`);
    return 2;
  }
  const reporter = REPORTERS[options.format](terminal);
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  let [files, failed, fixed, ignored] = [0, 0, 0, 0];
  const locales = new Set<Locale>();
  reporter.begin();
  const { sources, office } = await expand(options.paths, words);
  for (const source of sources) {
    const checked = await checkSource(source, checker);
    if (!checked) continue;
    const result = baseline ? withoutKnown(checked, baseline) : checked;
    files++;
    fixed += result.fixed;
    if (result.problems.length > 0) failed++;
    ignored += result.analysis?.ignored.length ?? 0;
    if (result.analysis) locales.add(result.locale);
    for (const { severity } of result.analysis?.findings ?? []) counts[severity]++;
    for (const problem of result.problems) terminal.complain(`${result.path}: ${problem}`);
    reporter.file(result);
  }
  for (const { path, analysis, locale } of configs.unused()) {
    for (const { severity } of analysis.findings) counts[severity]++;
    reporter.file({ path, analysis, locale: locale ?? terminal.locale, fixed: 0, problems: [] });
  }
  const [locale = terminal.locale] = locales.size === 1 ? locales : [];
  const { maxWarnings } = options;
  const exceeded = maxWarnings !== null && counts.warning > maxWarnings ? maxWarnings : null;
  const unwritten = options.updateBaseline ? await baseline?.write() : null;
  const recorded =
    baseline && options.baseline !== null && options.updateBaseline
      ? { file: options.baseline, count: baseline.size, written: !unwritten }
      : null;
  reporter.end({ files, counts, failed, fixed, ignored, locale, exceeded, recorded });
  if (unwritten) terminal.complain(`${options.baseline}: ${words.baselineNotWritten(unwritten)}`);
  if (office > 0) terminal.complain(words.officeFiles(office));
  if (failed > 0 || unwritten || configs.areBroken) return 2;
  return counts.error > 0 || exceeded !== null ? 1 : 0;
}

/** The baseline that the options name, or in words why it cannot be used; null where they name none. One that is to be written anew knows all. */
async function baselineFor(
  { baseline, updateBaseline }: CheckOptions,
  words: Words,
): Promise<Baseline | null | string> {
  if (baseline === null) return null;
  return updateBaseline ? Baseline.anew(baseline) : Baseline.read(baseline, words);
}

function withoutKnown(result: FileResult, baseline: Baseline): FileResult {
  const { path, analysis } = result;
  return analysis ? { ...result, analysis: baseline.without(path, analysis) } : result;
}

interface Checker {
  readonly options: CheckOptions;
  readonly terminal: Terminal;
  readonly words: Words;
  readonly rules: readonly Rule[];
  readonly configs: Configs;
}

/** The result for one source; null for a file that was not named itself and is no report. */
async function checkSource(source: Source, checker: Checker): Promise<FileResult | null> {
  const { options, terminal, rules, configs } = checker;
  const path = source.path === "-" ? (options.stdinName ?? "-") : source.path;
  let { locale } = terminal;
  const failure = (problem: string) => ({ path, analysis: null, locale, fixed: 0, problems: [problem] });
  if (source.problem !== null) return failure(source.problem);
  try {
    const file = source.path === "-" ? options.stdinName : source.path;
    const { file: config, failure: unusable } = await configs.of(file);
    locale = config?.config.locale ?? locale;
    const words = wordsIn(locale);
    const draft = await readText(source.path, terminal, words);
    if (typeof draft === "string") return failure(draft);
    if (!source.named && !mayHoldReport(draft.text)) return null;
    if (unusable) return failure(`${unusable.path}: ${unusable.problem}`);
    const settings = configs.settingsFor(config, file);
    const analysis = analyse(draft.text, settings, rules);
    if (!source.named && !holdsReport(analysis.draft)) return null;
    if (analysis.draft.reports.length === 0) return failure(words.noReport);
    const outcome: Outcome = options.fix
      ? await mend(source.path, draft, analysis, settings, { rules, words })
      : { analysis, fixed: 0, problem: null };
    configs.learn(config, outcome.analysis, settings.ignores);
    const crashes = outcome.analysis.crashes.map(({ rule, error }) => words.ruleCrashed(rule, String(error)));
    const problems = [...new Set(crashes), ...(outcome.problem === null ? [] : [outcome.problem])];
    return { path, analysis: outcome.analysis, locale, fixed: outcome.fixed, problems };
  } catch (error) {
    return failure(wordsIn(locale).internal(String(error)));
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
  { words, rules }: Pick<Checker, "words" | "rules">,
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
