// Ignoring a finding: asks the reason, then the server for the edit, and makes it. A gouji.json is saved, as only what
// is saved holds; the draft is left for its author to save.

import { l10n, type Uri, window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";

/** As the server's code action names the finding. */
export interface IgnoreRequest {
  readonly uri: string;
  readonly rule: string;
  readonly place: "draft" | "config";
}

/** Asks why a finding may stand and ignores it; does nothing where no reason is given. */
export async function ignore(client: BaseLanguageClient, request: IgnoreRequest): Promise<void> {
  const reason = await window.showInputBox({
    title: l10n.t("Ignore {0}", request.rule),
    prompt: l10n.t("Why may this stand as it is? The reason is kept, and shown in reports."),
    placeHolder: l10n.t("Such as: published already, confirmed with the unit in charge"),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === "" ? l10n.t("Without a reason nothing is ignored. Write one, or press Escape.") : null,
  });
  if (reason === undefined) return;
  if (request.place === "config") await saveConfigs();
  const answer = await client.sendRequest<WorkspaceEdit | null>("gouji/ignore", { ...request, reason });
  const edit = answer && (await client.protocol2CodeConverter.asWorkspaceEdit(answer));
  if (!edit || !(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(
      l10n.t("Nothing was ignored: the draft or gouji.json has changed, or has no place for it."),
    );
    return;
  }
  if (request.place === "draft") return;
  await saveConfigs();
  const changes = edit.entries().map(([uri]) => ({ uri: uri.toString(), type: 2 }));
  // A gouji.json outside the workspace has no watcher.
  await client.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

/** Saves every gouji.json that is open with changes: the server reads them from where they are saved. */
async function saveConfigs(): Promise<void> {
  const isConfig = ({ path }: Uri) => path.endsWith("/gouji.json");
  for (const document of workspace.textDocuments) {
    if (document.isDirty && isConfig(document.uri)) await document.save();
  }
}
