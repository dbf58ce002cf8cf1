// Writes a plan in a style: every named thing gets its place. Line ends, headings' spacing and page breaks come in here.

import type { Boxes } from "./box";
import { mapText, named, type Piece, put, type Written } from "./ink";
import type { Style } from "./manner";
import { addNoise } from "./noise";
import type { Random } from "./random";
import { type Line, type Plan, type PlanSection, soundPlan } from "./report";
import { headerRows, splitBoxes } from "./split";
import type { Truth } from "./truth";

export interface Generated extends Written {
  readonly truth: Truth;
  readonly style: Style;
}

/** A draft in which nothing is wrong. */
export function soundDraft(truth: Truth, style: Style, random: Random): Generated {
  return writePlan(soundPlan(truth, style, random), style, random);
}

/** The draft of a plan. */
export function writePlan(plan: Plan, style: Style, random: Random): Generated {
  const pieces = planPieces(plan, style, random);
  const crlf = random.chance(0.2);
  const inked = crlf ? mapText(pieces, (text) => text.replaceAll("\n", "\r\n")) : pieces;
  return { ...put(random.chance(0.1) ? ["\ufeff", ...inked] : inked), truth: plan.truth, style };
}

/** The pieces of a plan, so that several may be put into one file; ends with a line break. */
export function planPieces(plan: Plan, style: Style, random: Random): Piece[] {
  const write = paper(style, random);
  const sections = plan.sections.flatMap((section) => sectionPieces(section, style, write, random));
  return [
    ...(plan.title.length > 0 ? write.title(named("title", plan.title.join(write.titleBreak))) : []),
    ...plan.front.flatMap((line, i) => write.line(named(`front.${i}`, ...piecesOf(line)))),
    ...sections,
    ...plan.tail.flatMap((line) => write.line(piecesOf(line))),
  ];
}

/** How lines that are not of tables are written, throughout a draft. */
interface Paper {
  readonly title: (pieces: readonly Piece[]) => Piece[];
  readonly heading: (pieces: readonly Piece[]) => Piece[];
  readonly line: (pieces: readonly Piece[]) => Piece[];
  readonly titleBreak: string;
}

const INDENTS = ["", "", "　　", "    ", "\u00a0\u00a0\u00a0\u00a0", " "];

function paper({ markdown, layout }: Style, random: Random): Paper {
  const end = random.pick(["\n", "\n\n"]);
  const indent = markdown ? "" : random.pick(INDENTS);
  const behind = random.pick(["", "", " ", "\u00a0"]);
  if (layout === "html" && !markdown && random.chance(0.7)) {
    const tag = (name: string) => (pieces: readonly Piece[]) => [`<${name}>`, ...pieces, `</${name}>\n`];
    return {
      title: tag("h1"),
      heading: tag(random.pick(["h2", "p", "div"])),
      line: tag("p"),
      titleBreak: "",
    };
  }
  const marked =
    (mark: string, close = "") =>
    (pieces: readonly Piece[]) => [mark, ...pieces, close, behind, end];
  const bold = markdown && random.chance(0.3);
  return {
    title: marked(markdown ? "# " : indent),
    heading: bold ? marked("**", "**") : marked(markdown ? "## " : indent),
    line: marked(indent),
    // Markdown's mark stands on the first line only, so a title of two lines is two titles there.
    titleBreak: markdown ? "" : end,
  };
}

function piecesOf(line: Line): readonly Piece[] {
  return typeof line === "string" ? [line] : line;
}

function sectionPieces(section: PlanSection, style: Style, write: Paper, random: Random): Piece[] {
  const { name, number, words, above, below, table } = section;
  const gap = random.pick(["", "", "", "　", " "]);
  return [
    ...write.heading(
      named(`heading.${name}`, ...named(`number.${name}`, number), gap, ...named(`words.${name}`, words)),
    ),
    ...above.flatMap((line, i) => write.line(named(`above.${name}.${i}`, ...piecesOf(line)))),
    ...(table ? ["\n", ...tablePieces(table.boxes, style, random), "\n"] : []),
    ...below.flatMap((line, i) => write.line(named(`below.${name}.${i}`, ...piecesOf(line)))),
  ];
}

const PAGE_BREAKS = ["\n", "\n\n- 3 -\n\n", "\n—4—\n\n", "\n\f\n"];

function tablePieces(given: Boxes, style: Style, random: Random): Piece[] {
  const boxes = given.map((row) => row.map((each) => ({ ...each })));
  const breaks = boxes.length > 15 && random.chance(0.1);
  addNoise(boxes, style.noise, random);
  if (!breaks) return style.write(boxes);
  const headers = headerRows(boxes);
  const at = random.between(headers + 2, boxes.length - 2);
  const [above, below] = splitBoxes(boxes, at, headers);
  return [...style.write(above), random.pick(PAGE_BREAKS), ...style.write(below)];
}
