// Silencing from inside and outside the draft: what is silenced and why, what silences nothing, where a comment goes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, applyEdits, commentEdit, type Finding } from "../../server/src/core";
import { fixed, found, only, said } from "../support/check";
import { facts, LAYOUTS, SOUND, writeDraft } from "../support/draft";

/** 行政复议 2 + 0 + 0 + 1 stands as 907, 未经复议直接起诉 1 as 804. */
const WRONG = writeDraft(
  facts({ disputes: { ...SOUND.disputes, "review.total": "907", "litigationDirect.total": "804" } }),
);
const REVIEW = "disputes/total “907”";
const DIRECT = "disputes/total “804”";

const withLine = (line: string, text = WRONG) => text.replace("五、存在", `${line}\n\n五、存在`);

test("a comment silences a rule for a cell, a row or the whole report, and its reason is kept", () => {
  assert.deepEqual(found(WRONG), [REVIEW, DIRECT]);
  const left = (cells: string) => found(withLine(`<!-- gouji-ignore disputes/total${cells}: 已公布 -->`));
  assert.deepEqual(left(" disputes.review.total"), [DIRECT]);
  assert.deepEqual(left(" disputes.review"), [DIRECT]);
  assert.deepEqual(left(" disputes.review.total disputes.litigationDirect.total"), []);
  assert.deepEqual(left(""), []);
  const { ignored } = analyse(withLine("<!-- gouji-ignore disputes/total: 已公布，不再改动 -->"));
  assert.deepEqual(
    ignored.map(({ rule, silence }) => [rule, silence]),
    Array(2).fill(["disputes/total", { source: "comment", reason: "已公布，不再改动" }]),
  );
});

test("an entry from outside does the same", () => {
  const ignores = [
    { rule: "disputes/total", cells: ["disputes.review.total"], reason: "已公布" },
    { rule: "table/shape", cells: [], reason: "没有的事" },
  ];
  const { findings, ignored, unusedIgnores } = analyse(WRONG, { ignores });
  assert.deepEqual(
    findings.map(({ cells }) => cells[0]),
    ["disputes.litigationDirect.total"],
  );
  assert.deepEqual(
    ignored.map(({ silence }) => silence),
    [{ source: "config", reason: "已公布" }],
  );
  assert.deepEqual(unusedIgnores, [ignores[1]]);
});

for (const [comment, says] of [
  ["<!-- gouji-ignore table/shape: 没有的事 -->", /没有忽略任何问题/],
  ["<!-- gouji-ignore disputes/total disputes.litigationAfterReview: 本行无误 -->", /没有忽略任何问题/],
  ["<!-- gouji-ignore disputes/totals: 笔误 -->", /没有规则“disputes\/totals”/],
  [
    "<!-- gouji-ignore disputes/total disputes.reviews.total: 笔误 -->",
    /没有名为“disputes\.reviews\.total”的格/,
  ],
  ["<!-- gouji-ignore ignore/unused: 不要提示 -->", /不能这样忽略/],
  ["<!-- gouji-ignore -->", /写法有误/],
  ["<!-- gouji-ignore disputes/total 已公布 -->", /写法有误/],
  ["<!-- gouji-ignore disputes/total: 没有结尾", /写法有误/],
] as const) {
  test(`reported, and deleted by its fix: ${comment}`, () => {
    const text = withLine(comment);
    const analysis = analyse(text);
    const finding = only(analysis, "ignore/unused");
    assert.equal(text.slice(finding.span.start, finding.span.end), comment);
    assert.equal(finding.severity, "info");
    assert.match(said(finding), says);
    assert.ok(found(text).includes(REVIEW) && found(text).includes(DIRECT));
    const [fix] = fixed(analysis, finding);
    assert.equal(fix!.text, withLine("", WRONG).replace("\n\n五、存在", "\n五、存在"));
    assert.deepEqual([fix!.safety, fix!.preferred], ["suggested", false]);
  });
}

test("a comment in a line of other text is none, and says so", () => {
  const text = WRONG.replace(
    "公开内容的更新",
    "公开内容的更新<!-- gouji-ignore disputes/total: 在段落中 -->",
  );
  assert.match(said(only(analyse(text), "ignore/unused")), /应独占一行/);
});

test("nothing is said of an entry whose rule is off", () => {
  const text = withLine("<!-- gouji-ignore disputes/total: 已公布 -->");
  const off = { "disputes/total": "off" } as const;
  const { findings, unusedIgnores } = analyse(text, {
    severities: off,
    ignores: [{ rule: "disputes/total", cells: [], reason: "" }],
  });
  assert.deepEqual([findings, unusedIgnores], [[], []]);
});

test("a comment covers its own report of a compilation", () => {
  const text =
    withLine("<!-- gouji-ignore disputes/total: 已公布 -->") + WRONG.replaceAll("柳溪镇", "石桥乡");
  assert.deepEqual(found(text), [REVIEW, DIRECT]);
});

const BROKEN: readonly [string, Parameters<typeof facts>[0]][] = [
  ["a total", { disputes: { ...SOUND.disputes, "review.total": "907" } }],
  [
    "a balance",
    {
      applications: {
        ...SOUND.applications,
        "carriedForward.legalService": "5",
        "carriedForward.total": "7",
      },
    },
  ],
  [
    "a run of blanks",
    {
      disclosure: { ...SOUND.disclosure, "normativeDocuments.issued": "", "normativeDocuments.repealed": "" },
    },
  ],
];

for (const layout of LAYOUTS) {
  for (const [name, changes] of BROKEN) {
    for (const lineEnd of ["\n", "\r\n"]) {
      test(`${layout}, ${JSON.stringify(lineEnd)}: ${name} is silenced by a comment, and nothing else`, () => {
        const text = writeDraft(facts({ layout, ...changes })).replaceAll("\n", lineEnd);
        const compilation =
          `${writeDraft(facts({ layout, organ: "青禾县石桥乡人民政府" }))}\n`.replaceAll("\n", lineEnd) +
          text;
        for (const draft of [text, compilation]) {
          const before = analyse(draft);
          assert.ok(before.findings.length > 0);
          for (const finding of before.findings) silenced(draft, finding, lineEnd);
        }
      });
    }
  }
}

function silenced(text: string, finding: Finding, lineEnd: string): void {
  const before = analyse(text);
  const edit = commentEdit(before, finding, "已公布，不再改动");
  assert.ok(edit);
  assert.match(
    edit.newText,
    new RegExp(`^<!-- gouji-ignore ${finding.rule} [\\w. ]+: 已公布，不再改动 -->${lineEnd}$`),
  );
  const table = before.draft.reports[finding.report]!.tables.some(
    ({ span }) => span.start < edit.span.start && edit.span.start < span.end,
  );
  assert.ok(!table, "the comment stands in a table");
  const lineBefore = text.slice(0, edit.span.start).trimEnd().split("\n").at(-1)!;
  assert.doesNotMatch(lineBefore, /[\t|<]/, "the comment stands behind a table's header");
  const after = analyse(applyEdits(text, [edit]));
  const message = (one: Finding) => said(one);
  assert.deepEqual(after.ignored.map(message), [said(finding)]);
  assert.deepEqual(
    after.findings.map(message).sort(),
    before.findings
      .filter((one) => said(one) !== said(finding))
      .map(message)
      .sort(),
  );
}

test("a reason cannot end the comment or its line", () => {
  const analysis = analyse(WRONG);
  const edit = commentEdit(analysis, analysis.findings[0]!, "第一行\n第二行 --> 之后");
  assert.equal(edit!.newText.split("\n").length, 2);
  assert.equal(edit!.newText.indexOf("-->"), edit!.newText.length - 4);
});
