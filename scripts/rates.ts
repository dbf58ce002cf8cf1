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

/** The share of a rule's injected faults that are found at their place, of all and of each kind. */
function faultRates(): Rate[] {
  return [...new Set(FAULTS.map(({ rule }) => rule))].map((rule) => {
    const kinds = FAULTS.filter((fault) => fault.rule === rule).map((fault) => ({ fault, got: 0, of: 0 }));
    const failures: string[] = [];
    for (let i = 0; i < runs; i++) {
      const kind = kinds[i % kinds.length]!;
      const layout = LAYOUTS[Math.floor(i / kinds.length) % LAYOUTS.length]!;
      const faulty = faultyAt(kind.fault, layout, seed, i);
      if (!faulty) continue;
      kind.of++;
      if (isFound(kind.fault, faulty)) kind.got++;
      else failures.push(`${kind.fault.what}, ${layout} ${faulty.draft.style.shape} #${i}`);
    }
    const got = kinds.reduce((sum, kind) => sum + kind.got, 0);
    const of = kinds.reduce((sum, kind) => sum + kind.of, 0);
    return { name: rule, got, of, least: Math.min(...kinds.map(share)), aim: 0.99, failures };
  });
}

function share({ got, of }: { readonly got: number; readonly of: number }): number {
  return of === 0 ? 1 : got / of;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** The aim holds for every kind of fault by itself. */
function print(rate: Rate): void {
  const { name, got, of, aim, failures } = rate;
  const least = rate.least ?? share(rate);
  const verdict = least >= aim ? "met" : "MISSED";
  const ofKinds = rate.least === undefined ? "" : percent(least);
  console.log(
    `${name.padEnd(38)}${`${got}/${of}`.padStart(10)}${percent(share(rate)).padStart(10)}${ofKinds.padStart(10)}  aim ${(aim * 100).toFixed(1)} %  ${verdict}`,
  );
  if (values.show) for (const failure of failures.slice(0, 20)) console.log(`    ${failure}`);
  if (least < aim) process.exitCode = 1;
}

console.log(
  `Generated drafts: ${runs} a layout, ${runs} a rule, seed ${seed}; in column 4 the least of a rule's kinds`,
);
for (const rate of readingRates(runs, seed)) print(rate);
for (const rate of faultRates()) print(rate);
for (const rule of WAITING) console.log(`${rule.padEnd(40)} left out: this version has no such rule`);
