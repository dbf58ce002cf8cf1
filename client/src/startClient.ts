// What the extension does in Node and in the browser alike: the client of the language server, commands, status bar.

import { type Disposable, type ExtensionContext, l10n, languages, Uri, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { registerCommands } from "./commands";
import { findConfig } from "./findConfig";
import { LANGUAGE } from "./language";
import { Ledgers } from "./ledgers";
import { RULE_PAGES, showRulePages } from "./rulePages";
import { StatusBar } from "./statusBar";

/** Makes the language client of a runtime from the options that both runtimes share. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and all that hangs on it; disposed with the extension. */
export async function startClient(
  context: ExtensionContext,
  create: ClientFactory,
): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel("勾稽 Gouji", { log: true });
  const client = create("gouji", "勾稽 Gouji", {
    documentSelector: [{ language: LANGUAGE }, { language: "plaintext" }, { language: "markdown" }],
    outputChannel: output,
    initializationOptions: {
      tellChecked: true,
      findsConfig: true,
      commands: ["gouji.ignore", "gouji.nextPlaceholder", "gouji.ledger"],
      rulePages: `${RULE_PAGES}:/`,
    },
    diagnosticCollectionName: "gouji",
  });
  const statusBar = new StatusBar();
  const ledgers = new Ledgers(client);
  const parts: Disposable[] = [
    output,
    statusBar,
    ledgers,
    ...registerCommands(client, statusBar, ledgers),
    watchDiagnostics(statusBar),
    showRulePages(context.extensionUri),
  ];
  context.subscriptions.push(...parts, { dispose: () => void client.dispose() });
  client.onNotification("gouji/checked", (checked: { uri: string; served: boolean }) =>
    statusBar.checked(checked),
  );
  client.onRequest("gouji/findConfig", ({ uri }: { uri: string }) => findConfig(Uri.parse(uri)));
  try {
    await client.start();
  } catch (error) {
    output.error(String(error));
    void window.showErrorMessage(
      l10n.t("Gouji's language server did not start; see the output channel 勾稽 Gouji."),
    );
  }
  return client;
}

function watchDiagnostics(statusBar: StatusBar): Disposable {
  return languages.onDidChangeDiagnostics(() => statusBar.update());
}
