// Digits typed into figures: each rule that looks at figures says what one of them changes, and that is what a fresh reading
// finds.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Analysis,
  analyse,
  type Cause,
  type CellName,
  diagnose,
  diagnosesOf,
  type Finding,
  RULES,
  type Rule,
  Session,
  type Table,
} from "../../server/src/core";
import { Random } from "../generator/random";
import { draftOf, readCorpus } from "../narrative/corpus";
import { facts, SOUND, writeDraft } from "../support/draft";

const EVERY = 3;

/** The cell of a name in a draft's first report. */
function cellOf(text: string, name: CellName) {
  const table = analyse(text).draft.reports[0]!.tables.find(({ form }) => form.byName.has(name))!;
  return table.cells[table.form.byName.get(name)!.index]!;
}

const told = ({ findings }: Pick<ReturnType<typeof analyse>, "findings">) =>
  findings.map(({ rule, severity, message }) => ({ rule, severity, message }));

for (const name of ["corpus", "held", "third"] as const) {
  test(`${name}: a digit typed into a figure of a report finds what a fresh reading finds`, () => {
    let typed = 0;
    const entries = readCorpus(name).entries.filter((_, i) => i % EVERY === 0);
    for (const [i, entry] of entries.entries()) {
      const { text } = draftOf(entry);
      const tables = analyse(text).draft.reports.flatMap((report) => report.tables);
      // A figure that is not 0: what a text speaks of.
      const cells = tables.flatMap((table) =>
        table.cells.filter((cell) => cell?.value.kind === "number" && cell.value.quantity > 0),
      );
      if (cells.length === 0) continue;
      const { end } = new Random(i).pick(cells)!.span;
      const session = new Session();
      session.update(text);
      session.replace({ start: end, end }, 1);
      const after = `${text.slice(0, end)}7${text.slice(end)}`;
      session.update(after);
      if (session.parts[0]!.typed) typed++;
      assert.deepEqual(
        session.parts.flatMap(({ analysis }) => told(analysis)),
        told(analyse(after)),
        `${entry.topic}, ${entry.title}`,
      );
    }
    assert.ok(typed > entries.length / 4, `${typed} of ${entries.length} were not read again`);
  });
}

test("a rate that the table's figures explain no longer is, once one of them is typed into", () => {
  // 20 - 18 = 2 are left, which 12 carried forward may well be, but 1 not.
  const said = "全年收到政府信息公开申请20件，办结18件，办结率100%。";
  const given = facts({ applications: { ...SOUND.applications, "carriedForward.total": "12" } });
  const text = writeDraft(given).replace("一、总体情况\n", `一、总体情况\n${said}\n`);
  const rates = ({ findings }: Pick<ReturnType<typeof analyse>, "findings">) =>
    findings.flatMap(({ rule, severity }) => (rule === "narrative/percentage" ? [severity] : []));
  const before = analyse(text);
  const { end } = cellOf(text, "applications.carriedForward.total").span;
  const session = new Session();
  session.update(text);
  session.replace({ start: end - 1, end }, 0);
  session.update(text.slice(0, end - 1) + text.slice(end));
  assert.ok(session.parts[0]!.typed);
  assert.deepEqual(
    [rates(before), session.parts.flatMap(({ analysis }) => rates(analysis))],
    [["info"], ["warning"]],
  );
});

test("a rule that looks at a cell's figure says what a typed one changes", () => {
  const said = "全年收到政府信息公开申请20件，办结18件，办结率100%。未发生行政复议。";
  const text = writeDraft(facts()).replace("一、总体情况\n", `一、总体情况\n${said}\n`);
  const [report] = analyse(text).draft.reports;
  const looking = new Set<string>();
  for (const rule of RULES) {
    // What is read of a cell whose figure is typed into: what it says changes, where it stands and what it is does not.
    const watched = (cell: Table["cells"][number]) =>
      cell &&
      new Proxy(cell, {
        get(target, key, receiver) {
          if (key === "value" || key === "text") looking.add(rule.code);
          return Reflect.get(target, key, receiver);
        },
      });
    const tables = report!.tables.map((table) => ({ ...table, cells: table.cells.map(watched) }));
    rule.check({ text, report: { ...report!, tables } });
  }
  assert.ok(looking.has("applications/balance") && !looking.has("structure/title"));
  assert.deepEqual(
    RULES.filter(({ code, recheck }) => looking.has(code) && !recheck).map(({ code }) => code),
    [],
  );
});

test("a total with a nil mark counts as zero until one of its parts is typed", () => {
  const nil = {
    "carriedOver.naturalPerson": "0",
    "carriedOver.otherOrganization": "0",
    "carriedOver.total": "/",
  };
  const text = writeDraft(facts({ layout: "pipe", applications: { ...SOUND.applications, ...nil } }));
  const { end } = cellOf(text, "applications.carriedOver.business").span;
  const session = new Session();
  session.update(text);
  session.replace({ start: end - 1, end }, 1);
  const after = `${text.slice(0, end - 1)}6${text.slice(end)}`;
  session.update(after);
  assert.ok(session.parts[0]!.typed);
  const unbalanced = (findings: readonly Finding[]) =>
    findings.flatMap(({ rule, cells }) => (rule === "applications/balance" ? cells[0]!.split(".")[2]! : []));
  // 自然人 12 + 0 against 13 + 1, 其他 0 + 0 against 1 + 0, 总计 16 + 0 against 17 + 2.
  assert.deepEqual(unbalanced(analyse(text).findings), ["naturalPerson", "otherOrganization", "total"]);
  // 商业企业 3 + 6 against 2 + 1; a 总计 of 二 whose parts are not nothing leaves open what it is.
  const { findings } = session.parts[0]!.analysis;
  assert.deepEqual(unbalanced(findings), ["naturalPerson", "business", "otherOrganization"]);
  assert.deepEqual(told(session.parts[0]!.analysis), told(analyse(after)));
});

test("causes that are kept are those of the figures that stand: typed, typed over, taken back, then in another cell", () => {
  let text = writeDraft(facts({ layout: "pipe" }));
  const session = new Session();
  session.update(text);
  const all = new Map<string, readonly Cause[]>();
  const causesOf = (analysis: Analysis, known = all) => {
    for (const _ of diagnose(analysis, { known }));
    return diagnosesOf(analysis).flatMap(({ cause, table }) =>
      cause.repairs.map(({ figures }) =>
        [...figures]
          .map(([index, figure]) => `${table.form.cells[index]!.name} ${figure / 1_000_000}`)
          .join(),
      ),
    );
  };
  const put = (name: string, figure: string) => {
    const { start, end } = cellOf(text, name).span;
    session.replace({ start, end }, figure.length);
    text = text.slice(0, start) + figure + text.slice(end);
    session.update(text);
    const { analysis, typed } = session.parts[0]!;
    assert.deepEqual(causesOf(analysis), causesOf(analyse(text), new Map()), `${name} ${figure}`);
    return { typed: typed !== null, repairs: causesOf(analysis) };
  };
  const [total, granted] = ["disputes.review.total", "applications.granted.naturalPerson"];
  // 2 + 0 + 0 + 1 = 3, so that with 4 a part may be 1 more, with 5 it is 2 more.
  for (const [wrong, more] of [
    ["4", 3],
    ["5", 4],
    ["4", 3],
  ] as const) {
    const { typed, repairs } = put(total, wrong);
    assert.ok(typed && repairs.includes(`${total} 3`) && repairs.includes(`disputes.review.upheld ${more}`));
  }
  assert.deepEqual(put(total, "3"), { typed: true, repairs: [] });
  // 5 in the row of 7 and in the column of 13. Another cell was typed into before, so that the part is read again.
  const right = [`${granted} 5`];
  assert.deepEqual(put(granted, "8"), { typed: false, repairs: right });
  for (const wrong of ["9", "8"]) assert.deepEqual(put(granted, wrong), { typed: true, repairs: right });
  assert.deepEqual(put(granted, "5"), { typed: true, repairs: [] });
});

test("where a typed figure leaves more blanks than zeros, blanks become zeros", () => {
  const cellsOf = (text: string) =>
    analyse(text).draft.reports[0]!.tables.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
  const isZero = ({ value }: ReturnType<typeof cellsOf>[number]) =>
    value.kind === "number" && value.quantity === 0;
  // As many blanks as zeros, all blanks in 申请; of an odd number one zero more is none.
  const zeros = cellsOf(writeDraft(facts())).filter(isZero);
  const disputes = {
    ...SOUND.disputes,
    ...(zeros.length % 2 ? { "review.corrected": "1", "review.total": "4" } : {}),
  };
  const blank = zeros.filter(({ form }) => form.name.startsWith("applications.")).slice(0, zeros.length >> 1);
  const blanks = Object.fromEntries(blank.map(({ form }) => [form.name.slice("applications.".length), ""]));
  const text = writeDraft(facts({ disputes, applications: { ...SOUND.applications, ...blanks } }));
  const report = analyse(text).draft.reports[0]!;
  assert.equal(cellsOf(text).filter(isZero).length, blank.length);
  assert.equal(report.blankIsZero, false);
  const { start } = cellsOf(text).find(
    (cell) => isZero(cell) && cell.form.name.startsWith("disputes."),
  )!.span;
  const session = new Session();
  session.update(text);
  session.replace({ start, end: start }, 1);
  const after = `${text.slice(0, start)}3${text.slice(start)}`;
  session.update(after);
  const [part] = session.parts;
  assert.equal(part!.analysis.draft.reports[0]!.blankIsZero, true);
  assert.deepEqual(told(part!.analysis), told(analyse(after)));
});

test("in a drawn table, where a longer figure may move the next, and where a rule threw, the part is read again", () => {
  const drawn = ["| 一、总体情况 | 1 |", "+---+---+", "| 本年 | 2 |"].join("\n");
  const plain = writeDraft(facts({ layout: "pipe" }));
  const isThrowing = ({ code }: Rule) => code === "style/residue";
  const throwing = RULES.map((rule): Rule => {
    if (!isThrowing(rule)) return rule;
    return {
      ...rule,
      check: () => {
        throw new Error("这里坏了");
      },
    };
  });
  for (const [text, rules, expected] of [
    [plain, RULES, true],
    [`${plain}\n${drawn}\n`, RULES, false],
    [plain, throwing, false],
  ] as const) {
    const { end } = cellOf(text, "applications.newRequests.naturalPerson").span;
    const session = new Session({}, rules);
    session.update(text);
    session.replace({ start: end, end }, 1);
    const crashes = session.update(`${text.slice(0, end)}5${text.slice(end)}`);
    assert.equal(session.parts[0]!.typed !== null, expected);
    assert.deepEqual(
      crashes.map(({ rule }) => rule),
      rules === throwing ? ["style/residue"] : [],
    );
  }
});
