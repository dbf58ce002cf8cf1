// Every rule has its file, its place in the registry, a page, examples with a hit and a miss, texts and settings, in
// both languages; and none of these is there without its rule.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { rulePages } from "../../scripts/generate-rule-pages";
import { stale } from "../../scripts/generated";
import { indexPath } from "../../scripts/rulePages";
import { LOCALES, readConfig } from "../../server/src/config/config";
import { analyse, basisName, EDITIONS, isCellName, RULES, rulePage, ruleText } from "../../server/src/core";
import { EN_RULES, EN_SUBJECTS } from "../../server/src/core/render/enRules";
import { ZH_RULES, ZH_SUBJECTS } from "../../server/src/core/render/zhRules";
import { placed } from "./excerpt";
import { examplesOf } from "./page";
import { soundReport } from "./report";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const json = (file: string) => JSON.parse(read(file));
const CODES = RULES.map(({ code }) => code).sort();

test("a file for each rule, named like it, and each in the registry once", () => {
  const folder = "server/src/core/rules";
  const files = readdirSync(join(ROOT, folder)).filter((file) =>
    /^export const \w+: Rule = /m.test(read(join(folder, file))),
  );
  const codes = files.map((file) => file.replace(/\.ts$/, "").replace("-", "/"));
  assert.deepEqual(codes.sort(), CODES);
});

test("texts of every rule, and of no other", () => {
  for (const texts of [ZH_RULES, EN_RULES]) assert.deepEqual(Object.keys(texts).sort(), CODES);
  const subjects = [...new Set(CODES.map((code) => code.split("/")[0]!))].sort();
  for (const names of [ZH_SUBJECTS, EN_SUBJECTS]) assert.deepEqual(Object.keys(names).sort(), subjects);
});

test("a page for each rule in both languages, and no other", () => {
  const pages = LOCALES.flatMap((locale) => [
    indexPath(locale),
    ...RULES.map(({ code }) => rulePage(code, locale)),
  ]);
  const found = readdirSync(join(ROOT, "docs/rules")).map((file) => `docs/rules/${file}`);
  assert.deepEqual(found.sort(), pages.sort());
});

test("the pages' generated parts are what the rules give", () => {
  assert.deepEqual(
    stale(rulePages()).map(({ path }) => path),
    [],
  );
});

test("what the pages link to is there", () => {
  const links = readdirSync(join(ROOT, "docs/rules")).flatMap((file) =>
    [...read(`docs/rules/${file}`).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link!),
  );
  assert.ok(links.length > 0);
  for (const link of links) assert.ok(existsSync(join(ROOT, "docs/rules", link)), link);
});

test("every rule can be set in VS Code and in gouji.json, and no other", () => {
  const { properties } = json("package.json").contributes.configuration.properties["gouji.rules"];
  assert.deepEqual(Object.keys(properties).sort(), CODES);
  const schema = json("schemas/gouji.schema.json").properties;
  assert.deepEqual(Object.keys(schema.rules.properties).sort(), CODES);
  assert.deepEqual([...schema.ignore.items.properties.rule.enum].sort(), CODES);
});

test("the settings say of a rule what its page says", () => {
  for (const [file, locale] of [
    ["package.nls.zh-cn.json", "zh-CN"],
    ["package.nls.json", "en"],
  ] as const) {
    const strings = json(file);
    for (const code of CODES) assert.equal(strings[`rule.${code}`], ruleText(code, locale).summary);
  }
  const { properties } = json("schemas/gouji.schema.json").properties.rules;
  for (const { code, severity } of RULES) {
    const texts = LOCALES.map((locale) => ruleText(code, locale).summary);
    assert.equal(properties[code].description, texts.join("\n"));
    assert.equal(properties[code].default, severity);
  }
});

test("a notice is named as the form has it", () => {
  for (const { key, notice } of EDITIONS) {
    for (const locale of LOCALES) assert.ok(basisName(`form-${key}`, locale).startsWith(notice));
  }
});

for (const { code } of RULES) {
  const pageIn = (locale: (typeof LOCALES)[number]) => read(rulePage(code, locale));

  test(`${code}: a hit and a miss, the same in both languages`, () => {
    const [chinese, english] = LOCALES.map((locale) => examplesOf(pageIn(locale)));
    assert.ok(chinese!.hits.length > 0 && chinese!.misses.length > 0);
    assert.deepEqual(chinese!.misses, english!.misses);
    const shown = ({ hits }: typeof chinese & object) =>
      hits.map(({ edition, excerpt, fixed }) => [edition, excerpt, fixed?.excerpt]);
    assert.deepEqual(shown(chinese!), shown(english!));
  });

  for (const locale of LOCALES) {
    const blockOf = (language: string) =>
      new RegExp(`^\`\`\`${language}\\n(.*)\\n\`\`\`$`, "m").exec(pageIn(locale))?.[1];
    const [hit] = examplesOf(pageIn(locale)).hits;
    const text = placed(hit!.excerpt, soundReport(hit!.edition));

    test(`${code}, ${locale}: the comment that the page shows silences the rule`, () => {
      const comment = blockOf("html");
      assert.equal(comment === undefined, code === "ignore/unused");
      if (!comment) return;
      const { findings, ignored } = analyse(`${text}\n\n${comment}\n`);
      assert.deepEqual(findings, []);
      assert.ok(ignored.length > 0);
    });

    test(`${code}, ${locale}: the gouji.json that the page shows is one, and names the rule`, () => {
      const config = blockOf("json");
      assert.equal(config === undefined, code === "ignore/unused");
      if (!config) return;
      const { ignores, problems } = readConfig(config);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        ignores.map(({ rule }) => rule),
        [code],
      );
    });

    test(`${code}, ${locale}: the page tells of cells where its findings have them`, () => {
      const names = [...pageIn(locale).matchAll(/`([\w.]+\.[\w.]+)`/g)].map(([, name]) => name!);
      const cells = names.filter(isCellName);
      const { findings } = analyse(text);
      assert.equal(
        cells.length > 0,
        findings.some((finding) => finding.cells.length > 0),
      );
    });
  }
}
