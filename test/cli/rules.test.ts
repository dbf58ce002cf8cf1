// `gouji rules`: the list for people, in columns whatever the script, and the JSON for programs.

import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { RULES } from "../../server/src/core";
import { gouji, newFolder, ROOT, spawned } from "./support";

interface RulesJson {
  readonly version: number;
  readonly rules: readonly {
    readonly code: string;
    readonly severity: string;
    readonly summary: string;
    readonly why: string;
    readonly basis: readonly string[];
    readonly fixes: readonly string[];
    readonly page: string;
  }[];
}

const rulesJson = async (locale: "zh-CN" | "en") =>
  JSON.parse((await gouji(["rules", "--json"], "", undefined, locale)).stdout) as RulesJson;

test("a line a rule, under its subject, with severity and what it finds", async () => {
  const { status, stdout, stderr } = await gouji(["rules"]);
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /^表格\n {2}table\/edition +警告 {2}表格的版本与报告年份不符$/m);
  assert.match(stdout, /^ {2}applications\/balance +错误 {2}第一、二项之和不等于第三、四项之和$/m);
  const lines = stdout.split("\n").filter((line) => line.startsWith("  "));
  assert.deepEqual(
    lines.map((line) => line.trim().split(" ")[0]).sort(),
    RULES.map(({ code }) => code).sort(),
  );
});

test("the columns are aligned, each language in its own widths", async () => {
  const chinese = (await gouji(["rules"])).stdout.split("\n").filter((line) => line.startsWith("  "));
  assert.deepEqual(new Set(chinese.map((line) => line.search(/错误|警告|信息|提示/))).size, 1);
  const english = (await gouji(["rules"], "", undefined, "en")).stdout.split("\n");
  const rows = english.filter((line) => line.startsWith("  "));
  const begins = rows.map((line) => /^( +\S+ +(?:error|warning|info|hint) +)/.exec(line)?.[1]?.length);
  assert.deepEqual([...new Set(begins)].length, 1);
  assert.ok(begins[0]! > 0);
});

test("as JSON: all that a page says in its head, and where the page is", async () => {
  const { version, rules } = await rulesJson("zh-CN");
  assert.equal(version, 1);
  assert.equal(rules.length, RULES.length);
  const { why, ...balance } = rules.find(({ code }) => code === "applications/balance")!;
  assert.deepEqual(balance, {
    code: "applications/balance",
    severity: "error",
    summary: "第一、二项之和不等于第三、四项之和",
    basis: [
      "国办公开办函〔2019〕60号《关于政府信息公开工作年度报告有关事项的通知》（2019、2020年度）",
      "国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》（2021年度起）",
    ],
    fixes: ["suggested"],
    page: "docs/rules/applications-balance.zh-CN.md",
  });
  assert.match(why, /勾稽关系.*。$/);
  const english = (await rulesJson("en")).rules.find(({ code }) => code === "applications/balance")!;
  assert.equal(english.summary, "一 + 二 is not （七） + 四");
  assert.equal(english.page, "docs/rules/applications-balance.md");
});

test("every page that it names is there", async () => {
  for (const locale of ["zh-CN", "en"] as const) {
    for (const { page } of (await rulesJson(locale)).rules) assert.ok(existsSync(join(ROOT, page)), page);
  }
});

test("it speaks the language of the gouji.json that holds where it runs", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "gouji.json"), '{"locale": "en"}');
  const { status, stdout } = spawned(["rules"], { cwd: folder });
  assert.equal(status, 0);
  assert.match(stdout, /^Tables$/m);
  assert.match(stdout, /^ {2}table\/shape +warning {2}A row with too few/m);
});
