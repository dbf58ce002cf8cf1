// The cell that wrong sums come from: named behind the check, moved on when the user says that it is right.

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  LSPErrorCodes,
} from "vscode-languageserver/node";
import { soundDraft, withApplications, withDisputes } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { rangeOf, textIn } from "./text";

/** 本机关不掌握 has 4 + 0 + 0 + 0 + 0 + 1 = 5; with 44 its row adds up to 45, and 自然人 to 53 instead of 13. */
const NOT_HELD = "unable.notHeld.naturalPerson";
const wrongCell = () => withApplications({ [NOT_HELD]: "44" });

/** Many reports in one file, each with several wrong cells of its own, which to find takes longer than an edit. */
const manyWrong = () =>
  Array.from({ length: 20 }, (_, i) =>
    withApplications({
      "carriedOver.naturalPerson": `8${i}`,
      "notProcessed.repeated.research": "72",
      "partlyGranted.legalService": "62",
      "partlyGranted.otherOrganization": "63",
    }),
  ).join("\n");

/** Where the squiggles are: the rule and what is underlined. */
function places({ text }: OpenDocument, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, range }) => `${code} ${textIn(text, range)}`);
}

const isTrust = ({ title }: CodeAction) => title.endsWith("没有错，换一种可能");

/** Chooses "this one is right" at a diagnostic as a client does; says whether it is offered. */
async function trust(client: Client, document: OpenDocument, { range }: Diagnostic): Promise<boolean> {
  const action = (await document.actions(range)).find(isTrust);
  if (!action) return false;
  const { command, arguments: args } = action.command!;
  await client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args ?? [] });
  return true;
}

test("one wrong cell has the one squiggle, and the sums that it breaks are told with it", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  const [only, ...others] = await document.pull();
  assert.deepEqual(others, []);
  assert.deepEqual(only!.range, rangeOf(document.text, "44"));
  assert.match(String(only!.message), /“1\.本机关不掌握相关政府信息 · 自然人”很可能应为 4（现为 44）/);
  assert.match(String(only!.message), /2 处不平/);
  const related = only!.relatedInformation!.map(({ message, location }) => [
    textIn(document.text, location.range),
    message,
  ]);
  assert.deepEqual(
    related.map(([under]) => under),
    ["5", "13"],
  );
  assert.match(related[0]![1]!, /总计为 5.*之和为 45/);
  assert.match(related[1]![1]!, /总计为 13.*之和为 53/);
});

test("a wrong total is told as that: with its own sum, and under that sum's rule, not the text's", async (t) => {
  // 12 + 3 + 0 + 0 + 1 + 0 = 16, and 16 + 3 = 17 + 2.
  const client = await Client.start(t);
  const text = withApplications({ "newRequests.total": "61" });
  const document = client.open(text.replace("\n\n二、", "全年收到政府信息公开申请16件。\n\n二、"));
  const [only, ...others] = await document.pull();
  assert.deepEqual([places(document, [only!]), others], [["applications/row-total 61"], []]);
  assert.match(String(only!.message), /文字“16件”也与此相符/);
  const told = only!.relatedInformation!.map(({ message }) => message);
  assert.equal(told.length, 3);
  assert.ok(
    told.some((message) => /总计为 61，各类申请人之和为 16/.test(message)),
    told.join("\n"),
  );
});

test("the repair comes first, and makes the draft what it was", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  const [repair, ...others] = await document.actions(rangeOf(document.text, "44"));
  assert.match(repair!.title, /44 → 4/);
  assert.deepEqual([repair!.isPreferred, others.some(({ isPreferred }) => isPreferred)], [true, false]);
  document.apply(repair!);
  assert.equal(document.text, soundDraft());
  assert.deepEqual(await document.pull(), []);
});

test("a cell that is said to be right is suspected no more; in the end the totals are told", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  const seen: string[] = [];
  for (let all = await document.pull(); ; all = await document.pull()) {
    const before = client.refreshes;
    if (!(await trust(client, document, all[0]!))) break;
    seen.push(textIn(document.text, all[0]!.range));
    await client.until("diagnostics asked for anew", () => client.refreshes > before);
    assert.ok(seen.length < 9, seen.join());
  }
  assert.equal(seen[0], "44");
  assert.equal(new Set(seen).size, seen.length, `none twice: ${seen.join()}`);
  const left = await document.pull();
  assert.deepEqual(places(document, left), ["applications/row-total 5", "applications/outcome-total 13"]);
});

test("with all other figures of a sum said to be right, the last one is named", async (t) => {
  // 2 + 0 + 0 + 1 is not 30.
  const client = await Client.start(t);
  const document = client.open(withDisputes({ "review.total": "30" }));
  await document.pull();
  const cells = { total: 30, upheld: 2, corrected: 0, otherOutcome: 0 };
  const figures = Object.entries(cells).map(([column, figure]) => ({
    report: 0,
    cell: `disputes.review.${column}`,
    figure: figure * 1_000_000,
  }));
  await client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: "gouji.trustFigures",
    arguments: [{ uri: document.uri, figures }],
  });
  const [only] = await document.pull();
  assert.match(String(only!.message), /尚未审结”很可能应为 28（现为 1）/);
  assert.equal(textIn(document.text, only!.range), "1");
});

test("a figure said to be right is suspected again once it is another, and once the draft was closed", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongCell());
  const named = async (open: OpenDocument, figure: string) =>
    places(open, await open.pull()).includes(`applications/row-total ${figure}`);
  assert.ok(await trust(client, document, (await document.pull())[0]!));
  assert.equal(await named(document, "44"), false);
  document.type("44", "46");
  assert.equal(await named(document, "46"), true);
  document.type("46", "44");
  assert.equal(await named(document, "44"), false);
  document.close();
  assert.equal(await named(client.open(wrongCell()), "44"), true);
});

/** A client that waits for diagnostics, and those that it was sent for a version. */
async function waiting(t: TestContext) {
  const client = await Client.start(t, { pull: false });
  const sent = ({ uri, version }: { uri: string; version: number }) =>
    client.published.filter((each) => each.uri === uri && each.version === version);
  return { client, sent };
}

test("a client that waits is told of the sums first, of the cell after that", async (t) => {
  const { client, sent } = await waiting(t);
  const document = client.open(wrongCell());
  await client.until("both", () => sent(document).length === 2);
  const [first, second] = sent(document).map(({ diagnostics }) => places(document, diagnostics));
  assert.deepEqual(first, ["applications/row-total 5", "applications/outcome-total 13"]);
  assert.deepEqual(second, ["applications/row-total 44"]);
  // What was found out once is known when the table is as before.
  document.type("青禾县", "清禾县");
  await client.until("the next version", () => sent(document).length > 0);
  assert.deepEqual(places(document, sent(document)[0]!.diagnostics), ["applications/row-total 44"]);
});

test("a client that waits is told anew when a cell is said to be right", async (t) => {
  const { client, sent } = await waiting(t);
  const document = client.open(wrongCell());
  await client.until("the cell", () => sent(document).length === 2);
  assert.ok(await trust(client, document, sent(document)[1]!.diagnostics[0]!));
  await client.until("another answer", () =>
    sent(document)
      .slice(2)
      .some(({ diagnostics }) => !places(document, diagnostics).includes("applications/row-total 44")),
  );
});

/** A client that hears when a text is checked: the server then looks for the cells. */
async function lookingFor(t: TestContext) {
  const client = await Client.start(t, { initializationOptions: { tellChecked: true } });
  const looking = new Promise((resolve) => client.connection.onNotification("gouji/checked", resolve));
  return { client, looking };
}

test("an edit gets through while the cells are looked for: what is then told is of the new text", async (t) => {
  const { client, looking } = await lookingFor(t);
  const document = client.open(manyWrong());
  const asked = document.pull();
  await looking;
  document.replaceAll(wrongCell());
  assert.deepEqual(places(document, await asked), ["applications/row-total 44"]);
});

test("who asked for diagnostics and no longer wants them is told so", async (t) => {
  const { client, looking } = await lookingFor(t);
  const document = client.open(manyWrong());
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest(
    DocumentDiagnosticRequest.type,
    { textDocument: { uri: document.uri } },
    source.token,
  );
  await looking;
  source.cancel();
  const code = LSPErrorCodes.RequestCancelled;
  await assert.rejects(asked, (error: { code?: number }) => error.code === code);
  document.replaceAll(soundDraft());
  assert.deepEqual(await document.pull(), []);
});

test("a client that waits gets nothing more for a text that was changed meanwhile", async (t) => {
  const { client, sent } = await waiting(t);
  const document = client.open(manyWrong());
  await client.until("the sums", () => sent(document).length === 1);
  document.replaceAll(wrongCell());
  await client.until("the cell", () => sent(document).length === 2);
  assert.deepEqual(
    client.published.map(({ version }) => version),
    [1, 2, 2],
  );
});
