// The extension in Node: the server runs in a process of its own.

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startClient } from "./startClient";

/** Called by VS Code when a draft, a text or a Markdown file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server/node.js");
  await startClient(
    context,
    (id, name, options) => new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
  );
}
