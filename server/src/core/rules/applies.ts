// Which reports the form's six sections may be asked of.

import { editionOfYear } from "../form";
import type { Report } from "../report/model";

const SHORTEST_TEXT = 200;

/** A title with next to nothing below it is a report just begun, or the link to another one at a page's end. */
export function isTitleOnly({ span, sections, tables }: Report, text: string): boolean {
  return (
    sections.length + tables.length === 0 && text.slice(span.start, span.end).trim().length < SHORTEST_TEXT
  );
}

/** Reports for years before 2019 had another form, which Gouji does not know. */
export function hasAnotherForm({ year, tables }: Report): boolean {
  return year !== null && editionOfYear(year) === null && tables.length === 0;
}
