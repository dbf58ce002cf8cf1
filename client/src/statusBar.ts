// The status bar item: 勾稽 with the number of errors and warnings of the draft in front; a click opens Problems.

import {
  commands,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from "vscode";

/** The source that the server's diagnostics name. */
const SOURCE = "gouji";

export class StatusBar implements Disposable {
  private readonly item = window.createStatusBarItem("gouji.status", StatusBarAlignment.Right, 100);
  /** Documents that the server takes for reports, by URI. */
  private readonly served = new Set<string>();
  private readonly watchers: Disposable[];
  /** What the menus were told last. */
  private inReport = false;

  constructor() {
    this.item.name = "勾稽 Gouji";
    this.item.command = "workbench.actions.view.problems";
    this.watchers = [
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidCloseTextDocument(({ uri }) => this.served.delete(uri.toString())),
    ];
  }

  /** Takes the server's word on whether a document is a report. */
  checked({ uri, served }: { readonly uri: string; readonly served: boolean }): void {
    if (this.served.has(uri) === served) return;
    if (served) this.served.add(uri);
    else this.served.delete(uri);
    this.update();
  }

  /** Whether the server takes this document for a report. */
  serves(uri: Uri): boolean {
    return this.served.has(uri.toString());
  }

  /** Shows the count of the draft in front, or hides where there is none. */
  update(): void {
    const document = window.activeTextEditor?.document;
    const isReport = document !== undefined && this.serves(document.uri);
    this.tellMenus(isReport);
    if (!isReport) {
      this.item.hide();
      return;
    }
    const { errors, warnings } = countOf(document.uri);
    const icon = errors > 0 ? "error" : warnings > 0 ? "warning" : "pass";
    this.item.text = `$(${icon}) 勾稽${errors + warnings > 0 ? ` ${errors + warnings}` : ""}`;
    this.item.tooltip =
      errors + warnings > 0
        ? l10n.t("{0} errors, {1} warnings in this annual report. Click to see them.", errors, warnings)
        : l10n.t("Nothing found in this annual report.");
    this.item.backgroundColor = errors > 0 ? new ThemeColor("statusBarItem.errorBackground") : undefined;
    this.item.show();
  }

  /** Tells the menus, which package.json has for reports only, whether the document in front is one. */
  private tellMenus(inReport: boolean): void {
    if (inReport === this.inReport) return;
    this.inReport = inReport;
    void commands.executeCommand("setContext", "gouji.inReport", inReport);
  }

  dispose(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.item.dispose();
  }
}

/** How many errors and warnings of Gouji's a document has. */
function countOf(uri: Uri): { errors: number; warnings: number } {
  const own = languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === SOURCE);
  return {
    errors: own.filter(({ severity }) => severity === DiagnosticSeverity.Error).length,
    warnings: own.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length,
  };
}
