// What the suite's tests share: opening drafts, waiting for Gouji's findings, applying its fixes.
import * as assert from "node:assert";
import * as vscode from "vscode";

export const EXTENSION = "gouji.gouji";
const WAIT_MS = 8_000;

/** A file of the test workspace, by its path in it. */
export function fileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the suite needs a workspace folder");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the test workspace in an editor. */
export async function open(path: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument(fileUri(path)));
}

/** Opens an untitled document in an editor. */
export async function openText(language: string, content: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language, content }));
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** The text of a file of the test workspace. */
export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(path)));
}

/** Throws away what the test typed. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

export function findings(document: { readonly uri: vscode.Uri }): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((each) => each.source === "gouji");
}

export function errors(document: vscode.TextDocument): vscode.Diagnostic[] {
  return findings(document).filter((each) => each.severity === vscode.DiagnosticSeverity.Error);
}

/** The rule that made a finding. */
export function rule(finding: vscode.Diagnostic): string {
  return String(typeof finding.code === "object" ? finding.code.value : finding.code);
}

/** Waits until the findings of a document are as wanted; fails with those that stand. */
export async function until(
  document: vscode.TextDocument,
  wanted: (findings: vscode.Diagnostic[]) => boolean,
  what: string,
): Promise<vscode.Diagnostic[]> {
  const end = Date.now() + WAIT_MS;
  while (!wanted(findings(document))) {
    if (Date.now() > end) assert.fail(`${what}; what stands: ${list(findings(document))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return findings(document);
}

/** Waits until something is so. */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!isSo()) {
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for the one finding of `code` that lies exactly there: at a range, or under digits that the document has once. */
export async function findingAt(
  document: vscode.TextDocument,
  code: string,
  where: vscode.Range | string,
): Promise<vscode.Diagnostic> {
  const range = typeof where === "string" ? rangeOf(document, where) : where;
  const isIt = (each: vscode.Diagnostic) => rule(each) === code && each.range.isEqual(range);
  const found = await until(
    document,
    (all) => all.some(isIt),
    `${code} expected under ${document.getText(range)}`,
  );
  assert.strictEqual(found.filter(isIt).length, 1, list(found));
  return found.find(isIt)!;
}

export async function untilNoErrors(document: vscode.TextDocument): Promise<void> {
  await until(document, () => errors(document).length === 0, "no error expected");
}

/**
 * Waits until Gouji has looked at everything open before now: it has, once it has reported on a draft opened
 * after that. For tests that expect no finding.
 */
export async function settled(): Promise<void> {
  const right = "| 1 | 0 | 0 | 0 | 0 | 0 | 1 |";
  const draft = await openText(
    "ogi-report",
    (await read("qingshi.md")).replace(right, right.replace("1 |", "83 |")),
  );
  await until(draft, (all) => all.length > 0, "a wrong draft gets no finding");
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** Where `text` stands; it must be there once. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in the document`);
  assert.strictEqual(document.getText().indexOf(text, at + 1), -1, `${text} is in the document twice`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Where the last figure of the one line with `label` stands; it must be of one digit. */
export function lastDigit(document: vscode.TextDocument, label: string): vscode.Range {
  const { line } = rangeOf(document, label).start;
  const at = /\d\D*$/.exec(document.lineAt(line).text)?.index ?? 0;
  return new vscode.Range(line, at, line, at + 1);
}

export async function replace(
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/**
 * The code actions at a range, with their edits, as soon as there are any: VS Code drops the question where another
 * extension that has just started registers its own meanwhile.
 */
export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  for (const end = Date.now() + WAIT_MS; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      kind.value,
      50,
    );
    if (offered.length > 0 || Date.now() > end) return offered;
  }
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Runs `body` with a setting of the workspace changed. */
export async function withSetting(name: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const change = (to: unknown) =>
    vscode.workspace.getConfiguration("gouji").update(name, to, vscode.ConfigurationTarget.Workspace);
  await change(value);
  try {
    await body();
  } finally {
    await change(undefined);
  }
}

export function list(all: vscode.Diagnostic[]): string {
  return JSON.stringify(
    all.map(
      (each) =>
        `${each.range.start.line + 1}:${each.range.start.character + 1} ${rule(each)} ${each.message}`,
    ),
  );
}
