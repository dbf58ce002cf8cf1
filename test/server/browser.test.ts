// The server's bundle for a web worker, in a context that has what such a worker has and nothing of Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { WRONG_REVIEW, wrongReview } from "../support/faulty";
import { browserBundle } from "./bundle";
import { rangeOf } from "./text";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

interface Scope {
  onmessage?: (event: { data: unknown }) => void;
  [name: string]: unknown;
}

/** A worker's global scope, with the page's end of its channel. */
class Worker {
  private readonly sent: Message[] = [];
  private wake = () => {};
  private readonly scope: Scope;

  constructor(script: string) {
    const scope: Scope = {
      postMessage: (data: Message) => {
        // What goes through a channel is copied: anything that cannot be is an error here, too.
        this.sent.push(structuredClone(data));
        this.wake();
      },
      addEventListener: (type: string) => assert.equal(type, "error", "messages are taken by onmessage"),
      setTimeout,
      clearTimeout,
      console,
      TextEncoder,
      TextDecoder,
    };
    scope.self = scope;
    this.scope = scope;
    vm.runInNewContext(script, scope, { filename: "browser.js" });
  }

  post(message: Message): void {
    const data = structuredClone({ jsonrpc: "2.0", ...message });
    setTimeout(() => {
      assert.ok(this.scope.onmessage, "the worker does not listen");
      this.scope.onmessage({ data });
    }, 0);
  }

  /** The next message that is wanted. */
  async next(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.sent.findIndex(wanted);
      if (found >= 0) return this.sent.splice(found, 1)[0]!;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async request(id: number, method: string, params: object): Promise<unknown> {
    this.post({ id, method, params });
    return (await this.next((message) => message.id === id)).result;
  }
}

const uri = "vscode-vfs://github/x/nianbao.ogi";
const text = wrongReview("html");
const textDocument = { uri, languageId: "ogi-report", version: 1, text };

test("it starts in a worker, and answers when asked for diagnostics", { timeout: 60_000 }, async () => {
  const worker = new Worker(browserBundle());
  const capabilities = { textDocument: { diagnostic: {} } };
  const { serverInfo } = (await worker.request(1, "initialize", {
    processId: null,
    rootUri: null,
    capabilities,
  })) as { serverInfo: { name: string } };
  assert.equal(serverInfo.name, "gouji");
  worker.post({ method: "initialized", params: {} });
  worker.post({ method: "textDocument/didOpen", params: { textDocument } });
  const { items } = (await worker.request(2, "textDocument/diagnostic", { textDocument: { uri } })) as {
    items: { message: string; range: object }[];
  };
  assert.deepEqual(
    items.map(({ message, range }) => ({ message, range })),
    [{ message: WRONG_REVIEW, range: rangeOf(text, "907") }],
  );
});

test("and sends them to a client that does not ask", { timeout: 60_000 }, async () => {
  const worker = new Worker(browserBundle());
  await worker.request(1, "initialize", { processId: null, rootUri: null, capabilities: {} });
  worker.post({ method: "textDocument/didOpen", params: { textDocument } });
  const { params } = await worker.next(({ method }) => method === "textDocument/publishDiagnostics");
  const { version, diagnostics } = params as { version: number; diagnostics: { message: string }[] };
  assert.equal(version, 1);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    [WRONG_REVIEW],
  );
});
