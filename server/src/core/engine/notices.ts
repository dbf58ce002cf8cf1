// What a reader is shown: one notice a cause, at the cell that is likely wrong, and one for each other finding.

import { isTotal } from "../form";
import type { Table } from "../report/model";
import { placeOf } from "../rules/labels";
import type { Message } from "../rules/message";
import type { Related, Severity } from "../rules/rule";
import type { Span } from "../text/span";
import type { Analysis, Finding } from "./analyse";
import { type Diagnosis, knownDiagnosisOf } from "./diagnoses";
import { changesOf } from "./fixes";

export interface Notice {
  /** Where the squiggle stands. */
  readonly span: Span;
  /** One sentence after the other. */
  readonly messages: readonly Message[];
  readonly severity: Severity;
  readonly related: readonly Related[];
  /** What it tells of; the first gives the rule. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Null where no diagnosis explains the finding. */
  readonly diagnosis: Diagnosis | null;
}

/** The notices of an analysis, in the draft's order, by the diagnoses that have been worked out so far. */
export function noticesOf(analysis: Analysis): Notice[] {
  const notices: Notice[] = [];
  for (const finding of analysis.findings) {
    const diagnosis = knownDiagnosisOf(analysis, finding);
    if (!diagnosis || !isShownOnce(diagnosis)) notices.push(ofFinding(finding, diagnosis));
    else if (diagnosis.findings[0] === finding) notices.push(ofCause(analysis, diagnosis));
  }
  return notices.sort((a, b) => a.span.start - b.span.start);
}

/** The one notice of a diagnosis whose findings are shown as one; null where each is shown by itself. */
export function causeNotice(analysis: Analysis, diagnosis: Diagnosis): Notice | null {
  return isShownOnce(diagnosis) ? ofCause(analysis, diagnosis) : null;
}

/** Where its first repair is sure; a total that only its own parts contradict says it all by itself. */
function isShownOnce({ cause, findings, table }: Diagnosis): boolean {
  if (!cause.sure) return false;
  const [index, ...others] = cause.repairs[0]!.figures.keys();
  return (
    findings.length > 1 || others.length > 0 || table.cells[index!]!.span.start !== findings[0]!.span.start
  );
}

function ofFinding(finding: Finding, diagnosis: Diagnosis | null): Notice {
  const { span, message, severity, related = [] } = finding;
  const hint = diagnosis && hintOf(diagnosis);
  return {
    span,
    messages: hint ? [message, hint] : [message],
    severity,
    related,
    findings: [finding],
    diagnosis,
  };
}

/** Where there are more ways to mend it, or ways that change more cells, naming two of them is no help. */
const MOST_WAYS = 4;
const MOST_CELLS = 2;

/** What two repairs could mend; nothing where one sum alone is wrong, which says by itself that any of its figures may be. */
function hintOf({ table, cause }: Diagnosis): Message | null {
  const [first, second] = cause.repairs;
  if (cause.identities.length < 2 || !first || !second || cause.repairs.length > MOST_WAYS) return null;
  if (first.figures.size > MOST_CELLS) return null;
  return {
    id: "cause-open",
    repairs: [first, second].map(({ figures }) => changesOf(table, figures)),
    count: cause.repairs.length,
  };
}

const WORST: readonly Severity[] = ["error", "warning", "info", "hint"];

function ofCause({ draft }: Analysis, diagnosis: Diagnosis): Notice {
  const { table, cause, findings, support } = diagnosis;
  const { figures } = cause.repairs[0]!;
  const [at, ...others] = inOrderOfBlame(table, [...figures.keys()]);
  const span = table.cells[at!]!.span;
  const broken = cause.identities.map((identity) => placeOf(table.form, identity));
  const quoted = support.slice(0, 1).map((claim) => draft.text.slice(claim.span.start, claim.span.end));
  return {
    span,
    messages: [{ id: "cause", changes: changesOf(table, figures), broken, support: quoted }],
    severity: WORST.find((severity) => findings.some((finding) => finding.severity === severity))!,
    related: [
      ...others.map((index) => {
        const [change] = changesOf(table, new Map([[index, figures.get(index)!]]));
        return { span: table.cells[index]!.span, message: { id: "cause-too", change: change! } as const };
      }),
      // The sum at this very cell, too: it has the figures.
      ...findings.map(({ span: place, message }) => ({ span: place, message })),
    ],
    findings: sumsFirst(diagnosis),
    diagnosis,
  };
}

/** The findings of broken sums before those that they explain: a cell is called wrong for its sums, not for the text. */
function sumsFirst({ cause, findings }: Diagnosis): [Finding, ...Finding[]] {
  const isSum = ({ rule }: Finding) => cause.identities.some(({ code }) => code === rule);
  const sums = findings.filter(isSum);
  return [...sums, ...findings.filter((finding) => !isSum(finding))] as [Finding, ...Finding[]];
}

/** A part before the totals that it was carried into. */
function inOrderOfBlame({ form }: Table, indexes: readonly number[]): number[] {
  return [...indexes].sort((a, b) => Number(isTotal(form, a)) - Number(isTotal(form, b)) || a - b);
}
