// The extension's manifest, its translations and both READMEs say the same as the code.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { RULES } from "../../server/src/core";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const json = (file: string) => JSON.parse(read(file));
const manifest = json("package.json");

for (const file of ["package.nls.json", "package.nls.zh-cn.json"]) {
  test(`${file} has every string that package.json names, and no other`, () => {
    const named = [...read("package.json").matchAll(/"%([^"%]+)%"/g)].map(([, name]) => name!);
    assert.deepEqual(Object.keys(json(file)).sort(), [...new Set(named)].sort());
  });
}

test("every message of the client has its Chinese", () => {
  const source = readdirSync(join(ROOT, "client/src"))
    .map((name) => read(`client/src/${name}`))
    .join("\n");
  const messages = [...source.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message!);
  assert.ok(messages.length > 3);
  assert.deepEqual(Object.keys(json("l10n/bundle.l10n.zh-cn.json")).sort(), [...new Set(messages)].sort());
});

for (const file of ["README.md", "README.zh-CN.md"]) {
  test(`${file} names every rule in its table, with its severity`, () => {
    const rows = [...read(file).matchAll(/^\| `([\w-]+\/[\w-]+)` \|.*\| (\S+) \|$/gm)].map(
      ([, code, severity]) => [code, severity],
    );
    const chinese: Record<string, string> = { error: "错误", warning: "警告", info: "信息", hint: "提示" };
    const expected = RULES.map(({ code, severity }) => [
      code,
      file === "README.md" ? severity : chinese[severity],
    ]);
    assert.deepEqual(rows.sort(), expected.sort());
  });

  test(`${file}: what it links to is there`, () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link!);
    assert.ok(links.length > 2);
    for (const link of links) assert.ok(existsSync(join(ROOT, link)), link);
  });
}

test("what package.json names is packed", () => {
  const { contributes, main, browser } = manifest;
  const files: string[] = [
    main,
    browser,
    ...contributes.languages.map((language: { configuration: string }) => language.configuration),
    ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...contributes.snippets.map((snippets: { path: string }) => snippets.path),
    ...["node", "protocol", "serving", "html", "json", "width", "browser"].map(
      (name) => `./dist/server/${name}.js`,
    ),
  ];
  const packed = read(".vscodeignore")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => new RegExp(`^${line.slice(1).replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`));
  for (const file of files) {
    const name = file.replace(/^\.\//, "");
    assert.ok(
      packed.some((pattern) => pattern.test(name)),
      `${name} is not packed`,
    );
    assert.ok(existsSync(join(ROOT, name)), `${name} is not there`);
  }
});
