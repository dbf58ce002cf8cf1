// What a keystroke costs: a digit is typed into a figure and deleted again, each time up to the diagnostics of that
// version. `tsx bench/keystroke.ts [--size 4K|100K|1M|10M|monster] [--edits N] [-- COMMAND…]` measures any server.

import { parseArgs } from "node:util";
import { type BenchDraft, compilation, monster, single } from "./drafts";
import { LspClient, type Published, type ServerCommand } from "./lspClient";
import { floor, gouji } from "./servers";
import { inTurn, median, percentile } from "./stats";

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** As deep as drafts are kept: a server may look for gouji.json in each folder above. */
const URI = "file:///home/clerk/documents/2024/disclosure/nianbao.ogi";
const DIGIT = "5";

/** The drafts by their names in the table; long ones are made when they are asked for. */
export const SIZES: Readonly<Record<string, () => BenchDraft>> = {
  "4K": single,
  "100K": () => compilation("100 K", 100_000),
  "1M": () => compilation("1 M", 1_000_000),
  "10M": () => compilation("10 M", 10_000_000),
  monster: () => monster("one report of 1 M", 1_000_000),
};

/** A draft open on a server, being typed in. */
export class Typist {
  private version = 1;

  private constructor(
    readonly client: LspClient,
    private readonly line: number,
    private readonly character: number,
    /** The diagnostics that came when it was opened. */
    readonly opened: Published,
  ) {}

  static async start(server: ServerCommand, { text, at }: BenchDraft): Promise<Typist> {
    const { client } = await LspClient.start(server);
    const { published } = await client.open(URI, "ogi-report", text);
    const before = text.slice(0, at);
    const line = before.split("\n").length - 1;
    return new Typist(client, line, at - before.lastIndexOf("\n") - 1, published);
  }

  /** Types the digit, or deletes it again where it stands. */
  async edit(): Promise<{ ms: number; published: Published }> {
    const version = ++this.version;
    const { line, character } = this;
    const typed = version % 2 === 0;
    const start = { line, character };
    const end = { line, character: character + (typed ? 0 : 1) };
    return this.client.change(URI, version, [{ range: { start, end }, text: typed ? DIGIT : "" }]);
  }

  /** Makes so many edits, an even number. */
  async type(edits: number): Promise<Latency> {
    const times: number[] = [];
    for (let i = 0; i < edits; i++) times.push((await this.edit()).ms);
    return { p50: median(times), p95: percentile(times, 0.95), p99: percentile(times, 0.99) };
  }
}

export interface Keystrokes {
  readonly own: readonly Latency[];
  readonly floor: readonly Latency[];
  /** The servers' memory behind all rounds, in bytes. */
  readonly rss: { readonly own: number; readonly floor: number };
  readonly edits: number;
  /** How many diagnostics come with an edit. */
  readonly diagnostics: number;
}

/** How long a comparison may take; what a single keystroke takes tells how many rounds and edits that is. */
export interface Effort {
  readonly rounds: number;
  readonly edits: number;
  readonly budgetMs: number;
}

/** At least so many rounds and edits, however long they take. */
const FEWEST_ROUNDS = 3;
const FEWEST_EDITS = 2;
const ENOUGH_EDITS = 10;
/** One edit in so many of a round's goes before the first round. */
const WARM_UP = 4;

function planned({ rounds, edits, budgetMs }: Effort, msPerEdit: number): { rounds: number; edits: number } {
  const possible = Math.max(FEWEST_ROUNDS * FEWEST_EDITS, Math.floor(budgetMs / msPerEdit));
  const some = Math.max(Math.min(edits, ENOUGH_EDITS), Math.floor(possible / rounds));
  if (rounds * some <= possible) return { rounds, edits: even(Math.min(edits, some)) };
  const fewer = Math.max(FEWEST_ROUNDS, Math.min(rounds, Math.floor(possible / ENOUGH_EDITS)));
  return { rounds: fewer, edits: even(Math.min(edits, Math.max(FEWEST_EDITS, possible / fewer))) };
}

function even(number: number): number {
  return Math.floor(number / 2) * 2;
}

/** Measures Gouji and FLOOR in turn on a draft; FLOOR publishes what Gouji does. */
export async function keystrokes(draft: BenchDraft, effort: Effort): Promise<Keystrokes> {
  const own = await Typist.start(gouji(), draft);
  const typed = await own.edit();
  const undone = await own.edit();
  const lists = [undone, typed].map(({ published }) => published.diagnostics);
  if (lists[0]!.length === lists[1]!.length && JSON.stringify(lists[0]) === JSON.stringify(lists[1])) {
    throw new Error(`${draft.name}: the edit changes no finding, so that nothing may have been read`);
  }
  const other = await Typist.start(floor(lists[0]!, lists[1]!), draft);
  const { rounds, edits } = planned(effort, Math.max(typed.ms, undone.ms));
  // The compiler warms up first; FLOOR makes all edits, however few Gouji has time for.
  await own.type(even(edits / WARM_UP));
  await other.type(effort.edits);
  const measured = await inTurn(
    rounds,
    () => own.type(edits),
    () => other.type(effort.edits),
  );
  const rss = { own: own.client.rss(), floor: other.client.rss() };
  await own.client.stop();
  await other.client.stop();
  return { own: measured.own, floor: measured.other, rss, edits, diagnostics: lists[1]!.length };
}

/** Measures one server by itself. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { size: { type: "string", default: "4K" }, edits: { type: "string", default: "200" } },
    allowPositionals: true,
  });
  const make = SIZES[values.size];
  if (!make) throw new Error(`--size: one of ${Object.keys(SIZES).join(", ")}`);
  const server = positionals.length > 0 ? { name: positionals[0]!, command: positionals } : gouji();
  const draft = make();
  const typist = await Typist.start(server, draft);
  const { p50, p95, p99 } = await typist.type(Number(values.edits));
  const ms = (time: number) => `${time.toFixed(2)} ms`;
  console.log(
    `${draft.name}, ${draft.text.length} characters: p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`,
  );
  console.log(
    `${typist.opened.diagnostics.length} diagnostics; RSS ${(typist.client.rss() / 1e6).toFixed(0)} MB`,
  );
  await typist.client.stop();
}

if (process.argv[1] === import.meta.filename) void main();
