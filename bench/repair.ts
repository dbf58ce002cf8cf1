// `npm run bench`: what naming the wrong cells of a report costs, as a multiple of reading and checking that report once.

import { analyse, locateAll, readDraft } from "../server/src/core";
import { type Mistaken, mistakenAt, SINGLE } from "../test/generator/mistakes";

const DRAFTS = 60;

function timeOf(run: () => unknown): number {
  run();
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

console.log("\nnaming the wrong cells, × reading and checking the report once (median, and the worst of 20)");
for (const wrong of [0, 1, 2, 3, 5, 8]) {
  const drafts: Mistaken[] = [];
  for (let i = 0; drafts.length < DRAFTS && i < 10 * DRAFTS; i++) {
    const mistakes = Array.from({ length: wrong }, (_, at) => SINGLE[(i + 3 * at) % SINGLE.length]!);
    const draft = mistakenAt(mistakes, "applications", 7, i);
    if (draft) drafts.push(draft);
  }
  let found = 0;
  const ratios = drafts.map(({ text }) => {
    const checking = timeOf(() => analyse(text));
    const [report] = readDraft(text).reports;
    const table = report!.tables.find(({ key }) => key === "applications")!;
    const naming = timeOf(() => locateAll(report!, table));
    if (locateAll(report!, table).every(({ repairs }) => repairs.length > 0)) found++;
    return naming / checking;
  });
  const worst = [...ratios].sort((a, b) => b - a)[Math.floor(ratios.length / 20)]!;
  console.log(
    `${wrong} wrong  ${median(ratios).toFixed(2).padStart(7)} ×  ${worst.toFixed(2).padStart(7)} ×  named in ${found} of ${drafts.length}`,
  );
}
