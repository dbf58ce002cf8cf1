// Formatting, outline, placeholders and the rules' pages in real VS Code.
import * as assert from "node:assert";
import * as vscode from "vscode";
import { eventually, findingAt, findings, list, open, openText, rangeOf, read, replace } from "./helpers";
import { test } from "./runner";

test("formatting: a stacked draft gets headings and aligned tables, and every finding stays", async () => {
  const draft = await open("baiyun.txt");
  await findingAt(draft, "applications/row-total", "47");
  const before = list(findings(draft)).match(/\w+\/[\w-]+/g);
  await vscode.commands.executeCommand("editor.action.formatDocument");
  assert.match(draft.getText(), /^## 三、收到和处理政府信息公开申请情况$/m);
  const rows = draft
    .getText()
    .split(/\r?\n/)
    .filter((line) => line.startsWith("|"));
  assert.ok(rows.length > 30, `${rows.length} rows`);
  await findingAt(draft, "applications/row-total", "47");
  assert.deepStrictEqual(list(findings(draft)).match(/\w+\/[\w-]+/g), before);
});

test("outline: the report, its sections and tables", async () => {
  const draft = await open("yunxi.nianbao");
  await findingAt(draft, "applications/row-total", "69");
  const [report, ...others] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    "vscode.executeDocumentSymbolProvider",
    draft.uri,
  );
  assert.deepStrictEqual(
    others.map(({ name }) => name),
    [],
  );
  assert.strictEqual(report!.name, "云汐街道 2023");
  const sections = report!.children.map(({ name }) => name);
  assert.strictEqual(sections.length, 6, sections.join("; "));
  assert.match(sections[2]!, /收到和处理政府信息公开申请情况/);
  assert.ok(report!.children[2]!.children.length > 0, "the section has its table");
});

test("gouji.nextPlaceholder selects one blank after the other, and the first again", async () => {
  const text = (await read("qingshi.md")).replace("## 六、", "［机关名称］\n\n×××\n\n## 六、");
  const draft = await openText("ogi-report", text);
  const editor = vscode.window.activeTextEditor!;
  const jumpTo = async (blank: string) => {
    await vscode.commands.executeCommand("gouji.nextPlaceholder");
    await eventually(`${blank} is selected`, () => editor.selection.isEqual(rangeOf(draft, blank)));
  };
  for (const blank of ["［机关名称］", "×××", "［机关名称］"]) await jumpTo(blank);
  await replace(draft, editor.selection, "青石镇人民政府");
  await jumpTo("×××");
});

test("a finding's code leads to the rule's page, shown as rendered Markdown", async () => {
  const draft = await open("shuangqiao.md");
  const { code } = await findingAt(draft, "disputes/total", "26");
  assert.ok(
    typeof code === "object" && code.target.path.endsWith("/disputes-total.zh-CN.md"),
    JSON.stringify(code),
  );
  const page = await vscode.workspace.openTextDocument(code.target);
  assert.match(page.getText(), /disputes\/total/);
  await vscode.commands.executeCommand("vscode.open", code.target);
  await eventually("the preview", () => {
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    return input instanceof vscode.TabInputCustom && input.viewType === "vscode.markdown.preview.editor";
  });
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  assert.strictEqual(list(findings(page)), "[]", "a page is no draft");
});

test("text and cell are one: a wrong figure is told, leads to its cell, and is renamed with it", async () => {
  const original = await read("qingshi.md");
  const total = /本年新收政府信息公开申请数量.*\|\s*(\d+)\s*\|\s*$/m.exec(original)![1]!;
  const wrong = String(Number(total) + 30);
  const text = original.replace(/^(##? 一、.*)$/m, `$1\n\n全年收到政府信息公开申请${wrong}件。`);
  const draft = await openText("ogi-report", text);
  await findingAt(draft, "narrative/table-mismatch", `${wrong}件`);
  const at = rangeOf(draft, `申请${wrong}件`).start.translate(0, 3);
  const [cell, ...others] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    draft.uri,
    at,
  );
  assert.strictEqual(others.length, 0);
  const range = "range" in cell! ? cell.range : cell!.targetRange;
  assert.strictEqual(draft.getText(range), total);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    draft.uri,
    at,
    total,
  );
  await vscode.workspace.applyEdit(edit);
  assert.ok(draft.getText().includes(`申请${total}件。`), "the text has the new figure");
  await eventually("the finding is gone", () => !list(findings(draft)).includes("narrative/table-mismatch"));
});
