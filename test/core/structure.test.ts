// Titles, headings, organ, year; reports one after another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, holdsReport, mayHoldReport, readDraft } from "../../server/src/core";
import { matchHeading } from "../../server/src/core/draft/headings";
import { found } from "../support/check";
import { facts, writeDraft } from "../support/draft";

const TITLES: readonly (readonly [text: string, organ: string | null, year: number | null])[] = [
  ["青禾县柳溪镇人民政府2023年政府信息公开工作年度报告", "青禾县柳溪镇人民政府", 2023],
  ["\n\n  青禾县柳溪镇2023年度政府信息公开工作年度报告", "青禾县柳溪镇", 2023],
  ["# 青禾县财政局2022年政府信息公开工作年度报告", "青禾县财政局", 2022],
  ["青禾县财政局\n2022年政府信息公开工作年度报告", "青禾县财政局", 2022],
  ["青禾县财政局\n\n2022年政府信息公开工作年度报告", "青禾县财政局", 2022],
  ["青禾县财政局2022年政府信息公开工作\n年度报告", "青禾县财政局", 2022],
  ["青禾县财政局2022年\n政府信息公开工作\n年度报告", "青禾县财政局", 2022],
  ["青禾县财政局二〇二二年政府信息公开工作年度报告", "青禾县财政局", 2022],
  ["青禾县财政局２０２２年政府信息公开工作年度报告", "青禾县财政局", 2022],
  ["青禾县财政局政府信息公开工作年度报告（2022年度）", "青禾县财政局", 2022],
  ["2022年政府信息公开工作年度报告", null, 2022],
  ["附件1：青禾县财政局2022年政府信息公开工作年度报告", "青禾县财政局", 2022],
  ["《青禾县财政局2022年政府信息公开工作年度报告》", "青禾县财政局", 2022],
  ["青禾县财政局2022年政府信息公开年报", "青禾县财政局", 2022],
];

for (const [text, organ, year] of TITLES) {
  test(`title ${JSON.stringify(text)}`, () => {
    const { reports } = readDraft(`${text}\n\n一、总体情况\n全年工作平稳。\n`);
    assert.equal(reports.length, 1);
    assert.deepEqual([reports[0]!.organ, reports[0]!.year], [organ, year]);
    assert.ok(reports[0]!.title?.text.includes("公开"));
  });
}

test("a sentence with the title's words is no title", () => {
  const text =
    "现将《青禾县财政局2022年政府信息公开工作年度报告》公布如下，请各单位对照检查。\n一、总体情况\n平稳。\n";
  assert.equal(readDraft(text).reports[0]!.title, null);
});

test("without a title the year comes from the period, else from the text", () => {
  const period =
    "一、总体情况\n2023年初作了部署。统计期限为2022年1月1日至2022年12月31日，2023年1月公布。\n二、主动公开政府信息情况\n";
  assert.equal(readDraft(period).reports[0]!.year, 2022);
  assert.equal(readDraft("一、总体情况\n2021年，我局工作平稳。\n").reports[0]!.year, 2021);
});

const HEADINGS: readonly (readonly [line: string, key: string | null])[] = [
  ["一、总体情况", "overview"],
  ["1、 总体情况", "overview"],
  ["## 三、收到和处理政府信息公开申请情况", "applications"],
  ["**四、政府信息公开行政复议、行政诉讼情况**", "disputes"],
  ["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "disputes"],
  ["存在的主要问题及改进情况", "problems"],
  ["五、存在的问题及改进情况", "problems"],
  ["六、其他需要报告的事项：无", "others"],
  ["六、其他需要报告的事项 无其他需要报告的事项。", "others"],
  ["（二）主动公开政府信息情况", null],
  ["(一) 总体情况", null],
  ["一、本年新收政府信息公开申请数量", null],
  ["三、本年度办理结果", null],
  ["四、结转下年度继续办理", null],
  ["二是主动公开政府信息情况有待改进", null],
  ["我局主动公开政府信息情况良好。", null],
];

for (const [line, key] of HEADINGS) {
  test(`heading ${line}`, () => assert.equal(matchHeading(line)?.key ?? null, key));
}

test("a numbered heading wins over a sub-heading of the same words", () => {
  const text = writeDraft(facts()).replace(
    "一、总体情况\n",
    "一、总体情况\n1.主动公开情况\n主动公开信息若干。\n主动公开政府信息情况\n",
  );
  const { sections } = readDraft(text).reports[0]!;
  assert.deepEqual(
    sections.map((section) => section.heading),
    [
      "一、总体情况",
      "二、主动公开政府信息情况",
      "三、收到和处理政府信息公开申请情况",
      "四、政府信息公开行政复议、行政诉讼情况",
      "五、存在的主要问题及改进情况",
      "六、其他需要报告的事项",
    ],
  );
  assert.deepEqual(found(text), []);
});

test("a heading broken over two lines is one heading", () => {
  const text = writeDraft(facts()).replace(
    "四、政府信息公开行政复议、行政诉讼情况",
    "四、政府信息公开行政复议、\n行政诉讼情况",
  );
  assert.deepEqual(found(text), []);
});

test("a compilation reads as that many reports, each with its own findings", () => {
  const towns = ["柳溪镇", "石桥镇", "白杨乡"].map((town, i) =>
    writeDraft(
      facts({ organ: `青禾县${town}`, year: 2021 + i, layout: (["stacked", "pipe", "tabbed"] as const)[i]! }),
    ),
  );
  const wrong = towns[1]!.replace("| 16 ", "| 15 ");
  const { draft, findings } = analyse([towns[0], wrong, towns[2]].join("\n"));
  assert.deepEqual(
    draft.reports.map((report) => [report.organ, report.year, report.sections.length, report.tables.length]),
    [
      ["青禾县柳溪镇", 2021, 6, 3],
      ["青禾县石桥镇", 2022, 6, 3],
      ["青禾县白杨乡", 2023, 6, 3],
    ],
  );
  assert.deepEqual(
    findings.map((finding) => [finding.rule, finding.report]),
    [
      ["applications/row-total", 1],
      ["applications/balance", 1],
    ],
  );
});

test("a title that stands twice above section 一 begins one report", () => {
  const text = writeDraft(facts());
  const [title] = text.split("\n");
  assert.equal(readDraft(`${title}\n\n一、总体情况\n\n${text}`).reports.length, 1);
});

function looksLikeReport(text: string): boolean {
  return mayHoldReport(text) && holdsReport(readDraft(text));
}

test("a text that only speaks of such reports is none", () => {
  const notice =
    "关于做好政府信息公开工作年度报告编制的通知\n各单位：请于1月31日前公布本单位政府信息公开工作年度报告，主动公开、依申请公开等数据应准确。\n";
  assert.equal(looksLikeReport(notice), false);
  assert.equal(looksLikeReport("# 会议纪要\n\n| 项目 | 数量 |\n| --- | --- |\n| 申请 | 3 |\n"), false);
  const summary =
    "柳溪镇2023年工作总结\n\n一、基本情况\n全年受理各类申请30件，政务公开工作有序推进。\n\n二、存在的问题及改进措施\n力量不足。\n";
  assert.equal(looksLikeReport(summary), false);
  const list = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况"].map(
    (title, i) => `${"一二三"[i]}、${title}；`,
  );
  assert.equal(looksLikeReport(`${notice}报告应包括：\n${list.join("\n")}\n`), false);
  assert.equal(looksLikeReport(""), false);
});

test("a report is recognised wherever its title stands", () => {
  assert.equal(looksLikeReport(`${"首页 新闻 公告\n".repeat(500)}${writeDraft(facts())}`), true);
});

test("nothing of a report: nothing is read and nothing found", () => {
  for (const text of ["", "\n\n", "今天天气很好。", "a\tb\tc\n1\t2\t3\n", "| a | b |\n|---|---|\n"]) {
    const analysis = analyse(text);
    assert.deepEqual([analysis.draft.reports.length, analysis.findings.length], [0, 0], JSON.stringify(text));
  }
});

for (const { heading, number } of [
  { number: "一", heading: "一、总体情况" },
  { number: "五", heading: "五、存在的主要问题及改进情况" },
  { number: "六", heading: "六、其他需要报告的事项" },
]) {
  test(`section ${number} missing is one error, at the heading before it`, () => {
    const text = writeDraft(facts()).replace(`${heading}\n`, "");
    const before = {
      一: "青禾县柳溪镇人民政府2023年政府信息公开工作年度报告",
      五: "四、政府信息公开行政复议、行政诉讼情况",
      六: "五、存在的主要问题及改进情况",
    }[number];
    assert.deepEqual(found(text), [`structure/missing-section “${before}”`]);
  });
}

test("a section without its table is an error at its heading", () => {
  const text = writeDraft(facts({ layout: "pipe" }));
  const from = text.indexOf("| 行政复议");
  const without = text.slice(0, from) + text.slice(text.indexOf("五、存在"));
  assert.deepEqual(found(without), ["structure/missing-section “四、政府信息公开行政复议、行政诉讼情况”"]);
});

test("what a template leaves blank in the text is found, and nothing like it", () => {
  const text = writeDraft(facts()).replace(
    "公开内容的更新",
    "［写明主要问题］××局XXX科____，国办发［2019］60号，A4纸210×297，更新",
  );
  assert.deepEqual(found(text), [
    "structure/placeholder “［写明主要问题］”",
    "structure/placeholder “××”",
    "structure/placeholder “XXX”",
    "structure/placeholder “____”",
    // No blank of a template, but brackets that a document's number does not have.
    "narrative/citation “［2019］60号”",
  ]);
});

test("a page's own heading above the title does not begin a report of its own", () => {
  const text = `柳溪镇政府信息公开工作年度报告\n发布日期：2024-01-20\n${writeDraft(facts())}`;
  const { reports } = readDraft(text);
  assert.deepEqual(
    reports.map(({ organ, year }) => [organ, year]),
    [["青禾县柳溪镇人民政府", 2023]],
  );
});

test("a report for a year that had another form is left alone", () => {
  const text =
    "青禾县财政局2013年政府信息公开工作年度报告\n\n一、概述\n全年工作平稳。\n\n二、主动公开政府信息情况\n公开信息12条。\n";
  assert.deepEqual(found(text), []);
  // Four sections and a table are missing, and 一 has other words than the form.
  assert.equal(found(text.replace("2013", "2022")).length, 6);
});
