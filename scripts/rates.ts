// `npm run rates`: how well Gouji reads and finds, over generated drafts whose truth is known. Prints one table and
// ends with 1 where a rate misses its aim. `--runs N` drafts a layout, `--seed S`, `--show` names what went wrong.

import { parseArgs } from "node:util";
import { FAULTS, faultyAt, isFound, WAITING } from "../test/generator/faults";
import { LAYOUTS } from "../test/generator/manner";
import { type Rate, readingRates } from "../test/generator/rates";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    show: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!(runs > 0) || !Number.isInteger(seed)) {
  console.error("rates: --runs must be above 0 and --seed a whole number");
  process.exit(2);
}

/** The share of a rule's injected faults that are found at their place. */
function faultRates(): Rate[] {
  return [...new Set(FAULTS.map(({ rule }) => rule))].map((rule) => {
    const faults = FAULTS.filter((fault) => fault.rule === rule);
    const failures: string[] = [];
    let of = 0;
    for (let i = 0; i < runs; i++) {
      const fault = faults[i % faults.length]!;
      const layout = LAYOUTS[Math.floor(i / faults.length) % LAYOUTS.length]!;
      const faulty = faultyAt(fault, layout, seed, i);
      if (!faulty) continue;
      of++;
      if (!isFound(fault, faulty))
        failures.push(`${fault.what}, ${layout} ${faulty.draft.style.shape} #${i}`);
    }
    return { name: rule, got: of - failures.length, of, aim: 0.99, failures };
  });
}

function print({ name, got, of, aim, failures }: Rate): void {
  const share = of === 0 ? 1 : got / of;
  const percent = `${(share * 100).toFixed(2)} %`;
  const verdict = share >= aim ? "met" : "MISSED";
  console.log(
    `${name.padEnd(40)}${`${got}/${of}`.padStart(12)}${percent.padStart(11)}  aim ${(aim * 100).toFixed(1)} %  ${verdict}`,
  );
  if (values.show) for (const failure of failures.slice(0, 20)) console.log(`    ${failure}`);
  if (share < aim) process.exitCode = 1;
}

console.log(`Generated drafts: ${runs} a layout, ${runs} a rule, seed ${seed}`);
for (const rate of readingRates(runs, seed)) print(rate);
for (const rate of faultRates()) print(rate);
for (const rule of WAITING) console.log(`${rule.padEnd(40)} left out: this version has no such rule`);
