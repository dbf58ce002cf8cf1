// Walks through a page as a person would, step by step, with a screenshot of each in test/output/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { OUTPUT } from "./setup.mjs";

const SETTLE_MS = 500; // colours of files and counts follow the findings a little later
const COLOUR = /\u001b\[\d+m/g; // in Playwright's messages

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
