// Cuts a draft at the titles that begin a report. A line that can only be a title ends whatever stands above it, so that
// each part is read by itself: it follows from its own text and the few lines below it that were looked at (`looked`).

import { SECTIONS } from "../form";
import type { Block, Grid, Line } from "./grid";
import { matchHeading } from "./headings";
import { readHtmlBlocks } from "./html";
import { lookUpLabel } from "./labels";
import { readPlainBlocks } from "./plain";
import { type FoundTitle, findTitle, WrittenLines } from "./titleLines";

export type { FoundTitle } from "./titleLines";

/** A part of a text that is read as one report. */
export interface Part {
  /** The line that its title begins on, or the text's own beginning. */
  readonly start: number;
  /** The line that the next part begins on, or the text's end. */
  readonly end: number;
  /** How far below its start the text was looked at to tell all this; the text's end where that was in sight. */
  readonly looked: number;
  readonly title: FoundTitle | null;
  /** All titles in it, in order. */
  readonly titles: readonly FoundTitle[];
  readonly blocks: readonly Block[];
}

/**
 * What is known of a part so far. Titles with nothing of a report between them, such as a page's own heading or a table
 * of contents above the report's, belong to the same report; the last that says most counts.
 */
class OpenPart {
  title: FoundTitle | null = null;
  readonly titles: FoundTitle[] = [];
  readonly blocks: Block[] = [];
  /** The place among the form's sections of the last one with a number. */
  last = -1;
  private headingSeen = false;
  /** Whether text below a heading, or a table, was seen: a title behind it begins a report, or is quoted. */
  bodySeen = false;

  add(block: Block): void {
    const heading = block.kind === "line" ? matchHeading(block.text) : null;
    if (heading?.strength === "numbered") this.last = SECTIONS.findIndex(({ key }) => key === heading.key);
    this.bodySeen ||=
      block.kind === "grid" ? holdsLabels(block) : this.headingSeen && !heading && isProse(block);
    this.headingSeen ||= heading !== null;
    this.blocks.push(block);
  }

  endsAt(title: FoundTitle): boolean {
    return this.bodySeen || (this.headingSeen && isAnother(title, this.title));
  }

  take(title: FoundTitle): void {
    if (!this.title || saysNoLess(title, this.title)) this.title = title;
    this.titles.push(title);
  }

  closed(start: number, end: number, looked: number): Part {
    return { start, end, looked, title: this.title, titles: this.titles, blocks: this.blocks };
  }
}

/** The part of a text without HTML that begins at `start`, a line's start; later ones follow from its end. */
export function plainPart(text: string, start: number): Part {
  const lines = new WrittenLines(text, start);
  const part = new OpenPart();
  let unread = start;
  const readTo = (end: number) => {
    if (end > unread) for (const block of readPlainBlocks(text, unread, end)) part.add(block);
  };
  for (let i = 0; ; i++) {
    const line = lines.at(i);
    if (!line) {
      readTo(text.length);
      return part.closed(start, text.length, lines.reached);
    }
    const title = lines.titleAt(i);
    if (!title) continue;
    readTo(line.start);
    unread = line.start;
    const quoted = part.bodySeen && isQuoted(part.last, lines, i + title.lines);
    if (!quoted && part.endsAt(title)) return part.closed(start, line.start, lines.reached);
    if (!quoted) part.take(title);
    const behind = i + title.lines;
    for (; i < behind; i++) {
      const { span, next } = lines.at(i)!;
      if (quoted) part.add({ kind: "line", span, text: lines.textAt(i)! });
      unread = next;
    }
    i--;
  }
}

/** The parts of a text with HTML, which are only known from the whole of it. */
export function htmlParts(text: string): Part[] {
  const blocks = readHtmlBlocks(text);
  const parts: Part[] = [];
  let part = new OpenPart();
  let start = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const title = findTitle(blocks, i);
    if (!title || (part.bodySeen && isQuoted(part.last, new BlockLines(blocks), i + title.lines))) {
      part.add(block);
      continue;
    }
    if (part.endsAt(title)) {
      parts.push(part.closed(start, title.span.start, text.length));
      part = new OpenPart();
      start = title.span.start;
    }
    part.take(title);
    i += title.lines - 1;
  }
  parts.push(part.closed(start, text.length, text.length));
  return parts;
}

/** What is looked through for the section below a title. */
interface Below {
  /** The content of a line; null where the place holds none; undefined behind the end. */
  readonly textAt: (index: number) => string | null | undefined;
  readonly titleAt: (index: number) => FoundTitle | null;
}

class BlockLines implements Below {
  constructor(private readonly blocks: readonly Block[]) {}

  textAt(index: number): string | null | undefined {
    const block = this.blocks[index];
    return block?.kind === "grid" ? null : block?.text;
  }

  titleAt(index: number): FoundTitle | null {
    return findTitle(this.blocks, index);
  }
}

/**
 * Whether a title in a report's text is one that the text names, such as last year's report: the next section below it
 * goes on from the `last` one above it, where a report of its own begins anew.
 */
function isQuoted(last: number, below: Below, from: number): boolean {
  if (last < 0) return false;
  for (let i = from; i < from + FARTHEST_SECTION; i++) {
    const words = below.textAt(i);
    if (words === undefined) return false;
    if (words === null) continue;
    const heading = matchHeading(words);
    if (heading?.strength === "numbered") {
      return SECTIONS.findIndex(({ key }) => key === heading.key) === last + 1;
    }
    if (below.titleAt(i)?.organ) return false;
  }
  return false;
}

const FARTHEST_SECTION = 300;
const SHORTEST_PROSE = 40;
const FEWEST_LABELS = 2;

function isProse(line: Line): boolean {
  return line.text.length >= SHORTEST_PROSE;
}

function holdsLabels(grid: Grid): boolean {
  let labels = 0;
  for (const { cells } of grid.rows) {
    for (const { text } of cells) if (text && lookUpLabel(text) && ++labels >= FEWEST_LABELS) return true;
  }
  return false;
}

function isAnother(title: FoundTitle, other: FoundTitle | null): boolean {
  const known = title.organ && title.year && other?.organ && other.year;
  return Boolean(known) && (title.organ !== other!.organ || title.year !== other!.year);
}

function saysNoLess(title: FoundTitle, other: FoundTitle): boolean {
  const said = ({ organ, year }: FoundTitle) => (organ === null ? 0 : 1) + (year === null ? 0 : 1);
  return said(title) >= said(other);
}
