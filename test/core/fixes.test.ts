// Fixes change the cell's digits and nothing else; what they mend stays mended.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allTotalEdits, analyse, applyEdits, safeEdits } from "../../server/src/core";
import { fixed, found, only, said } from "../support/check";
import { type Figures, facts, LAYOUTS, SOUND, writeDraft } from "../support/draft";

function applications(changes: Figures, layout = SOUND.layout): string {
  return writeDraft(facts({ layout, applications: { ...SOUND.applications, ...changes } }));
}

for (const layout of LAYOUTS) {
  test(`${layout}: a wrong total is written from its parts, and nothing else changes`, () => {
    const text = applications({ "newRequests.total": "15" }, layout);
    const analysis = analyse(text);
    const [fix] = fixed(analysis, only(analysis, "applications/row-total"));
    assert.deepEqual(
      [fix?.title, fix?.safety, fix?.preferred],
      ["改为 16（= 12 + 3 + 0 + 0 + 1 + 0）", "computed", true],
    );
    assert.equal(fix?.text, writeDraft(facts({ layout })));
    assert.deepEqual(found(fix!.text), []);
  });

  test(`${layout}: a blank total is filled from its parts`, () => {
    const text = applications({ "carriedForward.total": "" }, layout);
    const analysis = analyse(text);
    const [fix] = fixed(analysis, only(analysis, "table/blank-cell"));
    assert.equal(fix?.title, "改为 2（= 1 + 1 + 0 + 0 + 0 + 0）");
    assert.deepEqual(found(fix!.text), []);
    assert.equal(fix!.text.split("\n").length, text.split("\n").length);
  });

  for (const mark of ["/", "—", "无"]) {
    test(`${layout}: a total of “${mark}” accuses no other figure, and is filled from its parts`, () => {
      for (const [cell, name, sum] of [
        ["notProcessed.repeated.total", "2.重复申请 · 总计", "1"],
        ["outcomeTotal.naturalPerson", "（七）总计 · 自然人", "13"],
      ] as const) {
        const text = applications({ [cell]: mark }, layout);
        const analysis = analyse(text);
        const finding = only(analysis, "table/blank-cell");
        assert.equal(analysis.findings.length, 1);
        assert.equal(said(finding), `“${name}”填的是“${mark}”，按各项之和应为 ${sum}。`);
        const fixes = fixed(analysis, finding);
        assert.deepEqual([fixes.length, fixes[0]?.preferred], [1, true]);
        // A mark may be wider than the digit in its place.
        const plain = (draft: string) => draft.replace(/ +/g, " ");
        assert.equal(plain(fixes[0]!.text), plain(writeDraft(facts({ layout }))));
      }
    });
  }

  test(`${layout}: a mark that totals nothing is 0, and other figures are held to it`, () => {
    // 一 3 + 二 0 are not （七） / + 四 0, nor 一 19 + 二 3 the 17 + 2 of 总计.
    const text = applications(
      { "newRequests.publicWelfare": "3", "newRequests.total": "19", "outcomeTotal.publicWelfare": "/" },
      layout,
    );
    const says = analyse(text).findings.filter(({ rule }) => rule === "applications/balance");
    assert.deepEqual(
      says.map(({ cells }) => cells[0]),
      ["applications.newRequests.publicWelfare", "applications.newRequests.total"],
    );
  });

  test(`${layout}: all totals at once`, () => {
    const sound = writeDraft(facts({ layout }));
    const wrong = {
      "newRequests.total": "1",
      "granted.total": "",
      "outcomeTotal.naturalPerson": "99",
      "outcomeTotal.total": "3",
      "carriedForward.total": "0",
    };
    const text = writeDraft(
      facts({
        layout,
        applications: { ...SOUND.applications, ...wrong },
        disputes: { ...SOUND.disputes, "review.total": "5" },
      }),
    );
    const mended = applyEdits(text, allTotalEdits(analyse(text).draft));
    assert.deepEqual(found(mended), []);
    assert.equal(mended.replace(/ +/g, " "), sound.replace(/ +/g, " "));
  });
}

test("a wrong part is put right, and not the totals that show it", () => {
  // 自然人 12 became 13: its row adds up to 17 instead of 16, its column to 15 instead of 14.
  const analysis = analyse(applications({ "newRequests.naturalPerson": "13" }));
  const right = "改为：“一、本年新收政府信息公开申请数量 · 自然人” 13 → 12（2 处随之平衡）";
  for (const finding of analysis.findings) {
    const fixes = fixed(analysis, finding);
    assert.deepEqual(
      fixes.map(({ title, preferred, text }) => [title, preferred, text]),
      [[right, true, writeDraft(facts())]],
    );
  }
  assert.equal(analysis.findings.length, 2);
});

test("pipe: the column stays aligned when the figure gets longer or shorter, left and right aligned", () => {
  const rows = (text: string) =>
    new Set(
      text
        .split("\n")
        .filter((line) => line.startsWith("| 一、"))
        .map((line) => line.length),
    ).size;
  const left = applications({ "newRequests.total": "6" });
  const analysis = analyse(left);
  const [longer] = fixed(analysis, only(analysis, "applications/row-total"));
  assert.equal(longer?.text.length, left.length);
  assert.ok(longer?.text.includes("| 16  |"));
  const right = writeDraft(facts()).replace("| 16  |", "|   116 |");
  const [shorter] = fixed(analyse(right), only(analyse(right), "applications/row-total"));
  assert.ok(shorter?.text.includes("|    16 |"));
  assert.equal(rows(shorter!.text), 1);
});

test("full-width digits stay full-width, a unit stays behind its figure", () => {
  const wide = applications({ "newRequests.total": "１５" }, "tabbed");
  const [fix] = fixed(analyse(wide), only(analyse(wide), "applications/row-total"));
  assert.ok(fix?.text.includes("\t１６"));
  const unit = applications({ "newRequests.total": "15件" }, "tabbed");
  const [kept] = fixed(analyse(unit), only(analyse(unit), "applications/row-total"));
  assert.ok(kept?.text.includes("\t16件"));
});

test("CRLF and fillers around the figure stay", () => {
  const text = applications({ "newRequests.total": "\u00a015\u00a0" }, "stacked").replaceAll("\n", "\r\n");
  const [fix] = fixed(analyse(text), only(analyse(text), "applications/row-total"));
  assert.equal(fix?.text, text.replace("\u00a015\u00a0", "\u00a016\u00a0"));
});

test("a balance offers its possible corrections one by one, none preferred, each leaving nothing broken", () => {
  const text = applications({ "carriedForward.naturalPerson": "0", "carriedForward.total": "1" });
  const analysis = analyse(text);
  const [finding] = analysis.findings;
  const offers = fixed(analysis, finding!);
  assert.deepEqual(
    offers.map(({ title }) => title),
    [
      "改为：“四、结转下年度继续办理 · 自然人” 0 → 1、“四、结转下年度继续办理 · 总计” 1 → 2（2 处随之平衡）",
      "改为：“二、上年结转政府信息公开申请数量 · 自然人” 2 → 1、“二、上年结转政府信息公开申请数量 · 总计” 3 → 2（2 处随之平衡）",
      "改为：“一、本年新收政府信息公开申请数量 · 自然人” 12 → 11、“一、本年新收政府信息公开申请数量 · 总计” 16 → 15（2 处随之平衡）",
    ],
  );
  for (const { text: after, preferred, safety } of offers) {
    assert.deepEqual(found(after), []);
    assert.deepEqual([preferred, safety], [false, "suggested"]);
  }
});

test("blanks are filled with zeros, a run at once", () => {
  for (const layout of LAYOUTS) {
    const text = applications({ "granted.research": "", "granted.publicWelfare": "" }, layout);
    const analysis = analyse(text);
    const [fix] = fixed(analysis, only(analysis, "table/blank-cell"));
    assert.equal(fix?.title, "这 2 格填 0");
    assert.equal(fix?.text, writeDraft(facts({ layout })), layout);
  }
});

test("a unit is moved out of the cell, 元 turned into 万元", () => {
  const draft = (amount: string) =>
    writeDraft(
      facts({
        edition: "2019",
        year: 2019,
        disclosure: { "procurement.projects": "2", "procurement.amount": amount },
      }),
    );
  for (const [from, to] of [
    ["24万元", "24.0000"],
    ["251000元", "25.1000"],
    ["14.24", "14.2400"],
  ] as const) {
    const analysis = analyse(draft(from));
    const [fix] = fixed(analysis, only(analysis, "table/cell-value"));
    assert.equal(fix?.title, `改为 ${to}`);
    assert.deepEqual(found(fix!.text), []);
  }
});

test("safe fixes change no figure: digits' width and separators only", () => {
  const text = applications({ "newRequests.naturalPerson": "１２", "granted.total": "8" }).replace(
    "| 208 |",
    "| 1,208 |",
  );
  const mended = applyEdits(text, safeEdits(analyse(text)));
  assert.equal(mended, text.replace("１２", "12").replace("1,208", "1208"));
});

test("html: digits with markup between them are replaced as a whole, tags stay closed", () => {
  const text = applications({ "newRequests.total": "15" }, "html").replace(
    "<td>15</td>",
    "<td><b>15</b></td>",
  );
  const [fix] = fixed(analyse(text), only(analyse(text), "applications/row-total"));
  assert.ok(fix?.text.includes("<td><b>16</b></td>"));
});

test("a wrong total is a part, too: of （七）总计 below it, which is right", () => {
  // 保护第三方合法权益 adds up to 2, its total says 3, so 总计 of （七） would have to be 18 instead of 17.
  const text = applications({ "denied.thirdParty.total": "3" });
  const analysis = analyse(text);
  const fixes = fixed(analysis, only(analysis, "applications/outcome-total"));
  assert.deepEqual(
    fixes.map(({ title, preferred, text: after }) => [title, preferred, found(after)]),
    [["改为：“4.保护第三方合法权益 · 总计” 3 → 2（2 处随之平衡）", true, []]],
  );
});

test("what a title lacks is inserted, and the fix says so", () => {
  const text = writeDraft(facts());
  const [title] = text.split("\n");
  const fixFor = (other: string) => {
    const analysis = analyse(text.replace(title!, other));
    return fixed(analysis, only(analysis, "structure/title"))[0]!;
  };
  const withYear = fixFor(title!.replace("2023年", ""));
  assert.deepEqual([withYear.title, withYear.text], ["标题补上“2023年”", text]);
  assert.match(fixFor("").title, /^补上标题“.*2023年政府信息公开工作年度报告”$/);
});

test("what the text says is held to a mark only where it can be 0", () => {
  const saying = (text: string, figure: string) =>
    text.replace("公开内容的更新", `全年新收政府信息公开申请${figure}件。公开内容的更新`);
  const total = applications({ "newRequests.total": "/" });
  assert.deepEqual(found(saying(total, "16")), ["table/blank-cell “/”"]);
  const none = Object.fromEntries(Object.keys(SOUND.applications).map((key) => [key, "/"]));
  assert.ok(found(saying(applications(none), "16")).includes("narrative/table-mismatch “16件”"));
});
