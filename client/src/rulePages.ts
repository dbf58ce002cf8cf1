// The rules' pages, which findings link to. They have a scheme of their own, which package.json opens as rendered
// Markdown: a link from a finding may open a document but run no command, and a file would show its source.

import { type Disposable, Uri, workspace } from "vscode";

/** The scheme of the pages. */
export const RULE_PAGES = "gouji-rule";

/** Serves the pages that are packed with the extension. */
export function showRulePages(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(RULE_PAGES, {
    provideTextDocumentContent: async ({ path }) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, path))),
  });
}
