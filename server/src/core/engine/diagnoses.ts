// Which wrong cells explain a draft's findings. This may take longer than the check, so it runs in slices, behind it; what
// was found out is kept with the analysis.

import { type CellName, type Identity, identityAt } from "../form";
import { type Evidence, evidenceOn, judged } from "../repair/evidence";
import type { Figures } from "../repair/figures";
import { type Cause, finished, locate } from "../repair/locate";
import type { Report, Table } from "../report/model";
import type { Claim } from "../report/narrative";
import type { Quantity } from "../text/quantity";
import type { Analysis, Finding } from "./analyse";
import { figuresIn } from "./tableFigures";

/** The findings that the same wrong cells explain. */
export interface Diagnosis {
  /** Counted from 0 in what was analysed. */
  readonly number: number;
  readonly cause: Cause;
  readonly report: number;
  readonly table: Table;
  /** In the draft's order. */
  readonly findings: readonly Finding[];
  /** Figures in the text that the first repair makes agree. */
  readonly support: readonly Claim[];
}

/** A figure that the user says is right, so that no repair may change it. */
export interface TrustedFigure {
  readonly report: number;
  readonly cell: CellName;
  readonly figure: Quantity;
}

export interface DiagnoseOptions {
  readonly trusted?: readonly TrustedFigure[];
  /** Causes found before, by what they were found from: a document that is typed in asks the same again and again. */
  readonly known?: Map<string, readonly Cause[]>;
}

interface Kept {
  readonly all: readonly Diagnosis[];
  readonly byFinding: ReadonlyMap<Finding, Diagnosis>;
}

const kept = new WeakMap<Analysis, Kept>();
const optionsOf = new WeakMap<Analysis, DiagnoseOptions>();

/** Tells with what the diagnoses of an analysis are to be worked out, once they are asked for. */
export function diagnosedWith(analysis: Analysis, options: DiagnoseOptions): void {
  optionsOf.set(analysis, options);
}

/** The diagnoses of an analysis, if they have been worked out. */
export function knownDiagnoses(analysis: Analysis): readonly Diagnosis[] | null {
  return kept.get(analysis)?.all ?? null;
}

/** The diagnoses of an analysis, worked out now where they have not been. */
export function diagnosesOf(analysis: Analysis): readonly Diagnosis[] {
  return knownDiagnoses(analysis) ?? finished(diagnose(analysis, optionsOf.get(analysis)));
}

/** The diagnosis that explains a finding of an analysis; null where none does. */
export function diagnosisOf(analysis: Analysis, finding: Finding): Diagnosis | null {
  diagnosesOf(analysis);
  return knownDiagnosisOf(analysis, finding);
}

/** The same, if the diagnoses have been worked out. */
export function knownDiagnosisOf(analysis: Analysis, finding: Finding): Diagnosis | null {
  return kept.get(analysis)?.byFinding.get(finding) ?? null;
}

/**
 * Works out the diagnoses of an analysis and keeps them. Yields before each search, and between slices of one: whoever
 * runs it may stop. Where all is known it ends at once.
 */
export function* diagnose(
  analysis: Analysis,
  { trusted = [], known }: DiagnoseOptions = {},
): Generator<void, readonly Diagnosis[]> {
  const all: Diagnosis[] = [];
  const byReport = new Map<number, Finding[]>();
  for (const finding of analysis.findings) {
    const others = byReport.get(finding.report);
    if (others) others.push(finding);
    else byReport.set(finding.report, [finding]);
  }
  for (const [at, report] of analysis.draft.reports.entries()) {
    const findings = byReport.get(at);
    if (!findings) continue;
    for (const table of report.tables) {
      const failing = failingIn(findings, table);
      if (failing.size === 0) continue;
      const right = trustedIn(table, trusted, at);
      const evidence = evidenceOn(report, table);
      const name = known ? nameOf(report, table, failing, right, evidence) : "";
      let causes = known?.get(name);
      if (!causes) {
        yield;
        causes = yield* locate(report, table, right, (identity) => failing.has(identity));
        known?.set(name, causes);
      }
      for (const cause of causes) {
        const [best] = cause.repairs;
        const support = best ? judged(table, evidence, best.figures).agree : [];
        const explained = explainedBy(cause, table, findings, failing, support);
        all.push({ number: all.length, cause, report: at, table, findings: explained, support });
      }
    }
  }
  const byFinding = new Map<Finding, Diagnosis>();
  for (const diagnosis of all) {
    for (const finding of diagnosis.findings) {
      if (!byFinding.has(finding)) byFinding.set(finding, diagnosis);
    }
  }
  kept.set(analysis, { all, byFinding });
  return all;
}

/** The identities of a table that findings report; one that is silenced need not hold. */
function failingIn(findings: readonly Finding[], table: Table): Map<Identity, Finding> {
  const failing = new Map<Identity, Finding>();
  for (const finding of findings) {
    const identity = identityAt(table.form, finding.rule, finding.cells[0]);
    if (identity) failing.set(identity, finding);
  }
  return failing;
}

function trustedIn({ form, cells }: Table, trusted: readonly TrustedFigure[], report: number): Set<number> {
  const indexes = new Set<number>();
  for (const each of trusted) {
    const index = each.report === report ? form.byName.get(each.cell)?.index : undefined;
    const value = index === undefined ? undefined : cells[index]?.value;
    const figure = value?.kind === "number" ? value.quantity : 0;
    if (value && figure === each.figure) indexes.add(index!);
  }
  return indexes;
}

/** All that a table's causes follow from, as one string. */
function nameOf(
  { blankIsZero }: Report,
  table: Table,
  failing: ReadonlyMap<Identity, Finding>,
  trusted: ReadonlySet<number>,
  { name: said }: Evidence,
): string {
  const { form, problems } = table;
  const unknown = problems.map((problem) => (problem.kind === "unknown-row" ? problem.figures : null));
  const identities = [...failing.keys()].map((identity) => form.identities.indexOf(identity));
  const rest = [form.key, form.cells.length, unknown, identities, [...trusted], blankIsZero];
  return figuresIn(table) + JSON.stringify(rest) + said;
}

/** The findings of a report that a cause explains. */
function explainedBy(
  { identities, repairs, sure }: Cause,
  table: Table,
  findings: readonly Finding[],
  failing: ReadonlyMap<Identity, Finding>,
  support: readonly Claim[],
): Finding[] {
  const broken = new Set(identities.flatMap((identity) => failing.get(identity) ?? []));
  return findings.filter(
    (finding) => broken.has(finding) || (sure && isExplained(finding, table, repairs[0]!.figures, support)),
  );
}

/** Whether changed cells explain a finding that is no broken identity: the text's figure agrees, the sign is gone. */
function isExplained(
  { rule, cells, span, message }: Finding,
  table: Table,
  figures: Figures,
  support: readonly Claim[],
): boolean {
  if (rule === "narrative/table-mismatch") return support.some((claim) => claim.span.start === span.start);
  const index = cells.length === 1 ? table.form.byName.get(cells[0]!)?.index : undefined;
  const isWrong = message.id === "negative" || message.id === "fractional";
  return isWrong && index !== undefined && figures.has(index);
}
