// FLOOR: a language server on Gouji's library that keeps its documents up to date, reads nothing, and publishes a ready
// list of diagnostics for each edit. No server on this library can answer sooner.

import {
  createConnection,
  type Diagnostic,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** What the client tells: the diagnostics of odd versions and those of even ones. */
interface Ready {
  readonly ready: readonly [odd: Diagnostic[], even: Diagnostic[]];
}

let ready: Ready["ready"] = [[], []];
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(({ initializationOptions }) => {
  ready = (initializationOptions as Ready | undefined)?.ready ?? ready;
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
});
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: ready[version % 2 === 1 ? 0 : 1] });
});
documents.listen(connection);
connection.listen();
