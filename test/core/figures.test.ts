// Figures that are not written as the form asks, but whose value is plain: units stated over a column, changes in words,
// rows that detail another, tables that stand twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, type CellValue, readDraft, type Table, tableOf, toNumber } from "../../server/src/core";
import { found } from "../support/check";
import { type Facts, type Figures, facts, LAYOUTS, SOUND, writeDraft, writeTable } from "../support/draft";

function table(text: string, key: Table["key"]): Table {
  return tableOf(readDraft(text).reports[0]!, key)!;
}

function cellAt(text: string, name: string) {
  const read = table(text, name.split(".")[0] as Table["key"]);
  return read.cells[read.form.byName.get(name)!.index];
}

function valueAt(text: string, name: string): number | string {
  return plain(cellAt(text, name)!.value);
}

function plain(value: CellValue): number | string {
  return value.kind === "number" ? toNumber(value.quantity) : value.kind;
}

const FEES: Figures = { ...SOUND.disclosure, "fees.amount": "251000" };

/** 251000 元 are 25.1 万元, 3 亿元 30000 万元. */
for (const layout of LAYOUTS) {
  test(`${layout}: a header in 元 over an amount, the figure without a unit`, () => {
    const text = writeDraft(facts({ layout, disclosure: FEES })).replace("（单位：万元）", "（单位：元）");
    assert.equal(valueAt(text, "disclosure.fees.amount"), 25.1);
    const unit = table(text, "disclosure").amountUnit!;
    assert.deepEqual(
      [unit.unit, text.slice(unit.span.start, unit.span.end)],
      ["元", "本年收费金额（单位：元）"],
    );
  });

  test(`${layout}: a caption in 元 above the table counts where the header says nothing`, () => {
    const text = writeDraft(facts({ layout, disclosure: FEES }));
    const caption = (header: string) =>
      text
        .replace("（单位：万元）", header)
        .replace("二、主动公开政府信息情况\n", "二、主动公开政府信息情况\n\n（单位：元）\n");
    assert.equal(valueAt(caption(""), "disclosure.fees.amount"), 25.1);
    assert.equal(valueAt(caption("（单位：万元）"), "disclosure.fees.amount"), 251000);
    assert.equal(valueAt(caption(""), "disclosure.permits.decisions"), 208);
    for (const other of ["单位：元", "金额单位：元", "单位：件、元", "（单位：件/元）"]) {
      assert.equal(
        valueAt(caption("").replace("（单位：元）", other), "disclosure.fees.amount"),
        25.1,
        other,
      );
    }
  });
}

test("a figure's own unit counts before the header's", () => {
  const text = writeDraft(facts({ disclosure: { ...FEES, "fees.amount": "3亿元" } })).replace(
    "单位：万元",
    "单位：元",
  );
  assert.equal(valueAt(text, "disclosure.fees.amount"), 30000);
});

const OLD: Partial<Facts> = { edition: "2019", year: 2019 };

/** What stands in 本年增/减, and the change that it is. */
const CHANGES: readonly (readonly [written: string, change: number | string])[] = [
  ["增2", 2],
  ["减1", -1],
  ["+3", 3],
  ["增加2", 2],
  ["减少 12", -12],
  ["减１", -1],
  ["↑2", 2],
  ["↓1", -1],
  ["-11", -11],
  ["0", 0],
  ["增减2", "unreadable"],
];

for (const layout of LAYOUTS) {
  test(`${layout}: changes in words`, () => {
    for (const [written, change] of CHANGES) {
      const disclosure = {
        "permits.previousItems": "31",
        "permits.change": written,
        "permits.decisions": "7",
      };
      const text = writeDraft(facts({ ...OLD, layout, disclosure }));
      assert.equal(valueAt(text, "disclosure.permits.change"), change, written);
      assert.equal(valueAt(text, "disclosure.permits.decisions"), 7, written);
    }
  });
}

test("a count in such words is no number", () => {
  const text = writeDraft(facts({ disclosure: { ...SOUND.disclosure, "permits.decisions": "增2" } }));
  assert.equal(valueAt(text, "disclosure.permits.decisions"), "unreadable");
});

test("rows that detail 其他对外管理服务事项 are nothing unknown, and take no other row's place", () => {
  const parts = "| 行政确认 | 1 | 0 | 3 |\n| 行政给付 | 2 | 1 | 4 |\n| 行政裁决 | 0 | 0 | 0 |";
  const text = writeDraft(facts({ ...OLD, disclosure: { "otherServices.previousItems": "3" } })).replace(
    /^(\| 其他对外管理服务事项 .*)$/m,
    `$1\n${parts}`,
  );
  assert.equal(valueAt(text, "disclosure.otherServices.previousItems"), 3);
  assert.equal(valueAt(text, "disclosure.penalties.previousItems"), 0);
  assert.deepEqual(
    table(text, "disclosure").problems.map((problem) => [problem.kind, "label" in problem && problem.label]),
    [
      ["part-row", "行政确认"],
      ["part-row", "行政给付"],
      ["part-row", "行政裁决"],
    ],
  );
  assert.deepEqual(
    analyse(text).findings.map(({ rule }) => rule),
    [],
  );
});

test("beside the label of the whole, the first of several parts is not certain to be the whole", () => {
  const text = writeDraft(facts({ ...OLD, disclosure: {} })).replace(
    /^\| 其他对外管理服务事项 \|.*$/m,
    "| 其他对外管理服务事项 | 行政确认 | 1 | 0 | 3 |\n| | 行政给付 | 2 | 1 | 4 |",
  );
  assert.equal(cellAt(text, "disclosure.otherServices.previousItems")!.certain, false);
  assert.equal(cellAt(text, "disclosure.permits.previousItems")!.certain, true);
});

test("a row that the form does not have keeps its figures by column", () => {
  const text = writeDraft(facts()).replace(
    /^(\| +\| +\| 2\.其他法律行政法规禁止公开.*)$|^(\|[^\n]*2\.其他法律行政法规禁止公开[^\n]*)$/m,
    (row) => `${row}\n|  |  | 属于工作秘密 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |`,
  );
  const problems = table(text, "applications").problems;
  assert.deepEqual(
    problems.map((problem) =>
      problem.kind === "unknown-row" ? [problem.label, ...problem.figures.map(plain)] : problem.kind,
    ),
    [["属于工作秘密", 4, 0, 0, 0, 0, 0, 4]],
  );
  assert.equal(valueAt(text, "applications.denied.thirdParty.total"), 2);
});

/** 4 more of natural persons than the known outcomes make: by column 16+2 = 17+1, in all 20+3 = 21+2. */
const FOUR_MORE = facts({
  applications: {
    ...SOUND.applications,
    "newRequests.naturalPerson": "16",
    "newRequests.total": "20",
    "outcomeTotal.naturalPerson": "17",
    "outcomeTotal.total": "21",
  },
});

/** The draft with rows below 2.其他法律行政法规禁止公开 that the form does not have. */
function withRows(given: Facts, ...rows: string[]): string {
  const row = /^(\|[^\n]*2\.其他法律行政法规禁止公开[^\n]*)$/m;
  return writeDraft(given).replace(row, ["$1", ...rows].join("\n"));
}

for (const [kind, rows] of Object.entries({
  "one row": ["|  |  | 属于工作秘密 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |"],
  "two rows": [
    "|  |  | 属于工作秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |",
    "|  |  | 属于内部管理信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
  ],
})) {
  test(`a total that counts ${kind} unknown to the form is right, and so is one that does not`, () => {
    assert.deepEqual(found(withRows(FOUR_MORE, ...rows), "error"), []);
    assert.deepEqual(found(withRows(facts(), ...rows), "error"), []);
    assert.equal(found(withRows(facts(), ...rows), "warning").length, 1);
  });
}

test("a total that is wrong with and without the unknown row is wrong", () => {
  const row = "|  |  | 属于工作秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |";
  assert.deepEqual(found(withRows(FOUR_MORE, row), "error"), [
    "applications/outcome-total “17”",
    "applications/outcome-total “21”",
  ]);
});

test("a total is not accused where an unknown row's figures cannot be told, unless it is less than the known ones", () => {
  const row = "|  |  | 属于工作秘密 | 4 | 4 |";
  assert.deepEqual(found(withRows(FOUR_MORE, row), "error"), []);
  const less = facts({ applications: { ...SOUND.applications, "outcomeTotal.naturalPerson": "12" } });
  assert.ok(found(withRows(less, row), "error").includes("applications/outcome-total “12”"));
});

for (const key of ["disclosure", "applications", "disputes"] as const) {
  test(`the table of ${key} a second time is told as a table, not only row by row`, () => {
    const again = writeTable(facts(), key);
    const text = writeDraft(facts()).replace(again, `${again}\n\n${again}`);
    const repeated = table(text, key).problems.find(({ kind }) => kind === "repeated-table");
    assert.ok(repeated?.kind === "repeated-table");
    assert.equal(text.slice(0, repeated.span.start).includes(again), true);
    const once = table(writeDraft(facts()), key);
    assert.equal(repeated.rows.length, once.rows.length);
  });
}

test("one row a second time is no table", () => {
  const text = writeDraft(facts()).replace(/^(\| 行政许可 .*)$/m, "$1\n$1");
  assert.deepEqual(
    table(text, "disclosure").problems.map(({ kind }) => kind),
    ["repeated-row"],
  );
});
