// The drafts that rates and property tests look at: the n-th of a seed is always the same.

import { type Generated, planPieces, soundDraft } from "./draft";
import { moved, put } from "./ink";
import { LAYOUTS, type Layout, randomStyle } from "./manner";
import { Random } from "./random";
import { soundPlan } from "./report";
import { soundTruth } from "./truth";

/** The sound draft number `index` of a seed in this layout. */
export function draftAt(seed: number, layout: Layout, index: number): Generated {
  const random = new Random(seed * 1_000_003 + index * 7919 + layout.length * 101 + layout.charCodeAt(0));
  const truth = soundTruth(random);
  return soundDraft(truth, randomStyle(random, layout), random);
}

export interface Compilation {
  readonly text: string;
  /** The reports in it; their places are offsets into `text`. */
  readonly reports: readonly Generated[];
}

/** So many reports one after another in one file, each in a layout of its own. */
export function compilationAt(seed: number, count: number): Compilation {
  const random = new Random(seed);
  const texts: string[] = [];
  const reports: Omit<Generated, "text">[] = [];
  let length = 0;
  for (let i = 0; i < count; i++) {
    const truth = soundTruth(random);
    const style = randomStyle(random, random.pick(LAYOUTS));
    const { text, places } = put([...planPieces(soundPlan(truth, style, random), style, random), "\n"]);
    texts.push(text);
    reports.push({ places: moved(places, length), truth, style });
    length += text.length;
  }
  const text = texts.join("");
  return { text, reports: reports.map((report) => ({ ...report, text })) };
}
