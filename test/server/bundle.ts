// The server's bundles, made afresh from the sources by scripts/build.mjs, so that a test never meets a stale one or one
// that another run is just rewriting.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BUILD = join(import.meta.dirname, "../../scripts/build.mjs");

let folder: string | null = null;

/** Where the bundles are, made once for a test file and removed when its process ends. */
function built(): string {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), "gouji-server-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  const arguments_ = [BUILD, "--only", "server", "--out", join(made, "dist")];
  execFileSync(process.execPath, arguments_, { stdio: "inherit" });
  folder = join(made, "dist/server");
  return folder;
}

/** The path of the server for Node. */
export function nodeBundle(): string {
  return join(built(), "node.js");
}

/** The text of the server for a web worker. */
export function browserBundle(): string {
  return readFileSync(join(built(), "browser.js"), "utf8");
}
