// Findings as LSP diagnostics.

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Analysis,
  type Finding,
  type Locale,
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

/** One diagnostic a finding, in the draft's order. */
export function diagnosticsOf(context: DiagnosticContext): Diagnostic[] {
  return context.analysis.findings.map((finding) => diagnosticOf(context, finding));
}

/** The diagnostic of one finding. */
export function diagnosticOf(
  { document, analysis, locale, pages }: DiagnosticContext,
  finding: Finding,
): Diagnostic {
  const related = finding.related ?? [];
  return {
    range: toVisibleRange(document, analysis.draft.text, finding.span),
    severity: SEVERITIES[finding.severity],
    ...codeOf(finding.rule, locale, pages),
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

/** A diagnostic's code, and the page that explains it. */
function codeOf(
  rule: RuleCode,
  locale: Locale,
  pages: string | null,
): Pick<Diagnostic, "code" | "codeDescription"> {
  if (pages === null) return { code: rule };
  return { code: rule, codeDescription: { href: pages + rulePage(rule, locale) } };
}
