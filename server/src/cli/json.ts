// What scripts read: the JSON of `check --format json`, as the public contract has it.

import {
  type Analysis,
  diagnosisOf,
  type Edit,
  type Finding,
  fixesOf,
  type IgnoredFinding,
  LineIndex,
  type Locale,
  type Position,
  plainLine,
  type Report,
  render,
  type Span,
  toNumber,
} from "../core";
import type { FileResult } from "./checking";
import type { Reporter } from "./reporters";
import type { Terminal } from "./terminal";

/** A range in zero-based lines and UTF-16 characters, as in LSP. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The range of a span. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** What tells one report of a file from the others; the title on one line, null where the report has none. */
export function reportHead(report: Report, lines: LineIndex) {
  const { title, organ, year, edition, span } = report;
  return { title: title && plainLine(title.text), organ, year, edition, range: rangeOf(lines, span) };
}

/**
 * One file a line. A file that could not be checked is listed too, with empty `reports` and `findings` and the reason
 * as `error`; `summary.files` counts all drafts listed, `summary.failed` those with an `error`. A gouji.json is listed
 * where there is something to say of its entries.
 */
export function jsonReporter(terminal: Terminal): Reporter<string> {
  let files = 0;
  return {
    begin: () => terminal.print('{"version": 1,\n "files": ['),
    file: (result) => JSON.stringify(fileAsJson(result)),
    add: (part) => terminal.print(`${files++ > 0 ? "," : ""}\n  ${part}`),
    end: ({ files, counts, failed }) => {
      const { error: errors, warning: warnings, info: infos, hint: hints } = counts;
      const summary = { files, errors, warnings, infos, hints, failed };
      terminal.print(`${files > 0 ? "\n " : ""}],\n "summary": ${JSON.stringify(summary)}}\n`);
    },
  };
}

function fileAsJson({ path, analysis, locale, problems }: FileResult) {
  const error = problems.length > 0 ? { error: problems.join(" ") } : {};
  if (!analysis) return { path, reports: [], findings: [], ...error };
  const { text, reports } = analysis.draft;
  const lines = new LineIndex(text);
  return {
    path,
    reports: reports.map((report) => reportHead(report, lines)),
    findings: analysis.findings.map((finding) => findingAsJson(analysis, finding, lines, locale)),
    ignored: analysis.ignored.map((finding) => ignoredAsJson(finding, lines)),
    ...error,
  };
}

function findingAsJson(analysis: Analysis, finding: Finding, lines: LineIndex, locale: Locale) {
  const { rule, severity, message, span, report, cells, expected, actual, related = [] } = finding;
  const fixes = fixesOf(analysis, finding);
  return {
    rule,
    severity,
    message: render(message, locale),
    range: rangeOf(lines, span),
    ...(analysis.draft.reports.length > 0 && { report }),
    ...(cells.length > 0 && { cells }),
    ...(expected !== undefined && { expected: toNumber(expected) }),
    ...(actual !== undefined && { actual: toNumber(actual) }),
    ...causeAsJson(analysis, finding),
    related: related.map((place) => ({
      range: rangeOf(lines, place.span),
      message: render(place.message, locale),
    })),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, preferred, edits }) => ({
        title: render(title, locale),
        preferred,
        edits: edits.map((edit: Edit) => ({ range: rangeOf(lines, edit.span), newText: edit.newText })),
      })),
    }),
  };
}

/** More cells than these are no suspects. */
const MOST_SUSPECTS = 10;

/** The number of the finding's cause in the file, and the cells that may be wrong with what they should be, likeliest first. */
function causeAsJson(analysis: Analysis, finding: Finding) {
  const diagnosis = diagnosisOf(analysis, finding);
  if (!diagnosis) return {};
  const { number, table, cause } = diagnosis;
  const suspects = new Map<string, { cell: string; value: number; score: number }>();
  for (const { figures, score } of cause.repairs) {
    for (const [index, figure] of figures) {
      const { name: cell } = table.form.cells[index]!;
      const value = toNumber(figure);
      const known = suspects.get(`${cell} ${value}`);
      suspects.set(`${cell} ${value}`, { cell, value, score: score + (known?.score ?? 0) });
    }
  }
  const likeliest = [...suspects.values()].sort((a, b) => b.score - a.score).slice(0, MOST_SUSPECTS);
  const rounded = likeliest.map((suspect) => ({ ...suspect, score: Math.round(suspect.score * 100) / 100 }));
  return { cause: number, ...(rounded.length > 0 && { suspects: rounded }) };
}

function ignoredAsJson({ rule, span, cells, silence }: IgnoredFinding, lines: LineIndex) {
  return { rule, range: rangeOf(lines, span), ...(cells.length > 0 && { cells }), ...silence };
}
