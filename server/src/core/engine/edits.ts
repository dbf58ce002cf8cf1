// Applies edits, and gathers those of many fixes: all totals, all safe fixes.

import { failing, withFigures, writeFigure } from "../repair/figures";
import { totalsToWrite } from "../repair/totals";
import type { Draft, Report, Table } from "../report/model";
import { RULES } from "../rules";
import type { Edit } from "../rules/rule";
import type { Analysis } from "./analyse";
import { fixesOf } from "./fixes";

/** The text with the edits made. Edits are in any order; one that overlaps an earlier one in the text is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits that write every wrong or blank total of one table from its parts. */
export function tableTotalEdits(text: string, report: Report, table: Table): Edit[] {
  return [...totalsToWrite(report, table)].map(([index, sum]) =>
    writeFigure(text, table, table.cells[index]!, sum),
  );
}

/** The same for every table of every report. */
export function allTotalEdits({ text, reports }: Draft): Edit[] {
  return reports.flatMap((report) => report.tables.flatMap((table) => tableTotalEdits(text, report, table)));
}

/** Whether after writing all totals of a table nothing fails that held before. */
export function totalsMend(report: Report, table: Table): boolean {
  const before = failing(report, table);
  const after = failing(report, withFigures(table, totalsToWrite(report, table)));
  return after.every((identity) => before.includes(identity));
}

/** The edits of all safe fixes, which change no figure. */
export function safeEdits(analysis: Analysis): Edit[] {
  const codes = new Set(RULES.filter(({ repairs }) => repairs.includes("safe")).map(({ code }) => code));
  return analysis.findings.flatMap((finding) => {
    if (!codes.has(finding.rule)) return [];
    const fix = fixesOf(analysis, finding).find((candidate) => candidate.safety === "safe");
    return fix ? [...fix.edits] : [];
  });
}
