// Pipe tables without outer pipes, whose blank cells at a row's ends leave nothing but the pipe beside them; and what
// ends a table of loose lines or begins a report below its contents. Written by hand from generated drafts once misread.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, readDraft, tableOf } from "../../server/src/core";
import { found, only } from "../support/check";
import { facts, writeDraft } from "../support/draft";

/** The texts of a row's cells in 主动公开; null where the draft has no such cell or is not certain of it. */
function rowOf(text: string, row: string): (string | null)[] {
  const table = tableOf(readDraft(text).reports[0]!, "disclosure")!;
  return table.form.cells
    .filter(({ name }) => name.startsWith(`disclosure.${row}.`))
    .map(({ index }) => {
      const cell = table.cells[index];
      return cell?.certain ? cell.text : null;
    });
}

/** The sound draft with this table in section 二. */
function withDisclosure(lines: readonly string[]): string {
  const text = writeDraft(facts());
  const from = text.indexOf("| 第二十条");
  return `${text.slice(0, from)}${lines.join("\n")}\n\n${text.slice(text.indexOf("三、收到和处理"))}`;
}

const HEADER = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数";

test("without outer pipes, a pipe at a line's end has a blank cell behind it", () => {
  const text = withDisclosure([
    "第二十条第（一）项 |",
    HEADER,
    "规章 |  | 2 | ",
    "行政规范性文件 | 1 |  | 4",
    "第二十条第（五）项 |",
    "信息内容 | 本年处理决定数量",
    "行政许可 | 208",
  ]);
  assert.deepEqual(rowOf(text, "regulations"), ["", "2", ""]);
  assert.deepEqual(rowOf(text, "normativeDocuments"), ["1", "", "4"]);
});

test("without outer pipes, rows of blanks only are rows, though most lines have one cell", () => {
  const text = withDisclosure([
    "第二十条第（一）项 |",
    HEADER,
    "规章 |  |  | ",
    "行政规范性文件 |  |  | ",
    "第二十条第（五）项 |",
    "信息内容 | 本年处理决定数量",
    "行政许可 | ",
    "第二十条第（六）项 |",
    "信息内容 | 本年处理决定数量",
    "行政处罚 | ",
    "行政强制 | ",
    "第二十条第（八）项 |",
    "信息内容 | 本年收费金额（单位：万元）",
    "行政事业性收费 | ",
  ]);
  assert.deepEqual(rowOf(text, "regulations"), ["", "", ""]);
  assert.deepEqual(rowOf(text, "coercion"), [""]);
  assert.deepEqual(tableOf(readDraft(text).reports[0]!, "disclosure")!.problems, []);
});

test("pipes at all lines' ends are the table's edge: a row too short has no blank cell behind it", () => {
  const text = withDisclosure([`${HEADER} |`, "规章 | 1 | 2 |", "行政规范性文件 | 4 | 5 | 6 |"]);
  assert.deepEqual(rowOf(text, "regulations"), [null, null, null]);
  assert.deepEqual(rowOf(text, "normativeDocuments"), ["4", "5", "6"]);
});

test("below a table of loose lines a heading numbered 4. ends the table", () => {
  const text = writeDraft(facts({ layout: "stacked" }))
    .replace(/^\t(.*)$/gm, "$1")
    .replace("四、政府信息公开行政复议", "4.政府信息公开行政复议");
  assert.deepEqual(found(text, "error"), []);
  assert.equal(readDraft(text).reports[0]!.sections.length, 6);
});

test("a bare table of contents directly above the first section does not take that section away", () => {
  const headings = writeDraft(facts()).match(/^[一二三四五六]、.*$/gm)!;
  const text = writeDraft(facts()).replace("\n\n一、", `\n目录\n${headings.join("\n")}\n一、`);
  const { sections } = readDraft(text).reports[0]!;
  assert.equal(sections.length, 6);
  assert.ok(sections[0]!.headingSpan.start > text.indexOf("六、"));
});

const OWN = ["| 类别 | 条数 |", "| --- | --- |", "| 行政许可 | 50 |", "| 行政处罚 | 71 |", "| 合计 | 121 |"];

test("a table of the organ's own below the form's, an empty line and a delimiter row between them, is its own", () => {
  for (const [below, heading] of [
    ["disclosure", "三、收到和处理"],
    ["applications", "四、政府信息公开"],
    ["disputes", "五、存在的主要问题"],
  ] as const) {
    const text = writeDraft(facts()).replace(`\n${heading}`, `\n${OWN.join("\n")}\n\n${heading}`);
    assert.deepEqual(found(text), [], below);
    assert.deepEqual(rowOf(text, "permits"), ["208"]);
  }
});

test("a Markdown table of the form cut in two, the header again above the second half, is read as one", () => {
  const header = "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |";
  const delimiter = `|${" --- |".repeat(8)}`;
  const rows = writeDraft(facts())
    .match(/^\|.*\|$/gm)!
    .map((line) => line.slice(1, -1).split("|"))
    .filter((cells) => cells.length > 7 && cells.length < 11 && /^\s*\d+\s*$/.test(cells.at(-1)!))
    .map((cells) => {
      const label = cells.slice(0, -7).findLast((cell) => cell.trim() !== "")!;
      return `| ${[label, ...cells.slice(-7)].map((cell) => cell.trim()).join(" | ")} |`;
    });
  assert.equal(rows.length, 25);
  const halves = [rows.slice(0, 12), rows.slice(12)].map((half) => [header, delimiter, ...half].join("\n"));
  const text = writeDraft(facts());
  const [from, to] = [text.indexOf("| 申请人情况"), text.indexOf("四、政府信息公开")];
  assert.deepEqual(found(`${text.slice(0, from)}${halves.join("\n\n")}\n\n${text.slice(to)}`), []);
});

const NIL_ROW = `|${" -- |".repeat(15)}`;

test("a row of nil marks at a table's end is its row of figures, no line below the header", () => {
  const text = writeDraft(facts()).replace(/^\| 2 {3}\|.*$/m, NIL_ROW);
  const analysis = analyse(text);
  assert.equal(only(analysis, "table/blank-cell").cells?.length, 15);
  assert.equal(analysis.findings.length, 1);
});

test("a row of short dashes between the disputes' header and figures is no row of figures", () => {
  const text = writeDraft(facts()).replace(/^(?=\| 2 {3}\|)/m, `${NIL_ROW}\n`);
  assert.deepEqual(found(text), []);
});

test("nil marks on the line below their label are its figures", () => {
  const lines = [`| ${HEADER} |`, "| --- | --- | --- | --- |", "| 规章 |", "| -- | -- | -- |"];
  const text = withDisclosure([...lines, "| 行政规范性文件 | 4 | 5 | 6 |"]);
  assert.deepEqual(rowOf(text, "regulations"), ["--", "--", "--"]);
});

test("dashes below a header further down, or without a label between rows, are no row", () => {
  const text = writeDraft(facts())
    .replace("| 行政许可 | 208", "| -- | -- |\n| 行政许可 | 208")
    .replace("| 行政强制 |", "| -- | -- |\n| 行政强制 |");
  assert.deepEqual(found(text), []);
});
