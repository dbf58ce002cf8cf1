// Puts a sentence into a sound report (`SOUND` of test/support/draft.ts) and says what Gouji makes of it, in a form that
// tests can compare. The report's figures, by hand: 16 applications received (natural persons 12, businesses 3, a legal
// service 1), 3 carried over, 17 done (7 granted, 2 in part, 2 denied for third parties, 5 not held, 1 repeated), 2
// carried forward; reviews 3 (2 upheld, 1 pending), lawsuits without review 1 (corrected); 3 normative documents made,
// 11 in force; 208 permits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Analysis, analyse, type SectionKey } from "../../../server/src/core";
import { said } from "../../support/check";
import { type Facts, facts, writeDraft } from "../../support/draft";

const HEADINGS: Partial<Record<SectionKey, string>> = {
  overview: "一、总体情况",
  disputes: "四、政府信息公开行政复议、行政诉讼情况",
  problems: "五、存在的主要问题及改进情况",
};

/** The analysis of a report in which `prose` stands below a section's heading. */
export function reading(
  prose: string,
  changes: Partial<Facts> = {},
  section: SectionKey = "overview",
): Analysis {
  const heading = HEADINGS[section]!;
  const text = writeDraft(facts(changes));
  if (!text.includes(`${heading}\n`)) throw new Error(`no heading ${heading}`);
  return analyse(text.replace(`${heading}\n`, `${heading}\n${prose}\n`));
}

/** `figure: cells` of every claim that may state cells; readings are parted by “or”. */
export function bound(prose: string, changes: Partial<Facts> = {}): string[] {
  const { draft } = reading(prose, changes);
  return draft.reports[0]!.narrative.claims.filter(({ readings }) => readings.length > 0).map(
    ({ span, readings }) => {
      const cells = readings.map((names) =>
        names.map((name) => name.replace(/^applications\./, "")).join("+"),
      );
      return `${draft.text.slice(span.start, span.end)}: ${cells.join(" or ")}`;
    },
  );
}

/** `rule “text under the squiggle”: sentence` of the narrative findings. */
export function told(prose: string, changes: Partial<Facts> = {}, section?: SectionKey): string[] {
  const { draft, findings } = reading(prose, changes, section);
  return findings
    .filter(({ rule }) => rule.startsWith("narrative/"))
    .map(
      (finding) =>
        `${finding.rule.slice(10)} “${draft.text.slice(finding.span.start, finding.span.end)}”: ${said(finding)}`,
    );
}

/** `rule “text under the squiggle”` of the narrative findings. */
export function marked(prose: string, changes: Partial<Facts> = {}, section?: SectionKey): string[] {
  return told(prose, changes, section).map((line) => line.slice(0, line.indexOf("”: ") + 1));
}

/** The quantities of a sentence: the words that make each, and its value, or its bounds where it is rounded. */
export function quantities(prose: string): string[] {
  const { draft } = reading(prose);
  return draft.reports[0]!.narrative.claims.filter(
    ({ denies, span }) => !denies && draft.text.slice(span.start, span.end) !== "",
  ).map(({ span, value, least, most }) => {
    const shown = least === most ? value / 1e6 : `${least / 1e6} to ${most / 1e6}`;
    return `${draft.text.slice(span.start, span.end)} = ${shown}`;
  });
}

/** Tests that nothing is told of any of these sentences. */
export function quiet(...sentences: readonly string[]): void {
  for (const prose of sentences) test(`holds: ${prose}`, () => assert.deepEqual(told(prose), []));
}

/** Tests that of each sentence just this is marked. */
export function wrong(cases: Readonly<Record<string, string>>): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(`does not: ${prose}`, () => assert.deepEqual(marked(prose), [expected]));
  }
}
