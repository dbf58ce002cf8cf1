// Finds the gouji.json above a draft for a server that cannot look itself: in a browser, and in virtual workspaces.

import { Uri, workspace } from "vscode";

/** The nearest gouji.json, up to the draft's workspace folder, with the draft's path below its folder; null where there is none. */
export async function findConfig(
  draft: Uri,
): Promise<{ uri: string; text: string; document: string } | null> {
  const top = workspace.getWorkspaceFolder(draft)?.uri.path ?? Uri.joinPath(draft, "..").path;
  for (let folder = Uri.joinPath(draft, ".."); ; folder = Uri.joinPath(folder, "..")) {
    const file = Uri.joinPath(folder, "gouji.json");
    const bytes = await workspace.fs.readFile(file).then(
      (content) => content,
      () => null,
    );
    if (bytes) {
      const document = draft.path.slice(folder.path.replace(/\/$/, "").length + 1);
      return { uri: file.toString(), text: new TextDecoder().decode(bytes), document };
    }
    if (folder.path === top || folder.path === "/") return null;
  }
}
