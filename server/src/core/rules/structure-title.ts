// structure/title: no title, or one without organ or year.

import { ORGAN, toPlainText, YEAR } from "../template";
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report, text }: RuleContext): RuleFinding[] {
  const { title, organ, year, yearFrom } = report;
  if (!title) {
    const [first] = report.lines;
    const start = first?.span.start ?? report.span.start;
    const end = first?.span.end ?? Math.min(start + 1, text.length);
    return [{ span: { start, end }, message: { id: "no-title" }, cells: [] }];
  }
  const lacks = { organ: organ === null, year: year === null || yearFrom !== "title" };
  // A year of three digits, or a template's ［年份］, is none; `structure/placeholder` tells of the latter.
  if (/［[^］]*］|×|[XＸ]{2}|_{2}/.test(title.text)) return [];
  return lacks.organ || lacks.year
    ? [{ span: title.span, message: { id: "title-lacks", ...lacks }, cells: [] }]
    : [];
}

/** Where the text tells the year, it is put before the title's words; a missing title is written above all. */
function fixes({ report, text }: RuleContext, { message, span }: RuleFinding): Fix[] {
  const { year, organ } = report;
  let edit: Edit | null = null;
  if (message.id === "no-title") {
    const line = toPlainText([ORGAN, YEAR, "年政府信息公开工作年度报告"], { organ, year }).trimEnd();
    const marks = report.sections.some(({ heading }) => heading.startsWith("#")) ? "# " : "";
    const eol = text.includes("\r\n") ? "\r\n" : "\n";
    edit = { span: { start: span.start, end: span.start }, newText: `${marks}${line}${eol}${eol}` };
    if (text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start).trim()) edit = null;
  } else if (message.id === "title-lacks" && message.year && year !== null) {
    const at = text.slice(span.start, span.end).search(/(?:政府信息|政务)/);
    if (at >= 0) {
      const start = span.start + at;
      edit = { span: { start, end: start }, newText: `${year}年` };
    }
  }
  if (!edit) return [];
  const value = edit.newText.replace(/^#|\s/g, "");
  const id = message.id === "no-title" ? "insert-title" : "insert-in-title";
  return [{ title: { id, value }, safety: "suggested", preferred: false, edits: [edit] }];
}

/** The form of both notices is headed `（机关名称）（年份）年政府信息公开工作年度报告`. */
export const structureTitle: Rule = {
  code: "structure/title",
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
