// Diagnostics for a client that cannot ask: sent with their version, never an older one after a newer, cleared on
// close.

import assert from "node:assert/strict";
import { test } from "node:test";
import { soundDraft, withDisputes, wrongReview } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { rangeOf } from "./text";

/** Waits for the diagnostics of the document's newest version; their codes and places. */
async function pushed(client: Client, { uri, version }: OpenDocument) {
  const isNewest = (sent: { uri: string; version?: number }) => sent.uri === uri && sent.version === version;
  const found = await client.until(`${uri} version ${version}`, () => client.published.find(isNewest));
  return found.diagnostics.map(({ code, range }) => ({ code, range }));
}

test("diagnostics come by themselves, with the version that they belong to", async (t) => {
  const client = await Client.start(t, { pull: false });
  const document = client.open(wrongReview());
  assert.deepEqual(await pushed(client, document), [
    { code: "disputes/total", range: rangeOf(document.text, "907") },
  ]);
  document.type("907", "3");
  assert.deepEqual(await pushed(client, document), []);
});

test("in a burst of changes the last answer is for the newest version, and none comes late", async (t) => {
  const client = await Client.start(t, { pull: false });
  const document = client.open(wrongReview());
  await pushed(client, document);
  const burst = 60;
  let figure = 907;
  for (let i = 0; i < burst; i++) document.type(String(figure), String(++figure));
  assert.equal(figure, 967);
  assert.deepEqual(await pushed(client, document), [
    { code: "disputes/total", range: rangeOf(document.text, "967") },
  ]);
  // Whatever was still to come for the burst comes before the answer for a document opened after it.
  await pushed(client, client.open(soundDraft(), { uri: "file:///hou.ogi" }));
  const versions = client.published.filter(({ uri }) => uri === document.uri).map(({ version }) => version!);
  assert.deepEqual(
    versions,
    [...versions].sort((a, b) => a - b),
  );
  assert.equal(versions.at(-1), 1 + burst);
});

test("of changes that are at hand together, a long draft is only answered for the newest", async (t) => {
  const client = await Client.start(t, { pull: false });
  // With HTML the whole of it is read again at each change: that takes its time.
  const document = client.open(Array.from({ length: 40 }, () => wrongReview("html")).join("\n"));
  await pushed(client, document);
  client.published.length = 0;
  const start = { line: 0, character: 0 };
  const changes = Array.from({ length: 10 }, () => {
    const textDocument = { uri: document.uri, version: ++document.version };
    const params = { textDocument, contentChanges: [{ range: { start, end: start }, text: " " }] };
    const content = JSON.stringify({ jsonrpc: "2.0", method: "textDocument/didChange", params });
    return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
  });
  client.process.stdin!.write(changes.join(""));
  assert.equal((await pushed(client, document)).length, 40);
  assert.deepEqual([...new Set(client.published.map(({ version }) => version))], [document.version]);
});

test("closing a document clears its diagnostics, and nothing comes after that", async (t) => {
  const client = await Client.start(t, { pull: false });
  const document = client.open(wrongReview());
  await pushed(client, document);
  document.type("907", "908");
  document.close();
  await pushed(client, client.open(soundDraft(), { uri: "file:///hou.ogi" }));
  const last = client.published.filter(({ uri }) => uri === document.uri).at(-1)!;
  assert.deepEqual(last.diagnostics, []);
  assert.equal(last.version, undefined);
});

test("a document opened again is checked again, whatever its version was", async (t) => {
  const client = await Client.start(t, { pull: false });
  const first = client.open(wrongReview());
  await pushed(client, first);
  first.close();
  await client.until("clearing", () => client.published.at(-1)?.diagnostics.length === 0);
  client.published.length = 0;
  const again = client.open(withDisputes({ "litigationDirect.total": "808" }));
  assert.deepEqual(await pushed(client, again), [
    { code: "disputes/total", range: rangeOf(again.text, "808") },
  ]);
});

test("a changed setting is seen in every open document without a change to it", async (t) => {
  const client = await Client.start(t, { pull: false, settings: {} });
  const documents = ["file:///yi.ogi", "file:///er.ogi"].map((uri) => client.open(wrongReview(), { uri }));
  for (const document of documents) assert.equal((await pushed(client, document)).length, 1);
  const cleared = () => client.published.filter(({ diagnostics }) => diagnostics.length === 0);
  assert.deepEqual(cleared(), []);
  await client.changeSettings({ rules: { "disputes/total": "off" } });
  await client.until("both cleared", () => cleared().length === 2);
  // Each document's gouji.json is looked for by itself, so that any of them may be answered first.
  const told = (all: readonly { uri: string; version?: number }[]) =>
    all.map(({ uri, version }) => `${uri} ${version}`).sort();
  assert.deepEqual(told(cleared()), told(documents));
});
