// Long drafts of one thing again and again, as a broken export gives them: their form is read, and soon.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plainPart } from "../../server/src/core/draft/parts";
import { readDraft } from "../../server/src/core/draft/read";
import { readSections } from "../../server/src/core/draft/sections";
import type { Section } from "../../server/src/core/report/model";
import { facts, writeDraft } from "../support/draft";

/** What is read must not take longer than this, though the machine be a slow one. */
function soon<T>(milliseconds: number, read: () => T): T {
  const start = performance.now();
  const result = read();
  const taken = performance.now() - start;
  assert.ok(taken < milliseconds, `${taken.toFixed(0)} ms`);
  return result;
}

function sectionsOf(text: string): Section[] {
  const lines = plainPart(text, 0).blocks.flatMap((block) => (block.kind === "line" ? [block] : []));
  return readSections(text, lines, [], text.length);
}

test("150,000 labels and figures, each on a line of its own, are one table", () => {
  const text = "（一）予以公开\n\n3\n\n".repeat(150_000);
  const [report] = soon(30_000, () => readDraft(text)).reports;
  assert.deepEqual(
    report?.tables.map(({ key, rows }) => [key, rows.map(({ words }) => words)]),
    [["applications", ["（一）予以公开"]]],
  );
});

test("two headings 20,000 times over", () => {
  const text = "一、总体情况\n二、主动公开政府信息情况\n".repeat(20_000);
  assert.equal(soon(4000, () => sectionsOf(text)).length, 40_000);
});

test("a long row of dashes that parts nothing, in a table", () => {
  const sound = writeDraft(facts({ layout: "pipe" }));
  const row = /^\| *三、本年度办理结果/m;
  assert.match(sound, row);
  const dashed = sound.replace(row, (line) => `| ${"-".repeat(50)} | - |\n${line}`);
  const labelsIn = (text: string) =>
    readDraft(text).reports[0]!.tables.map(({ rows }) => rows.map(({ words }) => words));
  assert.deepEqual(
    soon(1500, () => labelsIn(dashed)),
    labelsIn(sound),
  );
});

test("ten million marks of Markdown on one line are no heading", () => {
  const text = "# ".repeat(5_000_000);
  assert.deepEqual(
    soon(10_000, () => sectionsOf(text)),
    [],
  );
});

test("a cell of 200,000 open brackets is no label", () => {
  const text = `<table><tr><td>规章${"【".repeat(200_000)}（】</td><td>3</td></tr></table>`;
  assert.deepEqual(soon(5000, () => readDraft(text)).reports, []);
});
