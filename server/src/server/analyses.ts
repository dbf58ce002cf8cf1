// One analysis a document version and settings, shared by all features.

import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyse, holdsReport, mayHoldReport } from "../core";
import type { ServerSettings } from "./settings";

/** The language that drafts have in the editor. */
export const LANGUAGE = "ogi-report";

/** Documents with these schemes are views of the editor's own, and no drafts. */
const NO_DRAFTS = new Set([
  "git",
  "output",
  "vscode-scm",
  "comment",
  "debug",
  "vscode-settings",
  "search-editor",
  "gouji-rule",
  "gouji-ledger",
]);

interface Entry {
  readonly version: number;
  readonly settings: ServerSettings;
  readonly analysis: Analysis | null;
}

export class Analyses {
  private readonly entries = new Map<string, Entry>();

  /** `onCrash` gets what a rule threw, `onFresh` each new analysis: both once an analysis. */
  constructor(
    private readonly onCrash: (rule: string, error: unknown, uri: string) => void,
    private readonly onFresh: (
      document: TextDocument,
      settings: ServerSettings,
      analysis: Analysis | null,
    ) => void,
  ) {}

  /** The analysis of the document's current text; null where it is no report that Gouji serves. */
  of(document: TextDocument, settings: ServerSettings): Analysis | null {
    const known = this.entries.get(document.uri);
    if (known?.version === document.version && known.settings === settings) return known.analysis;
    const analysis = this.analyse(document, settings);
    this.entries.set(document.uri, { version: document.version, settings, analysis });
    this.onFresh(document, settings, analysis);
    return analysis;
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.entries.delete(uri);
  }

  private analyse(document: TextDocument, settings: ServerSettings): Analysis | null {
    const scheme = document.uri.slice(0, document.uri.indexOf(":"));
    if (NO_DRAFTS.has(scheme)) return null;
    const text = document.getText();
    const declared = document.languageId === LANGUAGE;
    if (!declared && !(settings.detect && mayHoldReport(text))) return null;
    const { severities, ignores = [] } = settings;
    const analysis = analyse(text, { severities, ignores });
    if (!declared && !holdsReport(analysis.draft)) return null;
    for (const { rule, error } of analysis.crashes) this.onCrash(rule, error, document.uri);
    return analysis;
  }
}
