// A short journey as a person through VS Code in a browser: the extension's browser build finds a wrong total, tells of
// it in Chinese and mends it, and leaves no error in the console.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { handsOf, squiggleAtCursor, walk } from "./walk.mjs";
import { openWebWorkbench } from "./web.mjs";

const DRAFT = "yunxi.nianbao"; // one total is wrong: 69
const MARKDOWN = "qingshi.md"; // all is well
const IGNORED = "shuangqiao.md"; // one total is wrong: 26
const WRONG_CELL = "liuxi.md"; // one cell is wrong: 21
const CONFIG = "gouji.json";
const ROW = "一、本年新收政府信息公开申请数量";
const FIX = "改为 4（= 3 + 1 + 0 + 0 + 0 + 0）";
const SETTINGS = { "editor.minimap.enabled": false, "editor.fontSize": 15 };
const OURS = /gouji|勾稽|\/extension\/|extension host/i; // an error that names the extension, its files or its host

/** Walks the whole journey; a step that fails ends it. `report` gets one line a step. */
export async function webJourney({ folder, extension, report }) {
  const ignore = [{ file: IGNORED, rule: "disputes/total", reason: "已公布" }];
  writeFileSync(join(folder, CONFIG), JSON.stringify({ ignore }));
  const { page, errors, close } = await openWebWorkbench({ folder, extension, settings: SETTINGS });
  try {
    await walk({ page, steps: steps(page, folder, errors), pictures: "web", report });
  } finally {
    await close();
  }
}

function steps(page, folder, errors) {
  const squiggles = page.locator(".squiggly-error");
  const row = page.locator(".view-line", { hasText: ROW });
  const chosen = page.locator(".action-widget .monaco-list-row.focused");

  const { hoverOver, keys, open, goToLine, goBehind, choose, counted } = handsOf(page);
  const goToRow = async (name) => {
    const lines = readFileSync(join(folder, name), "utf8").split("\n");
    await goToLine(lines, ROW);
    await keys("End");
  };

  return {
    "opens a draft from the Explorer, and sees a squiggle under the wrong total": async () => {
      await open(DRAFT);
      await goToRow(DRAFT);
      await squiggles.first().waitFor();
      assert.match(await row.textContent(), /69$/);
    },
    "hovers over it, and reads what is wrong in Chinese": async () => {
      await hoverOver(squiggles);
      const hover = page.locator(".monaco-hover", { hasText: "69" }).first();
      await hover.waitFor();
      const text = await hover.textContent();
      assert.match(text, /[\u4e00-\u9fff]/);
      assert.match(text, /3 \+ 1/);
      assert.match(text, /row-total/);
    },
    "clicks its code, and gets the rule's page, of which without a network only the source can be read":
      async () => {
        await hoverOver(squiggles);
        await page.locator(".monaco-hover a.code-link").first().click();
        await page.getByRole("tab", { name: "applications-row-total" }).waitFor();
        await page.getByRole("button", { name: "Show Source" }).first().click();
        await page.locator(".view-line", { hasText: "# applications/row-total" }).waitFor();
        await open(DRAFT);
      },
    "empties gouji.json, which ignored the one finding of another draft, and saves it: it is told":
      async () => {
        await open(IGNORED);
        await counted(0);
        await open(CONFIG);
        await page.locator(".view-line", { hasText: "ignore" }).click();
        await keys("Control+a");
        await page.keyboard.type("{}");
        await keys("Control+s");
        await open(IGNORED);
        await counted(1);
        await open(DRAFT);
      },
    "opens the lightbulb's menu with Ctrl+., takes 改为 4, and the squiggle goes": async () => {
      await goToRow(DRAFT);
      await keys("Control+.");
      await chosen.filter({ hasText: FIX }).waitFor();
      await keys("Enter");
      await squiggles.first().waitFor({ state: "detached" });
      assert.match(await row.textContent(), /\D4$/);
      await counted(0);
    },
    "types a wrong total into a Markdown draft, and sees a squiggle": async () => {
      await open(MARKDOWN);
      await goToRow(MARKDOWN);
      await keys("ArrowLeft", "ArrowLeft", "Backspace");
      await page.keyboard.type("83");
      await squiggles.first().waitFor();
    },
    "sees the one squiggle of a wrong cell, says that the cell is right, and sees those of the totals":
      async () => {
        await open(WRONG_CELL);
        const lines = readFileSync(join(folder, WRONG_CELL), "utf8").split("\n");
        await goBehind(lines, "（一）予以公开", "21");
        await squiggleAtCursor(page, squiggles, 1);
        await counted(1);
        await choose("没有错，换一种可能");
        await counted(2);
        await goBehind(lines, "（一）予以公开", "17");
        await squiggleAtCursor(page, squiggles);
      },
    "chooses 勾稽诊断…: without a network, the page's source can be read": async () => {
      await choose("勾稽诊断…");
      await page.getByRole("tab", { name: /(?:勾稽诊断|Ledger) liuxi/ }).click();
      await page.getByRole("button", { name: "Show Source" }).first().click();
      await page
        .locator(".view-line", { hasText: /17.≠.26.=.21/ })
        .first()
        .waitFor();
    },
    "finds no error about the extension in the browser's console": async () => {
      assert.deepEqual(
        errors.filter((error) => OURS.test(error)),
        [],
      );
    },
  };
}
