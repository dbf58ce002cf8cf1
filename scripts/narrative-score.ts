// `npx tsx scripts/narrative-score.ts`: how well the narrative rules agree with the hand-labelled corpus in
// `test/narrative/corpus`, for the half to develop with and the half held back. `--show` lists what disagrees,
// `--half dev` and `--topic NAME` keep to a part. `--folder held` takes the independent corpus in `test/narrative/held`
// instead, which has no halves.

import { parseArgs } from "node:util";
import { readCorpus } from "../test/narrative/corpus";
import { halfOf, scoreOf, type Tally } from "../test/narrative/score";

const { values } = parseArgs({
  options: {
    show: { type: "boolean", default: false },
    half: { type: "string" },
    folder: { type: "string" },
    topic: { type: "string" },
  },
});
const independent = values.folder === "held" || values.folder === "third";
const { entries, errors } = readCorpus(independent ? (values.folder as "held") : "corpus");
for (const error of errors) console.error(error);

const share = (part: number, of: number) => (of === 0 ? "    -" : (part / of).toFixed(3));
const line = (name: string, { expected, found, hits }: Tally) =>
  `${name.padEnd(38)} ${String(expected).padStart(4)} expected ${String(found).padStart(4)} found` +
  `   precision ${share(hits, found)}   recall ${share(hits, expected)}`;

for (const half of independent ? ["independent"] : ["dev", "held"]) {
  if (values.half && values.half !== half) continue;
  const chosen = entries.filter(
    (e) => (independent || halfOf(e) === half) && (!values.topic || e.topic === values.topic),
  );
  const { rules, bindings, remarks } = scoreOf(chosen);
  const sound = chosen.filter(({ labels }) => labels.length === 0).length;
  console.log(`\n${half}: ${chosen.length} entries, ${sound} of them sound`);
  for (const [rule, tally] of [...rules].sort()) console.log(line(rule, tally));
  console.log(line("bindings", bindings));
  if (values.show) for (const remark of remarks) console.log(remark);
}
if (errors.length > 0) process.exitCode = 1;
