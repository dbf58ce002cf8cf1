// Text and cell are one: from a figure in the text to its cell and back, both highlighted, one change everywhere.

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  type Location,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { LAYOUTS } from "../support/draft";
import { soundDraft } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { rangeOf, replaced, textIn } from "./text";

/** 16 new, 3 carried over, 17 done, 2 carried forward; 复议 3, 诉讼 1. */
const SENTENCES =
  "2023年，本机关收到政府信息公开申请16件，上年结转3件，办结１７件，结转下年度2件；行政复议三件，行政复议和行政诉讼共4件。\n其中申请19件含结转。全年发布信息640条。";

async function opened(t: TestContext, text: string) {
  const client = await Client.start(t);
  return { client, document: await client.open(text) };
}

function draftWith(layout: (typeof LAYOUTS)[number], sentences = SENTENCES): string {
  return soundDraft(layout).replace("二、主动公开", `${sentences}\n\n二、主动公开`);
}

const at = (text: string, words: string, offset = 0): Position => {
  const { start } = rangeOf(text, words);
  return { line: start.line, character: start.character + offset };
};

const ask = ({ uri }: OpenDocument, position: Position) => ({ textDocument: { uri }, position });

function texts(text: string, places: readonly { readonly range: Range }[] | null): string[] {
  return (places ?? []).map(({ range }) => textIn(text, range));
}

for (const layout of LAYOUTS) {
  test(`${layout}: from a figure in the text to its cell, and from the cell to the text`, async (t) => {
    const text = draftWith(layout);
    const { client, document } = await opened(t, text);
    const { connection } = client;
    const position = at(text, "公开申请16件", 5);
    const [cell, ...others] = (await connection.sendRequest(
      DefinitionRequest.type,
      ask(document, position),
    )) as Location[];
    assert.equal(others.length, 0);
    assert.equal(textIn(text, cell!.range), "16");
    assert.ok(cell!.range.start.line > position.line + 5, "the cell is in the table below");

    const from = ask(document, cell!.range.start);
    const context = { includeDeclaration: false };
    const references = await connection.sendRequest(ReferencesRequest.type, { ...from, context });
    // 19件 is 16 and the 3 carried over.
    assert.deepEqual(texts(text, references), ["16件", "19件"]);
    const highlights = await connection.sendRequest(DocumentHighlightRequest.type, from);
    assert.deepEqual(texts(text, highlights).sort(), ["16", "16件", "19件"]);
  });

  test(`${layout}: a new figure is written into the cell and the text`, async (t) => {
    const text = draftWith(layout);
    const { client, document } = await opened(t, text);
    const position = at(text, "办结１７件", 3);
    const range = await client.connection.sendRequest(PrepareRenameRequest.type, ask(document, position));
    assert.equal(textIn(text, range as Range), "１７");
    const edit = (await client.connection.sendRequest(RenameRequest.type, {
      ...ask(document, position),
      newName: "１８",
    })) as WorkspaceEdit;
    const edits = editsOf(edit, document);
    assert.deepEqual(edits.map((each) => `${textIn(text, each.range)} ${each.newText}`).sort(), [
      "17 18",
      "１７ 18",
    ]);
    const renamed = [...edits]
      .sort((a, b) => b.range.start.line - a.range.start.line)
      .reduce((changed, each) => replaced(changed, each.range, each.newText), text);
    assert.ok(renamed.includes("办结18件"));
  });
}

function editsOf(edit: WorkspaceEdit, { uri }: OpenDocument): TextEdit[] {
  const [changes] = (edit.documentChanges ?? []) as TextDocumentEdit[];
  return (changes?.edits as TextEdit[] | undefined) ?? edit.changes?.[uri] ?? [];
}

test("a figure that is a sum leads to all its cells, and is not changed at once", async (t) => {
  const text = draftWith("pipe");
  const { client, document } = await opened(t, text);
  const asked = ask(document, at(text, "诉讼共4件", 3));
  const cells = (await client.connection.sendRequest(DefinitionRequest.type, asked)) as Location[];
  assert.deepEqual(texts(text, cells), ["3", "1", "0"]);
  await assert.rejects(client.connection.sendRequest(PrepareRenameRequest.type, asked), /合计.*分别修改/);
});

test("a new figure has to be one, and whole for a count", async (t) => {
  const text = draftWith("pipe");
  const { client, document } = await opened(t, text);
  const rename = (newName: string) =>
    client.connection.sendRequest(RenameRequest.type, {
      ...ask(document, at(text, "公开申请16件", 4)),
      newName,
    });
  await assert.rejects(rename("十八"), /请输入数字/);
  await assert.rejects(rename("-3"), /请输入数字/);
  await assert.rejects(rename("18.5"), /请输入整数/);
});

test("a figure that contradicts its cell is changed with it, one that states another cell is not", async (t) => {
  const text = draftWith("tabbed", "2023年，本机关收到政府信息公开申请61件，结转下年度2件。");
  const { client, document } = await opened(t, text);
  const edit = (await client.connection.sendRequest(RenameRequest.type, {
    ...ask(document, at(text, "公开申请61件", 4)),
    newName: "17",
  })) as WorkspaceEdit;
  const edits = editsOf(edit, document);
  assert.deepEqual(edits.map((each) => `${textIn(text, each.range)} ${each.newText}`).sort(), [
    "16 17",
    "61 17",
  ]);
});

test("a cell that the text does not state is highlighted alone, not every cell with the same figure", async (t) => {
  const text = draftWith("pipe");
  const { client, document } = await opened(t, text);
  const row = at(text, "| 规章");
  const first = text.split("\n")[row.line]!.indexOf("0");
  const asked = ask(document, { line: row.line, character: first });
  const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, asked);
  assert.deepEqual(texts(text, highlights), ["0"]);
  assert.deepEqual(highlights![0]!.range.start, { line: row.line, character: first });
});

test("where no figure of the tables stands nothing is answered", async (t) => {
  const text = draftWith("pipe");
  const { client, document } = await opened(t, text);
  for (const position of [at(text, "640条", 1), at(text, "存在的主要问题")]) {
    const asked = ask(document, position);
    assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, asked), []);
    assert.equal(await client.connection.sendRequest(DocumentHighlightRequest.type, asked), null);
    assert.equal(await client.connection.sendRequest(PrepareRenameRequest.type, asked), null);
  }
});
