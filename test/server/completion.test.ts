// Completion over the wire: the missing section at the line where it is begun. What it offers where, and what it
// writes, is tested beside the templates.

import assert from "node:assert/strict";
import { test } from "node:test";
import { InsertTextFormat, type TextEdit } from "vscode-languageserver/node";
import { soundDraft } from "../support/faulty";
import { Client } from "./client";
import { wholeOf } from "./text";

const SIX = "六、其他需要报告的事项";

/** A report whose last section is just begun, with the cursor behind its number. */
function begun(): string {
  const text = soundDraft();
  return `${text.slice(0, text.indexOf(SIX))}六`;
}

test("where 六 is typed the missing section is offered, with fields to fill in", async (t) => {
  const client = await Client.start(t);
  const document = client.open(begun());
  const { end } = wholeOf(document.text);
  const items = await document.complete(end);
  assert.deepEqual(
    items.map(({ label }) => label),
    [SIX],
  );
  const [item] = items;
  assert.equal(item!.insertTextFormat, InsertTextFormat.Snippet);
  const { range, newText } = item!.textEdit as TextEdit;
  assert.deepEqual(range, { start: { line: end.line, character: 0 }, end });
  assert.ok(newText.startsWith(`${SIX}\n`), newText);
  assert.match(newText, /\$\{1:/);
});

test("a client without snippets gets plain text", async (t) => {
  const client = await Client.start(t, { capabilities: { textDocument: {} } });
  const document = client.open(begun());
  const [item] = await document.complete(wholeOf(document.text).end);
  assert.equal(item!.insertTextFormat, InsertTextFormat.PlainText);
  const { newText } = item!.textEdit as TextEdit;
  assert.ok(newText.startsWith(`${SIX}\n`), newText);
  assert.ok(!newText.includes("${"), newText);
});

test("it follows what is typed, and stops in prose", async (t) => {
  const client = await Client.start(t);
  const document = client.open(begun().slice(0, -1));
  const { end } = wholeOf(document.text);
  document.typeAt({ start: end, end }, "本");
  assert.deepEqual(await document.complete(wholeOf(document.text).end), []);
  document.typeAt({ start: end, end: { ...end, character: end.character + 1 } }, "其他");
  const items = await document.complete(wholeOf(document.text).end);
  assert.deepEqual(
    items.map(({ label }) => label),
    [SIX],
  );
});

test("an empty ogi-report is offered a title and a whole report", async (t) => {
  const client = await Client.start(t);
  const items = await client.open("").complete({ line: 0, character: 0 });
  const labels = items.map(({ label }) => label);
  assert.ok(labels.includes("政府信息公开工作年度报告"), JSON.stringify(labels));
  assert.ok(labels.includes("政府信息公开工作年度报告（全文）"), JSON.stringify(labels));
});

test("a text that is no report is left alone", async (t) => {
  const client = await Client.start(t);
  const document = client.open("六", { language: "plaintext", uri: "file:///beiwang.txt" });
  assert.deepEqual(await document.complete({ line: 0, character: 1 }), []);
  assert.notDeepEqual(await client.open("六").complete({ line: 0, character: 1 }), []);
});
