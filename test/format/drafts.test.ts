// Formatting whole drafts: every layout and edition comes to the same canonical text, whatever stands in the cells.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import {
  type EditionKey,
  formOf,
  NOTHING_KNOWN,
  reportTemplate,
  TABLE_KEYS,
  tableTemplate,
  toPlainText,
} from "../../server/src/core";
import { type Facts, facts, LAYOUTS, type Layout, writeDraft } from "../support/draft";
import { checkFormat, formatted, layoutsOf } from "./support";

const EDITIONS: readonly EditionKey[] = ["2019", "2021"];

for (const edition of EDITIONS) {
  test(`edition ${edition}: all layouts become the same text, with the tables of a new draft`, () => {
    const year = Number(edition);
    const texts = LAYOUTS.map((layout) => checkFormat(writeDraft(facts({ layout, edition, year }))));
    assert.deepEqual(new Set(texts).size, 1);
    const [text] = texts;
    assert.deepEqual(layoutsOf(text!), ["pipe", "pipe", "pipe"]);
    const zeros = texts[0]!.replace(/(?<=\| +)\d+(?= \|)/g, (digits) => " ".repeat(digits.length));
    for (const key of TABLE_KEYS) {
      assert.ok(zeros.includes(toPlainText(tableTemplate(edition, key, "pipe"))), key);
    }
    for (const heading of ["# 青禾县柳溪镇人民政府", "## 一、总体情况\n", "## 六、其他需要报告的事项\n"]) {
      assert.ok(text!.includes(`\n${heading}`) || text!.startsWith(heading), heading);
    }
  });

  test(`edition ${edition}: a new draft is canonical`, () => {
    const style = { layout: "pipe", marks: true } as const;
    const text = toPlainText(reportTemplate(edition, style), { organ: "柳溪镇", year: Number(edition) });
    assert.equal(formatted(text), text);
    assert.equal(formatted(text.replaceAll("\n", "\r\n")), text.replaceAll("\n", "\r\n"));
    const unmarked = toPlainText(reportTemplate(edition, { layout: "stacked", marks: false }), {
      organ: "柳溪镇",
      year: Number(edition),
    });
    assert.equal(checkFormat(unmarked), text);
    checkFormat(toPlainText(reportTemplate(edition, style), NOTHING_KNOWN));
  });
}

const FIGURE = fc.oneof(
  { weight: 6, arbitrary: fc.nat(2000).map(String) },
  { weight: 3, arbitrary: fc.constant("0") },
  { weight: 2, arbitrary: fc.constant("") },
  fc.constantFrom(
    "/",
    "-",
    "—",
    "无",
    "１２",
    "1,234",
    "24万元",
    "19件",
    "-11",
    "3.50",
    "多",
    "**7**",
    "1 2",
  ),
);

/** Facts of which the cells hold anything that cells hold. */
const FACTS: fc.Arbitrary<Facts> = fc
  .record({
    edition: fc.constantFrom(...EDITIONS),
    layout: fc.constantFrom<Layout>(...LAYOUTS),
    seed: fc.infiniteStream(FIGURE),
    share: fc.constantFrom(0, 0.1, 0.5, 1),
    rolls: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ edition, layout, seed, share, rolls }) => {
    const next = <T>(stream: IterableIterator<T>) => stream.next().value as T;
    const cellsOf = (key: (typeof TABLE_KEYS)[number]) =>
      Object.fromEntries(
        formOf(edition, key).cells.flatMap(({ row, column }) =>
          next(rolls) < share ? [[`${row.key}.${column.key}`, next(seed)]] : [],
        ),
      );
    return facts({
      edition,
      layout,
      year: edition === "2019" ? 2020 : 2022,
      applications: cellsOf("applications"),
      disputes: cellsOf("disputes"),
      disclosure: cellsOf("disclosure"),
    });
  });

test("any figures, blanks and marks in any layout: nothing lost, nothing found anew", () => {
  fc.assert(
    fc.property(FACTS, (given) => {
      checkFormat(writeDraft(given));
    }),
    { numRuns: 60 },
  );
});

/** A fault that drafts have: a line less, twice, or with a cell less. */
const FAULTS: readonly ((line: string) => string)[] = [
  () => "",
  (line) => `${line}\n${line}`,
  (line) => line.replace(/\|[^|]*\|$/, "|"),
  (line) => line.replace(/\t[^\t]*$/, ""),
  (line) => line.replace(/<td>[^<]*<\/td>/, ""),
  (line) => line.replace(/\d+(?!.*\d)/, "9 | 9"),
  (line) => line.replace(/[一-龥]{3,}/, "自行增加的一行"),
  (line) => line.replace(/([一-龥])(?![一-龥])/, "$1（含乡镇）"),
];

test("faults in the tables: whatever is written reads as before", () => {
  fc.assert(
    fc.property(FACTS, fc.nat(), fc.constantFrom(...FAULTS), (given, at, fault) => {
      const lines = writeDraft(given).split("\n");
      const rows = lines.flatMap((line, i) => (/[|\t]|<td>/.test(line) ? [i] : []));
      const row = rows[at % rows.length]!;
      lines[row] = fault(lines[row]!);
      checkFormat(lines.join("\n"));
    }),
    { numRuns: 120 },
  );
});

const SEEDS = join(import.meta.dirname, "../../../shared/seeds");
const skip = existsSync(SEEDS) ? false : `no ${SEEDS}: the published reports are not in the project`;

test("the published reports", { skip }, () => {
  const names = readdirSync(SEEDS).sort();
  const layouts = names.map((name) => layoutsOf(checkFormat(readFileSync(join(SEEDS, name), "utf8"))));
  for (const found of layouts) assert.deepEqual(found, ["pipe", "pipe", "pipe"]);
});

test("all in one file: as each by itself", { skip }, () => {
  const texts = readdirSync(SEEDS)
    .sort()
    .map((name) => readFileSync(join(SEEDS, name), "utf8").trim());
  const [first, ...rest] = texts.filter((text) => !text.startsWith("一、"));
  assert.equal(checkFormat([first, ...rest].join("\n\n")), [first!, ...rest].map(formatted).join("\n\n"));
});
