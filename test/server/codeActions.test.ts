// Quick fixes, all totals of a table or a document, and fix all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type CodeAction, CodeActionTriggerKind, type Range } from "vscode-languageserver/node";
import { LAYOUTS } from "../support/draft";
import { soundDraft, withApplications, withDisputes, wrongReview } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { rangeOf, wholeOf } from "./text";

const FIX_ALL = "source.fixAll.gouji";

/** 行政复议 in a sound draft with pipe tables; its total is the only 3 in it. */
const REVIEW = "| 2   | 0   | 0   | 1   | 3   |";

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((action) => action.title === title);
  assert.ok(found, `${title} in ${JSON.stringify(titles(actions))}`);
  return found;
}

/** The code actions where `needle` stands, without those that ignore a finding, which ignoring.test.ts looks at. */
function actionsAt(document: OpenDocument, needle: string, only?: readonly string[]): Promise<CodeAction[]> {
  return fixesIn(document, rangeOf(document.text, needle), only);
}

async function fixesIn(
  document: OpenDocument,
  range: Range,
  only?: readonly string[],
): Promise<CodeAction[]> {
  const actions = await document.actions(range, only);
  return actions.filter(({ title }) => !/^(?:忽略|Ignore)/.test(title));
}

for (const layout of LAYOUTS) {
  for (const [name, lineEnd] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ] as const) {
    test(`${layout}, ${name}: a wrong total is set right, its digits only`, async (t) => {
      const client = await Client.start(t);
      const document = client.open(wrongReview(layout).replaceAll("\n", lineEnd));
      const [fix, ...others] = await actionsAt(document, "907");
      assert.deepEqual(others, []);
      assert.equal(fix!.title, "改为 3（= 2 + 0 + 0 + 1）");
      assert.equal(fix!.kind, "quickfix");
      assert.equal(fix!.isPreferred, true);
      assert.deepEqual(fix!.diagnostics, [await document.only("disputes/total")]);
      document.apply(fix!);
      assert.equal(document.text, soundDraft(layout).replaceAll("\n", lineEnd));
      assert.deepEqual(await document.pull(), []);
    });
  }

  test(`${layout}: a blank total is filled in`, async (t) => {
    const client = await Client.start(t);
    const document = client.open(withDisputes({ "review.total": "" }, layout));
    const { range } = await document.only("table/blank-cell");
    const actions = await document.actions({ start: range.end, end: range.end });
    document.apply(titled(actions, "改为 3（= 2 + 0 + 0 + 1）"));
    assert.equal(document.text, soundDraft(layout));
    assert.deepEqual(await document.pull(), []);
  });
}

test("the light bulb is where the squiggle is, at both ends of it, and nowhere else", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongReview());
  const { start, end } = rangeOf(document.text, "907");
  const at = async (line: number, character: number) =>
    (await fixesIn(document, { start: { line, character }, end: { line, character } })).length;
  assert.equal(await at(start.line, start.character), 1);
  assert.equal(await at(end.line, end.character), 1);
  assert.equal(await at(start.line, start.character - 1), 0);
  assert.equal(await at(end.line, end.character + 1), 0);
  assert.equal(await at(start.line - 1, start.character), 0);
  assert.equal((await fixesIn(document, wholeOf(document.text))).length, 1);
});

test("titles follow the locale", async (t) => {
  const client = await Client.start(t, { settings: { locale: "en" } });
  assert.deepEqual(titles(await actionsAt(client.open(wrongReview()), "907")), [
    "Change to 3 (= 2 + 0 + 0 + 1)",
  ]);
});

test("figures of a column may stand at the right, and full-width digits stay so", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongReview().replace("| 907 |", "|   ９０７ |"));
  document.apply(titled(await actionsAt(document, "９０７"), "改为 3（= 2 + 0 + 0 + 1）"));
  // Three full-width digits are six columns, one is two: four spaces make up for the rest.
  assert.equal(document.text, soundDraft().replace(REVIEW, REVIEW.replace("| 3   |", "|       ３ |")));
});

test("a balance offers its corrections, the likeliest first, and prefers none", async (t) => {
  const client = await Client.start(t);
  // 12 + 2 against 13 + 301, so 300 too many on the right, in the column and in the row's total. Of 312 a digit may have
  // been lost; nobody types 2 for 302.
  const figures = { "carriedForward.naturalPerson": "301", "carriedForward.total": "302" };
  const document = client.open(withApplications(figures));
  const actions = await actionsAt(document, "301");
  const [row, first] = ["四、结转下年度继续办理", "一、本年新收政府信息公开申请数量"];
  assert.deepEqual(titles(actions), [
    `改为：“${row} · 自然人” 301 → 1、“${row} · 总计” 302 → 2（2 处随之平衡）`,
    `改为：“${first} · 自然人” 12 → 312、“${first} · 总计” 16 → 316（2 处随之平衡）`,
  ]);
  assert.deepEqual(
    actions.map(({ isPreferred, kind }) => [isPreferred, kind]),
    Array(2).fill([false, "quickfix"]),
  );
  document.apply(actions[0]!);
  assert.equal(document.text, soundDraft());
  assert.deepEqual(await document.pull(), []);
});

test("the second correction of a balance makes it hold, too", async (t) => {
  const client = await Client.start(t);
  const wrong = { "carriedForward.naturalPerson": "301", "carriedForward.total": "302" };
  const document = client.open(withApplications(wrong));
  document.apply((await actionsAt(document, "301"))[1]!);
  const right = { "newRequests.naturalPerson": "312", "newRequests.total": "316" };
  assert.equal(document.text, withApplications({ ...wrong, ...right }));
  assert.deepEqual(await document.pull(), []);
});

/** Two wrong totals in one table, one in another. */
const THREE_WRONG = withApplications({ "granted.total": "907", "carriedOver.total": "803" }).replace(
  REVIEW,
  REVIEW.replace("| 3  ", "| 704"),
);

test("all totals of the table, and of the document, at one wrong total", async (t) => {
  const client = await Client.start(t);
  const table = client.open(THREE_WRONG, { uri: "file:///biao.ogi" });
  table.apply(titled(await actionsAt(table, "907"), "更正本表全部总计（2 处）"));
  assert.equal(table.text, withDisputes({ "review.total": "704" }));
  assert.deepEqual(await table.findings(), ["disputes/total 704"]);
  const all = client.open(THREE_WRONG, { uri: "file:///quan.ogi" });
  all.apply(titled(await actionsAt(all, "704"), "更正全文全部总计（3 处）"));
  assert.equal(all.text, soundDraft());
  assert.deepEqual(await all.pull(), []);
});

test("a total alone in its table is offered with the document's, not with its table's", async (t) => {
  const client = await Client.start(t);
  const actions = await actionsAt(client.open(THREE_WRONG), "704");
  assert.deepEqual(titles(actions), ["改为 3（= 2 + 0 + 0 + 1）", "更正全文全部总计（3 处）"]);
});

test("fix all is given only to those who ask for it", async (t) => {
  const client = await Client.start(t);
  const document = client.open(THREE_WRONG);
  const whole = wholeOf(document.text);
  const kinds = async (only?: string[]) => {
    const all = (await document.actions(whole, only)).map(({ kind }) => kind);
    return [...new Set(all)];
  };
  assert.deepEqual(await kinds(), ["quickfix"]);
  assert.deepEqual(await kinds(["quickfix"]), ["quickfix"]);
  assert.deepEqual(await kinds([FIX_ALL]), [FIX_ALL]);
  assert.deepEqual(await kinds(["source.fixAll"]), [FIX_ALL]);
  assert.deepEqual(await kinds(["source"]), [FIX_ALL]);
  assert.deepEqual(await kinds(["quickfix", "source"]), ["quickfix", FIX_ALL]);
  assert.deepEqual(await kinds([""]), ["quickfix", FIX_ALL]);
  assert.deepEqual(await kinds(["refactor"]), []);
  assert.deepEqual(await kinds(["source.organizeImports"]), []);
  assert.deepEqual(await kinds(["source.fixAll.eslint"]), []);
  assert.deepEqual(await kinds(["quick"]), []);
  assert.deepEqual(await kinds([]), []);
});

test("fix all, asked for by the user, corrects every total", async (t) => {
  const client = await Client.start(t);
  const document = client.open(THREE_WRONG);
  const [action] = await document.actions(wholeOf(document.text), [FIX_ALL]);
  document.apply(action!);
  assert.equal(document.text, soundDraft());
  assert.deepEqual(await document.pull(), []);
});

test("fix all that runs by itself, as on save, changes no figure", async (t) => {
  const client = await Client.start(t);
  const wrong = client.open(THREE_WRONG);
  const { Automatic } = CodeActionTriggerKind;
  assert.deepEqual(await wrong.actions(wholeOf(wrong.text), [FIX_ALL], Automatic), []);
  // 208 decisions in full-width digits: the same figure in plain ones is no other figure.
  const wide = client.open(THREE_WRONG.replace("208", "２０８"), { uri: "file:///quanjiao.ogi" });
  const [action] = await wide.actions(wholeOf(wide.text), [FIX_ALL], Automatic);
  wide.apply(action!);
  assert.equal(wide.text, THREE_WRONG);
});

test("fix all does not change one place twice", async (t) => {
  const client = await Client.start(t);
  for (const cell of ["| ９０７ |", "|   ９０７ |", "|９０７|", "| ９０７     |"]) {
    const document = client.open(wrongReview().replace("| 907 |", cell), {
      uri: `file:///${cell.length}.ogi`,
    });
    const [action] = await document.actions(wholeOf(document.text), [FIX_ALL]);
    document.apply(action!);
    const found = await document.findings();
    assert.ok(!found.some((finding) => finding.startsWith("disputes/total")), JSON.stringify(found));
    document.close();
  }
});

test("edits name the document's version, where the client can take it", async (t) => {
  const client = await Client.start(t);
  const document = client.open(soundDraft());
  document.type(REVIEW, REVIEW.replace("| 3  ", "| 907"));
  const [{ edit }] = (await actionsAt(document, "907")) as [CodeAction];
  assert.deepEqual(edit, {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: 2 },
        edits: [{ range: rangeOf(document.text, "907 "), newText: "3   " }],
      },
    ],
  });
});

test("else they are plain changes", async (t) => {
  const client = await Client.start(t, { capabilities: { workspace: { workspaceEdit: {} } } });
  const document = client.open(wrongReview("stacked"));
  const [{ edit }] = (await actionsAt(document, "907")) as [CodeAction];
  assert.deepEqual(edit, {
    changes: { [document.uri]: [{ range: rangeOf(document.text, "907"), newText: "3" }] },
  });
});

test("a draft without anything wrong has no action, asked for or not", async (t) => {
  const client = await Client.start(t);
  const document = client.open(soundDraft());
  assert.deepEqual(await document.actions(wholeOf(document.text)), []);
  assert.deepEqual(await document.actions(wholeOf(document.text), [FIX_ALL]), []);
  document.type(REVIEW, REVIEW.replace("| 3  ", "| 4  "));
  assert.equal((await document.actions(wholeOf(document.text), [FIX_ALL])).length, 1);
});

test("the figures that a fix's title adds up make its value", async (t) => {
  const client = await Client.start(t);
  // 13 + 2 + 1 + 1 are 17; the 907 in the row of 予以公开 is a part of （七） as well, where it is no sum of parts.
  const document = client.open(withApplications({ "granted.total": "907" }));
  const actions = await fixesIn(document, wholeOf(document.text));
  assert.deepEqual(titles(actions), [
    "改为 7（= 5 + 1 + 0 + 0 + 1 + 0）",
    "“（一）予以公开 · 总计”没有错，换一种可能",
  ]);
});
