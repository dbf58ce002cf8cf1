// gouji.json in the editor: it holds for the drafts below it, and a change of it is seen.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver/node";
import { wrongReview } from "../support/faulty";
import { Client, type ClientOptions } from "./client";

const RULE = "disputes/total";
const FOUND = [`${RULE} 907`];

/** A folder that goes away, with a draft's URI two folders below it. */
function workspace(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "gouji-config-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "towns/liuxi"), { recursive: true });
  const path = join(folder, "gouji.json");
  return {
    write: (config: unknown) =>
      writeFileSync(path, typeof config === "string" ? config : JSON.stringify(config)),
    remove: () => rmSync(path),
    config: pathToFileURL(path).href,
    draft: pathToFileURL(join(folder, "towns/liuxi/draft.ogi")).href,
  };
}

const start = (t: TestContext, options: ClientOptions = {}) =>
  Client.start(t, {
    capabilities: {
      workspace: {
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
        configuration: "settings" in options,
      },
      textDocument: options.pull === false ? {} : { diagnostic: {} },
    },
    ...options,
  });

test("severities, silencing and language of the gouji.json above a draft hold for it", async (t) => {
  const { write, draft } = workspace(t);
  const client = await start(t);
  const document = client.open(wrongReview(), { uri: draft });
  assert.deepEqual(await document.findings(), FOUND);
  write({ locale: "en", rules: { [RULE]: "hint" } });
  const { severity, message } = await document.only(RULE);
  assert.equal(severity, 4);
  assert.match(String(message), /^行政复议: 总计 is 907/);
  write({ ignore: [{ rule: RULE, cells: ["disputes.review"], file: "towns/**", reason: "已公布" }] });
  assert.deepEqual(await document.findings(), []);
  write({ ignore: [{ rule: RULE, file: "counties/**", reason: "已公布" }] });
  assert.deepEqual(await document.findings(), FOUND);
});

test("gouji.json comes before the user's settings, which hold for what it does not say", async (t) => {
  const { write, draft } = workspace(t);
  const client = await start(t, { settings: { rules: { [RULE]: "warning" }, locale: "en" } });
  const document = client.open(wrongReview(), { uri: draft });
  await client.until("the settings", () => client.asked.length > 0);
  write({ locale: "zh-CN" });
  const { severity, message } = await document.only(RULE);
  assert.equal(severity, 2);
  assert.match(String(message), /总计为 907/);
  write({ rules: { [RULE]: "off" } });
  assert.deepEqual(await document.findings(), []);
});

test("a change of gouji.json is watched for, and diagnostics are asked for anew", async (t) => {
  const { write, draft, config } = workspace(t);
  const client = await start(t);
  await client.until("the watcher", () => client.registered.includes("workspace/didChangeWatchedFiles"));
  const document = client.open(wrongReview(), { uri: draft });
  assert.deepEqual(await document.findings(), FOUND);
  const before = client.refreshes;
  write({ rules: { [RULE]: "off" } });
  const changes = [{ uri: config, type: FileChangeType.Created }];
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
  await client.until("a refresh", () => client.refreshes > before);
  assert.deepEqual(await document.findings(), []);
});

test("where diagnostics are pushed, a change of gouji.json sends them anew", async (t) => {
  const { write, remove, draft, config } = workspace(t);
  write({ rules: { [RULE]: "off" } });
  const client = await start(t, { pull: false });
  client.open(wrongReview(), { uri: draft });
  const latest = () => client.published.at(-1)?.diagnostics;
  await client.until("no diagnostics", () => latest()?.length === 0);
  remove();
  const changes = [{ uri: config, type: FileChangeType.Deleted }];
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
  await client.until("the diagnostic", () => latest()?.length === 1);
});

test("what is wrong in gouji.json is logged once a change, with its line, and the rest applies", async (t) => {
  const { write, draft, config } = workspace(t);
  write(`{\n  "locale": "fr",\n  "rules": {"${RULE}": "hint"}\n}`);
  const client = await start(t);
  const document = client.open(wrongReview(), { uri: draft });
  assert.equal((await document.only(RULE)).severity, 4);
  assert.equal((await document.only(RULE)).severity, 4);
  assert.deepEqual(client.complaints(), [`${config}:2: locale："fr" 应为 zh-CN、en 之一，已略去。`]);
});

test("documents that are no files, and gouji.json that is a folder, are as if there were none", async (t) => {
  const { draft, config } = workspace(t);
  mkdirSync(new URL(config));
  const client = await start(t);
  assert.deepEqual(await client.open(wrongReview(), { uri: draft }).findings(), FOUND);
  for (const uri of ["untitled:draft", "vscode-vfs://github/x/draft.ogi", "file://%zz/draft"]) {
    assert.deepEqual(await client.open(wrongReview(), { uri }).findings(), FOUND);
  }
  assert.deepEqual(client.complaints(), []);
});

/** The diagnostics last sent for gouji.json, as `line: message`. */
function sentFor(client: Client, config: string): string[] | undefined {
  const sent = client.published.filter(({ uri }) => uri === config).at(-1);
  return sent?.diagnostics.map(
    ({ code, range, message }) => `${code} ${range.start.line + 1}-${range.end.line + 1}: ${message}`,
  );
}

const IDLE = (rule: string) => `这条忽略设置没有忽略任何问题：${rule} 在所指范围内未发现问题。请删去。`;

test("entries for an open draft that silence nothing, and wrong ones, are shown at gouji.json until they are gone", async (t) => {
  const { write, draft, config } = workspace(t);
  const file = "towns/liuxi/draft.ogi";
  const ignore = [
    { file, rule: RULE, reason: "已公布" },
    { file: `./${file}`, rule: "table/shape", reason: "旧表" },
    { file: "towns/**", rule: "table/label", reason: "他处的" },
    { rule: "table/edition", reason: "或为别的草稿" },
    { file: "2020.ogi", rule: "table/shape", reason: "别的草稿", until: "2021-01-31" },
    { file, rule: "table/shape", cells: ["disputes.reviews"], reason: "笔误" },
  ];
  write(`{"ignore": [\n${ignore.map((entry) => JSON.stringify(entry)).join(",\n")}\n]}`);
  const client = await start(t);
  const document = client.open(wrongReview(), { uri: draft });
  assert.deepEqual(await document.findings(), []);
  assert.deepEqual(await client.until("gouji.json's", () => sentFor(client, config)), [
    `ignore/unused 3-3: ${IDLE("table/shape")}`,
    "ignore/unused 6-6: 这条忽略设置已过期（2021-01-31），不再起作用。请核对后删去，或改写期限。",
    "ignore/unused 7-7: 这条忽略设置不起作用：没有名为“disputes.reviews”的格。请改正格名或删去。",
  ]);
  // The first entry is needed only as long as the total is wrong.
  document.type("907", "3  ");
  await document.pull();
  await client.until("one more", () => sentFor(client, config)?.length === 4);
  assert.equal(sentFor(client, config)![0], `ignore/unused 2-2: ${IDLE(RULE)}`);
  const sent = client.published.length;
  document.type("还不够及时", "仍不够及时");
  await document.pull();
  assert.equal(client.published.length, sent, "what has not changed is not sent again");
  write({ rules: { "ignore/unused": "off" }, ignore });
  await document.pull();
  await client.until("none", () => sentFor(client, config)?.length === 0);
});

test("they go with the last draft that tells of them, and with gouji.json", async (t) => {
  const { write, remove, draft, config } = workspace(t);
  write({ ignore: [{ file: "towns/liuxi/draft.ogi", rule: "table/shape", reason: "旧表" }] });
  const client = await start(t);
  const document = client.open(wrongReview(), { uri: draft });
  await document.pull();
  await client.until("gouji.json's", () => sentFor(client, config)?.length === 1);
  const other = client.open(wrongReview(), { uri: draft.replace("draft", "other") });
  await other.pull();
  document.close();
  await client.until("none", () => sentFor(client, config)?.length === 0);
  const again = client.open(wrongReview(), { uri: draft });
  await again.pull();
  await client.until("them again", () => sentFor(client, config)?.length === 1);
  remove();
  await again.pull();
  await client.until("none", () => sentFor(client, config)?.length === 0);
});

test("a client that can look is asked for the gouji.json of what is no file", async (t) => {
  const uri = "vscode-vfs://github/x/towns/draft.ogi";
  const answers: unknown[] = [
    {
      uri: "vscode-vfs://github/x/gouji.json",
      text: `{"rules": {"${RULE}": "off"}}`,
      document: "towns/draft.ogi",
    },
    null,
  ];
  const asked: unknown[] = [];
  const client = await start(t, { initializationOptions: { findsConfig: true } });
  client.connection.onRequest("gouji/findConfig", (params) => {
    asked.push(params);
    return answers.shift() ?? null;
  });
  const document = client.open(wrongReview(), { uri });
  assert.deepEqual(await document.findings(), []);
  assert.deepEqual(await document.findings(), FOUND);
  assert.deepEqual(asked, [{ uri }, { uri }]);
  assert.deepEqual(await client.open(wrongReview(), { uri: "untitled:1" }).findings(), FOUND);
  assert.equal(asked.length, 2, "what was never saved is nowhere");
});

test("a client that cannot answer is served with the user's settings", async (t) => {
  const client = await start(t, { initializationOptions: { findsConfig: true } });
  const document = client.open(wrongReview(), { uri: "vscode-vfs://github/x/draft.ogi" });
  assert.deepEqual(await document.findings(), FOUND);
  assert.ok(client.complaints().some((complaint) => complaint.includes("gouji.json")));
});
