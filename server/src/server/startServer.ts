// The language server over any connection: documents, settings, diagnostics (pulled, or pushed where the client
// cannot pull), code actions, completion, symbols. Features get an analysis and give LSP values; what they throw is logged.

import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  type PublishDiagnosticsParams,
  ResponseError,
  type SymbolInformation,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CONFIG_NAME } from "../config/config";
import type { Analysis } from "../core";
import { codeActionsAt, FIX_ALL } from "../editor/codeActions";
import { COMPLETION_TRIGGERS, completionsAt } from "../editor/completion";
import { diagnosticsOf } from "../editor/diagnostics";
import { FORMAT_TRIGGERS, formattingOf, typingEditsAt } from "../editor/formatting";
import { flatSymbolsOf, symbolsOf } from "../editor/symbols";
import { Analyses } from "./analyses";
import { type ConfigFinder, Configs } from "./configs";
import { DEFAULTS, readSettings, type ServerSettings } from "./settings";

/** What differs between Node and a web worker. */
export interface Runtime {
  /** Runs `task` once the messages at hand have been read; returns what stops it. */
  readonly soon: (task: () => void) => () => void;
  readonly findConfig: ConfigFinder;
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
  private readonly configs: Configs;
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
  private canWatchFiles = false;
  private versionedEdits = false;
  private snippets = false;
  private nestedSymbols = false;
  private tellsChecked = false;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.analyses = new Analyses((rule, error, uri) => this.log(`rule ${rule} failed on ${uri}`, error));
    this.configs = new Configs(runtime.findConfig, (problem) => this.connection.console.warn(problem));
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeWatchedFiles(() => this.refresh());
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
        (document, analysis, { locale }) => diagnosticsOf(document, analysis, locale),
      ),
    }));
    connection.onCodeAction((params, token) =>
      this.serve("code actions", params.textDocument.uri, token, [], (document, analysis, { locale }) =>
        codeActionsAt({ document, analysis, locale, versionedEdits: this.versionedEdits }, params),
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
    connection.onDocumentFormatting(({ textDocument }, token) =>
      this.serve("formatting", textDocument.uri, token, [], (document, { draft }) =>
        formattingOf(document, draft),
      ),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
      this.serve("formatting on type", textDocument.uri, token, [], (document) =>
        typingEditsAt(document, document.offsetAt(position), ch),
      ),
    );
    connection.onDocumentSymbol(({ textDocument }, token) =>
      this.serve<DocumentSymbol[] | SymbolInformation[]>(
        "document symbols",
        textDocument.uri,
        token,
        [],
        (document, { draft }) =>
          this.nestedSymbols ? symbolsOf(document, draft) : flatSymbolsOf(document, draft),
      ),
    );
    documents.listen(connection);
    connection.listen();
  }

  private initialize({ capabilities, initializationOptions }: InitializeParams): InitializeResult {
    const { workspace, textDocument } = capabilities;
    this.canPull = textDocument?.diagnostic !== undefined;
    this.canRefresh = workspace?.diagnostics?.refreshSupport === true;
    this.canConfigure = workspace?.configuration === true;
    this.canWatchFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.canRegisterConfiguration = workspace?.didChangeConfiguration?.dynamicRegistration === true;
    this.versionedEdits = workspace?.workspaceEdit?.documentChanges === true;
    this.snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
    this.nestedSymbols = textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
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
        documentFormattingProvider: true,
        documentOnTypeFormattingProvider: FORMAT_TRIGGERS,
        documentSymbolProvider: true,
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
    if (this.canWatchFiles) {
      const { type } = DidChangeWatchedFilesNotification;
      this.expect("changes of gouji.json will be seen late", () =>
        this.connection.client.register(type, { watchers: [{ globPattern: `**/${CONFIG_NAME}` }] }),
      );
    }
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
    this.refresh();
  }

  /** Has the diagnostics of all documents asked for, or sends them, anew. */
  private refresh(): void {
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
    run: (document: TextDocument, analysis: Analysis, settings: ServerSettings) => T,
  ): Promise<T> {
    await this.settingsRead;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    if (!this.documents.get(uri)) return nothing;
    const settings = await this.settingsFor(uri);
    const document = this.documents.get(uri);
    if (!document) return nothing;
    return this.guard(feature, document, settings, nothing, run);
  }

  private async settingsFor(uri: string): Promise<ServerSettings> {
    try {
      return await this.configs.settingsFor(uri, this.settings);
    } catch (error) {
      this.log(`gouji.json of ${uri} could not be used`, error);
      return this.settings;
    }
  }

  private guard<T>(
    feature: string,
    document: TextDocument,
    settings: ServerSettings,
    nothing: T,
    run: (document: TextDocument, analysis: Analysis, settings: ServerSettings) => T,
  ): T {
    try {
      const analysis = this.analyses.of(document, settings);
      const { uri, version } = document;
      if (this.tellsChecked)
        this.expect("the client could not be told", () =>
          this.connection.sendNotification(CHECKED, { uri, version, served: analysis !== null }),
        );
      return analysis ? run(document, analysis, settings) : nothing;
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

  private async push(uri: string): Promise<void> {
    const base = this.settings;
    const settings = await this.settingsFor(uri);
    const document = this.documents.get(uri);
    // A change that came meanwhile has its own push on the way, which must stay the last one.
    if (!document || this.scheduled.has(uri) || base !== this.settings) return;
    const diagnostics = this.guard<Diagnostic[]>("diagnostics", document, settings, [], (_, analysis) =>
      diagnosticsOf(document, analysis, settings.locale),
    );
    this.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  private close(uri: string): void {
    this.scheduled.get(uri)?.();
    this.scheduled.delete(uri);
    this.analyses.forget(uri);
    this.configs.forget(uri);
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
