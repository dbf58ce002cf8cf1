// Files that scripts write from the code's own data, so that they never drift from it: what all those scripts do with
// them. `--check` only compares, and exits 1 where a file is stale.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The project's root. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

export interface Generated {
  /** Relative to the project's root. */
  readonly path: string;
  /** What the file should hold; null where what stands there by hand does not allow to say. */
  readonly text: string | null;
}

/** A file's text with LF line ends; null where it is not there. */
export function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return null;
  }
}

/** Those of the files, below the root, that are missing or hold something else. */
export function stale(files: readonly Generated[], root = ROOT): Generated[] {
  return files.filter(({ path, text }) => text === null || textOf(join(root, path)) !== text);
}

/** Writes the stale files, or with `--check` names them, if the script at `url` is the one that runs. */
export function generate(url: string, files: () => readonly Generated[]): void {
  if (url !== pathToFileURL(process.argv[1] ?? "").href) return;
  const check = process.argv.includes("--check");
  for (const { path, text } of stale(files())) {
    if (text === null) console.error(`${path} has lost a marker <!-- generated: … -->`);
    else if (check) console.error(`stale: ${path}. Run: npm run generate`);
    if (check || text === null) {
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`written: ${path}`);
  }
}
