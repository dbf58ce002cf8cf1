// How the work of a job grows with its input: ten times the input may need twelve times the work, which leaves room for
// looking things up in an order (n log n), and for what is bounded but not full yet in the smaller input.

import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { lookUpLabel } from "../../server/src/core/draft/labels";
import { type Work, workOf } from "./work";

const TIMES = 10;
const MOST = 12;
/** One step that grows more than this is quadratic, and hidden by the others where it has at least this share. */
const MOST_OF_STEP = 20;
const SHARE = 0.04;

/**
 * Ten times the pieces need at most twelve times the work that as many pieces need, not counting what is to be done
 * without any piece. `prepare` gives the job for an input with so many pieces; what it does itself is not counted.
 */
export function growsInStep(t: TestContext, prepare: (count: number) => () => void, count: number): void {
  // What is set up at the first use, such as the lexicon's tree, is none of the input's work; a first count differs.
  workOf(prepare(count));
  const [none, small, large] = [0, count, TIMES * count].map((each) => {
    const job = prepare(each);
    forgetLabels();
    return workOf(job);
  });
  const factor = (large!.total - none!.total) / (small!.total - none!.total);
  const steps = stepsBeyond(none!, small!, large!);
  const told = `${factor.toFixed(1)} × the work for ${TIMES} × the input`;
  t.diagnostic(told);
  const says = [
    told,
    ...steps.slice(0, 6).map(({ name, grew, beyond }) => `${grew.toFixed(1)} ×, ${beyond} too many: ${name}`),
  ].join("\n");
  assert.ok(factor > 1, `the work does not depend on the input: ${told}`);
  assert.ok(factor <= MOST, says);
  const least = SHARE * (large!.total - none!.total);
  assert.ok(!steps.some(({ grew, beyond }) => grew > MOST_OF_STEP && beyond > least), says);
}

let forgotten = 0;

/** Labels are remembered: those of one draft must not be known already from another. */
function forgetLabels(): void {
  for (let i = 0; i < MOST_REMEMBERED; i++) lookUpLabel(`总计${forgotten++}`);
}

const MOST_REMEMBERED = 2000;

/** The steps that grew most beyond what they may, the worst first; of what the smaller input had none, nothing is known. */
function stepsBeyond(none: Work, small: Work, large: Work): { name: string; grew: number; beyond: number }[] {
  return [...large.by]
    .map(([name, steps]) => {
      const base = none.by.get(name) ?? 0;
      const few = Math.max((small.by.get(name) ?? 0) - base, 0);
      return { name, few, grew: (steps - base) / few, beyond: steps - base - MOST * few };
    })
    .filter(({ few, beyond }) => few > 0 && beyond > 0)
    .sort((a, b) => b.beyond - a.beyond);
}
