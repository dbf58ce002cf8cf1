// `gouji lsp --stdio`: the language server answers over standard input and output.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { NODE_ARGUMENTS, plainEnvironment } from "./support";

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

test("initialize, shutdown, exit", async () => {
  const child = spawn(process.execPath, [...NODE_ARGUMENTS, "lsp", "--stdio"], { env: plainEnvironment() });
  let [stdout, stderr] = ["", ""];
  const answered = (id: number) =>
    new Promise<void>((resolve) => {
      child.stdout.on("data", () => {
        if (stdout.includes(`"id":${id},`)) resolve();
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
  await answered(1);
  assert.match(stdout, /"name":"gouji"/);
  child.stdin.write(framed({ id: 2, method: "shutdown" }));
  await answered(2);
  child.stdin.write(framed({ method: "exit" }));
  assert.deepEqual([await closed, stderr], [0, ""]);
});
