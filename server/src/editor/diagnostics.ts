// Findings as LSP diagnostics.

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Analysis,
  type Locale,
  type Notice,
  noticesOf,
  type RuleCode,
  render,
  rulePage,
  type Severity,
} from "../core";
import { toRange, toVisibleRange } from "./convert";

/** The source that all diagnostics name. */
export const SOURCE = "gouji";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticContext {
  readonly document: TextDocument;
  /** Of the document's current text. */
  readonly analysis: Analysis;
  readonly locale: Locale;
  /** The URI that the rules' pages are relative to, ending in `/`; null where the client can open none. */
  readonly pages: string | null;
}

/** One diagnostic a notice, in the draft's order. */
export function diagnosticsOf(context: DiagnosticContext): Diagnostic[] {
  return noticesOf(context.analysis).map((notice) => diagnosticOf(context, notice));
}

/** The diagnostic of one notice. */
export function diagnosticOf(
  { document, analysis, locale, pages }: DiagnosticContext,
  { span, severity, messages, related, findings: [{ rule }] }: Notice,
): Diagnostic {
  return {
    range: toVisibleRange(document, analysis.draft.text, span),
    severity: SEVERITIES[severity],
    ...codeOf(rule, locale, pages),
    source: SOURCE,
    message: messages.map((message) => render(message, locale)).join(locale === "en" ? " " : ""),
    ...(related.length > 0 && {
      relatedInformation: related.map((place) => ({
        location: { uri: document.uri, range: toRange(document, place.span) },
        message: render(place.message, locale),
      })),
    }),
  };
}

/** A diagnostic's code, and the page that explains it. */
function codeOf(
  rule: RuleCode,
  locale: Locale,
  pages: string | null,
): Pick<Diagnostic, "code" | "codeDescription"> {
  if (pages === null) return { code: rule };
  return { code: rule, codeDescription: { href: pages + rulePage(rule, locale) } };
}
