// What Gouji looks at, and what its settings and contributions do.
import * as assert from "node:assert";
import * as vscode from "vscode";
import {
  EXTENSION,
  findingAt,
  findings,
  list,
  open,
  openText,
  read,
  rule,
  settled,
  until,
  untilNoErrors,
  withSetting,
} from "./helpers";
import { test } from "./runner";

test("an untitled document of language ogi-report is checked", async () => {
  const draft = await openText("ogi-report", await read("baiyun.txt"));
  assert.ok(draft.isUntitled);
  await findingAt(draft, "applications/row-total", "47");
});

test("a text file that is no such report gets nothing", async () => {
  const notes = await open("huiyi.txt");
  await settled();
  assert.strictEqual(list(findings(notes)), "[]");
});

test("gouji.detect = false: a .txt is left alone, a .nianbao is still checked", async () => {
  const text = await open("baiyun.txt");
  await findingAt(text, "applications/row-total", "47");
  await withSetting("detect", false, async () => {
    await until(text, (all) => all.length === 0, "no finding expected with gouji.detect off");
    await findingAt(await open("yunxi.nianbao"), "applications/row-total", "69");
  });
  await vscode.window.showTextDocument(text);
  await findingAt(text, "applications/row-total", "47");
});

test("gouji.rules changes a rule's severity and turns a rule off", async () => {
  const draft = await open("shuangqiao.md");
  await findingAt(draft, "disputes/total", "26");
  await withSetting("rules", { "disputes/total": "warning" }, async () => {
    await untilNoErrors(draft);
    const finding = await findingAt(draft, "disputes/total", "26");
    assert.strictEqual(finding.severity, vscode.DiagnosticSeverity.Warning);
  });
  await withSetting("rules", { "disputes/total": "off" }, async () => {
    await until(draft, (all) => !all.some((each) => rule(each) === "disputes/total"), "the rule is off");
  });
});

test("gouji.locale = en: messages in English", async () => {
  const draft = await open("shuangqiao.md");
  const chinese = (await findingAt(draft, "disputes/total", "26")).message;
  await withSetting("locale", "en", async () => {
    await until(draft, (all) => all.some((each) => each.message !== chinese), "another message expected");
    const { message } = await findingAt(draft, "disputes/total", "26");
    assert.match(message, /[A-Za-z]{3}/);
    assert.match(message, /26/);
  });
});

test("the commands are there", async () => {
  const commands = await vscode.commands.getCommands(true);
  for (const command of ["gouji.check", "gouji.fixTotals"]) assert.ok(commands.includes(command), command);
  await open("qingshi.md");
  await vscode.commands.executeCommand("gouji.check");
});

test("snippets: contributed for three languages, and offered where their prefix is typed", async () => {
  const extension = vscode.extensions.getExtension(EXTENSION);
  assert.ok(extension);
  const contributed: { language: string; path: string }[] = extension.packageJSON.contributes.snippets;
  const languages = new Set(contributed.map((each) => each.language));
  assert.deepStrictEqual([...languages].sort(), ["markdown", "ogi-report", "plaintext"]);
  for (const { language, path } of contributed) {
    const file = vscode.Uri.joinPath(extension.extensionUri, path);
    const snippets: Record<string, { prefix: string | string[] }> = JSON.parse(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(file)),
    );
    const prefix = [Object.values(snippets)[0]!.prefix].flat()[0]!;
    const draft = await openText(language, prefix);
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      draft.uri,
      draft.positionAt(prefix.length),
    );
    const labels = offered.items.map((each) =>
      typeof each.label === "string" ? each.label : each.label.label,
    );
    assert.ok(labels.includes(prefix), `${language}: ${prefix} not among ${labels.slice(0, 20).join(", ")}`);
  }
});
