// A draft under edit: whatever is typed, pasted and cut, what a session has found is what a fresh analysis of the text
// finds; and of a compilation an edit re-reads only the report that it touches, and at most its neighbours.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyse, type CheckedPart, diagnosesOf, Session } from "../../server/src/core";
import type { Stretch } from "../../server/src/core/report/narrative";
import { diagnosticsOf } from "../../server/src/editor/diagnostics";
import { documentDiagnostics } from "../../server/src/editor/documentDiagnostics";
import { draftAt } from "../generator/corpus";
import { LAYOUTS } from "../generator/manner";
import { Random } from "../generator/random";
import { facts, SOUND, writeDraft } from "../support/draft";

const PLAIN = LAYOUTS.filter((layout) => layout !== "html");
const URI = "file:///huibian.ogi";

/** A value as JSON with all its places moved; what is the form's is told by name. */
function placed(value: unknown, by: number): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (key === "text" && typeof each === "string" && each.length > 2000) return undefined;
    if (each === null || typeof each !== "object") return key === "from" ? Number(each) + by : each;
    if (key === "form" || key === "row") return (each as { name?: string; key?: string }).name ?? "form";
    if (key === "stretches") {
      return (each as readonly Stretch[]).map((stretch) => `${stretch.from} + ${stretch.by + by}`).join(" ");
    }
    const { start, end } = each as { start?: unknown; end?: unknown };
    if (typeof start === "number" && typeof end === "number") {
      return { ...each, start: `${start + by}`, end: `${end + by}` };
    }
    return each;
  });
}

/** All that was found in a text, with its places in the whole of it. */
function found(parts: readonly Pick<CheckedPart, "start" | "analysis">[]) {
  let before = 0;
  const all = parts.map(({ start, analysis }) => {
    const from = before;
    before += analysis.draft.reports.length;
    const withReport = (list: Analysis["findings"]) =>
      list.map((each) => placed({ ...each, report: each.report + from }, start));
    return {
      reports: analysis.draft.reports.map((report) => placed(report, start)),
      findings: withReport(analysis.findings),
      ignored: withReport(analysis.ignored),
    };
  });
  return {
    reports: all.flatMap(({ reports }) => reports),
    findings: all.flatMap(({ findings }) => findings),
    ignored: all.flatMap(({ ignored }) => ignored),
  };
}

function agrees(session: Session, text: string, causes: boolean, note: string): void {
  const fresh = analyse(text);
  // Where a figure was typed into, places are those of an older text: what is shown tells that they are moved.
  if (session.parts.every(({ typed }) => typed === null)) {
    assert.equal(session.parts.map(({ analysis }) => analysis.draft.text).join(""), text, note);
    assert.deepEqual(found(session.parts), found([{ start: 0, analysis: fresh }]), note);
  } else {
    const told = ({ findings }: Pick<Analysis, "findings">) =>
      findings.map(({ rule, severity, message, cells, expected, actual }) => ({
        ...{ rule, severity, message, cells, expected, actual },
      }));
    assert.deepEqual(
      session.parts.flatMap(({ analysis }) => told(analysis)),
      told(fresh),
      note,
    );
  }
  if (causes)
    for (const analysis of [fresh, ...session.parts.map((part) => part.analysis)]) diagnosesOf(analysis);
  const common = { locale: "zh-CN", pages: null } as const;
  const document = TextDocument.create(URI, "ogi-report", 1, text);
  assert.deepEqual(
    documentDiagnostics({ uri: URI, session, renewals: 0, ...common }),
    diagnosticsOf({ document, analysis: fresh, ...common }),
    note,
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

const PIECES = [
  ..."0123456789一二三四五六、。，\t|\n\r ：<>-#`".split(""),
  ...[
    "\r\n",
    "\n\n",
    "一、总体情况\n",
    "二、主动公开政府信息情况",
    "𠮷",
    "共收到申请7件，其中网站3件、来信5件。",
  ],
  ...["青禾县2023年政府信息公开工作年度报告\n", "\n2022年政府信息公开工作年度报告\n", "白石县人民政府\n"],
  ...["<!--", "<!-- gouji-ignore disputes/total: 已核 -->\n", "| --- |", "（一）", "无", "<p>", "```\n"],
];

/** Any edit that a hand may make: a key, a paste, a line or a report cut, doubled or moved. */
function anyEdit(text: string, random: Random): Edit {
  const at = random.below(text.length + 1);
  const lineOf = (offset: number) => text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = (offset: number) => text.indexOf("\n", offset) + 1 || text.length;
  switch (random.below(9)) {
    case 0:
      return { start: at, end: at, put: random.pick(PIECES) };
    case 1:
      return { start: at, end: Math.min(text.length, at + random.between(1, 3)), put: "" };
    case 2:
      return { start: lineOf(at), end: lineEnd(at), put: "" };
    case 3:
      return { start: lineOf(at), end: lineOf(at), put: text.slice(lineOf(at), lineEnd(at)) };
    case 4: {
      const end = Math.min(text.length, at + random.below(random.chance(0.2) ? 6000 : 300));
      return { start: at, end, put: random.pick(["", "", random.pick(PIECES)]) };
    }
    case 5: {
      const from = random.below(text.length + 1);
      return { start: at, end: at, put: text.slice(from, from + random.below(3000)) };
    }
    // At a title or a heading, where reports and sections are told apart.
    case 6:
    case 7: {
      const places = [...text.matchAll(/年度报告|[一二三四五六]、|人民政府/g)].map(({ index }) => index);
      const place = places.length > 0 ? random.pick(places) : at;
      const end = random.pick([place, place + 1, place + 2, lineEnd(place)]);
      return { start: random.pick([place, lineOf(place)]), end, put: random.pick(["", random.pick(PIECES)]) };
    }
    default: {
      const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
      const digit = digits.length > 0 ? random.pick(digits) : at;
      return { start: digit, end: digit + random.below(2), put: String(random.below(10)) };
    }
  }
}

function applied(text: string, { start, end, put }: Edit): string {
  return text.slice(0, start) + put + text.slice(Math.max(start, end));
}

for (let seed = 1; seed <= 24; seed++) {
  test(`seed ${seed}: after any edits a session has found what a fresh analysis finds`, () => {
    const random = new Random(seed);
    const count = random.between(1, 4);
    let text = Array.from({ length: count }, (_, i) => {
      const layout = random.chance(0.06) ? "html" : random.pick(PLAIN);
      return `${draftAt(seed, layout, i).text}\n`;
    }).join("");
    const session = new Session();
    session.update(text);
    agrees(session, text, false, `seed ${seed}`);
    for (let step = 0; step < 14; step++) {
      const edits: Edit[] = [];
      for (let i = random.pick([1, 1, 1, 2, 3]); i > 0; i--) {
        const edit = anyEdit(text, random);
        const end = Math.max(edit.start, edit.end);
        session.replace({ start: edit.start, end: Math.min(end, text.length) }, edit.put.length);
        text = applied(text, edit);
        edits.push(edit);
      }
      session.update(text);
      agrees(session, text, step >= 11, `seed ${seed}, step ${step}: ${JSON.stringify(edits)}`);
    }
  });
}

for (const layout of PLAIN) {
  test(`${layout}: digits typed into figures and deleted again, a draft without blanks and any others`, () => {
    const random = new Random(layout.length);
    let quick = 0;
    for (let seed = 0; seed < 10; seed++) {
      const simple = (["pipe", "tabbed", "stacked"] as const)[seed % 3]!;
      let text = seed < 5 ? writeDraft(facts({ layout: simple })) : draftAt(seed, layout, 0).text;
      const session = new Session();
      session.update(text);
      const [, ...cells] = [...text.matchAll(/[\t|] *(\d+)(?= *[\t|\r\n])/g)];
      for (let step = 0; step < 12 && cells.length > 0; step++) {
        const { index, 0: cell } = random.pick(cells);
        const first = index + cell.search(/\d/);
        for (let key = random.between(1, 4); key > 0; key--) {
          const end = first + /^\d*/.exec(text.slice(first))![0].length;
          const at = random.between(first, end);
          const isDeleted = random.chance(0.4) && at < end;
          const edit = {
            start: at,
            end: at + Number(isDeleted),
            put: isDeleted ? "" : String(random.below(10)),
          };
          session.replace(edit, edit.put.length);
          text = applied(text, edit);
          session.update(text);
          if (session.parts.some(({ typed }) => typed)) quick++;
          agrees(session, text, false, `seed ${seed}, step ${step}: ${cell} ${JSON.stringify(edit)}`);
        }
      }
    }
    assert.ok(quick > 20, `${quick} edits took in a figure alone`);
  });
}

test("a digit typed into a figure that the text states: the text's figure no longer agrees, and agrees again", () => {
  const draft = writeDraft(facts({ layout: "pipe" }));
  const cellOf = (text: string) => {
    const table = analyse(text).draft.reports[0]!.tables.find(({ key }) => key === "applications")!;
    return table.cells[table.form.byName.get("applications.newRequests.total")!.index]!;
  };
  const sentence = `本年度共收到政府信息公开申请${cellOf(draft).text}件。\n`;
  let text = draft.replace("一、总体情况\n", `一、总体情况\n${sentence}`);
  const session = new Session();
  session.update(text);
  const mismatches = () =>
    session.parts[0]!.analysis.findings.filter(({ rule }) => rule === "narrative/table-mismatch").length;
  assert.equal(mismatches(), 0);
  const { end } = cellOf(text).span;
  session.replace({ start: end, end }, 1);
  text = applied(text, { start: end, end, put: "5" });
  session.update(text);
  assert.ok(session.parts[0]!.typed);
  assert.equal(mismatches(), 1);
  agrees(session, text, false, "typed");
  session.replace({ start: end, end: end + 1 }, 0);
  text = applied(text, { start: end, end: end + 1, put: "" });
  session.update(text);
  assert.equal(mismatches(), 0);
  agrees(session, text, false, "deleted");
});

/** Reports one after another; the last one's disputes do not add up. */
function compilation(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const organ = `青禾县第${i + 1}镇人民政府`;
    const disputes = i === count - 1 ? { ...SOUND.disputes, "review.total": "907" } : SOUND.disputes;
    return writeDraft(facts({ layout: (["pipe", "tabbed", "stacked"] as const)[i % 3]!, organ, disputes }));
  }).join("\n");
}

test("an empty text, and one that becomes empty, has one part and nothing in it", () => {
  const session = new Session();
  for (const text of ["", "青禾县2023年政府信息公开工作年度报告", ""]) {
    const { length } = session.parts.map(({ analysis }) => analysis.draft.text).join("");
    session.replace({ start: 0, end: length }, text.length);
    session.update(text);
    agrees(session, text, false, text);
    assert.equal(session.parts.length, 1);
  }
});

for (const count of [4, 40]) {
  test(`of ${count} reports an edit re-reads the one it is in, and finds stay in their places in all others`, () => {
    let text = compilation(count);
    const session = new Session();
    session.update(text);
    assert.equal(session.parts.length, count);
    const edit = (words: string, put: string): number => {
      const before = new Set(session.parts.map(({ analysis }) => analysis));
      const start = text.indexOf(words);
      session.replace({ start, end: start + words.length }, put.length);
      text = applied(text, { start, end: start + words.length, put });
      session.update(text);
      return session.parts.filter(({ analysis }) => !before.has(analysis)).length;
    };
    const figure = "本年新收政府信息公开申请数量";
    assert.equal(edit(`${figure} `, `${figure}  `), 1);
    // Its first lines are looked at to tell where the report above it ends.
    assert.ok(edit("第2镇人民政府", "第2镇人民政府\n") <= 2);
    const parts = session.parts.map(({ start }) => text.slice(start).split("\n", 1)[0]);
    assert.equal(parts.length, count);
    assert.match(parts[1]!, /第2镇人民政府$/);
    const wrong = session.parts.at(-1)!;
    assert.equal(wrong.analysis.findings[0]!.rule, "disputes/total");
    const { span } = wrong.analysis.findings[0]!;
    assert.equal(text.slice(wrong.start + span.start, wrong.start + span.end), "907");
    assert.equal(text.slice(0, wrong.start).split("\n").length - 1, wrong.line);
  });
}
