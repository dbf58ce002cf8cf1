// When a document's diagnostics are worked out: once a client asks for them, or, for one that cannot ask, at each change;
// where that takes its time, once the changes at hand are read. What does not add up is told first; which cells are wrong
// follows, unless an edit comes before.

import type { CancellationToken, Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { documentDiagnostics } from "../editor/documentDiagnostics";
import type { Analyses } from "./analyses";
import type { Causes } from "./causes";
import type { Configs } from "./configs";
import type { ServerSettings } from "./settings";
import type { Runtime } from "./startServer";

/** Answers on a document's current text, or gives `nothing`. */
type Run<T> = (document: TextDocument, settings: ServerSettings) => T;

/** What it needs of the server. */
export interface DiagnosingHost {
  readonly soon: Runtime["soon"];
  readonly analyses: Analyses;
  readonly causes: Causes;
  readonly configs: Configs;
  readonly document: (uri: string) => TextDocument | undefined;
  /** The user's own settings, and when they are read. */
  readonly settings: () => ServerSettings;
  readonly settingsRead: () => Promise<void>;
  readonly settingsFor: (uri: string) => Promise<ServerSettings>;
  readonly pages: () => string | null;
  /** Runs what may throw: that is logged. */
  readonly guard: <T>(
    feature: string,
    document: TextDocument,
    settings: ServerSettings,
    nothing: T,
    run: Run<T>,
  ) => T;
  /** The same for a request. */
  readonly answer: <T>(
    feature: string,
    uri: string,
    token: CancellationToken,
    nothing: T,
    run: Run<T>,
  ) => Promise<T>;
  readonly send: (params: PublishDiagnosticsParams) => void;
  readonly log: (what: string, error: unknown) => void;
}

/** What a request's diagnostics are made with. */
interface Begun {
  readonly known: boolean;
  readonly version: number;
  readonly settings: ServerSettings;
}

/** Milliseconds: what takes so long is not worked out for a change that others follow. */
const SLOW = 5;

export class Diagnosing {
  /** Stands for the last time that a document's diagnostics were to be pushed: what came before is not sent any more. */
  private readonly turns = new Map<string, object>();
  /** How long a document's diagnostics took the last time, in milliseconds. */
  private readonly took = new Map<string, number>();

  constructor(private readonly host: DiagnosingHost) {}

  /** The diagnostics that a client asked for, once it is known which cells are wrong; edits get through meanwhile. */
  async pulled(uri: string, token: CancellationToken): Promise<Diagnostic[]> {
    const { answer, causes, guard, document: documentOf } = this.host;
    for (;;) {
      const begun = await answer<Begun | null>("diagnostics", uri, token, null, (document, settings) => ({
        known: this.beginCauses(document, settings),
        version: document.version,
        settings,
      }));
      const isCurrent = () => !token.isCancellationRequested && documentOf(uri)?.version === begun?.version;
      if (begun && !begun.known && !(await causes.finish(uri, isCurrent))) continue;
      const document = documentOf(uri);
      if (!document || !begun) return [];
      return guard<Diagnostic[]>("diagnostics", document, begun.settings, [], (...args) =>
        this.diagnosticsOf(...args),
      );
    }
  }

  /**
   * Pushes a document's diagnostics; of one that takes its time, once the changes at hand are read. An older version is
   * never sent after a newer one.
   */
  pushSoon(uri: string): void {
    const turn = {};
    this.turns.set(uri, turn);
    const { soon, log } = this.host;
    const push = () => {
      this.push(uri, turn).catch((error: unknown) => log(`diagnostics of ${uri} could not be sent`, error));
    };
    // The library handles one message a turn: what is at hand is handled between these two.
    if ((this.took.get(uri) ?? 0) >= SLOW) soon(() => soon(push));
    else push();
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.turns.delete(uri);
    this.took.delete(uri);
  }

  private async push(uri: string, turn: object): Promise<void> {
    const { configs, causes, guard } = this.host;
    const isCurrent = () => this.turns.get(uri) === turn;
    await this.host.settingsRead();
    if (!isCurrent()) return;
    const base = this.host.settings();
    // A keystroke does not wait for the disk: whether gouji.json has changed is seen behind it.
    const settings = configs.lastFor(uri, base) ?? (await this.host.settingsFor(uri));
    const document = this.host.document(uri);
    // A change that came meanwhile has its own push on the way, which must stay the last one.
    if (!document || !isCurrent() || base !== this.host.settings()) return;
    const { version } = document;
    const start = Date.now();
    const told = () =>
      guard<Diagnostic[]>("diagnostics", document, settings, [], (...args) => this.diagnosticsOf(...args));
    const send = (diagnostics: Diagnostic[]) => this.host.send({ uri, version, diagnostics });
    const known = guard("causes", document, settings, true, (...args) => this.beginCauses(...args));
    const first = told();
    send(first);
    this.took.set(uri, Date.now() - start);
    if (configs.isOld(uri)) {
      void this.host.settingsFor(uri).then((now) => {
        if (now !== settings && this.host.document(uri)) this.pushSoon(uri);
      });
    }
    if (known) return;
    if (!(await causes.finish(uri, isCurrent))) return;
    const second = told();
    if (JSON.stringify(second) !== JSON.stringify(first)) send(second);
  }

  /** The diagnostics of a document's current text, by the causes that are known so far. */
  private diagnosticsOf(document: TextDocument, settings: ServerSettings): Diagnostic[] {
    const session = this.host.analyses.checked(document, settings);
    if (!session) return [];
    const { renewals } = this.host.causes;
    const { locale } = settings;
    return documentDiagnostics({ uri: document.uri, session, renewals, locale, pages: this.host.pages() });
  }

  /** Begins to look which cells are wrong, and says whether all is known already. */
  private beginCauses(document: TextDocument, settings: ServerSettings): boolean {
    const session = this.host.analyses.checked(document, settings);
    return !session || this.host.causes.begin(document.uri, session.parts);
  }
}
