// How fast the command line goes through many reports and through a long one, on one core: beside a loop that only
// reads and scans each character, and other checkers of text on the same files.

import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilation, report } from "./drafts";
import { timeOf } from "./opening";
import { CLI, scratchFolder } from "./servers";
import { median } from "./stats";

export interface Batch {
  readonly name: string;
  /** Bytes of UTF-8. */
  readonly bytes: number;
  readonly rounds: number;
  /** Milliseconds by program, a value a round; none for one that took longer than it may. */
  readonly times: ReadonlyMap<string, readonly number[]>;
}

export const GOUJI = "gouji check";
const ALL_CORES = "gouji check, all cores";
/** No other program gets longer than this for one run; no round begins after so long. */
const PATIENCE_MS = 120_000;
const BUDGET_MS = 180_000;

const BIN = join(import.meta.dirname, "node_modules/.bin");
const TEXTLINT = { rules: { "no-todo": true } };

interface Program {
  readonly name: string;
  readonly command: readonly string[];
}

function programs(folder: string, target: string): Program[] {
  const files = target.endsWith(".md") ? target : `${target}/*.md`;
  const config = join(folder, "textlintrc.json");
  writeFileSync(config, JSON.stringify(TEXTLINT));
  const others = [
    { name: "AutoCorrect", command: [join(BIN, "autocorrect"), "--lint", "--threads", "1", "-q", target] },
    { name: "markdownlint", command: [join(BIN, "markdownlint-cli2"), files] },
    { name: "textlint", command: [join(BIN, "textlint"), "-c", config, files] },
  ];
  return [
    { name: GOUJI, command: [process.execPath, CLI, "check", target] },
    { name: ALL_CORES, command: [process.execPath, CLI, "check", target] },
    { name: "scan", command: [process.execPath, join(import.meta.dirname, "scan.cjs"), target] },
    ...others.filter(({ command }) => existsSync(command[0]!)),
  ];
}

/** `taskset` keeps a program and its threads on one core; where there is none, nothing does. */
function onOneCore({ name, command }: Program): readonly string[] {
  const taskset = name !== ALL_CORES && existsSync("/usr/bin/taskset");
  return taskset ? ["/usr/bin/taskset", "-c", "0", ...command] : command;
}

/** A folder of so many reports. */
export function folderBatch(reports: number, rounds: number): Batch {
  const folder = scratchFolder();
  const target = join(folder, "reports");
  mkdirSync(target);
  for (let i = 0; i < reports; i++) {
    writeFileSync(join(target, `${i}.md`), report(i, (["pipe", "tabbed", "stacked"] as const)[i % 3]!));
  }
  return measured(`${reports.toLocaleString("en")} reports`, folder, target, rounds);
}

/** One file with a compilation of this length. */
export function fileBatch(name: string, length: number, rounds: number): Batch {
  const folder = scratchFolder();
  const target = join(folder, "compilation.md");
  writeFileSync(target, compilation(name, length).text);
  return measured(`one file of ${name}`, folder, target, rounds);
}

function measured(name: string, folder: string, target: string, rounds: number): Batch {
  const all = programs(folder, target);
  const times = new Map(all.map((program) => [program.name, [] as number[]]));
  const start = performance.now();
  let round = 0;
  while (round < rounds && performance.now() - start < BUDGET_MS) {
    for (const program of round % 2 === 0 ? all : [...all].reverse()) {
      const [command, ...args] = onOneCore(program);
      const own = times.get(program.name);
      try {
        if (own) own.push(timeOf(command!, args, isGouji(program) ? undefined : PATIENCE_MS));
      } catch (error) {
        console.error(`${program.name} on ${name}: ${error instanceof Error ? error.message : error}`);
        times.delete(program.name);
      }
    }
    round++;
  }
  return { name, bytes: sizeOf(target), rounds: round, times };
}

function isGouji({ name }: Program): boolean {
  return name === GOUJI || name === ALL_CORES;
}

function sizeOf(target: string): number {
  if (target.endsWith(".md")) return statSync(target).size;
  return readdirSync(target).reduce((sum, file) => sum + statSync(join(target, file)).size, 0);
}

/** Megabytes a second; NaN for a program that took too long or is not installed. */
export function speed({ bytes, times }: Batch, name: string): number {
  const own = times.get(name);
  return own ? bytes / 1000 / median(own) : Number.NaN;
}

/** How many times as fast as another program Gouji is, both on one core: the median of the rounds. */
export function timesAsFast({ times }: Batch, name: string): number {
  const [own, other] = [times.get(GOUJI), times.get(name)];
  return own && other ? median(other.map((ms, i) => ms / own[i]!)) : Number.NaN;
}
