// What the grammar colours: the samples, every form of heading at every level, and all words of the official form.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { IGrammar } from "vscode-textmate";
import { EDITIONS, SECTIONS } from "../../server/src/core/form";
import { samples } from "./samples";
import { loadGrammar, stretches, tokenise } from "./tokenise";

let grammar: IGrammar;
before(async () => {
  grammar = await loadGrammar();
});

/** What stands under a scope in a text. */
const under = (scope: string, text: string) => stretches(tokenise(grammar, text), scope);

describe("samples", () => {
  for (const [construct, list] of Object.entries(samples)) {
    it(construct, () => {
      for (const [text, expected] of list) {
        const found = Object.fromEntries(Object.keys(expected).map((scope) => [scope, under(scope, text)]));
        assert.deepEqual(found, expected, `in ${JSON.stringify(text)}`);
      }
    });
  }
});

describe("headings", () => {
  const numbers = { 2: ["三、", "十一．"], 3: ["（三）", "(三)"], 4: ["3.", "３、"], 5: ["（3）", "3)"] };
  for (const [level, forms] of Object.entries(numbers)) {
    it(`of level ${level}, on a line, before a paragraph or closed by a full stop`, () => {
      for (const number of forms) {
        const scope = `markup.heading.${level}`;
        const year = `${number}2022年××安排`;
        assert.deepEqual(under(scope, year), [year]);
        assert.deepEqual(under("constant.numeric.year", year), ["2022年"]);
        assert.deepEqual(under(scope, `${number}抓好培训，提高能力。全年两次。`), [
          `${number}抓好培训，提高能力。`,
        ]);
        assert.deepEqual(under(scope, `${number}培训方面。`), [`${number}培训方面。`]);
        assert.deepEqual(under("markup.heading", `${number}${"培训".repeat(31)}`), []);
        assert.deepEqual(under("markup.heading", `${number}没有抓好培训，能力不足。`), []);
        assert.deepEqual(under("markup.heading", `本年${number}培训方面。`), []);
      }
    });
  }
});

describe("Markdown headings", () => {
  for (const marks of ["#", "##", "###", "####", "#####", "######"]) {
    it(`behind ${marks}`, () => {
      const line = `${marks} 2021年说明`;
      assert.deepEqual(under(`markup.heading.${marks.length}`, line), [line]);
      assert.deepEqual(under("constant.numeric.year", line), ["2021年"]);
      assert.deepEqual(under("markup.heading", `${marks}说明`), []);
    });
  }
});

describe("the form's words", () => {
  it("are headings as section titles, with their number in every wording", () => {
    for (const { number, title, variants } of SECTIONS) {
      assert.deepEqual(under("markup.heading.2.section", title), [title]);
      for (const wording of [title, ...variants]) {
        const heading = `${number}、${wording}`;
        assert.deepEqual(under("markup.heading.2", heading), [heading]);
      }
    }
  });

  it("are no headings as labels, on a line of their own, behind a tab or between pipes", () => {
    const blocks = EDITIONS.flatMap(({ tables }) => tables.flatMap((table) => table.blocks));
    const labels = new Set(
      blocks.flatMap(({ rows, columns }) =>
        [...rows, ...columns].flatMap((part) => [part.label, ...part.groups]),
      ),
    );
    assert.ok(labels.size > 40);
    for (const label of labels) {
      assert.deepEqual(under("markup.heading", label), [], `${label} alone`);
      if (/^[一二三四（1-8]/.test(label)) assert.deepEqual(under("entity.name.tag.label", label), [label]);
      for (const row of [
        `\t${label}`,
        `${label}\t0\t1`,
        `| ${label} | 0 |`,
        `${label} | 0`,
        `<td>${label}</td>`,
      ]) {
        assert.deepEqual(under("markup.heading", row), [], row);
        assert.deepEqual(under("entity.name.tag.label", row), [label], row);
      }
    }
  });
});
