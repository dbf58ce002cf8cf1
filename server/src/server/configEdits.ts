// The edit of a workspace that adds an entry to gouji.json, and makes the file where there is none.

import type { WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { addIgnore } from "../config/adding";
import { toTextEdits } from "../editor/convert";
import type { ConfigEditor } from "../editor/ignoring";
import type { Abilities } from "./abilities";
import type { ConfigPlace } from "./configs";

/** Gives the edits for a place; null where the client could not apply any. */
export function configEditorFor(
  { uri, text, document: file }: ConfigPlace,
  { versionedEdits, createsFiles }: Abilities,
): ConfigEditor | null {
  if (text === null && !(versionedEdits && createsFiles)) return null;
  return (ignore): WorkspaceEdit | null => {
    const edits = addIgnore(text ?? "", { ...ignore, file });
    if (!edits) return null;
    const changes = toTextEdits(TextDocument.create(uri, "jsonc", 0, text ?? ""), edits);
    if (!versionedEdits) return { changes: { [uri]: changes } };
    const edit = { textDocument: { uri, version: null }, edits: changes };
    if (text !== null) return { documentChanges: [edit] };
    return { documentChanges: [{ kind: "create", uri, options: { ignoreIfExists: true } }, edit] };
  };
}
