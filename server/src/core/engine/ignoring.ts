// Where a comment that silences a finding goes: on a line of its own, in the finding's report, in no table, and so that
// the draft reads as it did. Whether it does is tried out, since no rule on lines holds for every shape of draft.

import { lineSpans } from "../text/lines";
import { type Analysis, analyse, type Finding } from "./analyse";
import { ignoreLine } from "./comments";
import { applyEdits } from "./edits";
import { cellsNaming } from "./naming";

/** An insertion of one line. */
export interface CommentEdit {
  readonly span: { readonly start: number; readonly end: number };
  readonly newText: string;
}

/** The insertion of a comment that silences a finding for a reason; null where no place will do. */
export function commentEdit(analysis: Analysis, finding: Finding, reason: string): CommentEdit | null {
  const { text } = analysis.draft;
  const report = analysis.draft.reports[finding.report];
  if (!report) return null;
  const comment = ignoreLine(finding.rule, cellsNaming(finding, report.edition), reason);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  for (const at of places(analysis, finding)) {
    const before = at > 0 && !/[\r\n]/.test(text[at - 1]!) ? lineEnd : "";
    const edit = { span: { start: at, end: at }, newText: `${before}${comment}${lineEnd}` };
    if (does(analysis, finding, edit)) return edit;
  }
  return null;
}

/**
 * Behind the heading of the section, for a finding in a table, since a table's header may stand apart from its rows;
 * before the finding's line; behind the title; before the first section; at the end. Offsets of line starts.
 */
function places({ draft }: Analysis, { span, report: index }: Finding): number[] {
  const report = draft.reports[index]!;
  const lines = lineSpans(draft.text);
  const startOf = (offset: number) => {
    const line = lines.findLastIndex(({ start }) => start <= offset);
    return lines[Math.max(line, 0)]!.start;
  };
  const behind = (offset: number) => {
    const line = lines.findLastIndex(({ start }) => start <= offset);
    return lines[line + 1]?.start ?? draft.text.length;
  };
  const inside = (part: { start: number; end: number }) => part.start <= span.start && span.start <= part.end;
  const table = report.tables.find((candidate) => inside(candidate.span));
  const section = report.sections.findLast((candidate) => candidate.span.start <= span.start);
  const found: number[] = [];
  if (!table && !(section && inside(section.headingSpan))) found.push(startOf(span.start));
  if (section) found.push(behind(section.headingSpan.end), startOf(section.headingSpan.start));
  if (table) found.push(startOf(table.span.start));
  if (report.title) found.push(behind(report.title.span.end));
  const first = report.sections[0];
  if (first) found.push(startOf(first.headingSpan.start));
  found.push(draft.text.length);
  return found.filter((at) => at >= report.span.start && at <= report.span.end);
}

/** Whether with the comment the finding is silenced, the comment is read as one, and all else is read as before. */
function does(analysis: Analysis, finding: Finding, edit: CommentEdit): boolean {
  const severities = { [finding.rule]: finding.severity };
  const before = analyse(analysis.draft.text, { severities });
  const after = analyse(applyEdits(analysis.draft.text, [edit]), { severities });
  const shown = ({ rule, message, report }: Finding) => JSON.stringify([rule, message, report]);
  const known = new Set([...before.findings, ...before.ignored].map(shown));
  const silenced = after.ignored.some((other) => shown(other) === shown(finding));
  const all = [...after.findings, ...after.ignored].map(shown);
  return (
    silenced &&
    all.length <= before.findings.length + before.ignored.length &&
    all.every((one) => known.has(one))
  );
}
