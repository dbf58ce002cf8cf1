// structure/duplicate-section: a section's heading or the report's title twice.

import { SECTIONS, type SectionKey } from "../form";
import type { Section, Title } from "../report/model";
import type { Span } from "../text/span";
import { headingWords } from "./labels";
import { deletableLines, textUnder } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report }: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const sections = new Map<SectionKey, Section>();
  for (const section of report.sections) {
    const first = sections.get(section.key);
    if (!first) {
      sections.set(section.key, section);
      continue;
    }
    findings.push({
      span: section.headingSpan,
      message: { id: "duplicate-section", heading: headingWords(section.heading) },
      cells: [],
      related: [
        { span: first.headingSpan, message: { id: "first-occurrence", text: headingWords(first.heading) } },
      ],
    });
  }
  const titles = new Map<string, Title>();
  for (const title of report.titles) {
    const words = title.text.replace(/^#+|[\s\u00a0\u3000*]+/g, "");
    const first = titles.get(words);
    if (!first) titles.set(words, title);
    // A cover and a table of contents may stand above the report's own title.
    else if (!report.lines.some(({ text, span }) => isBetween(span, first, title) && namesSection(text)))
      findings.push({
        span: title.span,
        message: { id: "duplicate-title", title: words },
        cells: [],
        related: [{ span: first.span, message: { id: "first-occurrence", text: words } }],
      });
  }
  return findings;
}

function namesSection(line: string): boolean {
  return SECTIONS.some(({ title }) => line.includes(title));
}

function isBetween(span: Span, first: Title, second: Title): boolean {
  return span.start >= first.span.end && span.end <= second.span.start;
}

/** The heading with nothing under it is the one to delete; a title's repetition always is. */
function fixes({ report, text }: RuleContext, { span, message, related }: RuleFinding): Fix[] {
  let superfluous = span;
  if (message.id === "duplicate-section") {
    const at = (start: number) => report.sections.find(({ headingSpan }) => headingSpan.start === start)!;
    const [first, second] = [at(related![0]!.span.start), at(span.start)];
    const isEmpty = (section: Section) =>
      textUnder(report, section).length === 0 &&
      !report.tables.some(
        (table) => table.span.start >= section.span.start && table.span.start < section.span.end,
      );
    if (isEmpty(first)) superfluous = first.headingSpan;
    else if (!isEmpty(second) && first.heading !== second.heading) return [];
  }
  const lines = deletableLines(text, superfluous);
  const alone = text.slice(lines.start, lines.end).trim() === text.slice(superfluous.start, superfluous.end);
  if (!alone) return [];
  return [
    {
      title: { id: "delete-line" },
      safety: "suggested",
      preferred: true,
      edits: [{ span: lines, newText: "" }],
    },
  ];
}

/** The form has each of its six sections, and its title, once. */
export const structureDuplicateSection: Rule = {
  code: "structure/duplicate-section",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: ["suggested"],
  check,
  fixes,
};
