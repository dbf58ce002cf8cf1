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
import { FIX_ALL } from "../editor/codeActions";
import { COMPLETION_TRIGGERS, completionsAt } from "../editor/completion";
import { type DiagnosticContext, diagnosticsOf } from "../editor/diagnostics";
import { FORMAT_TRIGGERS, formattingOf, typingEditsAt } from "../editor/formatting";
import { flatSymbolsOf, symbolsOf } from "../editor/symbols";
import { TRUST_COMMAND } from "../editor/trusting";
import { type Abilities, abilitiesOf } from "./abilities";
import { answerActionRequests } from "./actionRequests";
import { Analyses } from "./analyses";
import { Causes } from "./causes";
import { ConfigFindings } from "./configFindings";
import { type ConfigFinder, Configs, type FoundConfig, hasFolder } from "./configs";
import { answerLinkRequests, LINK_CAPABILITIES } from "./linkRequests";
import { DEFAULTS, readSettings, type ServerSettings } from "./settings";

/** What differs between Node and a web worker. */
export interface Runtime {
  /** Runs `task` once the messages at hand have been read; returns what stops it. */
  readonly soon: (task: () => void) => () => void;
  /** For files; null where the runtime has none. */
  readonly findConfig: ConfigFinder | null;
  /** As `Abilities.rulePages`, for clients that do not say; null where the pages are not with the server. */
  readonly rulePages: string | null;
}

/** Tells a client that asked for it (`tellChecked`) whether a document is a report: `{uri, version, served}`. */
export const CHECKED = "gouji/checked";
/** Asks a client that can look (`findsConfig`) for the gouji.json nearest above a document: `{uri}`. */
export const FIND_CONFIG = "gouji/findConfig";
/** Serves on `connection` until it closes. */
export function startServer(connection: Connection, runtime: Runtime): void {
  new Server(connection, runtime).listen();
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly analyses: Analyses;
  private readonly causes: Causes;
  private readonly configs: Configs;
  private readonly configFindings: ConfigFindings;
  private readonly scheduled = new Map<string, () => void>();
  private settings: ServerSettings = DEFAULTS;
  /** What the client started with: holds where it has no settings of the user's. */
  private initialSettings: unknown = null;
  private settingsRead: Promise<void> = Promise.resolve();
  private settingsAsked = 0;
  private client: Abilities = abilitiesOf({ processId: null, rootUri: null, capabilities: {} });
  private folders: readonly string[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {
    this.analyses = new Analyses(
      (rule, error, uri) => this.log(`rule ${rule} failed on ${uri}`, error),
      (document, settings, analysis) => this.analysed(document, settings, analysis),
    );
    this.causes = new Causes(runtime.soon);
    this.configs = new Configs(
      (uri) => this.findConfig(uri),
      (problem) => this.connection.console.warn(problem),
    );
    this.configFindings = new ConfigFindings((params) => this.sendDiagnostics(params));
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
      items: await this.pulled(textDocument.uri, token),
    }));
    answerActionRequests({
      connection,
      serve: (...args) => this.serve(...args),
      client: () => this.client,
      configs: this.configs,
      folders: () => this.foldersNow(),
      trust: ({ uri, figures }) => {
        this.causes.trust(uri, figures);
        this.refresh();
      },
      log: (what, error) => this.log(what, error),
    });
    connection.onCompletion(async ({ textDocument, position }, token) => ({
      isIncomplete: true,
      items: await this.serve("completion", textDocument.uri, token, [], ({ document, analysis }) =>
        completionsAt(analysis.draft, document.offsetAt(position), {
          markdown: document.languageId === "markdown",
          snippets: this.client.snippets,
        }),
      ),
    }));
    connection.onDocumentFormatting(({ textDocument }, token) =>
      this.serve("formatting", textDocument.uri, token, [], ({ document, analysis }) =>
        formattingOf(document, analysis.draft),
      ),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
      this.serve("formatting on type", textDocument.uri, token, [], ({ document }) =>
        typingEditsAt(document, document.offsetAt(position), ch),
      ),
    );
    connection.onDocumentSymbol(({ textDocument }, token) =>
      this.serve<DocumentSymbol[] | SymbolInformation[]>(
        "document symbols",
        textDocument.uri,
        token,
        [],
        ({ document, analysis: { draft } }) =>
          this.client.nestedSymbols ? symbolsOf(document, draft) : flatSymbolsOf(document, draft),
      ),
    );
    answerLinkRequests(
      connection,
      (...args) => this.serve(...args),
      () => this.client.versionedEdits,
    );
    documents.listen(connection);
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    const { initializationOptions, workspaceFolders, rootUri } = params;
    this.client = abilitiesOf(params);
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    this.initialSettings = initializationOptions;
    this.settings = this.readSettings(null);
    return {
      serverInfo: { name: "gouji" },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
          ...(this.client.resolvesEdits && { resolveProvider: true }),
        },
        completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
        documentFormattingProvider: true,
        documentOnTypeFormattingProvider: FORMAT_TRIGGERS,
        documentSymbolProvider: true,
        executeCommandProvider: { commands: [TRUST_COMMAND] },
        ...LINK_CAPABILITIES,
        ...(this.client.pulls && {
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
    if (this.client.watchesFiles) {
      const { type } = DidChangeWatchedFilesNotification;
      this.expect("changes of gouji.json will be seen late", () =>
        this.connection.client.register(type, { watchers: [{ globPattern: `**/${CONFIG_NAME}` }] }),
      );
    }
    if (!this.client.configures) return;
    if (this.client.registersConfiguration) {
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
    if (this.client.configures) this.settingsRead = this.fetchSettings();
    else this.useSettings((settings as { gouji?: unknown } | null)?.gouji);
  }

  private useSettings(section: unknown): void {
    this.settings = this.readSettings(section);
    this.refresh();
  }

  /** Has the diagnostics of all documents asked for, or sends them, anew. */
  private refresh(): void {
    if (this.client.pulls && this.client.refreshes) {
      this.expect("diagnostics could not be refreshed", () =>
        this.connection.languages.diagnostics.refresh(),
      );
    }
    if (!this.client.pulls) for (const { uri } of this.documents.all()) this.pushSoon(uri);
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
    run: (context: DiagnosticContext) => T,
  ): Promise<T> {
    await this.settingsRead;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    if (!this.documents.get(uri)) return nothing;
    const settings = await this.settingsFor(uri);
    const document = this.documents.get(uri);
    if (!document) return nothing;
    return this.guard(feature, document, settings, nothing, run);
  }

  private get pages(): string | null {
    return this.client.rulePages ?? this.runtime.rulePages;
  }

  private async foldersNow(): Promise<readonly string[]> {
    if (!this.client.tellsFolders) return this.folders;
    return ((await this.connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri);
  }

  private async findConfig(uri: string): Promise<FoundConfig | null> {
    const { findConfig } = this.runtime;
    if (findConfig && uri.startsWith("file:")) return findConfig(uri);
    if (!this.client.findsConfig || !hasFolder(uri)) return null;
    return this.connection.sendRequest<FoundConfig | null>(FIND_CONFIG, { uri });
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
    run: (context: DiagnosticContext) => T,
  ): T {
    return this.safely(feature, document.uri, nothing, () => {
      const analysis = this.analyses.of(document, settings);
      const { locale } = settings;
      return analysis ? run({ document, analysis, locale, pages: this.pages }) : nothing;
    });
  }

  private safely<T>(feature: string, uri: string, nothing: T, run: () => T): T {
    try {
      return run();
    } catch (error) {
      this.log(`${feature} failed on ${uri}`, error);
      return nothing;
    }
  }

  private analysed(
    { uri, version }: TextDocument,
    settings: ServerSettings,
    analysis: Analysis | null,
  ): void {
    this.configFindings.judge(uri, analysis, settings, this.pages);
    if (!this.client.hearsChecked) return;
    this.expect("the client could not be told", () =>
      this.connection.sendNotification(CHECKED, { uri, version, served: analysis !== null }),
    );
  }

  /** The diagnostics that a client asked for, once it is known which cells are wrong; edits get through meanwhile. */
  private async pulled(uri: string, token: CancellationToken): Promise<Diagnostic[]> {
    for (;;) {
      const begun = await this.serve<{ known: boolean; context: DiagnosticContext; version: number } | null>(
        "diagnostics",
        uri,
        token,
        null,
        (context) => ({
          known: this.causes.begin(uri, context.analysis),
          context,
          version: context.document.version,
        }),
      );
      if (!begun) return [];
      const { known, context, version } = begun;
      const isCurrent = () => !token.isCancellationRequested && this.documents.get(uri)?.version === version;
      if (known || (await this.causes.finish(uri, isCurrent))) {
        return this.safely("diagnostics", uri, [], () => diagnosticsOf(context));
      }
    }
  }

  /** Pushes diagnostics once the changes at hand are read; an older version is never sent after a newer one. */
  private pushSoon(uri: string): void {
    if (this.client.pulls) return;
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
    const { version } = document;
    const told = () => this.guard<Diagnostic[]>("diagnostics", document, settings, [], diagnosticsOf);
    const send = (diagnostics: Diagnostic[]) => this.sendDiagnostics({ uri, version, diagnostics });
    const known = this.guard("causes", document, settings, true, ({ analysis }) =>
      this.causes.begin(uri, analysis),
    );
    const first = told();
    send(first);
    if (known) return;
    // What does not add up has been told; which cell is wrong follows, unless an edit comes before.
    const isCurrent = () => this.documents.get(uri)?.version === version && !this.scheduled.has(uri);
    if (!(await this.causes.finish(uri, isCurrent))) return;
    const second = told();
    if (JSON.stringify(second) !== JSON.stringify(first)) send(second);
  }

  private close(uri: string): void {
    this.scheduled.get(uri)?.();
    this.scheduled.delete(uri);
    this.analyses.forget(uri);
    this.causes.forget(uri);
    this.configs.forget(uri);
    this.configFindings.forget(uri);
    if (!this.client.pulls) this.sendDiagnostics({ uri, diagnostics: [] });
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
