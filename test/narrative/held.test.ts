// The independent corpus of sentences (`held/*.txt`), whose writer saw neither the rules nor the first corpus, is sound in
// itself. What Gouji makes of it is printed by `scripts/narrative-score.ts --folder held`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readCorpus } from "./corpus";
import { testValidity } from "./validity";

const corpus = readCorpus("held");

testValidity(corpus);

test("the independent corpus has hundreds of sentences, most of them right", () => {
  const { entries } = corpus;
  const sound = entries.filter(({ labels }) => labels.every(({ optional }) => optional)).length;
  assert.ok(entries.length >= 300, `${entries.length} entries`);
  assert.ok(sound / entries.length >= 0.5, `${sound} are sound`);
});
