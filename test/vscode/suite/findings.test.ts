// Findings in real VS Code: in every layout, at the right place, with the figures, and as the text changes.
import * as assert from "node:assert";
import * as vscode from "vscode";
import {
  errors,
  findingAt,
  findings,
  lastDigit,
  list,
  open,
  rangeOf,
  replace,
  rule,
  settled,
  untilNoErrors,
} from "./helpers";
import { test } from "./runner";

const CHINESE = /[\u4e00-\u9fff]/;

test("a report that adds up (Markdown, pipe tables) has no finding", async () => {
  const draft = await open("qingshi.md");
  await settled();
  assert.strictEqual(list(findings(draft)), "[]");
});

test("stacked plain text: a wrong total is an error under its digits, with the figures, in Chinese", async () => {
  const draft = await open("baiyun.txt");
  assert.strictEqual(draft.languageId, "plaintext");
  const total = await findingAt(draft, "applications/row-total", "47");
  assert.strictEqual(total.severity, vscode.DiagnosticSeverity.Error);
  assert.match(total.message, CHINESE);
  assert.match(total.message, /47/);
  assert.match(total.message, /\b3\b/);
  const disputes = await findingAt(draft, "disputes/total", "58");
  assert.match(disputes.message, /58/);
});

test("tabbed rows in a .nianbao file: language ogi-report, a wrong total found", async () => {
  const draft = await open("yunxi.nianbao");
  assert.strictEqual(draft.languageId, "ogi-report");
  await findingAt(draft, "applications/row-total", "69");
});

test("HTML tables in Markdown: a wrong total is the only error", async () => {
  const draft = await open("shuangqiao.md");
  await findingAt(draft, "disputes/total", "26");
  assert.strictEqual(errors(draft).length, 1, list(errors(draft)));
});

test("typing: a wrong figure brings its findings, the right one takes them away", async () => {
  const draft = await open("qingshi.md");
  await replace(draft, lastDigit(draft, "二、上年结转政府信息公开申请数量"), "83");
  await findingAt(draft, "applications/row-total", "83");
  await replace(draft, rangeOf(draft, "83"), "1");
  await untilNoErrors(draft);
});

test("typing: a section taken out is missing", async () => {
  const draft = await open("qingshi.md");
  const from = rangeOf(draft, "## 六、其他需要报告的事项").start;
  const end = draft.lineAt(draft.lineCount - 1).range.end;
  await replace(draft, new vscode.Range(from, end), "");
  await settled();
  assert.deepStrictEqual(errors(draft).map(rule), ["structure/missing-section"]);
});
