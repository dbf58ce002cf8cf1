// Where findings in prose stand: in drafts with spaces, line breaks, full-width digits and markup the squiggle is under
// exactly the figure as it is written, and fixes change only its digits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fixesOf } from "../../../server/src/core";
import { marked, reading } from "./say";

for (const [prose, span] of Object.entries({
  "收到政府信息公开申请18件。": "18件",
  "收到政府信息公开申请 18 件。": "18 件",
  "收到政府信息公开申请１８件。": "１８件",
  "收到\u00a0政府信息公开\u3000申请\u00a018\u00a0件。": "18\u00a0件",
  "收到政府信息公开申请**18**件。": "18**件",
  "收到政府信息公开申请十八件。": "十八件",
})) {
  test(JSON.stringify(prose), () => assert.deepEqual(marked(prose), [`table-mismatch “${span}”`]));
}

test("a sentence broken over lines is one", () => {
  const prose =
    "本年度我镇认真办理政府信息公开申请，全年共收到公众提出\n的申请18件，都在规定的期限内作了答复。";
  assert.deepEqual(marked(prose), ["table-mismatch “18件”"]);
});

test("paragraphs do not run into each other", () => {
  assert.deepEqual(marked("收到政府信息公开申请16件\n\n18件培训材料已经下发"), []);
});

test("fixes put a table's figure in place of the digits, and nothing else", () => {
  const analysis = reading("收到政府信息公开申请 18 件。");
  const [finding] = analysis.findings.filter(({ rule }) => rule === "narrative/table-mismatch");
  const edits = fixesOf(analysis, finding!).map((fix) => {
    const [{ span, newText }] = fix.edits as [(typeof fix.edits)[number]];
    return `${analysis.draft.text.slice(span.start - 2, span.end + 2)} → ${newText}`;
  });
  assert.deepEqual(edits.slice(0, 2), ["请 18 件 → 16", "请 18 件 → 19"]);
});
