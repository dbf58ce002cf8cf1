// Runs in VS Code's extension host for activation.mjs: activates both extensions and tells how long each took.

import { extensions } from "vscode";

const EXTENSIONS = { own: "gouji.gouji", other: "vscode.markdown-language-features" };

/** Called by VS Code. */
export async function run(): Promise<void> {
  const order =
    process.env.GOUJI_BENCH_FIRST === "own" ? (["own", "other"] as const) : (["other", "own"] as const);
  const times: Record<string, number> = {};
  for (const who of order) {
    const extension = extensions.getExtension(EXTENSIONS[who]);
    if (!extension) throw new Error(`${EXTENSIONS[who]} is not there`);
    if (extension.isActive) throw new Error(`${EXTENSIONS[who]} was activated before`);
    const start = performance.now();
    await extension.activate();
    times[who] = performance.now() - start;
  }
  console.log(`[gouji-bench] ${JSON.stringify(times)}`);
}
