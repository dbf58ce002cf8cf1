// The parts of the benchmark, each with the lines of the table that it gives.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Batch, fileBatch, folderBatch, GOUJI, speed, timesAsFast } from "./batch";
import type { GoalKey } from "./goals";
import { type Keystrokes, keystrokes, SIZES } from "./keystroke";
import { footprint, heapGrowth } from "./memory";
import { coldChecks, firstOpenings, laterOpenings, starts } from "./opening";
import { packageSize, serverSizes } from "./sizes";
import { type Compared, compared, median } from "./stats";

/** What was measured for a goal: the number that the goal is about, and the figures behind it. */
export interface Result {
  /** Null where what it is compared with is not installed, or took too long. */
  readonly number: number | null;
  readonly figures: string;
  /** Gouji's own figure where it is quoted: milliseconds, or megabytes a second. */
  readonly own?: number;
}

export type Results = Partial<Record<GoalKey, Result>>;

export interface Manner {
  /** Few rounds, and nothing above 100 K. */
  readonly quick: boolean;
  readonly rounds: number;
}

export const PARTS: Readonly<Record<string, (manner: Manner) => Promise<Results> | Results>> = {
  keystroke: allKeystrokes,
  open: async ({ rounds }) => ({
    "open.first": firstResult(await firstOpenings(rounds)),
    "open.later": told(await laterOpenings(rounds)),
  }),
  start: async ({ rounds }) => ({ start: told(await starts(rounds)) }),
  check: async ({ rounds }) => ({ check: told(await coldChecks(rounds)) }),
  folder: ({ quick }) => ({
    "batch.folder": batchResult(folderBatch(quick ? 100 : 1000, quick ? 1 : FEW_ROUNDS)),
  }),
  file: ({ quick }): Results =>
    quick ? {} : { "batch.file": batchResult(fileBatch("10 M", 10_000_000, FEW_ROUNDS)) },
  size: () => ({
    "size.server": serverResult(),
    "size.package": packageResult(),
  }),
  memory: async ({ quick }) => ({
    "memory.growth": await growthResult(quick ? 1000 : 10_000),
    ...(!quick && { "memory.10M": await footprintResult("10M") }),
  }),
  activation: ({ rounds }) => ({ activation: told(activations(rounds)) }),
};

/** For what takes minutes. */
const FEW_ROUNDS = 3;
const EDITS = 200;
const BUDGET_MS = { quick: 10_000, whole: 30_000 };
/** What --quick leaves out. */
const LONG: ReadonlySet<string> = new Set(["1M", "10M", "monster"]);

async function allKeystrokes({ quick, rounds }: Manner): Promise<Results> {
  const results: Results = {};
  const budgetMs = quick ? BUDGET_MS.quick : BUDGET_MS.whole;
  for (const [size, draft] of Object.entries(SIZES)) {
    if (quick && LONG.has(size)) continue;
    const measured = await keystrokes(draft(), { rounds, edits: EDITS, budgetMs });
    const key = `keystroke.${size}` as "keystroke.4K";
    results[`${key}.p50`] = keystrokeResult(measured, "p50");
    if (size === "4K") results[`${key}.p95`] = keystrokeResult(measured, "p95");
  }
  return results;
}

function keystrokeResult(measured: Keystrokes, share: "p50" | "p95"): Result {
  const { own, floor, rss, edits, diagnostics } = measured;
  const ms = (latencies: Keystrokes["own"]) =>
    (["p50", "p95", "p99"] as const)
      .map((key) => milliseconds(median(latencies.map((each) => each[key]))))
      .join(" / ");
  const { ratio } = compared(
    own.map((each) => each[share]),
    floor.map((each) => each[share]),
  );
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const counts = `${own.length} rounds of ${edits} edits, ${diagnostics} diagnostics`;
  const figures = `${ms(own)} ms to ${ms(floor)} ms (p50 / p95 / p99); RSS ${megabytes(rss.own)} to ${megabytes(rss.floor)}; ${counts}`;
  return { number: ratio, figures, own: median(own.map((each) => each[share])) };
}

function told({ own, other, ratio }: Compared): Result {
  return { number: ratio, figures: `${milliseconds(own)} ms to ${milliseconds(other)} ms` };
}

function batchResult(batch: Batch): Result {
  const ratio = timesAsFast(batch, "AutoCorrect");
  const speeds = [...batch.times.keys()].map((name) => `${name} ${speed(batch, name).toFixed(1)}`);
  return {
    number: Number.isNaN(ratio) ? null : ratio,
    figures: `MB/s, ${batch.rounds} rounds: ${speeds.join(", ")}`,
    own: speed(batch, GOUJI),
  };
}

function firstResult({ opening, whole }: Awaited<ReturnType<typeof firstOpenings>>): Result {
  const { number, figures } = told(opening);
  return { number, figures: `${figures}; from the server's start ${told(whole).figures}` };
}

function serverResult(): Result {
  const { loaded, all } = serverSizes();
  return {
    number: loaded / 1000,
    figures: `${bytesOf(loaded)} loaded for diagnostics, ${bytesOf(all)} in all`,
  };
}

function packageResult(): Result {
  const bytes = packageSize();
  return { number: bytes / 1000, figures: bytesOf(bytes) };
}

function bytesOf(count: number): string {
  return `${count.toLocaleString("en")} bytes`;
}

async function growthResult(edits: number): Promise<Result> {
  const { early, late } = await heapGrowth(edits);
  const figures = `${(late / 1e6).toFixed(1)} MB after ${edits.toLocaleString("en")}, ${(early / 1e6).toFixed(1)} MB before`;
  return { number: late / early, figures };
}

async function footprintResult(size: string): Promise<Result> {
  const { size: own, heap, rss } = await footprint(size);
  const times = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB (${(bytes / own).toFixed(1)} ×)`;
  return { number: heap / own, figures: `heap ${times(heap)}, RSS ${times(rss)} for ${times(own)}` };
}

/** In real VS Code, which test/vscode installs. */
function activations(rounds: number): Compared {
  const script = join(import.meta.dirname, "activation.mjs");
  const printed = execFileSync(process.execPath, [script, String(Math.min(rounds, FEW_ROUNDS))], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { own, other } = JSON.parse(printed.toString().trim().split("\n").at(-1)!) as Record<
    "own" | "other",
    number[]
  >;
  return compared(own, other);
}

function milliseconds(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0);
}
