// What the server offers a client, as the answer to `initialize`. Loads nothing of the core: the answer must not wait.

import {
  CodeActionKind,
  type InitializeParams,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { COMPLETION_TRIGGERS, FIX_ALL, FORMAT_TRIGGERS, TRUST_COMMAND } from "../editor/offered";
import { abilitiesOf } from "./abilities";

/** The capabilities for the client that sends these parameters. */
export function capabilitiesFor(params: InitializeParams): ServerCapabilities {
  const { pulls, resolvesEdits } = abilitiesOf(params);
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: TextDocumentSyncKind.Incremental,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
      ...(resolvesEdits && { resolveProvider: true }),
    },
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
    documentFormattingProvider: true,
    documentOnTypeFormattingProvider: FORMAT_TRIGGERS,
    documentSymbolProvider: true,
    executeCommandProvider: { commands: [TRUST_COMMAND] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    ...(pulls && {
      diagnosticProvider: {
        identifier: "gouji",
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}
