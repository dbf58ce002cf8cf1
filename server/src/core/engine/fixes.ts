// The fixes of a finding: the repairs of the cells that caused it, then what its rule would write.

import { writeFigure } from "../repair/figures";
import type { Repair } from "../repair/locate";
import type { Table } from "../report/model";
import { RULES } from "../rules";
import { cellNameAt, shown } from "../rules/labels";
import type { FigureChange } from "../rules/message";
import type { Fix, Rule } from "../rules/rule";
import { formatQuantity } from "../text/quantity";
import type { Analysis, Finding } from "./analyse";
import { type Diagnosis, diagnosesOf } from "./diagnoses";

/** More repairs than these are no help: what they have in common is that all is open. */
const MOST_REPAIRS = 5;

/** The fixes of a finding of this analysis, best first. */
export function fixesOf(analysis: Analysis, finding: Finding, rules: readonly Rule[] = RULES): Fix[] {
  const { text, reports } = analysis.draft;
  const rule = rules.find((candidate) => candidate.code === finding.rule);
  const report = reports[finding.report];
  const own = rule?.fixes && report ? rule.fixes({ text, report }, finding) : [];
  const diagnosis = diagnosesOf(analysis).find(({ findings }) => findings.includes(finding));
  return diagnosis ? withRepairs(text, diagnosis, own) : own;
}

/** Repairs before the rule's own fixes, each edit once. Only a repair that is sure is preferred to a sum of the parts. */
function withRepairs(text: string, diagnosis: Diagnosis, own: readonly Fix[]): Fix[] {
  const { cause, findings, table } = diagnosis;
  const repairs = cause.repairs
    .slice(0, MOST_REPAIRS)
    .map((repair) => repairFix(text, table, repair, findings.length));
  const sameAs = (fix: Fix) => own.find((other) => editsOf(other) === editsOf(fix));
  const [first, ...others] = repairs.map((fix) => sameAs(fix) ?? fix);
  const left = own.filter((fix) => !repairs.some((repair) => editsOf(repair) === editsOf(fix)));
  if (!first) return [...own];
  if (cause.sure) {
    return [
      { ...first, preferred: true },
      ...[...others, ...left].map((fix) => ({ ...fix, preferred: false })),
    ];
  }
  return [first, ...others, ...left];
}

function repairFix(text: string, table: Table, { figures }: Repair, mends: number): Fix {
  return {
    title: { id: "repair", changes: changesOf(table, figures), mends },
    safety: "suggested",
    preferred: false,
    edits: [...figures].map(([index, figure]) => writeFigure(text, table, table.cells[index]!, figure)),
  };
}

function editsOf({ edits }: Fix): string {
  return edits.map(({ span, newText }) => `${span.start} ${span.end} ${newText}`).join("\n");
}

/** The changes of a repair as a message has them. */
export function changesOf(table: Table, figures: Repair["figures"]): FigureChange[] {
  return [...figures].map(([index, figure]) => ({
    cell: cellNameAt(table.form, index),
    from: shown(table.cells[index]),
    to: formatQuantity(figure),
  }));
}
