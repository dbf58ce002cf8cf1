// Whatever stands in a draft, reading and checking never fail, and what they give can be used. The drafts are broken
// at random, from a fixed seed, so that a failure can be repeated.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, applyEdits, type Finding, fixesOf, render } from "../../server/src/core";
import { facts, LAYOUTS, writeDraft } from "../support/draft";

/** Numbers from 0 to `below`, always the same ones for a seed (a linear congruential generator). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  "\t",
  "\n",
  "|",
  "<td>",
  "</table>",
  "<table>",
  "１",
  "-",
  "，",
  "\u00a0",
  "9",
  "",
  "无",
  "一、",
  "<!--",
  "\ud842",
  "&nbsp;",
  "：",
  "总计",
];

/** The draft with a few places cut out, doubled or overwritten. */
function broken(text: string, random: (below: number) => number): string {
  let result = text;
  for (let i = random(6); i >= 0; i--) {
    const at = random(result.length);
    const end = Math.min(result.length, at + random(random(4) === 0 ? 400 : 6));
    const piece = random(3) === 0 ? result.slice(at, end).repeat(2) : PIECES[random(PIECES.length)]!;
    result = result.slice(0, at) + piece + result.slice(end);
  }
  return result;
}

for (const layout of LAYOUTS) {
  test(`${layout}: 400 broken drafts are read and checked`, () => {
    const random = generator(layout.length * 7919);
    const sound = writeDraft(facts({ layout }));
    let findings = 0;
    for (let i = 0; i < 400; i++) {
      const text = broken(sound, random);
      const analysis = analyse(text);
      assert.deepEqual(analysis.crashes, [], JSON.stringify(text));
      for (const finding of analysis.findings) {
        findings++;
        const places = [finding.span, ...(finding.related ?? []).map(({ span }) => span)];
        for (const { start, end } of places)
          assert.ok(0 <= start && start <= end && end <= text.length, finding.rule);
        for (const locale of ["zh-CN", "en"] as const) {
          assert.doesNotMatch(render(finding.message, locale), /undefined|NaN|\[object/);
        }
        for (const fix of fixesOf(analysis, finding)) {
          const sorted = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
          sorted.forEach((edit, j) => {
            const next = sorted[j + 1]?.span.start ?? text.length;
            assert.ok(edit.span.start <= edit.span.end && edit.span.end <= next, finding.rule);
          });
          if (!fix.preferred) continue;
          const after = analyse(applyEdits(text, fix.edits)).findings;
          const alike = (findings: readonly Finding[]) =>
            findings.filter(
              (other) => other.rule === finding.rule && render(other.message, "zh-CN") === message,
            ).length;
          const message = render(finding.message, "zh-CN");
          assert.ok(alike(after) < alike(analysis.findings), `${message} ${JSON.stringify(text)}`);
        }
      }
    }
    assert.ok(findings > 200, `only ${findings} findings: the drafts were not broken`);
  });
}
