// The sections of a report: which of all lines that could be a section's heading are one. The report's own numbering
// tells; where a section has no heading in it, its place among the others and its table do.

import type { SectionKey, TableKey } from "../form";
import { SECTIONS } from "../form";
import type { Section } from "../report/model";
import { type NumberingStyle, readNumbering } from "../text/numbering";
import type { Span } from "../text/span";
import type { Grid, Line } from "./grid";
import {
  type Heading,
  type HeadingStrength,
  isHeadingPart,
  marksOf,
  matchBracketedHeading,
  matchHeading,
  numberedHeading,
} from "./headings";
import { lookUpLabel } from "./labels";

/** How the sections of a report are numbered: 一、, （一）, 1. or not at all. */
type Numbering = "chinese" | "bracketed" | "arabic" | "bare";

const NUMBERING: Readonly<Record<HeadingStrength, Numbering>> = {
  numbered: "chinese",
  inline: "chinese",
  alike: "chinese",
  placed: "chinese",
  bare: "bare",
  arabic: "arabic",
  bracketed: "bracketed",
};

/** The surest first: of a section's headings only those that are as sure as the surest count. */
const SURENESS: readonly HeadingStrength[] = [
  "numbered",
  "inline",
  "bare",
  "alike",
  "arabic",
  "bracketed",
  "placed",
];

interface Candidate {
  readonly heading: Heading;
  readonly span: Span;
  readonly text: string;
  /** Its last line's index. */
  readonly line: number;
}

/** The sections of a report whose text is `lines`, in order, and whose tables are among `grids`. */
export function readSections(
  text: string,
  lines: readonly Line[],
  grids: readonly Grid[],
  end: number,
): Section[] {
  const all = headingsOf(lines);
  const candidates = withoutContents(text, all);
  const own = ownNumbering(candidates);
  const chosen = new Chosen(lines, grids);
  for (const { key } of SECTIONS) {
    chosen.add(surest(candidates.filter((each) => each.heading.key === key && numberingOf(each) === own)));
  }
  const missing = SECTIONS.filter(({ key }) => !chosen.has(key)).map(({ key }) => key);
  for (const key of missing) {
    const others = candidates.filter(({ heading }) => heading.key === key);
    const near = new Set(candidates.filter(({ heading }) => missing.includes(heading.key)).map(lineOf));
    chosen.add(surest(chosen.taken(key, others, near)));
  }
  if (own === "chinese") chosen.addPlaced(new Set(all.map(({ line }) => line)));
  const found = chosen.inOrder();
  return found.map((candidate, i) => section(text, candidate, found[i + 1]?.span.start ?? end));
}

function lineOf({ line }: Candidate): number {
  return line;
}

function numberingOf({ heading }: Candidate): Numbering {
  return NUMBERING[heading.strength];
}

function surest(candidates: readonly Candidate[]): Candidate[] {
  const rank = ({ heading }: Candidate) => SURENESS.indexOf(heading.strength);
  const best = candidates.reduce((least, candidate) => Math.min(least, rank(candidate)), SURENESS.length);
  return candidates.filter((candidate) => rank(candidate) === best);
}

const ENOUGH_SECTIONS = 3;
/** So many sections are known by their words before others are known by their numbers alone. */
const FEWEST_NEIGHBOURS = 2;

/** 一、二、三 where the report has them; else the numbering that most of its sections have. */
function ownNumbering(candidates: readonly Candidate[]): Numbering {
  const count = (numbering: Numbering) =>
    new Set(candidates.filter((each) => numberingOf(each) === numbering).map(({ heading }) => heading.key))
      .size;
  let own: Numbering = "chinese";
  if (count(own) >= ENOUGH_SECTIONS) return own;
  for (const other of ["arabic", "bare", "bracketed"] as const) if (count(other) > count(own)) own = other;
  return own;
}

/** The headings chosen so far, and what their places say about others. */
class Chosen {
  private readonly found: Candidate[] = [];
  /** The form's tables, looked for when a heading in another numbering than the report's needs them. */
  private known: readonly (Span & { readonly key: TableKey })[] | null = null;

  constructor(
    private readonly lines: readonly Line[],
    private readonly grids: readonly Grid[],
  ) {}

  private get tables(): readonly (Span & { readonly key: TableKey })[] {
    this.known ??= this.grids.flatMap((grid) => {
      const key = tableOf(grid);
      return key ? [{ ...grid.span, key }] : [];
    });
    return this.known;
  }

  has(key: SectionKey): boolean {
    return this.found.some(({ heading }) => heading.key === key);
  }

  add(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) this.found.push(candidate);
  }

  inOrder(): readonly Candidate[] {
    return [...this.found].sort((a, b) => a.span.start - b.span.start);
  }

  /**
   * Those headings in another numbering than the report's that are the section's all the same: they stand where the
   * section belongs, with its table, and in no list of sub-headings. `near` has the lines of all that may be.
   */
  taken(key: SectionKey, candidates: readonly Candidate[], near: ReadonlySet<number>): readonly Candidate[] {
    if (candidates.length === 0) return [];
    const { from, to } = this.place(key);
    const own = SECTIONS.find((section) => section.key === key)!.table;
    const first = this.tables.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const last = this.tables.reduce((most, { start }) => Math.max(most, start), Number.NEGATIVE_INFINITY);
    return candidates.filter((candidate) => {
      const { start } = candidate.span;
      if (start < from || start >= to || this.isInList(candidate.line, near, from, to)) return false;
      if (own) return this.leadsToTable(candidate, own, to);
      return key === "overview" ? start < first : start > last;
    });
  }

  /** Headings in words of their own: their number is the missing section's, and they stand where it belongs. */
  addPlaced(others: ReadonlySet<number>): void {
    for (const { key } of SECTIONS) {
      if (this.has(key) || new Set(this.found.map(({ heading }) => heading.key)).size < FEWEST_NEIGHBOURS)
        continue;
      const { from, to } = this.place(key);
      const line = this.lines.findIndex(
        ({ text, span }, i) =>
          span.start >= from && span.start < to && !others.has(i) && numberedHeading(text) === key,
      );
      if (line < 0) continue;
      const { text, span } = this.lines[line]!;
      const marks = marksOf(text);
      this.add([{ heading: { key, strength: "placed", length: text.length, marks }, span, text, line }]);
    }
  }

  /** Between the headings of the sections before and behind. */
  private place(key: SectionKey): { from: number; to: number } {
    const order = (each: SectionKey) => SECTIONS.findIndex((section) => section.key === each);
    let [from, to] = [0, Number.POSITIVE_INFINITY];
    for (const { heading, span } of this.inOrder()) {
      if (order(heading.key) < order(key)) from = Math.max(from, span.end);
    }
    for (const { heading, span } of this.inOrder()) {
      if (order(heading.key) > order(key) && span.start >= from) to = Math.min(to, span.start);
    }
    return { from, to };
  }

  /** Whether the number before or the next one stands in the same place, on a line that is no section's heading. */
  private isInList(at: number, sections: ReadonlySet<number>, from: number, to: number): boolean {
    const own = numberOf(this.lines[at]!);
    if (!own) return false;
    const neighbour = (step: 1 | -1) => {
      for (let i = at + step; i >= 0 && i < this.lines.length; i += step) {
        const line = this.lines[i]!;
        if (line.span.start < from || line.span.start >= to) return false;
        const number = numberOf(line);
        if (number?.style === own.style) return number.value === own.value + step && !sections.has(i);
      }
      return false;
    };
    return neighbour(1) || neighbour(-1);
  }

  /** Whether the section's table follows, with no sub-heading and little text before it; or the report has no such table. */
  private leadsToTable({ span, heading, line }: Candidate, key: TableKey, to: number): boolean {
    const own = this.tables.filter((table) => table.key === key);
    if (own.length === 0) return heading.strength !== "bare";
    const table = own.find(({ start }) => start > span.end && start < to);
    if (!table) return false;
    const between: Line[] = [];
    for (let i = line + 1; between.length <= MOST_LINES && i < this.lines.length; i++) {
      const below = this.lines[i]!;
      if (below.span.end > table.start) break;
      between.push(below);
    }
    return between.length <= MOST_LINES && between.every((below) => numberOf(below) === null);
  }
}

/** Between a section's heading and its table there is seldom more than a line that leads over to it. */
const MOST_LINES = 3;

function numberOf({ text }: Line): { style: NumberingStyle; value: number } | null {
  return readNumbering(text.slice(marksOf(text)));
}

const FEWEST_LABELS = 2;

/** The table of the form that most of a grid's labels belong to; null where it has few of them. */
function tableOf(grid: Grid): TableKey | null {
  const votes = new Map<TableKey, number>();
  for (const { text } of grid.rows.flatMap(({ cells }) => cells)) {
    const hits = text ? lookUpLabel(text) : null;
    if (!hits) continue;
    const keys = new Set([...(hits.row ? [hits.row.table] : []), ...hits.columnOf, ...hits.groupOf]);
    if (hits.title) keys.add("disclosure");
    for (const key of keys) votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= FEWEST_LABELS ? best[0] : null;
}

function section(text: string, { heading, span, text: line }: Candidate, end: number): Section {
  const number = readNumbering(line.slice(heading.marks));
  const numberAt = span.start + heading.marks;
  const wordsAt = numberAt + (number?.length ?? 0);
  // With markup in it, or over two lines, a heading can only be replaced as a whole.
  const inPlace = text.slice(span.start, span.end) === line;
  return {
    key: heading.key,
    heading: line,
    headingSpan: span,
    number: number && { ...number, span: inPlace ? { start: numberAt, end: wordsAt } : span },
    wordsSpan: inPlace ? { start: wordsAt, end: span.end } : span,
    span: { start: span.start, end },
  };
}

const FEWEST_CONTENTS = 3;
const TAGS = /<[^<>]*>|&nbsp;/g;

/** Whether there is more between two headings than the fillers, dots and page numbers of a table of contents. */
function saysSomething(between: string): boolean {
  return /^[\s\d.…>]*[^\s\d.…><&]/.test(between) || /[^\s\d.…>]/.test(between.replace(TAGS, ""));
}

/** Without the headings of a table of contents: three or more with nothing between them that come again below. */
function withoutContents(text: string, candidates: readonly Candidate[]): Candidate[] {
  const follows = (i: number) => {
    const [before, at] = [candidates[i - 1], candidates[i]];
    return (
      before !== undefined && at !== undefined && !saysSomething(text.slice(before.span.end, at.span.start))
    );
  };
  const named = (from: number, at: number) =>
    candidates.slice(from, at).some(({ heading }) => heading.key === candidates[at]!.heading.key);
  const lastOf = new Map(candidates.map(({ heading }, i) => [heading.key, i]));
  const kept: Candidate[] = [];
  for (let from = 0; from < candidates.length; ) {
    let to = from + 1;
    // A section that comes again begins the text: the contents end before it.
    while (follows(to) && !named(from, to)) to++;
    const run = candidates.slice(from, to);
    const again = run.filter(({ heading }) => lastOf.get(heading.key)! >= to);
    if (run.length < FEWEST_CONTENTS || again.length < FEWEST_CONTENTS)
      for (const candidate of run) kept.push(candidate);
    from = to;
  }
  return kept;
}

function headingsOf(lines: readonly Line[]): Candidate[] {
  const candidates: Candidate[] = [];
  let below = lines[0] ? matchHeading(lines[0].text) : null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1];
    const own = below;
    below = next ? matchHeading(next.text) : null;
    const heading = own ?? matchBracketedHeading(line.text);
    // Half a heading may look like one in words of its own: the whole is surer.
    const half = heading === null || heading.strength === "alike";
    const joined = half && next && !below && isHeadingPart(line.text) ? line.text + next.text : null;
    const over = joined ? matchHeading(joined) : null;
    if (over?.strength === "numbered") {
      const span = { start: line.span.start, end: next!.span.end };
      candidates.push({ heading: over, text: joined!, span, line: ++i });
      below = lines[i + 1] ? matchHeading(lines[i + 1]!.text) : null;
    } else if (heading) {
      const text = line.text.slice(0, heading.length);
      const { start } = line.span;
      const span = { start, end: heading.length < line.text.length ? start + text.length : line.span.end };
      candidates.push({ heading, text, span, line: i });
    }
  }
  return candidates;
}
