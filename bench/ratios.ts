// `npm run bench:steps`: what each step costs as a multiple of reading the same draft, measured in one run, since machines are
// noisy. Nothing here fails: who changes a step compares with the figures before.

import { analyse, formatEdits, readDraft } from "../server/src/core";
import { readNarrative } from "../server/src/core/narrative";
import { facts, LAYOUTS, writeDraft } from "../test/support/draft";

const RUNS = 5;

/** The least processor time of a few runs, in milliseconds: other programs may be at work. */
function timeOf(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function compilation(reports: number): string {
  const drafts = Array.from({ length: reports }, (_, i) =>
    writeDraft(facts({ layout: LAYOUTS[i % LAYOUTS.length]!, organ: `青禾县第${i}镇人民政府` })),
  );
  return drafts.join("\n");
}

// The first readings warm the compiler up.
timeOf(() => analyse(compilation(40)));

let single = 0;
for (const reports of [4, 100, 300]) {
  const text = compilation(reports);
  const reading = timeOf(() => readDraft(text));
  const draft = readDraft(text);
  const steps = {
    "  of which claims": timeOf(() => draft.reports.map((report) => readNarrative(text, report))),
    "read and checked": timeOf(() => analyse(text)),
    formatted: timeOf(() => formatEdits(draft)),
  };
  single ||= reading / reports;
  console.log(`\n${reports} reports, ${(text.length / 1000).toFixed(0)} thousand characters`);
  console.log(
    `read                ${reading.toFixed(0)} ms; a report ${(reading / reports / single).toFixed(2)} × one of four`,
  );
  for (const [step, time] of Object.entries(steps)) {
    console.log(`${step.padEnd(18)}  ${(time / reading).toFixed(2)} × reading`);
  }
}
