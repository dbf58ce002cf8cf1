// The checks that any labelled folder of sentences must pass, whatever Gouji makes of it: it parses, quotes what it has,
// its tables balance, its labels' arithmetic holds. What the labels say of the sentences is their writer's to answer for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../server/src/core";
import { evaluate, faultOfSum, figureIn, plainFigures, shows } from "./arithmetic";
import { type Corpus, draftOf, type Entry } from "./corpus";

/** The rules that a label may name. */
export const RULES = [
  "narrative/table-mismatch",
  "narrative/parts-sum",
  "narrative/percentage",
  "narrative/change-rate",
  "narrative/year",
  "narrative/period",
  "narrative/citation",
  "narrative/contradiction",
];

const place = ({ topic, line }: Entry) => `${topic}.txt:${line}`;
const sumOf = ({ cells }: Entry, names: readonly string[]) =>
  names.reduce((total, name) => total + Math.round(Number(cells.get(name) ?? Number.NaN) * 1e6), 0) / 1e6;

/** Registers the checks as tests. */
export function testValidity({ entries, errors }: Corpus): void {
  const analyses = new Map<Entry, ReturnType<typeof analyse>>();
  /** Each draft is analysed once for all tests. */
  function analysisOf(entry: Entry) {
    const known = analyses.get(entry) ?? analyse(draftOf(entry).text);
    analyses.set(entry, known);
    return known;
  }

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
        (report?.tables ?? []).flatMap(({ cells }) =>
          cells.flatMap((c) => (c ? [[c.form.name, c.text]] : [])),
        ),
      );
      return [...entry.cells].flatMap(([name, text]) =>
        read.get(name) === text ? [] : [`${place(entry)} ${name}: ${read.get(name)} for ${text}`],
      );
    });
    assert.deepEqual(wrong, []);
  });
}

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
