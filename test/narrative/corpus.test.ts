// The corpus is sound in itself: it parses, quotes what it has, its tables balance, its labels' arithmetic holds. The
// scorer counts what it should. What Gouji makes of the corpus is printed by scripts/narrative-score.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/core";
import { evaluate, faultOfSum, figureIn, plainFigures, shows } from "./arithmetic";
import { draftOf, type Entry, parseCorpus, readCorpus } from "./corpus";
import { halfOf, scoreOf } from "./score";

const RULES = [
  "narrative/table-mismatch",
  "narrative/parts-sum",
  "narrative/percentage",
  "narrative/change-rate",
  "narrative/year",
  "narrative/period",
  "narrative/citation",
  "narrative/contradiction",
];

const { entries, errors } = readCorpus();
const place = ({ topic, line }: Entry) => `${topic}.txt:${line}`;
const analyses = new Map<Entry, ReturnType<typeof analyse>>();
/** Each draft is analysed once for all tests. */
function analysisOf(entry: Entry) {
  const known = analyses.get(entry) ?? analyse(draftOf(entry).text);
  analyses.set(entry, known);
  return known;
}
const sumOf = ({ cells }: Entry, names: readonly string[]) =>
  names.reduce((total, name) => total + Math.round(Number(cells.get(name) ?? Number.NaN) * 1e6), 0) / 1e6;

test("every entry parses, quotes its own words, names cells of the form, and its table balances", () => {
  assert.deepEqual(errors, []);
});

test("no sentence stands twice", () => {
  const seen = new Map<string, string>();
  const twice = entries.flatMap((entry) => {
    const key = `${entry.prose} ${JSON.stringify([...entry.cells])} ${entry.year} ${entry.section}`;
    const before = seen.get(key);
    seen.set(key, place(entry));
    return before ? [`${place(entry)} repeats ${before}`] : [];
  });
  assert.deepEqual(twice, []);
});

test("labels name rules of the contract", () => {
  const unknown = entries.flatMap((entry) =>
    entry.labels.flatMap(({ rules }) =>
      rules.filter((rule) => !RULES.includes(rule)).map((rule) => `${place(entry)} ${rule}`),
    ),
  );
  assert.deepEqual(unknown, []);
});

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

test("the reason of a label holds and contradicts the quotation", () => {
  const wrong = entries.flatMap((entry) =>
    entry.labels.flatMap(({ rules, quote, reason }) => {
      const stated = figureIn(quote);
      return reason
        .split(/\s+/)
        .filter((item) => item.includes("="))
        .flatMap((item) => {
          const fault = reasonFault(entry, item, rules[0]!, stated, quote);
          return fault ? [`${place(entry)} ${fault}`] : [];
        });
    }),
  );
  assert.deepEqual(wrong, []);
});

function reasonFault(
  entry: Entry,
  item: string,
  rule: string,
  stated: number | null,
  quote: string,
): string | null {
  const [left = "", right = ""] = item.split("=");
  if (/[a-z]/.test(left)) {
    const sum = sumOf(entry, left.split("+"));
    if (sum !== Number(right)) return `${item}: the table has ${sum}`;
    return rule !== "narrative/contradiction" && stated === sum ? `${item}: the text says the same` : null;
  }
  const fault = faultOfSum(item);
  if (fault) return fault;
  const percent = /\d+(\.\d+)?(?=[%％])/.exec(plainFigures(quote))?.[0];
  if (right.endsWith("%") && percent)
    return shows(percent, evaluate(left) * 100) ? `${item}: ${quote} is right` : null;
  return stated === Number(right) ? `${item}: the text says the same` : null;
}

test("bound figures say what their cells hold, where no label says otherwise", () => {
  const wrong = entries.flatMap((entry) =>
    (entry.bindings ?? []).flatMap(({ quote, span, cells }) => {
      const stated = figureIn(quote);
      const labelled = entry.labels.some((l) => l.span.start < span.end && span.start < l.span.end);
      const sum = sumOf(entry, cells);
      return stated === null || labelled || stated === sum
        ? []
        : [`${place(entry)} “${quote}”: the cells have ${sum}`];
    }),
  );
  assert.deepEqual(wrong, []);
});

test("the sums that entries claim hold, and their figures stand in the text", () => {
  const wrong = entries.flatMap((entry) =>
    entry.sums.flatMap((sum) => {
      const prose = plainFigures(entry.prose);
      const absent = (sum.match(/\d+(\.\d+)?/g) ?? []).filter(
        (figure) => !prose.includes(figure) && figure !== "1",
      );
      const fault = faultOfSum(sum);
      return [...(fault ? [fault] : []), ...absent.map((figure) => `${figure} is not in the text`)].map(
        (what) => `${place(entry)} ${what}`,
      );
    }),
  );
  assert.deepEqual(wrong, []);
});

test("an entry's report is read as meant and has nothing to find but what its sentence brings", () => {
  const loud = entries.flatMap((entry) => {
    const { start } = draftOf(entry);
    const { draft, findings } = analysisOf(entry);
    const [report] = draft.reports;
    const section = report?.sections.find(({ span }) => span.start <= start && start < span.end);
    const whole = draft.reports.length === 1 && report?.sections.length === 6 && report.tables.length === 3;
    return [
      ...(whole && report.year === entry.year && section?.key === entry.section ? [] : ["is read amiss"]),
      ...findings
        // What a narrative rule finds amiss is for the score to tell.
        .filter(({ rule }) => !rule.startsWith("narrative/"))
        .filter(({ span }) => span.end <= start || span.start >= start + entry.prose.length)
        .map(({ rule }) => rule),
    ].map((what) => `${place(entry)} ${what}`);
  });
  assert.deepEqual(loud, []);
});

test("the table in the draft holds the entry's figures", () => {
  const wrong = entries.flatMap((entry) => {
    const [report] = analysisOf(entry).draft.reports;
    const read = new Map(
      (report?.tables ?? []).flatMap(({ cells }) => cells.flatMap((c) => (c ? [[c.form.name, c.text]] : []))),
    );
    return [...entry.cells].flatMap(([name, text]) =>
      read.get(name) === text ? [] : [`${place(entry)} ${name}: ${read.get(name)} for ${text}`],
    );
  });
  assert.deepEqual(wrong, []);
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
