// The server's bundles, made afresh from the sources with the settings of scripts/build.mjs, so that a test never
// meets a stale one or one that another run is just rewriting.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";

const ROOT = join(import.meta.dirname, "../..");

const SETTINGS = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  charset: "utf8",
  logLevel: "error",
} satisfies esbuild.BuildOptions;

let node: string | null = null;

/** The path of the server for Node, made once for a test file and removed when its process ends. */
export function nodeBundle(): string {
  if (node) return node;
  const folder = mkdtempSync(join(tmpdir(), "gouji-server-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  node = join(folder, "dist/server/node.cjs");
  esbuild.buildSync({
    ...SETTINGS,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    entryPoints: ["server/src/server/node/start.ts"],
    outfile: node,
  });
  return node;
}

/** The text of the server for a web worker. */
export function browserBundle(): string {
  const { outputFiles } = esbuild.buildSync({
    ...SETTINGS,
    platform: "browser",
    format: "iife",
    target: "es2022",
    entryPoints: ["server/src/server/browser/main.ts"],
    write: false,
  });
  return outputFiles[0]!.text;
}
