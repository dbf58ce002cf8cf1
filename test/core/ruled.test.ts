// Tables drawn with +---+ and |, as pandoc writes Word's: cells over several lines, merged cells without edges inside,
// and tables in which a merged cell's text stands at every place that it covers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, fixesOf, readDraft, tableOf } from "../../server/src/core";
import { displayWidth } from "../../server/src/core/text/width";
import { draftAt } from "../generator/corpus";
import { fixed, found, only } from "../support/check";
import { draft } from "../support/form";
import { wrongCells } from "../support/reading";

/** The form's draft with these lines in place of the table of section 二 (or 四, `disputes`). */
function withTable(table: string, key: "disclosure" | "disputes" = "disclosure"): string {
  const text = draft("pipe", "2021");
  const [from, to] = key === "disclosure" ? ["| 第二十条", "## 三、"] : ["| 行政复议", "## 五、"];
  return `${text.slice(0, text.indexOf(from))}${table.trim()}\n\n${text.slice(text.indexOf(to))}`;
}

const MERGED = `
+-------------------------------------------------------+
| 第二十条第（一）项                                    |
+================+==============+===========+===========+
| 信息内容       | 本年制发件数 | 本年废止  | 现行有效  |
|                |              | 件数      | 件数      |
+----------------+--------------+-----------+-----------+
| 规章           | 1            | 2         | 3         |
+----------------+--------------+-----------+-----------+
| 行政规范性文件 | 4            | 5         | 6         |
+----------------+--------------+-----------+-----------+
| 第二十条第（五）项                                    |
+----------------+--------------------------------------+
| 信息内容       | 本年处理决定数量                     |
+----------------+--------------------------------------+
| 行政许可       | 7                                    |
+----------------+--------------------------------------+
| 第二十条第（六）项                                    |
+----------------+--------------------------------------+
| 信息内容       | 本年处理决定数量                     |
+----------------+--------------------------------------+
| 行政处罚       | 8                                    |
+----------------+--------------------------------------+
| 行政强制       | 9                                    |
+----------------+--------------------------------------+
| 第二十条第（八）项                                    |
+----------------+--------------------------------------+
| 信息内容       | 本年收费金额（单位：万元）           |
+----------------+--------------------------------------+
| 行政事业性     | 10.5000                              |
| 收费           |                                      |
+----------------+--------------------------------------+
`;

test("merged columns, labels over two lines", () => {
  const text = withTable(MERGED);
  assert.deepEqual(wrongCells(text, "2021"), []);
  assert.deepEqual(found(text), []);
});

test("figures longer than their columns move the last cells behind the edges' end: each stays in its row", () => {
  const cellOf = (text: string, name: string) => {
    const table = tableOf(readDraft(text).reports[0]!, "applications")!;
    return table.cells[table.form.byName.get(`applications.${name}`)!.index]!;
  };
  let text = draftAt(15, "pipe", 0).text;
  assert.match(text, /\+---/);
  for (const [name, digits] of [
    ["denied.otherLaw.research", "1234"],
    ["notProcessed.reconfirm.naturalPerson", "7"],
  ] as const) {
    const { end } = cellOf(text, name).span;
    text = text.slice(0, end) + digits + text.slice(end);
  }
  const totals = ["denied.otherLaw.total", "notProcessed.reconfirm.total"].map(
    (name) => cellOf(text, name).text,
  );
  assert.deepEqual(totals, ["28", "33"]);
});

const BAND = `
+---------------------------+-------------------------------------------------------+
| 行政复议                  | 行政诉讼                                              |
+=====+=====+=====+=====+===+---------------------------+---------------------------+
| 结  | 结  | 其  | 尚  |总 | 未经复议直接起诉          | 复议后起诉                |
| 果  | 果  | 他  | 未  |计 +-----+-----+-----+-----+---+-----+-----+-----+-----+---+
| 维  | 纠  | 结  | 审  |   | 结  | 结  | 其  | 尚  |总 | 结  | 结  | 其  | 尚  |总 |
| 持  | 正  | 果  | 结  |   | 果  | 果  | 他  | 未  |计 | 果  | 果  | 他  | 未  |计 |
|     |     |     |     |   | 维  | 纠  | 结  | 审  |   | 维  | 纠  | 结  | 审  |   |
|     |     |     |     |   | 持  | 正  | 果  | 结  |   | 持  | 正  | 果  | 结  |   |
+-----+-----+-----+-----+---+-----+-----+-----+-----+---+-----+-----+-----+-----+---+
| 1   | 2   | 3   | 4   |10 | 5   | 6   | 7   | 8   |26 | 0   | 1   | 0   | 2   | 3 |
+-----+-----+-----+-----+---+-----+-----+-----+-----+---+-----+-----+-----+-----+---+
`;

test("merged rows, headers down a column", () => {
  const text = withTable(BAND, "disputes");
  assert.deepEqual(wrongCells(text, "2021"), []);
  assert.deepEqual(found(text), []);
});

test("a wrong figure is found at its cell, its fix leaves the edges", () => {
  const text = withTable(BAND.replace("|10 |", "|11 |"), "disputes");
  const analysis = analyse(text);
  const finding = only(analysis, "disputes/total");
  assert.equal(text.slice(finding.span.start, finding.span.end), "11");
  assert.equal(fixed(analysis, finding)[0]!.text, withTable(BAND, "disputes"));
});

test("a blank cell and a nil mark between drawn edges are cells", () => {
  const text = withTable(MERGED.replace("| 5         |", "|           |").replace("| 7  ", "| -  "));
  const table = tableOf(readDraft(text).reports[0]!, "disclosure")!;
  const kind = (name: string) => table.cells[table.form.byName.get(`disclosure.${name}`)!.index]!.value.kind;
  assert.deepEqual([kind("normativeDocuments.repealed"), kind("permits.decisions")], ["blank", "nil"]);
});

test("a label wider than its column moves the bars behind it, and the row is read all the same", () => {
  const wide = "| 行政规范性文件（含与其他机关联合制发的文件） | 4            |";
  const text = withTable(MERGED.replace("| 行政规范性文件 | 4            |", wide));
  assert.deepEqual(wrongCells(text, "2021"), []);
});

test("a label off the form over two lines is told, and not mended over what stands between them", () => {
  const text = withTable(MERGED.replace("| 行政事业性     |", "| 各类行政事业性 |"));
  const analysis = analyse(text);
  const finding = only(analysis, "table/label");
  assert.deepEqual(finding.message, { id: "label", found: "各类行政事业性收费", expected: "行政事业性收费" });
  assert.deepEqual(
    fixesOf(analysis, finding).filter(({ title }) => title.id === "write-as"),
    [],
  );
});

test("a missing row is not copied from a row between edges", () => {
  const text = withTable(MERGED.replace(/\| 行政强制.*\n\+.*\n/, ""));
  const analysis = analyse(text);
  const finding = only(analysis, "table/shape");
  assert.deepEqual(
    fixesOf(analysis, finding).filter(({ title }) => title.id === "insert-rows"),
    [],
  );
});

const REPEATED = `
| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 1 | 2 | 3 |
| 行政规范性文件 | 4 | 5 | 6 |
| 第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项 | 第二十条第（五）项 |
| 信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |
| 行政许可 | 7 | 7 | 7 |
| 第二十条第（六）项 | 第二十条第（六）项 | 第二十条第（六）项 | 第二十条第（六）项 |
| 信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |
| 行政处罚 | 8 | 8 | 8 |
| 行政强制 | 9 | 9 | 9 |
| 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 |
| 信息内容 | 本年收费金额（单位：万元） | 本年收费金额（单位：万元） | 本年收费金额（单位：万元） |
| 行政事业性收费 | 10.5000 | 10.5000 | 10.5000 |
`;

test("a merged cell written at every place that it covers counts once", () => {
  const text = withTable(REPEATED);
  assert.deepEqual(wrongCells(text, "2021"), []);
  assert.deepEqual(found(text), []);
});

test("where such places differ, the row is told and none of them believed", () => {
  const text = withTable(REPEATED.replace("| 7 | 7 | 7 |", "| 7 | 5 | 7 |"));
  assert.deepEqual(found(text, "warning"), ["table/shape “7”"]);
});

test("（七）总计 in two merged columns above blanks is a row, no header", () => {
  const text = draft("pipe", "2021").replace(
    /^\|[^|\n]*\|[^|\n]*（七）总计[^\n]*$/m,
    "| 三、本年度办理结果 | （七）总计 | （七）总计 |  |  |  |  |  |  |  |",
  );
  const table = tableOf(readDraft(text).reports[0]!, "applications")!;
  assert.deepEqual(table.problems, []);
  assert.equal(table.rows.find(({ row }) => row.key === "outcomeTotal")?.found, 7);
});

const wide = (words: string, width: number) => words + " ".repeat(width - displayWidth(words));

/** The form's draft with its pipe tables drawn as boxes; `sign` is how many columns a drawn sign takes in the font. */
function boxed(sign: 1 | 2, edges: "all" | "header"): string {
  return draft("pipe", "2021").replace(/(?:^\|.*\n)+/gm, (table) => {
    const rows = table
      .trimEnd()
      .split("\n")
      .filter((line) => !/^\|[ :|-]+$/.test(line))
      .map((line) => line.slice(1, -1).split("|"))
      .map((cells) => cells.map((cell) => cell.trim()));
    const columns = Math.max(...rows.map(({ length }) => length));
    const widths = Array.from({ length: columns }, (_, i) =>
      Math.max(...rows.map((cells) => 2 * Math.ceil(displayWidth(cells[i] ?? "") / 2)), 2),
    );
    const edge = ([left, middle, right]: string) =>
      `${left}${widths.map((width) => "─".repeat(width / sign)).join(middle)}${right}`;
    const lines = rows.map((cells) => `│${widths.map((width, i) => wide(cells[i] ?? "", width)).join("│")}│`);
    const body = edges === "all" ? lines.slice(1).join(`\n${edge("├┼┤")}\n`) : lines.slice(1).join("\n");
    return `${[edge("┌┬┐"), lines[0], edge("├┼┤"), body, edge("└┴┘")].join("\n")}\n`;
  });
}

for (const sign of [1, 2] as const) {
  for (const edges of ["all", "header"] as const) {
    test(`boxes of ─ and │, ${sign} wide, edges: ${edges}`, () => {
      assert.deepEqual(wrongCells(boxed(sign, edges), "2021"), []);
      assert.deepEqual(found(boxed(sign, edges)), []);
    });

    test(`boxes without the edge above the first row, ${sign} wide, edges: ${edges}`, () => {
      const text = boxed(sign, edges).replace(/^┌.*\n/gm, "");
      assert.deepEqual(wrongCells(text, "2021"), []);
    });
  }
}

test("a box with a merged cell and words over two lines", () => {
  const box = (ascii: string) =>
    ascii.replace(/^\+.*\+$/gm, (edge) => edge.replace(/[-=]/g, "━").replace(/\+/g, "╋")).replace(/\|/g, "┃");
  const disclosure = withTable(box(MERGED));
  assert.deepEqual(wrongCells(disclosure, "2021"), []);
  assert.deepEqual(found(disclosure), []);
});

test("a box with words over two lines without the edge above it", () => {
  const box = MERGED.trim()
    .replace(/^\+.*\+$/gm, (edge) => edge.replace(/[-=]/g, "─").replace(/\+/g, "┼"))
    .replace(/\|/g, "│");
  const text = withTable(box.slice(box.indexOf("\n")));
  assert.deepEqual(wrongCells(text, "2021"), []);
  assert.deepEqual(found(text), []);
});

test("a box with merged cells in a font whose drawn signs are two columns wide", () => {
  const widths = [16, 14, 12, 12];
  const line = (cells: readonly string[]) => {
    const last = widths.slice(cells.length - 1).reduce((sum, width) => sum + width + 2, -2);
    return `│${cells.map((cell, i) => wide(cell, i < cells.length - 1 ? widths[i]! : last)).join("│")}│`;
  };
  const edge = `├${widths.map((width) => "─".repeat(width / 2)).join("┼")}┤`;
  const rows = [
    ["第二十条第（一）项"],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "1", "2", "3"],
    ["行政规范性文件", "4", "5", "6"],
    ["第二十条第（五）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政许可", "7"],
    ["第二十条第（六）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政处罚", "8"],
    ["行政强制", "9"],
    ["第二十条第（八）项"],
    ["信息内容", "本年收费金额（单位：万元）"],
    ["行政事业性收费", "10.5000"],
  ];
  const text = withTable(rows.map((cells) => `${edge}\n${line(cells)}\n`).join("") + edge);
  assert.deepEqual(wrongCells(text, "2021"), []);
});

test("bars alone part cells like pipes, a drawn line no row", () => {
  const text = draft("pipe", "2021")
    .replace(/^\|(?:[ :|-]+)\|$/gm, (rule) => rule.slice(1, -1).replace(/[^|]/g, "─").replace(/\|/g, "┼"))
    .replace(/^\|(.*)\|$/gm, "$1")
    .replace(/\|/g, "│");
  assert.deepEqual(wrongCells(text, "2021"), []);
  assert.deepEqual(found(text), []);
});

test("rows of figures below one edge, drawn in ASCII as databases do", () => {
  const rows = [
    "规章           | 1            | 2            | 3            ",
    "行政规范性文件 | 4            | 5            | 6            ",
  ];
  const edge = `+----------------+${"--------------+".repeat(3)}`;
  const header = "| 信息内容       | 本年制发件数 | 本年废止件数 | 现行有效件数 |";
  const table = [edge, header, edge, ...rows.map((row) => `| ${row}|`), edge].join("\n");
  const { cells } = tableOf(readDraft(withTable(table)).reports[0]!, "disclosure")!;
  const figures = cells.slice(0, 6).map((cell) => (cell?.certain ? cell.text : null));
  assert.deepEqual(figures, ["1", "2", "3", "4", "5", "6"]);
});

test("a missing row is not copied from a row between drawn edges", () => {
  const analysis = analyse(boxed(1, "all").replace(/^│行政强制.*\n├.*\n/m, ""));
  const titles = fixesOf(analysis, only(analysis, "table/shape")).map(({ title }) => title.id);
  assert.ok(!titles.includes("insert-rows"), titles.join());
});
