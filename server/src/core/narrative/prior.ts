// What a figure has from the figures before it in its sentence: what is said of the first of a list and meant of all, the
// row that applicants are counted in, a list of outcomes that goes on.

import type { CellName } from "../form";
import { DECIDED, hasOutcome, isDispute, isDocument, type Subject } from "./bind";

/** What the last figure of a sentence counts. */
export interface Prior extends Subject {
  readonly unit: string;
}

/** 制定规章2件、规范性文件3件; 行政许可决定30件，行政处罚16件: said of the first, and meant of both. */
export function withPrior(subject: Subject, prior: Prior | null, unit: string): Subject {
  const [[entity, ...more], [before]] = [subject.entities, prior?.entities ?? []];
  if (!prior || !entity || !before || more.length > 0 || entity === before) return subject;
  if (subject.aspects.length > 0) return subject;
  const isDecided = DECIDED.includes(before) && prior.aspects.join() === "decided" && prior.unit === unit;
  const alike = (isDocument(entity) && isDocument(before)) || (isDecided && DECIDED.includes(entity));
  return alike ? { ...subject, aspects: prior.aspects } : subject;
}

/**
 * 予以公开7件、不属于本机关5件、不予公开2件; 复议3件，其中驳回1件、维持2件: whether a figure with unknown words before it is
 * one more of the results that are being listed, so that those behind it are, too.
 */
export function goesOnWith(prior: Prior | null, words: string, unit: string): boolean {
  if (!prior || prior.unit !== unit) return false;
  return hasOutcome(prior) || (prior.entities.some(isDispute) && /^(?:其中|[、和])/.test(words));
}

/** Several things that share what is said of them as one subject each; none where there is but one. */
export function eachOf({ entities, aspects, applicants }: Subject): Subject[] {
  const outcomes = aspects.filter((aspect) => hasOutcome({ entities, aspects: [aspect], applicants }));
  if (applicants.length > 1) return applicants.map((each) => ({ entities, aspects, applicants: [each] }));
  if (outcomes.length > 1) return outcomes.map((each) => ({ entities, aspects: [each], applicants }));
  return entities.length > 1 ? entities.map((each) => ({ entities: [each], aspects, applicants })) : [];
}

/** The rows that a reading's cells stand in. */
export function rowsOf(reading: readonly CellName[]): string {
  return [...new Set(reading.map((name) => name.slice(0, name.lastIndexOf("."))))].join(" ");
}

/** The readings of a kind of applicant: those in the rows that the figure before was in come first, or are all. */
export function inRows(
  readings: readonly (readonly CellName[])[],
  rows: readonly string[],
): readonly (readonly CellName[])[] {
  const same = readings.filter((reading) => rows.includes(rowsOf(reading)));
  const [first] = readings;
  if (same.length > 0 || !first) return same;
  const columns = [...new Set(first.map((name) => name.slice(name.lastIndexOf(".") + 1)))];
  const others = rows
    .filter((row) => row.startsWith("applications."))
    .map((row) => row.split(" ").flatMap((each) => columns.map((column) => `${each}.${column}`)));
  return [...others, ...readings];
}
