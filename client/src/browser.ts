// The extension in a browser: the server runs in a web worker.

import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { startClient } from "./startClient";

// The project has no DOM types; without this, the client's own types take anything for a worker.
declare global {
  interface Worker {
    postMessage(message: unknown): void;
    terminate(): void;
  }
  var Worker: new (url: string) => Worker;
}

/** Called by VS Code when a draft, a text or a Markdown file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server/browser.js");
  await startClient(
    context,
    (id, name, options) => new LanguageClient(id, name, new Worker(script.toString(true)), options),
  );
}
