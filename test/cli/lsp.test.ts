// `gouji lsp --stdio`: the language server answers over standard input and output.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { wrongReview } from "../support/faulty";
import { NODE_ARGUMENTS, newFolder, plainEnvironment, ROOT } from "./support";

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

test("initialize, shutdown, exit", async () => {
  await speaks(NODE_ARGUMENTS, []);
});

test("the folder of the built command line is enough to serve a draft, with tables in HTML", async () => {
  const folder = newFolder();
  execFileSync(process.execPath, [join(ROOT, "scripts/build.mjs"), "--only", "cli", "--out", folder]);
  const stdout = await speaks([join(folder, "cli/gouji.js")], [wrongReview("html")]);
  assert.match(stdout, /"code":"disputes\/total"/);
});

/** Starts the server, has it diagnose texts, and ends it; gives what it said. */
async function speaks(program: readonly string[], texts: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...program, "lsp", "--stdio"], { env: plainEnvironment() });
  let [stdout, stderr] = ["", ""];
  const said = (part: string) =>
    new Promise<void>((resolve) => {
      child.stdout.on("data", () => {
        if (stdout.includes(part)) resolve();
      });
      child.on("close", () => resolve());
    });
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  const params = { processId: null, rootUri: null, capabilities: {} };
  child.stdin.write(framed({ id: 1, method: "initialize", params }));
  await said('"id":1,');
  assert.match(stdout, /"name":"gouji"/);
  for (const text of texts) {
    const textDocument = { uri: "untitled:draft", languageId: "ogi-report", version: 1, text };
    child.stdin.write(framed({ method: "textDocument/didOpen", params: { textDocument } }));
    await said("textDocument/publishDiagnostics");
  }
  child.stdin.write(framed({ id: 2, method: "shutdown" }));
  await said('"id":2,');
  child.stdin.write(framed({ method: "exit" }));
  assert.deepEqual([await closed, stderr], [0, ""]);
  return stdout;
}
