// `extract`: every figure of every table in its own cell, in every layout and edition.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellTexts, draft } from "../support/form";
import { extractJson, gouji, type JsonCell, newFile, textIn } from "./support";

const HEADINGS = [
  ["overview", "一、总体情况"],
  ["disclosure", "二、主动公开政府信息情况"],
  ["applications", "三、收到和处理政府信息公开申请情况"],
  ["disputes", "四、政府信息公开行政复议、行政诉讼情况"],
  ["problems", "五、存在的主要问题及改进情况"],
  ["others", "六、其他需要报告的事项"],
] as const;

for (const layout of ["stacked", "tabbed", "pipe", "html"] as const) {
  for (const edition of ["2019", "2021"] as const) {
    test(`${layout}, edition ${edition}`, async () => {
      const text = draft(layout, edition);
      const { version, reports } = await extractJson(newFile(text));
      assert.equal(version, 1);
      assert.equal(reports.length, 1);
      const [report] = reports;
      assert.equal(report!.title, `柳溪镇${edition}年政府信息公开工作年度报告`);
      assert.deepEqual(
        [report!.organ, report!.year, report!.edition, report!.claims],
        ["柳溪镇", Number(edition), edition, []],
      );
      assert.deepEqual(
        report!.sections.map(({ key, heading }) => [key, heading]),
        HEADINGS,
      );
      for (const { heading, range } of report!.sections) assert.ok(textIn(text, range).includes(heading));

      const found = new Map<string, JsonCell>();
      for (const [key, table] of Object.entries(report!.tables)) {
        assert.equal(table.layout, layout);
        for (const [name, cell] of Object.entries(table.cells)) found.set(`${key}.${name}`, cell);
      }
      const expected = cellTexts(edition);
      assert.equal(
        expected.size,
        edition === "2019" ? 6 + 6 + 6 + 2 + 2 + 23 * 7 + 15 : 6 + 1 + 2 + 1 + 25 * 7 + 15,
      );
      assert.deepEqual([...found.keys()].sort(), [...expected.keys()].sort());
      for (const [name, figure] of expected) {
        const cell = found.get(name)!;
        assert.deepEqual([name, cell.value, cell.text], [name, Number(figure), figure]);
        assert.equal(textIn(text, cell.range), figure, name);
        assert.ok(!("uncertain" in cell), name);
      }
    });

    test(`${layout}, edition ${edition}: blanks, nil marks, units, full width, what is no number`, async () => {
      const amount = edition === "2019" ? "disclosure.procurement.amount" : "disclosure.fees.amount";
      const texts: [string, string, number | null][] = [
        ["applications.granted.research", "", null],
        ["applications.granted.publicWelfare", "/", null],
        ["applications.denied.security.legalService", "—", null],
        ["applications.other.otherOrganization", "无", null],
        ["applications.newRequests.total", "1，234", 1234],
        ["applications.carriedOver.naturalPerson", "１３", 13],
        ["disputes.review.pending", "多", null],
        ["disclosure.penalties.decisions", "19件", 19],
        [amount, "251000元", 25.1],
      ].map(([name, text, value]) => [
        edition === "2021" ? String(name).replace(".other.", ".other.other.") : String(name),
        String(text),
        value as number | null,
      ]);
      const text = draft(layout, edition, Object.fromEntries(texts));
      const { tables } = (await extractJson(newFile(text))).reports[0]!;
      for (const [name, figure, value] of texts) {
        const [table, ...rest] = name.split(".");
        const cell = tables[table!]!.cells[rest.join(".")]!;
        assert.deepEqual([name, cell.value, cell.text], [name, value, figure]);
        assert.equal(textIn(text, cell.range), figure);
      }
    });
  }
}

test("a title on two lines is one title", async () => {
  const text = draft("tabbed", "2021").replace("柳溪镇2021年", "柳溪镇\n2021年");
  const [report] = (await extractJson(newFile(text))).reports;
  assert.equal(report!.title, "柳溪镇2021年政府信息公开工作年度报告");
  assert.equal(report!.organ, "柳溪镇");
});

test("a row with a value too few: what it has, as uncertain; the rows beside it are certain", async () => {
  const row = "\t一、本年新收政府信息公开申请数量\n\t221\n\t457\n\t5\n\t4\n\t9\n\t8\n";
  const whole = draft("stacked", "2021");
  assert.ok(whole.includes(`${row}\t704\n`));
  const text = whole.replace(`${row}\t704\n`, row);
  const { cells } = (await extractJson(newFile(text))).reports[0]!.tables.applications!;
  const values = Object.entries(cells).filter(([name]) => name.startsWith("newRequests."));
  assert.ok(values.length > 0 && values.length <= 6);
  assert.ok(values.every(([, cell]) => cell.uncertain === true));
  assert.equal(cells["carriedOver.total"]!.value, 22);
  assert.ok(!("uncertain" in cells["carriedOver.total"]!));
});

test("a row that the draft does not have is absent", async () => {
  const text = draft("pipe", "2021").replace(/^\|[^\n]*2\.重复申请[^\n]*\n/m, "");
  const { cells } = (await extractJson(newFile(text))).reports[0]!.tables.applications!;
  assert.ok(!("notProcessed.repeated.total" in cells));
  assert.equal(cells["notProcessed.publication.total"]!.value, 48);
});

test("standard input, several reports", async () => {
  const both = draft("stacked", "2021") + draft("html", "2019").replaceAll("柳溪镇", "石桥乡");
  const { reports } = await extractJson("-", both);
  assert.deepEqual(
    reports.map(({ organ, tables }) => [organ, tables.disputes!.layout]),
    [
      ["柳溪镇", "stacked"],
      ["石桥乡", "html"],
    ],
  );
});

test("no report, no file: exit 2 and nothing on standard output", async () => {
  for (const [args, input, reason] of [
    [["extract", "-"], "什么也不是。", /^-: 未识别出/],
    [["extract", "missing.txt"], "", /^missing.txt: 文件不存在/],
    [["extract", "."], "", /^\.: 不是普通文件/],
  ] as const) {
    const { status, stdout, stderr } = await gouji([...args], input);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, reason);
  }
});

test("what the text says: each figure with its value, unit and the cells that it states", async () => {
  const text = draft("pipe", "2021").replace(
    "一、总体情况\n",
    "一、总体情况\n\n全年收到政府信息公开申请 704 件，办结约１.２万件，无行政诉讼；网站发布信息 80 余条。\n",
  );
  const [report] = (await extractJson(newFile(text))).reports;
  const claims = report!.claims.map(({ range, ...claim }) => ({ ...claim, at: textIn(text, range) }));
  assert.deepEqual(claims, [
    {
      ...{ text: "全年收到政府信息公开申请704件", value: 704, unit: "件", approximate: false },
      ...{ cell: "applications.newRequests.total", at: "704 件" },
    },
    {
      ...{ text: "办结约１.２万件", value: 12_000, unit: "件", approximate: true },
      ...{ cell: "applications.outcomeTotal.total", at: "１.２万件" },
    },
    {
      ...{ text: "无行政诉讼", value: 0, unit: "", approximate: false, at: "无行政诉讼" },
      cells: ["disputes.litigationDirect.total", "disputes.litigationAfterReview.total"],
    },
    { text: "网站发布信息80余条", value: 80, unit: "条", approximate: true, at: "80 余条" },
  ]);
});
