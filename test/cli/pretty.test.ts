// The output for people: place, message, rule, and the squiggle under the very columns of the cell.

import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../server/src/cli/excerpt";
import { draft, type Layout } from "../support/form";
import { gouji, newFile } from "./support";

/** Columns on a terminal: two for what stands in a full square, by the blocks of Unicode that the drafts use. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    const wide = /[\u1100-\u115f\u3000-\u303e\u3041-\u33ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/.test(
      char,
    );
    columns += wide || char.codePointAt(0)! >= 0x20000 ? 2 : 1;
  }
  return columns;
}

/** The column and width of the marker in its line, behind the margin. */
function markOf(line: string): { column: number; width: number } {
  const found = /^( *\| *)([~^]+)$/.exec(line);
  assert.ok(found, line);
  return { column: width(found[1]!), width: found[2]!.length };
}

const WRONG = "31415";

for (const layout of ["stacked", "tabbed", "pipe", "html"] satisfies Layout[]) {
  for (const columns of [60, 100, 1000]) {
    test(`${layout}, ${columns} columns: the squiggle is under the cell`, async () => {
      const text = draft(layout, "2021", { "applications.other.overdueFee.total": WRONG });
      const path = newFile(text);
      const { stdout } = await gouji(
        ["check", "--rule", "applications/outcome-total=off", path],
        "",
        columns,
      );
      const lines = stdout.split("\n");
      const source = text.split("\n");
      const at = source.findIndex((line) => line.includes(WRONG));
      const place = `${path}:${at + 1}:${source[at]!.indexOf(WRONG) + 1}`;
      const head = lines.findIndex((line) => line.startsWith(`${place}  错误  `));
      assert.ok(head >= 0, stdout);
      assert.match(lines[head]!, /应|之和/);
      assert.ok(lines[head]!.endsWith("  applications/row-total"));
      const shown = lines[head + 1]!;
      assert.ok(shown.startsWith(` ${at + 1} | `));
      const mark = markOf(lines[head + 2]!);
      assert.equal(mark.width, WRONG.length);
      assert.equal(mark.column, width(shown.slice(0, shown.indexOf(WRONG))));
      assert.ok(width(shown) <= columns, `${width(shown)} columns`);
      assert.ok(!shown.includes("\t"));
      assert.match(stdout, /修正：改为 60（= 20 \+ 40 \+ 0 \+ 0 \+ 0 \+ 0）/);
      assert.match(stdout, new RegExp(` = 相关：${at + 1 - (layout === "stacked" ? 6 : 0)}:`));
    });
  }
}

test("wide text before and in the marked part", () => {
  assert.deepEqual(excerpt("一ａ𠮷b丙", 2, 5, 80), { text: "一ａ𠮷b丙", marker: "    ~~~" });
});

test("tabs go to the next stop of four", () => {
  assert.deepEqual(excerpt("\t3\t12", 1, 2, 80), { text: "    3   12", marker: "    ^" });
  assert.deepEqual(excerpt("规章\t0\t17", 5, 7, 80), {
    text: "规章    0   17",
    marker: `${" ".repeat(12)}~~`,
  });
});

test("nothing marked: one caret where it stands, also at the end and on an empty line", () => {
  assert.deepEqual(excerpt("规章", 1, 1, 80), { text: "规章", marker: "  ^" });
  assert.deepEqual(excerpt("规章", 2, 2, 80), { text: "规章", marker: "    ^" });
  assert.deepEqual(excerpt("", 0, 0, 80), { text: "", marker: "^" });
});

test("a range over lines is marked to the end of its first", () => {
  assert.deepEqual(excerpt("规章 0", 3, 99, 80), { text: "规章 0", marker: "     ^" });
  assert.deepEqual(excerpt("规章", 1, 99, 80), { text: "规章", marker: "  ~~" });
});

test("a long line is cut around the mark, and never wider than allowed", () => {
  const line = `${"前".repeat(200)}XXX${"后".repeat(200)}`;
  for (const columns of [30, 31, 32, 33, 79, 80]) {
    const { text, marker } = excerpt(line, 200, 203, columns);
    assert.match(text, /^\.\.\.前+XXX后+\.\.\.$/);
    assert.ok(width(text) <= columns);
    assert.ok(width(text) >= columns - 2);
    assert.equal(marker.length, width(text.slice(0, text.indexOf("后"))));
    assert.ok(marker.endsWith("~~~"));
  }
  const atStart = excerpt(line, 0, 1, 40);
  assert.match(atStart.text, /^前+\.\.\.$/);
  assert.equal(atStart.marker, "~~");
  const atEnd = excerpt(line, 402, 403, 40);
  assert.match(atEnd.text, /^\.\.\.后+$/);
  assert.equal(atEnd.marker.length, width(atEnd.text));
  const longer = excerpt(line, 100, 400, 40);
  assert.match(longer.text, /^\.\.\.前+\.\.\.$/);
  assert.match(longer.marker, /^ {3}~+$/);
});

test("control and invisible characters do not reach the terminal", async () => {
  assert.deepEqual(excerpt("a\u001b[31m\u200bb", 7, 8, 80), { text: "a[31mb", marker: "     ^" });
  assert.deepEqual(excerpt("a\u00a0b", 2, 3, 80), { text: "a b", marker: "  ^" });
  const path = newFile(draft("html", "2021", { "disclosure.permits.decisions": "\u001b[2J\u0007x" }));
  const { stdout } = await gouji(["check", path]);
  assert.match(stdout, /table\/cell-value/);
  assert.ok(![...stdout].some((char) => char < " " && char !== "\n"));
});

test("a safe fix says that --fix does it; many related places are counted", async () => {
  const full = newFile(draft("pipe", "2021", { "disclosure.permits.decisions": "７" }));
  assert.match((await gouji(["check", full])).stdout, / = 修正：改为 7（--fix 可自动修正）/);
  const wrong = newFile(draft("pipe", "2021", { "applications.outcomeTotal.naturalPerson": "232" }));
  const { stdout } = await gouji(["check", wrong]);
  assert.match(stdout, / = 相关：(?:\d+:\d+ [^；\n]+；){3}等 21 处\n/);
});

test("the cell that two findings come from is named with the first, and the second points to it", async () => {
  // 自然人 of 予以公开 is wrong: the row's total does not fit, nor the column's.
  const path = newFile(draft("pipe", "2019", { "applications.granted.naturalPerson": "2" }));
  const { stdout } = await gouji(["check", path]);
  const [first, second] = stdout.split("\n\n");
  const place = /^\S+?:(\d+:\d+)/.exec(first!)![1];
  assert.match(first!, /\n += “（一）予以公开 · 自然人”很可能应为 1（现为 2）/);
  assert.match(second!, new RegExp(`\n += 起因同 ${place} 处。`));
});

test("blank cells over several lines: one caret", async () => {
  const path = newFile(
    draft("stacked", "2021", {
      "applications.carriedOver.publicWelfare": "",
      "applications.carriedOver.research": "",
    }),
  );
  const { stdout } = await gouji(["check", path]);
  assert.match(stdout, /table\/blank-cell\n \d+ \|\n +\| {5}\^\n/);
});

test("the summary counts by severity, over all files", async () => {
  const a = newFile(
    draft("tabbed", "2021", { "disputes.review.total": "11", "disclosure.permits.decisions": "7件" }),
  );
  const b = newFile(draft("tabbed", "2019", { "disputes.review.total": "12" }));
  const { stdout } = await gouji(["check", "--rule", "table/cell-value=hint", a, b]);
  assert.match(stdout, /\n\n检查了 2 个文件，发现 2 个错误、1 个提示。\n$/);
});
