// gouji.json on the command line: which one holds for a draft, what it changes, and what is said of what is wrong in it.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dayOf } from "../../server/src/config/ignores";
import { draft } from "../support/form";
import { checkJson, gouji, newFolder } from "./support";

/** 1 + 2 + 3 + 4 stands as 11, 5 + 6 + 7 + 8 as 27: two errors. */
const WRONG = draft("tabbed", "2021", {
  "disputes.review.total": "11",
  "disputes.litigationDirect.total": "27",
});
const RULE = "disputes/total";

/** A folder with `files` by name; what is not text is written as JSON. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** The severities of the two errors in a file, as a set of words. */
async function severityOf(args: readonly string[], file = 0): Promise<string> {
  const { files } = await checkJson(args);
  const found = files[file]!.findings.filter(({ rule }) => rule === RULE);
  return [...new Set(found.map(({ severity }) => severity))].join() || "none";
}

const rules = (severity: string) => ({ rules: { [RULE]: severity } });

test("the nearest gouji.json above a draft holds, alone", async () => {
  const folder = folderOf({
    "gouji.json": { rules: { [RULE]: "hint" }, locale: "en" },
    "a.txt": WRONG,
    "near/gouji.json": { rules: {} },
    "near/deep/b.txt": WRONG,
    "far/deep/c.txt": WRONG,
  });
  const severities = async (name: string) => severityOf([join(folder, name)]);
  assert.equal(await severities("a.txt"), "hint");
  assert.equal(await severities("far/deep/c.txt"), "hint");
  assert.equal(await severities("near/deep/b.txt"), "error");
});

test("--rule comes before gouji.json, --config before the one nearest", async () => {
  const folder = folderOf({ "gouji.json": rules("hint"), "a.txt": WRONG, "other.json": rules("warning") });
  const draftPath = join(folder, "a.txt");
  assert.equal(await severityOf(["--rule", `${RULE}=info`, draftPath]), "info");
  assert.equal(await severityOf(["--config", join(folder, "other.json"), draftPath]), "warning");
});

test("--config that is not there: exit 2, one line, nothing checked", async () => {
  const folder = folderOf({ "a.txt": WRONG });
  const path = join(folder, "none.json");
  const outcome = await gouji(["check", "--config", path, join(folder, "a.txt")]);
  assert.deepEqual(outcome, { status: 2, stdout: "", stderr: `${path}: 文件不存在。\n` });
});

test("a gouji.json that cannot be read fails its drafts, and only them", async () => {
  const folder = folderOf({ "bad/gouji.json/x": "", "bad/a.txt": WRONG, "good/b.txt": WRONG });
  const { files } = await checkJson([folder]);
  assert.match(files[0]!.error!, /gouji\.json: 无法读取/);
  assert.equal(files[1]!.error, undefined);
  assert.ok(files[1]!.findings.length > 0);
});

test("standard input has the gouji.json of the name it is given", async () => {
  const folder = folderOf({ "gouji.json": rules("hint") });
  const args = ["--stdin-filename", join(folder, "a.txt"), "-"];
  const { files } = await checkJson(args, WRONG);
  assert.equal(files[0]!.findings.find(({ rule }) => rule === RULE)!.severity, "hint");
});

test("comments and trailing commas; a wrong value is named with its line, and the rest applies", async () => {
  const folder = folderOf({
    "gouji.json": `{
      // 总计另行核对
      "rules": {"${RULE}": "hint", "table/shape": "fatal", "no/rule": "off"},
      "locale": "fr",
      "organ": 7,
      "untis": [],
      "ignore": [{"rule": "table/shape", "until": "2026-02-31"}, {"file": "a.txt"},],
    }`,
    "a.txt": WRONG,
  });
  const { status, stdout, stderr } = await gouji(["check", "--format", "json", folder]);
  assert.equal(status, 0);
  assert.match(stdout, /"severity":"hint"/);
  const path = join(folder, "gouji.json");
  const lines = stderr.trimEnd().split("\n");
  assert.deepEqual(
    lines.map((line) => line.slice(0, path.length + 2)),
    [3, 3, 4, 5, 6, 7, 7].map((line) => `${path}:${line}`),
  );
  const said = [/fatal" 应为 error、warning、info、hint、off 之一/, /没有规则“no\/rule”/, /"fr".*zh-CN、en/];
  said.push(/organ：7 应为/, /没有“untis”/, /2026-02-31.*日期/, /缺少 rule/);
  said.forEach((pattern, i) => {
    assert.match(lines[i]!, pattern);
  });
});

for (const [text, what] of [
  ['{"rules": {"disputes/total": "hint"', "cut off"],
  ["[]", "no object"],
  ["", "empty"],
  ['{"rules": [], "ignore": {}, "locale": null}', "of the wrong kinds"],
] as const) {
  test(`a gouji.json ${what} is named, and the draft is checked`, async () => {
    const folder = folderOf({ "gouji.json": text, "a.txt": WRONG });
    const { stdout, stderr } = await gouji(["check", "--format", "json", folder]);
    assert.match(stderr, /gouji\.json:1: /);
    assert.match(stdout, /disputes\/total/);
  });
}

for (const [text, says] of [
  ['{"rules": {"disputes/total": "hint"', "不是正确的 JSON：第 1 行第 36 列缺少右花括号 }"],
  ['{"rules": {},\n "locale" "en"}', "不是正确的 JSON：第 2 行第 11 列缺少冒号"],
  ['{"rules": {}, organ: "柳溪镇"}', "不是正确的 JSON：第 1 行第 15 列有不能识别的字符"],
  ["", "不是正确的 JSON：第 1 行第 1 列缺少值"],
  ["[]", "gouji.json：[] 应为对象 {…}"],
]) {
  test(`a gouji.json that is not read whole fails, named or found: ${text}`, async () => {
    const folder = folderOf({ "gouji.json": text, "a.txt": draft("tabbed", "2021"), "b/gouji.json": "{}" });
    const [path, file] = [join(folder, "gouji.json"), join(folder, "a.txt")];
    for (const args of [[file], ["--config", path, file]]) {
      const { status, stdout, stderr } = await gouji(["check", ...args]);
      assert.deepEqual([status, stdout], [2, "检查了 1 个文件，没有发现问题。\n"]);
      assert.ok(stderr.includes(says!), stderr);
      assert.doesNotMatch(stderr, /Invalid|Expected/);
    }
  });
}

test("locale: the findings and the summary are in the language of gouji.json", async () => {
  const folder = folderOf({ "gouji.json": { locale: "en" }, "a.txt": WRONG });
  const { stdout } = await gouji(["check", folder]);
  assert.match(stdout, / error {2}[\s\S]*Checked 1 file: 2 errors\.\n$/);
});

const today = dayOf(new Date());
const entry = (more: object) => ({ ignore: [{ rule: RULE, reason: "已公布", ...more }] });

for (const [name, more, left] of [
  ["for the whole report", {}, []],
  ["for a cell", { cells: ["disputes.review.total"] }, ["litigationDirect"]],
  ["for a row", { cells: ["disputes.litigationDirect"] }, ["review"]],
  ["for a file by name", { file: "in/a.txt" }, []],
  ["for a file by glob", { file: "**/*.{md,txt}" }, []],
  ["for other files", { file: "*.txt" }, ["review", "litigationDirect"]],
  ["to the day, the last one included", { until: today }, []],
  ["no more after the day", { until: "2020-12-31" }, ["review", "litigationDirect"]],
] as const) {
  test(`an entry silences ${name}`, async () => {
    const folder = folderOf({ "gouji.json": entry(more), "in/a.txt": WRONG });
    const { files } = await checkJson([join(folder, "in/a.txt")]);
    const rows = files[0]!.findings.filter(({ rule }) => rule === RULE).map(({ cells }) => cells![0]);
    assert.deepEqual(
      rows,
      left.map((row) => `disputes.${row}.total`),
    );
    const { ignored } = files[0]! as unknown as { ignored: { rule: string; cells: string[] }[] };
    assert.equal(ignored.length, 2 - left.length);
    for (const one of ignored) {
      const { rule, reason, source } = one as { rule: string; reason?: string; source?: string };
      assert.deepEqual({ rule, reason, source }, { rule: RULE, reason: "已公布", source: "config" });
    }
  });
}

test("the summary counts what is ignored", async () => {
  const folder = folderOf({ "gouji.json": entry({}), "a.txt": WRONG });
  const { status, stdout } = await gouji(["check", folder]);
  assert.equal(status, 0);
  assert.match(stdout, /另有 2 处按注释或 gouji\.json 忽略。\n$/);
});

test("entries that silence nothing are found in gouji.json, where they stand", async () => {
  const text = `{"ignore": [
  {"rule": "${RULE}", "reason": "用得上"},
  {"rule": "table/shape", "reason": "没有的事"},
  {"rule": "table/shape", "file": "other.txt", "reason": "没有检查这个文件"},
  {"rule": "table/shape", "until": "2020-01-01", "reason": "过期"},
  {"rule": "no/rule", "reason": "没有这条规则"},
  {"rule": "${RULE}", "cells": ["disputes.nothing"], "reason": "没有这一格"}
]}`;
  const folder = folderOf({ "gouji.json": text, "a.txt": WRONG });
  const { files, summary } = await checkJson([folder]);
  const { path, findings, reports } = files.at(-1)!;
  assert.equal(path, join(folder, "gouji.json"));
  assert.deepEqual(reports, []);
  assert.deepEqual(
    findings.map(({ rule, severity, range }) => [rule, severity, range.start]),
    [2, 4, 5, 6].map((line) => ["ignore/unused", "info", { line, character: 2 }]),
  );
  assert.match(findings[1]!.message, /2020-01-01/);
  assert.equal(summary.infos, 4);
  assert.equal(summary.files, 1);
  const { stdout } = await gouji(["check", folder]);
  assert.match(stdout, /gouji\.json:3:3 {2}信息 {2}这条忽略设置没有忽略任何问题/);
  const off = await checkJson(["--rule", "ignore/unused=off", folder]);
  assert.equal(off.files.length, 1);
});

test("an entry is needed if any of the files needs it", async () => {
  const folder = folderOf({ "gouji.json": entry({}), "a.txt": WRONG, "b.txt": draft("tabbed", "2021") });
  const { files } = await checkJson([folder]);
  assert.equal(files.length, 2);
  // A rule that is off says nothing of the entries that silence it.
  const off = await checkJson(["--rule", `${RULE}=off`, folder]);
  assert.equal(off.files.length, 2);
});
