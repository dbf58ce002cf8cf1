// structure/section-heading: a section's number is missing or wrong, or its words are not the form's.

import { sectionOf } from "../form";
import type { Section } from "../report/model";
import { foldWords } from "../text/label";
import { hasAnotherForm } from "./applies";
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from "./rule";

/** As many headings with the same fault are one cause: the template that the report was written in. */
const ALIKE = 3;

const FAULTS = ["heading-unnumbered", "heading-number", "heading-words"] as const;
type Fault = (typeof FAULTS)[number];

interface Judged {
  readonly section: Section;
  readonly fault: Fault;
  readonly expected: string;
}

function check({ report, text }: RuleContext): RuleFinding[] {
  if (hasAnotherForm(report)) return [];
  const judged = report.sections.flatMap((section) => judge(text, section) ?? []);
  const alikes = new Map(FAULTS.map((fault) => [fault, alikeTo(judged, fault)]));
  return judged.flatMap((each): RuleFinding[] => {
    const { section, fault, expected } = each;
    const alike = alikes.get(fault)!;
    if (alike.length < ALIKE)
      return [{ span: section.headingSpan, message: { id: fault, expected }, cells: [] }];
    if (alike[0] !== each) return [];
    const id = fault === "heading-unnumbered" ? "headings-unnumbered" : "headings-number";
    return [
      {
        span: section.headingSpan,
        message: { id, count: alike.length, expected },
        cells: [],
        related: alike.slice(1).map((other) => ({
          span: other.section.headingSpan,
          message: { id: "should-be", text: other.expected },
        })),
      },
    ];
  });
}

/** The headings whose number has the same fault; each one's words are its own. */
function alikeTo(judged: readonly Judged[], fault: Fault): Judged[] {
  return fault === "heading-words" ? [] : judged.filter((other) => other.fault === fault);
}

function judge(text: string, section: Section): Judged | null {
  const { number, title } = sectionOf(section.key);
  const expected = `${number}、${title}`;
  if (!section.number) return { section, fault: "heading-unnumbered", expected };
  const { style, value } = section.number;
  const written = section.heading.replace(/^[#*_\s\u00a0\u3000]+/, "");
  const right = style === "chinese" && value === "一二三四五六".indexOf(number) + 1;
  if (!right || written.startsWith("第")) return { section, fault: "heading-number", expected };
  const words = wordsOf(text, section);
  const isForm = words === title || foldWords(words) === foldWords(title);
  return isForm ? null : { section, fault: "heading-words", expected };
}

function wordsOf(text: string, { heading, headingSpan, wordsSpan }: Section): string {
  if (wordsSpan.start > headingSpan.start) return text.slice(wordsSpan.start, wordsSpan.end);
  return heading.replace(/^[#*_\s\u00a0\u3000]+/, "").replace(/^[^、.．，,:：\s]{1,3}[、.．，,:：\s]+/, "");
}

/** The form's heading, for all headings of one cause at once. */
function fixes({ report, text }: RuleContext, { span }: RuleFinding): Fix[] {
  const judged = report.sections.flatMap((section) => judge(text, section) ?? []);
  const own = judged.find(({ section }) => section.headingSpan.start === span.start);
  if (!own) return [];
  const alike = alikeTo(judged, own.fault);
  const meant = alike.length < ALIKE ? [own] : alike;
  const edits = meant.flatMap((each) => editOf(text, each) ?? []);
  if (edits.length < meant.length) return [];
  const title =
    meant.length > 1
      ? ({ id: "write-headings", count: meant.length } as const)
      : ({ id: "write-as", value: own.expected } as const);
  return [{ title, safety: "suggested", preferred: true, edits }];
}

/** Markdown's marks before and bold behind a heading stay. */
function editOf(text: string, { section: { heading, headingSpan: span }, expected }: Judged): Edit | null {
  if (text.slice(span.start, span.end) !== heading) return null;
  const [marks] = /^(?:#{1,6}[ \t]+|[*_\s\u00a0\u3000]+)*/.exec(heading)!;
  const [bold] = /[*_]*$/.exec(heading)!;
  return { span: { start: span.start + marks.length, end: span.end - bold.length }, newText: expected };
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
