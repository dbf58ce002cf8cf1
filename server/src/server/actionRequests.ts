// The requests that mend or silence what was found: code actions, the edit that ignores a finding, a figure that the user
// says is right, the next placeholder, the ledger of a table.

import type {
  CancellationToken,
  CodeAction,
  Connection,
  Position,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver";
import { type CodeActionContext, codeActionsAt } from "../editor/codeActions";
import type { DiagnosticContext } from "../editor/diagnostics";
import { type ConfigEditor, IGNORE_COMMAND, type IgnoreRequest, ignoreEdit } from "../editor/ignoring";
import { LEDGER_COMMAND, type LedgerRequest, ledgerAt } from "../editor/ledger";
import { TRUST_COMMAND } from "../editor/offered";
import { NEXT_PLACEHOLDER_COMMAND, nextPlaceholder } from "../editor/placeholders";
import type { TrustRequest } from "../editor/trusting";
import type { Abilities } from "./abilities";
import { configEditorFor } from "./configEdits";
import { type Configs, hasFolder } from "./configs";
import type { Serve } from "./linkRequests";

/** Asks the server for the edit that silences a finding: `IgnoreRequest`; null where there is none. */
export const IGNORE = "gouji/ignore";
/** Asks the server for the range of the placeholder from a position on: `{uri, position}`; null where there is none. */
export const NEXT_PLACEHOLDER = "gouji/nextPlaceholder";
/**
 * Asks the server for the identities of the table at a position, or else of the tables that do not add up, as Markdown:
 * `LedgerRequest`; null where the document has none.
 */
export const LEDGER = "gouji/ledger";

/** What the requests need of the server. */
export interface ActionHost {
  readonly connection: Connection;
  readonly serve: Serve;
  readonly client: () => Abilities;
  readonly configs: Configs;
  readonly folders: () => Promise<readonly string[]>;
  /** Takes figures of a document as right, and has its diagnostics told anew. */
  readonly trust: (request: TrustRequest) => void;
  readonly log: (what: string, error: unknown) => void;
}

/** Answers these requests. */
export function answerActionRequests(host: ActionHost): void {
  const { connection, serve, client } = host;
  connection.onCodeAction(async (params, token) => {
    const { uri } = params.textDocument;
    const { resolvesEdits, commands } = client();
    const configEditor = await configEditorOf(host, uri, resolvesEdits || commands.has(IGNORE_COMMAND));
    return serve<CodeAction[]>("code actions", uri, token, [], (context) =>
      codeActionsAt(actionContext(host, context, configEditor), params),
    );
  });
  connection.onCodeActionResolve(async (action, token) => {
    const edit = action.data && (await ignoring(host, action.data as IgnoreRequest, token));
    return edit ? { ...action, edit } : action;
  });
  connection.onRequest(IGNORE, (request: IgnoreRequest, token: CancellationToken) =>
    ignoring(host, request, token),
  );
  connection.onRequest(
    NEXT_PLACEHOLDER,
    ({ uri, position }: { uri: string; position: Position }, token: CancellationToken) =>
      serve<Range | null>("next placeholder", uri, token, null, (context) =>
        nextPlaceholder(context, position),
      ),
  );
  connection.onRequest(LEDGER, ({ uri, position }: LedgerRequest, token: CancellationToken) =>
    serve<string | null>("ledger", uri, token, null, (context) => ledgerAt(context, position)),
  );
  connection.onExecuteCommand(({ command, arguments: [request] = [] }) => {
    if (command === TRUST_COMMAND) host.trust(request as TrustRequest);
    return null;
  });
}

function actionContext(
  { client }: ActionHost,
  context: DiagnosticContext,
  configEditor: ConfigEditor | null,
): CodeActionContext {
  const { versionedEdits, resolvesEdits, commands } = client();
  const asksReason = commands.has(IGNORE_COMMAND);
  const jumps = commands.has(NEXT_PLACEHOLDER_COMMAND);
  const showsLedgers = commands.has(LEDGER_COMMAND);
  return { ...context, versionedEdits, resolvesEdits, asksReason, jumps, showsLedgers, configEditor };
}

async function ignoring(
  host: ActionHost,
  request: IgnoreRequest,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { uri, place } = request;
  const configEditor = await configEditorOf(host, uri, place === "draft");
  return host.serve<WorkspaceEdit | null>("ignoring", uri, token, null, (context) =>
    ignoreEdit(actionContext(host, context, configEditor), request),
  );
}

/** The editor of a document's gouji.json; where only `whether` there can be one is asked, one that gives no edit. */
async function configEditorOf(
  { configs, folders, client, log }: ActionHost,
  uri: string,
  whether: boolean,
): Promise<ConfigEditor | null> {
  if (whether) return hasFolder(uri) ? () => null : null;
  try {
    const place = await configs.placeFor(uri, await folders());
    return place && configEditorFor(place, client());
  } catch (error) {
    log(`gouji.json of ${uri} could not be looked for`, error);
    return null;
  }
}
