// How a draft is written: which layout, which of its shapes, and what noise.

import type { Boxes } from "./box";
import type { Piece } from "./ink";
import { htmlStyle, writeHtml } from "./layouts/html";
import { PIPE_SHAPES, writePipe } from "./layouts/pipe";
import { STACKED_SHAPES, writeStacked } from "./layouts/stacked";
import { TABBED_SHAPES, writeTabbed } from "./layouts/tabbed";
import { type Noise, randomNoise } from "./noise";
import type { Random } from "./random";
import type { TableShape } from "./tables";

export type Layout = "stacked" | "tabbed" | "pipe" | "html";
export const LAYOUTS: readonly Layout[] = ["stacked", "tabbed", "pipe", "html"];

export interface Style {
  readonly layout: Layout;
  /** The layout's shape, for messages. */
  readonly shape: string;
  readonly table: TableShape;
  readonly noise: Noise;
  /** Whether a blank cell can be told from no cell, so that a draft may leave its zeros blank. */
  readonly keepsBlanks: boolean;
  /** Whether headings carry Markdown's marks. */
  readonly markdown: boolean;
  readonly write: (boxes: Boxes) => Piece[];
}

/** Shapes in which a blank cell leaves nothing behind, or fillers that look like it. */
const LOSES_BLANKS: ReadonlySet<string> = new Set([
  "bare",
  "lines",
  "shifted",
  "excel-trimmed",
  "close",
  "spaced",
  "columns",
]);

/** A random style in this layout; `quiet` leaves the labels and zeros as the form has them. */
export function randomStyle(random: Random, layout: Layout, quiet = false): Style {
  const { shape, write } = WRITERS[layout](random);
  const keepsBlanks = !LOSES_BLANKS.has(shape) && !shape.startsWith("line-");
  const noise = randomNoise(random, keepsBlanks && random.chance(0.15));
  return {
    layout,
    shape,
    keepsBlanks,
    write,
    table: randomTableShape(random),
    markdown: (layout === "pipe" || layout === "html") && random.chance(0.4),
    noise: quiet ? { ...noise, notes: 0, spaces: 0, breaks: 0, blankZeros: false } : noise,
  };
}

function randomTableShape(random: Random): TableShape {
  return {
    labelColumns: random.pick([1, 2, 3, 3] as const),
    note: random.pick(["cell", "row", "none"] as const),
    total: random.chance(0.8) ? "总计" : "合计",
    deepReview: random.chance(0.5),
    wideFigures: random.chance(0.3),
  };
}

interface Writer {
  readonly shape: string;
  readonly write: Style["write"];
}

const WRITERS: Readonly<Record<Layout, (random: Random) => Writer>> = {
  stacked: (random) => {
    const shape = random.pick(STACKED_SHAPES);
    return { shape, write: (boxes) => writeStacked(boxes, shape) };
  },
  tabbed: (random) => {
    const shape = random.pick(TABBED_SHAPES);
    const style = { shape, gaps: random.pick([0, 0, 0.3, 1]), breaks: random.chance(0.5) };
    return { shape, write: (boxes) => writeTabbed(boxes, style, random) };
  },
  pipe: (random) => {
    const shape = random.pick(PIPE_SHAPES);
    const style = {
      shape,
      separator: random.chance(0.6),
      bold: random.pick([0, 0, 0.1]),
      br: random.chance(0.5),
    };
    return { shape, write: (boxes) => writePipe(boxes, style, random) };
  },
  html: (random) => {
    const style = htmlStyle(random);
    return { shape: JSON.stringify(style), write: (boxes) => writeHtml(boxes, style) };
  },
};
