// Compares what Gouji finds in the corpus with what its labels say: precision and recall a rule and severity class,
// and of the claims' bindings to cells. Sees the findings through the core's public API only.

import { analyse, type Finding, type Span } from "../../server/src/core";
import { draftOf, type Entry, type Label } from "./corpus";

/** Errors and warnings are assertions; info and hint are questions. */
export type Class = "asserted" | "question";

/** Expected, found, and found where expected. */
export interface Tally {
  expected: number;
  found: number;
  hits: number;
}

export interface Score {
  /** By `rule class`. */
  readonly rules: Map<string, Tally>;
  readonly bindings: Tally;
  /** Misses, false findings, and findings in the right sentence but beside the quoted words. */
  readonly remarks: string[];
}

interface ClaimLike {
  readonly span: Span;
  /** The cells that it may state the sum of, one list a reading. */
  readonly readings: readonly (readonly string[])[];
  /** Whether its words leave open what is counted: then it may be bound, but need not. */
  readonly loose: boolean;
}

/** What `analyse` gives for an entry, with spans in the entry's prose. */
export interface Outcome {
  readonly findings: readonly Pick<Finding, "rule" | "severity" | "span">[];
  readonly claims: readonly ClaimLike[];
}

/** Reads and checks an entry's draft. */
export function outcomeOf(entry: Entry): Outcome {
  const { text, start } = draftOf(entry);
  const { draft, findings } = analyse(text);
  const moved = ({ start: from, end }: Span) => ({ start: from - start, end: end - start });
  const within = ({ span }: { readonly span: Span }) =>
    span.end > start && span.start < start + entry.prose.length;
  return {
    // A narrative finding outside the prose is one too many as well.
    findings: findings
      .filter(({ rule }) => rule.startsWith("narrative/"))
      .map(({ rule, severity, span }) => ({ rule, severity, span: moved(span) })),
    claims: (draft.reports[0]?.narrative.claims ?? [])
      .filter(within)
      .map(({ span, readings, loose }) => ({ span: moved(span), readings, loose })),
  };
}

/** Which half of the corpus an entry belongs to: told by its sentence alone, so that it never changes sides. */
export function halfOf(entry: Entry): "dev" | "held" {
  let hash = 2166136261;
  for (const char of entry.prose) hash = Math.imul(hash ^ char.codePointAt(0)!, 16777619) >>> 0;
  return ((hash >>> 16) ^ hash) & 1 ? "held" : "dev";
}

/** The score of some entries. */
export function scoreOf(entries: readonly Entry[], outcome: (entry: Entry) => Outcome = outcomeOf): Score {
  const score: Score = { rules: new Map(), bindings: { expected: 0, found: 0, hits: 0 }, remarks: [] };
  for (const entry of entries) {
    const { findings, claims } = outcome(entry);
    scoreFindings(entry, findings, score);
    if (entry.bindings) scoreBindings(entry, claims, score);
  }
  return score;
}

/** Rules about one figure: a finding at the figure beside it is another finding. */
const EXACT = new Set(["narrative/table-mismatch", "narrative/change-rate"]);

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function scoreFindings(entry: Entry, findings: Outcome["findings"], score: Score): void {
  const tally = (rule: string, kind: Class) => {
    const key = `${rule} ${kind}`;
    const known = score.rules.get(key) ?? { expected: 0, found: 0, hits: 0 };
    score.rules.set(key, known);
    return known;
  };
  const remark = (what: string) =>
    score.remarks.push(`${entry.topic}.txt:${entry.line} ${what}\n    ${entry.prose}`);
  const kindOf = ({ severity }: Outcome["findings"][number]): Class =>
    severity === "error" || severity === "warning" ? "asserted" : "question";
  const kindFor = ({ doubt }: Label): Class => (doubt ? "question" : "asserted");
  // What may be left out is paired last, so that it takes nothing from what must be found.
  const open = new Set([...entry.labels].sort((a, b) => Number(a.optional) - Number(b.optional)));
  const left = new Set(findings);
  const pair = (near: (label: Label, finding: Outcome["findings"][number]) => boolean, beside: boolean) => {
    for (const label of open) {
      const found = [...left].find(
        (f) => label.rules.includes(f.rule) && kindOf(f) === kindFor(label) && near(label, f),
      );
      if (!found) continue;
      open.delete(label);
      left.delete(found);
      if (label.optional) continue;
      const known = tally(label.rules[0]!, kindFor(label));
      known.expected++;
      known.found++;
      known.hits++;
      if (beside) remark(`beside ${found.rule} “${label.quote}”: ${wordsOf(entry, found.span)}`);
    }
  };
  pair((label, finding) => overlap(label.span, finding.span), false);
  pair(
    ({ rules, span }, finding) =>
      !EXACT.has(rules[0]!) && overlap(sentenceOf(entry.prose, span), finding.span),
    true,
  );
  for (const label of open) {
    if (label.optional) continue;
    tally(label.rules[0]!, kindFor(label)).expected++;
    remark(`missed ${label.rules.join("|")}${label.doubt ? "?" : ""} “${label.quote}” ${label.reason}`);
  }
  for (const found of left) {
    tally(found.rule, kindOf(found)).found++;
    remark(`false ${found.rule} ${found.severity}: ${wordsOf(entry, found.span)}`);
  }
}

function wordsOf({ prose }: Entry, { start, end }: Span): string {
  const inside = start < prose.length && end > 0;
  return inside ? `“${prose.slice(Math.max(start, 0), end)}”` : "outside the sentence";
}

/** From one 。 or paragraph to the next, and the sentence before it: a list may go on over a full stop. */
function sentenceOf(prose: string, { start, end }: Span): Span {
  const stops = [...prose.matchAll(/[。\n]/g)].map(({ index }) => index);
  const before = stops.filter((stop) => stop < start);
  return { start: (before.at(-2) ?? -1) + 1, end: stops.find((stop) => stop >= end) ?? prose.length };
}

function scoreBindings(entry: Entry, claims: readonly ClaimLike[], score: Score): void {
  const { bindings } = score;
  const known = entry.bindings ?? [];
  const left = new Set(claims.filter(({ readings }) => readings.length > 0));
  const remark = (what: string) => score.remarks.push(`${entry.topic}.txt:${entry.line} ${what}`);
  bindings.expected += known.length;
  for (const { quote, span, cells } of known) {
    const right = [...left].find(
      (claim) =>
        overlap(claim.span, span) && claim.readings.some((reading) => sameCells(entry, reading, cells)),
    );
    if (right) {
      left.delete(right);
      bindings.found++;
      bindings.hits++;
    } else remark(`unbound “${quote}” ${cells.join("+")}`);
  }
  for (const { span, readings, loose } of left) {
    if (loose) continue;
    bindings.found++;
    remark(`bound ${wordsOf(entry, span)} ${readings.map((cells) => cells.join("+")).join(" or ")}`);
  }
}

/** A sum is the same with or without cells that hold 0: 收到 may mean with or without those carried over. */
function sameCells({ cells }: Entry, a: readonly string[], b: readonly string[]): boolean {
  const key = (names: readonly string[]) => [...names].sort().join("+");
  const counted = (names: readonly string[]) => key(names.filter((name) => Number(cells.get(name)) !== 0));
  return key(a) === key(b) || (counted(a) !== "" && counted(a) === counted(b));
}
