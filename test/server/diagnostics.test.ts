// Diagnostics that a client asks for: which, where, in which words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DiagnosticSeverity } from "vscode-languageserver/node";
import { facts, LAYOUTS, writeTable } from "../support/draft";
import { soundDraft, WRONG_REVIEW, withApplications, withDisputes, wrongReview } from "../support/faulty";
import { Client } from "./client";
import { rangeOf, textIn } from "./text";

for (const layout of LAYOUTS) {
  test(`${layout}: a wrong total is an error exactly under its digits, in Chinese, with the figures`, async (t) => {
    const client = await Client.start(t);
    const document = client.open(wrongReview(layout));
    const [found, ...others] = await document.pull();
    assert.deepEqual(others, []);
    assert.deepEqual(found!.range, rangeOf(document.text, "907"));
    assert.equal(found!.code, "disputes/total");
    assert.equal(found!.severity, DiagnosticSeverity.Error);
    assert.equal(found!.source, "gouji");
    assert.equal(found!.message, WRONG_REVIEW);
  });

  test(`${layout}: a report that adds up has no diagnostic`, async (t) => {
    const client = await Client.start(t);
    assert.deepEqual(await client.open(soundDraft(layout)).findings(), []);
    // The same server does find what is wrong.
    const wrong = client.open(wrongReview(layout), { uri: "file:///wrong.ogi" });
    assert.deepEqual(await wrong.findings(), ["disputes/total 907"]);
  });

  test(`${layout}: the squiggle of a blank cell is on its own line and can be seen`, async (t) => {
    const client = await Client.start(t);
    const text = withDisputes({ "review.corrected": "55", "review.total": "" }, layout);
    // 2 + 55 + 0 + 1
    const document = client.open(text);
    const blank = await document.only("table/blank-cell");
    assert.equal(blank.severity, DiagnosticSeverity.Warning);
    assert.equal(blank.message, "“行政复议 · 总计”空白，按各项之和应为 58。");
    const { start, end } = blank.range;
    assert.equal(start.line, end.line);
    assert.equal(end.character, start.character + 1);
    // The cell is the fourth after the 55: its line in the stacked layout, else the line of the figures.
    const { line } = rangeOf(text, "55").start;
    assert.equal(start.line, layout === "stacked" ? line + 3 : line);
    const delimiter = { stacked: "\t", tabbed: "\t", pipe: "|", html: ">" }[layout];
    assert.equal(textIn(text, blank.range), delimiter);
    // 2 | 55 | 0 | 1 | blank: the delimiter that opens the cell is the third after 0 opens.
    if (layout === "stacked") return;
    const row = text.split("\n")[line]!;
    const cells = { tabbed: "1\t", pipe: "1   |", html: "1</td><td>" }[layout];
    const at = row.indexOf(cells, row.indexOf("55"));
    assert.equal(start.character, at + cells.length - 1);
  });
}

test("full-width bars between cells are delimiters, too", async (t) => {
  const client = await Client.start(t);
  const document = client.open(withDisputes({ "review.total": "" }).replaceAll("|", "｜"));
  const { message, range } = await document.only("table/blank-cell");
  assert.equal(message, "“行政复议 · 总计”空白，按各项之和应为 3。");
  assert.equal(textIn(document.text, range), "｜");
});

test("related places are the parts that are not zero, each under its digits", async (t) => {
  const client = await Client.start(t);
  const document = client.open(withDisputes({ "review.upheld": "61", "review.pending": "72" }));
  const { range, message, relatedInformation } = await document.only("disputes/total");
  assert.equal(message, "行政复议总计为 3，四项结果之和为 133（= 61 + 0 + 0 + 72）。请核对。");
  assert.equal(textIn(document.text, range), "3");
  assert.equal(range.start.line, rangeOf(document.text, "61").start.line);
  assert.deepEqual(relatedInformation, [
    {
      location: { uri: document.uri, range: rangeOf(document.text, "61") },
      message: "行政复议 · 结果维持：61",
    },
    {
      location: { uri: document.uri, range: rangeOf(document.text, "72") },
      message: "行政复议 · 尚未审结：72",
    },
  ]);
});

test("a failing balance names its four figures and points to all of them", async (t) => {
  const client = await Client.start(t);
  const document = client.open(
    withApplications({ "carriedForward.naturalPerson": "301", "carriedForward.total": "302" }),
  );
  const found = await document.pull();
  assert.deepEqual(
    found.map(({ code, range }) => [code, range]),
    [
      ["applications/balance", rangeOf(document.text, "301")],
      ["applications/balance", rangeOf(document.text, "302")],
    ],
  );
  // 12 + 2 against 13 + 301; 16 + 3 against 17 + 302.
  assert.match(
    String(found[0]!.message),
    /^“自然人”列不平：一 12 \+ 二 2 = 14，（七）13 \+ 四 301 = 314，相差 300。/,
  );
  assert.match(
    String(found[1]!.message),
    /^“总计”列不平：一 16 \+ 二 3 = 19，（七）17 \+ 四 302 = 319，相差 300。/,
  );
  assert.deepEqual(
    found[0]!.relatedInformation!.map(({ message, location }) => [
      message,
      textIn(document.text, location.range),
    ]),
    [
      ["（七）总计 · 自然人：13", "13"],
      ["二、上年结转政府信息公开申请数量 · 自然人：2", "2"],
      ["一、本年新收政府信息公开申请数量 · 自然人：12", "12"],
    ],
  );
});

test("a missing section is an error under the heading that it belongs behind", async (t) => {
  const client = await Client.start(t);
  const text = soundDraft();
  const document = client.open(text.slice(0, text.indexOf("六、其他需要报告的事项")));
  const [found, ...others] = await document.pull();
  assert.deepEqual(others, []);
  assert.equal(found!.code, "structure/missing-section");
  assert.equal(found!.severity, DiagnosticSeverity.Error);
  assert.deepEqual(found!.range, rangeOf(document.text, "五、存在的主要问题及改进情况"));
  assert.match(String(found!.message), /六、其他需要报告的事项/);
});

test("two documents are told apart, and one's edit leaves the other's diagnostics", async (t) => {
  const client = await Client.start(t);
  const first = client.open(wrongReview("stacked"), { uri: "file:///yi.ogi" });
  const second = client.open(withDisputes({ "litigationDirect.total": "808" }), { uri: "file:///er.ogi" });
  assert.deepEqual(await first.findings(), ["disputes/total 907"]);
  assert.deepEqual(await second.findings(), ["disputes/total 808"]);
  second.type("808", "1");
  assert.deepEqual(await second.findings(), []);
  assert.deepEqual(await first.findings(), ["disputes/total 907"]);
  const [found] = await first.pull();
  assert.equal(found!.relatedInformation![0]!.location.uri, "file:///yi.ogi");
});

test("several reports in one document are checked one by one", async (t) => {
  const client = await Client.start(t);
  const other = withDisputes({ "litigationDirect.total": "808" }, "tabbed", {
    organ: "青禾县松岭镇人民政府",
  });
  const document = client.open(`${wrongReview()}\n${other}`);
  assert.deepEqual(await document.findings(), ["disputes/total 907", "disputes/total 808"]);
});

test("an untitled document is served like a file", async (t) => {
  const client = await Client.start(t);
  const options = { uri: "untitled:Untitled-1", language: "plaintext" };
  const document = client.open(wrongReview(), options);
  assert.deepEqual(await document.findings(), ["disputes/total 907"]);
  document.type("907", "3");
  assert.deepEqual(await document.findings(), []);
});

test("what has no place of its own is shown at the beginning, under a whole character", async (t) => {
  const client = await Client.start(t);
  // A table without title and sections: all six are missing, and there is no heading to say so at.
  const document = client.open(`𠮷水县各镇情况\n\n${writeTable(facts(), "disputes")}\n`);
  const found = (await document.pull()).filter(({ code }) => code !== "structure/title");
  assert.equal(found.length, 6);
  for (const { code, range } of found) {
    assert.equal(code, "structure/missing-section");
    assert.deepEqual(range, rangeOf(document.text, "𠮷"));
  }
});
