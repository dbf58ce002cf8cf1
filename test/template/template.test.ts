// The templates read back: every tab stop in its cell, in the form's order, for both editions and both layouts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDraft } from "../../server/src/core/draft/read";
import { analyse } from "../../server/src/core/engine/analyse";
import { EDITIONS, type EditionKey, formOf, SECTIONS, TABLE_KEYS } from "../../server/src/core/form";
import { type Report, tableOf } from "../../server/src/core/report/model";
import {
  escapeSnippet,
  reportTemplate,
  sectionTemplate,
  type TemplateLayout,
  tableTemplate,
  titleTemplate,
  toPlainText,
  toSnippet,
} from "../../server/src/core/template";
import { displayWidth } from "../../server/src/core/text/width";
import { expand } from "./expand";

const LAYOUTS: readonly TemplateLayout[] = ["pipe", "stacked"];
const YEAR = { "2019": 2020, "2021": 2023 } as const;

function readOne(text: string): Report {
  const { reports } = readDraft(text);
  assert.equal(reports.length, 1);
  return reports[0]!;
}

/** The names of all cells of an edition in reading order. */
function cellNames(edition: EditionKey): string[] {
  return TABLE_KEYS.flatMap((key) => formOf(edition, key).cells.map((cell) => cell.name));
}

/** What each cell of a report holds, by name. */
function contents(report: Report): Map<string, string> {
  return new Map(
    report.tables.flatMap((table) =>
      table.cells.flatMap((cell) => (cell ? [[cell.form.name, cell.text]] : [])),
    ),
  );
}

/** Types the organ, the year and at every figure's tab stop the next number. */
function filled(snippet: string, edition: EditionKey): string {
  let next = 100;
  const figures = new Map<number, string>();
  return expand(snippet, (stop, words) => {
    if (stop === 0) return "";
    if (words === "［机关名称］") return "云溪镇";
    if (words === "［年份］") return String(YEAR[edition]);
    if (words) return "本段已写。";
    if (!figures.has(stop)) figures.set(stop, String(++next));
    return figures.get(stop)!;
  }).text;
}

for (const { key: edition, notice } of EDITIONS) {
  for (const layout of LAYOUTS) {
    for (const marks of [false, true]) {
      const name = `${edition}, ${layout}${marks ? ", with marks" : ""}`;
      const style = { layout, marks };

      test(`whole report, filled in: every figure in its cell (${name})`, () => {
        const report = readOne(filled(toSnippet(reportTemplate(edition, style)), edition));
        assert.deepEqual([report.organ, report.year, report.edition], ["云溪镇", YEAR[edition], edition]);
        assert.deepEqual(
          report.sections.map((section) => section.key),
          SECTIONS.map((section) => section.key),
        );
        for (const table of report.tables) {
          assert.deepEqual([table.layout, table.edition, table.problems], [layout, edition, []]);
        }
        assert.ok(report.tables.every((table) => table.cells.every((cell) => cell?.certain)));
        const expected = cellNames(edition).map((cell, i): [string, string] => [cell, String(101 + i)]);
        assert.deepEqual([...contents(report)], expected);
      });

      test(`whole report, untouched: all cells blank, tables complete (${name})`, () => {
        const text = expand(toSnippet(reportTemplate(edition, style))).text;
        const report = readOne(text);
        assert.equal(report.edition, edition);
        assert.equal(report.sections.length, 6);
        for (const key of ["disclosure", "applications"] as const) assertBlank(report, edition, key);
      });

      test(`disputes table, untouched (${name})`, () => {
        assertBlank(readOne(expand(toSnippet(reportTemplate(edition, style))).text), edition, "disputes");
      });

      test(`nothing but blanks and fields is found in the untouched report (${name})`, () => {
        const analysis = analyse(expand(toSnippet(reportTemplate(edition, style))).text);
        const found = new Set(analysis.findings.map((finding) => finding.rule));
        assert.deepEqual([...found].sort(), ["structure/placeholder", "table/blank-cell"]);
      });
    }

    test(`a figure alone is read in its cell, wherever it stands (${edition}, ${layout})`, () => {
      for (const key of TABLE_KEYS) {
        const snippet = toSnippet(tableTemplate(edition, key, layout));
        formOf(edition, key).cells.forEach((cell, i) => {
          const { text } = expand(snippet, (stop) => (stop === i + 1 ? "7" : ""));
          const table = tableOf(readOne(text), key)!;
          const figures = table.cells.flatMap((at) => (at?.text ? [at.form.name, at.text, at.certain] : []));
          assert.deepEqual(figures, [cell.name, "7", true], `${key}: only ${cell.name}`);
        });
      }
    });

    test(`each table alone reads whole (${edition}, ${layout})`, () => {
      for (const key of TABLE_KEYS) {
        const text = filled(toSnippet(tableTemplate(edition, key, layout)), edition);
        const report = readOne(text);
        assert.deepEqual(
          report.tables.map((table) => [
            table.key,
            table.problems,
            table.cells.every((cell) => cell?.certain),
          ]),
          [[key, [], true]],
        );
      }
    });

    test(`each section alone has its heading, its table and a field for text (${edition}, ${layout})`, () => {
      for (const { key, table } of SECTIONS) {
        const report = readOne(toPlainText(sectionTemplate(edition, key, { layout, marks: false })));
        assert.deepEqual(
          report.sections.map((section) => section.key),
          [key],
        );
        const { defaults } = expand(toSnippet(sectionTemplate(edition, key, { layout, marks: false })));
        const hints = [...defaults.values()].filter((words) => words.length > 6);
        assert.ok(hints.length > 0);
        // As long as structure/placeholder finds it when it is left alone.
        for (const hint of hints) assert.match(hint, /^［[^［］\n]{1,60}］$/);
        const figures = [...defaults].filter(([stop, words]) => stop > 0 && !words).length;
        assert.equal(figures, table ? formOf(edition, table).cells.length : 0);
      }
    });
  }

  test(`title and preamble say the organ, the year, the period and the notice (${edition})`, () => {
    const text = toPlainText(titleTemplate(edition, { layout: "pipe", marks: false }), {
      organ: "云溪镇",
      year: 2022,
    });
    const [title, blank, preamble] = text.split("\n");
    assert.deepEqual([title, blank], ["云溪镇2022年政府信息公开工作年度报告", ""]);
    assert.match(preamble!, /2022年1月1日至2022年12月31日。$/);
    assert.match(preamble!, /《中华人民共和国政府信息公开条例》第五十条/);
    assert.ok(preamble!.includes(`（${notice}）`));
  });

  test(`pipes of an empty table stand below each other (${edition})`, () => {
    for (const key of TABLE_KEYS) {
      const tables = toPlainText(tableTemplate(edition, key, "pipe"))
        .split("\n\n")
        .filter((part) => part.startsWith("|"));
      assert.equal(tables.length, formOf(edition, key).table.blocks.length);
      for (const table of tables) {
        const places = table.trim().split("\n").map(pipePlaces);
        assert.ok(places[0]!.length > 2);
        for (const place of places) assert.deepEqual(place, places[0]);
        assert.match(table.split("\n")[1]!, /^\|(?: -+:? \|)+$/);
      }
    }
  });
}

/** The display columns at which a line has pipes. */
function pipePlaces(line: string): number[] {
  return [...line].flatMap((char, i, chars) =>
    char === "|" ? [displayWidth(chars.slice(0, i).join(""))] : [],
  );
}

function assertBlank(
  report: Report,
  edition: EditionKey,
  key: "disclosure" | "applications" | "disputes",
): void {
  const table = tableOf(report, key);
  assert.ok(table, `no table ${key}`);
  assert.deepEqual([table.edition, table.problems], [edition, []]);
  assert.equal(table.rows.length, formOf(edition, key).table.blocks.flatMap((block) => block.rows).length);
  for (const cell of table.cells) assert.ok(cell?.value.kind === "blank" && cell.certain, cell?.form.name);
}

test("stacked cells stand as Word gives them: one a line behind a tab, merged cells empty, rows parted by an empty line", () => {
  const text = toPlainText(tableTemplate("2019", "disputes", "stacked"));
  const leaves = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const rows = text
    .replace(/\n$/, "")
    .split("\n\n")
    .map((row) => row.split("\n"));
  assert.deepEqual(rows, [
    ["\t行政复议", "\t行政诉讼"],
    [...leaves, "未经复议直接起诉", "复议后起诉"].map((label) => `\t${label}`),
    [...Array(5).fill(""), ...leaves, ...leaves].map((label) => `\t${label}`),
    Array(15).fill("\t"),
  ]);
  const applications = toPlainText(tableTemplate("2021", "applications", "stacked")).split("\n\n");
  const labels = (row: number) =>
    applications[row]!.split("\n")
      .slice(0, -7)
      .map((cell) => cell.slice(1));
  assert.deepEqual(labels(3), ["一、本年新收政府信息公开申请数量"]);
  assert.deepEqual(labels(5), ["三、本年度办理结果", "（一）予以公开"]);
  assert.deepEqual(labels(6).slice(0, 1), [""]);
  assert.deepEqual(labels(7), ["", "（三）不予公开", "1.属于国家秘密"]);
  assert.deepEqual(labels(8), ["", "", "2.其他法律行政法规禁止公开"]);
});

test("known values become text, and only what is unknown a tab stop", () => {
  const snippet = toSnippet(titleTemplate("2021", { layout: "pipe", marks: true }), {
    organ: "$甲}\\乙",
    year: 2022,
  });
  const { text, stops } = expand(snippet);
  assert.deepEqual(stops, [0]);
  assert.ok(text.startsWith("# $甲}\\乙2022年政府信息公开工作年度报告\n"));
  const half = expand(
    toSnippet(titleTemplate("2021", { layout: "pipe", marks: false }), { organ: null, year: 2022 }),
  );
  assert.deepEqual(
    [...half.defaults],
    [
      [1, "［机关名称］"],
      [0, ""],
    ],
  );
});

test("what means something in a snippet is escaped", () => {
  const text = "a$1}b\\$" + "{2:c}";
  assert.equal(escapeSnippet(text), "a\\$1\\}b\\\\\\$" + "{2:c\\}");
  assert.equal(expand(escapeSnippet(text)).text, text);
});

test("display width: Chinese and full-width forms count 2", () => {
  assert.deepEqual(
    ["", "ab1", "自然人", "（一）", "“”", "１、", "｜"].map(displayWidth),
    [0, 3, 6, 6, 2, 4, 2],
  );
});
