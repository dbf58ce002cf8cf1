// The corpus is sound in itself: it parses, quotes what it has, its tables balance, its labels' arithmetic holds. The
// scorer counts what it should. What Gouji makes of the corpus is printed by scripts/narrative-score.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { figureIn } from "./arithmetic";
import { parseCorpus, readCorpus } from "./corpus";
import { halfOf, scoreOf } from "./score";
import { RULES, testValidity } from "./validity";

const corpus = readCorpus();
const { entries } = corpus;

testValidity(corpus);

test("the corpus is large, covers every rule, and half of it is sound", () => {
  assert.ok(entries.length >= 450, `${entries.length} entries`);
  const sound = entries.filter(({ labels }) => labels.length === 0).length / entries.length;
  assert.ok(sound >= 0.45 && sound <= 0.65, `${sound} are sound`);
  for (const rule of RULES) {
    const hits = entries.filter(({ labels }) =>
      labels.some((l) => l.rules[0] === rule && !l.doubt && !l.optional),
    ).length;
    assert.ok(hits >= 15, `${rule} is expected ${hits} times`);
  }
});

const SAMPLE = [
  "# 样例",
  "表 applications.newRequests.naturalPerson=3 applications.granted.naturalPerson=3",
  "文 受理14件；收到申请4件，办结3件，均按期答复。",
  "判 narrative/table-mismatch “4件” applications.newRequests.total=3",
  "判? narrative/parts-sum “均按期”",
  "许 narrative/percentage “均按期”",
  "许 narrative/year “答复”",
  "值 “4件” applications.newRequests.total",
  "值 “3件” applications.outcomeTotal.total",
].join("\n");

test("a finding counts as found where rule, severity and place agree", () => {
  const { entries: sample, errors: none } = parseCorpus(SAMPLE, "sample");
  assert.deepEqual(none, []);
  const score = scoreOf(sample, () => ({
    findings: [
      { rule: "narrative/table-mismatch" as never, severity: "error", span: { start: 10, end: 12 } },
      { rule: "narrative/parts-sum" as never, severity: "warning", span: { start: 18, end: 21 } },
      { rule: "narrative/percentage" as never, severity: "warning", span: { start: 18, end: 21 } },
    ],
    claims: [
      {
        span: { start: 10, end: 12 },
        readings: [
          ["applications.outcomeTotal.total"],
          ["applications.newRequests.total", "applications.carriedOver.total"],
        ],
        loose: false,
      },
      { span: { start: 15, end: 17 }, readings: [["applications.granted.total"]], loose: false },
      { span: { start: 2, end: 5 }, readings: [["applications.outcomeTotal.total"]], loose: false },
      { span: { start: 18, end: 21 }, readings: [["applications.granted.total"]], loose: true },
      { span: { start: 21, end: 23 }, readings: [], loose: false },
    ],
  }));
  assert.deepEqual(Object.fromEntries(score.rules), {
    "narrative/table-mismatch asserted": { expected: 1, found: 1, hits: 1 },
    "narrative/parts-sum question": { expected: 1, found: 0, hits: 0 },
    "narrative/parts-sum asserted": { expected: 0, found: 1, hits: 0 },
  });
  assert.deepEqual(score.bindings, { expected: 2, found: 3, hits: 1 });
  assert.deepEqual(sample[0]?.labels[0]?.span, { start: 10, end: 12 });
});

test("the labels' figures are read in every script", () => {
  const quotes = [
    "十二件",
    "三十二份",
    "两条",
    "一百零六件",
    "３件",
    "1,234条",
    "1.2万条",
    "26.55万元",
    "未收到",
    "10余件",
  ];
  assert.deepEqual(quotes.map(figureIn), [12, 32, 2, 106, 3, 1234, 12000, 26.55, null, null]);
});

test("a table that does not balance, a quotation that is not there and an unknown cell are errors of the corpus", () => {
  const broken = SAMPLE.replace("granted.naturalPerson=3", "granted.naturalPerson=2")
    .replace("“均按期”", "“均超期”")
    .replace("applications.outcomeTotal.total", "applications.outcome.total");
  assert.deepEqual(parseCorpus(broken, "sample").errors, [
    "sample.txt:1: naturalPerson: 一 + 二 is 3, （七） + 四 is 2",
    "sample.txt:5: “均超期” does not stand in the text",
    "sample.txt:9: the 2021 form has no cell applications.outcome.total",
  ]);
});

test("both halves have their share of every rule", () => {
  for (const rule of RULES) {
    for (const half of ["dev", "held"]) {
      const count = entries.filter(
        (e) => halfOf(e) === half && e.labels.some((l) => l.rules[0] === rule && !l.doubt && !l.optional),
      ).length;
      assert.ok(count >= 5, `${half} has ${count} of ${rule}`);
    }
  }
});

test("counts by rule", (t) => {
  const count = new Map<string, number>();
  for (const { labels } of entries) {
    for (const { rules, doubt, optional } of labels) {
      const key = `${rules[0]}${doubt ? "?" : ""}${optional ? " (optional)" : ""}`;
      count.set(key, (count.get(key) ?? 0) + 1);
    }
  }
  t.diagnostic(`${entries.length} entries, ${entries.filter((e) => e.labels.length === 0).length} sound`);
  for (const [rule, times] of [...count].sort()) t.diagnostic(`${rule} ${times}`);
  assert.ok(count.size >= RULES.length);
});
