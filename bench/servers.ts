// The servers that are measured: Gouji as it is built into dist/, FLOOR and the do-nothing server, bundled as Gouji's is.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import type { ServerCommand } from "./lspClient";

export const ROOT = join(import.meta.dirname, "..");
const SERVER = join(ROOT, "dist/server/node.js");
export const CLI = join(ROOT, "dist/cli/gouji.js");

/** Builds dist/ afresh, so that what is measured is what stands in the tree. */
export function buildGouji(): void {
  execFileSync(process.execPath, [join(ROOT, "scripts/build.mjs")], { cwd: ROOT, stdio: "inherit" });
}

/** A folder for what a run needs, removed when it ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let bundles: string | null = null;

/** The path of a server of this folder as a bundle, with the settings of scripts/build.mjs. */
function bundled(name: "floor" | "idle"): string {
  if (!bundles) {
    bundles = scratchFolder();
    esbuild.buildSync({
      absWorkingDir: ROOT,
      bundle: true,
      minify: true,
      charset: "utf8",
      logLevel: "error",
      platform: "node",
      format: "cjs",
      target: "node20",
      mainFields: ["module", "main"],
      entryPoints: ["bench/floor.ts", "bench/idle.ts"],
      outdir: bundles,
      outExtension: { ".js": ".cjs" },
    });
  }
  return join(bundles, `${name}.cjs`);
}

/** Gouji; with `heap`, so that it tells of its heap. */
export function gouji({ heap = false } = {}): ServerCommand {
  const watch = heap ? ["--expose-gc", "-r", join(import.meta.dirname, "heap.cjs")] : [];
  return { name: "Gouji", command: [process.execPath, ...watch, SERVER, "--stdio"] };
}

/** FLOOR, with what it publishes for odd versions and for even ones. */
export function floor(odd: readonly unknown[], even: readonly unknown[]): ServerCommand {
  const command = [process.execPath, bundled("floor"), "--stdio"];
  return { name: "FLOOR", command, initializationOptions: { ready: [odd, even] } };
}

export function idle(): ServerCommand {
  return { name: "do-nothing server", command: [process.execPath, bundled("idle"), "--stdio"] };
}
