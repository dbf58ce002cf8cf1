// gouji.json in real VS Code: it holds as soon as it is saved, tells of entries that silence nothing, and is helped by
// its schema.
import * as assert from "node:assert";
import * as vscode from "vscode";
import { eventually, fileUri, findingAt, findings, list, open, rule, settled, until } from "./helpers";
import { test } from "./runner";

const CONFIG = "gouji.json";

/** Runs `body` with a gouji.json at the workspace's root. */
async function withConfig(
  config: unknown,
  body: (write: typeof writeConfig) => Promise<void>,
): Promise<void> {
  await writeConfig(config);
  try {
    await body(writeConfig);
  } finally {
    await vscode.workspace.fs.delete(fileUri(CONFIG));
    await eventually("gouji.json has no finding left", () => findings({ uri: fileUri(CONFIG) }).length === 0);
  }
}

async function writeConfig(config: unknown): Promise<void> {
  await vscode.workspace.fs.writeFile(
    fileUri(CONFIG),
    new TextEncoder().encode(JSON.stringify(config, null, 2)),
  );
}

test("gouji.json: severities and silencing hold at once when it comes, changes and goes", async () => {
  const draft = await open("shuangqiao.md");
  const { severity } = await findingAt(draft, "disputes/total", "26");
  assert.strictEqual(severity, vscode.DiagnosticSeverity.Error);
  await withConfig({ rules: { "disputes/total": "hint" } }, async (write) => {
    const isHint = (each: vscode.Diagnostic) => each.severity === vscode.DiagnosticSeverity.Hint;
    await until(draft, (all) => all.some(isHint), "a hint expected");
    await write({ ignore: [{ file: "shuangqiao.md", rule: "disputes/total", reason: "已公布" }] });
    await until(draft, (all) => !all.some((each) => rule(each) === "disputes/total"), "silenced");
  });
  await findingAt(draft, "disputes/total", "26");
});

test("gouji.json: an entry that silences nothing in an open draft is shown in it", async () => {
  await open("qingshi.md");
  await settled();
  const ignore = [{ file: "qingshi.md", rule: "disputes/total", reason: "已公布" }];
  await withConfig({ ignore }, async () => {
    const at = { uri: fileUri(CONFIG) };
    await eventually("one finding in gouji.json", () => findings(at).length === 1);
    const [{ range, message }] = findings(at) as [vscode.Diagnostic];
    assert.match(message, /没有忽略任何问题/);
    assert.strictEqual(range.start.line, 2, list(findings(at)));
  });
});

test("gouji.json: its schema names the rules, and refuses a severity that there is not", async () => {
  await withConfig({ rules: { "disputes/total": "fatal" } }, async () => {
    const config = await vscode.workspace.openTextDocument(fileUri(CONFIG));
    await vscode.window.showTextDocument(config);
    const wrong = () =>
      vscode.languages.getDiagnostics(config.uri).filter(({ source }) => source !== "gouji");
    await eventually("the schema's complaint", () => wrong().length > 0);
    assert.strictEqual(config.getText(wrong()[0]!.range), '"fatal"');
    const inQuotes = config.positionAt(config.getText().indexOf("disputes/total") + 1);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      config.uri,
      inQuotes,
    );
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
    for (const code of ["table/shape", "applications/balance"])
      assert.ok(labels.includes(code), labels.join());
  });
});
