// The repairs of a table: as few cells as can be, all of them, and after each every identity holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cause, locateAll, type Report, readDraft, type Table } from "../../server/src/core";
import { Random } from "../generator/random";
import { figureOf, soundTruth, type Truth } from "../generator/truth";
import { type Figures as Drafted, facts, writeDraft } from "../support/draft";
import { type Figures, holds, identitiesOf, type Table as Key, smallestRepairs, written } from "./identities";

interface Case {
  readonly figures: Figures;
  readonly report: Report;
  readonly table: Table;
}

/** A draft with these figures in place of the true ones. */
function drafted(truth: Truth, key: Key, wrong: ReadonlyMap<string, number>): Case {
  const figures = new Map(
    [...truth.figures.keys()].map((cell) => [cell, wrong.get(cell) ?? Number(truth.figures.get(cell))]),
  );
  const of = (name: string): Drafted =>
    Object.fromEntries(
      [...figures].flatMap(([cell, figure]) =>
        cell.startsWith(`${name}.`) ? [[cell.slice(name.length + 1), String(figure)]] : [],
      ),
    );
  const { edition, year } = truth;
  const text = writeDraft(
    facts({ edition, year, applications: of("applications"), disputes: of("disputes"), disclosure: {} }),
  );
  const [report] = readDraft(text).reports;
  const table = report!.tables.find((each) => each.key === key)!;
  return {
    figures: new Map([...figures].filter(([cell]) => cell.startsWith(`${key}.`))),
    report: report!,
    table,
  };
}

/** A random table with so many cells changed by a little or by much. */
function spoiled(seed: number, key: Key, wrong: number): Case & { readonly truth: Truth } {
  const random = new Random(seed);
  const truth = soundTruth(random);
  const cells = [...truth.figures.keys()].filter((cell) => cell.startsWith(`${key}.`));
  const changed = new Map<string, number>();
  while (changed.size < wrong) {
    const cell = random.pick(cells);
    const by = random.pick([-12, -2, -1, 1, 1, 2, 9, 30]);
    const figure = figureOf(truth, cell) + by;
    if (figure >= 0) changed.set(cell, figure);
  }
  return { ...drafted(truth, key, changed), truth };
}

function named({ table }: Case, { repairs }: Cause): Map<string, number>[] {
  return repairs.map(
    ({ figures }) =>
      new Map([...figures].map(([index, figure]) => [table.form.cells[index]!.name, figure / 1_000_000])),
  );
}

for (const [key, wrong, seeds] of [
  ["applications", 1, 40],
  ["applications", 2, 12],
  ["disputes", 1, 40],
  ["disputes", 2, 40],
] as const) {
  test(`${key}, ${wrong} wrong: the smallest repairs, all of them, are those that trying every cell and pair finds`, () => {
    let compared = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const spoilt = spoiled(seed, key, wrong);
      const sums = identitiesOf(key, spoilt.truth.edition);
      const causes = locateAll(spoilt.report, spoilt.table);
      if (holds(sums, spoilt.figures)) {
        assert.deepEqual(causes, [], `seed ${seed}`);
        continue;
      }
      // What is parted into causes is mended by any repair of the one with any of the other.
      const whole = causes
        .map((cause) => named(spoilt, cause))
        .reduce<Map<string, number>[]>(
          (all, repairs) => all.flatMap((one) => repairs.map((other) => new Map([...one, ...other]))),
          [new Map()],
        );
      assert.deepEqual(whole.map(written).sort(), smallestRepairs(sums, spoilt.figures), `seed ${seed}`);
      compared++;
    }
    assert.ok(compared > seeds / 2);
  });
}

for (const wrong of [3, 4, 5]) {
  test(`${wrong} wrong cells: every repair mends everything, changes no more cells, and goes below 0 nowhere`, () => {
    for (let seed = 1; seed <= 15; seed++) {
      const spoilt = spoiled(seed, "applications", wrong);
      const sums = identitiesOf("applications", spoilt.truth.edition);
      const causes = locateAll(spoilt.report, spoilt.table);
      const first = causes.flatMap((cause) => [...(named(spoilt, cause)[0] ?? [])]);
      assert.ok(first.length <= wrong, `seed ${seed}`);
      for (const [at, cause] of causes.entries()) {
        assert.ok(cause.repairs.length > 0, `seed ${seed}`);
        const rest = causes.flatMap((other, i) => (i === at ? [] : [...named(spoilt, other)[0]!]));
        for (const repair of named(spoilt, cause)) {
          assert.ok(
            [...repair.values()].every((figure) => figure >= 0 && Number.isInteger(figure)),
            `seed ${seed}`,
          );
          assert.ok(holds(sums, new Map([...spoilt.figures, ...rest, ...repair])), `seed ${seed}`);
        }
      }
    }
  });
}

test("of many wrong cells, those that alone explain their row and column are named all the same", () => {
  // Six cells, each in a row and a column of its own, each off by another figure.
  const cells = [
    "granted.naturalPerson",
    "partlyGranted.business",
    "denied.stateSecret.research",
    "denied.otherLaw.publicWelfare",
    "unable.notHeld.legalService",
    "unable.unclear.otherOrganization",
  ].map((cell) => `applications.${cell}`);
  const truth = soundTruth(new Random(3), { edition: "2021" });
  const wrong = new Map(cells.map((cell, i) => [cell, figureOf(truth, cell) + 7 + 10 ** i]));
  const spoilt = drafted(truth, "applications", wrong);
  const causes = locateAll(spoilt.report, spoilt.table);
  assert.deepEqual(
    causes.map((cause) => named(spoilt, cause).map(written)).sort(),
    cells.map((cell) => [`${cell}=${figureOf(truth, cell)}`]).sort(),
  );
});

test("more wrong totals than five have no small repair, and that is said", () => {
  // Six rows whose 总计 is wrong, each by another figure: no cell stands in two rows.
  const rows = [
    "granted",
    "partlyGranted",
    "denied.stateSecret",
    "unable.notHeld",
    "newRequests",
    "carriedOver",
  ];
  const truth = soundTruth(new Random(3), { edition: "2021" });
  const wrong = new Map(
    rows.map((row, i) => [
      `applications.${row}.total`,
      figureOf(truth, `applications.${row}.total`) + 7 + 10 ** i,
    ]),
  );
  const { report, table } = drafted(truth, "applications", wrong);
  const causes = locateAll(report, table);
  assert.deepEqual(
    causes.map(({ repairs, bounded, sure }) => [repairs.length, bounded, sure]),
    [[0, true, false]],
  );
});
