// Reading is total: whatever is cut out of a draft, doubled or put in, it is read without an exception, and every
// place that is told is one of the text's.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { analyse, type Report, type Span } from "../../server/src/core";
import { draftAt } from "./corpus";
import { LAYOUTS } from "./manner";

/** What mutations put in: delimiters, marks and words that mean something to the reader. */
const PIECES =
  "\t|\n|\r\n|\u007c|<td>|</table>|<table>|</p>|１|-|，|\u00a0|9|无|一、|（一）|<!--|&nbsp;|总计|：|\ufeff".split(
    "|",
  );

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 800 })),
  put: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.constant("\0again"),
  ),
});

function mutated(text: string, mutations: readonly { at: number; length: number; put: string }[]): string {
  return mutations.reduce((result, { at, length, put }) => {
    const start = Math.floor(at * result.length);
    const end = Math.min(result.length, start + length);
    const piece = put === "\0again" ? result.slice(start, end).repeat(2) : put;
    return result.slice(0, start) + piece + result.slice(end);
  }, text);
}

/** Every span in what was read. */
function spansOf(report: Report): Span[] {
  return [
    report.span,
    ...report.titles.map(({ span }) => span),
    ...report.lines.map(({ span }) => span),
    ...report.sections.flatMap(({ span, headingSpan, wordsSpan }) => [span, headingSpan, wordsSpan]),
    ...report.tables.flatMap(({ span, rows, cells, headers }) => [
      span,
      ...rows.flatMap((row) => [row.span, row.label]),
      ...cells.flatMap((cell) => (cell ? [cell.span, cell.slot] : [])),
      ...headers.map((header) => header.span),
    ]),
  ];
}

for (const layout of LAYOUTS) {
  test(`${layout}: broken drafts are read, and every span is within the text`, () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5_000 }),
        fc.array(mutation, { maxLength: 6 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1 }),
        (index, mutations, cut) => {
          const whole = mutated(draftAt(3, layout, index).text, mutations);
          const text = whole.slice(0, Math.ceil(whole.length * cut));
          const { draft, findings, crashes } = analyse(text);
          assert.deepEqual(crashes, []);
          const spans = [...draft.reports.flatMap(spansOf), ...findings.map(({ span }) => span)];
          for (const { start, end } of spans) {
            assert.ok(start >= 0 && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
          }
        },
      ),
      { seed: 11, numRuns: 100 },
    );
  });
}
