// All that the server does once `initialize` is answered: documents, settings, diagnostics (pulled, or pushed where the
// client cannot pull), code actions, completion, symbols. Features get an analysis and give LSP values; what they throw
// is logged.

import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  type InitializeParams,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
  type SymbolInformation,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CONFIG_NAME } from "../config/name";
import { knownDiagnoses, type Session } from "../core";
import { completionsAt } from "../editor/completion";
import type { DiagnosticContext } from "../editor/diagnostics";
import { formattingOf, typingEditsAt } from "../editor/formatting";
import { flatSymbolsOf, symbolsOf } from "../editor/symbols";
import { type Abilities, abilitiesOf } from "./abilities";
import { answerActionRequests } from "./actionRequests";
import { Analyses } from "./analyses";
import { Causes } from "./causes";
import { ConfigFindings } from "./configFindings";
import { Configs, type FoundConfig, hasFolder } from "./configs";
import { Diagnosing, type DiagnosingHost } from "./diagnosing";
import { answerLinkRequests } from "./linkRequests";
import { readSettings, type ServerSettings } from "./settings";
import type { Runtime } from "./startServer";

/** Tells a client that asked for it (`tellChecked`) whether a document is a report: `{uri, version, served}`. */
export const CHECKED = "gouji/checked";
/** Asks a client that can look (`findsConfig`) for the gouji.json nearest above a document: `{uri}`. */
export const FIND_CONFIG = "gouji/findConfig";

/** Serves the client that has sent `params` to initialize, until the connection closes. */
export function serve(connection: Connection, runtime: Runtime, params: InitializeParams): void {
  new Server(connection, runtime, params).listen();
}

class Server {
  private readonly documents = new TextDocuments({
    create: TextDocument.create,
    update: (document: TextDocument, changes, version) => this.update(document, changes, version),
  });
  private readonly analyses: Analyses;
  private readonly causes: Causes;
  private readonly configs: Configs;
  private readonly configFindings: ConfigFindings;
  private readonly diagnosing: Diagnosing;
  private settings: ServerSettings;
  /** What the client started with: holds where it has no settings of the user's. */
  private readonly initialSettings: unknown;
  private settingsRead: Promise<void> = Promise.resolve();
  private settingsAsked = 0;
  private readonly client: Abilities;
  private readonly folders: readonly string[];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    params: InitializeParams,
  ) {
    const { initializationOptions, workspaceFolders, rootUri } = params;
    this.client = abilitiesOf(params);
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    this.initialSettings = initializationOptions;
    this.settings = this.readSettings(null);
    this.analyses = new Analyses(
      (rule, error, uri) => this.log(`rule ${rule} failed on ${uri}`, error),
      (document, settings, session) => this.checked(document, settings, session),
    );
    this.causes = new Causes(runtime.soon);
    this.configs = new Configs(
      (uri) => this.findConfig(uri),
      (problem) => this.connection.console.warn(problem),
    );
    this.configFindings = new ConfigFindings((params) => this.sendDiagnostics(params));
    this.diagnosing = new Diagnosing(this.diagnosingHost());
  }

  private diagnosingHost(): DiagnosingHost {
    return {
      soon: this.runtime.soon,
      analyses: this.analyses,
      causes: this.causes,
      configs: this.configs,
      document: (uri) => this.documents.get(uri),
      settings: () => this.settings,
      settingsRead: () => this.settingsRead,
      settingsFor: (uri) => this.settingsFor(uri),
      pages: () => this.pages,
      guard: (...args) => this.guard(...args),
      answer: (...args) => this.answer(...args),
      send: (params) => this.sendDiagnostics(params),
      log: (what, error) => this.log(what, error),
    };
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeWatchedFiles(() => {
      this.configs.lookAgain();
      this.refresh();
    });
    connection.onDidChangeConfiguration(({ settings }) => this.changeSettings(settings));
    documents.onDidChangeContent(({ document: { uri } }) => {
      if (!this.client.pulls) this.diagnosing.pushSoon(uri);
    });
    documents.onDidClose(({ document }) => this.close(document.uri));
    connection.languages.diagnostics.on(async ({ textDocument }, token) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: await this.diagnosing.pulled(textDocument.uri, token),
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
    if (!this.client.pulls) for (const { uri } of this.documents.all()) this.diagnosing.pushSoon(uri);
  }

  private readSettings(section: unknown): ServerSettings {
    return readSettings(section ?? this.initialSettings, (problem) => this.connection.console.warn(problem));
  }

  /** Sends what the client may refuse: that is logged, as a rejected promise would end the process. */
  private expect(failure: string, send: () => Promise<unknown>): void {
    send().catch((error: unknown) => this.log(failure, error));
  }

  /** Hands each change of a document on, as the spans that it replaces. */
  private update(
    document: TextDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): TextDocument {
    for (const change of changes) {
      const [from, to] =
        "range" in change
          ? [document.offsetAt(change.range.start), document.offsetAt(change.range.end)]
          : [0, document.getText().length];
      const span = { start: Math.min(from, to), end: Math.max(from, to) };
      this.analyses.edited(document.uri, span, change.text.length);
      TextDocument.update(document, [change], version);
    }
    return TextDocument.update(document, [], version);
  }

  /** Runs a feature on the analysis of a document's current text; `nothing` where there is none. */
  private serve<T>(
    feature: string,
    uri: string,
    token: CancellationToken,
    nothing: T,
    run: (context: DiagnosticContext) => T,
  ): Promise<T> {
    return this.answer(feature, uri, token, nothing, (document, settings) => {
      const analysis = this.analyses.of(document, settings);
      if (!analysis) return nothing;
      if (!knownDiagnoses(analysis)) this.causes.prepare(uri, analysis);
      return run({ document, analysis, locale: settings.locale, pages: this.pages });
    });
  }

  /**
   * Answers a request on a document. Gives `nothing` where the document is closed or answering it threw; a cancelled
   * request is answered as such.
   */
  private async answer<T>(
    feature: string,
    uri: string,
    token: CancellationToken,
    nothing: T,
    run: (document: TextDocument, settings: ServerSettings) => T,
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
    run: (document: TextDocument, settings: ServerSettings) => T,
  ): T {
    try {
      return run(document, settings);
    } catch (error) {
      this.log(`${feature} failed on ${document.uri}`, error);
      return nothing;
    }
  }

  private checked({ uri, version }: TextDocument, settings: ServerSettings, session: Session | null): void {
    this.configFindings.judge(uri, session?.unusedIgnores() ?? null, settings, this.pages);
    if (!this.client.hearsChecked) return;
    this.expect("the client could not be told", () =>
      this.connection.sendNotification(CHECKED, { uri, version, served: session !== null }),
    );
  }

  private close(uri: string): void {
    this.diagnosing.forget(uri);
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
