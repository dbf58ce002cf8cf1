// The language server over any connection: documents, settings, diagnostics (pulled, or pushed where the client
// cannot pull), code actions, completion. Features get an analysis and give LSP values; what they throw is logged.

import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  type PublishDiagnosticsParams,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../core";
import { codeActionsAt, FIX_ALL } from "../editor/codeActions";
import { COMPLETION_TRIGGERS, completionsAt } from "../editor/completion";
import { diagnosticsOf } from "../editor/diagnostics";
import { Analyses } from "./analyses";
import { DEFAULTS, readSettings, type ServerSettings } from "./settings";

/** What differs between Node and a web worker. */
export interface Runtime {
  /** Runs `task` once the messages at hand have been read; returns what stops it. */
  readonly soon: (task: () => void) => () => void;
}

/** Tells a client that asked for it (`tellChecked`) whether a document is a report: `{uri, version, served}`. */
export const CHECKED = "gouji/checked";

/** Serves on `connection` until it closes. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly analyses: Analyses;
  private readonly scheduled = new Map<string, () => void>();
  private settings: ServerSettings = DEFAULTS;
  /** What the client started with: holds where it has no settings of the user's. */
  private initialSettings: unknown = null;
  private settingsRead: Promise<void> = Promise.resolve();
  private settingsAsked = 0;
  private canPull = false;
  private canRefresh = false;
  private canConfigure = false;
  private canRegisterConfiguration = false;
  private versionedEdits = false;
  private snippets = false;
  private tellsChecked = false;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.analyses = new Analyses((rule, error, uri) => this.log(`rule ${rule} failed on ${uri}`, error));
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.changeSettings(settings));
    documents.onDidChangeContent(({ document }) => this.pushSoon(document.uri));
    documents.onDidClose(({ document }) => this.close(document.uri));
    connection.languages.diagnostics.on(async ({ textDocument }, token) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: await this.serve<Diagnostic[]>(
        "diagnostics",
        textDocument.uri,
        token,
        [],
        (document, analysis) => diagnosticsOf(document, analysis, this.settings.locale),
      ),
    }));
    connection.onCodeAction((params, token) =>
      this.serve("code actions", params.textDocument.uri, token, [], (document, analysis) =>
        codeActionsAt(
          { document, analysis, locale: this.settings.locale, versionedEdits: this.versionedEdits },
          params,
        ),
      ),
    );
    connection.onCompletion(async ({ textDocument, position }, token) => ({
      isIncomplete: true,
      items: await this.serve("completion", textDocument.uri, token, [], (document, { draft }) =>
        completionsAt(draft, document.offsetAt(position), {
          markdown: document.languageId === "markdown",
          snippets: this.snippets,
        }),
      ),
    }));
    documents.listen(connection);
    connection.listen();
  }

  private initialize({ capabilities, initializationOptions }: InitializeParams): InitializeResult {
    const { workspace, textDocument } = capabilities;
    this.canPull = textDocument?.diagnostic !== undefined;
    this.canRefresh = workspace?.diagnostics?.refreshSupport === true;
    this.canConfigure = workspace?.configuration === true;
    this.canRegisterConfiguration = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.versionedEdits = workspace?.workspaceEdit?.documentChanges === true;
    this.snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
    this.tellsChecked = initializationOptions?.tellChecked === true;
    this.initialSettings = initializationOptions;
    this.settings = this.readSettings(null);
    return {
      serverInfo: { name: "gouji" },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
        ...(this.canPull && {
          diagnosticProvider: {
            identifier: "gouji",
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
      },
    };
  }

  private initialized(): void {
    if (!this.canConfigure) return;
    if (this.canRegisterConfiguration) {
      const { type } = DidChangeConfigurationNotification;
      this.expect("changes of settings will not be seen", () =>
        this.connection.client.register(type, { section: "gouji" }),
      );
    }
    this.settingsRead = this.fetchSettings();
  }

  private async fetchSettings(): Promise<void> {
    const asked = ++this.settingsAsked;
    try {
      const section: unknown = await this.connection.workspace.getConfiguration("gouji");
      if (asked === this.settingsAsked) this.useSettings(section);
    } catch (error) {
      this.log("settings could not be read; those from before hold", error);
    }
  }

  private changeSettings(settings: unknown): void {
    if (this.canConfigure) this.settingsRead = this.fetchSettings();
    else this.useSettings((settings as { gouji?: unknown } | null)?.gouji);
  }

  private useSettings(section: unknown): void {
    this.settings = this.readSettings(section);
    if (this.canPull && this.canRefresh) {
      this.expect("diagnostics could not be refreshed", () =>
        this.connection.languages.diagnostics.refresh(),
      );
    }
    if (!this.canPull) for (const { uri } of this.documents.all()) this.pushSoon(uri);
  }

  private readSettings(section: unknown): ServerSettings {
    return readSettings(section ?? this.initialSettings, (problem) => this.connection.console.warn(problem));
  }

  /** Sends what the client may refuse: that is logged, as a rejected promise would end the process. */
  private expect(failure: string, send: () => Promise<unknown>): void {
    send().catch((error: unknown) => this.log(failure, error));
  }

  /**
   * Runs a feature on the analysis of a document's current text. Gives `nothing` where the document is closed, is no
   * report, or the feature threw; a cancelled request is answered as such.
   */
  private async serve<T>(
    feature: string,
    uri: string,
    token: CancellationToken,
    nothing: T,
    run: (document: TextDocument, analysis: Analysis) => T,
  ): Promise<T> {
    await this.settingsRead;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    const document = this.documents.get(uri);
    if (!document) return nothing;
    return this.guard(feature, document, nothing, run);
  }

  private guard<T>(
    feature: string,
    document: TextDocument,
    nothing: T,
    run: (document: TextDocument, analysis: Analysis) => T,
  ): T {
    try {
      const analysis = this.analyses.of(document, this.settings);
      const { uri, version } = document;
      if (this.tellsChecked)
        this.expect("the client could not be told", () =>
          this.connection.sendNotification(CHECKED, { uri, version, served: analysis !== null }),
        );
      return analysis ? run(document, analysis) : nothing;
    } catch (error) {
      this.log(`${feature} failed on ${document.uri}`, error);
      return nothing;
    }
  }

  /** Pushes diagnostics once the changes at hand are read; an older version is never sent after a newer one. */
  private pushSoon(uri: string): void {
    if (this.canPull) return;
    this.scheduled.get(uri)?.();
    const stop = this.runtime.soon(() => {
      this.scheduled.delete(uri);
      void this.settingsRead.then(() => this.push(uri));
    });
    this.scheduled.set(uri, stop);
  }

  private push(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    const diagnostics = this.guard<Diagnostic[]>("diagnostics", document, [], (_, analysis) =>
      diagnosticsOf(document, analysis, this.settings.locale),
    );
    this.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  private close(uri: string): void {
    this.scheduled.get(uri)?.();
    this.scheduled.delete(uri);
    this.analyses.forget(uri);
    if (!this.canPull) this.sendDiagnostics({ uri, diagnostics: [] });
  }

  private sendDiagnostics(params: PublishDiagnosticsParams): void {
    this.expect("diagnostics could not be sent", () => this.connection.sendDiagnostics(params));
  }

  private log(what: string, error: unknown): void {
    this.connection.console.error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
