// The two JSON files by themselves: they parse, every reference resolves, every regular expression compiles.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { compile, grammarPath, initial, loadGrammar, root } from "./tokenise";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const read = (path: string): JsonObject => JSON.parse(readFileSync(path, "utf8"));

/** Every value of `key` in the object and below it. */
function valuesOf(json: Json, key: string): Json[] {
  if (json === null || typeof json !== "object") return [];
  const below = Object.values(json).flatMap((value) => valuesOf(value, key));
  return key in json ? [(json as JsonObject)[key]!, ...below] : below;
}

describe("the grammar's file", () => {
  const grammar = read(grammarPath);
  const repository = grammar.repository as JsonObject;

  it("has the language's scope", () => {
    assert.equal(grammar.scopeName, "text.ogi-report");
    assert.equal(grammar.name, "政府信息公开年报");
  });

  it("includes only what its own repository has, and all of that", () => {
    const included = new Set(valuesOf(grammar, "include").map((name) => String(name)));
    const own = Object.keys(repository).map((name) => `#${name}`);
    assert.deepEqual([...included].sort(), own.sort());
  });

  it("compiles in Oniguruma", async () => {
    const regexes = ["match", "begin", "end"].flatMap((key) => valuesOf(grammar, key));
    assert.ok(regexes.length > 30);
    for (const regex of regexes) {
      await assert.doesNotReject(compile(String(regex)), `does not compile: ${regex}`);
    }
    await assert.rejects(compile("（["), "a broken expression must be seen");
  });

  it("names only scopes of this language", () => {
    const names = ["name", "contentName"].flatMap((key) =>
      valuesOf([grammar.patterns!, repository], key).map((name) => String(name)),
    );
    assert.ok(names.length > 30);
    for (const name of names) assert.match(name, /^[a-z][a-z0-9.-]*\.ogi-report$/);
  });
});

describe("a line of 200,000 characters", () => {
  // Each of these made a draft of the grammar take minutes, or is the worst case of one of its expressions.
  const lines: Readonly<Record<string, string>> = {
    sentences: "本年收到申请1,234件，占98.5%，依据青政发〔2020〕3号《办法》。",
    digits: "7",
    "one character": "国",
    blanks: " ",
    "no-break spaces": "\u00a0",
    cells: "规章\t0\t",
    pipes: "0 | ",
    dashes: "-",
    "open titles": "《国",
    "titles in titles": "《国《国》《国》》",
    "open brackets": "〔2019［国",
    "open tags": "<td",
    "table cells": "<td>规章</td><td>0</td>",
    "open comments": "<!-- ",
  };
  const starts = ["", "\t", "| ", "（一）", "<td>", "<!-- gouji-ignore a/b "];

  for (const [name, piece] of Object.entries(lines)) {
    it(`of ${name} is tokenised to its end`, async () => {
      const grammar = await loadGrammar();
      for (const start of starts) {
        const line = start + piece.repeat(200_000 / piece.length);
        const result = grammar.tokenizeLine(line, initial, 10_000);
        assert.equal(result.stoppedEarly, false, `behind ${JSON.stringify(start)}`);
      }
    });
  }
});

describe("the language configuration", () => {
  const configuration = read(join(root, "language-configuration.json"));
  const pairs = "（） 《》 〈〉 〔〕 ［］ 【】 “” ‘’ () [] {}".split(" ");

  it("closes, surrounds and matches the brackets of Chinese and of code", () => {
    const closing = (configuration.autoClosingPairs as { open: string; close: string }[]).map(
      ({ open, close }) => open + close,
    );
    const surrounding = (configuration.surroundingPairs as string[][]).map((pair) => pair.join(""));
    const brackets = (configuration.brackets as string[][]).map((pair) => pair.join(""));
    for (const pair of pairs) {
      assert.ok(closing.includes(pair), `${pair} closes itself`);
      assert.ok(surrounding.includes(pair), `${pair} surrounds`);
      assert.ok(brackets.includes(pair), `${pair} is matched`);
    }
  });

  it("does not colour brackets, as 1） and the like have no partner", () => {
    assert.deepEqual(configuration.colorizedBracketPairs, []);
  });

  it("closes a bracket before Chinese punctuation and in a cell", () => {
    for (const next of "，。、）》\t| ")
      assert.ok(String(configuration.autoCloseBefore).includes(next), next);
  });

  it("comments with <!-- -->", () => {
    assert.deepEqual(configuration.comments, { blockComment: ["<!--", "-->"] });
  });

  it("folds between region comments and nothing else", () => {
    const { start, end } = (configuration.folding as JsonObject).markers as { start: string; end: string };
    assert.match("  <!-- #region 表格 -->", new RegExp(start));
    assert.match("<!-- #endregion -->", new RegExp(end));
    for (const line of ["一、总体情况", "<!-- 备注 -->", "<!-- regional -->"]) {
      assert.doesNotMatch(line, new RegExp(start));
      assert.doesNotMatch(line, new RegExp(end));
    }
    assert.doesNotMatch("<!-- #endregion -->", new RegExp(start));
  });

  it("takes a figure, a run of Chinese and a Latin word as words", () => {
    const { pattern, flags } = configuration.wordPattern as { pattern: string; flags: string };
    const words = (text: string) => text.match(new RegExp(pattern, `${flags}g`));
    assert.deepEqual(words("收到申请1,234件，占98.5%。"), ["收到申请", "1,234", "件", "占", "98.5%"]);
    assert.deepEqual(words("１，２３４\t１０．５％"), ["１，２３４", "１０．５％"]);
    assert.deepEqual(words("3,12、2019-2021年"), ["3", "12", "2019", "2021", "年"]);
    assert.deepEqual(words("《条例》App版 applications.row-total"), [
      "条例",
      "App",
      "版",
      "applications",
      "row-total",
    ]);
    assert.doesNotMatch(
      "",
      new RegExp(`^(?:${pattern})$`, flags),
      "VS Code refuses a pattern that matches nothing",
    );
  });
});
