// The quick fixes that silence a finding for a reason: in the draft, or in gouji.json.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionResolveRequest,
  type CreateFile,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LAYOUTS } from "../support/draft";
import { soundDraft, withApplications, wrongReview } from "../support/faulty";
import { Client, type ClientOptions, type OpenDocument } from "./client";
import { rangeOf, wholeOf } from "./text";

const RULE = "disputes/total";
const CELL = "disputes.review.total";
const ASKS = { commands: ["gouji.ignore"] };

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
    workspaceFolders: false,
  },
  textDocument: { diagnostic: {} },
};

/** A folder that goes away, with a draft's URI two folders below it. */
function workspace(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), "gouji-ignore-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "towns/柳溪 镇"), { recursive: true });
  const at = (path: string) => pathToFileURL(join(folder, path)).href;
  return {
    config: at("gouji.json"),
    draft: at("towns/柳溪 镇/2023.ogi"),
    beside: at("towns/柳溪 镇/gouji.json"),
    write: (text: string) => writeFileSync(join(folder, "gouji.json"), text),
    read: () => readFileSync(join(folder, "gouji.json"), "utf8"),
  };
}

const start = (t: TestContext, options: ClientOptions = {}) =>
  Client.start(t, { capabilities: CAPABILITIES, ...options });

async function ignoring(document: OpenDocument, needle: string): Promise<CodeAction[]> {
  const actions = await document.actions(rangeOf(document.text, needle));
  const first = actions.findIndex(({ title }) => /^(?:忽略|Ignore)/.test(title));
  // They stand behind all other actions.
  assert.ok(first >= 0 && actions.slice(first).every(({ title }) => /^(?:忽略|Ignore)/.test(title)));
  for (const { isPreferred, kind } of actions.slice(first)) {
    assert.deepEqual([isPreferred, kind], [false, "quickfix"]);
  }
  return actions.slice(first);
}

/** Makes an edit of gouji.json on disk, as a client does that saves it. */
function save(edit: WorkspaceEdit | null | undefined): void {
  assert.ok(edit?.documentChanges);
  for (const change of edit.documentChanges) {
    if ("kind" in change) writeFileSync(fileURLToPath((change as CreateFile).uri), "");
    else {
      const { textDocument, edits } = change as TextDocumentEdit;
      const path = fileURLToPath(textDocument.uri);
      const document = TextDocument.create(textDocument.uri, "jsonc", 0, readFileSync(path, "utf8"));
      writeFileSync(path, TextDocument.applyEdits(document, edits as { range: never; newText: string }[]));
    }
  }
}

for (const layout of LAYOUTS) {
  test(`${layout}: a comment in the draft silences the finding, with the reason left to write`, async (t) => {
    const client = await start(t);
    const document = client.open(wrongReview(layout), { uri: workspace(t).draft });
    const [inDraft] = await ignoring(document, "907");
    assert.equal(inDraft!.title, "忽略 disputes/total（原因待写，记在文中）");
    assert.deepEqual(inDraft!.diagnostics, [await document.only(RULE)]);
    document.apply(inDraft!);
    const comment = `<!-- gouji-ignore ${RULE} ${CELL}: 原因待写 -->\n`;
    assert.equal(document.text.replace(comment, ""), wrongReview(layout));
    assert.deepEqual(await document.pull(), []);
  });
}

test("an entry in gouji.json does the same; where there is none, the file is made at the workspace's root", async (t) => {
  const { draft, config, read } = workspace(t);
  const folder = config.slice(0, config.lastIndexOf("/"));
  const client = await start(t, { folders: [folder] });
  const document = client.open(wrongReview(), { uri: draft });
  const actions = await ignoring(document, "907");
  assert.deepEqual(
    actions.map(({ title }) => title),
    ["忽略 disputes/total（原因待写，记在文中）", "忽略 disputes/total（原因待写，记入 gouji.json）"],
  );
  save(actions[1]!.edit);
  assert.deepEqual(JSON.parse(read()), {
    ignore: [{ file: "towns/柳溪 镇/2023.ogi", rule: RULE, cells: [CELL], reason: "原因待写" }],
  });
  assert.match(read(), /^\{\n {2}"ignore": \[\n {4}\{\n/);
  assert.deepEqual(await document.pull(), []);
});

test("outside of all folders of the workspace it is made beside the draft", async (t) => {
  const { draft, beside } = workspace(t);
  const client = await start(t, { folders: ["file:///elsewhere"] });
  const [, inConfig] = await ignoring(client.open(wrongReview(), { uri: draft }), "907");
  const [create] = inConfig!.edit!.documentChanges!;
  assert.deepEqual(create, { kind: "create", uri: beside, options: { ignoreIfExists: true } });
});

for (const [name, entry, added] of [
  [
    "entries over several lines",
    ['{"rule": "table/label",', '"reason": "本县用语"}'],
    [
      "{",
      '\t"file": "towns/柳溪 镇/2023.ogi",',
      `\t"rule": "${RULE}",`,
      '\t"cells": [',
      `\t\t"${CELL}"`,
      "\t],",
      '\t"reason": "原因待写"',
      "}",
    ],
  ],
  [
    "entries of one line",
    ['{ "rule": "table/label", "reason": "本县用语" }'],
    [`{ "file": "towns/柳溪 镇/2023.ogi", "rule": "${RULE}", "cells": [ "${CELL}" ], "reason": "原因待写" }`],
  ],
] as const) {
  for (const [comma, comment] of [",", ""].flatMap((each) => [
    [each, " // 旧表"],
    [each, ""],
    [each, " /* 旧表 */"],
  ])) {
    test(`a gouji.json keeps its comments and layout: ${name}${comma}${comment}`, async (t) => {
      const { draft, write, read } = workspace(t);
      const indented = (lines: readonly string[]) => lines.map((line) => `\t\t${line}`).join("\r\n");
      const before = [
        "{",
        '\t"locale": "zh-CN", // 中文',
        '\t"ignore": [',
        "\t\t// 上级已同意",
        indented(entry),
      ].join("\r\n");
      const after = ["", "\t\t// 完", "\t],", "}", ""].join("\r\n");
      write(before + comma + comment + after);
      const client = await start(t);
      const document = client.open(wrongReview(), { uri: draft });
      const [, inConfig] = await ignoring(document, "907");
      save(inConfig!.edit);
      assert.equal(read(), `${before},${comment}\r\n${indented(added)}${comma}${after}`);
      assert.deepEqual(await document.pull(), []);
    });
  }
}

test("a gouji.json without entries gets its first one", async (t) => {
  const { draft, write, read } = workspace(t);
  for (const before of [
    "",
    "{}",
    '{"locale": "zh-CN"}',
    '{"ignore": []}',
    '{\n    "ignore": [ // 无\n    ]\n}',
  ]) {
    write(before);
    const client = await start(t);
    const document = client.open(wrongReview(), { uri: draft });
    const [, inConfig] = await ignoring(document, "907");
    save(inConfig!.edit);
    assert.ok(read().includes("// 无") === before.includes("// 无"), read());
    assert.deepEqual(await document.pull(), [], read());
  }
});

for (const broken of ['{"ignore": {}}', "[]", '{"ignore": [', "无"]) {
  test(`a gouji.json that is broken is left alone: ${broken}`, async (t) => {
    const { draft, write } = workspace(t);
    write(broken);
    const client = await start(t);
    assert.equal((await ignoring(client.open(wrongReview(), { uri: draft }), "907")).length, 1);
  });
}

test("a draft that was never saved, and a client that makes no files, have the comment only", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  assert.equal((await ignoring(client.open(wrongReview(), { uri: "untitled:1" }), "907")).length, 1);
  const eager = await start(t);
  assert.equal((await ignoring(eager.open(wrongReview(), { uri: "untitled:1" }), "907")).length, 1);
  const plain = await start(t, { capabilities: { ...CAPABILITIES, workspace: {} } });
  assert.equal((await ignoring(plain.open(wrongReview(), { uri: workspace(t).draft }), "907")).length, 1);
});

test("in English", async (t) => {
  const client = await start(t, { initializationOptions: { locale: "en" } });
  const document = client.open(wrongReview(), { uri: workspace(t).draft });
  const [inDraft] = await ignoring(document, "907");
  assert.equal(inDraft!.title, "Ignore disputes/total (reason to be written, in the draft)");
  document.apply(inDraft!);
  assert.ok(document.text.includes(`${CELL}: reason to be written -->`));
});

test("a client that asks the reason gets commands, and with the reason the edits", async (t) => {
  const { draft, write, read } = workspace(t);
  write('{"locale": "zh-CN"}');
  const client = await start(t, { initializationOptions: ASKS });
  const document = client.open(wrongReview(), { uri: draft });
  const actions = await ignoring(document, "907");
  assert.deepEqual(
    actions.map(({ title, edit, command }) => [title, edit, command?.command]),
    [
      ["忽略 disputes/total…（写明原因，记在文中）", undefined, "gouji.ignore"],
      ["忽略 disputes/total…（写明原因，记入 gouji.json）", undefined, "gouji.ignore"],
    ],
  );
  const edits = actions.map(({ command }) =>
    client.connection.sendRequest<WorkspaceEdit | null>("gouji/ignore", {
      ...command!.arguments![0],
      reason: "已公布，不再改动",
    }),
  );
  save(await edits[1]);
  assert.deepEqual(JSON.parse(read()), {
    locale: "zh-CN",
    ignore: [{ file: "towns/柳溪 镇/2023.ogi", rule: RULE, cells: [CELL], reason: "已公布，不再改动" }],
  });
  document.apply({ title: "", edit: (await edits[0])! });
  assert.ok(document.text.includes(`<!-- gouji-ignore ${RULE} ${CELL}: 已公布，不再改动 -->\n`));
});

test("what an entry can only silence in the whole report says so", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  const document = client.open(soundDraft().replace("编制本报告，", "编制本报告,"), { uri: "untitled:1" });
  const { range } = await document.only("style/punctuation");
  assert.deepEqual((await document.actions(range)).map(({ title }) => title).slice(-1), [
    "忽略全文的 style/punctuation…（写明原因，记在文中）",
  ]);
});

test("a request on a finding that is no longer there gets no edit", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  const document = client.open(wrongReview(), { uri: workspace(t).draft });
  const [inDraft] = await ignoring(document, "907");
  const request = { ...inDraft!.command!.arguments![0], reason: "已公布" };
  document.type("907", "3");
  assert.equal(await client.connection.sendRequest("gouji/ignore", request), null);
});

test("a client that asks for edits when an action is chosen gets them then", async (t) => {
  const textDocument = {
    ...CAPABILITIES.textDocument,
    codeAction: { resolveSupport: { properties: ["edit"] } },
  };
  const client = await start(t, { capabilities: { ...CAPABILITIES, textDocument } });
  assert.deepEqual(client.initialized.capabilities.codeActionProvider, {
    codeActionKinds: ["quickfix", "source.fixAll.gouji"],
    resolveProvider: true,
  });
  const document = client.open(wrongReview(), { uri: workspace(t).draft });
  const [fix] = await document.actions(rangeOf(document.text, "907"));
  const [inDraft] = await ignoring(document, "907");
  assert.equal(inDraft!.edit, undefined);
  const resolve = (action: CodeAction) =>
    client.connection.sendRequest(CodeActionResolveRequest.type, action);
  assert.deepEqual(await resolve(fix!), fix);
  document.apply(await resolve(inDraft!));
  assert.deepEqual(await document.pull(), []);
});

test("findings of one rule on one cell are ignored by one entry, and a blank run by one for all its cells", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  // 907 breaks the row's sum and, in the column of totals, the outcomes' sum; the rest of that column is in order.
  const document = client.open(withApplications({ "granted.total": "907" }), { uri: workspace(t).draft });
  const titles = (await ignoring(document, "907")).map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
  const blank = client.open(withApplications({ "newRequests.business": "", "newRequests.research": "" }), {
    uri: "untitled:blank",
  });
  const { range } = await blank.only("table/blank-cell");
  const actions = await blank.actions({ start: range.start, end: range.start });
  const ignore = actions.filter(({ command }) => command?.command === "gouji.ignore");
  const cells = ignore.map(({ command }) => command!.arguments![0].cells);
  assert.deepEqual(cells, [["applications.newRequests.business", "applications.newRequests.research"]]);
});

test("findings of a rule that an entry cannot tell apart have its actions once", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  const text = soundDraft().replace("编制本报告，", "编制本报告,").replace("还不够及时。下", "还不够及时,下");
  const document = client.open(text, { uri: "untitled:1" });
  assert.equal((await document.findings()).length, 2);
  const ignore = (await document.actions(wholeOf(text))).filter(({ command }) => command);
  assert.equal(ignore.length, 1, JSON.stringify(ignore.map(({ title }) => title)));
});

test("of several findings at one place, the one that was chosen is ignored", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  // The row adds up to 7, and the column of totals to 917 and more: the same cell has a part in both sums.
  const document = client.open(withApplications({ "outcomeTotal.total": "907" }), { uri: "untitled:1" });
  const actions = await ignoring(document, "907");
  const rules = ["applications/row-total", "applications/outcome-total"];
  for (const rule of rules) {
    const action = actions.find(({ title }) => title.includes(rule));
    assert.ok(action, JSON.stringify(actions.map(({ title }) => title)));
    const request = { ...action.command!.arguments![0], reason: "已公布" };
    const edit = await client.connection.sendRequest<WorkspaceEdit | null>("gouji/ignore", request);
    assert.match(JSON.stringify(edit), new RegExp(`gouji-ignore ${rule} `));
  }
  // Two wrong rows have findings of one rule.
  const two = client.open(withApplications({ "carriedOver.total": "804", "granted.total": "907" }), {
    uri: "untitled:2",
  });
  for (const [figure, row] of [
    ["804", "carriedOver"],
    ["907", "granted"],
  ] as const) {
    const action = (await ignoring(two, figure)).find(({ title }) => title.includes("row-total"));
    const request = { ...action!.command!.arguments![0], reason: "已公布" };
    const edit = await client.connection.sendRequest<WorkspaceEdit | null>("gouji/ignore", request);
    assert.match(
      JSON.stringify(edit),
      new RegExp(`applications/row-total applications\\.${row}\\.total: 已公布`),
    );
  }
});

test("two findings of one rule at one place are told apart by their cells", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  // Both the row before and the one behind 二、上年结转 are missing, and nothing else is left to say so at.
  const rows = /^\|[^\n]*(?:一、本年新收政府信息公开申请数量|（一）予以公开)[^\n]*\n/gm;
  const document = client.open(soundDraft().replace(rows, ""), { uri: "untitled:1" });
  const label = rangeOf(document.text, "二、上年结转政府信息公开申请数量");
  const shapes = (await document.actions(label)).filter(({ title }) => title.startsWith("忽略 table/shape"));
  const edits = await Promise.all(
    shapes.map(({ command }) =>
      client.connection.sendRequest("gouji/ignore", { ...command!.arguments![0], reason: "旧表" }),
    ),
  );
  const silenced = edits.map((edit) => /applications\.\w+/.exec(JSON.stringify(edit))?.[0]);
  assert.deepEqual(silenced, ["applications.newRequests", "applications.granted"]);
});

test("two rules at one heading, and one rule in two reports, are told apart", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  const chosen = async (document: OpenDocument, needle: string, rule: string) => {
    const action = (await ignoring(document, needle)).find(({ title }) => title.includes(rule));
    const request = { ...action!.command!.arguments![0], reason: "已公布" };
    return client.connection.sendRequest<WorkspaceEdit | null>("gouji/ignore", request);
  };
  const text = soundDraft().replace("五、存在的主要问题", "五、存在的问题");
  const heading = client.open(text.slice(0, text.indexOf("六、其他")), { uri: "untitled:1" });
  for (const rule of ["structure/missing-section", "structure/section-heading"]) {
    assert.match(
      JSON.stringify(await chosen(heading, "五、存在的问题", rule)),
      new RegExp(`ignore ${rule}:`),
    );
  }
  const reports = `${wrongReview()}\n${wrongReview().replaceAll("柳溪镇", "石桥乡").replace("907", "805")}`;
  const compilation = client.open(reports, { uri: "untitled:2" });
  compilation.apply({ title: "", edit: (await chosen(compilation, "805", RULE))! });
  assert.deepEqual(await compilation.findings(), [`${RULE} 907`]);
});

test("a selection over many findings is not offered to have them ignored, and an unused comment never", async (t) => {
  const client = await start(t, { initializationOptions: ASKS });
  const wrong = ["granted", "partlyGranted", "carriedOver", "newRequests"].map((row) => [
    `${row}.total`,
    "905",
  ]);
  const document = client.open(withApplications(Object.fromEntries(wrong)), { uri: workspace(t).draft });
  const all = await document.actions(wholeOf(document.text));
  const offered = all.map(({ title }) => title);
  assert.ok(
    offered.length > 0 && !offered.some((title) => title.startsWith("忽略")),
    JSON.stringify(offered),
  );
  const comment = "<!-- gouji-ignore table/shape: 没有的事 -->";
  const idle = client.open(`${soundDraft()}\n${comment}\n`, { uri: "untitled:idle" });
  assert.deepEqual(
    (await idle.actions(rangeOf(idle.text, comment))).map(({ title }) => title),
    ["删去这条忽略注释"],
  );
});
