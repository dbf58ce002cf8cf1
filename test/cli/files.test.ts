// Which files are checked: paths, directories, globs, standard input; each once, under the name given.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { draft } from "../support/form";
import { checkJson, gouji, NODE_ARGUMENTS, newFolder, plainEnvironment, spawned } from "./support";

const CLEAN = draft("pipe", "2019");
const WRONG = draft("pipe", "2019", { "disputes.review.total": "11" });

let folder = "";
before(() => {
  folder = newFolder();
  const put = (path: string, text = CLEAN) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put("towns/a.md");
  put("towns/b.TXT");
  put("towns/deep/c.html", draft("html", "2021"));
  put("towns/deep/d.ogi");
  put("towns/deep/e.nianbao");
  put("towns/f.csv");
  put("towns/readme.md", "# 说明\n\n各镇的年度报告放在这里，政府信息公开工作年度报告按年存放。\n");
  put("towns/.git/g.txt");
  put("towns/node_modules/h/h.txt");
  put("towns/[1].txt");
  put("notes/readme.md", "# 说明\n");
  put("pictures/a.png", "x");
  process.chdir(folder);
});

const paths = async (...args: string[]) => (await checkJson(args)).files.map(({ path }) => path);

const TOWNS = ["[1].txt", "a.md", "b.TXT", "deep/c.html", "deep/d.ogi", "deep/e.nianbao"];

test("a directory: drafts at any depth, not node_modules, dot folders, other kinds or other texts", async () => {
  assert.deepEqual(
    await paths("towns"),
    TOWNS.map((path) => `towns/${path}`),
  );
});

test("paths are printed as given", async () => {
  assert.deepEqual(
    await paths("./towns/"),
    TOWNS.map((path) => `./towns/${path}`),
  );
  assert.deepEqual(await paths("towns/../towns/a.md"), ["towns/../towns/a.md"]);
  const absolute = join(folder, "towns");
  assert.deepEqual(
    await paths(absolute),
    TOWNS.map((path) => `${absolute}/${path}`),
  );
});

test("without a path: the current directory", async () => {
  assert.deepEqual(
    await paths(),
    TOWNS.map((path) => `towns/${path}`),
  );
});

test("globs, relative and absolute; what is no report among them is passed over", async () => {
  assert.deepEqual(await paths("towns/*.md"), ["towns/a.md"]);
  assert.deepEqual(await paths("**/*.{ogi,nianbao}"), ["towns/deep/d.ogi", "towns/deep/e.nianbao"]);
  assert.deepEqual(await paths(`${folder}/towns/*.md`), [`${folder}/towns/a.md`]);
  assert.deepEqual(await paths("notes/*.md"), []);
  const { status, stdout } = await gouji(["check", "notes/*.md"]);
  assert.equal(status, 0);
  assert.equal(stdout, "没有找到政府信息公开工作年度报告。\n");
});

test("Word and PDF files in a directory are counted, and change no exit status", async () => {
  const office = newFolder();
  mkdirSync(join(office, "in/node_modules"), { recursive: true });
  const others = ["a.docx", "in/b.DOC", "in/c.pdf", "d.wps", "~$a.docx", "e.xlsx", "in/node_modules/f.pdf"];
  for (const name of others) writeFileSync(join(office, name), "PK");
  const file = join(office, "g.md");
  writeFileSync(file, CLEAN);
  const said = "另有 4 个 Word、PDF 文件未检查，请先另存为纯文本。\n";
  for (const args of [[office], [`${office}/in/../`, file, office]]) {
    const { status, stdout, stderr } = await gouji(["check", ...args]);
    assert.deepEqual([status, stdout, stderr], [0, "检查了 1 个文件，没有发现问题。\n", said]);
  }
  assert.equal((await gouji(["check", "--format", "json", office])).stderr, said);
  assert.equal(
    (await gouji(["check", join(office, "in"), file])).stderr.split("\n")[1],
    said.replace("4", "2").trim(),
  );
  const elsewhere = await gouji(["check", file, "towns", `${office}/*.md`]);
  assert.deepEqual([elsewhere.status, elsewhere.stderr], [0, ""]);
});

test("a name with brackets in it is that file before it is a glob", async () => {
  assert.deepEqual(await paths("towns/[1].txt"), ["towns/[1].txt"]);
});

test("a glob or directory without drafts, and a named file that is no report, fail", async () => {
  for (const [path, reason] of [
    ["*.docx", /没有匹配的文件/],
    ["pictures", /目录中没有报告稿/],
    ["towns/readme.md", /未识别出/],
    ["towns/none/a.md", /文件不存在/],
  ] as const) {
    const { status, stderr } = await gouji(["check", path]);
    assert.equal(status, 2, path);
    assert.match(stderr, reason);
  }
});

test("a file is checked once, however often it is named", async () => {
  assert.deepEqual(await paths("towns/a.md", "towns/*.md", "./towns/a.md"), ["towns/a.md"]);
  assert.deepEqual(await paths("-", "-"), ["-"]);
  symlinkSync("towns", "link");
  symlinkSync("..", "towns/loop");
  assert.equal((await paths("towns", "link")).length, TOWNS.length);
});

test("a file met in a directory and named as well must be a report", async () => {
  const { status } = await gouji(["check", "notes/*", "notes/readme.md"]);
  assert.equal(status, 2);
});

test("standard input, under its own name or another", async () => {
  assert.equal((await checkJson(["-"], WRONG)).files[0]!.path, "-");
  const named = await checkJson(["--stdin-filename", "稿.txt", "-"], WRONG);
  assert.equal(named.files[0]!.path, "稿.txt");
  assert.equal(named.summary.errors, 1);
  const { status, stdout } = spawned(["check", "-", "--stdin-filename", "稿.txt"], { input: WRONG });
  assert.equal(status, 1);
  assert.match(stdout, /^稿\.txt:\d+:\d+ {2}错误/);
  assert.equal(spawned(["check", "-"], { input: "" }).status, 2);
});

test("a file whose name begins with a dash, behind --", async () => {
  writeFileSync("-x.md", WRONG);
  assert.deepEqual(await paths("--", "-x.md"), ["-x.md"]);
});

test("large output through a pipe is complete", () => {
  const big = newFolder();
  for (let i = 0; i < 30; i++) writeFileSync(join(big, `${i}.md`), draft("pipe", "2021", everyTotalWrong()));
  const { status, stdout } = spawned(["check", "--format", "json", big]);
  assert.equal(status, 1);
  assert.ok(stdout.length > 500_000, String(stdout.length));
  assert.equal(JSON.parse(stdout).summary.files, 30);
});

function everyTotalWrong(): Record<string, string> {
  return Object.fromEntries(
    ["naturalPerson", "business", "research", "publicWelfare", "legalService", "otherOrganization"].map(
      (column) => [`applications.outcomeTotal.${column}`, "9999"],
    ),
  );
}

test("a reader that goes away ends the output quietly", async () => {
  const child = spawn(process.execPath, [...NODE_ARGUMENTS, "check", "--format", "json", "-"], {
    env: plainEnvironment(),
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdout.destroy();
  child.stdin.end(WRONG);
  assert.deepEqual(await ending(child), { status: 1, stderr: "" });
});

async function ending(child: ChildProcess): Promise<{ status: number | null; stderr: string }> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, stderr };
}
