// What the suite and the journey need in every host: the extension and the suite built, and a copy of the
// test workspace in a temporary folder, so that no test touches the project's own files.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { HERE, ROOT } from "./setup.mjs";

/** Builds the extension with the project's own build script. */
export function buildExtension() {
  execFileSync(process.execPath, [join(ROOT, "scripts", "build.mjs")], { cwd: ROOT, stdio: "inherit" });
}

/** Bundles the suite; gives the module's path as VS Code wants it, without ".js". */
export async function buildSuite() {
  const outfile = join(ROOT, "dist", "test", "vscode", "index.js");
  await build({
    entryPoints: [join(HERE, "suite", "index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile.replace(/\.js$/, "");
}

/** Copies the test workspace, and the published reports of ../shared/seeds where they are, to a folder of its own. */
export function makeWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), "gouji-workspace-"));
  cpSync(join(HERE, "workspace"), folder, { recursive: true });
  const seeds = join(ROOT, "..", "shared", "seeds");
  if (existsSync(seeds)) cpSync(seeds, join(folder, "seeds"), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
