// `npm test`: sets up what is missing, then runs every check and test, and ends with "N passed, N failed".
// `node scripts/test.mjs unit` leaves out real VS Code; `node scripts/test.mjs vscode` runs that alone.

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HERE, OUTPUT, ROOT, setUpProject } from "../test/vscode/setup.mjs";

const only = process.argv[2];
const count = { passed: 0, failed: 0, skipped: 0 };

/** Runs a program with its output shown; gives its exit code and, where `keep` is set, what it printed. */
function run(command, args, keep = false) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", keep ? "pipe" : "inherit", "inherit"],
    });
    let printed = "";
    child.stdout?.on("data", (data) => {
      printed += data;
      process.stdout.write(data);
    });
    child.on("error", (error) => resolve({ code: 1, printed: `${printed}${error.message}` }));
    child.on("close", (code) => resolve({ code, printed }));
  });
}

function bin(name) {
  return join(ROOT, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
}

async function check(what, command, args) {
  console.log(`\n# ${what}`);
  const { code } = await run(command, args);
  if (code === 0) count.passed++;
  else count.failed++;
  console.log(code === 0 ? `ok - ${what}` : `not ok - ${what}`);
}

/** All test files but those that need a real VS Code, which has a runner of its own. */
function testFiles() {
  const test = join(ROOT, "test");
  return readdirSync(test, { recursive: true })
    .map((file) => join(test, String(file)))
    .filter((file) => file.endsWith(".test.ts") && !file.startsWith(HERE));
}

async function unitTests() {
  console.log("\n# Unit, grammar, template, command line and language server tests");
  const summary = join(OUTPUT, "unit.tap");
  const reporters = ["spec", "tap"].map((reporter) => `--test-reporter=${reporter}`);
  const destinations = ["stdout", summary].map((file) => `--test-reporter-destination=${file}`);
  const { code } = await run(process.execPath, [
    "--import",
    "tsx",
    "--test",
    ...reporters,
    ...destinations,
    ...testFiles(),
  ]);
  const tap = readFileSync(summary, "utf8");
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  count.passed += number("pass");
  count.failed += number("fail") + number("cancelled");
  count.skipped += number("skipped") + number("todo");
  if (number("pass") === 0 || (code !== 0 && number("fail") + number("cancelled") === 0)) count.failed++;
}

async function vscodeTests() {
  console.log("\n# Real VS Code");
  const { code, printed } = await run(process.execPath, [join(HERE, "run.mjs")], true);
  const [, passed, failed, skipped] =
    /vscode: (\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(printed) ?? [];
  count.passed += Number(passed ?? 0);
  count.failed += Number(failed ?? 0) + (passed === undefined || (code !== 0 && failed === "0") ? 1 : 0);
  count.skipped += Number(skipped ?? 0);
}

try {
  mkdirSync(OUTPUT, { recursive: true });
  await setUpProject();
  if (only !== "vscode") {
    await check("Formatting, lint and import bans", bin("biome"), ["check", "--error-on-warnings", "."]);
    await check("Types", bin("tsc"), ["-p", "tsconfig.json"]);
    await check("Types of the core: no Node, no DOM", bin("tsc"), ["-p", "server/src/core/tsconfig.json"]);
    for (const what of ["snippets", "schema", "manifest", "rule-pages"]) {
      const script = `scripts/generate-${what}.ts`;
      await check(`Generated ${what} up to date`, process.execPath, ["--import", "tsx", script, "--check"]);
    }
    await check("Build", process.execPath, ["scripts/build.mjs"]);
    await unitTests();
  }
  if (only !== "unit") await vscodeTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  count.failed++;
}
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`\n${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed > 0 ? 1 : 0;
