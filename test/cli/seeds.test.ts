// The five published reports, where the folder with them is there: their errors, and every figure of their tables.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { checkJson, extractJson, type JsonFinding } from "./support";

const SEEDS = resolve("../shared/seeds");
const skip = existsSync(SEEDS) ? false : `no folder ${SEEDS}`;
if (skip) console.log(`skipped: ${skip}`);

const seed = (number: string) => join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith(number))!);
const findings = async (number: string, severity: string): Promise<JsonFinding[]> =>
  (await checkJson([seed(number)])).files[0]!.findings.filter((finding) => finding.severity === severity);

/** The figures of a table, row by row, as extracted; a blank is null. */
async function figures(number: string, table: string): Promise<Map<string, (number | null)[]>> {
  const { reports } = await extractJson(seed(number));
  assert.equal(reports.length, 1);
  const rows = new Map<string, (number | null)[]>();
  for (const [name, cell] of Object.entries(reports[0]!.tables[table]!.cells)) {
    const row = name.slice(0, name.lastIndexOf("."));
    rows.set(row, [...(rows.get(row) ?? []), cell.value]);
  }
  return rows;
}

const NOTHING = [0, 0, 0, 0, 0, 0, 0];
const OUTCOMES = [
  ..."granted partlyGranted denied.stateSecret denied.otherLaw denied.security denied.thirdParty".split(" "),
  ..."denied.internalAffairs denied.process denied.enforcementFile denied.adminQuery".split(" "),
  ..."unable.notHeld unable.needsCreation unable.unclear".split(" "),
  ..."notProcessed.petition notProcessed.repeated notProcessed.publication".split(" "),
  ..."notProcessed.excessive notProcessed.reconfirm".split(" "),
];
const ROWS_2019 = ["newRequests", "carriedOver", ...OUTCOMES, "other", "outcomeTotal", "carriedForward"];

/** Every row of `applications` of 2019: those named, and `otherwise` in the rest. */
function rows2019(
  named: Readonly<Record<string, readonly (number | null)[]>>,
  otherwise: readonly (number | null)[],
): Map<string, readonly (number | null)[]> {
  return new Map(ROWS_2019.map((row) => [row, named[row] ?? otherwise]));
}

const GROUPS = ["review", "litigationDirect", "litigationAfterReview"];

test("errors: exactly those that the reports have", { skip }, async () => {
  for (const number of ["000", "001", "003"]) assert.deepEqual(await findings(number, "error"), []);
  assert.deepEqual(
    (await findings("002", "error")).map(({ rule }) => rule),
    ["structure/missing-section"],
  );
  assert.deepEqual(
    (await findings("004", "error")).map(({ rule, cells, expected, actual }) => [
      rule,
      cells![0],
      expected,
      actual,
    ]),
    [
      ["applications/balance", "applications.newRequests.naturalPerson", 3, 4],
      ["applications/balance", "applications.newRequests.total", 3, 4],
    ],
  );
});

test("001 has one finding for its 21 rows with six values", { skip }, async () => {
  const shapes = (await findings("001", "warning")).filter(({ rule }) => rule === "table/shape");
  assert.equal(shapes.length, 1);
  assert.match(shapes[0]!.message, /共 21 行/);
});

test("titles, organs, years, layouts", { skip }, async () => {
  const expected: [string, string, number, string, string][] = [
    ["000", "洛碛镇", 2019, "2019", "stacked"],
    ["001", "平昌关镇", 2021, "2021", "tabbed"],
    ["002", "北京市密云区太师屯镇", 2019, "2019", "stacked"],
    ["003", "新乡市卫滨区人民政府办公室", 2019, "2019", "tabbed"],
    ["004", "富阳区大源镇", 2019, "2019", "stacked"],
  ];
  for (const [number, organ, year, edition, layout] of expected) {
    const { reports } = await extractJson(seed(number));
    assert.equal(reports.length, 1);
    const [report] = reports;
    assert.deepEqual([report!.organ, report!.year, report!.edition], [organ, year, edition]);
    assert.equal(report!.title, `${organ}${year}年政府信息公开工作年度报告`);
    assert.deepEqual(Object.keys(report!.tables).sort(), ["applications", "disclosure", "disputes"]);
    for (const table of Object.values(report!.tables)) assert.equal(table.layout, layout);
  }
});

test("disclosure: every figure", { skip }, async () => {
  const rows = (figures: readonly (readonly number[])[]) =>
    new Map(
      "regulations normativeDocuments permits otherServices penalties coercion fees procurement"
        .split(" ")
        .map((row, i) => [row, figures[i]]),
    );
  const [zero3, zero2] = [
    [0, 0, 0],
    [0, 0],
  ];
  assert.deepEqual(
    await figures("000", "disclosure"),
    rows([zero3, [0, 0, 2], [11, 0, 0], [75, 0, 40], [8, 0, 2], [4, 0, 0], zero2, [315, 24]]),
  );
  assert.deepEqual(
    await figures("001", "disclosure"),
    new Map([
      ["regulations", zero3],
      ["normativeDocuments", zero3],
      ["permits", [0]],
      ["penalties", [0]],
      ["coercion", [0]],
      ["fees", [0]],
    ]),
  );
  assert.deepEqual(
    await figures("002", "disclosure"),
    rows([zero3, [20, 3, 11], zero3, zero3, zero3, zero3, zero2, zero2]),
  );
  assert.deepEqual(
    await figures("003", "disclosure"),
    rows([zero3, zero3, zero3, zero3, zero3, zero3, zero2, [8, 14.2404]]),
  );
  assert.deepEqual(
    await figures("004", "disclosure"),
    rows([zero3, zero3, zero3, zero3, zero3, zero3, zero2, [49, 542.16]]),
  );
});

test("applications: every figure", { skip }, async () => {
  assert.deepEqual(await figures("000", "applications"), rows2019({}, NOTHING));
  const seven = [7, 0, 0, 0, 0, 0, 7];
  assert.deepEqual(
    await figures("002", "applications"),
    rows2019(
      {
        newRequests: seven,
        granted: [1, 0, 0, 0, 0, 0, 1],
        "unable.notHeld": [6, 0, 0, 0, 0, 0, 6],
        outcomeTotal: seven,
      },
      NOTHING,
    ),
  );
  assert.deepEqual(
    await figures("003", "applications"),
    rows2019(
      {
        newRequests: [3, 1, 0, 0, 0, 0, 4],
        carriedOver: [0, 1, 0, 0, 0, 0, 1],
        granted: [3, 0, 0, 0, 0, 0, 3],
        partlyGranted: [0, 1, 0, 0, 0, 0, 1],
        outcomeTotal: [3, 1, 0, 0, 0, 0, 4],
        carriedForward: [0, 1, 0, 0, 0, 0, 1],
      },
      NOTHING,
    ),
  );
  const ends = (first: number) => [first, null, null, null, null, null, first];
  assert.deepEqual(
    await figures("004", "applications"),
    rows2019(
      {
        newRequests: ends(3),
        carriedOver: ends(1),
        granted: ends(2),
        "denied.adminQuery": ends(1),
        outcomeTotal: ends(3),
        carriedForward: ends(0),
      },
      [null, null, null, null, null, null, null],
    ),
  );
});

test("001: rows with seven values are certain, the 21 with six are not", { skip }, async () => {
  const { cells } = (await extractJson(seed("001"))).reports[0]!.tables.applications!;
  const others = ["other.overdueCorrection", "other.overdueFee", "other.other"];
  const certain = ["newRequests", "carriedOver", "outcomeTotal", "carriedForward"];
  for (const [name, cell] of Object.entries(cells)) {
    const row = name.slice(0, name.lastIndexOf("."));
    assert.ok([...certain, ...OUTCOMES, ...others].includes(row), row);
    assert.deepEqual([name, cell.value, cell.uncertain], [name, 0, certain.includes(row) ? undefined : true]);
  }
  for (const row of certain) {
    assert.equal(Object.keys(cells).filter((name) => name.startsWith(`${row}.`)).length, 7);
  }
  for (const row of [...OUTCOMES, ...others]) {
    assert.equal(Object.keys(cells).filter((name) => name.startsWith(`${row}.`)).length, 6, row);
  }
});

test("disputes: every figure", { skip }, async () => {
  const none = [0, 0, 0, 0, 0];
  const groups = (...figures: (number | null)[][]) => new Map(GROUPS.map((row, i) => [row, figures[i]]));
  for (const number of ["000", "001", "002"]) {
    assert.deepEqual(await figures(number, "disputes"), groups(none, none, none));
  }
  assert.deepEqual(await figures("003", "disputes"), groups([0, 1, 0, 1, 2], none, none));
  assert.deepEqual(
    await figures("004", "disputes"),
    groups([0, null, null, null, 0], [0, null, null, null, 0], [null, null, null, null, 0]),
  );
});
