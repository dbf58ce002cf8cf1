// Quick fixes, the command and the "fix all" action: they change digits, clear the findings, and nothing else.
import * as assert from "node:assert";
import * as vscode from "vscode";
import { actions, apply, findingAt, lastDigit, open, read, replace, untilNoErrors } from "./helpers";
import { test } from "./runner";

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("gouji");

/** baiyun.txt as it would be with right totals. */
async function corrected(): Promise<string> {
  return (await read("baiyun.txt")).replace("47", "3").replace("58", "1");
}

test("quick fix: 改为 … puts the right total in place of the wrong one", async () => {
  const draft = await open("qingshi.md");
  const clean = draft.getText();
  const total = lastDigit(draft, "一、本年新收政府信息公开申请数量");
  await replace(draft, total, "9");
  const finding = await findingAt(draft, "applications/row-total", total);
  const offered = await actions(draft, finding.range, vscode.CodeActionKind.QuickFix);
  const fix = offered.find((each) => each.title === "改为 4（= 3 + 1 + 0 + 0 + 0 + 0）");
  assert.ok(fix, `offered: ${offered.map((each) => each.title).join("; ")}`);
  await apply(fix);
  assert.strictEqual(draft.getText(), clean);
  await untilNoErrors(draft);
});

test("quick fix: in stacked text it changes the digits and nothing else", async () => {
  const draft = await open("baiyun.txt");
  const finding = await findingAt(draft, "disputes/total", "58");
  const offered = await actions(draft, finding.range, vscode.CodeActionKind.QuickFix);
  const fix = offered.find((each) => each.title.startsWith("改为 1（"));
  assert.ok(fix, `offered: ${offered.map((each) => each.title).join("; ")}`);
  await apply(fix);
  assert.strictEqual(draft.getText(), (await read("baiyun.txt")).replace("58", "1"));
});

test("gouji.fixTotals corrects every total of the active draft", async () => {
  const draft = await open("baiyun.txt");
  await findingAt(draft, "applications/row-total", "47");
  await vscode.commands.executeCommand("gouji.fixTotals");
  await untilNoErrors(draft);
  assert.strictEqual(draft.getText(), await corrected());
});

test("source.fixAll.gouji corrects every total of the draft", async () => {
  const draft = await open("baiyun.txt");
  await findingAt(draft, "applications/row-total", "47");
  const whole = new vscode.Range(0, 0, draft.lineCount, 0);
  const offered = await actions(draft, whole, FIX_ALL);
  assert.strictEqual(offered.length, 1, `offered: ${offered.map((each) => each.title).join("; ")}`);
  await apply(offered[0]!);
  await untilNoErrors(draft);
  assert.strictEqual(draft.getText(), await corrected());
});
