// Formatting what the generator draws: every layout with the fillers, breaks, notes and markup that drafts come with.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compilationAt, draftAt } from "../generator/corpus";
import { LAYOUTS } from "../generator/manner";
import { checkFormat, layoutsOf } from "./support";

const DRAFTS = 25;

for (const layout of LAYOUTS) {
  test(`${layout}: sound drafts in all their manners`, () => {
    let tables = 0;
    let left = 0;
    for (let index = 0; index < DRAFTS; index++) {
      const { text } = draftAt(15, layout, index);
      const found = layoutsOf(checkFormat(text));
      tables += found.length;
      left += found.filter((each) => each !== "pipe").length;
    }
    console.log(`# ${layout}: ${left} of ${tables} tables left as they were`);
    assert.ok(left * 4 <= tables, `${left} of ${tables} tables left as they were`);
  });
}

test("a compilation", () => {
  checkFormat(compilationAt(3, 8).text);
});
