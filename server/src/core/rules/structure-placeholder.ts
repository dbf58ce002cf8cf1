// structure/placeholder: a template's blank that was left in the text, such as ××, XXX, ____ or ［机关名称］.

import { matchesOf } from "./prose";
import type { Rule, RuleContext, RuleFinding } from "./rule";

/** ［…］ with words in it (not a document's year), two or more ×, three or more X, a run of underscores. */
const PLACEHOLDER =
  /［(?![\d０-９]{1,6}］)[^［］\n]{1,60}］|×{2,}|(?<![A-Za-z])X{2,}(?=[年月日省市县区镇乡村局办委厅处科])|(?<![A-Za-z])X{3,}(?![A-Za-z])|(?<![\w_])_{3,}(?![\w_])|＿{2,}/g;

function check({ report, text }: RuleContext): RuleFinding[] {
  const part = text.slice(report.span.start, report.span.end);
  const findings: RuleFinding[] = [];
  for (const match of matchesOf(part, PLACEHOLDER)) {
    const start = report.span.start + match.index;
    const end = start + match[0].length;
    if (isRule(text, start, end)) continue;
    findings.push({ span: { start, end }, message: { id: "placeholder", text: match[0] }, cells: [] });
  }
  return findings;
}

/** A line of underscores alone is a thematic break of Markdown. */
function isRule(text: string, start: number, end: number): boolean {
  return (
    text[start] === "_" &&
    (start === 0 || text[start - 1] === "\n") &&
    (end === text.length || /[\r\n]/.test(text[end]!))
  );
}

/** A published report says what it says; a template's blank says that nobody filled it in. */
export const structurePlaceholder: Rule = {
  code: "structure/placeholder",
  severity: "warning",
  basis: [],
  repairs: [],
  check,
};
