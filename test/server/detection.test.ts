// Which documents are served: by language, by their own text, by where they come from.

import assert from "node:assert/strict";
import { test } from "node:test";
import { wrongReview } from "../support/faulty";
import { Client } from "./client";

const FOUND = ["disputes/total 907"];

/** 300 lines of an invented chronicle of a town, none of which is of a report. */
const CHRONICLE = Array.from({ length: 300 }, (_, i) => `第${i + 1}则 柳溪镇修缮石桥一座，镇志有记。`).join(
  "\n",
);

for (const language of ["plaintext", "markdown"]) {
  test(`${language}: a report is recognised from its text`, async (t) => {
    const client = await Client.start(t);
    assert.deepEqual(await client.open(wrongReview(), { language, uri: "file:///1.txt" }).findings(), FOUND);
  });

  test(`${language}: also where its title stands behind 300 lines of other text`, async (t) => {
    const client = await Client.start(t);
    const text = `${CHRONICLE}\n\n${wrongReview("tabbed")}`;
    assert.deepEqual(await client.open(text, { language, uri: "file:///1.txt" }).findings(), FOUND);
  });

  test(`${language}: also without a title, from its sections and tables`, async (t) => {
    const client = await Client.start(t);
    const text = wrongReview().split("\n").slice(1).join("\n");
    const found = await client.open(text, { language, uri: "file:///1.txt" }).findings();
    assert.ok(found.includes(FOUND[0]!), JSON.stringify(found));
  });

  test(`${language}: a text that only mentions 政府信息公开 is left alone`, async (t) => {
    const client = await Client.start(t);
    const minutes = [
      "松岭镇第四次办公会议纪要",
      "",
      "一、总体情况",
      "会议听取了去年政府信息公开工作年度报告的编制情况，要求各科室依照条例第二十条主动公开。",
      "二、关于依申请公开",
      "收到申请后五日内转办，总计办结 907 件。",
      "| 科室 | 办结 | 总计 |",
      "| --- | --- | --- |",
      "| 党政办 | 3 | 907 |",
    ].join("\n");
    assert.deepEqual(await client.open(minutes, { language, uri: "file:///jiyao.md" }).findings(), []);
    // Taken for a report it would lack a title and five sections; and the same server does serve a report in the same language.
    assert.equal((await client.open(minutes, { uri: "file:///jiyao.ogi" }).findings()).length, 6);
    assert.deepEqual(await client.open(wrongReview(), { language, uri: "file:///2.md" }).findings(), FOUND);
  });

  test(`${language}: it becomes a report while it is written, and stops being one`, async (t) => {
    const client = await Client.start(t);
    const document = client.open("草稿\n", { language, uri: "untitled:Untitled-2" });
    assert.deepEqual(await document.findings(), []);
    document.replaceAll(wrongReview());
    assert.deepEqual(await document.findings(), FOUND);
    document.replaceAll("草稿\n");
    assert.deepEqual(await document.findings(), []);
  });
}

test("gouji.detect false: only ogi-report is served", async (t) => {
  const client = await Client.start(t, { settings: { detect: false } });
  for (const language of ["plaintext", "markdown"]) {
    const uri = `file:///${language}.txt`;
    assert.deepEqual(await client.open(wrongReview(), { language, uri }).findings(), []);
  }
  assert.deepEqual(await client.open(wrongReview()).findings(), FOUND);
});

test("an ogi-report is served however little of a report it has", async (t) => {
  const client = await Client.start(t);
  const document = client.open("六、其他需要报告的事项\n无。\n");
  const found = await document.findings();
  assert.equal(found.filter((finding) => finding.startsWith("structure/missing-section ")).length, 5);
});

for (const language of ["ogi-report", "markdown"]) {
  test(`${language}: what the editor shows beside a document (git:) is no draft`, async (t) => {
    const client = await Client.start(t);
    const old = client.open(wrongReview(), { language, uri: "git:/nianbao.md?%7B%22ref%22%3A%22HEAD%22%7D" });
    assert.deepEqual(await old.findings(), []);
    const draft = client.open(wrongReview(), { language, uri: "vscode-vfs://github/x/nianbao.md" });
    assert.deepEqual(await draft.findings(), FOUND);
  });
}

test("a client that asks for it is told which documents are reports", async (t) => {
  const client = await Client.start(t, { initializationOptions: { tellChecked: true } });
  const told: unknown[] = [];
  client.connection.onNotification("gouji/checked", (checked) => void told.push(checked));
  const report = client.open(wrongReview(), { language: "plaintext", uri: "file:///1.txt" });
  await report.pull();
  const other = client.open("备忘\n", { language: "plaintext", uri: "file:///2.txt" });
  await other.pull();
  assert.deepEqual(told, [
    { uri: "file:///1.txt", version: 1, served: true },
    { uri: "file:///2.txt", version: 1, served: false },
  ]);
});
