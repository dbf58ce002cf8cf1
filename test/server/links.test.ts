// What a diagnostic's code links to, and going from one placeholder to the next.

import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Range } from "vscode-languageserver/node";
import { soundDraft, wrongReview } from "../support/faulty";
import { nodeBundle } from "./bundle";
import { Client } from "./client";
import { rangeOf } from "./text";

test("a code links to the rule's page where the client says that it can show it, in the findings' language", async (t) => {
  const rulePages = "gouji-rule:/";
  const client = await Client.start(t, { initializationOptions: { rulePages } });
  const { code, codeDescription } = await client.open(wrongReview()).only("disputes/total");
  assert.equal(code, "disputes/total");
  assert.deepEqual(codeDescription, { href: "gouji-rule:/docs/rules/disputes-total.zh-CN.md" });
  const english = await Client.start(t, { initializationOptions: { rulePages, locale: "en" } });
  const found = await english.open(wrongReview()).only("disputes/total");
  assert.deepEqual(found.codeDescription, { href: "gouji-rule:/docs/rules/disputes-total.md" });
});

test("for other clients to the page that is packed with the server, if there is one", async (t) => {
  const client = await Client.start(t);
  assert.equal((await client.open(wrongReview()).only("disputes/total")).codeDescription, undefined);
  const root = join(dirname(nodeBundle()), "../..");
  mkdirSync(join(root, "docs/rules"), { recursive: true });
  t.after(() => rmSync(join(root, "docs"), { recursive: true }));
  const another = await Client.start(t);
  const { codeDescription } = await another.open(wrongReview()).only("disputes/total");
  const page = join(root, "docs/rules/disputes-total.zh-CN.md");
  assert.deepEqual(codeDescription, { href: pathToFileURL(page).href });
});

const BLANKS = soundDraft()
  .replace("公开内容的更新", "×××的更新")
  .replace("本机关未收取", "［机关名称］未收取")
  .replace("按月检查", "____检查");
const JUMPS = { initializationOptions: { commands: ["gouji.nextPlaceholder"] } };

test("from one placeholder to the next, and behind the last to the first", async (t) => {
  const client = await Client.start(t, JUMPS);
  const document = client.open(BLANKS);
  const places = ["×××", "____", "［机关名称］"].map((blank) => rangeOf(BLANKS, blank));
  const next = (position: Range["end"], { uri } = document) =>
    client.connection.sendRequest<Range | null>("gouji/nextPlaceholder", { uri, position });
  assert.deepEqual(await next({ line: 0, character: 0 }), places[0]);
  assert.deepEqual(await next(places[0]!.start), places[0]);
  assert.deepEqual(await next(places[0]!.end), places[1]);
  assert.deepEqual(await next(places[1]!.end), places[2]);
  assert.deepEqual(await next(places[2]!.end), places[0]);
  const sound = client.open(soundDraft(), { uri: "file:///sound.ogi" });
  assert.equal(await next({ line: 0, character: 0 }, sound), null);
});

test("a placeholder has an action that goes to the next, where there is one and the client can", async (t) => {
  const titles = async (client: Client, text: string) => {
    const document = client.open(text);
    return (await document.actions(rangeOf(text, "×××"))).map(({ title }) => title);
  };
  const jumping = await Client.start(t, JUMPS);
  const title = "转到下一处待填";
  assert.ok((await titles(jumping, BLANKS)).includes(title));
  const document = jumping.open(BLANKS, { uri: "file:///2.ogi" });
  const [action] = await document.actions(rangeOf(BLANKS, "×××"));
  assert.deepEqual(action!.command, {
    title,
    command: "gouji.nextPlaceholder",
    arguments: [rangeOf(BLANKS, "×××").end],
  });
  const one = soundDraft().replace("公开内容的更新", "×××的更新");
  assert.ok(!(await titles(await Client.start(t, JUMPS), one)).includes(title));
  assert.ok(!(await titles(await Client.start(t), BLANKS)).includes(title));
});
