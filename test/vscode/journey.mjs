// One journey as a person in the workbench of a real VS Code: from opening a draft to a wrong figure, its squiggle,
// its quick fix and a section's snippet. Every step leaves a screenshot in test/output/.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { handsOf, squiggleAtCursor, walk } from "./walk.mjs";
import { openWorkbench } from "./workbench.mjs";

const DRAFT = "qingshi.md";
const ROW = "一、本年新收政府信息公开申请数量";
const SECTION = "六、其他需要报告的事项";
const SNIPPET = "nbqtsx"; // 年报-其他事项, in pinyin
const SETTINGS = { "editor.minimap.enabled": false, "editor.fontSize": 15 };

/** Walks the whole journey; a step that fails ends it. `report` gets one line a step. */
export async function journey({ folder, extension, report }) {
  const { page, close } = await openWorkbench({ folder, extension, settings: SETTINGS });
  try {
    await walk({ page, steps: steps(page, folder), pictures: "journey", report });
  } finally {
    await close();
  }
}

function steps(page, folder) {
  const lines = readFileSync(join(folder, DRAFT), "utf8").split("\n");
  const squiggles = page.locator(".squiggly-error");
  const row = page.locator(".view-line", { hasText: ROW });
  const status = page.locator(".statusbar-item", { hasText: "勾稽" });
  const widget = page.locator(".action-widget");

  const { hoverOver, keys, open, goToLine } = handsOf(page);
  /** Puts the cursor behind the row's last figure: before " |". */
  const goToTotal = async () => {
    await goToLine(lines, ROW);
    await keys("End", "ArrowLeft", "ArrowLeft");
  };
  /** What stands in the row's cells. */
  const cells = async () =>
    (await row.textContent())
      .replace(/\u00a0/g, " ")
      .split("|")
      .map((cell) => cell.trim());

  return {
    "opens a draft from the Explorer": async () => {
      await open(DRAFT);
      await status.waitFor();
      assert.equal(await squiggles.count(), 0);
    },
    "types a wrong total with the keyboard, and sees a squiggle under it": async () => {
      await goToTotal();
      await keys("Backspace");
      await page.keyboard.type("83");
      await squiggles.first().waitFor();
      assert.equal((await cells()).at(-2), "83");
      await squiggleAtCursor(page, squiggles);
    },
    "hovers over it, and reads what is wrong in Chinese": async () => {
      await hoverOver(squiggles);
      const hover = page.locator(".monaco-hover", { hasText: "83" }).first();
      await hover.waitFor();
      const text = await hover.textContent();
      assert.match(text, /[\u4e00-\u9fff]/);
      assert.match(text, /3 \+ 1/);
      assert.match(text, /row-total/);
    },
    "sees the count in the status bar, and opens Problems with a click on it": async () => {
      assert.match(await status.textContent(), /勾稽\D*[1-9]/);
      await status.click();
      const problems = page.locator(".markers-panel");
      await problems.waitFor();
      assert.match(await problems.textContent(), /83/);
    },
    "opens the lightbulb's menu with Ctrl+. and finds 改为 4": async () => {
      await keys("Control+j");
      await row.click();
      await goToTotal();
      await keys("Control+.");
      await widget.getByText("改为 4（= 3 + 1 + 0 + 0 + 0 + 0）").first().waitFor();
    },
    "chooses it, and the squiggle goes": async () => {
      await widget.getByText("改为 4（= 3 + 1 + 0 + 0 + 0 + 0）").first().click();
      await squiggles.first().waitFor({ state: "detached" });
      assert.equal((await cells()).at(-2), "4");
    },
    "deletes section 六, and sees that it is missing": async () => {
      await goToLine(lines, SECTION);
      await keys("Control+Shift+End", "Delete");
      await page.locator(".statusbar-item", { hasText: /勾稽\D*[1-9]/ }).waitFor();
    },
    "types a snippet's prefix, and finds the section": async () => {
      await page.keyboard.type(SNIPPET);
      await keys("Control+Space");
      await page.locator(".suggest-widget .monaco-list-row.focused").waitFor();
    },
    "takes it, and the section stands in the draft": async () => {
      await keys("Enter");
      await page.locator(".view-line", { hasText: new RegExp(`##\\s${SECTION}`) }).waitFor();
      await squiggles.first().waitFor({ state: "detached" });
    },
  };
}
