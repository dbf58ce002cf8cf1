// How long the extension's activate() takes in real VS Code, beside VS Code's own Markdown extension, which starts a language
// server too: a window a round, who begins changes. `node activation.mjs ROUNDS` prints {own, other} as JSON.

import { join } from "node:path";
import { build } from "esbuild";
import { makeWorkspace } from "../test/vscode/prepare.mjs";
import { ROOT } from "../test/vscode/setup.mjs";
import { openWorkbench } from "../test/vscode/workbench.mjs";

const LIMIT_MS = 120_000;
const rounds = Number(process.argv[2] ?? 3);
const result = { own: [], other: [] };

const outfile = join(ROOT, "dist/test/bench/activation.js");
await build({
  entryPoints: [join(import.meta.dirname, "activationSuite.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  external: ["vscode"],
});

for (let round = 0; round < rounds; round++) {
  process.env.GOUJI_BENCH_FIRST = round % 2 === 0 ? "own" : "other";
  const workspace = makeWorkspace();
  const onLog = (_type, args) => {
    const text = args.map(String).join(" ");
    if (/was activated before|is not there/.test(text)) console.error(text);
    const told = /\[gouji-bench\] (.*)/.exec(text);
    if (!told) return;
    for (const [who, ms] of Object.entries(JSON.parse(told[1]))) result[who].push(ms);
  };
  const tests = outfile.replace(/\.js$/, "");
  const workbench = await openWorkbench({ folder: workspace.folder, extension: ROOT, tests, onLog });
  const code = await Promise.race([
    workbench.exit,
    new Promise((resolve) => setTimeout(resolve, LIMIT_MS, "none in time").unref()),
  ]);
  await workbench.close();
  workspace.remove();
  if (code !== 0) throw new Error(`VS Code ended with ${code}`);
}
console.log(JSON.stringify(result));
