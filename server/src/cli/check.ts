// `gouji check`: has one file after the other checked, by workers where there are many, and gives what is told of each
// to a reporter at once, in the order of the files.

import { availableParallelism } from "node:os";
import { dayOf } from "../config/ignores";
import { type Locale, RULES, type Rule, type Severity } from "../core";
import type { CheckOptions } from "./arguments";
import { Baseline } from "./baseline";
import { type Checker, fileOf, type Told, tell, tellOf } from "./checking";
import { Configs } from "./config";
import { expand, type Source } from "./files";
import { REPORTERS } from "./reporters";
import type { ExitStatus } from "./run";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";

/** Checks what the options name, prints findings and complaints; a file that fails does not stop the others. */
export async function check(
  options: CheckOptions,
  terminal: Terminal,
  rules: readonly Rule[] = RULES,
): Promise<ExitStatus> {
  const words = wordsIn(terminal.locale);
  const today = dayOf(new Date());
  const configs = new Configs(options.config, today, options.severities, words, terminal.locale, (line) =>
    terminal.complain(line),
  );
  if (options.config !== null) {
    const { failure } = await configs.of(null);
    if (failure) {
      terminal.complain(`${failure.path}: ${failure.problem}`);
      return 2;
    }
  }
  const baseline = await Baseline.of(options, words);
  if (typeof baseline === "string") {
    terminal.complain(`${options.baseline}: ${baseline}`);
    return 2;
  }
  const reporter = REPORTERS[options.format](terminal);
  const checker = { options, terminal, rules, configs, baseline, reporter };
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  const count = (told: Told) => {
    for (const severity of Object.keys(counts) as Severity[]) counts[severity] += told.counts[severity];
    reporter.add(told.part);
  };
  let [files, failed, fixed, ignored] = [0, 0, 0, 0];
  const locales = new Set<Locale>();
  reporter.begin();
  const { sources, office } = await expand(options.paths, words);
  for await (const [source, told] of toldOf(sources, checker, today)) {
    if (source.problem === null) await learn(source, told, checker);
    if (!told) continue;
    files++;
    fixed += told.fixed;
    ignored += told.ignored;
    if (told.problems.length > 0) failed++;
    if (told.checked) locales.add(told.locale);
    for (const problem of told.problems) terminal.complain(`${told.path}: ${problem}`);
    baseline?.learn(told.known);
    count(told);
  }
  for (const { path, analysis, locale } of configs.unused()) {
    const result = { path, analysis, locale: locale ?? terminal.locale, fixed: 0, problems: [] };
    count(tell(result, { baseline: null, reporter }));
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

/** Has the file's gouji.json read, which says what is wrong with it, and notes which of its entries were of use. */
async function learn(source: Source, told: Told | null, { configs, options }: Checker): Promise<void> {
  const file = fileOf(source, options);
  const { file: config } = await configs.of(file);
  if (told?.checked) configs.learn(config, file, told.unused);
}

/** What is told of each source, in order: by workers where that pays and the rules are those that workers have. */
async function* toldOf(
  sources: readonly Source[],
  checker: Checker,
  today: string,
): AsyncGenerator<readonly [Source, Told | null]> {
  const { options, terminal, rules } = checker;
  const here = (source: Source) => tellOf(source, checker);
  const jobs = options.jobs ?? availableParallelism();
  const many = rules === RULES && sources.length >= FEWEST_FOR_WORKERS && jobs > 1;
  const workers = many ? await import("./workers") : null;
  if (workers?.hasWorkers()) yield* workers.toldByWorkers(sources, { jobs, options, terminal, today }, here);
  else for (const source of sources) yield [source, await here(source)];
}

/** For fewer files workers cost more to start than they save. */
const FEWEST_FOR_WORKERS = 20;
