// Runs everything that needs a real VS Code: the suite inside its extension host, the journey of a person in its
// workbench, and a short one in VS Code in a browser. Ends with the line "vscode: N passed, N failed, N skipped" and exit code 1 if any failed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { causesJourney } from "./causesJourney.mjs";
import { ignoringJourney } from "./ignoringJourney.mjs";
import { journey } from "./journey.mjs";
import { buildExtension, buildSuite, makeWorkspace } from "./prepare.mjs";
import { OUTPUT, ROOT } from "./setup.mjs";
import { webJourney } from "./webJourney.mjs";
import { openWorkbench } from "./workbench.mjs";

const SUITE_LIMIT_MS = 5 * 60_000;
const count = { passed: 0, failed: 0, skipped: 0 };

/** Prints one line of a result, and counts it. */
function report(line) {
  console.log(`  ${line}`);
  if (line.startsWith("✔ ")) count.passed++;
  if (line.startsWith("✘ ")) count.failed++;
  if (/^- .*\(skipped: /.test(line)) count.skipped++;
}

async function runSuite(extension) {
  console.log("The suite, in VS Code's extension host");
  const tests = await buildSuite();
  const workspace = makeWorkspace();
  const other = []; // what else the extension host said, for when it fails
  const onLog = (_type, args) => {
    const text = args.map(String).join(" ");
    const own = /\[gouji\] (.*)/.exec(text);
    if (own) report(own[1]);
    else other.push(text);
  };
  const workbench = await openWorkbench({ folder: workspace.folder, extension, tests, onLog });
  const code = await Promise.race([workbench.exit, limit()]);
  await workbench.close();
  workspace.remove();
  if (count.passed + count.failed === 0) report("✘ the suite ran no test");
  else if (code !== 0 && count.failed === 0) report(`✘ the suite ended with ${code}`);
  if (count.failed > 0) {
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(join(OUTPUT, "vscode.log"), other.join("\n"));
    console.log("  VS Code's own log is in test/output/vscode.log.");
  }
}

async function runJourney(extension, what, walk) {
  console.log(what);
  const workspace = makeWorkspace();
  await walk({ folder: workspace.folder, extension, report });
  workspace.remove();
}

function limit() {
  return new Promise((resolve) =>
    setTimeout(resolve, SUITE_LIMIT_MS, `no result in ${SUITE_LIMIT_MS} ms`).unref(),
  );
}

try {
  const extension = process.env.GOUJI_EXTENSION ?? ROOT;
  if (extension === ROOT) buildExtension();
  await runSuite(extension);
  await runJourney(extension, "The journey, in VS Code's workbench", journey);
  await runJourney(extension, "A second one: ignoring, rule pages, placeholders", ignoringJourney);
  await runJourney(extension, "A third one: the wrong cell, its repair, the ledger", causesJourney);
  await runJourney(extension, "The journey, in VS Code in a browser", webJourney);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  report("✘ real VS Code could not be run");
}
console.log(`vscode: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;
