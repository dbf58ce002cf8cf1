// `check --format concise`: a line a finding, and the problem matcher `$gouji` that VS Code reads it with.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { draft } from "../support/form";
import { gouji, newFile, ROOT } from "./support";

const WRONG = draft("tabbed", "2021", { "disputes.review.total": "11", "disputes.review.corrected": "" });
const LINE = WRONG.split("\n").findIndex((text) => text.includes("3\t4\t11\t")) + 1;

/** What the matcher of package.json makes of a line of output. */
function matched(line: string): Record<string, string> | null {
  const { problemMatchers } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).contributes;
  const { regexp, ...groups } = problemMatchers[0].pattern;
  const found = new RegExp(regexp).exec(line);
  return found && Object.fromEntries(Object.entries(groups).map(([name, i]) => [name, found[i as number]!]));
}

test("a finding is one line: place, severity, message, rule", async () => {
  const path = newFile(draft("tabbed", "2021", { "disputes.review.total": "11" }));
  const { status, stdout } = await gouji(["check", "--format", "concise", path]);
  const lines = stdout.trimEnd().split("\n");
  assert.equal(status, 1);
  assert.equal(lines.length, 1, stdout);
  assert.match(lines[0]!, /: error: 行政复议总计为 11，.+ \[disputes\/total\]$/);
  assert.ok(lines[0]!.startsWith(`${path}:${LINE}:9: `), lines[0]);
});

test("nothing is printed for a report without findings", async () => {
  const { status, stdout } = await gouji(["check", "--format", "concise", newFile(draft("tabbed", "2021"))]);
  assert.deepEqual({ status, stdout }, { status: 0, stdout: "" });
});

for (const severity of ["error", "warning", "info", "hint"]) {
  test(`VS Code's problem matcher reads every part of a line: ${severity}`, async () => {
    const path = newFile(WRONG, "某 镇：2023 [1].txt");
    const args = ["check", "--format", "concise", "--rule", `table/blank-cell=${severity}`, path];
    const { stdout } = await gouji(args);
    const line = stdout.split("\n").find((each) => each.endsWith("[table/blank-cell]"))!;
    const parts = matched(line);
    assert.ok(parts, line);
    assert.equal(parts.file, path);
    assert.deepEqual([parts.line, parts.column, parts.severity], [String(LINE), "3", severity]);
    assert.match(parts.message!, /^“行政复议 · 结果纠正”空白。/);
    assert.equal(parts.code, "table/blank-cell");
  });
}

test("the summary and complaints are no problems to the matcher", async () => {
  const path = newFile(WRONG);
  const { stdout } = await gouji(["check", path]);
  const summary = stdout.trimEnd().split("\n").at(-1)!;
  assert.equal(matched(summary), null);
  const gone = await gouji(["check", "--format", "concise", `${path}.gone`]);
  assert.equal(matched(gone.stderr.trimEnd()), null);
  assert.equal(gone.status, 2);
});
