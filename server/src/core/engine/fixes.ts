// The fixes of a finding: the repairs of the cells that caused it, then what its rule would write.

import { writeFigure } from "../repair/figures";
import type { Repair } from "../repair/locate";
import type { Table } from "../report/model";
import { RULES } from "../rules";
import { columnName, rowName, shown } from "../rules/labels";
import type { FigureChange } from "../rules/message";
import type { Fix, Rule } from "../rules/rule";
import { formatQuantity } from "../text/quantity";
import type { Analysis, Finding } from "./analyse";
import { type Diagnosis, diagnosisOf } from "./diagnoses";

/** More repairs than these are no help: what they have in common is that all is open. */
const MOST_REPAIRS = 5;
/** And so are less likely ones. */
const LEAST_SCORE = { oneIdentity: 0.3, several: 0.02 };

/** The fixes of a finding of this analysis, best first. */
export function fixesOf(analysis: Analysis, finding: Finding, rules: readonly Rule[] = RULES): Fix[] {
  const { text, reports } = analysis.draft;
  const rule = rules.find((candidate) => candidate.code === finding.rule);
  const report = reports[finding.report];
  const own = rule?.fixes && report ? rule.fixes({ text, report }, finding) : [];
  const diagnosis = diagnosisOf(analysis, finding);
  return diagnosis ? withRepairs(text, diagnosis, own) : own;
}

/**
 * Repairs and the rule's own fixes, each edit once. Where one repair is sure, what else the rule would write breaks other
 * sums: it is left out. Where one sum alone is wrong and nothing is sure, its total is what people ask for.
 */
function withRepairs(text: string, diagnosis: Diagnosis, own: readonly Fix[]): Fix[] {
  const { cause, findings, table } = diagnosis;
  const alone = cause.identities.length === 1;
  const least = alone ? LEAST_SCORE.oneIdentity : LEAST_SCORE.several;
  const likely = cause.repairs.filter(({ score }) => score >= least).slice(0, MOST_REPAIRS);
  const repairs = likely.map((repair) => {
    const fix = repairFix(text, table, repair, findings.length);
    return own.find((other) => editsOf(other) === editsOf(fix)) ?? fix;
  });
  if (cause.sure) return repairs.map((fix, i) => ({ ...fix, preferred: i === 0 }));
  return alone ? uniqueFixes([...own, ...repairs]) : uniqueFixes([...repairs, ...own]);
}

/** The fixes, those that write the same once. */
export function uniqueFixes(fixes: readonly Fix[]): Fix[] {
  return fixes.filter((fix, i) => fixes.findIndex((other) => editsOf(other) === editsOf(fix)) === i);
}

function repairFix(text: string, table: Table, { figures }: Repair, mends: number): Fix {
  return {
    title: { id: "repair", changes: changesOf(table, figures), mends },
    safety: "suggested",
    preferred: false,
    edits: [...figures].map(([index, figure]) => writeFigure(text, table, table.cells[index]!, figure)),
  };
}

/** What a fix writes, to tell whether another writes the same. */
function editsOf({ edits }: Fix): string {
  return edits.map(({ span, newText }) => `${span.start} ${span.end} ${newText}`).join("\n");
}

/** The changes of a repair as a message has them: cells of a row that change alike together, a part before its totals. */
export function changesOf({ form, cells }: Table, figures: Repair["figures"]): FigureChange[] {
  const changes: (FigureChange & { columns: string[] })[] = [];
  for (const [index, figure] of figures) {
    const [row, column] = [rowName(form.cells[index]!.row), columnName(form.cells[index]!.column)];
    const [from, to] = [shown(cells[index]), formatQuantity(figure)];
    const alike = changes.find((change) => change.row === row && change.from === from && change.to === to);
    if (alike) alike.columns.push(column);
    else changes.push({ row, columns: [column], from, to });
  }
  return changes;
}
