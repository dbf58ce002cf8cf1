// What stands before the first keystroke: a server's start, a document's first diagnostics in a server that has just
// started and in one that has seen others, and the command line on one report.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { single } from "./drafts";
import { ENVIRONMENT } from "./environment";
import { LspClient, type ServerCommand } from "./lspClient";
import { CLI, floor, gouji, idle, scratchFolder } from "./servers";
import { type Compared, compared, inTurn, median } from "./stats";

const FOLDER = "file:///home/clerk/documents/2024/disclosure";
/** So many times are measured for the one value of a round. */
const STARTS = 3;
const OPENINGS = 20;
/** From a server's start to its answer to `initialize`, in milliseconds, beside a bundled do-nothing server. */
export async function starts(rounds: number): Promise<Compared> {
  const { own, other } = await inTurn(
    rounds,
    () => medianOf(STARTS, () => startOf(gouji())),
    () => medianOf(STARTS, () => startOf(idle())),
  );
  return compared(own, other);
}

async function startOf(server: ServerCommand): Promise<number> {
  const { client, ms } = await LspClient.start(server);
  await client.stop();
  return ms;
}

/**
 * From `didOpen` to the diagnostics of the first report that a server sees, right behind `initialized` as editors send it;
 * and the same with the start before it, as Gouji does not load all of itself before it answers `initialize`.
 */
export async function firstOpenings(rounds: number): Promise<{ opening: Compared; whole: Compared }> {
  const list = await diagnosticsOfSingle();
  const first = async (server: ServerCommand): Promise<Opened> => {
    const started = await LspClient.start(server);
    const { ms } = await started.client.open(`${FOLDER}/first.ogi`, "ogi-report", single().text);
    await started.client.stop();
    return { opening: ms, whole: started.ms + ms };
  };
  const several = async (server: ServerCommand): Promise<Opened> => {
    const all: Opened[] = [];
    for (let i = 0; i < STARTS; i++) all.push(await first(server));
    return { opening: medianBy(all, "opening"), whole: medianBy(all, "whole") };
  };
  const { own, other } = await inTurn(
    rounds,
    () => several(gouji()),
    () => several(floor(list, list)),
  );
  const of = (key: keyof Opened) =>
    compared(
      own.map((each) => each[key]),
      other.map((each) => each[key]),
    );
  return { opening: of("opening"), whole: of("whole") };
}

interface Opened {
  readonly opening: number;
  readonly whole: number;
}

function medianBy(all: readonly Opened[], key: keyof Opened): number {
  return median(all.map((each) => each[key]));
}

/** The same in servers that have seen reports before. */
export async function laterOpenings(rounds: number): Promise<Compared> {
  const list = await diagnosticsOfSingle();
  const own = (await LspClient.start(gouji())).client;
  const other = (await LspClient.start(floor(list, list))).client;
  let opened = 0;
  const open = async (client: LspClient) => {
    const uri = `${FOLDER}/${++opened}.ogi`;
    const { ms } = await client.open(uri, "ogi-report", single().text);
    client.close(uri);
    return ms;
  };
  const measured = await inTurn(
    rounds,
    () => medianOf(OPENINGS, () => open(own)),
    () => medianOf(OPENINGS, () => open(other)),
  );
  await own.stop();
  await other.stop();
  return compared(measured.own, measured.other);
}

async function diagnosticsOfSingle(): Promise<readonly unknown[]> {
  const { client } = await LspClient.start(gouji());
  const { published } = await client.open(`${FOLDER}/one.ogi`, "ogi-report", single().text);
  await client.stop();
  return published.diagnostics;
}

/** `gouji check` of one report, from nothing, beside `node -e 0`. */
export async function coldChecks(rounds: number): Promise<Compared> {
  const file = join(scratchFolder(), "nianbao.md");
  writeFileSync(file, single().text);
  const { own, other } = await inTurn(
    rounds,
    () => medianOf(STARTS, () => timeOf(process.execPath, [CLI, "check", file])),
    () => medianOf(STARTS, () => timeOf(process.execPath, ["-e", "0"])),
  );
  return compared(own, other);
}

/** How long a program runs, in milliseconds; it may end with 1, as one that found something does. */
export function timeOf(
  program: string,
  args: readonly string[],
  timeoutMs: number | undefined = 600_000,
): number {
  const start = performance.now();
  const { status, error } = spawnSync(program, args, {
    env: ENVIRONMENT,
    stdio: "ignore",
    timeout: timeoutMs,
  });
  const ms = performance.now() - start;
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(`${program} ${args.join(" ")} ended with ${status}`);
  return ms;
}

async function medianOf(times: number, run: () => number | Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let i = 0; i < times; i++) values.push(await run());
  return median(values);
}
