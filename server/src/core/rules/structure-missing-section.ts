// structure/missing-section: one of the six sections, or its table, is missing.

import { editionOfYear, type FormSection, SECTIONS } from "../form";
import { type Report, type Section, tableOf } from "../report/model";
import {
  sectionTemplate,
  stack,
  styleOf,
  type Template,
  tableTemplate,
  toPlainText,
  valuesOf,
} from "../template";
import type { Span } from "../text/span";
import { hasAnotherForm, isTitleOnly } from "./applies";
import { isClosingLine, wholeLines } from "./prose";
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from "./rule";

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

/** The heading of the section behind which the missing one belongs; else the title; else the report's beginning. */
function place(report: Report, before: Section | undefined): Span {
  const [first] = report.sections;
  return (
    before?.headingSpan ??
    report.title?.span ??
    first?.headingSpan ?? { start: report.span.start, end: report.span.start }
  );
}

/** The section, or its table, at its place; all missing sections where there are several. */
function fixes(context: RuleContext, { message }: RuleFinding): Fix[] {
  const { report, text } = context;
  const form = "number" in message && SECTIONS.find(({ number }) => number === message.number);
  // In a page's markup the text would stand outside all elements.
  if (!form || /<(?:html|body|div|p)\b/i.test(text.slice(report.from, report.span.end))) return [];
  const of = { number: form.number, title: form.title };
  if (message.id === "missing-table") {
    const edits = [insertTable(context, form)];
    return [{ title: { id: "insert-table", ...of }, safety: "suggested", preferred: false, edits }];
  }
  const missing = SECTIONS.filter(({ key }) => !report.sections.some((section) => section.key === key));
  const fix: Fix = {
    title: { id: "insert-section", ...of },
    safety: "suggested",
    preferred: false,
    edits: insertSections(context, [form]),
  };
  if (missing.length < 2) return [fix];
  const edits = insertSections(context, missing);
  const all: Fix = {
    title: { id: "insert-sections", count: missing.length },
    safety: "suggested",
    preferred: false,
    edits,
  };
  return [fix, all];
}

/** Sections that belong at the same place go there together, in order. */
function insertSections({ report, text }: RuleContext, forms: readonly FormSection[]): Edit[] {
  const places = new Map<number, Template[]>();
  for (const form of forms) {
    const at = placeFor(report, text, form);
    const template = sectionTemplate(editionOf(report), form.key, styleOf(report));
    places.set(at, [...(places.get(at) ?? []), template]);
  }
  return [...places].map(([at, templates]) => insertion(report, text, at, stack(templates)));
}

function editionOf({ edition, year }: Report): "2019" | "2021" {
  return edition ?? (year === null ? null : editionOfYear(year)) ?? "2021";
}

/** Before the next section that the report has; behind all of them before what closes the report. */
function placeFor(report: Report, text: string, form: FormSection): number {
  const later = SECTIONS.slice(SECTIONS.indexOf(form) + 1);
  for (const { key } of later) {
    const section = report.sections.find((candidate) => candidate.key === key);
    if (section) return wholeLines(text, section.headingSpan).start;
  }
  const closing = report.lines.findLastIndex((line) => !isClosingLine(report, line)) + 1;
  const first = report.lines[closing];
  const behindTables = report.tables.every((table) => !first || table.span.end <= first.span.start);
  return first && behindTables ? wholeLines(text, first.span).start : report.span.end;
}

/** The template with an empty line between it and what stands around it. */
function insertion(report: Report, text: string, at: number, template: Template): Edit {
  const eol = text.slice(report.from, report.span.end).includes("\r\n") ? "\r\n" : "\n";
  const before = text.slice(report.span.start, at);
  const gap = /\n[ \t]*\r?\n$/.test(before) || !before.trim() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const behind = at < text.length ? "\n" : "";
  const newText = `${gap}${toPlainText(template, valuesOf(report))}${behind}`;
  return { span: { start: at, end: at }, newText: newText.replaceAll("\n", eol) };
}

function insertTable({ report, text }: RuleContext, { key, table }: FormSection): Edit {
  const { headingSpan } = report.sections.find((section) => section.key === key)!;
  const { end } = wholeLines(text, headingSpan);
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const template = tableTemplate(editionOf(report), table!, styleOf(report).layout);
  return insertion(report, text, end + lineEnd, template);
}

/** 《政府信息公开条例》 article 50 names what the report holds; both notices fix the six sections and their tables. */
export const structureMissingSection: Rule = {
  code: "structure/missing-section",
  severity: "error",
  basis: ["regulations-50", "form-2019", "form-2021"],
  repairs: ["suggested"],
  check,
  fixes,
};
