// The examples of the rules' pages: what a page says is found is found, in its words and nothing else; what it says is
// mended is mended so; what it says is right gives nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { LOCALES } from "../../server/src/config/config";
import {
  analyse,
  applyEdits,
  EDITIONS,
  fixesOf,
  RULES,
  render,
  rulePage,
  type Safety,
} from "../../server/src/core";
import { placed } from "./excerpt";
import { type Example, examplesOf } from "./page";
import { soundReport } from "./report";

const ROOT = join(import.meta.dirname, "../..");
const whole = ({ excerpt, edition }: Example) => placed(excerpt, soundReport(edition));

/** 7 is the sum of 予以公开. A wrong total of a row is wrong in its column too, so that no rule's page shows it alone. */
const WRONG_TOGETHER = [soundReport("2021").replace(/(（一）予以公开.*\| *)7( *\|)/, "$16$2")];

/** Lines with words in them; how the columns of a table are aligned is for the reader's eye. */
function linesOf(text: string): string[] {
  const aligned = (line: string) => line.replace(/ *\| */g, "|").replace(/-+/g, "-");
  const lines = text.split("\n").filter((line) => line.trim());
  return lines.map((line) => (line.startsWith("|") ? aligned(line) : line));
}

for (const { key } of EDITIONS) {
  test(`the report that examples are excerpts of is sound: ${key}`, () => {
    const { draft, findings } = analyse(soundReport(key));
    assert.deepEqual(findings, []);
    assert.equal(draft.reports[0]?.tables.length, 3);
  });
}

for (const { code, repairs } of RULES) {
  for (const locale of LOCALES) {
    const examples = () => examplesOf(readFileSync(join(ROOT, rulePage(code, locale)), "utf8"));

    test(`${code}, ${locale}: what the page shows is found, in these words`, () => {
      const { hits } = examples();
      assert.ok(hits.length > 0);
      for (const hit of hits) {
        const { findings } = analyse(whole(hit));
        assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], [code], hit.excerpt);
        assert.deepEqual(
          findings.map(({ message }) => render(message, locale)),
          hit.messages,
        );
      }
    });

    test(`${code}, ${locale}: what the page shows as mended is what the fix makes of it`, () => {
      for (const hit of examples().hits) {
        if (!hit.fixed) continue;
        const text = whole(hit);
        const analysis = analyse(text);
        const fixes = analysis.findings.flatMap((finding) => fixesOf(analysis, finding));
        const titles = fixes.map(({ title }) => render(title, locale));
        const fix = fixes[titles.indexOf(hit.fixed.title)];
        assert.ok(fix, `no fix “${hit.fixed.title}” among ${titles.join(", ")}`);
        const mended = applyEdits(text, fix.edits);
        assert.deepEqual(linesOf(mended), linesOf(whole({ ...hit, excerpt: hit.fixed.excerpt })));
        const left = analyse(mended).findings.filter(({ rule }) => rule === code);
        assert.ok(left.length < analysis.findings.length);
      }
    });

    test(`${code}, ${locale}: it finds nothing in what the page shows as right`, () => {
      const { misses } = examples();
      assert.ok(misses.length > 0);
      for (const miss of misses) {
        const { findings } = analyse(whole(miss));
        const found = findings.filter(({ rule, severity }) => rule === code || severity === "error");
        assert.deepEqual(found, [], miss.excerpt);
      }
    });
  }

  test(`${code}: the kinds of fix that it says are those that it has`, () => {
    const { hits } = examplesOf(readFileSync(join(ROOT, rulePage(code, "en")), "utf8"));
    const kinds = [...hits.map(whole), ...WRONG_TOGETHER].flatMap((text) => {
      const analysis = analyse(text);
      const own = analysis.findings.filter(({ rule }) => rule === code);
      return own.flatMap((finding) => fixesOf(analysis, finding).map(({ safety }) => safety));
    });
    const order: readonly Safety[] = ["safe", "computed", "suggested"];
    assert.deepEqual(
      repairs,
      order.filter((kind) => kinds.includes(kind)),
    );
  });
}
