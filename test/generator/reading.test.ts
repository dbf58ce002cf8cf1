// What a generated draft says is what is read: every cell's value and place, organ, year, edition, sections; and
// where nothing is wrong nothing is found.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDraft } from "../../server/src/core";
import { misreadings, wrongCells, wrongFrame } from "./compare";
import { compilationAt, draftAt } from "./corpus";
import { LAYOUTS } from "./manner";
import { falseFindings } from "./rates";

const RUNS = 120;
/** The share of drafts that may be misread is 0.5 %; `npm run rates` measures it over many more. */
const MOST_MISREAD = 0.005;

for (const layout of LAYOUTS) {
  test(`${layout}: generated drafts are read cell by cell, without false errors and warnings`, () => {
    const wrong: string[] = [];
    for (let i = 0; i < RUNS; i++) {
      const draft = draftAt(20_240_131, layout, i);
      const misread = misreadings(draft);
      const found = misread.length > 0 ? [] : falseFindings(draft).map(({ told }) => told);
      if (misread.length + found.length > 0)
        wrong.push(`#${i} ${[...misread, ...found].slice(0, 3).join("; ")}`);
    }
    assert.ok(wrong.length <= Math.ceil(RUNS * MOST_MISREAD), wrong.join("\n"));
  });
}

/** What is read wrongly of a compilation, by report. */
function misreadReports(seed: number, count: number): string[] {
  const { text, reports } = compilationAt(seed, count);
  const read = readDraft(text).reports;
  if (read.length !== count) return [`${read.length} reports for ${count}`];
  return reports.flatMap((report, i) => [
    ...wrongFrame(read[i]!, report, report.truth).map((what) => `report ${i}: ${what}`),
    ...wrongCells(read[i]!, report, report.truth)
      .slice(0, 1)
      .map((what) => `report ${i}, ${report.style.layout} ${report.style.shape}: ${what}`),
  ]);
}

test("compilations of up to eight reports in mixed layouts are read as so many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.integer({ min: 2, max: 8 }), (seed, count) => {
      assert.deepEqual(misreadReports(seed, count), []);
    }),
    { seed: 7, numRuns: 12 },
  );
});

test("a compilation of 200 reports is read as 200", () => {
  const wrong = misreadReports(2_024, 200);
  assert.ok(wrong.length <= 1, wrong.join("\n"));
});
