// Formatting over the wire: the whole document, and tables that are aligned while they are typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { soundDraft } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { replaced, wholeOf } from "./text";

const OPTIONS = { tabSize: 4, insertSpaces: true };

async function format(client: Client, { uri }: OpenDocument): Promise<TextEdit[]> {
  const params = { textDocument: { uri }, options: OPTIONS };
  return (await client.connection.sendRequest(DocumentFormattingRequest.type, params)) ?? [];
}

function made(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("file:///a", "", 0, text), edits);
}

test("it offers both", async (t) => {
  const { capabilities } = (await Client.start(t)).initialized;
  assert.equal(capabilities.documentFormattingProvider, true);
  assert.deepEqual(capabilities.documentOnTypeFormattingProvider, {
    firstTriggerCharacter: "|",
    moreTriggerCharacter: ["\n"],
  });
});

test("a stacked draft becomes canonical, by edits that leave the prose alone; then nothing changes", async (t) => {
  const client = await Client.start(t);
  const document = client.open(soundDraft("stacked"));
  const edits = await format(client, document);
  // A title, six headings, three tables.
  assert.equal(edits.length, 10);
  const after = made(document.text, edits);
  assert.match(after, /^# 青禾县柳溪镇人民政府2023年/);
  assert.match(after, /\n\| 行政规范性文件 \| +3 \| +0 \| +11 \|\n/);
  assert.match(after, /\n## 六、其他需要报告的事项\n本机关未收取信息处理费。\n$/);
  document.replaceAll(after);
  assert.deepEqual(await format(client, document), []);
});

test("a text that is no report, and a whole page, are left alone", async (t) => {
  const client = await Client.start(t);
  const notes = client.open("| 一 | 二 |\n|--|--|", { language: "plaintext", uri: "file:///beiwang.txt" });
  assert.deepEqual(await format(client, notes), []);
  const page = client.open(`<html><body>${soundDraft("html")}</body></html>`);
  assert.deepEqual(await format(client, page), []);
});

/** A draft with a table of the organ's own, in which someone types; `^` is the cursor, behind what was typed. */
function typing(lines: string): { text: string; offset: number } {
  const text = `${soundDraft("stacked")}\n\n${lines}\n`;
  return { text: text.replace("^", ""), offset: text.indexOf("^") };
}

async function typed(
  client: Client,
  lines: string,
  ch: string,
): Promise<{ edits: TextEdit[]; after: string }> {
  const { text, offset } = typing(lines);
  const document = client.open(text, { uri: `file:///${Math.abs(offset)}-${ch.charCodeAt(0)}.ogi` });
  const position = wholeOf(text.slice(0, offset)).end;
  const edits =
    (await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument: { uri: document.uri },
      position,
      ch,
      options: OPTIONS,
    })) ?? [];
  const after = made(text, edits);
  assert.ok(after.startsWith(soundDraft("stacked")), "nothing above the table changes");
  for (const { range, newText } of edits) {
    assert.match(newText, /^[ -:]*$/);
    assert.equal(range.start.line, range.end.line);
    const without = replaced(text, range, "");
    assert.equal(without.replace(/[ :-]/g, ""), text.replace(/[ :-]/g, ""), "only fillers change");
  }
  document.close();
  return { edits, after: after.slice(soundDraft("stacked").length).trim() };
}

test("the pipe that closes a row aligns its table by display width", async (t) => {
  const client = await Client.start(t);
  const { after } = await typed(client, "| 渠道 | 条数 |\n|---|--:|\n| 政府网站 | 120 |\n| 微信 | 7 |^", "|");
  assert.equal(after, "| 渠道     | 条数 |\n| -------- | ---: |\n| 政府网站 |  120 |\n| 微信     |    7 |");
});

test("Enter aligns the table that was left, whatever its columns want", async (t) => {
  const client = await Client.start(t);
  const { after } = await typed(client, "|渠道|条数|备注|\n|:-|:-:|-|\n|政府网站|120| \\| |\n^", "\n");
  assert.equal(after, "| 渠道     | 条数 | 备注 |\n| :------- | :--: | ---- |\n| 政府网站 | 120  | \\|   |");
});

test("nothing where there is no table, its rows lack outer pipes, or the row is just begun", async (t) => {
  const client = await Client.start(t);
  for (const [lines, ch] of [
    ["甲|^乙", "|"],
    ["渠道 | 条数\n--- | ---\n网站 |^ 7", "|"],
    ["| 渠道 | 条数 |\n|--|--|\n|^", "|"],
    ["本机关没有其他事项。\n^", "\n"],
    ["^", "\n"],
  ] as const) {
    assert.deepEqual((await typed(client, lines, ch)).edits, [], lines);
  }
});

test("nothing in code and comments", async (t) => {
  const client = await Client.start(t);
  const table = "| 渠道 | 条数 |\n|---|--:|\n| 政府网站 | 120 |^";
  for (const lines of [
    `\`\`\`\n${table}\n\`\`\``,
    `~~~ text\n${table}`,
    `<!-- 另附：\n${table}\n-->`,
    `另附：\n\n${table.replace(/^/gm, "    ")}`,
  ]) {
    assert.deepEqual((await typed(client, lines, "|")).edits, [], lines);
  }
});

test("a row of dashes is the rule only below the header; elsewhere it holds nil marks", async (t) => {
  const client = await Client.start(t);
  const { after } = await typed(client, "| 渠道 | 条数 |\n|-|--:|\n| - | -- |\n| 网站 | 7 |^", "|");
  assert.equal(after, "| 渠道 | 条数 |\n| ---- | ---: |\n| -    |   -- |\n| 网站 |    7 |");
  const without = await typed(client, "| 渠道 | 条数 |\n| 网站 | 7 |\n| - | -- |^", "|");
  assert.equal(without.after, "| 渠道 | 条数 |\n| 网站 | 7    |\n| -    | --   |");
});

test("what stands right behind the cursor does not move away from it", async (t) => {
  const client = await Client.start(t);
  const { edits } = await typed(client, "| 渠道 | 条数 |\n|--|--|\n| 网站 |^| 7 |", "|");
  const { text, offset } = typing("| 渠道 | 条数 |\n|--|--|\n| 网站 |^| 7 |");
  const cursor = wholeOf(text.slice(0, offset)).end;
  assert.ok(edits.length > 0);
  for (const { range } of edits) assert.notDeepEqual(range.start, cursor);
});

test("an aligned table is left as it is", async (t) => {
  const client = await Client.start(t);
  const table = "| 渠道     | 条数 |\n| -------- | ---: |\n| 政府网站 |  120 |^";
  assert.deepEqual((await typed(client, table, "|")).edits, []);
});
