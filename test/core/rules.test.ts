// Each rule: what it finds, where the squiggle stands, what it says; and what it must not find.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, RULES } from "../../server/src/core";
import { analyse as analyseWith } from "../../server/src/core/engine/analyse";
import { found, only, said } from "../support/check";
import { applicationRows, type Figures, facts, LAYOUTS, SOUND, writeDraft } from "../support/draft";

/** A draft of the sound facts with some figures of 申请 changed. */
function applications(changes: Figures, layout = SOUND.layout): string {
  return writeDraft(facts({ layout, applications: { ...SOUND.applications, ...changes } }));
}

for (const layout of LAYOUTS) {
  test(`${layout}: a wrong 总计 of a row that nothing else depends on`, () => {
    const text = applications(
      { "granted.total": "8", "outcomeTotal.total": "18", "carriedForward.total": "1" },
      layout,
    );
    assert.deepEqual(found(text), [
      "applications/row-total “8”",
      "applications/row-total “18”",
      "applications/row-total “1”",
    ]);
  });
}

test("applications/row-total says what stands, what the parts add up to, and which they are", () => {
  const text = applications({ "newRequests.total": "15" });
  const analysis = analyse(text);
  const finding = only(analysis, "applications/row-total");
  assert.equal(
    said(finding),
    "“一、本年新收政府信息公开申请数量”总计为 15，各类申请人之和为 16（= 12 + 3 + 0 + 0 + 1 + 0）。请核对本行。",
  );
  assert.equal(finding.cells[0], "applications.newRequests.total");
  assert.equal(finding.cells.length, 7);
  assert.deepEqual(
    finding.related?.map(({ span }) => text.slice(span.start, span.end)),
    ["12", "3", "1"],
  );
  assert.ok(
    said(only(analysis, "applications/balance")).startsWith(
      "“总计”列不平：一 15 + 二 3 = 18，（七）17 + 四 2 = 19，相差 1。",
    ),
  );
});

test("applications/outcome-total names the column and the outcomes that are not zero", () => {
  const text = applications({ "unable.notHeld.naturalPerson": "5", "unable.notHeld.total": "6" });
  const findings = analyse(text).findings.map(said);
  assert.deepEqual(findings, [
    "“自然人”列（七）总计为 13，（一）至（六）之和为 14（= 5 + 2 + 1 + 5 + 1，其余为 0）。请核对本列。",
    "“总计”列（七）总计为 17，（一）至（六）之和为 18（= 7 + 2 + 2 + 6 + 1，其余为 0）。请核对本列。",
  ]);
});

test("applications/balance stands at 结转下年度 and names the four figures", () => {
  const text = applications({ "carriedForward.naturalPerson": "0", "carriedForward.total": "1" });
  const findings = analyse(text).findings;
  assert.deepEqual(found(text), ["applications/balance “0”", "applications/balance “1”"]);
  assert.deepEqual(findings[0]?.cells, [
    "applications.newRequests.naturalPerson",
    "applications.carriedOver.naturalPerson",
    "applications.outcomeTotal.naturalPerson",
    "applications.carriedForward.naturalPerson",
  ]);
  assert.match(said(findings[0]!), /“自然人”列不平：一 12 \+ 二 2 = 14，（七）13 \+ 四 0 = 13，相差 1。/);
});

for (const layout of LAYOUTS) {
  test(`${layout}: disputes/total of each group`, () => {
    const text = writeDraft(
      facts({
        layout,
        disputes: { ...SOUND.disputes, "review.total": "4", "litigationAfterReview.pending": "2" },
      }),
    );
    const analysis = analyse(text);
    assert.deepEqual(found(text), ["disputes/total “4”", "disputes/total “0”"]);
    assert.deepEqual(analysis.findings.map(said), [
      "行政复议总计为 4，四项结果之和为 3（= 2 + 0 + 0 + 1）。请核对。",
      "行政诉讼 · 复议后起诉总计为 0，四项结果之和为 2（= 0 + 0 + 0 + 2）。请核对。",
    ]);
  });
}

test("table/blank-cell: one finding for a run, and a total says what it should be", () => {
  const text = applications({
    "granted.research": "",
    "granted.publicWelfare": "",
    "carriedForward.total": "",
    "partlyGranted.business": "/",
    "partlyGranted.research": "/",
    "partlyGranted.publicWelfare": "—",
  });
  assert.deepEqual(
    analyse(text).findings.map((finding) => [finding.rule, finding.cells.length, said(finding)]),
    [
      [
        "table/blank-cell",
        2,
        "“（一）予以公开 · 科研机构”至“（一）予以公开 · 社会公益组织”空白（共 2 格）。没有的请填 0。",
      ],
      [
        "table/blank-cell",
        2,
        "“（二）部分公开 · 商业企业”至“（二）部分公开 · 科研机构”填的是“/”（共 2 格），此处应填数字。没有的请填 0。",
      ],
      ["table/blank-cell", 1, "“（二）部分公开 · 社会公益组织”填的是“—”，此处应填数字。没有的请填 0。"],
      ["table/blank-cell", 1, "“四、结转下年度继续办理 · 总计”空白，按各项之和应为 2。"],
    ],
  );
});

test("a blank among figures hides nothing and accuses nobody: only what is certain is an error", () => {
  // 12 + blank + 0 + 0 + 1 + 0 against 16: the blank may be 3.
  assert.deepEqual(found(applications({ "newRequests.business": "" }), "error"), []);
  // 12 + blank + 0 + 0 + 1 + 0 against 9: no figure in the blank could mend that.
  const text = applications({ "newRequests.business": "", "newRequests.total": "9" });
  const finding = only(analyse(text), "applications/row-total");
  assert.equal(
    said(finding),
    "“一、本年新收政府信息公开申请数量”总计为 9，已填各项之和已达 13，且另有未填或无法读取的格。请核对。",
  );
});

test("a figure that cannot be read makes its sums unknown, not wrong", () => {
  assert.deepEqual(found(applications({ "granted.naturalPerson": "五" })), ["table/cell-value “五”"]);
});

test("a nil mark counts as zero", () => {
  assert.deepEqual(found(applications({ "granted.business": "/" }), "error"), [
    "applications/row-total “7”",
    "applications/outcome-total “2”",
  ]);
});

test("a draft that leaves zeros blank is still checked", () => {
  const blank = Object.fromEntries(
    Object.keys(
      applicationRows(Object.fromEntries(rowKeys().map((row) => [row, [0, 0, 0, 0, 0, 0, 0]]))),
    ).map((name) => [
      name,
      SOUND.applications[name] === undefined || SOUND.applications[name] === "0"
        ? ""
        : SOUND.applications[name],
    ]),
  );
  assert.deepEqual(found(writeDraft(facts({ applications: blank })), "error"), []);
  const wrong = writeDraft(facts({ applications: { ...blank, "granted.total": "9" } }));
  assert.deepEqual(found(wrong, "error"), ["applications/row-total “9”", "applications/outcome-total “17”"]);
});

function rowKeys(): string[] {
  const [report] = analyse(writeDraft(facts())).draft.reports;
  return report!.tables.find((table) => table.key === "applications")!.rows.map(({ row }) => row.key);
}

const CELL_VALUES: readonly (readonly [figure: string, says: string])[] = [
  ["三", "“行政许可 · 本年处理决定数量”填的“三”不是数字。请填数字，没有的填 0。"],
  ["O", "“行政许可 · 本年处理决定数量”填的“O”不是数字。请填数字，没有的填 0。"],
  ["208件", "“行政许可 · 本年处理决定数量”填的“208件”带有单位“件”。单位见表头，格内只填数字：208。"],
  ["-2", "“行政许可 · 本年处理决定数量”为负数 -2。数量不能小于 0，请核对。"],
  ["2.5", "“行政许可 · 本年处理决定数量”为 2.5，不是整数。请核对。"],
  ["２０８", "“行政许可 · 本年处理决定数量”填的“２０８”是全角数字，应写作 208。"],
  ["1,208", "“行政许可 · 本年处理决定数量”填的“1,208”带有千分位分隔符，应写作 1208。"],
];

for (const [figure, says] of CELL_VALUES) {
  test(`table/cell-value: ${figure}`, () => {
    const text = writeDraft(facts({ disclosure: { ...SOUND.disclosure, "permits.decisions": figure } }));
    const finding = only(analyse(text), "table/cell-value");
    assert.equal(text.slice(finding.span.start, finding.span.end), figure);
    assert.equal(said(finding), says);
    assert.equal(analyse(text).findings.length, 1);
  });
}

const AMOUNTS: readonly (readonly [figure: string, header: string, says: string | null])[] = [
  [
    "24万元",
    "采购总金额",
    "“政府集中采购 · 采购总金额”填的“24万元”带有单位“万元”。单位见表头，格内只填数字：24。",
  ],
  [
    "251000元",
    "采购总金额（单位：万元）",
    "“政府集中采购 · 采购总金额”填的“251000元”以“元”为单位，本格应以万元计：25.1。",
  ],
  [
    "251000元",
    "采购总金额（单位：万元，保留四位小数）",
    "“政府集中采购 · 采购总金额”填的“251000元”以“元”为单位，本格应以万元计：25.1000。",
  ],
  [
    "14.24",
    "采购总金额（单位：万元，保留4位小数）",
    "“政府集中采购 · 采购总金额”填的 14.24 不足 4 位小数，按表头要求应写作 14.2400。",
  ],
  [
    "24",
    "采购总金额（单位：万元，保留四位小数）",
    "“政府集中采购 · 采购总金额”填的 24 不足 4 位小数，按表头要求应写作 24.0000。",
  ],
  ["14.2404", "采购总金额（单位：万元，保留四位小数）", null],
  ["14.24", "采购总金额（单位：万元）", null],
  ["0", "采购总金额（单位：万元，保留四位小数）", null],
];

for (const [figure, header, says] of AMOUNTS) {
  test(`table/cell-value: ${figure} under ${header}`, () => {
    const disclosure = { "procurement.projects": figure === "0" ? "0" : "2", "procurement.amount": figure };
    const draft = writeDraft(facts({ edition: "2019", year: 2019, disclosure }));
    const text = draft.replace("采购总金额（单位：万元，保留四位小数）", header);
    assert.deepEqual(analyse(text).findings.map(said), says ? [says] : []);
  });
}

test("a negative change is no mistake", () => {
  const text = writeDraft(facts({ edition: "2019", year: 2019, disclosure: { "permits.change": "-11" } }));
  assert.deepEqual(found(text), []);
});

test("table/shape: missing rows are one finding, at the row before them", () => {
  const text = writeDraft(facts()).replace(/^.*(?:信访举报投诉类申请|重复申请|要求提供公开出版物).*\n/gm, "");
  const finding = only(analyse(text), "table/shape");
  assert.equal(
    said(finding),
    "缺少“1.信访举报投诉类申请”、“2.重复申请”、“3.要求提供公开出版物”。请按格式文本补上。",
  );
  assert.equal(text.slice(finding.span.start, finding.span.end), "3.补正后申请内容仍不明确");
});

test("table/shape: a row that stands twice, and one that the form does not have", () => {
  const row = /^.*2\.没有现成信息需要另行制作.*\n/m;
  const twice = writeDraft(facts()).replace(row, (line) => line + line);
  assert.match(said(only(analyse(twice), "table/shape")), /“2\.没有现成信息需要另行制作”重复出现/);
  const unknown = writeDraft(facts()).replace(
    row,
    (line) => `${line}|  |  | 9.转交其他机关答复 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n`,
  );
  assert.match(said(only(analyse(unknown), "table/shape")), /“9\.转交其他机关答复”不是本表格式文本中的行/);
});

test("table/shape: too many values", () => {
  const text = writeDraft(facts()).replace(/(重复申请 *\| 1 {3})/, "$1| 7   ");
  assert.match(said(only(analyse(text), "table/shape")), /“2\.重复申请”有 8 个数，应为 7 个/);
});

test("every rule's severity can be changed and every rule turned off", () => {
  const text = applications({ "newRequests.total": "15" });
  const severities = { "applications/balance": "off", "applications/row-total": "hint" } as const;
  assert.deepEqual(
    analyse(text, { severities }).findings.map(({ rule, severity }) => [rule, severity]),
    [["applications/row-total", "hint"]],
  );
  const off = Object.fromEntries(RULES.map(({ code }) => [code, "off" as const]));
  assert.deepEqual(analyse(text, { severities: off }).findings, []);
});

test("a rule that throws is named, and the others go on", () => {
  const broken = {
    ...RULES[0]!,
    check: () => {
      throw new Error("defect");
    },
  };
  const text = applications({ "newRequests.total": "15" });
  const analysis = analyseWith(text, {}, [broken, ...RULES.slice(1)]);
  assert.deepEqual(
    analysis.crashes.map(({ rule }) => rule),
    [broken.code],
  );
  assert.equal(analysis.findings.length, 2);
});

const IGNORES: readonly (readonly [comment: string, left: readonly string[]])[] = [
  ["<!-- gouji-ignore applications/balance: 上年数据已更正 -->", ["applications/row-total"]],
  [
    "<!-- gouji-ignore applications/balance applications.carriedForward.total: 已核实 -->",
    ["applications/row-total"],
  ],
  [
    "<!-- gouji-ignore applications/balance applications.carriedForward.business -->",
    ["ignore/unused", "applications/row-total", "applications/balance"],
  ],
  [
    "<!-- gouji-ignore disputes/total -->",
    ["ignore/unused", "applications/row-total", "applications/balance"],
  ],
  [
    "行内 <!-- gouji-ignore applications/balance --> 不算",
    ["ignore/unused", "applications/row-total", "applications/balance"],
  ],
];

for (const [comment, left] of IGNORES) {
  test(`silencing: ${comment}`, () => {
    const text = applications({ "newRequests.total": "15" }).replace("\n\n一、", `\n\n${comment}\n\n一、`);
    assert.deepEqual(
      analyse(text).findings.map(({ rule }) => rule),
      left,
    );
  });
}
