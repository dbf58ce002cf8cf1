// An LSP client for tests: it starts the server as a process of its own, speaks to it over stdio, remembers what the
// server says, and when the test ends shuts the server down and wants exit code 0 and a silent standard error.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { TestContext } from "node:test";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { nodeBundle } from "./bundle";
import { rangeOf, replaced } from "./text";

/** Only so that a server that hangs fails the test with a sentence; nothing is measured by it. */
const PATIENCE_MS = 60_000;

export interface ClientOptions {
  /** False for a client that waits for diagnostics to be sent. */
  readonly pull?: boolean;
  /** The user's settings under `gouji`; without them the client has no workspace/configuration. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** In place of the capabilities that follow from the options above, part by part. */
  readonly capabilities?: ClientCapabilities;
  /** The URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Arguments for Node before the server's script. */
  readonly nodeArguments?: readonly string[];
  /** How the client answers workspace/configuration, where the settings alone do not do. */
  readonly answerConfiguration?: () => unknown;
  /** How the client answers client/registerCapability and workspace/diagnostic/refresh; both may throw. */
  readonly answerRegistration?: () => void;
  readonly answerRefresh?: () => void;
}

export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: LogMessageParams[] = [];
  /** The sections that the server asked workspace/configuration for. */
  readonly asked: (string | undefined)[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  settings: unknown;
  private stderr = "";
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start(t: TestContext, options: ClientOptions = {}): Promise<Client> {
    const args = [...(options.nodeArguments ?? []), nodeBundle(), "--stdio"];
    const child = spawn(process.execPath, args, { stdio: "pipe" });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const early: LogMessageParams[] = [];
    const listening = connection.onNotification(LogMessageNotification.type, (log) => void early.push(log));
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: capabilitiesOf(options),
      ...(options.folders && { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
      initializationOptions: options.initializationOptions,
    });
    listening.dispose();
    const client = new Client(child, connection, initialized);
    client.logged.push(...early);
    client.settings = options.settings;
    child.stderr.on("data", (data) => {
      client.stderr += data;
    });
    client.listen(options);
    t.after(() => client.stop());
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  private listen(options: ClientOptions): void {
    const { connection } = this;
    connection.onNotification(LogMessageNotification.type, (log) => this.hear(() => this.logged.push(log)));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
      this.hear(() => this.published.push(params)),
    );
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      this.hear(() => this.asked.push(...items.map(({ section }) => section)));
      const answer = options.answerConfiguration ?? (() => this.settings);
      return Promise.all(items.map(() => answer()));
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.hear(() => this.registered.push(...registrations.map(({ method }) => method)));
      options.answerRegistration?.();
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.hear(() => this.refreshes++);
      options.answerRefresh?.();
    });
  }

  private hear(remember: () => void): void {
    remember();
    for (const look of this.waiting) look();
  }

  /** Waits until what the server has said satisfies `found`, and gives what it found. */
  async until<T>(what: string, found: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`waited in vain for ${what}; the server said: ${this.said()}`));
      }, PATIENCE_MS);
      const look = (): void => {
        const value = found();
        if (value === undefined || value === false) return;
        clearTimeout(give);
        this.waiting.delete(look);
        resolve(value);
      };
      this.waiting.add(look);
      look();
    });
  }

  private said(): string {
    return JSON.stringify({ logged: this.logged, published: this.published, stderr: this.stderr });
  }

  /** Opens a document as an editor does. */
  open(text: string, { uri = "file:///nianbao.ogi", language = "ogi-report" } = {}): OpenDocument {
    return new OpenDocument(this, uri, language, text);
  }

  /** Changes the user's settings, and says so as a client with workspace/configuration does. */
  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** What was logged as a warning or an error. */
  complaints(): string[] {
    return this.logged.filter(({ type }) => type <= 2).map(({ message }) => message);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    await this.connection.sendRequest(ShutdownRequest.type);
    const code = this.exitCode();
    await this.connection.sendNotification(ExitNotification.type);
    assert.equal(await code, 0, `exit code; standard error: ${this.stderr}`);
    assert.equal(this.stderr, "", "the server wrote on standard error");
  }

  /** The code with which the server's process ends. */
  async exitCode(): Promise<number | null> {
    const [code] = await once(this.process, "exit", { signal: AbortSignal.timeout(PATIENCE_MS) });
    this.connection.dispose();
    return code;
  }
}

function capabilitiesOf({ pull = true, ...options }: ClientOptions): ClientCapabilities {
  const configures = "settings" in options || "answerConfiguration" in options;
  return {
    workspace: {
      configuration: configures,
      didChangeConfiguration: { dynamicRegistration: configures },
      diagnostics: { refreshSupport: pull },
      workspaceEdit: { documentChanges: true },
    },
    textDocument: {
      ...(pull && { diagnostic: {} }),
      completion: { completionItem: { snippetSupport: true } },
    },
    ...options.capabilities,
  };
}

/** A document open on both sides, with the client's own copy of the text. */
export class OpenDocument {
  version = 1;

  constructor(
    private readonly client: Client,
    readonly uri: string,
    languageId: string,
    public text: string,
  ) {
    const textDocument = { uri, languageId, version: 1, text };
    void this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  private get connection(): ProtocolConnection {
    return this.client.connection;
  }

  /** Types over a text that stands once in the document. */
  type(over: string, newText: string): void {
    this.typeAt(rangeOf(this.text, over), newText);
  }

  /** Tells the server of an edit as an incremental change. */
  typeAt(range: Range, newText: string): void {
    this.text = replaced(this.text, range, newText);
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range, text: newText }],
    });
  }

  /** Tells the server the whole text anew, without a range. */
  replaceAll(text: string): void {
    this.text = text;
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ text }],
    });
  }

  close(): void {
    const textDocument = { uri: this.uri };
    void this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  }

  /** Asks for the document's diagnostics. */
  async pull(): Promise<Diagnostic[]> {
    const textDocument = { uri: this.uri };
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    assert.equal(report.kind, "full");
    return report.kind === "full" ? report.items : [];
  }

  /** The codes of the document's diagnostics, each with the text under its squiggle. */
  async findings(): Promise<string[]> {
    return (await this.pull()).map(({ code, range }) => `${code} ${this.under(range)}`);
  }

  private under({ start, end }: Range): string {
    const document = TextDocument.create(this.uri, "", 0, this.text);
    return this.text.slice(document.offsetAt(start), document.offsetAt(end));
  }

  /** The one diagnostic of `code`. */
  async only(code: string): Promise<Diagnostic> {
    const all = await this.pull();
    const found = all.filter((diagnostic) => diagnostic.code === code);
    assert.equal(found.length, 1, `${code} once in ${JSON.stringify(all)}`);
    return found[0]!;
  }

  /** Asks for the code actions at a range; by default as a user does who opens the light bulb. */
  async actions(
    range: Range,
    only?: readonly string[],
    triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
  ): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri },
      range,
      context: { diagnostics: [], triggerKind, ...(only && { only: [...only] }) },
    });
    return (answer ?? []).filter((action): action is CodeAction => "edit" in action || "kind" in action);
  }

  /** Applies a code action's edit here and on the server, as a client does. */
  apply({ edit }: CodeAction): void {
    const edits = this.editsOf(edit);
    // Throws where edits overlap, as a client refuses them.
    const document = TextDocument.create(this.uri, "", 0, this.text);
    const after = TextDocument.applyEdits(document, edits);
    for (const { range, newText } of [...edits].sort((a, b) =>
      comparePositions(b.range.start, a.range.start),
    )) {
      this.typeAt(range, newText);
    }
    assert.equal(this.text, after);
  }

  private editsOf(edit: WorkspaceEdit | undefined): { range: Range; newText: string }[] {
    assert.ok(edit, "the action has no edit");
    if (edit.changes) return edit.changes[this.uri]!;
    const [change] = edit.documentChanges!;
    assert.ok(change && "textDocument" in change);
    assert.equal(change.textDocument.uri, this.uri);
    assert.equal(change.textDocument.version, this.version);
    return change.edits as { range: Range; newText: string }[];
  }

  async complete(position: Position): Promise<CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: this.uri },
      position,
    });
    return Array.isArray(answer) ? answer : ((answer as CompletionList | null)?.items ?? []);
  }
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
