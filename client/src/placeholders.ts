// Goes to the next blank of a template that is not filled in yet.

import { l10n, Selection, window } from "vscode";
import type { BaseLanguageClient, Range } from "vscode-languageclient";

/** Selects the next placeholder of the draft in front, from the cursor or a position on; behind the last comes the first. */
export async function nextPlaceholder(
  client: BaseLanguageClient,
  from?: { readonly line: number; readonly character: number },
): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const position = from ?? client.code2ProtocolConverter.asPosition(editor.selection.end);
  const range = await client.sendRequest<Range | null>("gouji/nextPlaceholder", { uri, position });
  if (!range) {
    void window.showInformationMessage(l10n.t("No blank is left to fill in."));
    return;
  }
  const { start, end } = client.protocol2CodeConverter.asRange(range);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection);
}
