// The requests that go between text and table: definition, references, highlights, rename.

import {
  type CancellationToken,
  type Connection,
  type DocumentHighlight,
  type Location,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { DiagnosticContext } from "../editor/diagnostics";
import { definitionAt, highlightsAt, referencesAt, renameAt, renameRangeAt } from "../editor/links";

/** Runs a feature on the analysis of a document's current text; gives `nothing` where there is none. */
export type Serve = <T>(
  feature: string,
  uri: string,
  token: CancellationToken,
  nothing: T,
  run: (context: DiagnosticContext) => T,
) => Promise<T>;

/** Answers these requests on a connection. A figure that cannot be renamed is answered with the reason. */
export function answerLinkRequests(connection: Connection, serve: Serve, takesVersions: () => boolean): void {
  connection.onDefinition(({ textDocument, position }, token) =>
    serve<Location[]>("definition", textDocument.uri, token, [], ({ document, analysis: { draft } }) =>
      definitionAt(document, draft, document.offsetAt(position)),
    ),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    serve<Location[]>("references", textDocument.uri, token, [], ({ document, analysis: { draft } }) =>
      referencesAt(document, draft, document.offsetAt(position), context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    serve<DocumentHighlight[] | null>(
      "highlights",
      textDocument.uri,
      token,
      null,
      ({ document, analysis: { draft } }) => highlightsAt(document, draft, document.offsetAt(position)),
    ),
  );
  connection.onPrepareRename(async ({ textDocument, position }, token) =>
    orRefused(
      await serve<Range | string | null>(
        "rename",
        textDocument.uri,
        token,
        null,
        ({ document, analysis: { draft }, locale }) =>
          renameRangeAt(document, draft, document.offsetAt(position), locale),
      ),
    ),
  );
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) =>
    orRefused(
      await serve<WorkspaceEdit | string | null>("rename", textDocument.uri, token, null, (context) =>
        renameAt(
          { ...context, versionedEdits: takesVersions() },
          context.analysis.draft,
          context.document.offsetAt(position),
          newName,
        ),
      ),
    ),
  );
}

function orRefused<T>(answer: T | string): T {
  if (typeof answer === "string") throw new ResponseError(LSPErrorCodes.RequestFailed, answer);
  return answer;
}
