// The extension in a browser: the server runs in a web worker.

import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { startClient } from "./startClient";

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3];

/** Called by VS Code when a draft, a text or a Markdown file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/browser.js");
  await startClient(
    context,
    (id, name, options) => new LanguageClient(id, name, options, new Worker(script.toString(true))),
  );
}
