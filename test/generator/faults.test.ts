// Each fault put into a sound draft is found at its place, in every layout.

import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES } from "../../server/src/core";
import { FAULTS, faultyAt, isFound, WAITING } from "./faults";
import { LAYOUTS } from "./manner";

const DRAFTS = 8;
const SEED = 5;

for (const fault of FAULTS) {
  test(`${fault.rule}: ${fault.what} is found`, () => {
    const missed: string[] = [];
    let injected = 0;
    for (let i = 0; i < DRAFTS; i++) {
      const layout = LAYOUTS[i % LAYOUTS.length]!;
      const faulty = faultyAt(fault, layout, SEED, i);
      if (!faulty) continue;
      injected++;
      if (!isFound(fault, faulty)) missed.push(`${layout} #${i}`);
    }
    assert.ok(injected > 0, "no draft has a place for it");
    assert.deepEqual(missed, []);
  });
}

test("every rule that has faults is one of this version's", () => {
  assert.deepEqual(WAITING, []);
});

test("every rule on tables, structure, style and privacy has a fault", () => {
  const faulty = new Set(FAULTS.map(({ rule }) => rule));
  const without = RULES.map(({ code }) => code).filter(
    (code) =>
      /^(?:applications|disputes|disclosure|table|structure|style|privacy)\//.test(code) && !faulty.has(code),
  );
  assert.deepEqual(without, []);
});
