// Has files checked by worker threads, some ahead of what is told, and tells of them in their order.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Tinypool } from "tinypool";
import type { CheckOptions } from "./arguments";
import type { Told } from "./checking";
import type { Source } from "./files";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";
import type { Task } from "./worker";

/** So many files a worker are under way or wait to be told; no more, so that memory is bounded. */
const AHEAD = 4;

const WORKER = join(__dirname, "worker.js");

/** Whether there are workers: they come with the build; the sources run without. */
export function hasWorkers(): boolean {
  return existsSync(WORKER);
}

interface Run {
  readonly jobs: number;
  readonly options: CheckOptions;
  readonly terminal: Terminal;
  /** yyyy-mm-dd */
  readonly today: string;
}

/**
 * What is told of each source, in order. Standard input, and all where no worker can start, is checked by `here`. A file
 * that ends its worker is told as failed, and the next ones have a new worker.
 */
export async function* toldByWorkers(
  sources: readonly Source[],
  { jobs, options, terminal, today }: Run,
  here: (source: Source) => Promise<Told | null>,
): AsyncGenerator<readonly [Source, Told | null]> {
  const threads = Math.min(jobs, sources.length);
  const pool = new Tinypool({ filename: WORKER, name: "default", minThreads: threads, maxThreads: threads });
  const { colour, columns, locale } = terminal;
  const unable = new Promise<"unable">((resolve) => {
    pool.on("error", () => resolve("unable"));
  });
  const tellOf = async (source: Source): Promise<Told | null> => {
    if (source.path === "-") return here(source);
    const task: Task = { source, options, today, terminal: { colour, columns, locale } };
    const told: Promise<Told | null> = pool.run(task);
    const answer = await Promise.race([told, unable]).catch((error: unknown) => String(error));
    if (answer === "unable") return here(source);
    if (typeof answer !== "string") return answer;
    return here({ ...source, problem: wordsIn(locale).internal(answer) });
  };
  const underWay: (readonly [Source, Promise<Told | null>])[] = [];
  try {
    for (let next = 0; next < sources.length || underWay.length > 0; ) {
      while (next < sources.length && underWay.length < threads * AHEAD) {
        const source = sources[next++]!;
        underWay.push([source, tellOf(source)]);
      }
      const [source, told] = underWay.shift()!;
      yield [source, await told];
    }
  } finally {
    await pool.destroy();
  }
}
