// What a reader is told where figures do not add up: one notice a cause, at the cell that is likely wrong, with the repairs
// in the order of what people do wrong; where nothing tells, so.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Analysis,
  analyse,
  diagnose,
  diagnosesOf,
  fixesOf,
  noticesOf,
  render,
} from "../../server/src/core";
import { found } from "../support/check";
import { type Figures, facts, SOUND, writeDraft } from "../support/draft";

function applications(changes: Figures, overview = ""): string {
  const text = writeDraft(facts({ applications: { ...SOUND.applications, ...changes } }));
  return text.replace("一、总体情况\n", `一、总体情况\n${overview && `${overview}\n`}`);
}

function disputes(changes: Figures): string {
  return writeDraft(facts({ disputes: { ...SOUND.disputes, ...changes } }));
}

/** Each notice as the text under its squiggle and its sentences. */
function told(text: string): string[] {
  const analysis = analyse(text);
  diagnosesOf(analysis);
  return noticesOf(analysis).map(
    ({ span, messages }) =>
      `${text.slice(span.start, span.end)}: ${messages.map((message) => render(message, "zh-CN")).join("")}`,
  );
}

/** The repairs of each cause, best first, as the quick fixes have them. */
function repairs(text: string): string[][] {
  const analysis = analyse(text);
  return diagnosesOf(analysis).map(({ findings }) =>
    fixesOf(analysis, findings[0]!).map(({ title }) => render(title, "zh-CN")),
  );
}

test("a wrong part is named once, at its cell, with what it unbalances; the totals are related", () => {
  // 予以公开 of 自然人 is 5: typed as 8, its row adds up to 10 instead of 7, its column to 16 instead of 13.
  const text = applications({ "granted.naturalPerson": "8" });
  assert.deepEqual(told(text), [
    "8: “（一）予以公开 · 自然人”很可能应为 5（现为 8），由此引起 2 处不平：“（一）予以公开”行、“自然人”列（七）总计。请核对。",
  ]);
  const analysis = analyse(text);
  diagnosesOf(analysis);
  const [notice] = noticesOf(analysis);
  assert.deepEqual(
    notice!.related.map(({ span }) => text.slice(span.start, span.end)),
    ["7", "13"],
  );
  assert.deepEqual(found(text), ["applications/row-total “7”", "applications/outcome-total “13”"]);
});

test("a wrong （七）总计 breaks three identities and is one notice", () => {
  // 13 became 31: the column's outcomes, the row's sum of 17 and the balance 12 + 2 = 13 + 1.
  assert.deepEqual(told(applications({ "outcomeTotal.naturalPerson": "31" })), [
    "31: “（七）总计 · 自然人”很可能应为 13（现为 31），由此引起 3 处不平：“（七）总计”行、“自然人”列（七）总计、“自然人”列一至四项。请核对。",
  ]);
});

test("two mistakes that touch nowhere are two causes, each with its own repair", () => {
  const text = applications({ "granted.naturalPerson": "8", "denied.thirdParty.business": "4" });
  assert.deepEqual(repairs(text), [
    ["改为：“（一）予以公开 · 自然人” 8 → 5（2 处随之平衡）"],
    ["改为：“4.保护第三方合法权益 · 商业企业” 4 → 1（2 处随之平衡）"],
  ]);
  assert.equal(told(text).length, 2);
});

test("a column's balance alone does not tell which of its rows is wrong: that is said, and the totals are marked", () => {
  const text = applications({ "carriedForward.naturalPerson": "0", "carriedForward.total": "1" });
  const [first, second, ...others] = told(text);
  assert.deepEqual(others, []);
  const open = "，共 3 种改法，仅凭表中各数无法断定。";
  assert.match(first!, /^0: “自然人”列不平.*可能是“四、结转下年度继续办理 · 自然人” 0 → 1、/);
  assert.match(second!, /^1: “总计”列不平/);
  assert.ok(first!.endsWith(open) && second!.endsWith(open), first);
});

test("the text tells which: what it states is rather right, and stands in the notice", () => {
  const figures = { "carriedForward.naturalPerson": "0", "carriedForward.total": "1" };
  const overview = "本年收到政府信息公开申请16件，上年结转3件，办结17件，结转下年度2件。";
  const all = told(applications(figures, overview));
  assert.equal(all.length, 1);
  assert.match(
    all[0]!,
    /^0: .*“四、结转下年度继续办理 · 自然人” 0 → 1、“四、结转下年度继续办理 · 总计” 1 → 2/,
  );
  assert.match(all[0]!, /文字“2件”也与此相符。请核对。$/);
  // The text's own figure is no second mistake: its finding has the same cause.
  const analysis = analyse(applications(figures, overview));
  assert.deepEqual(
    diagnosesOf(analysis).map(({ findings }) => findings.map(({ rule }) => rule)),
    [["narrative/table-mismatch", "applications/balance", "applications/balance"]],
  );
});

test("of one sum that is wrong any figure may be: the likeliest come first, the total stays marked", () => {
  // 12 + 0 + 0 + 3 are 15. That 24 is right and 21 was typed as 12 is likelier than any other change of one figure.
  const text = disputes({ "review.upheld": "12", "review.pending": "3", "review.total": "24" });
  assert.deepEqual(told(text), ["24: 行政复议总计为 24，四项结果之和为 15（= 12 + 0 + 0 + 3）。请核对。"]);
  assert.deepEqual(repairs(text), [["改为 15（= 12 + 0 + 0 + 3）", "改为：“行政复议 · 结果维持” 12 → 21"]]);
});

test("two cells side by side that have each other's figure are put back together", () => {
  // 不掌握 has 4 and 0: typed as 0 and 4, its row still adds up, its two columns do not.
  const text = applications({ "unable.notHeld.naturalPerson": "0", "unable.notHeld.business": "4" });
  assert.equal(
    repairs(text)[0]![0],
    "改为：“1.本机关不掌握相关政府信息 · 自然人” 0 → 4、“1.本机关不掌握相关政府信息 · 商业企业” 4 → 0（2 处随之平衡）",
  );
});

test("a negative count and the sums that it breaks are one cause", () => {
  const analysis = analyse(applications({ "unable.notHeld.naturalPerson": "-4" }));
  assert.deepEqual(
    diagnosesOf(analysis).map(({ findings }) => findings.map(({ rule }) => rule).sort()),
    [["applications/outcome-total", "applications/row-total", "table/cell-value"]],
  );
});

test("a sum that is silenced need not hold, and its cells are as good as others", () => {
  const wrong = applications({ "granted.naturalPerson": "8" });
  const silenced = `${wrong}\n<!-- gouji-ignore applications/row-total applications.granted.total: 已核对 -->\n`;
  const causes = diagnosesOf(analyse(silenced));
  assert.deepEqual(
    causes.map(({ findings }) => findings.map(({ rule }) => rule)),
    [["applications/outcome-total"]],
  );
});

test("a figure that the user says is right is in no repair; what is left is named, or nothing", () => {
  const text = applications({ "granted.naturalPerson": "8" });
  const analysis = analyse(text);
  const trusted = [{ report: 0, cell: "applications.granted.naturalPerson", figure: 8_000_000 }];
  run(diagnose(analysis, { trusted }));
  for (const { cause, table } of diagnosesOf(analysis)) {
    assert.ok(cause.repairs.length > 0);
    for (const { figures } of cause.repairs) {
      const cells = [...figures.keys()].map((index) => table.form.cells[index]!.name);
      // 总计 of the row becomes 10, and another row of outcomes gives 3 less, in 自然人 and in 总计.
      assert.equal(cells.length, 3);
      assert.ok(!cells.includes("applications.granted.naturalPerson"), cells.join());
    }
  }
  // Another figure in the cell is another matter.
  const typed = analyse(applications({ "granted.naturalPerson": "9" }));
  run(diagnose(typed, { trusted }));
  assert.equal(diagnosesOf(typed)[0]!.cause.repairs[0]!.figures.size, 1);
});

test("a figure that is said to be right leaves other causes as they are", () => {
  const text = applications({ "granted.naturalPerson": "8", "denied.thirdParty.business": "4" });
  const analysis = analyse(text);
  const trusted = [{ report: 0, cell: "applications.granted.naturalPerson", figure: 8_000_000 }];
  run(diagnose(analysis, { trusted }));
  const sure = diagnosesOf(analysis).filter(({ cause }) => cause.sure);
  assert.deepEqual(
    sure.map(({ cause, table }) =>
      [...cause.repairs[0]!.figures].map(([at, to]) => [table.form.cells[at]!.name, to]),
    ),
    [[["applications.denied.thirdParty.business", 1_000_000]]],
  );
});

test("causes found before are not looked for again, wherever the table has moved to", () => {
  const known = new Map();
  const steps = (analysis: Analysis) => run(diagnose(analysis, { known }));
  const text = applications({ "granted.naturalPerson": "8" });
  assert.ok(steps(analyse(text)) > 0);
  const moved = analyse(text.replace("一、总体情况\n", "一、总体情况\n本机关依法公开。\n"));
  assert.equal(steps(moved), 0);
  assert.deepEqual(
    diagnosesOf(moved).map(({ findings }) => findings.length),
    [2],
  );
});

/** Runs to the end; gives how often it paused. */
function run(work: Generator<void, unknown>): number {
  for (let pauses = 0; ; pauses++) if (work.next().done) return pauses;
}
