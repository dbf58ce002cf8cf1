// Walks through a page as a person would, step by step, with a screenshot of each in test/output/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { OUTPUT } from "./setup.mjs";

const SETTLE_MS = 500; // colours of files and counts follow the findings a little later
const COLOUR = /\u001b\[\d+m/g; // in Playwright's messages

/** What a person's hands do in the workbench of a page. */
export function handsOf(page) {
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  return {
    /** Presses keys, one after the other. */
    keys,
    /** Opens a file from the Explorer, and waits for its text. */
    open: async (name) => {
      await page.getByRole("treeitem", { name }).dblclick();
      await page.getByRole("tab", { name, selected: true }).waitFor();
      await page.locator(".view-line").first().waitFor();
    },
    /** Puts the cursor at the beginning of the first of `lines` that has `text` in it. */
    goToLine: async (lines, text) => {
      await keys("Control+g");
      const input = page.locator(".quick-input-widget input[type=text]");
      await input.fill(`:${lines.findIndex((line) => line.includes(text)) + 1}`);
      await keys("Enter");
    },
    /** How many findings the status bar counts. */
    count: async () =>
      Number(/\d*$/.exec(await page.locator(".statusbar-item", { hasText: "勾稽" }).textContent())[0]),
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
