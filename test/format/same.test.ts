// What formatting compares before and after: two readings are alike only if nothing that rules look at differs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDraft } from "../../server/src/core";
import { keepsInk } from "../../server/src/core/format/ink";
import { readsAlike } from "../../server/src/core/format/same";
import { facts, writeDraft } from "../support/draft";

const DRAFT = writeDraft(facts({ layout: "pipe" }));

function alike(before: string, after: string): boolean {
  return readsAlike(readDraft(before).reports[0]!, readDraft(after).reports[0]!);
}

test("places and Markdown's marks do not matter", () => {
  assert.ok(alike(DRAFT, `\n\n# ${DRAFT.replace("一、总体", "## 一、总体")}`));
});

test("a figure, a word of the text, a header's words and the unit of money do", () => {
  const blank = (header: string) =>
    DRAFT.replace("本年收费金额（单位：万元）", header).replace(/(\| 行政事业性收费 \|) 0 +\|/, "$1 |");
  for (const [before, after] of [
    [DRAFT, DRAFT.replace("| 208", "| 209")],
    [DRAFT, DRAFT.replace("还不够", "不够")],
    [blank("本年收费金额（单位：元）"), blank("本年收费金额（单位：万元）")],
    [blank("本年收费金额（单位：元）"), blank("本年收费金额")],
    [DRAFT, DRAFT.replace("本年收费金额（", "本年收费总额（")],
  ] as const) {
    assert.notEqual(before, after);
    assert.ok(!alike(before, after));
    assert.ok(alike(after, after));
  }
});

test("what takes a table's place must have all of its letters, digits and signs, each as often", () => {
  const table = "\t（一）行政许可△\n\t１２\n\n\t行政处罚\n\t12";
  assert.ok(keepsInk(table, "| 1.行政许可△ | 12 |\n| --- | ---: |\n| 行政处罚 | 12 |"));
  for (const less of [
    "| 1.行政许可 | 12 |\n| 行政处罚 | 12 |",
    "| 行政许可△ | 12 |\n| 行政处罚 | 12 |",
    "| 1.行政许可△ | 12 |\n| 行政处罚 | |",
    "| 1.行政许可△ | 12 |\n| 处罚 | 12 |",
  ]) {
    assert.ok(!keepsInk(table, less), less);
  }
});
