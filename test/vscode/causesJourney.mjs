// A journey in the workbench of a real VS Code: a person is shown the cell that two wrong sums come from, looks at the
// repair before it is made, reads the table's ledger, which follows the draft, and says that the cell is right.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { handsOf, squiggleAtCursor, textInFrames, walk } from "./walk.mjs";
import { openWorkbench } from "./workbench.mjs";

const DRAFT = "liuxi.md"; // 予以公开 of 自然人 is 12, typed as 21: a row and a column do not add up
const ROW = "（一）予以公开";
const REPAIR = "改为：“（一）予以公开 · 自然人” 21 → 12（2 处随之平衡）";
const TRUST = "“（一）予以公开 · 自然人”没有错，换一种可能";
const LEDGER = "勾稽诊断";
const PAGE = /(?:勾稽诊断|Ledger) liuxi/;
const COMMAND = /勾稽诊断|Ledger of this table/;
const TOTALS = "（七）总计";
const DISPUTES = "## 四、政府信息公开行政复议、行政诉讼情况";
const SETTINGS = { "editor.minimap.enabled": false, "editor.fontSize": 15 };

/** Walks the whole journey; a step that fails ends it. `report` gets one line a step. */
export async function causesJourney({ folder, extension, report }) {
  const { page, close } = await openWorkbench({ folder, extension, settings: SETTINGS });
  try {
    await walk({ page, steps: steps(page, folder), pictures: "causes", report });
  } finally {
    await close();
  }
}

function steps(page, folder) {
  const { hoverOver, keys, open, goToLine, goBehind, openMenu, choose, counted } = handsOf(page);
  const lines = readFileSync(join(folder, DRAFT), "utf8").split("\n");
  const squiggles = page.locator(".squiggly-error >> visible=true");
  const row = page.locator(".view-line", { hasText: ROW });
  const menu = page.locator(".action-widget");
  const preview = page.locator(".refactor-preview, .bulk-edit-panel");
  const atCell = () => goBehind(lines, ROW, "21");

  return {
    "opens a draft: of the row and the column that do not add up, one cell has the squiggle": async () => {
      await open(DRAFT);
      await atCell();
      await squiggleAtCursor(page, squiggles, 1);
      await counted(1);
    },
    "hovers over it, and reads what it should be and why": async () => {
      await hoverOver(squiggles);
      const hover = page.locator(".monaco-hover", { hasText: "21" }).first();
      await hover.waitFor();
      assert.match(await hover.textContent(), /自然人”很可能应为 12（现为 21），由此引起 2 处不平/);
      await hover.getByText(/Quick Fix\.\.\./).waitFor();
    },
    "opens Problems: one entry, with both sums below it": async () => {
      await page.locator(".statusbar-item", { hasText: "勾稽" }).click();
      const problems = page.locator(".markers-panel");
      await problems.waitFor();
      await problems.getByText("很可能应为 12").first().click();
      await keys("ArrowRight");
      await problems.getByText("“（一）予以公开”总计为 17").first().waitFor();
      await problems.getByText("“自然人”列（七）总计为 38").first().waitFor();
    },
    "opens the lightbulb's menu: the repair first, then what else can be done": async () => {
      await keys("Control+j");
      await atCell();
      await openMenu(REPAIR);
      const rows = await menu.locator(".monaco-list-row.action").allTextContents();
      assert.deepEqual(rows.slice(0, 3), [REPAIR, TRUST, `${LEDGER}…`]);
    },
    "presses Ctrl+Enter: VS Code previews the repair, which is not made yet": async () => {
      await keys("Control+Enter");
      await preview.getByText("2112").first().waitFor();
      assert.match(await row.textContent(), /21/);
      await page.getByRole("button", { name: "Discard" }).click();
      await preview.waitFor({ state: "hidden" });
      await squiggleAtCursor(page, squiggles, 1);
    },
    "chooses 勾稽诊断…: a page beside the draft shows each sum with its figures": async () => {
      await atCell();
      await choose(`${LEDGER}…`);
      await page.getByRole("tab", { name: PAGE }).waitFor();
      await textInFrames(page, "17 ≠ 26 = 21 + 3 + 1 + 1");
      await textInFrames(page, "38 ≠ 47 = 21 + 5 + 2 + 9 + 10");
      await textInFrames(page, "“（一）予以公开 · 自然人” 21 → 12");
    },
    "types 12 in its place: the page follows": async () => {
      await atCell();
      await keys("Backspace", "Backspace");
      await page.keyboard.type("12");
      await textInFrames(page, "各项勾稽关系均相符");
      await textInFrames(page, "17 = 12 + 3 + 1 + 1");
      await counted(0);
    },
    "takes it back: the page follows again": async () => {
      await keys("Control+z", "Control+z");
      await textInFrames(page, "17 ≠ 26");
      await counted(1);
    },
    "says that the cell is right: the totals of row and column have the squiggles now": async () => {
      await atCell();
      await choose(TRUST);
      await counted(2);
      await goBehind(lines, ROW, "17");
      await squiggleAtCursor(page, squiggles, 1); // that of the column is further down
      await goBehind(lines, TOTALS, "38");
      await squiggleAtCursor(page, squiggles);
    },
    "closes the draft and opens it again: the cell is suspected again": async () => {
      await keys("Control+w");
      await page.getByRole("tab", { name: /^liuxi/ }).waitFor({ state: "detached" });
      await page.getByRole("tab", { name: PAGE }).click();
      await keys("Control+w");
      await open(DRAFT);
      await atCell();
      await squiggleAtCursor(page, squiggles, 1);
    },
    "right-clicks into the table of section 四: its own page comes from the menu": async () => {
      await goToLine(lines, DISPUTES);
      await keys("Shift+F10");
      // VS Code takes no click that comes right behind the menu.
      await page.getByRole("menuitem", { name: COMMAND }).hover();
      await keys("Enter");
      await textInFrames(page, "行政诉讼 · 复议后起诉：1 = 1");
    },
    "finds the command in the palette, for the table where the cursor is": async () => {
      await page.locator(".view-lines").first().click();
      await goToLine(lines, ROW);
      await keys("F1");
      await page.keyboard.type("勾稽");
      await page.locator(".quick-input-widget").getByText(COMMAND).first().click();
      await textInFrames(page, "17 ≠ 26");
      assert.equal(await page.getByRole("tab", { name: PAGE }).count(), 1);
    },
  };
}
