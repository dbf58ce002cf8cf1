// The ledgers of drafts: each a page that says which figures of a table add up, and follows its draft. They have a scheme
// of their own, which package.json opens as rendered Markdown, as the rules' pages.

import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  Position,
  type TextDocumentChangeEvent,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient, Position as ProtocolPosition } from "vscode-languageclient";

/** The scheme of the pages. */
export const LEDGERS = "gouji-ledger";
/** The server's request. */
const LEDGER = "gouji/ledger";

/** As the server's code action names the place. */
export interface LedgerRequest {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

export class Ledgers implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  /** Where in its draft each ledger's table stands, by the draft's URI. */
  private readonly places = new Map<string, Position>();
  private readonly parts: Disposable[];

  constructor(private readonly client: BaseLanguageClient) {
    this.parts = [
      this.changed,
      workspace.registerTextDocumentContentProvider(LEDGERS, this),
      workspace.onDidChangeTextDocument((change) => this.movePlace(change)),
      // They come when the server knows which cells are wrong, after an edit and after all else that may change that.
      languages.onDidChangeDiagnostics(({ uris }) => {
        for (const draft of uris) this.changed.fire(pageOf(draft));
      }),
    ];
  }

  /** Shows the ledger of the table at a position beside the draft. */
  async show(draft: Uri, position: Position): Promise<void> {
    this.places.set(draft.toString(), position);
    if ((await this.ask(draft)) === null) {
      void window.showInformationMessage(l10n.t("This document has no table whose figures can be checked."));
      return;
    }
    const page = pageOf(draft);
    this.changed.fire(page);
    await commands.executeCommand("vscode.open", page, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  async provideTextDocumentContent({ query }: Uri, token: CancellationToken): Promise<string> {
    const draft = Uri.parse(query);
    const text = await this.ask(draft, token);
    return text ?? l10n.t("{0} is not open, or has no table whose figures can be checked.", nameOf(draft));
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }

  private ask(draft: Uri, token?: CancellationToken): Promise<string | null> {
    const position = this.places.get(draft.toString()) ?? new Position(0, 0);
    const request: LedgerRequest = {
      uri: this.client.code2ProtocolConverter.asUri(draft),
      position: this.client.code2ProtocolConverter.asPosition(position),
    };
    // An undefined token would be sent as a second parameter.
    return token
      ? this.client.sendRequest<string | null>(LEDGER, request, token)
      : this.client.sendRequest<string | null>(LEDGER, request);
  }

  /** Lines that come or go above a table move it. */
  private movePlace({ document, contentChanges }: TextDocumentChangeEvent): void {
    const draft = document.uri.toString();
    for (const { range, text } of contentChanges) {
      const place = this.places.get(draft);
      if (!place || range.end.isAfter(place)) continue;
      const by = text.split("\n").length - 1 - (range.end.line - range.start.line);
      this.places.set(draft, place.translate(by));
    }
  }
}

/** The page of a draft's ledger. The editor shows what ends in .md as Markdown. */
function pageOf(draft: Uri): Uri {
  const name = nameOf(draft).replace(/\.\w+$/, "");
  return Uri.from({
    scheme: LEDGERS,
    path: `/${l10n.t("Ledger")} ${name}.md`,
    query: draft.toString(),
  });
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
