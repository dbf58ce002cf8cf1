// What a character is, told by its code, as Unicode's tables tell it; and labels found however they are written.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lookUpLabel } from "../../server/src/core/draft/labels";
import { EDITIONS } from "../../server/src/core/form";
import { endsInLetter, hasHan, lettersOf } from "../../server/src/core/text/script";

test("every character is a letter, a number or Chinese where Unicode says so", () => {
  for (let code = 0; code <= 0x2ffff; code++) {
    const sign = String.fromCodePoint(code);
    const name = `U+${code.toString(16)}`;
    assert.equal(hasHan(`，${sign}`), /\p{Script=Han}/u.test(sign), name);
    assert.equal(endsInLetter(`，${sign}`), /\p{L}/u.test(sign), name);
    assert.equal(lettersOf(`（${sign}a）`), /[\p{L}\p{N}]/u.test(sign) ? `${sign}a` : "a", name);
  }
});

test("a row's label is found with a number before it, spaces in it, a note behind it or in a tag", () => {
  for (const { tables } of EDITIONS) {
    for (const { key, arrangement, blocks } of tables) {
      if (arrangement === "band") continue;
      for (const { label } of blocks.flatMap(({ rows }) => rows)) {
        const own = lookUpLabel(label)?.row;
        assert.equal(own?.table, key, label);
        const words = label.replace(/^(?:（.+?）|[\d一二三四]+[.、])/, "");
        for (const written of [
          `（十）${words}`,
          `12.${words}`,
          `第三、${words}`,
          ` ${[...label].join(" ")}　`,
          `**${label}**`,
          `<span title="说明">${label}</span>`,
          `${label}（本年）`,
        ]) {
          assert.equal(lookUpLabel(written)?.row, own, written);
        }
      }
    }
  }
});
