// One session a document: each edit is handed on to it, and what it has found is shared by all features.

import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyse, holdsReport, mayHoldReport, Session, type Span } from "../core";
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
  version: number;
  readonly settings: ServerSettings;
  /** Null as long as the document cannot be a report, from its words alone. */
  session: Session | null;
  served: boolean;
  /** Where the document was edited since its words were looked at; the whole of it before that. */
  touched: Span | null | "all";
  /** Of the whole text, once a feature needs that. */
  whole: Analysis | null;
}

export class Analyses {
  private readonly entries = new Map<string, Entry>();

  /** `onCrash` gets what a rule threw, `onFresh` each document that was checked anew: both once a version. */
  constructor(
    private readonly onCrash: (rule: string, error: unknown, uri: string) => void,
    private readonly onFresh: (
      document: TextDocument,
      settings: ServerSettings,
      session: Session | null,
    ) => void,
  ) {}

  /** Takes in that `length` characters have replaced a span of a document. */
  edited(uri: string, span: Span, length: number): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    entry.session?.replace(span, length);
    if (entry.touched === "all") return;
    const { start, end } = entry.touched ?? span;
    const moved = end > span.end ? end + length - (span.end - span.start) : 0;
    entry.touched = { start: Math.min(start, span.start), end: Math.max(moved, span.start + length) };
  }

  /** What was found in the document's current text, part by part; null where it is no report that Gouji serves. */
  checked(document: TextDocument, settings: ServerSettings): Session | null {
    const known = this.entries.get(document.uri);
    const entry = known?.settings === settings ? known : this.begin(document, settings);
    if (entry.version !== document.version) {
      this.check(document, entry);
      this.onFresh(document, settings, entry.served ? entry.session : null);
    }
    return entry.served ? entry.session : null;
  }

  /** The same as one analysis of the whole text: costs as much as reading it. */
  of(document: TextDocument, settings: ServerSettings): Analysis | null {
    const session = this.checked(document, settings);
    if (!session) return null;
    const [only, ...others] = session.parts;
    if (others.length === 0 && !only!.typed) return only!.analysis;
    const entry = this.entries.get(document.uri)!;
    const { severities, ignores = [] } = settings;
    entry.whole ??= analyse(document.getText(), { severities, ignores });
    return entry.whole;
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.entries.delete(uri);
  }

  private begin({ uri }: TextDocument, settings: ServerSettings): Entry {
    const entry: Entry = {
      version: Number.NaN,
      settings,
      session: null,
      served: false,
      touched: "all",
      whole: null,
    };
    this.entries.set(uri, entry);
    return entry;
  }

  private check(document: TextDocument, entry: Entry): void {
    const { uri, version, languageId } = document;
    const { settings } = entry;
    entry.version = version;
    entry.whole = null;
    entry.served = false;
    const declared = languageId === LANGUAGE;
    if (NO_DRAFTS.has(uri.slice(0, uri.indexOf(":"))) || (!declared && !settings.detect)) return;
    const text = document.getText();
    if (!declared && !mayHold(text, entry)) {
      entry.session = null;
      return;
    }
    const { severities, ignores = [] } = settings;
    entry.session ??= new Session({ severities, ignores });
    for (const { rule, error } of entry.session.update(text)) this.onCrash(rule, error, uri);
    entry.served = declared || entry.session.parts.some(({ analysis }) => holdsReport(analysis.draft));
  }
}

/** A character of the words that `mayHoldReport` looks for. */
const OF_REPORT = /[主动公开申请年度报告第二十条]/;

/** As `mayHoldReport`, but where it said no, only what was edited since can say otherwise. */
function mayHold(text: string, entry: Entry): boolean {
  const { session, touched } = entry;
  entry.touched = null;
  if (!session && touched !== "all") {
    const around = touched ? text.slice(Math.max(0, touched.start - 1), touched.end + 1) : "";
    if (!OF_REPORT.test(around)) return false;
  }
  return mayHoldReport(text);
}
