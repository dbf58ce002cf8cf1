// Runs the suite in a desktop VS Code through @vscode/test-electron: the one that VSCODE_EXECUTABLE names, else one
// that test-electron downloads. Where neither can be had, `node test/vscode/run.mjs` runs the same suite.
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { buildExtension, buildSuite, makeWorkspace } from "./prepare.mjs";
import { ROOT } from "./setup.mjs";

const executable = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode("stable").catch(noVscode));
if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  fail(
    "没有图形界面；可在 xvfb-run -a 下运行。 No display; run this under `xvfb-run -a` (apt-get install -y xvfb).",
  );
}
buildExtension();
const workspace = makeWorkspace();
try {
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: await buildSuite(),
    launchArgs: [workspace.folder, "--disable-extensions", "--disable-workspace-trust"],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  workspace.remove();
}

function noVscode(error) {
  fail(
    `无法下载 VS Code（${error.message}）。请用环境变量 VSCODE_EXECUTABLE 指明已安装的 VS Code，或运行 node test/vscode/run.mjs。\n` +
      "VS Code could not be downloaded. Name an installed one in VSCODE_EXECUTABLE, or run the same suite in the " +
      "VS Code from npm: node test/vscode/run.mjs",
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
