// What Gouji's server keeps: its heap after many keystrokes beside that after a few, and what a long draft takes.

import { single } from "./drafts";
import { SIZES, Typist } from "./keystroke";
import { gouji } from "./servers";

export interface Growth {
  readonly early: number;
  readonly late: number;
  readonly edits: number;
}

const EARLY = 100;

/** The heap in use after 100 keystrokes and after `edits`, in bytes. */
export async function heapGrowth(edits: number): Promise<Growth> {
  const typist = await Typist.start(gouji({ heap: true }), single());
  const heap = async () => (await typist.client.heap()).heapUsed;
  await typist.type(EARLY);
  const early = await heap();
  await typist.type(edits - EARLY);
  const late = await heap();
  await typist.client.stop();
  return { early, late, edits };
}

export interface Footprint {
  /** The draft's own size: two bytes a character, as a string of Chinese text has. */
  readonly size: number;
  /** What more is in use, and what more the process has, with the draft open than without, in bytes. */
  readonly heap: number;
  readonly rss: number;
}

/** What a long draft takes, with two keystrokes in it. */
export async function footprint(size: string): Promise<Footprint> {
  const server = gouji({ heap: true });
  const without = await Typist.start(server, single());
  const before = await without.client.heap();
  await without.client.stop();
  const draft = SIZES[size]!();
  const typist = await Typist.start(server, draft);
  await typist.type(2);
  const rss = typist.client.rss();
  const { heapUsed, external } = await typist.client.heap();
  await typist.client.stop();
  return {
    size: 2 * draft.text.length,
    heap: heapUsed + external - before.heapUsed - before.external,
    rss: rss - before.rss,
  };
}
