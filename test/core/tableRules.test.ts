// The rules on tables and the relations of their figures: each with what it must find, what it must not, and what its
// fix leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/core";
import { fixed, found, only, said } from "../support/check";
import { facts, LAYOUTS, SOUND, writeDraft } from "../support/draft";
import { DRAFT, mended } from "../support/mended";

const EARLIER = facts({ edition: "2019", year: 2020 });

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
