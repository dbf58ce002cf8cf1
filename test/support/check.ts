// Says what a draft's findings are in a form that tests can compare: rule, the text under the squiggle, the sentence.

import {
  type Analysis,
  analyse,
  type Finding,
  type Fix,
  fixesOf,
  render,
  type Severity,
} from "../../server/src/core";

/** `rule “text under the squiggle”` of all findings, in the draft's order; only of one severity where it is given. */
export function found(text: string, severity?: Severity): string[] {
  return analyse(text)
    .findings.filter((finding) => !severity || finding.severity === severity)
    .map((finding) => `${finding.rule} “${text.slice(finding.span.start, finding.span.end)}”`);
}

/** The one finding of a rule; fails where there are none or several. */
export function only(analysis: Analysis, rule: string): Finding {
  const matching = analysis.findings.filter((finding) => finding.rule === rule);
  if (matching.length !== 1) throw new Error(`expected one ${rule}, found ${matching.length}`);
  return matching[0]!;
}

/** The Chinese sentence of a finding. */
export function said(finding: Finding): string {
  return render(finding.message, "zh-CN");
}

/** A fix's title and the text with the fix made. */
export function fixed(
  analysis: Analysis,
  finding: Finding,
): { title: string; safety: Fix["safety"]; preferred: boolean; text: string }[] {
  return fixesOf(analysis, finding).map((fix) => {
    let { text } = analysis.draft;
    for (const { span, newText } of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
      text = text.slice(0, span.start) + newText + text.slice(span.end);
    }
    return { title: render(fix.title, "zh-CN"), safety: fix.safety, preferred: fix.preferred, text };
  });
}
