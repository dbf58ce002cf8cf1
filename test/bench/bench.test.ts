// That the benchmark measures what it says: its drafts have the length and the findings they should, what is typed is
// read, FLOOR answers each version with its own list, and the figures are the right ones of those measured.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type BenchDraft, compilation, monster, single } from "../../bench/drafts";
import { reaches } from "../../bench/goals";
import { Typist } from "../../bench/keystroke";
import { floor } from "../../bench/servers";
import { compared, inTurn, median, percentile } from "../../bench/stats";
import { analyse } from "../../server/src/core";

function rulesOf(text: string): string[] {
  return analyse(text).findings.map(({ rule }) => rule);
}

function typed({ text, at }: BenchDraft): string {
  return `${text.slice(0, at)}5${text.slice(at)}`;
}

test("one report has one wrong total, and a digit more among its applications breaks two identities", () => {
  const draft = single();
  assert.ok(Math.abs(draft.text.length - 4000) < 500, `${draft.text.length}`);
  assert.deepEqual(rulesOf(draft.text), ["disputes/total"]);
  const rules = ["applications/row-total", "applications/balance", "disputes/total"];
  assert.deepEqual(rulesOf(typed(draft)).sort(), rules.sort());
});

test("a compilation has its length, a wrong total in each fourth report, and is typed in at its middle", () => {
  const draft = compilation("20 K", 20_000);
  const { reports } = analyse(draft.text).draft;
  assert.ok(draft.text.length >= 20_000 && draft.text.length < 25_000, `${draft.text.length}`);
  assert.equal(rulesOf(draft.text).length, Math.floor(reports.length / 4));
  assert.equal(rulesOf(typed(draft)).length, Math.floor(reports.length / 4) + 2);
  assert.ok(draft.at > 0.4 * draft.text.length && draft.at < 0.75 * draft.text.length);
});

test("the monster is one report, and more documents issued than in force are found in it", () => {
  const draft = monster("40 K", 40_000);
  assert.equal(analyse(draft.text).draft.reports.length, 1);
  assert.ok(Math.abs(draft.text.length - 44_000) < 4_000, `${draft.text.length}`);
  assert.ok(!rulesOf(draft.text).includes("disclosure/relation"));
  assert.ok(rulesOf(typed(draft)).includes("disclosure/relation"));
});

test("FLOOR answers each edit with the list of its version", async (t) => {
  const typist = await Typist.start(floor(["odd"], ["even", "even"]), single());
  t.after(() => typist.client.stop());
  assert.deepEqual(typist.opened.diagnostics, ["odd"]);
  const answers = [await typist.edit(), await typist.edit(), await typist.edit()];
  assert.deepEqual(
    answers.map(({ published }) => [published.version, published.diagnostics]),
    [
      [2, ["even", "even"]],
      [3, ["odd"]],
      [4, ["even", "even"]],
    ],
  );
});

test("medians, percentiles, and ratios by rounds", async () => {
  assert.equal(median([5, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  assert.deepEqual([percentile(hundred, 0.95), percentile(hundred, 0.99)], [95, 99]);
  assert.deepEqual(compared([2, 40, 6], [1, 10, 2]), { own: 6, other: 2, ratio: 3 });
  const order: string[] = [];
  await inTurn(
    2,
    () => order.push("own"),
    () => order.push("other"),
  );
  assert.deepEqual(order, ["own", "other", "other", "own"]);
});

test("a goal is reached at its bound", () => {
  const work = "work";
  assert.equal(reaches({ work, atMost: 2, of: "×" }, 2), true);
  assert.equal(reaches({ work, atMost: 2, of: "×" }, 2.01), false);
  assert.equal(reaches({ work, atLeast: 3, of: "×" }, 2.99), false);
  assert.equal(reaches({ work, of: "×" }, 9), null);
});
