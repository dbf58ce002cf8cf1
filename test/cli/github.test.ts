// `check --format github`: the workflow commands that GitHub Actions turns into annotations.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { draft } from "../support/form";
import { gouji, newFile, newFolder } from "./support";

const WRONG = draft("tabbed", "2021", { "disputes.review.total": "11" });

/** The one command for 行政复议's total. */
async function commandOf(args: readonly string[]): Promise<string> {
  const { stdout } = await gouji(["check", "--format", "github", ...args]);
  const found = stdout.split("\n").filter((line) => line.includes("行政复议总计"));
  assert.equal(found.length, 1, stdout);
  return found[0]!;
}

test("a finding is one command, at its line and columns", async () => {
  const path = newFile(WRONG);
  const line = WRONG.split("\n").findIndex((text) => text.startsWith("1\t2\t3\t4\t11\t")) + 1;
  assert.match(
    await commandOf([path]),
    new RegExp(
      `^::error file=${path},line=${line},endLine=${line},col=9,endColumn=11,title=disputes/total::行政复议总计为 11，.+$`,
    ),
  );
  assert.match(await commandOf(["--rule", "disputes/total=warning", path]), /^::warning /);
  assert.match(await commandOf(["--rule", "disputes/total=hint", path]), /^::notice /);
  assert.equal((await gouji(["check", "--format", "github", path])).status, 1);
});

test("what GitHub would take for its own signs is escaped, in names and in words", async () => {
  const folder = join(newFolder(), "a,b:c 100%");
  mkdirSync(folder);
  writeFileSync(join(folder, "draft.txt"), WRONG);
  assert.match(await commandOf([folder]), /^::error file=[^,:]*a%2Cb%3Ac 100%25\/draft\.txt,line=/);
  const text = draft("tabbed", "2021", { "disputes.review.upheld": "50%::乙" });
  const { stdout } = await gouji(["check", "--format", "github", newFile(text)]);
  const command = stdout.split("\n").find((line) => line.includes("title=table/cell-value"));
  assert.match(command!, /::“[^”]+”填的“50%25::乙”/);
});

test("a file that failed is an error of its own, on standard error, too", async () => {
  const path = `${newFile(WRONG)}.gone`;
  const { status, stdout, stderr } = await gouji(["check", "--format", "github", path]);
  assert.equal(status, 2);
  assert.equal(stdout, `::error file=${path},title=gouji::文件不存在。\n`);
  assert.equal(stderr, `${path}: 文件不存在。\n`);
});

test("a finding over several lines has no columns, which GitHub would refuse", async () => {
  const text = draft("stacked", "2021", { "disputes.review.upheld": "", "disputes.review.corrected": "" });
  const { stdout } = await gouji(["check", "--format", "github", newFile(text)]);
  for (const command of stdout.trim().split("\n")) {
    const [, line, endLine] = /,line=(\d+),endLine=(\d+)/.exec(command)!;
    assert.equal(command.includes(",col="), line === endLine, command);
  }
});
