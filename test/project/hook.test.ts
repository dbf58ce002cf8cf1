// What pre-commit and a pipeline do with Gouji: the hook's command and files, the one-file package, the docs' commands.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { test } from "node:test";
import { readArguments } from "../../server/src/cli/arguments";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const HOOK = read(".pre-commit-hooks.yaml");
const setting = (name: string) => new RegExp(`^  ${name}: '?(.+?)'?$`, "m").exec(HOOK)![1]!;

test("the pre-commit hook runs a command that there is", () => {
  const [program, ...args] = setting("entry").split(" ");
  assert.equal(program, "gouji");
  const command = readArguments([...args, "--max-warnings", "0", "draft.txt"], "zh-CN");
  assert.equal(command.name, "check");
});

test("the hook takes files with the names of reports, and no others", () => {
  const files = new RegExp(setting("files"));
  for (const name of readdirSync(join(ROOT, "samples"))) assert.match(name, files);
  for (const name of ["towns/草稿.ogi", "柳溪镇2023年政府信息公开年报.html"]) assert.match(name, files);
  for (const name of ["README.md", "2023年工作总结.txt", "政府信息公开指南.md"])
    assert.doesNotMatch(name, files);
});

test("what npm packs prints nothing but its name, which pre-commit takes for the file, and needs no dependency", () => {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const printed = execFileSync(npm, ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ files }] = JSON.parse(printed);
  const names: string[] = files.map(({ path }: { path: string }) => path);
  assert.ok(names.includes("dist/cli/gouji.js"), printed);
  for (const name of names.filter((name) => /^dist\/cli\/[^/]+\.js$/.test(name))) {
    for (const [, asked] of read(name).matchAll(/\brequire\("(\.[^"]+)"\)/g)) {
      assert.ok(names.includes(posix.join("dist/cli", asked!)), `${asked}, which ${name} reads`);
    }
  }
  assert.deepEqual(
    names.filter((name) =>
      /^(?:client|server|test|scripts|node_modules|dist\/(?:client|server))\//.test(name),
    ),
    [],
  );
  assert.match(read(".npmrc"), /^foreground-scripts=false$/m);
  assert.equal(JSON.parse(read("package.json")).dependencies, undefined);
});

for (const page of ["docs/ci.md", "docs/ci.zh-CN.md", "README.md", "README.zh-CN.md"]) {
  test(`${page}: every gouji command in it is one that there is`, () => {
    const blocks = [...read(page).matchAll(/^```(?:sh|yaml)\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
    const commands = blocks.flatMap((block) => block.match(/(?<=^|exec |run: |- )gouji [a-z].*$/gm) ?? []);
    assert.ok(commands.length > 3, String(commands));
    for (const command of commands) {
      const args = command.replace(/\s+#.*| > .*/g, "").match(/'[^']*'|\S+/g)!;
      assert.doesNotThrow(
        () =>
          readArguments(
            args.slice(1).map((arg) => arg.replaceAll("'", "")),
            "zh-CN",
          ),
        command,
      );
    }
  });
}
