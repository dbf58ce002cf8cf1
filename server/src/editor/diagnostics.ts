// Findings as LSP diagnostics.

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, type Finding, type Locale, render, type Severity } from "../core";
import { toRange, toVisibleRange } from "./convert";

/** The source that all diagnostics name. */
export const SOURCE = "gouji";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** One diagnostic a finding, in the draft's order. `analysis` must be of the document's current text. */
export function diagnosticsOf(document: TextDocument, analysis: Analysis, locale: Locale): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(document, analysis, finding, locale));
}

/** The diagnostic of one finding. */
export function diagnosticOf(
  document: TextDocument,
  analysis: Analysis,
  finding: Finding,
  locale: Locale,
): Diagnostic {
  const related = finding.related ?? [];
  return {
    range: toVisibleRange(document, analysis.draft.text, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: render(finding.message, locale),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri: document.uri, range: toRange(document, span) },
        message: render(message, locale),
      })),
    }),
  };
}
