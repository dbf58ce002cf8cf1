// structure/duplicate-section: a section's heading or the report's title twice.

import { SECTIONS, type SectionKey } from "../form";
import type { Report, Section, Title } from "../report/model";
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
  return [...findings, ...duplicateTitles(report)];
}

function duplicateTitles({ titles, lines }: Report): RuleFinding[] {
  if (titles.length < 2) return [];
  const findings: RuleFinding[] = [];
  const naming = lines.filter(({ text }) => namesSection(text));
  let above = -1;
  const known = new Map<string, Title>();
  for (const title of titles) {
    while (above + 1 < naming.length && naming[above + 1]!.span.end <= title.span.start) above++;
    const words = title.text.replace(/^#+|[\s\u00a0\u3000*]+/g, "");
    const first = known.get(words);
    if (!first) known.set(words, title);
    // A cover and a table of contents may stand above the report's own title.
    else if (above < 0 || naming[above]!.span.start < first.span.end)
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
