// `npm run bench -- [--only PART,…] [--quick]`: builds, measures, prints the table of goals and results, and writes it
// into bench/README.md unless it was quick. Nothing here fails: who changes something compares with the figures before.

import { parseArgs } from "node:util";
import { PARTS } from "./parts";
import { buildGouji } from "./servers";
import { saveResults, table } from "./table";

const ROUNDS = { quick: 3, whole: 9 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: "string" }, quick: { type: "boolean", default: false } },
  });
  const names = values.only?.split(",") ?? Object.keys(PARTS);
  const unknown = names.filter((name) => !PARTS[name]);
  if (unknown.length > 0)
    throw new Error(`--only: no ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
  const { quick } = values;
  const manner = { quick, rounds: quick ? ROUNDS.quick : ROUNDS.whole };
  buildGouji();
  for (const name of names) {
    const start = performance.now();
    try {
      const measured = await PARTS[name]!(manner);
      console.log(`\n${name}, ${((performance.now() - start) / 1000).toFixed(0)} s\n${table(measured)}`);
      if (!quick) saveResults(measured);
    } catch (error) {
      console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
}

void main();
