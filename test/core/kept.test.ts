// What is not a draft's text: front matter and fenced code. The rules on text find nothing in them, and --fix changes
// nothing there, while the same words in a paragraph are found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, applyEdits, safeEdits } from "../../server/src/core";
import { found } from "../support/check";
import { facts, writeDraft } from "../support/draft";

const DRAFT = writeDraft(facts());
const BELOW = "公开内容的更新还不够及时。";

function mended(text: string): string {
  return applyEdits(text, safeEdits(analyse(text)));
}

/** The draft with these lines as a paragraph of section 五. */
function withLines(lines: string): string {
  return DRAFT.replace(BELOW, `${lines}\n\n${BELOW}`);
}

for (const eol of ["\n", "\r\n"]) {
  test(`front matter stays as it is (${JSON.stringify(eol)})`, () => {
    const front =
      '---\nlayout: page\ntitle: 青禾县柳溪镇人民政府2023年政府信息公开工作年度报告\ntags: [年报, 公开]\nnote: "已\u200b办"\n---\n\n';
    const text = (front + DRAFT).replaceAll("\n", eol);
    assert.deepEqual(found(text), []);
    assert.equal(mended(text), text);
    assert.equal(mended(`\ufeff${text}`), `\ufeff${text}`);
  });
}

test("fenced code and comments stay as they are", () => {
  for (const kept of [
    '```json\n{"名称":"公开","值":[1,2]}\n```',
    "~~~\n已办结\u00a0\u00a0,（一）甲\n（三）乙\n~~~",
    "<!--\n内部说明,不公开\n-->",
  ]) {
    const text = withLines(kept);
    assert.deepEqual(found(text), [], kept);
    assert.equal(mended(text), text);
  }
});

test("beside them the text is mended all the same", () => {
  const code = '```json\n{"名称":"公开"}\n```';
  const text = `---\nlayout: page\ntags: [年报, 公开]\n---\n\n${withLines(`${code}\n\n内容丰富,更新及时。`)}`;
  assert.deepEqual(found(text), ["style/punctuation “,”"]);
  assert.equal(mended(text), text.replace("内容丰富,更新", "内容丰富，更新"));
});

test("a rule above the title is no front matter", () => {
  const text = `---\n\n${DRAFT.replace(BELOW, `内容丰富,更新及时。\n\n---\n\n${BELOW}`)}`;
  assert.deepEqual(found(text), ["style/punctuation “,”"]);
});
