// Formatting a compilation: how long it takes against checking the same text, both measured in one run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, formatEdits, readDraft } from "../../server/src/core";
import { facts, LAYOUTS, writeDraft } from "../support/draft";

const REPORTS = 80;
/** It reads the text twice and writes it once; measured at 2.4. */
const MOST = 4;

/** The least processor time of three runs, in milliseconds: other programs may be at work. */
function timeOf(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test("a compilation is formatted in the time of a few checks", () => {
  const drafts = Array.from({ length: REPORTS }, (_, i) =>
    writeDraft(facts({ layout: LAYOUTS[i % LAYOUTS.length]!, organ: `青禾县第${i}镇人民政府` })),
  );
  const text = drafts.join("\n");
  const checking = timeOf(() => analyse(text));
  const formatting = timeOf(() => {
    // A title, six headings and three tables of each.
    assert.equal(formatEdits(readDraft(text)).length, 10 * REPORTS);
  });
  const ratio = formatting / checking;
  console.log(`# ${REPORTS} reports: ${formatting.toFixed(0)} ms, ${ratio.toFixed(1)} times a check`);
  assert.ok(ratio < MOST, `${ratio.toFixed(1)} times a check`);
});
