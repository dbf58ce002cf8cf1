// The rules on style and privacy: each with what it must find, what it must not, and what its fix leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/core";
import { found, only, said } from "../support/check";
import { DRAFT, mended, overview } from "../support/mended";

const RESIDUE: readonly [string, string, string, string][] = [
  ["a bookmark", "[bookmark: _GoBack]本机关", "“[bookmark: _GoBack]”是转换文档时留下的，请删去。", "本机关"],
  [
    "zero-width characters",
    "本\u200b机\ufeff关",
    "有 2 个看不见的零宽字符，是转换文档时留下的，请删去。",
    "本机关",
  ],
  [
    "no-break spaces",
    "\u00a0\u00a0\u00a0\u00a0本机关",
    "有 1 处连续的不换行空格，是转换文档时留下的。",
    "　　本机关",
  ],
];

for (const [what, residue, says, clean] of RESIDUE) {
  test(`style/residue: ${what}`, () => {
    const text = DRAFT.replace("本机关按照", `${residue}按照`);
    assert.equal(mended(text, "style/residue", says), DRAFT.replace("本机关按照", `${clean}按照`));
  });
}

test("style/residue: a sentence broken into two paragraphs is joined", () => {
  const whole = "全镇建立了信息发布的三级审核制度，由各科室初审、党政办公室复审、分管领导终审后方可发布。";
  const text = overview(whole.replace("初审、", "初审、\n"));
  const after = mended(
    text,
    "style/residue",
    "句子在“各科室初审、”后断开，“党政办公室复”另起了一段。请检查换行。",
  );
  assert.equal(after, overview(whole));
});

test("style/residue: wrapped lines are no broken paragraphs", () => {
  const lines = Array.from({ length: 6 }, () => "本机关定期更新机构职能、领导分工、办事指南等栏目的内容，");
  assert.deepEqual(
    found(overview(...lines, "并按月检查。")).filter((finding) => finding.startsWith("style/residue")),
    [],
  );
});

const MARKS: readonly [string, string, string][] = [
  ["全年答复3件,均按时(无延期)办结;", "全年答复3件，均按时（无延期）办结；", "“,();”（共 4 处）"],
  ['打造"阳光政府",群众满意:好', "打造“阳光政府”，群众满意：好", '“",:”（共 4 处）'],
];

for (const [wrong, right, which] of MARKS) {
  test(`style/punctuation: ${wrong}`, () => {
    assert.equal(
      mended(overview(wrong), "style/punctuation", `中文里用了半角标点${which}。`),
      overview(right),
    );
  });
}

for (const quiet of [
  "网址为https://example.org/a,b:c，邮箱为a.b@example.org。",
  "共1,234件，占12.5%，时间为9:30。",
  "使用 Word (2016) 编写，见 [说明](a,b)。",
]) {
  test(`style/punctuation says nothing of ${quiet}`, () => {
    assert.deepEqual(found(overview(quiet)), []);
  });
}

// An invented number. The weighted sum of its first 17 digits is 7+9+5+4+2+9+54+27+35+32+20+2 = 206, which leaves 8
// when divided by 11: the check character is 4.
test("privacy/personal-data: an identity-card number with the right check character", () => {
  const text = overview("经办人的身份证号为110101199003074514，");
  const finding = only(analyse(text), "privacy/personal-data");
  assert.equal(text.slice(finding.span.start, finding.span.end), "110101199003074514");
  assert.equal(said(finding), "110***********4514 是身份证号码。报告将公开发布，请删去或遮盖。");
});

test("privacy/personal-data: numbers are shown masked, and masked by the fix", () => {
  const mobile = overview("联系人的电话为13812345678。");
  const after = mended(
    mobile,
    "privacy/personal-data",
    "138****5678 是手机号码。报告将公开发布，请确认可以公开，或改用办公电话。",
  );
  assert.ok(after.includes("电话为138****5678。"));
});

for (const quiet of [
  "电话：010-12345678。",
  "统一社会信用代码为91110101138123456X。",
  "身份证样例110101199003074510的校验码不对。",
  "编号2023138123456781。",
]) {
  test(`privacy/personal-data says nothing of ${quiet}`, () => {
    assert.deepEqual(found(overview(quiet)), []);
  });
}
