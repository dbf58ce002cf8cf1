// Checks files in a worker thread of `gouji check`: what `check.ts` does where there are no workers, without a terminal.

import { RULES } from "../core";
import type { CheckOptions } from "./arguments";
import { Baseline } from "./baseline";
import { type Checker, type Told, tellOf } from "./checking";
import { Configs } from "./config";
import type { Source } from "./files";
import { REPORTERS } from "./reporters";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";

/** A file to check, with what holds for the whole run. */
export interface Task {
  readonly source: Source;
  readonly options: CheckOptions;
  /** yyyy-mm-dd */
  readonly today: string;
  readonly terminal: Pick<Terminal, "colour" | "columns" | "locale">;
}

let checker: Promise<Checker> | null = null;

/** Tells of one file. */
export default async function work(task: Task): Promise<Told | null> {
  checker ??= checkerFor(task);
  return tellOf(task.source, await checker);
}

/** What is wrong with gouji.json or the baseline is said by the main thread, which reads them too. */
async function checkerFor({ options, today, terminal: seen }: Task): Promise<Checker> {
  const silent = () => undefined;
  const terminal = { ...seen, input: () => process.stdin, print: silent, complain: silent };
  const words = wordsIn(terminal.locale);
  const configs = new Configs(options.config, today, options.severities, words, terminal.locale, silent);
  const baseline = await Baseline.of(options, words);
  if (typeof baseline === "string") throw new Error(baseline);
  return {
    options,
    terminal,
    rules: RULES,
    configs,
    baseline,
    reporter: REPORTERS[options.format](terminal),
  };
}
