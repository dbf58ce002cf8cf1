// `--baseline`: what is known is not reported, what is new is, and lines may move meanwhile.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { draft } from "../support/form";
import { gouji, newFile, newFolder } from "./support";

const WRONG = draft("tabbed", "2021", { "disputes.review.total": "11" });

/** A wrong draft with a baseline that knows what is wrong in it. */
async function known() {
  const path = newFile(WRONG);
  const baseline = join(newFolder(), "baseline.json");
  const outcome = await gouji(["check", "--baseline", baseline, "--update-baseline", path]);
  const stdout = `检查了 1 个文件，已把 1 个问题记入 ${baseline}。\n`;
  assert.deepEqual(outcome, { status: 0, stdout, stderr: "" });
  const check = (...args: string[]) => gouji(["check", "--baseline", baseline, ...args, path]);
  return { path, baseline, check };
}

test("what is known passes, though lines move and the language changes", async () => {
  const { path, baseline, check } = await known();
  assert.equal((await check()).status, 0);
  writeFileSync(path, WRONG.replace("柳溪镇按时公开", "又一段。\n\n柳溪镇按时公开"));
  assert.equal((await check()).status, 0);
  const { status } = await gouji(["check", "--baseline", baseline, path], "", 100, "en");
  assert.equal(status, 0);
});

test("another figure, another cell and another file are new", async () => {
  const { path, baseline, check } = await known();
  for (const texts of [
    { "disputes.review.total": "12" },
    { "disputes.review.total": "11", "disputes.litigationDirect.total": "27" },
  ]) {
    writeFileSync(path, draft("tabbed", "2021", texts));
    const { status, stdout } = await check();
    assert.equal(status, 1);
    assert.match(stdout, /发现 1 个错误/);
  }
  assert.equal((await gouji(["check", "--baseline", baseline, newFile(WRONG)])).status, 1);
});

test("what is known once and there twice is new once", async () => {
  const { path, check } = await known();
  writeFileSync(path, WRONG + WRONG);
  assert.equal(((await check()).stdout.match(/行政复议总计为 11/g) ?? []).length, 1);
});

test("the file is the same for the same findings, and forgets what is mended", async () => {
  const { path, baseline, check } = await known();
  const before = readFileSync(baseline, "utf8");
  await check("--update-baseline");
  assert.equal(readFileSync(baseline, "utf8"), before);
  assert.match(before, /"rule": "disputes\/total"/);
  writeFileSync(path, draft("tabbed", "2021"));
  await check("--update-baseline");
  assert.deepEqual(JSON.parse(readFileSync(baseline, "utf8")), { version: 1, findings: [] });
});

test("no baseline, or none that can be read or written: exit 2 and one line", async () => {
  const path = newFile(WRONG);
  const missing = join(newFolder(), "none.json");
  const other = newFile('{"version": 2, "findings": []}');
  for (const [file, says] of [
    [missing, "没有此基线文件。首次生成请加 --update-baseline。"],
    [
      newFile("[]"),
      "不是基线文件，或内容已损坏，不能使用。请核对文件名；要重新生成，请加 --update-baseline。",
    ],
    [
      newFile("{"),
      "不是基线文件，或内容已损坏，不能使用。请核对文件名；要重新生成，请加 --update-baseline。",
    ],
    [other, "是其他版本的勾稽写的基线文件，不能使用。要重新生成，请加 --update-baseline。"],
    [newFolder(), "无法读取（EISDIR）。"],
  ] as const) {
    const { status, stdout, stderr } = await gouji(["check", "--baseline", file, path]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.equal(stderr, `${file}: ${says}\n`);
  }
  assert.ok(!existsSync(missing));
  const folder = newFolder();
  const unwritten = await gouji(["check", "--baseline", folder, "--update-baseline", path]);
  assert.equal(unwritten.status, 2);
  assert.equal(unwritten.stdout, "检查了 1 个文件，发现 1 个问题。\n");
  assert.match(unwritten.stderr, /未能写入基线文件（EISDIR）/);
  assert.equal((await gouji(["check", "--update-baseline", path])).status, 2);
});
