// Drafts with one thing wrong, so that every test can say by hand what must be found and where.

import { type Facts, facts, type Layout, SOUND, writeDraft } from "./draft";

/** A report in which everything adds up. */
export function soundDraft(layout: Layout = "pipe"): string {
  return writeDraft(facts({ layout }));
}

/**
 * 行政复议 has 2 + 0 + 0 + 1 = 3, but its total says 907. The disputes have no other identity, so this is the one
 * thing wrong.
 */
export const WRONG_REVIEW = "行政复议总计为 907，四项结果之和为 3（= 2 + 0 + 0 + 1）。请核对。";

/** A report with 907 where 3 is right. */
export function wrongReview(layout: Layout = "pipe", changes: Partial<Facts> = {}): string {
  return withDisputes({ "review.total": "907" }, layout, changes);
}

/** A report with some figures of the disputes replaced. */
export function withDisputes(
  figures: Readonly<Record<string, string>>,
  layout: Layout = "pipe",
  changes: Partial<Facts> = {},
): string {
  return writeDraft(facts({ layout, ...changes, disputes: { ...SOUND.disputes, ...figures } }));
}

/** A report with some figures of the applications replaced. */
export function withApplications(figures: Readonly<Record<string, string>>, layout: Layout = "pipe"): string {
  return writeDraft(facts({ layout, applications: { ...SOUND.applications, ...figures } }));
}
