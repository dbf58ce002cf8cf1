// The snippet files: up to date, complete, and each snippet's tab stops in order.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SNIPPET_FILES, type Snippet, type SnippetFile, snippetFiles } from "../../scripts/generate-snippets";
import { stale } from "../../scripts/generated";
import { readDraft } from "../../server/src/core/draft/read";
import { EDITIONS, editionOf, SECTIONS, TABLE_KEYS } from "../../server/src/core/form";
import { expand } from "./expand";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

function load(path: string): SnippetFile {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8")) as SnippetFile;
}

const FILES = SNIPPET_FILES.map(({ path, marks }) => ({ path, marks, snippets: Object.entries(load(path)) }));

function body(snippet: Snippet): string {
  return snippet.body.join("\n");
}

function staleFiles(root?: string): string[] {
  return stale(snippetFiles(), root).map(({ path }) => path);
}

test("the snippet files are what the form data give", () => {
  assert.deepEqual(staleFiles(), [], "run: npm run generate");
});

test("a stale or missing file is named", () => {
  const root = mkdtempSync(join(tmpdir(), "gouji-snippets-"));
  try {
    cpSync(join(ROOT, "snippets"), join(root, "snippets"), { recursive: true });
    assert.deepEqual(staleFiles(root), []);
    const path = join(root, "snippets/markdown.json");
    writeFileSync(path, readFileSync(path, "utf8").replace("自然人", "自然"));
    assert.deepEqual(staleFiles(root), ["snippets/markdown.json"]);
    rmSync(join(root, "snippets/ogi-report.json"));
    assert.deepEqual(staleFiles(root), ["snippets/ogi-report.json", "snippets/markdown.json"]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("--check exits 1 and names the stale file", () => {
  const root = mkdtempSync(join(tmpdir(), "gouji-check-"));
  try {
    for (const part of ["scripts", "server", "snippets", "package.json"])
      cpSync(join(ROOT, part), join(root, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
    const check = () =>
      spawnSync(process.execPath, ["--import", TSX, "scripts/generate-snippets.ts", "--check"], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "C" },
      });
    assert.deepEqual([check().status, check().stderr], [0, ""]);
    writeFileSync(join(root, "snippets/markdown.json"), "{}\n");
    const { status, stderr } = check();
    assert.equal(status, 1);
    assert.match(stderr, /stale: snippets\/markdown\.json\. Run: npm run generate/);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("every edition has every part in every layout, as often as the form has it", () => {
  for (const { snippets } of FILES) {
    for (const { key } of EDITIONS) {
      const names = snippets.map(([name]) => name).filter((name) => name.startsWith(`${key}版 `));
      const tables = TABLE_KEYS.length;
      assert.equal(names.length, 2 + 1 + (SECTIONS.length - tables) + 2 * tables + 2 * tables);
    }
  }
});

test("each prefix stands once; Chinese and pinyin", () => {
  for (const { snippets } of FILES) {
    const prefixes = snippets.flatMap(([, snippet]) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const [, { prefix, description }] of snippets) {
      assert.equal(prefix.length, 2);
      assert.match(prefix[0]!, /^年报-\p{Script=Han}{2,4}(?:-分行)?(?:-2019)?$/u);
      assert.match(prefix[1]!, /^nb[a-z]{2,8}(?:2019)?$/);
      const edition = prefix[0]!.endsWith("-2019") ? "2019" : "2021";
      assert.ok(description.includes(editionOf(edition).notice));
    }
  }
});

test("each snippet's tab stops are consecutive in reading order, and $0 is last", () => {
  for (const { snippets } of FILES) {
    for (const [name, snippet] of snippets) {
      const { stops } = expand(body(snippet));
      const expected = [...stops.slice(0, -1).map((_, i) => i + 1), 0];
      assert.deepEqual(stops, expected, name);
    }
  }
});

test("organ and year are one tab stop each", () => {
  for (const { snippets } of FILES) {
    for (const [name, snippet] of snippets) {
      const words = [...expand(body(snippet)).defaults.values()];
      for (const field of ["［机关名称］", "［年份］"]) {
        const times = words.filter((word) => word === field).length;
        assert.equal(times, /全文|标题|总体情况/.test(name) ? 1 : 0, `${name}: ${field}`);
      }
    }
  }
});

test("each snippet with a table reads, also where the editor indents with spaces", () => {
  for (const { snippets } of FILES) {
    for (const [name, snippet] of snippets) {
      // What VS Code does to the lines of a snippet before it resolves variables.
      const indented = snippet.body.map((line) => line.replace(/^\t+/, (tabs) => "    ".repeat(tabs.length)));
      const { text } = expand(indented.join("\n"), (stop, words) => (stop === 0 || words ? undefined : "1"));
      const tables = readDraft(text).reports.flatMap((report) => report.tables);
      const count = name.includes("全文") ? 3 : /（/.test(name) ? 1 : 0;
      assert.equal(tables.length, count, name);
      for (const table of tables) {
        assert.deepEqual(
          [table.problems, table.layout],
          [[], name.includes("分行") ? "stacked" : "pipe"],
          name,
        );
        assert.ok(
          table.cells.every((cell) => cell?.text === "1"),
          name,
        );
      }
    }
  }
});

test("Markdown's snippets have marks before title and headings, the others none", () => {
  for (const { marks, snippets } of FILES) {
    const lines = snippets.flatMap(([, snippet]) => snippet.body);
    assert.equal(
      lines.some((line) => line.startsWith("#")),
      marks,
    );
    assert.equal(lines.includes(marks ? "## 一、总体情况" : "一、总体情况"), true);
  }
});
