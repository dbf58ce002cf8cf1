// More findings than an editor keeps: the worst and nearest are shown, and how many more there are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../../server/src/core";
import { documentDiagnostics } from "../../server/src/editor/documentDiagnostics";
import { facts, SOUND, writeDraft } from "../support/draft";

/** So many reports: the title's year is told by none, and in each the disputes do not add up. */
function wrong(count: number): string {
  const disputes = { ...SOUND.disputes, "review.total": "907" };
  const organ = (i: number) => `青禾县第${i + 1}镇人民政府`;
  return Array.from({ length: count }, (_, i) =>
    writeDraft(facts({ layout: "pipe", organ: organ(i), disputes })).replace("一、总体情况", "1、总体情况"),
  ).join("\n");
}

test("of more than 1,000 the errors stay, then what is nearest the last edit, and the last says how many more", () => {
  const count = 600;
  const text = wrong(count);
  const session = new Session();
  session.update(text);
  const shown = () =>
    documentDiagnostics({ uri: "file:///1.ogi", session, renewals: 0, locale: "zh-CN", pages: null });
  const all = session.parts.reduce((sum, { analysis }) => sum + analysis.findings.length, 0);
  assert.equal(all, 2 * count, "an error and a warning each");
  const at = text.lastIndexOf("907");
  session.replace({ start: at, end: at }, 0);
  session.update(text);
  const diagnostics = shown();
  assert.equal(diagnostics.length, 1000);
  assert.equal(diagnostics.filter(({ severity }) => severity === 1).length, count);
  const warned = diagnostics.filter(({ severity }) => severity === 2);
  assert.equal(warned.length, 1000 - count - 1);
  const lines = text.split("\n").length;
  // The last edit was at the end: of 600 reports the warnings of the first 201 are left out.
  assert.ok(warned.every(({ range }) => range.start.line > (lines / count) * 201 - 1));
  assert.match(String(diagnostics.at(-1)!.message), /201/);
});
