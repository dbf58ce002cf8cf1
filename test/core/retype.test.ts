// Digits typed into figures that a text speaks of: which rules look at figures is a list, and this is how it is kept right.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, Session } from "../../server/src/core";
import { Random } from "../generator/random";
import { draftOf, readCorpus } from "../narrative/corpus";
import { facts, SOUND, writeDraft } from "../support/draft";

const EVERY = 3;

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
      const told = ({ findings }: Pick<ReturnType<typeof analyse>, "findings">) =>
        findings.map(({ rule, severity, message }) => ({ rule, severity, message }));
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
  const table = before.draft.reports[0]!.tables.find(({ key }) => key === "applications")!;
  const { end } = table.cells[table.form.byName.get("applications.carriedForward.total")!.index]!.span;
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
