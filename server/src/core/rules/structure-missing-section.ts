// structure/missing-section: one of the six sections, or its table, is missing.

import { editionOfYear, SECTIONS } from "../form";
import { type Report, type Section, tableOf } from "../report/model";
import type { Span } from "../text/span";
import type { Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  if (hasAnotherForm(report) || isTitleOnly(report, text)) return findings;
  let before: Section | undefined;
  for (const { key, number, title, table } of SECTIONS) {
    const section = report.sections.find((candidate) => candidate.key === key);
    if (!section) {
      findings.push({
        span: place(report, before),
        message: { id: "missing-section", number, title },
        cells: [],
      });
      continue;
    }
    before = section;
    if (table && !tableOf(report, table)) {
      findings.push({
        span: section.headingSpan,
        message: { id: "missing-table", number, title },
        cells: [],
      });
    }
  }
  return findings;
}

const SHORTEST_TEXT = 200;

/** A title with next to nothing below it is a report just begun, or the link to another one at a page's end. */
function isTitleOnly({ span, sections, tables }: Report, text: string): boolean {
  return (
    sections.length + tables.length === 0 && text.slice(span.start, span.end).trim().length < SHORTEST_TEXT
  );
}

/** Reports for years before 2019 had another form, which Gouji does not know. */
function hasAnotherForm({ year, tables }: Report): boolean {
  return year !== null && editionOfYear(year) === null && tables.length === 0;
}

/** The heading of the section behind which the missing one belongs; else the title; else the report's beginning. */
function place(report: Report, before: Section | undefined): Span {
  const [first] = report.sections;
  return (
    before?.headingSpan ??
    report.title?.span ??
    first?.headingSpan ?? { start: report.span.start, end: report.span.start }
  );
}

/** 《政府信息公开条例》 article 50 names what the report holds; both notices fix the six sections and their tables. */
export const structureMissingSection: Rule = { code: "structure/missing-section", severity: "error", check };
