// Wrong cells in real VS Code: one finding at the cell, its repair, "not this one", and the ledger that follows the draft.
import * as assert from "node:assert";
import * as vscode from "vscode";
import {
  actions,
  apply,
  errors,
  eventually,
  findingAt,
  list,
  open,
  openText,
  rangeOf,
  read,
  replace,
  settled,
  until,
  untilNoErrors,
} from "./helpers";
import { test } from "./runner";

const QUICK_FIX = vscode.CodeActionKind.QuickFix;

async function titled(draft: vscode.TextDocument, range: vscode.Range, title: RegExp) {
  const offered = await actions(draft, range, QUICK_FIX);
  const found = offered.find((each) => title.test(each.title));
  assert.ok(found, `offered: ${offered.map((each) => each.title).join("; ")}`);
  return found;
}

/** The page of the one ledger that is open; fails where there is none, or it is not rendered. */
function ledger(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "gouji-ledger");
}

async function ledgerHas(text: string): Promise<void> {
  await eventually(`${text} in ${ledger()?.getText()}`, () => ledger()?.getText().includes(text) === true);
}

test("one wrong cell is one error, there; its repair clears it", async () => {
  const draft = await open("liuxi.md");
  const finding = await findingAt(draft, "applications/row-total", rangeOf(draft, "21"));
  assert.strictEqual(errors(draft).length, 1, list(errors(draft)));
  assert.match(finding.message, /很可能应为 12（现为 21）/);
  assert.deepStrictEqual(
    finding.relatedInformation?.map(({ location }) => draft.getText(location.range)),
    ["17", "38"],
  );
  const repair = await titled(draft, finding.range, /21 → 12/);
  assert.ok(repair.isPreferred);
  await apply(repair);
  await untilNoErrors(draft);
  assert.strictEqual(draft.getText(), (await read("liuxi.md")).replace("| 21 |", "| 12 |"));
});

test("not this one: the cell is believed, and the totals are told", async () => {
  // A text of its own: what is believed of a draft holds as long as it is open.
  const draft = await openText("ogi-report", await read("liuxi.md"));
  const { range } = await findingAt(draft, "applications/row-total", rangeOf(draft, "21"));
  await apply(await titled(draft, range, /没有错，换一种可能/));
  await until(
    draft,
    (all) => all.length === 2 && all.every((each) => !each.range.isEqual(range)),
    "the totals expected",
  );
  assert.deepStrictEqual(
    errors(draft).map((each) => draft.getText(each.range)),
    ["17", "38"],
  );
});

test("gouji.ledger: rendered beside the draft, of the table at the cursor, and it follows the draft", async () => {
  const draft = await open("liuxi.md");
  const wrong = rangeOf(draft, "21");
  await findingAt(draft, "applications/row-total", wrong);
  const editor = vscode.window.activeTextEditor!;
  editor.selection = new vscode.Selection(wrong.start, wrong.start);
  await vscode.commands.executeCommand("gouji.ledger");
  await ledgerHas("17 ≠ 26 = 21 + 3 + 1 + 1");
  await eventually("the preview", () =>
    vscode.window.tabGroups.all.some(
      ({ tabs, viewColumn }) =>
        viewColumn === vscode.ViewColumn.Two &&
        tabs.some(({ input }) => input instanceof vscode.TabInputCustom),
    ),
  );
  assert.strictEqual(vscode.window.activeTextEditor, editor, "the draft keeps the cursor");
  // Lines above the table move it; the ledger stays with it.
  const title = rangeOf(draft, "## 一、总体情况");
  await replace(draft, new vscode.Range(title.start, title.start), "\n".repeat(40));
  await replace(draft, rangeOf(draft, "21"), "12");
  await ledgerHas("各项勾稽关系均相符");
  await ledgerHas("17 = 12 + 3 + 1 + 1");
  assert.ok(!ledger()!.getText().includes("行政复议"), "of the one table");
  // No finding comes or goes here.
  await replace(draft, rangeOf(draft, "| 12 | 3 | 0 | 1 | 1 | 0 | 17 |"), "| 12 | 2 | 1 | 1 | 1 | 0 | 17 |");
  await ledgerHas("17 = 12 + 2 + 1 + 1 + 1");
  await vscode.commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
  await settled();
});

test("gouji.ledger where there is no report: it says so, and opens nothing", async () => {
  await open("huiyi.txt");
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
  const before = tabs();
  await vscode.commands.executeCommand("gouji.ledger");
  assert.strictEqual(tabs(), before);
});
