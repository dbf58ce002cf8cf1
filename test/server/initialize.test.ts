// What the server says of itself, and how it goes.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ExitNotification,
  PositionEncodingKind,
  ShutdownRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { wrongReview } from "../support/faulty";
import { Client } from "./client";

test("it names itself, counts in UTF-16 and takes incremental changes", async (t) => {
  const { initialized } = await Client.start(t);
  assert.equal(initialized.serverInfo?.name, "gouji");
  assert.equal(initialized.capabilities.positionEncoding, PositionEncodingKind.UTF16);
  assert.equal(initialized.capabilities.textDocumentSync, TextDocumentSyncKind.Incremental);
});

test("UTF-16 also where the client would rather have UTF-8", async (t) => {
  const { initialized } = await Client.start(t, {
    capabilities: { general: { positionEncodings: ["utf-8", "utf-16"] } },
  });
  assert.equal(initialized.capabilities.positionEncoding, "utf-16");
});

test("it offers to be asked for diagnostics only where the client can ask", async (t) => {
  const pulling = await Client.start(t);
  assert.deepEqual(pulling.initialized.capabilities.diagnosticProvider, {
    identifier: "gouji",
    interFileDependencies: false,
    workspaceDiagnostics: false,
  });
  const waiting = await Client.start(t, { pull: false });
  assert.equal(waiting.initialized.capabilities.diagnosticProvider, undefined);
});

test("it offers quick fixes, fix all, and completion that # and 六 set off", async (t) => {
  const { codeActionProvider, completionProvider } = (await Client.start(t)).initialized.capabilities;
  assert.deepEqual(codeActionProvider, { codeActionKinds: ["quickfix", "source.fixAll.gouji"] });
  assert.ok(completionProvider!.triggerCharacters!.includes("六"));
  assert.ok(completionProvider!.triggerCharacters!.includes("#"));
});

test("it lives with a client that can do nothing", async (t) => {
  const client = await Client.start(t, {
    pull: false,
    capabilities: { workspace: {}, textDocument: {} },
  });
  client.open(wrongReview());
  const { diagnostics } = await client.until("diagnostics", () => client.published[0]);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ["disputes/total"],
  );
});

test("after shutdown it exits with 0", async (t) => {
  const client = await Client.start(t);
  await client.open(wrongReview()).pull();
  assert.equal(await client.connection.sendRequest(ShutdownRequest.type), null);
  const code = client.exitCode();
  await client.connection.sendNotification(ExitNotification.type);
  assert.equal(await code, 0);
});

test("exit without shutdown ends it with 1", async (t) => {
  const client = await Client.start(t);
  const code = client.exitCode();
  await client.connection.sendNotification(ExitNotification.type);
  assert.equal(await code, 1);
});

test("it does not stay behind when the client is gone", async (t) => {
  const client = await Client.start(t);
  await client.open(wrongReview()).pull();
  const code = client.exitCode();
  client.process.stdin!.end();
  assert.equal(await code, 1);
});
