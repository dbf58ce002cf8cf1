// Reads one report: a part of a draft that was cut off at its title -> sections, tables, and what it says.

import { type EditionKey, editionOfYear } from "../form";
import { readNarrative } from "../narrative";
import type { Report, StatedUnit, Table, TextLine, Title } from "../report/model";
import { captionUnit } from "../text/numeral";
import type { Span } from "../text/span";
import type { Block, Grid, Line } from "./grid";
import type { FoundTitle, Part } from "./parts";
import { matchRows } from "./rows";
import { readSections } from "./sections";
import { buildTables } from "./tables";
import { mostNamedYear, type TitleParts, yearOfPeriod } from "./title";

/** Reads the report of a part of `text`. Offsets in the result are UTF-16 offsets into `text`. */
export function readReport(text: string, part: Part): Report {
  const { end } = part;
  const [title, block] = [part.titles[0]?.span.start, part.blocks[0]?.span.start];
  const span = { start: Math.min(title ?? block ?? part.start, block ?? end), end };
  const grids = part.blocks.filter((block): block is Grid => block.kind === "grid");
  const plain = readSections(
    text,
    part.blocks.filter((block): block is Line => block.kind === "line"),
    grids,
    end,
  );
  const raw = matchRows(
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
  const { year, yearFrom } = yearOf(part.title, text, span);
  const fallback: EditionKey = (year === null ? null : editionOfYear(year)) ?? "2021";
  const tables = buildTables(text, raw, fallback);
  const sections = unplaced.size > 0 ? readSections(text, linesWith(loneLines), placed, end) : plain;
  const toTitle = ({ text: words, span: at }: FoundTitle): Title => ({ text: words, span: at });
  const told = tables.find((table) => table.evidence !== null)?.evidence;
  const written = {
    span,
    from: part.start,
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

function yearOf(
  title: TitleParts | null,
  text: string,
  { start, end }: Span,
): Pick<Report, "year" | "yearFrom"> {
  const year = title?.year ?? null;
  if (year !== null) return { year, yearFrom: "title" };
  const own = text.slice(start, end);
  const period = yearOfPeriod(own);
  if (period !== null) return { year: period, yearFrom: "period" };
  const named = mostNamedYear(own);
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
export function leavesZerosBlank(tables: readonly Table[]): boolean {
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
