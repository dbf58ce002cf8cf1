// Many files are checked by several workers: what is printed, in what order, and how the command ends does not tell.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { draft } from "../support/form";
import { type CheckJson, gouji, newFolder, type Outcome, plainEnvironment, ROOT } from "./support";

const CLEAN = draft("pipe", "2021");
const WRONG = draft("pipe", "2021", { "disputes.review.total": "11" });
/** Workers are for no fewer files. */
const MANY = 24;

let built = "";
before(() => {
  built = newFolder();
  execFileSync(process.execPath, [join(ROOT, "scripts/build.mjs"), "--out", built], { stdio: "inherit" });
});

function check(args: readonly string[], cwd: string): Outcome {
  const main = join(built, "cli/gouji.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "check", ...args], {
    cwd,
    encoding: "utf8",
    env: plainEnvironment(),
  });
  return { status, stdout, stderr };
}

/** A folder with `drafts/00.md`, `drafts/01.md` and so on; `texts` are those that are not clean. */
function folderOf(texts: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = newFolder();
  mkdirSync(join(folder, "drafts"));
  for (let i = 0; i < MANY; i++) {
    const name = `${String(i).padStart(2, "0")}.md`;
    writeFileSync(join(folder, "drafts", name), texts[name] ?? CLEAN);
  }
  return folder;
}

/** A draft that takes far longer than the others, so that those behind it are done first. */
const LONG = Array.from({ length: 12 }, () => WRONG).join("\n");
const BINARY = new Uint8Array([0, 1, 2, 3]);

test("every format prints the same with workers as without, in the files' order", () => {
  const folder = folderOf({
    "00.md": LONG,
    "05.md": BINARY,
    "09.md": WRONG,
    "10.md": "# 说明\n",
    "20.md": WRONG,
  });
  for (const format of ["pretty", "concise", "json", "sarif", "github"]) {
    const args = ["--format", format, "drafts", "drafts/missing.md"];
    const one = check([...args, "--jobs", "1"], folder);
    for (const jobs of [["--jobs", "3"], []])
      assert.deepEqual(check([...args, ...jobs], folder), one, format);
    assert.equal(one.status, 2, format);
  }
  const { files, summary } = JSON.parse(
    check(["--format", "json", "--jobs", "3", "drafts", "drafts/missing.md"], folder).stdout,
  ) as CheckJson;
  // All but the one that is no report, and the one that is named and missing.
  const names = Array.from({ length: MANY }, (_, i) => `drafts/${String(i).padStart(2, "0")}.md`);
  assert.deepEqual(
    files.map(({ path }) => path),
    [...names.filter((name) => name !== "drafts/10.md"), "drafts/missing.md"],
  );
  assert.deepEqual([summary.files, summary.failed, summary.errors], [24, 2, 14]);
});

test("exit status with workers: 0 without errors, 1 with, 2 where a file cannot be read", () => {
  assert.equal(check(["drafts"], folderOf()).status, 0);
  assert.equal(check(["drafts"], folderOf({ "23.md": WRONG })).status, 1);
  assert.equal(check(["drafts"], folderOf({ "01.md": BINARY, "23.md": WRONG })).status, 2);
});

test("what gouji.json silences, what of it is of no use, and what is wrong with it is said once", () => {
  const folder = folderOf({ "03.md": WRONG, "17.md": WRONG });
  const entry = { rule: "disputes/total", reason: "照实公布" };
  const ignore = [
    { file: "drafts/03.md", ...entry },
    { file: "drafts/04.md", ...entry },
  ];
  writeFileSync(join(folder, "gouji.json"), JSON.stringify({ colour: "red", ignore }));
  const one = check(["--format", "concise", "drafts", "--jobs", "1"], folder);
  assert.deepEqual(check(["--format", "concise", "drafts", "--jobs", "4"], folder), one);
  assert.equal(one.stderr.match(/colour/g)?.length, 1, one.stderr);
  const places = one.stdout.split("\n").map((line) => line.split(":")[0]);
  assert.deepEqual(places, ["drafts/17.md", "gouji.json", ""]);
});

test("a baseline knows what workers found, and --fix has them write", () => {
  const folder = folderOf({ "03.md": WRONG, "17.md": WRONG.replace(/(?<=\| )0(?= \|)/, "０") });
  assert.equal(check(["drafts", "--baseline", "known.json", "--update-baseline"], folder).status, 0);
  const known = JSON.parse(readFileSync(join(folder, "known.json"), "utf8")) as {
    findings: { path: string }[];
  };
  assert.deepEqual([...new Set(known.findings.map(({ path }) => path))], ["drafts/03.md", "drafts/17.md"]);
  writeFileSync(join(folder, "drafts/20.md"), WRONG);
  const after = check(["drafts", "--baseline", "known.json", "--format", "concise"], folder);
  assert.deepEqual([after.status, after.stdout.split(":")[0]], [1, "drafts/20.md"]);
  assert.equal(after.stdout.trim().split("\n").length, 1);
  check(["drafts", "--fix"], folder);
  assert.equal(readFileSync(join(folder, "drafts/17.md"), "utf8"), WRONG);
});

test("a file that ends its worker is told as failed; all others are checked", () => {
  const worker = join(built, "cli/worker.js");
  const real = join(built, "cli/real.js");
  renameSync(worker, real);
  try {
    writeFileSync(
      worker,
      `const { default: work } = require("./real.js");
       exports.default = (task) => {
         if (!/0[26].md$/.test(task.source.path)) return work(task);
         setImmediate(() => { throw new Error("out of order"); });
         return new Promise(() => {});
       };`,
    );
    const folder = folderOf({ "09.md": WRONG });
    const { status, stdout, stderr } = check(["--format", "json", "drafts", "--jobs", "2"], folder);
    const { files, summary } = JSON.parse(stdout) as CheckJson;
    assert.equal(status, 2);
    assert.deepEqual([summary.files, summary.failed, summary.errors], [MANY, 2, 1]);
    assert.deepEqual(
      files.filter(({ error }) => error !== undefined).map(({ path }) => path),
      ["drafts/02.md", "drafts/06.md"],
    );
    assert.match(stderr, /drafts\/02\.md: .*out of order[\s\S]*drafts\/06\.md: .*out of order/);
    // With one job, and for a few files, there are no workers.
    assert.equal(check(["drafts", "--jobs", "1"], folder).status, 1);
    assert.equal(check(["drafts/02.md", "drafts/06.md", "--jobs", "2"], folder).status, 0);
    // Where none can start, the files are checked without.
    writeFileSync(worker, "throw new Error('no worker');");
    assert.equal(check(["drafts", "--jobs", "2"], folder).status, 1);
  } finally {
    renameSync(real, worker);
  }
});

test("--jobs wants a number from 1", async () => {
  for (const value of ["0", "-1", "x", "1.5", "", "1000"]) {
    const { status, stderr } = await gouji(["check", "--jobs", value, "a.md"]);
    assert.deepEqual([status, stderr], [2, `--jobs 的值“${value}”应为 1 至 999 的整数。\n`]);
  }
});
