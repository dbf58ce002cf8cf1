// Reading claims takes time in proportion to a line's length, whatever the line repeats: an editor reads while its user
// types, and pasted lines can be long.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readNarrative } from "../../../server/src/core/narrative";
import { reading } from "./say";

const LENGTH = 12_000;

for (const piece of [
  ...["本年度", "其中1件，", "（", "共12条，", "其中5件（", "占5%，", "按", "较", "《", "〈", "持平3件，"],
  ...[
    "复议、诉讼分别为3件和2件，",
    "以上合计3条。",
    "未收到申请，",
    "收到申请3件，上年结转2件，共5件，",
    "十",
    "：12条",
  ],
]) {
  test(`“${piece}” over and over: four times as long takes about four times as long`, () => {
    const time = (length: number) => {
      const { draft } = reading(piece.repeat(Math.ceil(length / piece.length)));
      const report = draft.reports[0]!;
      const start = performance.now();
      readNarrative(draft.text, report);
      return performance.now() - start;
    };
    time(LENGTH);
    const short = Math.max(time(LENGTH), 4);
    const long = time(4 * LENGTH);
    // Anything quadratic takes sixteen times as long; a busy machine may take twice as long as it should.
    assert.ok(long < 10 * short || long < 40, `${LENGTH} characters ${short} ms, ${4 * LENGTH} ${long} ms`);
  });
}
