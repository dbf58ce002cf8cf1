// `npx tsx scripts/narrative-score.ts`: how well the narrative rules agree with the hand-labelled corpus in
// `test/narrative/corpus`, for the half to develop with and the half held back. `--show` lists what disagrees,
// `--half dev` and `--topic NAME` keep to a part.

import { parseArgs } from "node:util";
import { readCorpus } from "../test/narrative/corpus";
import { halfOf, scoreOf, type Tally } from "../test/narrative/score";

const { values } = parseArgs({
  options: {
    show: { type: "boolean", default: false },
    half: { type: "string" },
    topic: { type: "string" },
  },
});
const { entries, errors } = readCorpus();
for (const error of errors) console.error(error);

const share = (part: number, of: number) => (of === 0 ? "    -" : (part / of).toFixed(3));
const line = (name: string, { expected, found, hits }: Tally) =>
  `${name.padEnd(38)} ${String(expected).padStart(4)} expected ${String(found).padStart(4)} found` +
  `   precision ${share(hits, found)}   recall ${share(hits, expected)}`;

for (const half of ["dev", "held"] as const) {
  if (values.half && values.half !== half) continue;
  const chosen = entries.filter((e) => halfOf(e) === half && (!values.topic || e.topic === values.topic));
  const { rules, bindings, remarks } = scoreOf(chosen);
  const sound = chosen.filter(({ labels }) => labels.length === 0).length;
  console.log(`\n${half}: ${chosen.length} entries, ${sound} of them sound`);
  for (const [rule, tally] of [...rules].sort()) console.log(line(rule, tally));
  console.log(line("bindings", bindings));
  if (values.show) for (const remark of remarks) console.log(remark);
}
if (errors.length > 0) process.exitCode = 1;
