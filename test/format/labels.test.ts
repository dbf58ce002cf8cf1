// How formatting writes labels: in the form's words where they are the form's, in the drafter's everywhere else, and
// always with what stands behind them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { facts, LAYOUTS, writeDraft } from "../support/draft";
import { checkFormat, formatted } from "./support";

/** The cells of the formatted draft's rows, in which one label of a sound draft stands as the drafter wrote it. */
function cellsOf(text: string): string[] {
  return text.split("\n").flatMap((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

/** The text without the fillers of its cells. */
function unaligned(text: string): string {
  return text.replace(/ +(?=\|)|(?<=\|) +/g, "").replace(/-{3,}/g, "---");
}

/** The form's label, and the drafter's, which stays. */
const OWN: readonly (readonly [string, string])[] = [
  ["6.属于四类过程性信息", "6.四类过程信息（内部）"],
  ["行政规范性文件", "规范性文件"],
  ["行政规范性文件", "行政规范性文件及附件"],
  ["7.属于行政执法案卷", "6.属于行政执法案卷"],
  ["3.危及“三安全一稳定”", "3.危及三安全一稳定"],
  ["行政许可", "行政许可 注：含备案"],
  ["行政许可", "行政许可（含备案）（试行）"],
  ["行政许可", "行政许可△"],
  ["规章", "规章▲"],
  ["行政处罚", "行政处罚①"],
  ["行政强制", "行政强制※"],
  ["行政强制", "※行政强制"],
  ["行政许可", "[行政许可](https://example.cn/a)"],
  ["（七）总计", "**（七）总计**"],
  ["（七）总计", "（七）**总计**"],
  ["（三）不予公开", "（三）不予公开（共八类）"],
  ["（三）不予公开", "**（三）不予公开**"],
  ["三、本年度办理结果", "三、本年度办理结果△"],
  ["自然人", "自然人（含港澳台居民）"],
  ["结果纠正", "结果纠正▲"],
  ["第二十条第（一）项", "第二十条第（一）项（规章等）"],
];

/** The form's label, and one that tells no other; the form's is written. */
const SAME: readonly (readonly [string, string])[] = [
  ["（一）予以公开", "(一) 予以公开"],
  ["1.属于国家秘密", "1．属于国家秘密"],
  ["1.属于国家秘密", "属于国家秘密"],
  ["3.危及“三安全一稳定”", '3.危及"三安全一稳定"'],
  ["行政许可", "行\u00a0政　许 可"],
  ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"],
  [
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)",
  ],
  ["本年收费金额（单位：万元）", "本年收费金额 (单位:万元)"],
];

for (const layout of LAYOUTS) {
  const draft = writeDraft(facts({ layout }));

  test(`${layout}: a label in other words, and all behind a label, stays as it is`, () => {
    for (const [label, own] of OWN) {
      const text = checkFormat(draft.replace(label, own));
      assert.ok(cellsOf(text).includes(own), own);
      assert.equal(unaligned(text), unaligned(formatted(draft).replace(label, own)), own);
    }
  });

  test(`${layout}: spaces, brackets and the style of a number give way to the form's`, () => {
    for (const [label, other] of SAME) {
      assert.equal(checkFormat(draft.replace(label, other)), formatted(draft), other);
    }
    const arabic = draft.replace("一、本年新收政府信息公开申请数量", "1、本年新收政府信息公开申请数量");
    assert.equal(formatted(arabic), formatted(draft));
    const note = checkFormat(draft.replace("（一）予以公开", "(一) 予以公开(含主动)"));
    assert.ok(cellsOf(note).includes("（一）予以公开(含主动)"));
  });

  test(`${layout}: the name of a group that stands in every row stays in every row`, () => {
    const rows = ["2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"];
    const merged = rows.reduce((text, row) => text.replace(row, `（三）不予公开${row}`), draft);
    assert.equal(checkFormat(merged).split("| （三）不予公开 |").length, 4);
  });
}

test("a header that a page break repeats stays where it is", () => {
  const pipe = writeDraft(facts({ layout: "pipe" }));
  const header = pipe.split("\n").find((line) => line.includes("商业企业"))!;
  const text = checkFormat(pipe.replace(/(?=\|[^\n|]*\| （四）无法提供)/, `${header}\n`));
  assert.equal(text.split("社会公益组织").length, 3);
});

test("a column without a header gets none that states a unit", () => {
  const draft = writeDraft(facts({ layout: "stacked" }));
  const text = checkFormat(draft.replace("\t信息内容\n\t本年收费金额（单位：万元）\n\n", ""));
  assert.ok(!text.includes("万元"));
  assert.ok(text.includes("| 信息内容       | 本年收费金额 |"));
});
