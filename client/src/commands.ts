// The commands: check the draft in front, correct its totals, go to the next blank to fill in, ignore a finding, show the
// ledger of a table.

import {
  type CodeAction,
  commands,
  type Disposable,
  l10n,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type IgnoreRequest, ignore } from "./ignoring";
import { LANGUAGE } from "./language";
import type { LedgerRequest, Ledgers } from "./ledgers";
import { nextPlaceholder } from "./placeholders";
import type { StatusBar } from "./statusBar";

const FIX_ALL = "source.fixAll.gouji";

/** Registers all commands of package.json, and those that code actions name. */
export function registerCommands(
  client: BaseLanguageClient,
  statusBar: StatusBar,
  ledgers: Ledgers,
): Disposable[] {
  return [
    commands.registerCommand("gouji.check", () => check(statusBar)),
    commands.registerCommand("gouji.fixTotals", fixTotals),
    commands.registerCommand("gouji.nextPlaceholder", async (from?: { line: number; character: number }) => {
      if (draftInFront()) await nextPlaceholder(client, from);
    }),
    commands.registerCommand("gouji.ignore", (request: IgnoreRequest) => ignore(client, request)),
    commands.registerCommand("gouji.ledger", (request?: unknown) => showLedger(client, ledgers, request)),
  ];
}

/** Checks the draft in front, taking it for a report even if it was not recognised as one, and opens Problems. */
async function check(statusBar: StatusBar): Promise<void> {
  const document = draftInFront();
  if (!document) return;
  if (!statusBar.serves(document.uri)) await languages.setTextDocumentLanguage(document, LANGUAGE);
  await commands.executeCommand("workbench.actions.view.problems");
}

/** Writes every wrong or blank total of the draft in front from its parts, in one step that can be undone. */
async function fixTotals(): Promise<void> {
  const document = draftInFront();
  if (!document) return;
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    whole,
    FIX_ALL,
  );
  const action = actions?.find((candidate) => candidate.kind?.value === FIX_ALL && candidate.edit);
  if (action?.edit) await workspace.applyEdit(action.edit);
  else void window.showInformationMessage(l10n.t("No total needs correcting."));
}

/** Shows the ledger of the table that a code action names, or else of the one where the cursor is. */
async function showLedger(client: BaseLanguageClient, ledgers: Ledgers, request: unknown): Promise<void> {
  // A menu gives the command the URI of the document in front.
  if (isLedgerRequest(request)) {
    const { uri, position } = request;
    await ledgers.show(Uri.parse(uri), client.protocol2CodeConverter.asPosition(position));
  } else {
    const document = draftInFront();
    if (document) await ledgers.show(document.uri, window.activeTextEditor!.selection.active);
  }
}

function isLedgerRequest(value: unknown): value is LedgerRequest {
  return typeof value === "object" && value !== null && "position" in value;
}

function draftInFront(): TextDocument | null {
  const document = window.activeTextEditor?.document;
  if (document) return document;
  void window.showInformationMessage(l10n.t("Open a draft of an annual report first."));
  return null;
}
