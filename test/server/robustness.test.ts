// Whatever a client sends and a document holds, the server answers and goes on.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from "vscode-languageserver/node";
import { LAYOUTS } from "../support/draft";
import { soundDraft, wrongReview } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { rangeOf, wholeOf } from "./text";

const FOUND = ["disputes/total 907"];

/** Whether the server still does its work. */
async function assertAlive(client: Client): Promise<void> {
  const document = client.open(wrongReview(), { uri: `file:///huozhe-${Math.random()}.ogi` });
  assert.deepEqual(await document.findings(), FOUND);
}

async function assertNothingFor(document: OpenDocument): Promise<void> {
  assert.deepEqual(await document.pull(), []);
  assert.deepEqual(await document.actions(wholeOf(document.text)), []);
  assert.deepEqual(await document.complete({ line: 0, character: 0 }), []);
}

test("a closed document has nothing, and opened again it has all", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongReview());
  assert.deepEqual(await document.findings(), FOUND);
  document.close();
  await assertNothingFor(document);
  const again = client.open(wrongReview("html"));
  assert.deepEqual(await again.findings(), FOUND);
});

test("a document that was never opened has nothing", async (t) => {
  const client = await Client.start(t);
  const textDocument = { uri: "file:///meiyou.ogi" };
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.deepEqual(report, { kind: "full", items: [] });
  const position = { line: 3, character: 4 };
  const completed = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
  assert.deepEqual(completed, { isIncomplete: true, items: [] });
  await assertAlive(client);
});

test("a closed document stays closed when a change to it comes late", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongReview());
  document.close();
  document.type("907", "908");
  await assertNothingFor(document);
  await assertAlive(client);
});

test("cancelled requests are answered as cancelled, those beside them as usual", async (t) => {
  // The server has read no request to its end before it has the settings.
  let answer: (settings: unknown) => void = () => assert.fail("nothing was asked");
  const client = await Client.start(t, {
    answerConfiguration: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const document = client.open(wrongReview());
  const textDocument = { uri: document.uri };
  const { connection } = client;
  const range = rangeOf(document.text, "907");
  const context = { diagnostics: [] };
  const source = new CancellationTokenSource();
  const { token } = source;
  const cancelled = Promise.allSettled([
    connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, token),
    connection.sendRequest(CompletionRequest.type, { textDocument, position: range.end }, token),
    connection.sendRequest(CodeActionRequest.type, { textDocument, range, context }, token),
  ]);
  const kept = document.findings();
  await client.until("the question", () => client.asked.length === 1);
  source.cancel();
  answer({});
  assert.deepEqual(
    (await cancelled).map((settled) => settled.status === "rejected" && settled.reason.code),
    Array(3).fill(LSPErrorCodes.RequestCancelled),
  );
  assert.deepEqual(await kept, FOUND);
});

for (const position of [
  { line: -1, character: -1 },
  { line: 1e9, character: 0 },
  { line: 0, character: 1e9 },
  { line: 2 ** 31, character: 2 ** 31 },
  { line: 0.5, character: 1.5 },
  { line: null, character: null },
  { line: "1", character: [] },
  {},
]) {
  test(`the position ${JSON.stringify(position)} gets an answer`, async (t) => {
    const client = await Client.start(t);
    const document = client.open(wrongReview());
    const textDocument = { uri: document.uri };
    const range = { start: position, end: position };
    const settled = await Promise.allSettled([
      client.connection.sendRequest("textDocument/completion", { textDocument, position }),
      client.connection.sendRequest("textDocument/codeAction", {
        textDocument,
        range,
        context: { diagnostics: [] },
      }),
    ]);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ["fulfilled", "fulfilled"],
    );
    assert.deepEqual(await document.findings(), FOUND);
  });
}

for (const method of ["textDocument/diagnostic", "textDocument/codeAction", "textDocument/completion"]) {
  test(`${method} without its parameters is refused, and the server goes on`, async (t) => {
    const client = await Client.start(t);
    await assert.rejects(client.connection.sendRequest(method, {}));
    await assert.rejects(client.connection.sendRequest(method, { textDocument: null }));
    await assertAlive(client);
  });
}

test("a method that does not exist is refused, and the server goes on", async (t) => {
  const client = await Client.start(t);
  await assert.rejects(client.connection.sendRequest("gouji/bucunzai", {}));
  await client.connection.sendNotification("gouji/bucunzai", {});
  await assertAlive(client);
});

test("an empty document, and one emptied", async (t) => {
  const client = await Client.start(t);
  const document = client.open("");
  assert.deepEqual(await document.pull(), []);
  assert.deepEqual(await document.actions(wholeOf("")), []);
  document.replaceAll(wrongReview());
  assert.deepEqual(await document.findings(), FOUND);
  document.typeAt(wholeOf(document.text), "");
  assert.deepEqual(await document.pull(), []);
});

for (const piece of [
  "本年度",
  "1",
  "1,",
  "一、",
  "|",
  "\t",
  "\t1",
  " ",
  "<td>",
  "<table>",
  "×",
  "X",
  "_",
  "（",
  "《",
  "［",
  "2023年",
  "<",
  "&nbsp;",
  "-",
  "其中",
]) {
  test(`a line of 200,000 characters of ${JSON.stringify(piece)} hides nothing`, async (t) => {
    const client = await Client.start(t);
    const line = piece.repeat(Math.ceil(200_000 / piece.length));
    // As a line of section 五, behind the tables.
    const text = wrongReview().replace("公开内容的更新", `${line}\n公开内容的更新`);
    const found = await client.open(text).findings();
    assert.ok(found.includes(FOUND[0]!), JSON.stringify(found).slice(0, 1000));
  });
}

test("a broken HTML table: what can be read is checked", async (t) => {
  const client = await Client.start(t);
  const whole = wrongReview("html");
  // HTML lets these end tags be left out.
  const loose = client.open(whole.replace(/<\/(?:td|tr)>/g, ""), { uri: "file:///1.ogi" });
  assert.deepEqual(await loose.findings(), FOUND);
  const unclosed = client.open(whole.slice(0, whole.indexOf("</tr>", whole.indexOf("907"))), {
    uri: "file:///2.ogi",
  });
  const found = await unclosed.findings();
  assert.ok(found.includes("disputes/total 907"), JSON.stringify(found));
});

for (const layout of LAYOUTS) {
  test(`${layout}: a draft cut off anywhere is answered for`, async (t) => {
    const client = await Client.start(t);
    const whole = soundDraft(layout);
    const document = client.open(whole);
    let answered = 0;
    for (let end = whole.length; end >= 0; end -= 97) {
      document.replaceAll(whole.slice(0, end));
      const found = await document.pull();
      // Cut before its last section, a report has at least that missing.
      const isCut = end < whole.indexOf("六、") && end > whole.indexOf("一、总体情况") + 6;
      if (isCut)
        assert.ok(
          found.some(({ code }) => code === "structure/missing-section"),
          `cut at ${end}`,
        );
      answered++;
    }
    assert.ok(answered > 10);
    assert.deepEqual(client.complaints(), []);
  });
}
