// Which lines are the headings of a report's sections, and which titles begin a report: the ways of numbering and
// wording that published reports have.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, readDraft } from "../../server/src/core";
import { facts, writeDraft } from "../support/draft";

const FORM = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
] as const;

/** The draft with its six headings replaced. */
function headed(headings: readonly string[]): string {
  let text = writeDraft(facts());
  FORM.forEach((heading, i) => {
    text = text.replace(`\n${heading}\n`, `\n${headings[i]}\n`);
  });
  return text;
}

function headingsOf(text: string): string[] {
  return readDraft(text).reports[0]!.sections.map(({ key, heading }) => `${key} ${heading}`);
}

const KEYS = ["overview", "disclosure", "applications", "disputes", "problems", "others"];

/** All six sections under these headings, and no error. */
function assertSections(headings: readonly string[]): void {
  const text = headed(headings);
  assert.deepEqual(
    headingsOf(text),
    headings.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
  const errors = analyse(text).findings.filter(({ severity }) => severity === "error");
  assert.deepEqual(errors, []);
}

const words = FORM.map((heading) => heading.slice(2));

for (const [kind, headings] of Object.entries({
  "items of a list, -": FORM.map((heading) => `- ${heading}`),
  "items of a list, *": FORM.map((heading) => `* ${heading}`),
  "items of a list, +": FORM.map((heading) => `+ ${heading}`),
  "items of a numbered list": FORM.map((heading, i) => `${i + 1}. ${heading}`),
  "items of a list numbered 1. throughout, in bold": FORM.map((heading) => `1. **${heading}`),
  "Word's bullets": FORM.map((heading) => `● ${heading}`),
  "a tab behind Word's numbers": FORM.map((heading) => heading.replace("、", "、\t")),
  "（一） throughout": words.map((each, i) => `（${"一二三四五六"[i]}）${each}`),
  "(一) in half-width brackets": words.map((each, i) => `(${"一二三四五六"[i]}) ${each}`),
  "第一部分 and a space": words.map((each, i) => `第${"一二三四五六"[i]}部分 ${each}`),
  "第一部分 and nothing behind it": words.map((each, i) => `第${"一二三四五六"[i]}部分${each}`),
  "1. throughout": words.map((each, i) => `${i + 1}.${each}`),
  "1、 throughout": words.map((each, i) => `${i + 1}、${each}`),
  "no numbers": words,
  "other words behind the right number": [
    "一、工作开展情况",
    FORM[1],
    FORM[2],
    "四、复议诉讼情况",
    "五、下一步工作计划",
    "六、其他",
  ],
  "one number in another style": [`1、 ${words[0]}`, ...FORM.slice(1)],
  "the last two without numbers": [...FORM.slice(0, 4), words[4]!, words[5]!],
})) {
  test(`sections with ${kind}`, () => assertSections(headings));
}

test("sub-headings of section 一 with the words of 二 and 三, numbered or not, are no sections", () => {
  const inside = [
    "（二）主动公开政府信息情况",
    "全年公开信息120条。",
    "（三）收到和处理政府信息公开申请情况",
    "均已答复。",
    "主动公开政府信息情况",
  ].join("\n");
  const text = writeDraft(facts()).replace("一、总体情况\n", `一、总体情况\n${inside}\n`);
  assert.deepEqual(
    headingsOf(text),
    FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
});

for (const [kind, inside] of Object.entries({
  "numbered 2.":
    "1.组织领导情况\n每月例会一次。\n2.主动公开政府信息情况\n全年公开信息120条。\n3.平台建设情况\n栏目已更新。",
  "numbered （二）":
    "（一）组织领导情况\n每月例会一次。\n（二）主动公开政府信息情况\n全年公开信息120条。\n（三）平台建设情况\n栏目已更新。",
  bare: "主动公开政府信息情况\n全年公开信息120条。\n依申请公开办理情况\n均已答复。\n平台建设情况\n栏目已更新。",
})) {
  test(`a sub-heading ${kind} does not stand for a missing section 二`, () => {
    const text = writeDraft(facts())
      .replace("\n二、主动公开政府信息情况\n", "\n")
      .replace("一、总体情况\n", `一、总体情况\n${inside}\n`);
    assert.ok(!headingsOf(text).some((heading) => heading.startsWith("disclosure")));
    const missing = analyse(text).findings.filter(({ rule }) => rule === "structure/missing-section");
    assert.equal(missing.length, 1);
  });
}

test("a list in section 一 numbered like the sections stands for none of them", () => {
  const list = "一、领导重视，分工明确\n二、制度健全\n三、平台稳定";
  const text = writeDraft(facts()).replace("一、总体情况\n", `一、总体情况\n${list}\n`);
  assert.deepEqual(
    headingsOf(text),
    FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
});

test("an earlier report's title on a line of its own inside section 一 begins no report", () => {
  const quoted =
    "上一年度的报告已于2023年1月公布，可以在门户网站的政府信息公开专栏中查阅和下载，题为：\n青禾县柳溪镇人民政府2022年政府信息公开工作年度报告\n本报告在此基础上编制。";
  const text = writeDraft(facts()).replace("一、总体情况\n", `一、总体情况\n${quoted}\n`);
  const { reports } = readDraft(text);
  assert.deepEqual(
    reports.map(({ organ, year, sections }) => [organ, year, sections.length]),
    [["青禾县柳溪镇人民政府", 2023, 6]],
  );
});

test("a title below a whole report begins the next one, also where that has no section 一", () => {
  const next = writeDraft(facts({ organ: "青禾县石桥镇人民政府" })).replace(/\n一、总体情况\n[^\n]*\n/, "\n");
  const { reports } = readDraft(`${writeDraft(facts())}\n${next}`);
  assert.deepEqual(
    reports.map(({ organ, sections }) => [organ, sections.length]),
    [
      ["青禾县柳溪镇人民政府", 6],
      ["青禾县石桥镇人民政府", 5],
    ],
  );
});

test("a table of contents in HTML hides nothing and is no section", () => {
  const page = (text: string) =>
    text
      .split("\n")
      .map((line) => (line && !line.startsWith("<") ? `<p>${line}</p>` : line))
      .join("\n");
  const [title, ...rest] = writeDraft(facts({ layout: "html" })).split("\n");
  const text = page([title, "目录", ...FORM, title, ...rest].join("\n"));
  assert.deepEqual(
    headingsOf(text),
    FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
});

test("bare contents directly above section 一 hide nothing", () => {
  const [title, ...rest] = writeDraft(facts()).split("\n");
  const text = [title, "目录", ...FORM, "", ...rest].join("\n");
  assert.deepEqual(
    headingsOf(text),
    FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
});

test("rows of a table below the report, numbered and worded like sections, are none", () => {
  const annex = [
    "附件：政府信息公开情况统计表",
    "统计指标\t单位\t统计数",
    "一、主动公开情况\t——\t——",
    "（一）主动公开政府信息数\t条\t120",
    "二、依申请公开情况\t——\t——",
  ].join("\n");
  const text = `${writeDraft(facts())}\n${annex}\n`;
  assert.deepEqual(
    headingsOf(text),
    FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
});

test("a list in section 一 with the words of other sections is none of them", () => {
  const items = words.slice(1, 4).map((each) => `- ${each}`);
  const text = writeDraft(facts()).replace("\n二、主动公开", `\n${items.join("\n")}\n\n二、主动公开`);
  assert.deepEqual(
    headingsOf(text),
    FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
  );
  assert.deepEqual(analyse(text).findings, []);
});

test("a table of contents written as a list is no sections", () => {
  for (const mark of ["- ", "> - ", "1. "]) {
    const contents = FORM.map((heading) => `${mark}${heading}`).join("\n");
    const text = writeDraft(facts()).replace("\n\n一、", `\n\n目录\n${contents}\n\n一、`);
    assert.deepEqual(
      headingsOf(text),
      FORM.map((heading, i) => `${KEYS[i]} ${heading}`),
    );
    assert.deepEqual(analyse(text).findings, []);
  }
});
