// The rules on structure, labels, relations, style and privacy: each with what it must find, what it must not, and
// what its fix leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/core";
import { fixed, found, only, said } from "../support/check";
import { facts, LAYOUTS, SOUND, writeDraft } from "../support/draft";

const DRAFT = writeDraft(facts());
const EARLIER = facts({ edition: "2019", year: 2020 });

/** The one finding of `rule` says this; its first fix takes it away and brings no other finding. */
function mended(text: string, rule: string, says: string): string {
  const analysis = analyse(text);
  const finding = only(analysis, rule);
  assert.equal(said(finding), says);
  const [fix] = fixed(analysis, finding);
  assert.ok(fix, "no fix");
  const before = new Set(found(text));
  const after = found(fix.text);
  assert.deepEqual(
    after.filter((other) => other.startsWith(rule) || !before.has(other)),
    [],
  );
  return fix.text;
}

test("the drafts that these tests change are clean", () => {
  for (const layout of LAYOUTS) {
    assert.deepEqual(found(writeDraft(facts({ layout }))), []);
    assert.deepEqual(found(writeDraft({ ...EARLIER, layout })), []);
  }
});

const RELATIONS: readonly [string, "2019" | "2021", Record<string, string>, string | null][] = [
  [
    "more disclosed this year than ever",
    "2019",
    { "normativeDocuments.disclosed": "5", "normativeDocuments.totalDisclosed": "4" },
    "“规范性文件”本年新公开数量为 5，多于对外公开总数量 4。总数量应包括本年新公开的，请核对。",
  ],
  ["as many", "2019", { "regulations.disclosed": "4", "regulations.totalDisclosed": "4" }, null],
  [
    "projects that cost nothing",
    "2019",
    { "procurement.projects": "3", "procurement.amount": "0" },
    "政府集中采购有 3 个项目，采购总金额却为 0。请核对。",
  ],
  [
    "an amount without a project",
    "2019",
    { "procurement.projects": "0", "procurement.amount": "12.5000" },
    "政府集中采购总金额为 12.5 万元，采购项目数量却为 0。请核对。",
  ],
  ["projects with an amount", "2019", { "procurement.projects": "1", "procurement.amount": "0.3000" }, null],
  [
    "more issued than are in force or repealed",
    "2021",
    {
      "normativeDocuments.issued": "6",
      "normativeDocuments.repealed": "1",
      "normativeDocuments.inForce": "4",
    },
    "“行政规范性文件”本年制发 6 件，多于现行有效 4 件与本年废止 1 件之和 5。请核对。",
  ],
  [
    "issued and repealed in one year",
    "2021",
    {
      "normativeDocuments.issued": "5",
      "normativeDocuments.repealed": "1",
      "normativeDocuments.inForce": "4",
    },
    null,
  ],
];

for (const [what, edition, disclosure, says] of RELATIONS) {
  test(`disclosure/relation: ${what}`, () => {
    const given = edition === "2019" ? EARLIER : SOUND;
    const findings = analyse(writeDraft({ ...given, disclosure })).findings;
    assert.deepEqual(
      findings.map((finding) => [finding.rule, said(finding)]),
      says ? [["disclosure/relation", says]] : [],
    );
  });
}

for (const layout of LAYOUTS) {
  test(`${layout}: table/label restores the form's label and keeps a note`, () => {
    const text = writeDraft(facts({ layout })).replace(
      "2.其他法律行政法规禁止公开",
      "2.其他法律法规禁止公开（含保密法）",
    );
    const after = mended(
      text,
      "table/label",
      "“2.其他法律法规禁止公开（含保密法）”与格式文本不一致，应为“2.其他法律行政法规禁止公开”。",
    );
    assert.ok(after.includes("2.其他法律行政法规禁止公开（含保密法）"));
  });

  test(`${layout}: table/edition: tables of 2021 in a report for 2020, and the reverse`, () => {
    const early = writeDraft(facts({ layout, year: 2020 }));
    assert.deepEqual(analyse(early).findings.map(said), [
      "本报告为 2020 年度，应使用国办公开办函〔2019〕60号的表格，此处是国办公开办函〔2021〕30号的表格。请换用，或核对年份。",
    ]);
    const late = writeDraft({ ...EARLIER, layout, year: 2021 });
    assert.deepEqual(
      analyse(late).findings.map(({ rule }) => rule),
      ["table/edition"],
    );
  });
}

test("a column's label in other words is restored", () => {
  const text = DRAFT.replace("现行有效件数", "有效件数").replace("本年废止件数", "本年度废止件数");
  assert.deepEqual(
    analyse(text)
      .findings.filter(({ rule }) => rule === "table/label")
      .map(said),
    ["“本年度废止件数”与格式文本不一致，应为“本年废止件数”。"],
  );
});

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

/** A draft with this text in section 一. */
function overview(...lines: string[]): string {
  return DRAFT.replace("一、总体情况\n", `一、总体情况\n${lines.join("\n")}\n`);
}

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
    if (says) mended(text, "structure/heading-sequence", says);
  });
}

test("structure/empty-section: nothing under a heading, though a signature follows", () => {
  const text = DRAFT.replace("本机关未收取信息处理费。", "\n青禾县柳溪镇人民政府\n2024年1月15日");
  assert.deepEqual(analyse(text).findings.map(said), [
    "“六、其他需要报告的事项”下没有内容。没有的请写明“无”或说明情况。",
  ]);
});

for (const [body, says] of [
  ["无。", "“五、存在的主要问题及改进情况”只写了“无。”。请写明存在的问题和改进情况。"],
  [
    "本年度无存在问题。",
    "“五、存在的主要问题及改进情况”只写了“本年度无存在问题。”。请写明存在的问题和改进情况。",
  ],
  ["没有专人负责，公开不够及时。已调配一人。", null],
] as const) {
  test(`structure/empty-section: 五 that says ${body}`, () => {
    const text = DRAFT.replace(/公开内容的更新还不够及时。.*/, body);
    assert.deepEqual(analyse(text).findings.map(said), says ? [says] : []);
  });
}

test("六 may say 无", () => {
  assert.deepEqual(found(DRAFT.replace("本机关未收取信息处理费。", "无。")), []);
});

const RESIDUE: readonly [string, string, string, string][] = [
  ["a bookmark", "[bookmark: _GoBack]本机关", "“[bookmark: _GoBack]”是转换文档时留下的，请删去。", "本机关"],
  [
    "zero-width characters",
    "本\u200b机\ufeff关",
    "有 2 个看不见的零宽字符，是转换文档时留下的，请删去。",
    "本机关",
  ],
  [
    "no-break spaces",
    "\u00a0\u00a0\u00a0\u00a0本机关",
    "有 1 处连续的不换行空格，是转换文档时留下的。",
    "　　本机关",
  ],
];

for (const [what, residue, says, clean] of RESIDUE) {
  test(`style/residue: ${what}`, () => {
    const text = DRAFT.replace("本机关按照", `${residue}按照`);
    assert.equal(mended(text, "style/residue", says), DRAFT.replace("本机关按照", `${clean}按照`));
  });
}

test("style/residue: a sentence broken into two paragraphs is joined", () => {
  const whole = "全镇建立了信息发布的三级审核制度，由各科室初审、党政办公室复审、分管领导终审后方可发布。";
  const text = overview(whole.replace("初审、", "初审、\n"));
  const after = mended(
    text,
    "style/residue",
    "句子在“各科室初审、”后断开，“党政办公室复”另起了一段。请检查换行。",
  );
  assert.equal(after, overview(whole));
});

test("style/residue: wrapped lines are no broken paragraphs", () => {
  const lines = Array.from({ length: 6 }, () => "本机关定期更新机构职能、领导分工、办事指南等栏目的内容，");
  assert.deepEqual(
    found(overview(...lines, "并按月检查。")).filter((finding) => finding.startsWith("style/residue")),
    [],
  );
});

const MARKS: readonly [string, string, string][] = [
  ["全年答复3件,均按时(无延期)办结;", "全年答复3件，均按时（无延期）办结；", "“,();”（共 4 处）"],
  ['打造"阳光政府",群众满意:好', "打造“阳光政府”，群众满意：好", '“",:”（共 4 处）'],
];

for (const [wrong, right, which] of MARKS) {
  test(`style/punctuation: ${wrong}`, () => {
    assert.equal(
      mended(overview(wrong), "style/punctuation", `中文里用了半角标点${which}。`),
      overview(right),
    );
  });
}

for (const quiet of [
  "网址为https://example.org/a,b:c，邮箱为a.b@example.org。",
  "共1,234件，占12.5%，时间为9:30。",
  "使用 Word (2016) 编写，见 [说明](a,b)。",
]) {
  test(`style/punctuation says nothing of ${quiet}`, () => {
    assert.deepEqual(found(overview(quiet)), []);
  });
}

// An invented number. The weighted sum of its first 17 digits is 7+9+5+4+2+9+54+27+35+32+20+2 = 206, which leaves 8
// when divided by 11: the check character is 4.
test("privacy/personal-data: an identity-card number with the right check character", () => {
  const text = overview("经办人的身份证号为110101199003074514，");
  const finding = only(analyse(text), "privacy/personal-data");
  assert.equal(text.slice(finding.span.start, finding.span.end), "110101199003074514");
  assert.equal(said(finding), "110***********4514 是身份证号码。报告将公开发布，请删去或遮盖。");
});

test("privacy/personal-data: numbers are shown masked, and masked by the fix", () => {
  const mobile = overview("联系人的电话为13812345678。");
  const after = mended(
    mobile,
    "privacy/personal-data",
    "138****5678 是手机号码。报告将公开发布，请确认可以公开，或改用办公电话。",
  );
  assert.ok(after.includes("电话为138****5678。"));
});

for (const quiet of [
  "电话：010-12345678。",
  "统一社会信用代码为91110101138123456X。",
  "身份证样例110101199003074510的校验码不对。",
  "编号2023138123456781。",
]) {
  test(`privacy/personal-data says nothing of ${quiet}`, () => {
    assert.deepEqual(found(overview(quiet)), []);
  });
}

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

for (const layout of ["stacked", "tabbed", "pipe"] as const) {
  test(`${layout}: table/shape: a missing row is inserted with zeros`, () => {
    const whole = writeDraft(facts({ layout }));
    const row =
      layout === "stacked"
        ? /\t\n\t\n\t4\.无正当理由大量反复申请\n(?:\t0\n){6}\t0\n\n|\t[^\n]*\n\t4\.无正当理由大量反复申请\n(?:\t0\n){7}\n/
        : /^.*4\.无正当理由大量反复申请.*\n/m;
    const text = whole.replace(row, "");
    assert.notEqual(text, whole);
    const after = mended(text, "table/shape", "缺少“4.无正当理由大量反复申请”。请按格式文本补上。");
    const cells = (draft: string) =>
      analyse(draft).draft.reports[0]!.tables[1]!.cells.map((cell) => cell?.text);
    assert.deepEqual(cells(after), cells(whole));
  });
}

test("table/blank-cell: a run with its total gets the total of what stands before it", () => {
  const text = DRAFT.replace(
    /(\| 一、本年新收政府信息公开申请数量 \|[^|]*\| 12 *\| 3 *)\|.*\|/,
    "$1|     |     |     |     |     |",
  );
  const analysis = analyse(text);
  const [fix] = fixed(analysis, only(analysis, "table/blank-cell"));
  assert.equal(fix?.title, "这 5 格填 0，其中的总计填各项之和");
  const [report] = analyse(fix!.text).draft.reports;
  assert.deepEqual(
    report!.tables[1]!.cells.slice(0, 7).map((cell) => cell?.text),
    ["12", "3", "0", "0", "0", "0", "15"],
  );
});
