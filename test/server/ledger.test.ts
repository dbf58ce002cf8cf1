// The ledger of a table: which of its sums hold, with their figures, and what would mend those that do not.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Position } from "vscode-languageserver/node";
import { soundDraft, withApplications, withDisputes, wrongReview } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { rangeOf } from "./text";

const LEDGERS = { commands: ["gouji.ledger"] };
const APPLICATIONS = "一、本年新收政府信息公开申请数量";
const DISPUTES = "未经复议直接起诉";

function ledgerAt(client: Client, { uri }: OpenDocument, position: Position): Promise<string | null> {
  return client.connection.sendRequest<string | null>("gouji/ledger", { uri, position });
}

/** The ledger at a text that stands once in the document. */
function ledgerOf(client: Client, document: OpenDocument, needle: string): Promise<string | null> {
  return ledgerAt(client, document, rangeOf(document.text, needle).start);
}

/** 自然人 of 予以公开 is 5; with 52 its row is 54 instead of 7, its column 60 instead of 13. */
const wrongCell = () => withApplications({ "granted.naturalPerson": "52" });

test("what does not hold stands first, with its figures and the difference, then what would mend it", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  const lines = (await ledgerOf(client, document, APPLICATIONS))!.split("\n");
  const [heading, title, section] = lines.filter((line) => line !== "");
  assert.deepEqual(
    [heading, title, section],
    [
      "# 勾稽诊断",
      "青禾县柳溪镇人民政府2023年政府信息公开工作年度报告",
      "三、收到和处理政府信息公开申请情况",
    ],
  );
  const order = [
    /^## 不平（2 处）$/,
    /^- “（一）予以公开”行：\*\*7 ≠ 54 = 52 \+ 1 \+ 1\*\*，相差 47$/,
    /^- “自然人”列（七）总计：\*\*13 ≠ 60 = 52 \+ 2 \+ 1 \+ 4 \+ 1\*\*，相差 47$/,
    /^1\. “（一）予以公开 · 自然人” 52 → 5/,
    // 25 rows of 申请 and 7 columns with two sums each, but for the two.
    /^## 相符（37 处）$/,
    /^- “一、本年新收政府信息公开申请数量”行：16 = 12 \+ 3 \+ 1$/,
    /^- “总计”列一至四项：16 \+ 3 = 19 = 17 \+ 2$/,
  ].map((line) => lines.findIndex((each) => line.test(each)));
  assert.ok(!order.includes(-1), `${order}: ${lines.join("\n")}`);
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
});

test("it is that of the table at the cursor; elsewhere, of what does not add up", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  // A row of figures, the header above it, and the section's heading.
  const disputes = (await ledgerOf(client, document, "| 2   | 0   | 0   | 1   | 3"))!;
  assert.match(disputes, /^四、政府信息公开行政复议、行政诉讼情况$/m);
  assert.match(disputes, /^- 行政复议：3 = 2 \+ 1$/m);
  assert.doesNotMatch(disputes, /予以公开|不平/);
  for (const inSection of ["四、政府信息公开行政复议、行政诉讼情况", "| 行政复议"]) {
    assert.equal(await ledgerOf(client, document, inSection), disputes, inSection);
  }
  const elsewhere = await ledgerOf(client, document, "一、总体情况");
  assert.equal(elsewhere, await ledgerOf(client, document, APPLICATIONS));
});

test("where all adds up it says so of every table", async (t) => {
  const client = await Client.start(t);
  const document = client.open(soundDraft());
  const ledger = (await ledgerOf(client, document, "一、总体情况"))!;
  assert.equal(ledger.match(/各项勾稽关系均相符/g)?.length, 2);
  assert.doesNotMatch(ledger, /≠/);
});

test("it follows an edit, and what is said to be right", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  const repairs = async () =>
    (await ledgerOf(client, document, APPLICATIONS))!.split("\n").filter((line) => /^\d+\. /.test(line));
  assert.match((await repairs()).join(), /予以公开 · 自然人” 52 → 5/);
  const [cell] = await document.pull();
  const action = (await document.actions(cell!.range)).find(({ title }) => title.includes("换一种可能"));
  const { command, arguments: args = [] } = action!.command!;
  await client.connection.sendRequest("workspace/executeCommand", { command, arguments: args });
  await document.pull();
  assert.doesNotMatch((await repairs()).join(), /予以公开 · 自然人”/);
  document.type("52", "5");
  assert.deepEqual(await repairs(), []);
});

test("none for what is closed, no report, or a report without tables; a ledger is itself no draft", async (t) => {
  const client = await Client.start(t);
  const start = { line: 0, character: 0 };
  const sound = client.open(soundDraft());
  assert.ok(await ledgerAt(client, sound, start));
  sound.close();
  assert.equal(await ledgerAt(client, sound, start), null);
  const notes = client.open("买菜\n\n白菜两棵", { uri: "file:///notes.txt", language: "plaintext" });
  assert.equal(await ledgerAt(client, notes, start), null);
  const text = soundDraft().split("\n");
  const prose = client.open(text.filter((line) => !line.startsWith("|")).join("\n"), {
    uri: "file:///wubiao.ogi",
  });
  assert.equal(await ledgerAt(client, prose, start), null);
  const page = client.open(wrongReview(), { uri: "gouji-ledger:/x.md", language: "markdown" });
  assert.deepEqual(await page.pull(), []);
});

test("in English where that is the user's language", async (t) => {
  const client = await Client.start(t, { settings: { locale: "en" } });
  const document = client.open(withDisputes({ "review.total": "30" }));
  const ledger = (await ledgerOf(client, document, DISPUTES))!;
  assert.match(ledger, /^# Ledger$/m);
  assert.match(ledger, /30 ≠ 3 = 2 \+ 1/);
});

test("the light bulb of a wrong sum leads to it, for a client that can show it", async (t) => {
  const able = await Client.start(t, { initializationOptions: LEDGERS });
  const document = able.open(wrongCell());
  const at = rangeOf(document.text, "52");
  const offered = async (open: OpenDocument) =>
    (await open.actions(at)).filter(({ title }) => title === "勾稽诊断…");
  const [action, ...others] = await offered(document);
  assert.deepEqual(others, []);
  const { command, arguments: args } = action!.command!;
  assert.equal(command, "gouji.ledger");
  const [{ uri, position }] = args as [{ uri: string; position: Position }];
  assert.equal(uri, document.uri);
  assert.equal(
    await ledgerAt(able, document, position),
    await ledgerOf(able, document, APPLICATIONS),
    "of the table with the wrong sum",
  );
  const unable = await Client.start(t);
  assert.deepEqual(await offered(unable.open(wrongCell())), []);
});
