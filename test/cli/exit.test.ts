// Exit status and complaints: 0, 1, 2, and that what fails does not stop the rest.

import assert from "node:assert/strict";
import { chmodSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check } from "../../server/src/cli/check";
import { RULES, type Rule } from "../../server/src/core";
import { draft } from "../support/form";
import { checkJson, gouji, newFile, newFolder, plainEnvironment, spawned } from "./support";

const CLEAN = draft("tabbed", "2021");
/** 1 + 2 + 3 + 4 stands as 11: an error and nothing else. */
const WRONG = draft("tabbed", "2021", { "disputes.review.total": "11" });
/** A unit in a cell: a warning and nothing else. */
const WARNED = draft("tabbed", "2021", { "disclosure.permits.decisions": "7件" });

test("0: no errors", async () => {
  const outcome = await gouji(["check", newFile(CLEAN)]);
  assert.deepEqual(outcome, { status: 0, stdout: "检查了 1 个文件，没有发现问题。\n", stderr: "" });
});

test("1: an error", async () => {
  const { status, stdout, stderr } = await gouji(["check", newFile(WRONG)]);
  assert.equal(status, 1);
  assert.match(stdout, /disputes\/total/);
  assert.match(stdout, /检查了 1 个文件，发现 1 个错误。\n$/);
  assert.equal(stderr, "");
});

test("warnings fail only above --max-warnings", async () => {
  const path = newFile(WARNED);
  assert.equal((await gouji(["check", path])).status, 0);
  assert.equal((await gouji(["check", "--max-warnings", "1", path])).status, 0);
  const { status, stdout } = await gouji(["check", "--max-warnings=0", path]);
  assert.equal(status, 1);
  assert.match(stdout, /警告超过上限 0 个/);
});

test("--rule changes severities, also to off, and the last one counts", async () => {
  const path = newFile(WRONG);
  assert.equal((await gouji(["check", "--rule", "disputes/total=warning", path])).status, 0);
  assert.equal(
    (await gouji(["check", "--rule", "disputes/total=off", "--max-warnings", "0", path])).status,
    0,
  );
  const both = ["--rule", "disputes/total=off", "--rule", "disputes/total=error"];
  assert.equal((await gouji(["check", ...both, path])).status, 1);
  const json = await checkJson(["--rule", "disputes/total=hint", path]);
  assert.equal(json.files[0]!.findings[0]!.severity, "hint");
  assert.equal(json.summary.hints, 1);
});

test("2: a file that fails is named in one line, and the others are still checked", async () => {
  const folder = newFolder();
  const wrong = newFile(WRONG);
  const missing = join(folder, "missing.txt");
  const binary = join(folder, "image.txt");
  writeFileSync(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49]));
  const other = join(folder, "other.txt");
  writeFileSync(other, "今天天气很好。\n");
  const large = join(folder, "large.txt");
  writeFileSync(large, CLEAN);
  truncateSync(large, 64 * 1024 * 1024 + 1);
  const broken = join(folder, "broken.txt");
  writeFileSync(broken, Buffer.from([0x41, 0xff, 0xff, 0x42]));

  const paths = [missing, binary, wrong, other, large, broken];
  const { status, stdout, stderr } = await gouji(["check", ...paths]);
  assert.equal(status, 2);
  assert.match(stdout, /disputes\/total/);
  assert.match(stdout, /检查了 1 个文件，发现 1 个错误。5 项未能检查/);
  const lines = stderr.trimEnd().split("\n");
  assert.equal(lines.length, 5);
  const expected: [string, RegExp][] = [
    [missing, /文件不存在/],
    [binary, /二进制文件/],
    [other, /未识别出/],
    [large, /超过 64 MiB/],
    [broken, /无法识别编码/],
  ];
  expected.forEach(([path, reason], i) => {
    assert.ok(lines[i]!.startsWith(`${path}: `), lines[i]);
    assert.match(lines[i]!, reason);
  });

  const json = await checkJson(paths);
  assert.deepEqual(json.summary, { files: 6, errors: 1, warnings: 0, infos: 0, hints: 0, failed: 5 });
  assert.deepEqual(
    json.files.map(({ path, error }) => [path, error === undefined]),
    paths.map((path) => [path, path === wrong]),
  );
});

test("a file of exactly 64 MiB is not too large", async () => {
  const path = newFile(CLEAN);
  truncateSync(path, 64 * 1024 * 1024);
  // Filled up with NULs it is binary, but not too large.
  assert.match((await gouji(["check", path])).stderr, /二进制文件/);
});

test("a file that may not be read", {
  skip: process.getuid?.() === 0 && "root may read everything",
}, async () => {
  const path = newFile(CLEAN);
  chmodSync(path, 0);
  const { status, stderr } = await gouji(["check", path]);
  assert.equal(status, 2);
  assert.match(stderr, /没有读取权限/);
});

test("a rule that crashes: exit 2, one line, the other rules' findings stand", async () => {
  const crashing: Rule = {
    code: "table/shape",
    severity: "warning",
    basis: [],
    repairs: [],
    check: () => {
      throw new Error("broken");
    },
  };
  const rules = RULES.map((rule) => (rule.code === "table/shape" ? crashing : rule));
  const complaints: string[] = [];
  let stdout = "";
  const options = { paths: [newFile(WRONG)], format: "json", fix: false, maxWarnings: null } as const;
  const status = await check(
    {
      ...options,
      severities: {},
      stdinName: null,
      config: null,
      baseline: null,
      updateBaseline: false,
      jobs: null,
    },
    {
      input: async function* () {},
      print: (text) => {
        stdout += text;
      },
      complain: (line) => complaints.push(line),
      colour: false,
      columns: undefined,
      locale: "zh-CN",
    },
    rules,
  );
  assert.equal(status, 2);
  assert.equal(complaints.length, 1);
  assert.match(complaints[0]!, /table\/shape.*broken/);
  const json = JSON.parse(stdout);
  assert.equal(json.files[0].findings[0].rule, "disputes/total");
  assert.equal(json.summary.failed, 1);
});

test("bad usage: exit 2, one line, nothing on standard output", async () => {
  const cases: [string[], RegExp][] = [
    [[], /缺少命令/],
    [["chekc"], /没有命令“chekc”/],
    [["check", "--nope"], /没有选项 --nope/],
    [["check", "-x"], /没有选项 -x/],
    [["check", "--format"], /--format 缺少值/],
    [["check", "--format", "xml"], /没有输出格式“xml”/],
    [["check", "--fix=yes"], /--fix 不带值/],
    [["check", "--fix", "-"], /不能用于标准输入/],
    [["check", "--max-warnings", "many"], /“many”不是非负整数/],
    [["check", "--max-warnings", "-1"], /“-1”不是非负整数/],
    [["check", "--max-warnings=-1"], /“-1”不是非负整数/],
    [["check", "--max-warnings", "--fix"], /--max-warnings 缺少值/],
    [["check", "--max-warnings", "1.5"], /“1.5”不是非负整数/],
    [["check", "--rule", "table/shape"], /应写作 规则=级别/],
    [["check", "--rule", "table/shape=fatal"], /应写作 规则=级别/],
    [["check", "--rule", "table/shpae=error"], /没有规则“table\/shpae”/],
    [["check", "--stdin-filename", "a.txt", "b.txt"], /--stdin-filename/],
    [["check", ""], /不能为空/],
    [["extract"], /需要一个文件名/],
    [["extract", "a.txt", "b.txt"], /需要一个文件名/],
    [["rules", "more"], /多余的参数“more”/],
    [["lsp"], /gouji lsp --stdio/],
  ];
  for (const [args, message] of cases) {
    const { status, stdout, stderr } = await gouji(args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "", args.join(" "));
    assert.match(stderr, message);
    assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
  }
});

test("what the contract has and this version has not is refused by name", async () => {
  const path = newFile(CLEAN);
  const cases: [string[], string][] = [
    [["convert", path, "out.docx"], "gouji convert"],
    [["new", "--year", "2024", "--organ", "柳溪镇"], "gouji new"],
  ];
  for (const [args, what] of cases) {
    const { status, stdout, stderr } = await gouji(args);
    assert.deepEqual(
      { status, stdout, stderr },
      { status: 2, stdout: "", stderr: `本版尚不支持 ${what}。\n` },
    );
  }
});

test("help, version", async () => {
  for (const args of [["help"], ["--help"], ["-h"], ["check", "--help"]]) {
    const { status, stdout } = await gouji(args);
    assert.equal(status, 0);
    assert.match(stdout, /gouji check[\s\S]*退出状态[\s\S]*Exit status/);
  }
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  assert.equal((await gouji(["--version"])).stdout, `${version}\n`);
});

test("as a process: the statuses, and the program's name on standard error", () => {
  const clean = newFile(CLEAN);
  assert.equal(spawned(["check", clean]).status, 0);
  assert.equal(spawned(["check", newFile(WRONG)]).status, 1);
  const { status, stderr } = spawned(["check", `${clean}.gone`, clean]);
  assert.equal(status, 2);
  assert.equal(stderr, `gouji: ${clean}.gone: 文件不存在。\n`);
});

test("colour: FORCE_COLOR, NO_COLOR, none into a pipe", () => {
  const path = newFile(WRONG);
  const csi = "\u001b[";
  assert.ok(!spawned(["check", path]).stdout.includes(csi));
  assert.ok(spawned(["check", path], { env: { FORCE_COLOR: "1" } }).stdout.includes(`${csi}31m`));
  assert.ok(!spawned(["check", path], { env: { FORCE_COLOR: "0" } }).stdout.includes(csi));
  assert.ok(!spawned(["check", path], { env: { NO_COLOR: "1" } }).stdout.includes(csi));
  assert.equal(plainEnvironment().NO_COLOR, undefined);
});

test("in English", async () => {
  const { status, stdout } = await gouji(["check", newFile(WRONG)], "", 100, "en");
  assert.equal(status, 1);
  assert.match(
    stdout,
    /:\d+:\d+ {2}error {2}[\s\S]* = See [\s\S]* = Fix: [\s\S]*Checked 1 file: 1 error\.\n$/,
  );
  const { stderr } = await gouji(["check", "missing.txt"], "", 100, "en");
  assert.equal(stderr, "missing.txt: No such file.\n");
});
