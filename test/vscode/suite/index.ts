// The suite that runs inside VS Code's extension host; VS Code calls run(), under code-server and
// @vscode/test-electron alike.
import "./causes.test";
import "./config.test";
import "./features.test";
import "./findings.test";
import "./fixes.test";
import "./settings.test";
import "./seeds.test";
import { closeAll } from "./helpers";
import { cleanUp, runAll } from "./runner";

export async function run(): Promise<void> {
  cleanUp(closeAll);
  await runAll();
}
