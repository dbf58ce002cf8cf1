// What throws inside the server is logged, and the server goes on; and when it sends what it puts off. Here the server
// runs in the test's own process, over streams, so that its parts can be broken and its timer driven by hand.

import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { type TestContext, test } from "node:test";
import {
  CodeActionRequest,
  type Connection,
  type ConnectionOptions,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializeRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { RULES, type Rule } from "../../server/src/core";
import { Causes } from "../../server/src/server/causes";
import { startServer } from "../../server/src/server/startServer";
import { wrongReview } from "../support/faulty";
import { wholeOf } from "./text";

const BROKEN = "这里坏了";

interface Local {
  readonly connection: ProtocolConnection;
  readonly logged: string[];
  readonly published: PublishDiagnosticsParams[];
  /** Runs what the server has put off; for a client that asks it puts nothing off for long. */
  readonly pass: () => void;
}

async function startHere(t: TestContext, { pull = true } = {}): Promise<Local> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
  const putOff = new Set<() => void>();
  let server: Connection;
  const connect = (options: ConnectionOptions) => {
    server = createConnection(reader, writer, options);
    return server;
  };
  startServer(connect, {
    soon: (task) => {
      if (pull) setImmediate(task);
      else putOff.add(task);
    },
    findConfig: null,
    rulePages: null,
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const logged: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void published.push(params));
  connection.listen();
  t.after(() => {
    connection.dispose();
    server.dispose();
  });
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: pull ? { textDocument: { diagnostic: {} } } : {},
  });
  const pass = () => {
    for (const task of putOff) task();
    putOff.clear();
  };
  return { connection, logged, published, pass };
}

function open({ connection }: Local, uri: string, text: string): void {
  const textDocument = { uri, languageId: "ogi-report", version: 1, text };
  void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

async function pull({ connection }: Local, uri: string): Promise<Diagnostic[]> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === "full" ? report.items : [];
}

function ruleOf(code: string): Rule {
  const rule = RULES.find((candidate) => candidate.code === code);
  assert.ok(rule, code);
  return rule;
}

/** Makes a part of a rule throw until the test ends. */
function breakRule(t: TestContext, code: string, part: "check" | "fixes"): void {
  const rule: { check: unknown; fixes?: unknown } = ruleOf(code);
  const whole = rule[part];
  rule[part] = () => {
    throw new Error(BROKEN);
  };
  t.after(() => {
    rule[part] = whole;
  });
}

/** Makes the text of one document unreadable. */
function breakDocument(t: TestContext, broken: string): void {
  const { create } = TextDocument;
  t.mock.method(TextDocument, "create", (...args: Parameters<typeof create>) => {
    const document = create(...args);
    if (document.uri === broken) {
      document.getText = () => {
        throw new Error(BROKEN);
      };
    }
    return document;
  });
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

test("a rule that throws is named in the log; the other rules are heard", async (t) => {
  const local = await startHere(t);
  breakRule(t, "structure/missing-section", "check");
  open(local, "file:///1.ogi", wrongReview());
  assert.deepEqual(codes(await pull(local, "file:///1.ogi")), ["disputes/total"]);
  assert.equal(local.logged.length, 1);
  assert.match(local.logged[0]!, /structure\/missing-section.*file:\/\/\/1\.ogi.*这里坏了/);
  // One analysis serves all features, so the same version is not complained of twice.
  await pull(local, "file:///1.ogi");
  assert.equal(local.logged.length, 1);
});

test("a document that cannot be analysed is named in the log; others are served", async (t) => {
  breakDocument(t, "file:///huai.ogi");
  const local = await startHere(t);
  open(local, "file:///huai.ogi", wrongReview());
  open(local, "file:///hao.ogi", wrongReview());
  assert.deepEqual(await pull(local, "file:///huai.ogi"), []);
  assert.equal(local.logged.length, 1);
  assert.match(local.logged[0]!, /diagnostics.*file:\/\/\/huai\.ogi.*这里坏了/);
  assert.deepEqual(codes(await pull(local, "file:///hao.ogi")), ["disputes/total"]);
});

test("a fix that throws is logged, and the diagnostics stay", async (t) => {
  const local = await startHere(t);
  breakRule(t, "disputes/total", "fixes");
  const text = wrongReview();
  open(local, "file:///1.ogi", text);
  const actions = await local.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: "file:///1.ogi" },
    range: wholeOf(text),
    context: { diagnostics: [] },
  });
  assert.deepEqual(actions, []);
  assert.match(local.logged.join("\n"), /code actions.*file:\/\/\/1\.ogi.*这里坏了/);
  assert.deepEqual(codes(await pull(local, "file:///1.ogi")), ["disputes/total"]);
});

test("pushed diagnostics: one document that throws does not keep the next from its own", async (t) => {
  breakDocument(t, "file:///huai.ogi");
  const local = await startHere(t, { pull: false });
  open(local, "file:///huai.ogi", wrongReview());
  open(local, "file:///hao.ogi", wrongReview());
  await pull(local, "file:///none");
  local.pass();
  await pull(local, "file:///none");
  assert.deepEqual(
    local.published.map(({ uri, version, diagnostics }) => [uri, version, codes(diagnostics)]),
    [
      ["file:///huai.ogi", 1, []],
      ["file:///hao.ogi", 1, ["disputes/total"]],
    ],
  );
  assert.match(local.logged[0]!, /huai\.ogi.*这里坏了/);
});

/** Opens a draft and changes it up to version 40, all at once. */
async function burst(local: Local): Promise<void> {
  const uri = "file:///1.ogi";
  open(local, uri, wrongReview());
  for (let version = 2; version <= 40; version++) {
    const text = wrongReview().replace("907", String(906 + version));
    void local.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }
  await pull(local, "file:///none");
}

const versions = ({ published }: Local) =>
  published.map(({ version, diagnostics }) => [version, diagnostics.length]);

test("pushed diagnostics: a draft that takes its time is, of a burst, only analysed and sent for the newest version", async (t) => {
  const check = t.mock.method(ruleOf("disputes/total"), "check");
  let now = 0;
  t.mock.method(Date, "now", () => (now += 10)); // whatever is measured takes 10 ms
  const local = await startHere(t, { pull: false });
  await burst(local);
  assert.equal(check.mock.callCount(), 1);
  local.pass();
  await pull(local, "file:///none");
  assert.deepEqual(versions(local), [
    [1, 1],
    [40, 1],
  ]);
  assert.match(String(local.published[1]!.diagnostics[0]!.message), /总计为 946/);
  assert.equal(check.mock.callCount(), 2);
});

test("pushed diagnostics: of a draft that takes no time each version is sent, without a wait", async (t) => {
  t.mock.method(Date, "now", () => 0);
  const local = await startHere(t, { pull: false });
  await burst(local);
  assert.deepEqual(
    versions(local),
    Array.from({ length: 40 }, (_, i) => [i + 1, 1]),
  );
});

test("pushed diagnostics: a search for wrong cells that throws is logged, and the next document has its own", async (t) => {
  t.mock.method(Causes.prototype, "finish", async () => {
    throw new Error(BROKEN);
  });
  const local = await startHere(t, { pull: false });
  open(local, "file:///1.ogi", wrongReview());
  await pull(local, "file:///none");
  assert.match(local.logged.join("\n"), /file:\/\/\/1\.ogi.*这里坏了/);
  open(local, "file:///2.ogi", wrongReview());
  await pull(local, "file:///none");
  assert.deepEqual(
    local.published.map(({ uri, diagnostics }) => [uri, codes(diagnostics)]),
    [
      ["file:///1.ogi", ["disputes/total"]],
      ["file:///2.ogi", ["disputes/total"]],
    ],
  );
});

test("a client that asks is not sent anything, however long it waits", async (t) => {
  const local = await startHere(t);
  open(local, "file:///1.ogi", wrongReview());
  assert.deepEqual(codes(await pull(local, "file:///1.ogi")), ["disputes/total"]);
  local.pass();
  assert.deepEqual(codes(await pull(local, "file:///1.ogi")), ["disputes/total"]);
  assert.deepEqual(local.published, []);
});
