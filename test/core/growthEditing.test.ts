// No step behind the check is quadratic either: formatting, causes, fixes, ledgers, links, outlines, diagnostics. And an
// edit costs what the report costs that it is in, whatever stands around that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Analysis,
  allTotalEdits,
  analyse,
  applyEdits,
  commentEdit,
  diagnosesOf,
  type Finding,
  fixesOf,
  ledgerOf,
  linkedAt,
  noticesOf,
  renameEdits,
  renderLedger,
  Session,
  safeEdits,
} from "../../server/src/core";
import { completionsAt } from "../../server/src/editor/completion";
import { diagnosticsOf } from "../../server/src/editor/diagnostics";
import { documentDiagnostics } from "../../server/src/editor/documentDiagnostics";
import { formattingOf } from "../../server/src/editor/formatting";
import { symbolsOf } from "../../server/src/editor/symbols";
import { type Growing, lines, nothingBut, paragraph, reports, rows } from "../support/growing";
import { growsInStep } from "../support/growth";
import { type Work, workOf } from "../support/work";

interface Read {
  readonly text: string;
  readonly document: TextDocument;
  readonly analysis: Analysis;
}

/** A draft that was read and checked, its causes known. */
function read(text: string): Read {
  const analysis = analyse(text);
  diagnosesOf(analysis);
  return { text, document: TextDocument.create("file:///1.ogi", "ogi-report", 1, text), analysis };
}

const STYLED = lines((i) => `二，，公开事项第${i}项,更新××件,共发布信息${i + 60}条,其中网站${i + 3}条。`);
const STATED = lines((i) => `第${i + 1}季度末，累计收到政府信息公开申请16件。`);
const TITLED = nothingBut((i) => `青禾县第${i + 1}镇2023年政府信息公开工作年度报告\n一、总体情况\n`);
const DETAILED = rows("tabbed", (i) => [`其中：第${i + 1}所`, "1", "0", "1"]);
const COMPILED = reports("pipe");

type Job = (read: Read) => unknown;

const format: Job = ({ document, analysis }) => formattingOf(document, analysis.draft);
const silence: Job = ({ analysis }) =>
  analysis.findings.slice(-1).map((finding) => commentEdit(analysis, finding, "已核"));
const fixes: Job = ({ analysis }) => analysis.findings.map((finding) => fixesOf(analysis, finding));
const safe: Job = ({ text, analysis }) => applyEdits(text, safeEdits(analysis));
const ledgers: Job = ({ analysis }) =>
  analysis.draft.reports.map((report) =>
    report.tables.map((table) => renderLedger(ledgerOf(analysis, report, table), "zh-CN")),
  );
const outline: Job = ({ document, analysis }) => symbolsOf(document, analysis.draft);
const diagnostics: Job = ({ document, analysis }) =>
  diagnosticsOf({ document, analysis, locale: "zh-CN", pages: null });
const links: Job = ({ text, analysis: { draft } }) => {
  const at = text.lastIndexOf("16");
  assert.ok(linkedAt(draft, at));
  return renameEdits(draft, at, "17");
};

const JOBS: readonly (readonly [name: string, draft: Growing, job: Job, count: number])[] = [
  ["formatting reports", COMPILED, format, 2],
  ["formatting rows of the organ's own", DETAILED, format, 50],
  ["formatting text", STYLED, format, 20],
  ["notices of reports", COMPILED, ({ analysis }) => noticesOf(analysis), 4],
  ["fixes in reports", COMPILED, fixes, 3],
  ["fixes of missing sections", TITLED, fixes, 10],
  ["safe fixes", STYLED, safe, 30],
  ["a comment that silences", STYLED, silence, 8],
  ["totals of reports", COMPILED, ({ analysis: { draft } }) => allTotalEdits(draft), 3],
  ["ledgers of reports", COMPILED, ledgers, 3],
  ["links of a figure that is stated again and again", STATED, links, 60],
  ["outline of reports", COMPILED, outline, 4],
  ["diagnostics of reports", COMPILED, diagnostics, 3],
  ["diagnostics of text", STYLED, diagnostics, 30],
  [
    "completion in a long report",
    lines(paragraph),
    ({ text, analysis: { draft } }) => completionsAt(draft, text.length, { markdown: false }),
    60,
  ],
];

for (const [name, draft, job, count] of JOBS) {
  test(`${name}: ${count}, and ten times as many`, (t) => {
    growsInStep(
      t,
      (many) => {
        const given = read(draft(many));
        return () => job(given);
      },
      count,
    );
  });
}

test("causes of reports: 3, and ten times as many", (t) => {
  growsInStep(
    t,
    (many) => {
      // Other figures in each, so that each is searched for.
      let i = 0;
      const text = COMPILED(many).replaceAll("907", () => String(907 + i++));
      const analysis = analyse(text);
      return () => diagnosesOf(analysis);
    },
    3,
  );
});

test("one fix of a report: 60 findings in it, and ten times as many", (t) => {
  growsInStep(
    t,
    (many) => {
      const { analysis } = read(STYLED(many));
      const last = (rule: string): Finding | undefined =>
        analysis.findings.findLast((each) => each.rule === rule);
      const each = ["style/punctuation", "narrative/parts-sum"].flatMap((rule) => last(rule) ?? []);
      return () => each.map((finding) => fixesOf(analysis, finding));
    },
    60,
  );
});

/** A compilation that was opened, with its diagnostics shown, and a place in its fifth report to edit. */
function opened(
  count: number,
  place: RegExp,
): { edit: (put: string) => Work; show: () => Work; session: Session } {
  let text = COMPILED(count);
  const session = new Session();
  session.update(text);
  const shown = () => {
    for (const { analysis } of session.parts) diagnosesOf(analysis);
    return workOf(() =>
      documentDiagnostics({ uri: "file:///1.ogi", session, renewals: 0, locale: "zh-CN", pages: null }),
    );
  };
  const from = text.indexOf("第5镇");
  const match = place.exec(text.slice(from))!;
  const at = from + match.index + match[0].length;
  const edit = (put: string) => {
    text = text.slice(0, at) + put + text.slice(at);
    return workOf(() => {
      session.replace({ start: at, end: at }, put.length);
      session.update(text);
    });
  };
  return { edit, show: shown, session };
}

/** What an edit, and showing what it changed, may cost for each report that stands around. */
const STEPS_TO_KEEP = 10;
const STEPS_TO_MOVE = 60;

const FIGURE = /本年新收政府信息公开申请数量[\s|]*12/;

for (const [name, place, put, keeps, moves] of [
  ["in a word", /全年发布/, "新", STEPS_TO_KEEP, STEPS_TO_KEEP],
  ["in a title", /\d{4}年政府信息/, "新", STEPS_TO_KEEP, STEPS_TO_KEEP],
  ["in a figure", FIGURE, "9", STEPS_TO_KEEP, STEPS_TO_KEEP],
  ["a line more", /今后|的更新情况。/, "\n", STEPS_TO_KEEP, STEPS_TO_MOVE],
] as const) {
  test(`an edit ${name} costs no more in 40 reports than in 8, but a few steps a report`, (t) => {
    const [few, many] = [8, 40].map((count) => {
      const { edit, show } = opened(count, place);
      show();
      edit(put);
      show();
      return { edit: edit(put).total, show: show().total };
    });
    const more = { edit: (many!.edit - few!.edit) / 32, show: (many!.show - few!.show) / 32 };
    t.diagnostic(
      `${few!.edit} steps; for each other report ${more.edit.toFixed(1)}, and ${more.show.toFixed(1)} to show it`,
    );
    assert.ok(more.edit <= keeps, `${more.edit} steps a report`);
    assert.ok(more.show <= moves, `${more.show} steps a report to show`);
  });
}

test("a digit typed into a figure reads nothing anew", () => {
  const { edit, session } = opened(10, FIGURE);
  edit("9");
  const work = edit("9");
  assert.equal(session.parts.filter(({ typed }) => typed !== null).length, 1);
  // Whether blanks are zeros is told by counting cells, not by reading.
  const reading = [...work.by].filter(([step]) => /^core\/(?:draft\/(?!report\.ts)|narrative\/)/.test(step));
  assert.deepEqual(reading, []);
});

test("diagnostics of a session: 4 reports with findings, and ten times as many", (t) => {
  growsInStep(
    t,
    (many) => {
      const session = new Session();
      session.update(COMPILED(many));
      for (const { analysis } of session.parts) diagnosesOf(analysis);
      return () =>
        documentDiagnostics({ uri: "file:///1.ogi", session, renewals: 0, locale: "zh-CN", pages: null });
    },
    4,
  );
});

test("diagnostics of which not all are shown: 120 lines with some each, and ten times as many", (t) => {
  growsInStep(
    t,
    (many) => {
      const session = new Session();
      session.update(STYLED(many));
      return () =>
        documentDiagnostics({ uri: "file:///1.ogi", session, renewals: 0, locale: "zh-CN", pages: null });
    },
    120,
  );
});
