// Reads a draft: text -> reports with their sections and tables. Never fails; a text in which nothing of a report
// is recognised gives a draft without reports.

import { type EditionKey, editionOfYear, SECTIONS, type SectionKey } from "../form";
import { readNarrative } from "../narrative";
import type { Draft, Report, StatedUnit, Table, TextLine, Title } from "../report/model";
import { captionUnit } from "../text/numeral";
import type { Span } from "../text/span";
import type { Block, Grid, Line } from "./grid";
import { matchHeading } from "./headings";
import { hasHtmlBlocks, readHtmlBlocks } from "./html";
import { lookUpLabel } from "./labels";
import { readPlainBlocks } from "./plain";
import { matchRows } from "./rows";
import { readSections } from "./sections";
import { buildTables } from "./tables";
import { mostNamedYear, type TitleParts, titleAt, yearOfPeriod } from "./title";

/** Reads all reports of a text. Offsets in the result are UTF-16 offsets into `text`. */
export function readDraft(text: string): Draft {
  const blocks = hasHtmlBlocks(text) ? readHtmlBlocks(text) : readPlainBlocks(text, 0, text.length);
  const parts = splitReports(blocks);
  const reports = parts.map((part, i) => readReport(text, part, parts[i + 1]?.start ?? text.length));
  return { text, reports: reports.filter(isReport) };
}

/** Whether a text may hold such a report, from its words alone: quick, and right to say no. */
export function mayHoldReport(text: string): boolean {
  return text.includes("公开") && /申请|主动公开|年度报告|第二十条/.test(text);
}

/** Sections that no other kind of text has. */
const OWN_SECTIONS: ReadonlySet<SectionKey> = new Set(["disclosure", "applications", "disputes"]);

/** Whether what was read is a report: it has a table of the form, or two of a title and sections, one of them its own. */
export function holdsReport({ reports }: Draft): boolean {
  return reports.some(({ title, sections, tables }) => {
    const own = title !== null || sections.some(({ key }) => OWN_SECTIONS.has(key));
    return tables.length > 0 || (own && (title ? 1 : 0) + sections.length >= 2);
  });
}

function isReport({ title, sections, tables }: Report): boolean {
  return title !== null || sections.length > 0 || tables.length > 0;
}

interface FoundTitle extends TitleParts {
  readonly span: Span;
  readonly text: string;
}

interface ReportPart {
  readonly start: number;
  title: FoundTitle | null;
  /** All titles in it, in order. */
  readonly titles: FoundTitle[];
  readonly blocks: Block[];
}

/**
 * Cuts the blocks at every title that begins a report. Titles with nothing of a report between them, such as a page's
 * own heading or a table of contents above the report's, belong to the same report; the last that says most counts.
 */
function splitReports(blocks: readonly Block[]): ReportPart[] {
  let part: ReportPart = { start: 0, title: null, titles: [], blocks: [] };
  const parts = [part];
  let headingSeen = false;
  let bodySeen = false;
  let last = -1;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const title = block.kind === "line" ? findTitle(blocks, i) : null;
    if (!title || (bodySeen && isQuoted(blocks, i + title.lines, last))) {
      const heading = block.kind === "line" && matchHeading(block.text) !== null;
      last = numberedSection(block) ?? last;
      bodySeen ||= block.kind === "grid" ? holdsLabels(block) : headingSeen && !heading && isProse(block);
      headingSeen ||= heading;
      part.blocks.push(block);
      continue;
    }
    if (bodySeen || (headingSeen && isAnother(title.found, part.title))) {
      part = { start: title.found.span.start, title: title.found, titles: [], blocks: [] };
      parts.push(part);
      headingSeen = false;
      bodySeen = false;
      last = -1;
    } else if (!part.title || saysNoLess(title.found, part.title)) part.title = title.found;
    part.titles.push(title.found);
    i += title.lines - 1;
  }
  return parts;
}

/** The place among the form's sections of the one that a block is the numbered heading of; null where it is none. */
function numberedSection(block: Block): number | null {
  const heading = block.kind === "line" ? matchHeading(block.text) : null;
  return heading?.strength === "numbered" ? SECTIONS.findIndex(({ key }) => key === heading.key) : null;
}

/**
 * Whether a title in a report's text is one that the text names, such as last year's report: the next section below it
 * goes on from the `last` one above it, where a report of its own begins anew.
 */
function isQuoted(blocks: readonly Block[], from: number, last: number): boolean {
  if (last < 0) return false;
  for (let i = from; i < Math.min(blocks.length, from + FARTHEST_SECTION); i++) {
    const next = numberedSection(blocks[i]!);
    if (next !== null) return next === last + 1;
    if (blocks[i]!.kind === "line" && findTitle(blocks, i)?.found.organ) return false;
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

function isAnother(title: TitleParts, other: TitleParts | null): boolean {
  const known = title.organ && title.year && other?.organ && other.year;
  return Boolean(known) && (title.organ !== other!.organ || title.year !== other!.year);
}

function saysNoLess(title: TitleParts, other: TitleParts): boolean {
  const said = ({ organ, year }: TitleParts) => (organ === null ? 0 : 1) + (year === null ? 0 : 1);
  return said(title) >= said(other);
}

function findTitle(blocks: readonly Block[], at: number): { found: FoundTitle; lines: number } | null {
  const lines: Line[] = [];
  for (let i = at; i < Math.min(at + 3, blocks.length); i++) {
    const block = blocks[i]!;
    if (block.kind !== "line") break;
    lines.push(block);
  }
  const title = titleAt(lines.map((line) => line.text));
  if (!title) return null;
  const used = lines.slice(0, title.lines);
  return {
    lines: title.lines,
    found: {
      organ: title.organ,
      year: title.year,
      span: { start: used[0]!.span.start, end: used[used.length - 1]!.span.end },
      text: used.map((line) => line.text).join("\n"),
    },
  };
}

function readReport(text: string, part: ReportPart, end: number): Report {
  const start = part.title && part.start !== 0 ? part.start : (part.blocks[0]?.span.start ?? part.start);
  const span = { start: Math.min(start, part.title?.span.start ?? start), end };
  const grids = part.blocks.filter((block): block is Grid => block.kind === "grid");
  const plain = readSections(
    text,
    part.blocks.filter((block): block is Line => block.kind === "line"),
    grids,
    end,
  );
  const raw = matchRows(
    text,
    grids,
    ({ span: at }) => plain.findLast((section) => section.span.start < at.start)?.key ?? null,
    captionsOf(part.blocks),
  );
  const unplaced = new Set(raw.unplaced);
  const placed = grids.filter((grid) => !unplaced.has(grid));
  const linesWith = (cellsOf: (grid: Grid) => Line[]) =>
    part.blocks.flatMap((block): Line[] => {
      if (block.kind === "line") return [block];
      return unplaced.has(block) ? cellsOf(block) : [];
    });
  const lines = linesWith(linesOf);
  const { year, yearFrom } = yearOf(part.title, text.slice(span.start, span.end));
  const fallback: EditionKey = (year === null ? null : editionOfYear(year)) ?? "2021";
  const tables = buildTables(text, raw, fallback);
  const sections = unplaced.size > 0 ? readSections(text, linesWith(loneLines), placed, end) : plain;
  const toTitle = ({ text: words, span: at }: FoundTitle): Title => ({ text: words, span: at });
  const told = tables.find((table) => table.evidence !== null)?.evidence;
  const written = {
    span,
    title: part.title && toTitle(part.title),
    titles: part.titles.map(toTitle),
    organ: part.title?.organ ?? null,
    year,
    yearFrom,
    edition: told ?? (year === null ? null : editionOfYear(year)),
    sections,
    lines: inOrder([...part.titles, ...lines]),
    tables,
    blankIsZero: leavesZerosBlank(tables),
  };
  return { ...written, narrative: readNarrative(text, written) };
}

function inOrder(lines: readonly TextLine[]): TextLine[] {
  const plain = lines.map(({ text, span }) => ({ text, span }));
  return plain.sort((a, b) => a.span.start - b.span.start);
}

function yearOf(title: TitleParts | null, text: string): Pick<Report, "year" | "yearFrom"> {
  const year = title?.year ?? null;
  if (year !== null) return { year, yearFrom: "title" };
  const period = yearOfPeriod(text);
  if (period !== null) return { year: period, yearFrom: "period" };
  const named = mostNamedYear(text);
  return { year: named, yearFrom: named === null ? null : "text" };
}

/** For a grid the unit of money that the line above it, or the one above that, states. */
function captionsOf(blocks: readonly Block[]): (grid: Grid) => StatedUnit | null {
  const captions = new Map<Grid, StatedUnit>();
  blocks.forEach((block, i) => {
    if (block.kind !== "grid") return;
    for (const above of blocks.slice(Math.max(0, i - 2), i).reverse()) {
      if (above.kind !== "line") break;
      const unit = captionUnit(above.text);
      if (unit) captions.set(block, { unit, span: above.span });
    }
  });
  return (grid) => captions.get(grid) ?? null;
}

/** Of such cells those alone in their rows: beside others, words like a heading's are of a table of the organ's own. */
function loneLines(grid: Grid): Line[] {
  const rows = grid.rows.filter(({ cells }) => cells.filter(({ text }) => text).length === 1);
  return linesOf({ ...grid, rows });
}

/** The cells of a grid that proved to be no table, as lines of text. */
function linesOf(grid: Grid): Line[] {
  return grid.rows.flatMap((row) =>
    row.cells.flatMap((cell): Line[] =>
      cell.text ? [{ kind: "line", span: cell.span, text: cell.text }] : [],
    ),
  );
}

/** More blanks than zeros: the draft leaves blank what is nothing. */
function leavesZerosBlank(tables: readonly Table[]): boolean {
  let blanks = 0;
  let zeros = 0;
  for (const { cells } of tables) {
    for (const cell of cells) {
      if (cell?.value.kind === "blank") blanks++;
      else if (cell?.value.kind === "number" && cell.value.quantity === 0) zeros++;
    }
  }
  return blanks > zeros;
}
