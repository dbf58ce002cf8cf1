// Changes to a table's boxes that must not matter to a reader: fillers, brackets, notes, spaces and line breaks.

import type { Boxes } from "./box";
import type { Random } from "./random";

/** What a draft does to its tables, throughout. */
export interface Noise {
  readonly halfBrackets: boolean;
  /** How often a label has a note in brackets behind it, spaces in it, a line break in it. */
  readonly notes: number;
  readonly spaces: number;
  readonly breaks: number;
  /** How often a cell has fillers around its text. */
  readonly pads: number;
  readonly filler: string;
  /** Whether the whole draft leaves its zeros blank. */
  readonly blankZeros: boolean;
}

const NOTES = ["（件）", "（单位：件）", "（不含涉密）", "(含下属单位)", "【注】", "（ 条 ）"];
const FILLERS = [" ", "\u00a0", "\u3000", "\u00a0\u00a0\u00a0", " \u3000", "\u200b"];
const SPACES = [" ", "\u00a0", "\u3000", "  "];
const SHORTEST_BROKEN = 4;

/** Random noise; most drafts have little of it, some have much. */
export function randomNoise(random: Random, blankZeros: boolean): Noise {
  const share = () => (random.chance(0.7) ? 0 : random.pick([0.05, 0.3, 1]));
  return {
    halfBrackets: random.chance(0.3),
    notes: random.chance(0.8) ? 0 : 0.2,
    spaces: share(),
    breaks: share(),
    pads: share(),
    filler: random.pick(FILLERS),
    blankZeros,
  };
}

/** Changes the boxes' texts and fillers. */
export function addNoise(boxes: Boxes, noise: Noise, random: Random): void {
  for (const row of boxes) {
    for (const each of row) {
      if (each.kind === "figure") {
        if (noise.blankZeros && each.text === "0") each.text = "";
      } else if (each.text !== "") each.text = noisyLabel(each.text, noise, random);
      if (random.chance(noise.pads)) {
        each.pad = [random.chance(0.5) ? noise.filler : "", random.chance(0.5) ? noise.filler : ""];
      }
    }
  }
}

function noisyLabel(label: string, noise: Noise, random: Random): string {
  let text = label;
  if (noise.halfBrackets) {
    text = text
      .replaceAll("（", "(")
      .replaceAll("）", ")")
      .replaceAll("，", ",")
      .replace(/^(\d)\./, "$1．");
  }
  // A note behind a note of the form's own, or behind a title such as 第（一）项, is nothing that organs write.
  if (random.chance(noise.notes) && !/[）)]$|项$|^[（(]本列/.test(text)) text += random.pick(NOTES);
  if (random.chance(noise.spaces)) text = inside(text, random.pick(SPACES), random);
  if (text.length >= SHORTEST_BROKEN && random.chance(noise.breaks)) {
    // A cell is at least two characters wide.
    const at = random.between(2, text.length - 2);
    text = `${text.slice(0, at).trimEnd()}\n${text.slice(at).trimStart()}`;
  }
  return text;
}

/** The text with something between two of its characters. */
function inside(text: string, what: string, random: Random): string {
  if (text.length < 2) return text;
  const at = random.between(1, text.length - 1);
  return text.slice(0, at) + what + text.slice(at);
}
