// The table of goals and results, on the terminal and in bench/README.md. What a run did not measure stays as the last
// run on the same machine left it, in results.json.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { GOALS, type Goal, type GoalKey, reaches } from "./goals";
import type { Result, Results } from "./parts";
import { quote } from "./quotes";

const README = join(import.meta.dirname, "README.md");
const RESULTS = join(import.meta.dirname, "results.json");
const TABLE = /(?<=<!-- table -->\n)[\s\S]*(?=<!-- \/table -->)/;

interface Saved {
  readonly machine: string;
  readonly results: Results;
}

/** The lines of the table that were measured, as Markdown. */
export function table(results: Results): string {
  const rows = (Object.keys(GOALS) as GoalKey[]).flatMap((key) => {
    const result = results[key];
    return result ? [row(GOALS[key], result)] : [];
  });
  return ["| work | goal | result | met | figures |", "|---|---|---|---|---|", ...rows].join("\n");
}

function row(goal: Goal, { number, figures }: Result): string {
  const { work, atMost, atLeast, of } = goal;
  const aim = atMost !== undefined ? `≤ ${atMost} ${of}` : atLeast !== undefined ? `≥ ${atLeast} ${of}` : "—";
  if (number === null) return `| ${work} | ${aim} | — | — | ${figures} |`;
  const met = { true: "yes", false: "**no**", null: "—" }[`${reaches(goal, number)}`];
  return `| ${work} | ${aim} | ${rounded(number)} ${of} | ${met} | ${figures} |`;
}

function rounded(number: number): string {
  return number >= 100 ? number.toFixed(0) : number.toFixed(number < 10 ? 2 : 1);
}

/** Keeps results, and writes all that are kept into bench/README.md, the foremost into the project's READMEs. */
export function saveResults(results: Results): void {
  const saved: Saved | null = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : null;
  const machine = thisMachine();
  const all = { ...(saved?.machine === machine && saved.results), ...results };
  writeFileSync(RESULTS, `${JSON.stringify({ machine, results: all } satisfies Saved, null, 2)}\n`);
  const text = readFileSync(README, "utf8");
  writeFileSync(
    README,
    text.replace(TABLE, () => `On ${machine}:\n\n${table(all)}\n`),
  );
  quote(all, machine);
}

function thisMachine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${memory}, ${process.platform}, Node ${process.versions.node}`;
}
