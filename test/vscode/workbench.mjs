// Runs the workbench of a real VS Code: its server on a free port of 127.0.0.1, and a headless Chromium
// with a folder opened in it. All that either writes goes to a temporary folder, removed on close.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setUpChromium, setUpVscode } from "./setup.mjs";

/** Nothing in the window but the editor: no welcome page, no chat, no saving behind one's back. */
export const SETTINGS = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/**
 * Starts VS Code's server. `settings` are the user's settings.
 * Gives `address({folder, extension, tests})`, the page's URL for absolute paths, and `close()`.
 */
export async function startServer({ settings = {} } = {}) {
  const { node, server } = await setUpVscode();
  const home = mkdtempSync(join(tmpdir(), "gouji-vscode-"));
  const user = join(home, "data", "User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));

  // In a process group of its own, so that close() also ends the extension hosts; without a marketplace to ask.
  const child = spawn(
    node,
    [
      server,
      ...[
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--without-connection-token",
        "--accept-server-license-terms",
      ],
      ...["--server-data-dir", home, "--extensions-dir", join(home, "extensions")],
      ...["--disable-telemetry", "--disable-workspace-trust", "--enable-smoke-test-driver"],
    ],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: "{}" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    },
  );
  const kill = () => {
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
    } catch {} // already gone
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once("exit", kill);
  const close = async () => {
    const gone = child.exitCode === null && new Promise((resolve) => child.once("exit", resolve));
    process.off("exit", kill);
    kill();
    await gone;
  };

  const host = `127.0.0.1:${await portOf(child).catch(async (error) => {
    await close();
    throw error;
  })}`;
  const remote = (path) => `vscode-remote://${host}${encodeURI(path)}`;
  const address = ({ folder, extension, tests }) => {
    const payload = [];
    if (extension) payload.push(["extensionDevelopmentPath", remote(extension)]);
    if (tests) payload.push(["extensionTestsPath", remote(tests)]);
    return `http://${host}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
  };
  return { address, close };
}

/**
 * Opens `folder` in the workbench through Chromium, with the extension under development and, if given, the
 * tests' module. Gives the Playwright `page`, its `url`, the promise `exit` of the tests' exit code, and `close()`.
 */
export async function openWorkbench({ folder, extension, tests, settings, onLog = () => {} }) {
  await setUpChromium(); // before there is a server to stop if it fails
  const server = await startServer({ settings });
  const { page, close: closeBrowser } = await openBrowser();
  const exit = new Promise((resolve, reject) => {
    page.exposeFunction("codeAutomationExit", resolve);
    page.on("crash", () => reject(new Error("Chromium crashed.")));
  });
  exit.catch(() => {}); // only the suite waits for it
  await page.exposeFunction("codeAutomationLog", (type, args) => onLog(type, args));
  const url = server.address({ folder, extension, tests });
  await page.goto(url);
  const close = async () => {
    await closeBrowser();
    await server.close();
  };
  return { page, url, exit, close };
}

/** Opens an empty page in a headless Chromium. Gives the Playwright `page` and `close()`. */
export async function openBrowser() {
  const executablePath = await setUpChromium();
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  return { page, close: () => browser.close() };
}

/** The port that the server says it listens on. */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(
      () => reject(new Error(`VS Code's server did not start in 60 s:\n${text}`)),
      60_000,
    );
    const read = (chunk) => {
      text += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (!port) return;
      clearTimeout(timer);
      for (const stream of [child.stdout, child.stderr]) stream.off("data", read).resume();
      resolve(port);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with code ${code}:\n${text}`));
    });
  });
}
