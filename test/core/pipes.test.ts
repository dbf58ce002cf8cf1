// Pipe tables without outer pipes, whose blank cells at a row's ends leave nothing but the pipe beside them; and what
// ends a table of loose lines or begins a report below its contents. Written by hand from generated drafts once misread.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDraft, tableOf } from "../../server/src/core";
import { found } from "../support/check";
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
