// Brings a draft to the canonical layout: Markdown headings, and the form's tables as aligned pipe tables. What is
// written is read again, and a table that would then read otherwise stays as it was.

import type { Block } from "../draft/grid";
import { hasHtmlBlocks, readHtmlBlocks } from "../draft/html";
import { readPlainBlocks } from "../draft/plain";
import { readDraft } from "../draft/read";
import type { Draft, Report, Table } from "../report/model";
import { lineSpans } from "../text/lines";
import type { Span } from "../text/span";
import { canonicalTable } from "./canonical";
import { applied, changing, type FormatEdit, tableEdit } from "./edits";
import { foundEdits } from "./found";
import { headingEdits } from "./headings";
import { regionOf } from "./region";
import { readsAlike } from "./same";

export { alignmentEditsAt } from "./align";
export type { FormatEdit } from "./edits";

/** Whether a text is a whole HTML page: between its tags Markdown would mean nothing, so it is not formatted. */
export function isHtmlPage(text: string): boolean {
  return /<(?:html|body)[\s>]/i.test(text);
}

/**
 * The edits that bring every report of a draft to the canonical layout, in the text's order and without overlap.
 * No figure, no word of the text and nothing that is found changes. Empty for a whole HTML page.
 */
export function formatEdits(draft: Draft): FormatEdit[] {
  const { text, reports } = draft;
  if (reports.length === 0 || isHtmlPage(text)) return [];
  const blocks = hasHtmlBlocks(text) ? readHtmlBlocks(text) : readPlainBlocks(text, 0, text.length);
  const kept = keptSpans(text);
  const edits = reports.map((_, i) => new ReportFormatter(draft, i, blocks, kept).edits());
  return inOrder(text, alikeInAll(draft, edits));
}

/** Without the edits of reports that read otherwise once all are made: reports of a file may tell on one another. */
function alikeInAll({ text, reports }: Draft, edits: readonly (readonly FormatEdit[])[]): FormatEdit[] {
  const after = readDraft(applied(text, edits.flat())).reports;
  if (after.length !== reports.length) return [];
  const alike = edits.filter((_, i) => readsAlike(reports[i]!, after[i]!));
  if (alike.length === edits.length) return edits.flat();
  const rest = alike.flat();
  const again = readDraft(applied(text, rest)).reports;
  return reports.every((report, i) => again[i] && readsAlike(report, again[i])) ? rest : [];
}

class ReportFormatter {
  private readonly report: Report;
  /** What is read again to see whether an edit keeps what is read: the report alone, where that reads like here. */
  private readonly part: Span;
  private readonly index: number;

  constructor(
    private readonly draft: Draft,
    index: number,
    private readonly blocks: readonly Block[],
    private readonly kept: readonly Span[],
  ) {
    const { text, reports } = draft;
    this.report = reports[index]!;
    const { span } = this.report;
    const alone = reports.length > 1 ? readDraft(text.slice(span.start, span.end)).reports : [];
    const isSame = alone.length === 1 && readsAlike(this.report, alone[0]!);
    this.part = isSame ? span : { start: 0, end: text.length };
    this.index = isSame ? 0 : index;
  }

  edits(): FormatEdit[] {
    const { text } = this.draft;
    const headings = this.allowed(headingEdits(text, this.report));
    const chosen = this.keepsReading(headings) ? [...headings] : [];
    for (const table of this.report.tables) chosen.push(...this.tableEdits(table));
    return this.keepsReading(chosen) ? chosen : [];
  }

  /** The best of the ways to write a table that reads the same; none where no way does. */
  private tableEdits(table: Table): readonly FormatEdit[] {
    const { text } = this.draft;
    const region = regionOf(text, this.blocks, table);
    const shared = this.report.tables.some(
      (other) => other !== table && region && overlap(other.span, region.span),
    );
    if (!region || shared || isInElement(text, region.span.start)) return [];
    const canonical = canonicalTable(text, table, region);
    const ways = [
      () => (canonical === null ? null : [tableEdit(text, region.span, canonical)]),
      () => foundEdits(text, region, true),
      () => foundEdits(text, region, false),
    ];
    for (const way of ways) {
      const edits = way();
      if (edits && this.allowed(edits).length === edits.length && this.keepsReading(edits)) return edits;
    }
    return [];
  }

  private allowed(edits: readonly FormatEdit[]): readonly FormatEdit[] {
    return edits.filter(({ span }) => !this.kept.some((other) => overlap(span, other)));
  }

  private keepsReading(edits: readonly FormatEdit[]): boolean {
    const { text, reports } = this.draft;
    const { start, end } = this.part;
    const moved = edits.map((edit) => ({
      ...edit,
      span: { start: edit.span.start - start, end: edit.span.end - start },
    }));
    const after = readDraft(applied(text.slice(start, end), moved)).reports;
    const wanted = start === 0 && end === text.length ? reports.length : 1;
    const read = after[this.index];
    return after.length === wanted && read !== undefined && readsAlike(this.report, read);
  }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function inOrder(text: string, edits: readonly FormatEdit[]): FormatEdit[] {
  return changing(text, edits).sort((a, b) => a.span.start - b.span.start);
}

/** Code fences: what stands between them is shown as it is. */
function keptSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open: { start: number; fence: string } | null = null;
  for (const { start, end } of lineSpans(text)) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(start, end))?.[1];
    if (!fence) continue;
    if (!open) open = { start, fence };
    else if (fence.startsWith(open.fence)) {
      spans.push({ start: open.start, end });
      open = null;
    }
  }
  if (open) spans.push({ start: open.start, end: text.length });
  return spans;
}

const ELEMENT = /<(\/?)(?:div|section|article|main|center|blockquote|form|td|details)(?=[\s>])/gi;

/** Whether a place is inside an HTML element, where Markdown's tables are none. */
function isInElement(text: string, at: number): boolean {
  let depth = 0;
  for (const [, close] of text.slice(0, at).matchAll(ELEMENT)) depth = Math.max(0, depth + (close ? -1 : 1));
  return depth > 0;
}
