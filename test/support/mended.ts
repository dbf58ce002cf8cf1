// Mends what one rule finds in a sound draft: for tests that put one fault into it.

import assert from "node:assert/strict";
import { analyse } from "../../server/src/core";
import { fixed, found, only, said } from "./check";
import { facts, writeDraft } from "./draft";

/** The sound draft that the faults are put into. */
export const DRAFT = writeDraft(facts());

/** The one finding of `rule` says this; its first fix takes it away and brings no other finding. */
export function mended(text: string, rule: string, says: string): string {
  const analysis = analyse(text);
  const finding = only(analysis, rule);
  assert.equal(said(finding), says);
  const [fix] = fixed(analysis, finding);
  assert.ok(fix, "no fix");
  const before = new Set(found(text));
  const after = found(fix.text);
  assert.deepEqual(
    after.filter((other) => other.startsWith(rule) || !before.has(other)),
    [],
  );
  return fix.text;
}
/** A draft with this text in section 一. */
export function overview(...lines: string[]): string {
  return DRAFT.replace("一、总体情况\n", `一、总体情况\n${lines.join("\n")}\n`);
}
