// The third corpus (`third/*.txt`), written by a hand that saw neither the rules nor the sentences of the other two, is
// sound in itself. Only its form and its arithmetic are tested here, never what Gouji makes of it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Corpus, parseCorpus } from "./corpus";
import { RULES, testValidity } from "./validity";

const folder = join(import.meta.dirname, "third");
const parts = readdirSync(folder)
  .filter((file) => file.endsWith(".txt") && file !== "README.txt")
  .sort()
  .map((file) => parseCorpus(readFileSync(join(folder, file), "utf8"), file.slice(0, -4)));
const corpus: Corpus = {
  entries: parts.flatMap(({ entries }) => entries),
  errors: parts.flatMap(({ errors }) => errors),
};

testValidity(corpus);

test("the third corpus has hundreds of sentences, most of them right", () => {
  const { entries } = corpus;
  const sound = entries.filter(({ labels }) => labels.every(({ optional }) => optional)).length;
  assert.ok(entries.length >= 330, `${entries.length} entries`);
  assert.ok(sound / entries.length >= 0.55, `${sound} are sound`);
});

test("every rule has at least twenty findings to be found", () => {
  const expected = corpus.entries.flatMap(({ labels }) =>
    labels.filter(({ optional, doubt }) => !optional && !doubt).map(({ rules }) => rules[0]),
  );
  const few = RULES.map((rule) => [rule, expected.filter((r) => r === rule).length] as const).filter(
    ([, count]) => count < 20,
  );
  assert.deepEqual(few, []);
});
