// The rules on a report's structure: each with what it must find, what it must not, and what its fix leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/core";
import { fixed, found, only, said } from "../support/check";
import { facts, writeDraft } from "../support/draft";
import { DRAFT, mended, overview } from "../support/mended";

test("structure/title: none, and the one that its fix writes", () => {
  const text = DRAFT.slice(DRAFT.indexOf("\n") + 2);
  const analysis = analyse(text);
  const finding = only(analysis, "structure/title");
  assert.equal(said(finding), "没有标题。请加上，如“某某镇2024年政府信息公开工作年度报告”。");
  const [fix] = fixed(analysis, finding);
  assert.ok(fix?.text.startsWith("［机关名称］2023年政府信息公开工作年度报告\n\n一、"));
});

test("structure/title: one without its year gets it from the period", () => {
  const text = DRAFT.replace("人民政府2023年政府", "人民政府政府");
  const after = mended(text, "structure/title", "标题没有写明年份。请补上。");
  assert.equal(after, DRAFT);
});

test("structure/title: one without organ", () => {
  const text = DRAFT.replace("青禾县柳溪镇人民政府2023年政府", "2023年政府");
  assert.deepEqual(analyse(text).findings.map(said), ["标题没有写明机关名称。请补上。"]);
});

test("structure/duplicate-section: the heading with nothing under it is deleted", () => {
  const text = DRAFT.replace("一、总体情况\n", "一、总体情况\n一、总体情况\n");
  const after = mended(
    text,
    "structure/duplicate-section",
    "“一、总体情况”出现了两次。请合并或删去多余的标题。",
  );
  assert.equal(after, DRAFT);
});

test("structure/duplicate-section: the title twice", () => {
  const [title] = DRAFT.split("\n");
  const text = `${title}\n\n${DRAFT}`;
  const after = mended(text, "structure/duplicate-section", `标题“${title}”出现了两次。请删去一个。`);
  assert.equal(analyse(after).draft.reports[0]?.titles.length, 1);
});

test("structure/section-order tells the section that stands too late", () => {
  const problems =
    "五、存在的主要问题及改进情况\n公开内容的更新还不够及时。下一年度将按月检查各科室的更新情况。\n\n";
  assert.ok(DRAFT.includes(problems));
  const text = `${DRAFT.replace(problems, "")}\n${problems}`;
  assert.deepEqual(analyse(text).findings.map(said), [
    "“五、存在的主要问题及改进情况”应在“六、其他需要报告的事项”之前。请按格式文本的顺序排列。",
  ]);
});

const HEADINGS: readonly [string, string | null][] = [
  ["五、存在的主要问题及改进情况", null],
  ["五．存在的主要问题及改进情况", null],
  ["五 、 存在的主要问题及改进情况", null],
  ["## 五、存在的主要问题及改进情况", null],
  ["存在的主要问题及改进情况", "标题缺少序号，应为“五、存在的主要问题及改进情况”。"],
  ["5、存在的主要问题及改进情况", "标题序号有误，应为“五、存在的主要问题及改进情况”。"],
  ["六、存在的主要问题及改进情况", "标题序号有误，应为“五、存在的主要问题及改进情况”。"],
  ["五、存在问题及改进措施", "标题与格式文本不一致，应为“五、存在的主要问题及改进情况”。"],
];

for (const [heading, says] of HEADINGS) {
  test(`structure/section-heading: ${heading}`, () => {
    const text = DRAFT.replace("五、存在的主要问题及改进情况", heading);
    if (says === null) assert.deepEqual(found(text), []);
    else assert.equal(mended(text, "structure/section-heading", says), DRAFT);
  });
}

/** The draft with each section's heading changed. */
function headed(change: (number: string, title: string) => string): string {
  return DRAFT.replace(/^([一二三四五六])、(.*)$/gm, (_, number: string, title: string) =>
    change(number, title),
  );
}

test("structure/section-heading: six headings without numbers are one finding, mended at once", () => {
  const text = headed((_, title) => title);
  const finding = only(analyse(text), "structure/section-heading");
  assert.deepEqual(
    finding.related?.map(({ span }) => text.slice(span.start, span.end)),
    [
      "主动公开政府信息情况",
      "收到和处理政府信息公开申请情况",
      "政府信息公开行政复议、行政诉讼情况",
      "存在的主要问题及改进情况",
      "其他需要报告的事项",
    ],
  );
  const says = "6 个部分的标题缺少序号，这里应为“一、总体情况”，其余同样。";
  assert.equal(mended(text, "structure/section-heading", says), DRAFT);
});

test("structure/section-heading: 1、 for 一、 in all headings is one finding; two are one each", () => {
  const arabic = (number: string) => "一二三四五六".indexOf(number) + 1;
  const text = headed((number, title) => `${arabic(number)}、${title}`);
  const says = "6 个部分的标题序号有误，这里应为“一、总体情况”，其余同样。";
  assert.equal(mended(text, "structure/section-heading", says), DRAFT);
  const two = headed((number, title) => (arabic(number) > 4 ? title : `${number}、${title}`));
  assert.deepEqual(analyse(two).findings.map(said), [
    "标题缺少序号，应为“五、存在的主要问题及改进情况”。",
    "标题缺少序号，应为“六、其他需要报告的事项”。",
  ]);
});

const SEQUENCES: readonly [string, string[], string | null][] = [
  ["one after the other", ["（一）甲项。", "（二）乙项。", "（三）丙项。"], null],
  ["lists that begin anew", ["（一）甲。", "1.子。", "2.丑。", "（二）乙。", "1.寅。", "2.卯。"], null],
  ["an item within a paragraph", ["1.甲项。2.乙项也在这一段里。", "3.丙项。"], null],
  ["one left out", ["（一）甲。", "（三）丙。"], "“（一）”之后是“（三）”，应为“（二）”。请核对序号。"],
  ["one twice", ["1.甲。", "2.乙。", "2.丙。"], "“2.”之后是“2.”，应为“3.”。请核对序号。"],
  ["half-width brackets", ["(一) 甲。", "(三) 丙。"], "“(一)”之后是“(三)”，应为“(二)”。请核对序号。"],
];

for (const [what, lines, says] of SEQUENCES) {
  test(`structure/heading-sequence: ${what}`, () => {
    const text = overview(...lines);
    const findings = analyse(text).findings.filter(({ rule }) => rule === "structure/heading-sequence");
    assert.deepEqual(findings.map(said), says ? [says] : []);
    if (!says) return;
    mended(text, "structure/heading-sequence", says);
    // What the number follows is named as that, and not as a first occurrence.
    assert.deepEqual(
      findings[0]?.related?.map(({ message }) => message.id),
      ["item-before"],
    );
  });
}

test("structure/empty-section: nothing under a heading, though a signature follows", () => {
  const text = DRAFT.replace("本机关未收取信息处理费。", "\n青禾县柳溪镇人民政府\n2024年1月15日");
  assert.deepEqual(analyse(text).findings.map(said), [
    "“六、其他需要报告的事项”下没有内容。没有的请写明“无”或说明情况。",
  ]);
});

test("structure/empty-section: an empty 六 gets its sentence", () => {
  const text = DRAFT.replace("本机关未收取信息处理费。", "\n青禾县柳溪镇人民政府\n2024年1月15日");
  const says = "“六、其他需要报告的事项”下没有内容。没有的请写明“无”或说明情况。";
  const after = mended(text, "structure/empty-section", says);
  assert.match(after, /六、其他需要报告的事项\n无其他需要报告的事项。\n+青禾县柳溪镇人民政府\n2024年1月15日/);
});

test("structure/empty-section: only 六 may be without anything, so that only its fix is known", () => {
  const text = DRAFT.replace(/公开内容的更新还不够及时。.*/, "");
  const analysis = analyse(text);
  assert.deepEqual(fixed(analysis, only(analysis, "structure/empty-section")), []);
});

for (const [body, says] of [
  ["无。", "“五、存在的主要问题及改进情况”只写了“无。”。请写明存在的问题和改进情况。"],
  [
    "本年度无存在问题。",
    "“五、存在的主要问题及改进情况”只写了“本年度无存在问题。”。请写明存在的问题和改进情况。",
  ],
  ["没有专人负责，公开不够及时。已调配一人。", null],
  ["无。\n去年的问题均已改进。", null],
] as const) {
  test(`structure/empty-section: 五 that says ${body}`, () => {
    const text = DRAFT.replace(/公开内容的更新还不够及时。.*/, body);
    assert.deepEqual(analyse(text).findings.map(said), says ? [says] : []);
  });
}

test("六 may say 无", () => {
  assert.deepEqual(found(DRAFT.replace("本机关未收取信息处理费。", "无。")), []);
});

for (const [key, number] of [
  ["二", "二、主动公开政府信息情况"],
  ["五", "五、存在的主要问题及改进情况"],
  ["六", "六、其他需要报告的事项"],
] as const) {
  for (const layout of ["stacked", "pipe"] as const) {
    test(`${layout}: structure/missing-section: 补上${key} puts it at its place, with its table`, () => {
      const whole = writeDraft(facts({ layout }));
      const from = whole.indexOf(number);
      const behind = whole.slice(from).search(/\n[三六]、[收其]/);
      const text = whole.slice(0, from) + (behind < 0 ? "" : whole.slice(from + behind + 1));
      const analysis = analyse(text);
      const [fix] = fixed(analysis, only(analysis, "structure/missing-section"));
      assert.equal(fix?.title, `补上“${number}”`);
      const [report] = analyse(fix!.text).draft.reports;
      assert.deepEqual(
        report?.sections.map((section) => section.heading),
        analyse(whole).draft.reports[0]?.sections.map((section) => section.heading),
      );
      assert.equal(report?.tables.length, 3);
    });
  }
}

test("all sections still to come are written at once, before the signature", () => {
  const text = `${DRAFT.slice(0, DRAFT.indexOf("四、政府"))}青禾县柳溪镇人民政府\n2024年1月15日\n`;
  const analysis = analyse(text);
  const fixes = fixed(analysis, analysis.findings[0]!);
  const all = fixes.find(({ title }) => title === "补上缺少的 3 个部分");
  const [report] = analyse(all!.text).draft.reports;
  assert.deepEqual(
    report?.sections.map(({ key }) => key),
    ["overview", "disclosure", "applications", "disputes", "problems", "others"],
  );
  assert.ok(all!.text.endsWith("\n\n青禾县柳溪镇人民政府\n2024年1月15日\n"));
});
