// `gouji format`: files rewritten in place in their own encoding, standard input to standard output, exit codes.

import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import iconv from "iconv-lite";
import { facts, writeDraft } from "../support/draft";
import { gouji, newFile, newFolder, spawned } from "./support";

const STACKED = writeDraft(facts({ layout: "stacked" }));
const CRLF = STACKED.replaceAll("\n", "\r\n");

async function formatted(text: string): Promise<string> {
  return (await gouji(["format", "-"], text)).stdout;
}

test("standard input goes to standard output, with one line about it on standard error", async () => {
  const { status, stdout, stderr } = await gouji(["format", "-"], STACKED);
  assert.equal(status, 0);
  assert.match(stdout, /^# 青禾县柳溪镇人民政府2023年[\s\S]*\n## 一、总体情况\n[\s\S]*\n\| 信息内容/);
  assert.equal(stderr, "-: 已整理格式，改动 10 处。\n");
  const again = await gouji(["format", "-"], stdout);
  assert.deepEqual([again.stdout, again.stderr], [stdout, "-: 格式已规范，未改动。\n"]);
});

for (const [name, encode] of [
  ["UTF-8", (text: string) => Buffer.from(text)],
  ["UTF-8 with BOM", (text: string) => Buffer.from(`\ufeff${text}`)],
  ["GB18030", (text: string) => iconv.encode(text, "gb18030")],
  ["UTF-16 LE with BOM", (text: string) => iconv.encode(text, "utf16le", { addBOM: true })],
] as const) {
  test(`${name}: a file stays in its encoding, with its line ends`, async () => {
    const expected = (await formatted(STACKED)).replaceAll("\n", "\r\n");
    const path = newFile(encode(CRLF));
    const { status, stdout, stderr } = await gouji(["format", path]);
    assert.deepEqual([status, stdout, stderr], [0, "", `${path}: 已整理格式，改动 10 处。\n`]);
    assert.deepEqual(readFileSync(path), encode(expected));
  });
}

test("standard input's encoding is standard output's", () => {
  const { status, stdout } = spawned(["format", "-"], { input: Buffer.from(`\ufeff${STACKED}`) });
  assert.equal(status, 0);
  assert.ok(stdout.startsWith("\ufeff# 青禾县"));
});

test("--check changes nothing, and says by 1 that something would change", async () => {
  const path = newFile(STACKED);
  const before = await gouji(["format", "--check", path]);
  assert.deepEqual(
    [before.status, before.stdout, before.stderr],
    [1, "", `${path}: 格式尚未规范，应改动 10 处。\n`],
  );
  assert.equal(readFileSync(path, "utf8"), STACKED);
  await gouji(["format", path]);
  const after = await gouji(["format", path, "--check"]);
  assert.deepEqual([after.status, after.stderr], [0, `${path}: 格式已规范。\n`]);
  const input = await gouji(["format", "--check", "-"], STACKED);
  assert.deepEqual([input.status, input.stdout], [1, ""]);
});

test("a whole page is refused, with what to do", async () => {
  const page = `<html><body>${writeDraft(facts({ layout: "html" }))}</body></html>`;
  const path = newFile(page, "a.html");
  const { status, stderr } = await gouji(["format", path]);
  assert.equal(status, 2);
  assert.match(stderr, /网页[^\n]*复制到文本文件/);
  assert.equal(readFileSync(path, "utf8"), page);
});

test("a page without its outermost tags is refused by its name", async () => {
  const part = `<h1>${facts().organ}2023年政府信息公开工作年度报告</h1>\n${writeDraft(facts({ layout: "html" }))}`;
  for (const name of ["a.html", "b.HTM"]) {
    const path = newFile(part, name);
    const { status, stderr } = await gouji(["format", path]);
    assert.deepEqual([status, readFileSync(path, "utf8")], [2, part]);
    assert.match(stderr, /是 HTML 网页，不能整理/);
  }
});

test("several files, globs and directories: each in place; one that fails does not stop the others", async () => {
  const folder = newFolder();
  const names = ["a.txt", "b.md", "c.txt"];
  for (const name of names) writeFileSync(join(folder, name), STACKED);
  writeFileSync(join(folder, "readme.md"), "# 说明\n");
  writeFileSync(join(folder, "page.html"), writeDraft(facts({ layout: "html" })));
  const expected = await formatted(STACKED);
  const read = () => names.map((name) => readFileSync(join(folder, name), "utf8") === expected);
  const wanted = await gouji(["format", "--check", folder]);
  assert.deepEqual(
    [wanted.status, wanted.stderr.split("\n").length - 1, read()],
    [1, 3, [false, false, false]],
  );
  const some = await gouji(["format", join(folder, "none.txt"), join(folder, "*.txt")]);
  assert.deepEqual([some.status, read()], [2, [true, false, true]]);
  assert.match(some.stderr, /none\.txt: 文件不存在/);
  assert.deepEqual([(await gouji(["format", folder])).status, read()], [0, [true, true, true]]);
  assert.equal((await gouji(["format", "--check", folder])).status, 0);
  const nothing = await gouji(["format", join(folder, "readme.*")]);
  assert.deepEqual([nothing.status, nothing.stderr], [0, "没有找到政府信息公开工作年度报告。\n"]);
});

test("what is no report, missing or unreadable: 2, and nothing printed", async () => {
  for (const [args, input, reason] of [
    [["format", "-"], "什么也不是。", /未识别出/],
    [["format", "missing.txt"], "", /文件不存在/],
    [["format"], "", /需要文件名或目录/],
    [["format", "a", ""], "", /文件名不能为空/],
    [["format", "-", "--fix"], "", /没有选项 --fix/],
  ] as const) {
    const { status, stdout, stderr } = await gouji([...args], input);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, reason);
  }
});

test("a file that may not be written is left", {
  skip: process.getuid?.() === 0 && "root may write",
}, async () => {
  const path = newFile(STACKED);
  chmodSync(path, 0o444);
  const { status, stderr } = await gouji(["format", path]);
  assert.equal(status, 2);
  assert.match(stderr, /只读/);
});

test("a table left as it was is told", async () => {
  const text = writeDraft(facts({ layout: "html" })).replace(
    "<td>行政强制</td>",
    '<td><a href="x">行政强制</a></td>',
  );
  const { status, stdout, stderr } = await gouji(["format", "-"], text);
  assert.equal(status, 0);
  assert.ok(stdout.includes('<a href="x">'));
  assert.match(stderr, /1 张表有不能确定归属的内容，保持原样/);
});

test("in English", async () => {
  const { stderr } = await gouji(["format", "-"], STACKED, 80, "en");
  assert.equal(stderr, "-: Formatted: 10 changes.\n");
});
