// What a client sends right behind `initialize`, before most of the server is loaded: nothing of it is lost.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { LSPErrorCodes, StreamMessageReader } from "vscode-languageserver/node";
import { wrongReview } from "../support/faulty";
import { nodeBundle } from "./bundle";
import { rangeOf } from "./text";

const TIMEOUT = { timeout: 60_000 };
const URI = "file:///nianbao.ogi";
const TEXT = wrongReview();
const WRONG = { code: "disputes/total", range: rangeOf(TEXT, "907") };
const textDocument = { uri: URI };

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

interface Diagnostics {
  readonly version?: number;
  readonly diagnostics: readonly { code: string; range: object }[];
}

/** A server's process, and what it has sent. */
class Raw {
  readonly heard: Message[] = [];
  private wake: () => void = () => {};
  private ended = false;

  private constructor(readonly process: ChildProcess) {
    new StreamMessageReader(process.stdout!).listen((message) => {
      this.heard.push(message as Message);
      this.wake();
    });
    process.once("close", () => {
      this.ended = true;
      this.wake();
    });
  }

  static start(t: TestContext, bundle = nodeBundle()): Raw {
    const raw = new Raw(spawn(process.execPath, [bundle, "--stdio"], { stdio: "pipe" }));
    t.after(() => raw.process.kill());
    return raw;
  }

  /** Sends messages as one piece, so that the server has read them all when it handles the first. */
  send(messages: readonly Message[]): void {
    const frames = messages.map((message) => {
      const body = JSON.stringify({ jsonrpc: "2.0", ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.process.stdin!.write(frames.join(""));
  }

  async first(is: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.heard.find(is);
      if (found) return found;
      assert.ok(!this.ended, `the server ended; it had sent ${JSON.stringify(this.heard)}`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  answer(id: number): Promise<Message> {
    return this.first((message) => message.id === id && message.method === undefined);
  }

  async pushed(version: number): Promise<Diagnostics["diagnostics"]> {
    const { params } = await this.first(
      ({ method, params }) =>
        method === "textDocument/publishDiagnostics" && (params as Diagnostics).version === version,
    );
    return (params as Diagnostics).diagnostics;
  }
}

function initialize(capabilities: object): Message {
  return { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities } };
}

const PULLS = { textDocument: { diagnostic: {} } };
const INITIALIZED: Message = { method: "initialized", params: {} };
const OPENED: Message = {
  method: "textDocument/didOpen",
  params: { textDocument: { uri: URI, languageId: "ogi-report", version: 1, text: TEXT } },
};
/** Corrects the wrong total: 2 + 0 + 0 + 1. */
const CORRECTED: Message = {
  method: "textDocument/didChange",
  params: {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ range: rangeOf(TEXT, "907"), text: "3" }],
  },
};

function found(diagnostics: readonly { code: string; range: object }[]): object[] {
  return diagnostics.map(({ code, range }) => ({ code, range }));
}

test("requests that are sent together with initialize are all answered", TIMEOUT, async (t) => {
  const server = Raw.start(t);
  const range = WRONG.range;
  server.send([
    initialize(PULLS),
    INITIALIZED,
    OPENED,
    { id: 2, method: "textDocument/diagnostic", params: { textDocument } },
    {
      id: 3,
      method: "textDocument/codeAction",
      params: { textDocument, range, context: { diagnostics: [] } },
    },
    { id: 4, method: "textDocument/documentHighlight", params: { textDocument, position: range.start } },
    { id: 5, method: "textDocument/formatting", params: { textDocument, options: { tabSize: 4 } } },
  ]);
  const { items } = (await server.answer(2)).result as { items: { code: string; range: object }[] };
  assert.deepEqual(found(items), [WRONG]);
  const actions = (await server.answer(3)).result as { kind: string; edit?: object }[];
  assert.ok(actions.some(({ kind, edit }) => kind === "quickfix" && edit));
  for (const id of [1, 4, 5]) assert.ok((await server.answer(id)).result, `answer to ${id}`);
});

test("so are changes, in their order, for a client that waits", TIMEOUT, async (t) => {
  const opened = Raw.start(t);
  opened.send([initialize({}), INITIALIZED, OPENED]);
  assert.deepEqual(found(await opened.pushed(1)), [WRONG]);
  const changed = Raw.start(t);
  changed.send([initialize({}), INITIALIZED, OPENED, CORRECTED]);
  assert.deepEqual(await changed.pushed(2), []);
});

test("and settings, also without `initialized`", TIMEOUT, async (t) => {
  const server = Raw.start(t);
  const settings = { gouji: { rules: { "disputes/total": "off" } } };
  server.send([initialize({}), { method: "workspace/didChangeConfiguration", params: { settings } }, OPENED]);
  assert.deepEqual(await server.pushed(1), []);
});

test("settings are asked for, however early `initialized` comes", TIMEOUT, async (t) => {
  const server = Raw.start(t);
  server.send([initialize({ workspace: { configuration: true } }), INITIALIZED]);
  const { params } = await server.first(({ method }) => method === "workspace/configuration");
  assert.deepEqual(params, { items: [{ section: "gouji" }] });
});

test(
  "a request that is taken back at once is answered as such, and the others as ever",
  TIMEOUT,
  async (t) => {
    const server = Raw.start(t);
    server.send([
      initialize(PULLS),
      INITIALIZED,
      OPENED,
      { id: 2, method: "textDocument/diagnostic", params: { textDocument } },
      { id: 3, method: "textDocument/diagnostic", params: { textDocument } },
      { method: "$/cancelRequest", params: { id: 2 } },
    ]);
    assert.equal((await server.answer(2)).error?.code, LSPErrorCodes.RequestCancelled);
    const { items } = (await server.answer(3)).result as { items: { code: string; range: object }[] };
    assert.deepEqual(found(items), [WRONG]);
  },
);

test("a server that is shut down at once says so and exits with 0", TIMEOUT, async (t) => {
  const server = Raw.start(t);
  const exited = once(server.process, "exit");
  server.send([initialize({}), { id: 2, method: "shutdown" }]);
  const { result, error } = await server.answer(2);
  assert.deepEqual({ result, error }, { result: null, error: undefined });
  server.send([{ method: "exit" }]);
  assert.deepEqual(await exited, [0, null]);
});

test(
  "initialize is answered before the core is read, which begins without being asked",
  TIMEOUT,
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "gouji-early-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    for (const file of ["node.js", "protocol.js"])
      cpSync(join(dirname(nodeBundle()), file), join(folder, file));
    const server = Raw.start(t, join(folder, "node.js"));
    let complaint = "";
    server.process.stderr!.on("data", (data) => {
      complaint += data;
    });
    const ended = once(server.process, "close");
    server.send([initialize({})]);
    assert.ok((await server.answer(1)).result);
    const [code] = await ended;
    assert.notEqual(code, 0);
    assert.match(complaint, /Cannot find module '\.\/serving\.js'/);
  },
);
