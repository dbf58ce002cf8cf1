// Tables without tabs or pipes whose rows stand on a line each: what PDF readers copy, pandoc's simple tables, a
// spreadsheet's fields between commas.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, readDraft, tableOf } from "../../server/src/core";
import { fixed, found, only } from "../support/check";
import { draft, type Texts } from "../support/form";
import { wrongCells } from "../support/reading";

/** The form's pipe tables with every row written by `write` from its cells; the other lines stay. */
function written(write: (cells: string[]) => string, texts: Texts = {}): string {
  return draft("pipe", "2021", texts)
    .replace(/^#+ /gm, "")
    .replace(/^\|(?: --- \|)+\n/gm, "")
    .replace(/^\| (.*) \|$/gm, (_, row: string) => write(row.split(" | ").map((cell) => cell.trim())));
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell);
const spaced = (texts: Texts = {}) => written((cells) => filled(cells).join(" "), texts);

/** The draft with a line replaced, which must be in it. */
function replaced(text: string, line: RegExp, by: string): string {
  assert.match(text, line);
  return text.replace(line, by);
}

function assertReads(text: string, texts: Texts = {}): void {
  assert.deepEqual(wrongCells(text, "2021", texts), []);
  assert.deepEqual([...found(text, "error"), ...found(text, "warning")], []);
}

for (const [kind, gap] of [
  ["one space", " "],
  ["several spaces", "     "],
  ["ideographic spaces", "　"],
  ["no-break spaces", "\u00a0\u00a0"],
] as const) {
  test(`${kind} between the cells of a row`, () => {
    assertReads(written((cells) => filled(cells).join(gap)));
  });
}

test("lines of dashes above and below, as pandoc's simple tables have them", () => {
  const edge = "  -------------------- ------- -------";
  const text = spaced().replace(/^(第二十条第（一）项)$/m, `${edge}\n$1`);
  assertReads(replaced(text, /^(规章 .*)$/m, `${edge}\n$1`));
});

const FORTH = /^(4\.保护第三方合法权益 .*)$/m;

for (const [kind, line, by] of [
  ["a label over two lines, its figures on the second", /^5\.要求行政机关确认或/m, "5.要求行政机\n关确认或"],
  ["a label above its figures", /^(5\.要求行政机关确认或重新出具已获取信息) /m, "$1\n"],
  [
    "figures between the halves of their label",
    /^5\.要求行政机关确认或重新出具已获取信息 (.*)$/m,
    "5.要求行政机关确认或重新出\n$1\n具已获取信息",
  ],
  [
    "figures behind the second of a label's three lines",
    /^（二）部分公开（区分处理的，只计这一情形，不计其他情形） (.*)$/m,
    "（二）部分公开（区分处\n理的，只计这一情形，不 $1\n计其他情形）",
  ],
  ["a group's label in lines between the rows", FORTH, "（三）不予\n$1\n公开"],
  ["a page's number between two rows", FORTH, "$1\n- 3 -\n"],
  [
    "a header over three lines",
    /^商业企业 科研机构 社会公益组织 法律服务机构 其他$/m,
    "商业 科研 社会公益 法律服务\n其他\n企业 机构 组织 机构",
  ],
  ["a header with a column a line", /^自然人 法人或其他组织 总计$/m, "自然人\n法人或其他组织\n总计"],
] as const) {
  test(`cells between spaces: ${kind}`, () => assertReads(replaced(spaced(), line, by)));
}

test("cells between spaces: a label with other lines between its halves is no label to mend", () => {
  const text = replaced(
    spaced(),
    /^5\.要求行政机关确认或重新出具已获取信息 (.*)$/m,
    "5.要求行政机关确认或重新出\n$1\n具已获取信息",
  );
  assert.deepEqual(found(text, "info"), []);
});

test("cells between spaces: a wrong total is found at its figure and mended there", () => {
  const text = spaced({ "disputes.review.total": "11" });
  const analysis = analyse(text);
  const finding = only(analysis, "disputes/total");
  assert.equal(text.slice(finding.span.start, finding.span.end), "11");
  assert.equal(fixed(analysis, finding)[0]!.text, spaced());
});

test("cells between spaces: a figure with its unit behind a space is one cell", () => {
  const text = spaced({ "disclosure.permits.decisions": "7 件" });
  assert.deepEqual(found(text, "warning"), ["table/cell-value “7 件”"]);
});

test("cells between spaces: a row with a figure too few is told, and no sum is drawn from it", () => {
  const text = replaced(
    spaced(),
    /^（一）予以公开 1 2 0 0 0 0 3$|^(.*（一）予以公开) 1 2 0 0 0 0 3$/m,
    "$1 1 2 0 0 3",
  );
  assert.deepEqual(found(text, "error"), []);
  assert.deepEqual(found(text, "warning"), ["table/shape “1 2 0 0 3”"]);
});

test("three figures side by side are no telephone number", () => {
  const text = replaced(
    spaced(),
    /^1\.属于国家秘密 .*$|^(.*1\.属于国家秘密) .*$/m,
    "$1 138 1234 5678 0 0 0 7050",
  );
  assert.deepEqual(
    found(text).filter((each) => each.startsWith("privacy/")),
    [],
  );
});

test("prose with figures and words of the form is no table", () => {
  const text = spaced().replace(
    "柳溪镇按时公开政府信息。",
    "全年工作数据如下\n行政许可 8 件\n主动公开 120 条\n解读材料 4 篇",
  );
  const report = readDraft(text).reports[0]!;
  assert.equal(
    tableOf(report, "disclosure")!.cells[
      tableOf(report, "disclosure")!.form.byName.get("disclosure.permits.decisions")!.index
    ]!.text,
    "7",
  );
  assert.deepEqual(found(text, "error"), []);
});

const fields = (cells: readonly string[]) =>
  cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",");

test("fields between commas: figures, blanks, and a label with a comma in quotes", () => {
  const texts = { "disputes.litigationAfterReview.upheld": "", "disclosure.fees.amount": "" };
  const text = written((cells) => fields(cells.map((cell) => cell.replaceAll("，", ","))), texts);
  assert.match(text, /"（二）部分公开（区分处理的,只计这一情形,不计其他情形）",,2,4,0,0,0,0,6/);
  assert.deepEqual(wrongCells(text, "2021", texts), []);
  assert.deepEqual(found(text, "error"), []);
});

test("fields between commas: a row in words of its own keeps its figures apart", () => {
  const text = replaced(
    written(fields),
    /^(.*2\.其他法律行政法规禁止公开,.*)$/m,
    "$1\n,,转送下级机关研究,0,0,0,0,0,0,0",
  );
  assert.deepEqual(found(text, "error"), []);
  assert.deepEqual(found(text, "warning"), ["table/shape “转送下级机关研究”"]);
});
