// The five published reports in ../shared/seeds, where that folder is there (run.mjs copies it into the workspace).
import * as assert from "node:assert";
import * as vscode from "vscode";
import { errors, fileUri, open, rule, settled } from "./helpers";
import { skip, test } from "./runner";

const EXPECTED: Record<string, string[]> = {
  "000": [],
  "001": [],
  "002": ["structure/missing-section"],
  "003": [],
  "004": ["applications/balance", "applications/balance"],
};

for (const [number, rules] of Object.entries(EXPECTED)) {
  test(`seed ${number}: ${rules.length === 0 ? "no error" : rules.join(", ")}`, async () => {
    const draft = await open(`seeds/${await seed(number)}`);
    await settled();
    assert.deepStrictEqual(errors(draft).map(rule), rules);
    if (number !== "004") return;
    for (const { message, range } of errors(draft)) {
      assert.match(message, /3.*1.*3.*0/);
      assert.match(draft.getText(range), /^\d$/);
    }
  });
}

async function seed(number: string): Promise<string> {
  const none = "shared/seeds is not beside the project";
  const files = await vscode.workspace.fs.readDirectory(fileUri("seeds")).then(undefined, () => skip(none));
  const found = files.find(([name]) => name.startsWith(`${number}_`));
  return found ? found[0] : skip(`no seed ${number}`);
}
