// structure/section-heading: a section's number is missing or wrong, or its words are not the form's.

import { sectionOf } from "../form";
import type { Section } from "../report/model";
import { foldWords } from "../text/label";
import { hasAnotherForm } from "./applies";
import type { Message } from "./message";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  if (hasAnotherForm(report)) return [];
  return report.sections.flatMap((section) => {
    const message = judge(text, section);
    return message ? [{ span: section.headingSpan, message, cells: [] }] : [];
  });
}

function judge(text: string, section: Section): Message | null {
  const { number, title } = sectionOf(section.key);
  const expected = `${number}、${title}`;
  if (!section.number) return { id: "heading-unnumbered", expected };
  const { style, value } = section.number;
  const written = section.heading.replace(/^[#*_\s\u00a0\u3000]+/, "");
  const right = style === "chinese" && value === "一二三四五六".indexOf(number) + 1;
  if (!right || written.startsWith("第")) return { id: "heading-number", expected };
  return foldWords(wordsOf(text, section)) === foldWords(title) ? null : { id: "heading-words", expected };
}

function wordsOf(text: string, { heading, headingSpan, wordsSpan }: Section): string {
  if (wordsSpan.start > headingSpan.start) return text.slice(wordsSpan.start, wordsSpan.end);
  return heading.replace(/^[#*_\s\u00a0\u3000]+/, "").replace(/^[^、.．，,:：\s]{1,3}[、.．，,:：\s]+/, "");
}

/** The form's heading; Markdown's marks before and bold behind it stay. */
function fixes({ report, text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  const section = report.sections.find(({ headingSpan }) => headingSpan.start === span.start);
  if (!section || !("expected" in message) || typeof message.expected !== "string") return [];
  if (text.slice(span.start, span.end) !== section.heading) return [];
  const [marks] = /^(?:#{1,6}[ \t]+|[*_\s\u00a0\u3000]+)*/.exec(section.heading)!;
  const [bold] = /[*_]*$/.exec(section.heading)!;
  const edits = [
    { span: { start: span.start + marks.length, end: span.end - bold.length }, newText: message.expected },
  ];
  return [
    { title: { id: "write-as", value: message.expected }, safety: "suggested", preferred: true, edits },
  ];
}

/** Both notices fix the six headings with their numbers 一、 to 六、. */
export const structureSectionHeading: Rule = {
  code: "structure/section-heading",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: ["suggested"],
  check,
  fixes,
};
