// structure/empty-section: a heading with nothing under it, or 五 that only says 无.

import { sectionOf } from "../form";
import { type Section, tableOf } from "../report/model";
import { hasAnotherForm } from "./applies";
import { headingWords } from "./labels";
import { textUnder } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

const NIL =
  /^(?:我?[局镇乡县区市委办街道]*)?(?:本?年度?)?(?:暂?无|没有)(?:存在|相关|主要|其他|其它)?(?:的?问题|情况|内容)?[。.；;]?$/;

function check({ report }: RuleContext): RuleFinding[] {
  if (hasAnotherForm(report)) return [];
  return report.sections.flatMap((section): RuleFinding[] => {
    const lines = textUnder(report, section, 2);
    const at = (message: RuleFinding["message"]) => [{ span: section.headingSpan, message, cells: [] }];
    if (lines.length === 0 && !hasTable(report, section) && !isRepeated(report.sections, section)) {
      return at({ id: "empty-section", heading: headingWords(section.heading) });
    }
    const [only] = lines;
    const nil = section.key === "problems" && lines.length === 1 && NIL.test(only!.text.replace(/\s/g, ""));
    return nil ? at({ id: "nil-section", heading: headingWords(section.heading), text: only!.text }) : [];
  });
}

/** A section whose table is missing has an error of its own. */
function hasTable(
  report: Parameters<Rule["check"]>[0]["report"],
  { key, span, heading, headingSpan }: Section,
): boolean {
  const { table } = sectionOf(key);
  const inSection = report.tables.some(({ span: at }) => at.start >= span.start && at.start < span.end);
  const textBehind = headingSpan.end - headingSpan.start > heading.length;
  return inSection || textBehind || (table !== null && !tableOf(report, table));
}

/** The empty one of two equal headings is superfluous, and told as that. */
function isRepeated(sections: readonly Section[], { key }: Section): boolean {
  return (
    sections.findIndex((section) => section.key === key) !==
    sections.findLastIndex((section) => section.key === key)
  );
}

/** What 六 says where there is nothing to say. */
const NOTHING_ELSE = "无其他需要报告的事项。";

/** 六 may be without anything to report; that it is so, the text should say. */
function fixes({ report, text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  const section = report.sections.find(({ headingSpan }) => headingSpan.start === span.start);
  const behind = text.slice(span.end).search(/[\r\n]|$/);
  const isPlain = /^[*_ \t\u3000]*$/.test(text.slice(span.end, span.end + behind));
  if (message.id !== "empty-section" || section?.key !== "others" || !isPlain) return [];
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const at = span.end + behind;
  const gap = section.heading.startsWith("#") ? end + end : end;
  const edits = [{ span: { start: at, end: at }, newText: `${gap}${NOTHING_ELSE}` }];
  return [{ title: { id: "write-in", value: NOTHING_ELSE }, safety: "suggested", preferred: true, edits }];
}

/** 《政府信息公开条例》 article 50 asks for the main problems and how they are being mended. */
export const structureEmptySection: Rule = {
  code: "structure/empty-section",
  severity: "warning",
  basis: ["regulations-50"],
  repairs: ["suggested"],
  check,
  fixes,
};
