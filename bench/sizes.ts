// How large what is installed is: the bundles, and the extension's package.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { ROOT, scratchFolder } from "./servers";

/** The bytes of a bundle in dist/. */
export function bundleSize(bundle: string): number {
  return statSync(join(ROOT, "dist", bundle)).size;
}

/** The bytes of the .vsix that `npm run package` makes. */
export function packageSize(): number {
  const file = join(scratchFolder(), "gouji.vsix");
  const vsce = join(import.meta.dirname, "node_modules/@vscode/vsce/vsce");
  const quiet = ["--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"];
  execFileSync(process.execPath, [vsce, "package", ...quiet, "-o", file], { cwd: ROOT, stdio: "ignore" });
  return statSync(file).size;
}
