// `npm start`: from a bare clone to Gouji at work. Installs and builds what is missing, checks samples/ on the terminal,
// then opens them in VS Code: the desktop's where `code` is on the PATH, else one from npm, in the browser.
// With --no-open, or in CI, it only makes sure that VS Code can be opened.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT, setUpProject } from "../test/vscode/setup.mjs";
import { startServer } from "../test/vscode/workbench.mjs";

const SAMPLES = join(ROOT, "samples");
const open = !process.argv.includes("--no-open") && !process.env.CI;

try {
  await setUpProject();
  run("scripts/build.mjs", []);
  run("dist/cli/gouji.js", ["--version"]);
  console.log("\n$ gouji check samples");
  run("dist/cli/gouji.js", ["check", "samples"], [0, 1]); // 1: there are findings, as there should be
  const code = findCode();
  if (code) openDesktop(code);
  else await openBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Runs one of the project's own scripts; throws on an exit code that is not among `fine`. */
function run(script, args, fine = [0]) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: "inherit" });
  if (!fine.includes(status)) throw new Error(`${script} 失败（${status}）。 ${script} failed (${status}).`);
}

function findCode() {
  const name = process.platform === "win32" ? "code.cmd" : "code";
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function openDesktop(code) {
  const args = [`--extensionDevelopmentPath=${ROOT}`, SAMPLES];
  console.log(`\n在 VS Code 中打开 samples/… Opening samples/ in VS Code…\n$ code ${args.join(" ")}`);
  if (!open) return;
  const { status, error } = spawnSync(code, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw error ?? new Error(`code 失败（${status}）。 code failed (${status}).`);
}

async function openBrowser() {
  const server = await startServer();
  const address = server.address({ folder: SAMPLES, extension: ROOT });
  const { ok, status } = await fetch(address);
  if (!ok) throw new Error(`VS Code 没有应答（${status}）。 VS Code does not answer (${status}).`);
  if (!open) {
    console.log("\nVS Code 可以打开。 VS Code is ready to be opened.");
    await server.close();
    return;
  }
  console.log(`\n在浏览器中打开，按 Ctrl+C 结束。 Open this in a browser; Ctrl+C ends it.\n\n  ${address}\n`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
}
