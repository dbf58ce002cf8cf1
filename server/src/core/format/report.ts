// Formats one report: its headings, and each table in the best way that reads as before.

import type { Block } from "../draft/grid";
import { lookUpLabel } from "../draft/labels";
import { readDraft } from "../draft/read";
import type { Report, Table } from "../report/model";
import type { Span } from "../text/span";
import { canonicalTable } from "./canonical";
import { applied, type FormatEdit, lineStart, tableEdit } from "./edits";
import { foundEdits } from "./found";
import { headingEdits } from "./headings";
import { keepsInk } from "./ink";
import { inkOfRegion, type Region, regionOf } from "./region";
import { readsAlike } from "./same";

/** The text that a report stands in. */
export interface Surroundings {
  readonly text: string;
  /** The line end that the text uses. */
  readonly eol: string;
  /** The report's blocks. */
  readonly blocks: readonly Block[];
  /** What is left alone: an edit may hold such a span whole, but not stand in it. */
  readonly kept: readonly Span[];
  /** Where the text is inside an HTML element. */
  readonly elements: readonly Span[];
}

type Way = (region: Region, table: Table) => readonly FormatEdit[] | null;

/** Finds the edits of one report. */
export class ReportFormatter {
  /** The ways to write a table, best first. */
  private readonly ways: readonly Way[];

  constructor(
    private readonly around: Surroundings,
    private readonly report: Report,
    /** Whether it is all that the text holds. */
    private readonly isOnly: boolean,
  ) {
    const { text, eol } = around;
    this.ways = [
      (region, table) => {
        const canonical = canonicalTable(text, table, region);
        return canonical === null ? null : [tableEdit(text, region.span, canonical, eol)];
      },
      (region) => foundEdits(text, region, true, eol),
      (region) => foundEdits(text, region, false, eol),
    ];
  }

  /** The edits that mostly do, without reading again what they make. */
  likely(): FormatEdit[] {
    const tables = this.report.tables.map((table) => this.tableEdits(table, () => true));
    return [...this.headings(), ...tables.flat()];
  }

  /** The edits that leave the report's reading as it is; none where the report cannot be read by itself. */
  surely(): FormatEdit[] {
    const { text } = this.around;
    const { start, end } = this.report.span;
    const part = this.isOnly ? { start: 0, end: text.length } : { start: lineStart(text, start), end };
    const keepsReading = (edits: readonly FormatEdit[]): boolean => {
      const moved = edits.map(({ span, newText }) => ({
        span: { start: span.start - part.start, end: span.end - part.start },
        newText,
      }));
      const after = readDraft(applied(text.slice(part.start, part.end), moved)).reports;
      return after.length === 1 && readsAlike(this.report, after[0]!);
    };
    if (!keepsReading([])) return [];
    const headings = this.headings();
    const chosen = keepsReading(headings) ? [...headings] : [];
    for (const table of this.report.tables) chosen.push(...this.tableEdits(table, keepsReading));
    return keepsReading(chosen) ? chosen : [];
  }

  private headings(): FormatEdit[] {
    return headingEdits(this.around.text, this.report).filter((edit) => this.isAllowed(edit));
  }

  /** The edits of a table; none where writing it fails, so that it is left as it stands. */
  private tableEdits(table: Table, suits: (edits: readonly FormatEdit[]) => boolean): readonly FormatEdit[] {
    try {
      return this.bestEdits(table, suits);
    } catch {
      return [];
    }
  }

  /** The first way to write a table that loses nothing and that `suits`; none where no way does. */
  private bestEdits(table: Table, suits: (edits: readonly FormatEdit[]) => boolean): readonly FormatEdit[] {
    const region = this.regionOf(table);
    if (region === null) return [];
    for (const way of this.ways) {
      const edits = way(region, table);
      if (edits?.every((edit) => this.isAllowed(edit)) && this.keepsInk(region, edits) && suits(edits))
        return edits;
    }
    return [];
  }

  private regionOf(table: Table): Region | null {
    const { text, blocks, elements } = this.around;
    const region = regionOf(text, blocks, table);
    if (region === null) return null;
    const { start } = region.span;
    const others = this.report.tables.filter((other) => other !== table);
    if (others.some((other) => overlap(other.span, region.span))) return null;
    if (this.isBelowItsHeader(region)) return null;
    return elements.some((element) => element.start < start && start < element.end) ? null : region;
  }

  /** Whether a part of the table's header was read by itself, above it: a new header would say it twice. */
  private isBelowItsHeader({ span }: Region): boolean {
    const { blocks } = this.around;
    const { sections, tables } = this.report;
    const heading = sections.findLast(({ headingSpan }) => headingSpan.end <= span.start);
    const from = heading?.headingSpan.end ?? 0;
    return blocks.some((block) => {
      const above = from <= block.span.start && block.span.end <= span.start;
      if (block.kind !== "grid" || !above || tables.some((table) => overlap(table.span, block.span)))
        return false;
      const filled = block.rows.flatMap(({ cells }) => cells).filter(({ text }) => text !== "");
      const labels = filled.filter(({ text }) => lookUpLabel(text) !== null);
      return labels.length > 0 && labels.length * 2 >= filled.length;
    });
  }

  private isAllowed({ span }: FormatEdit): boolean {
    return !this.around.kept.some(
      (kept) => overlap(span, kept) && (kept.start < span.start || span.end < kept.end),
    );
  }

  private keepsInk(region: Region, edits: readonly FormatEdit[]): boolean {
    const { text } = this.around;
    const { start, end } = region.span;
    const moved = edits.map(({ span, newText }) => ({
      span: { start: Math.max(0, span.start - start), end: Math.min(span.end, end) - start },
      newText,
    }));
    return keepsInk(inkOfRegion(text, region), applied(text.slice(start, end), moved));
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
