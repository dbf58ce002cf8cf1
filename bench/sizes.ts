// How large what is installed is: the bundles, and the extension's package.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT, scratchFolder } from "./servers";

/** What the server in Node has read when it gives a draft's diagnostics; HTML, gouji.json and formatting ask for more. */
const LOADED = ["node.js", "protocol.js", "serving.js"];

/** The bytes of the server's bundles in Node: those that are read for diagnostics, and all. */
export function serverSizes(): { readonly loaded: number; readonly all: number } {
  const folder = join(ROOT, "dist/server");
  const sum = (files: readonly string[]) =>
    files.reduce((bytes, file) => bytes + statSync(join(folder, file)).size, 0);
  return { loaded: sum(LOADED), all: sum(readdirSync(folder).filter((file) => file !== "browser.js")) };
}

/** The bytes of the .vsix that `npm run package` makes. */
export function packageSize(): number {
  const file = join(scratchFolder(), "gouji.vsix");
  const vsce = join(import.meta.dirname, "node_modules/@vscode/vsce/vsce");
  const quiet = ["--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"];
  execFileSync(process.execPath, [vsce, "package", ...quiet, "-o", file], { cwd: ROOT, stdio: "ignore" });
  return statSync(file).size;
}
