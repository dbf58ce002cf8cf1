// What issue 4 asks of the narrative rules, on the labelled corpus in test/narrative/corpus: what they assert is right
// in 98 of 100 cases, and they find 85 of 100. Prints the table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readCorpus } from "../../narrative/corpus";
import { scoreOf, type Tally } from "../../narrative/score";

const PRECISION = 0.98;
const RECALL = 0.85;

const { rules, bindings, remarks } = scoreOf(readCorpus().entries);
const scores: readonly (readonly [string, Tally])[] = [...[...rules].sort(), ["bindings", bindings]];

for (const [name, { expected, found, hits }] of scores) {
  const precision = found === 0 ? 1 : hits / found;
  const recall = expected === 0 ? 1 : hits / expected;
  const shown = `precision ${precision.toFixed(3)} of ${found}, recall ${recall.toFixed(3)} of ${expected}`;
  console.log(`${name.padEnd(36)} ${shown}`);
  // Questions are asked where a careful reader would wonder; how often they are right is not promised.
  if (name.endsWith("question")) continue;
  test(`${name}: ${shown}`, () => {
    const of = remarks.filter((remark) => remark.includes(name.replace(/ .*/, "")));
    assert.ok(precision >= PRECISION && recall >= RECALL, `${shown}\n${of.join("\n")}`);
  });
}

test("every rule of the corpus is scored", () => {
  assert.equal(scores.filter(([name]) => name.endsWith(" asserted")).length, 8);
});
