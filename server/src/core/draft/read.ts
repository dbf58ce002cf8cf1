// Reads a draft: text -> reports with their sections and tables. Never fails; a text in which nothing of a report
// is recognised gives a draft without reports.

import type { SectionKey } from "../form";
import type { Draft, Report } from "../report/model";
import { hasHtmlBlocks } from "./html";
import { htmlParts, type Part, plainPart } from "./parts";
import { readReport } from "./report";

/** Reads all reports of a text. Offsets in the result are UTF-16 offsets into `text`. */
export function readDraft(text: string): Draft {
  const parts = hasHtmlBlocks(text) ? htmlParts(text) : plainParts(text);
  const reports: Report[] = [];
  for (const part of parts) {
    const report = readReport(text, part);
    if (isReport(report)) reports.push(report);
  }
  return { text, reports };
}

/** The parts of a text without HTML, one by one: that of a long text has many blocks. */
function* plainParts(text: string): Generator<Part> {
  for (let start = 0; ; ) {
    const part = plainPart(text, start);
    yield part;
    start = part.end;
    if (start >= text.length) return;
  }
}

/** A part of a text, read by itself. */
export interface PartReading {
  /** Its own text with its report, if it is one; offsets are into that. */
  readonly draft: Draft;
  /** How far from its start the draft's text was looked at: an edit up to here may change how it is cut off. */
  readonly looked: number;
}

/**
 * Reads the part that begins at `start`, a part's start, of a text without HTML. It is read as in the whole text, and as
 * long as the text that was looked at stays as it is.
 */
export function readPart(text: string, start: number): PartReading {
  const part = plainPart(start === 0 ? text : text.slice(start), 0);
  const own = copied(text.slice(start, start + part.end));
  const report = readReport(own, part);
  return { draft: { text: own, reports: isReport(report) ? [report] : [] }, looked: part.looked };
}

/** The same string in memory of its own: as a slice it would keep the whole text that it was cut from. */
function copied(slice: string): string {
  return ` ${slice}`.slice(1);
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
