// A journey in the workbench of a real VS Code: a person ignores a finding in the draft and another in gouji.json, each
// for a reason, reads a rule's page, and goes from one blank to the next. Every step leaves a screenshot.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { appears, handsOf, textInFrames, walk } from "./walk.mjs";
import { openWorkbench } from "./workbench.mjs";

const DRAFT = "baiyun.txt"; // two totals are wrong: 47 and, of 行政复议, 58
const TABBED = "yunxi.nianbao";
const TOTAL = "58";
const SECTION = "四、政府信息公开行政复议";
const CELL = "disputes.review.total";
const SETTINGS = { "editor.minimap.enabled": false, "editor.fontSize": 15 };

/** Walks the whole journey; a step that fails ends it. `report` gets one line a step. */
export async function ignoringJourney({ folder, extension, report }) {
  const { page, close } = await openWorkbench({ folder, extension, settings: SETTINGS });
  try {
    await walk({ page, steps: steps(page, folder), pictures: "ignoring", report });
  } finally {
    await close();
  }
}

function steps(page, folder) {
  const { hoverOver, keys, open, goToLine, openMenu: openMenuWith, count, counted } = handsOf(page);
  let all = 0; // findings, with none ignored
  const lines = readFileSync(join(folder, DRAFT), "utf8").split("\n");
  const squiggles = page.locator(".squiggly-error");
  const menu = page.locator(".action-widget");
  const box = page.locator(".quick-input-widget");
  const comment = page.locator(".view-line", { hasText: "gouji-ignore" });
  const draft = (text) => page.locator(".view-line", { hasText: text });

  /** Opens the menu on the wrong total. */
  const openMenu = async () => {
    await goToLine(lines, TOTAL);
    await keys("End");
    await openMenuWith("改为 1");
  };
  const chooseIgnore = async (where) => {
    const question = box.getByText("为什么可以保持原样").or(box.getByText("Why may this stand")).first();
    // VS Code may close the menu under the mouse.
    for (let tries = 4; tries > 0; tries--) {
      await openMenu();
      await menu.getByText(`忽略 disputes/total…（写明原因，${where}）`).first().click();
      if (await appears(question)) return;
    }
    throw new Error("the reason is not asked for");
  };

  return {
    "opens a draft, and sees a squiggle under the wrong total": async () => {
      await open(DRAFT);
      await goToLine(lines, TOTAL);
      await squiggles.first().waitFor();
      all = await count();
    },
    "opens the lightbulb's menu: ignoring comes last": async () => {
      await openMenu();
      const rows = await menu.locator(".monaco-list-row").allTextContents();
      const first = rows.findIndex((row) => row.includes("忽略"));
      assert.ok(first > 0 && rows.slice(first).every((row) => row.includes("忽略")), rows.join("; "));
      assert.match(rows[0] + rows[1], /改为 1/);
    },
    "chooses to ignore it, is asked why, and cannot say nothing": async () => {
      await keys("Escape");
      await chooseIgnore("记在文中");
      await keys("Enter");
      await page.waitForTimeout(300);
      assert.ok(await box.isVisible());
      assert.equal(await comment.count(), 0);
    },
    "presses Escape, and nothing has changed": async () => {
      await keys("Escape");
      await box.waitFor({ state: "hidden" });
      await squiggles.first().waitFor();
      assert.equal(await comment.count(), 0);
    },
    "gives a reason: a comment stands before the table, and the squiggle is gone": async () => {
      await chooseIgnore("记在文中");
      await page.keyboard.type("已公布，不再改动");
      await keys("Enter");
      await counted(all - 1);
      await goToLine(lines, SECTION);
      await comment.waitFor();
      assert.match(
        (await comment.textContent()).replaceAll("\u00a0", " "),
        /disputes\/total disputes\.review\.total: 已公布，不再改动 -->/,
      );
    },
    "takes it back, and writes the reason into gouji.json instead": async () => {
      await keys("Control+z");
      await comment.waitFor({ state: "detached" });
      await counted(all);
      await chooseIgnore("记入 gouji.json");
      await page.keyboard.type("已公布，不再改动");
      await keys("Enter");
      await counted(all - 1);
      assert.deepEqual(JSON.parse(readFileSync(join(folder, "gouji.json"), "utf8")), {
        ignore: [
          {
            file: DRAFT,
            rule: "disputes/total",
            cells: [CELL],
            reason: "已公布，不再改动",
          },
        ],
      });
      assert.ok(existsSync(join(folder, "gouji.json")));
    },
    "hovers over what is left, clicks its code, and reads the rule's page": async () => {
      await keys("F8", "Escape");
      // The line that stays at the top while scrolling has a squiggle, too, which cannot be hovered over.
      await hoverOver(page.locator(".squiggly-error >> visible=true"));
      await page.locator(".monaco-hover a.code-link").first().click();
      await page.getByRole("tab", { name: "applications-row-total" }).waitFor();
      await textInFrames(page, "applications/row-total");
    },
    "presses Alt+N, and the blank left in the draft is selected": async () => {
      await keys("Control+w");
      await open(TABBED); // the key is for drafts by their file's name
      await keys("Control+End", "Enter");
      await page.keyboard.type("××× 年度");
      await page.locator(".squiggly-warning").first().waitFor();
      await keys("Control+Home", "Alt+n");
      await draft("××× 年度").waitFor();
      await page.locator(".statusbar-item", { hasText: /已选择 3|3 selected/ }).waitFor();
    },
  };
}
