// Walks through a page as a person would, step by step, with a screenshot of each in test/output/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { OUTPUT } from "./setup.mjs";

const SETTLE_MS = 500; // colours of files and counts follow the findings a little later
const COLOUR = /\u001b\[\d+m/g; // in Playwright's messages

/** Whether a part of the page is there before long. */
export function appears(locator) {
  return locator.waitFor({ timeout: 4_000 }).then(
    () => true,
    () => false,
  );
}

/** What a person's hands do in the workbench of a page. */
export function handsOf(page) {
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  /** Puts the cursor at the beginning of the first of `lines` that has `text` in it. */
  const goToLine = async (lines, text) => {
    await keys("Control+g");
    const input = page.locator(".quick-input-widget input[type=text]");
    await input.fill(`:${lines.findIndex((line) => line.includes(text)) + 1}`);
    await keys("Enter");
    await input.waitFor({ state: "hidden" });
    // A key that comes before the editor has the focus again is lost.
    await page.locator(".monaco-editor.focused").first().waitFor();
  };
  /** Opens the lightbulb's menu at the cursor. VS Code closes it again where findings come anew just then. */
  const openMenu = async (title) => {
    const item = page.locator(".action-widget").getByText(title).first();
    for (let tries = 4; tries > 0; tries--) {
      await keys("Control+.");
      if (await appears(item)) return;
      await keys("Escape");
    }
    throw new Error(`${title} is not in the lightbulb's menu`);
  };
  /** Moves the mouse over the first of `places`. VS Code draws squiggles anew, elsewhere in the page, as findings come anew. */
  const hoverOver = async (places) => {
    for (let tries = 10; ; tries--) {
      try {
        await places.first().hover({ force: true, timeout: 4_000 });
        return;
      } catch (error) {
        if (tries === 0) throw error;
        await page.waitForTimeout(200);
      }
    }
  };
  return {
    hoverOver,
    /** Presses keys, one after the other. */
    keys,
    /** Opens a file from the Explorer, and waits for its text. */
    open: async (name) => {
      await page.getByRole("treeitem", { name }).dblclick();
      await page.getByRole("tab", { name, selected: true }).waitFor();
      await page.locator(".view-line").first().waitFor();
    },
    goToLine,
    /** Puts the cursor behind `figure`, in the first of `lines` that has `text` in it. */
    goBehind: async (lines, text, figure) => {
      await goToLine(lines, text);
      const line = lines.find((each) => each.includes(text));
      for (let at = line.indexOf(figure) + figure.length; at > 0; at--) await keys("ArrowRight");
    },
    openMenu,
    /** Chooses from the lightbulb's menu with the keyboard. */
    choose: async (title) => {
      await openMenu(title);
      const focused = page.locator(".action-widget .monaco-list-row.focused");
      for (let tries = 20; !(await focused.textContent()).includes(title); tries--) {
        if (tries === 0) throw new Error(`${title} cannot be reached`);
        await keys("ArrowDown");
      }
      await keys("Enter");
    },
    /** How many findings the status bar counts. */
    count: async () =>
      Number(/\d+$/.exec(await page.locator(".statusbar-item", { hasText: /勾稽\D*\d+$/ }).textContent())[0]),
    /** Waits until it counts so many. */
    counted: (number) =>
      page.locator(".statusbar-item", { hasText: new RegExp(`勾稽\\D*${number || ""}$`) }).waitFor(),
  };
}

/** Waits until one of the page's frames, such as a preview's, has a text in it. */
export async function textInFrames(page, text) {
  const texts = () =>
    Promise.all(
      page.frames().map((frame) =>
        frame
          .locator("body")
          .textContent()
          .catch(() => ""),
      ),
    );
  for (const end = Date.now() + 20_000; !(await texts()).some((each) => each?.includes(text)); ) {
    if (Date.now() > end) throw new Error(`${text} is in none of ${page.frames().length} frames`);
    await page.waitForTimeout(200);
  }
}

/** Waits until a squiggle ends at the cursor, and `count` stand in all. */
export async function squiggleAtCursor(page, squiggles, count) {
  const isThere = async () => {
    const cursor = await page.locator(".cursor").first().boundingBox();
    const boxes = await Promise.all((await squiggles.all()).map((each) => each.boundingBox()));
    const ends = boxes.some(
      (box) =>
        box &&
        Math.abs(box.x + box.width - cursor.x) < 3 &&
        box.y >= cursor.y - 3 &&
        box.y <= cursor.y + cursor.height + 3,
    );
    return (ends && boxes.length === (count ?? boxes.length)) || JSON.stringify({ cursor, boxes });
  };
  for (const end = Date.now() + 10_000; ; await page.waitForTimeout(100)) {
    const seen = await isThere();
    if (seen === true) return;
    if (Date.now() > end) throw new Error(`no squiggle ends at the cursor, or too many: ${seen}`);
  }
}

/** Takes the `steps` one after the other; one that fails ends the walk. `report` gets one line a step. */
export async function walk({ page, steps, pictures, report }) {
  mkdirSync(OUTPUT, { recursive: true });
  page.setDefaultTimeout(20_000);
  let number = 0;
  for (const [name, step] of Object.entries(steps)) {
    const started = Date.now();
    const picture = `${pictures}-${++number}.png`;
    try {
      await step();
      report(`✔ ${name} (${Date.now() - started} ms, ${picture})`);
    } catch (error) {
      report(`✘ ${name} (${picture})`);
      report(`  ${String(error.message).replaceAll(COLOUR, "")}`);
      break;
    } finally {
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: join(OUTPUT, picture) });
    }
  }
}
