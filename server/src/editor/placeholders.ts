// Going from one blank of a template that is not filled in to the next.

import { type CodeAction, CodeActionKind, type Position, type Range } from "vscode-languageserver";
import { type Finding, type Notice, render } from "../core";
import { toRange } from "./convert";
import { type DiagnosticContext, diagnosticOf } from "./diagnostics";

/** The client's command that goes to the next placeholder. It takes the position to go on from. */
export const NEXT_PLACEHOLDER_COMMAND = "gouji.nextPlaceholder";

/** The first placeholder that begins at or behind a position, else the draft's first; null where it has none. */
export function nextPlaceholder({ document, analysis }: DiagnosticContext, from: Position): Range | null {
  const found = analysis.findings.filter(isPlaceholder);
  const next = found.find(({ span }) => span.start >= document.offsetAt(from)) ?? found[0];
  return next ? toRange(document, next.span) : null;
}

/** An action that goes from the placeholder under the cursor to the next, where there is another. */
export function placeholderActions(context: DiagnosticContext, touched: readonly Notice[]): CodeAction[] {
  const { document, analysis, locale } = context;
  const here = touched.find(({ findings }) => findings.some(isPlaceholder));
  if (!here || analysis.findings.filter(isPlaceholder).length < 2) return [];
  const title = render({ id: "next-placeholder" }, locale);
  const from = document.positionAt(here.span.end);
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(context, here)],
      command: { title, command: NEXT_PLACEHOLDER_COMMAND, arguments: [from] },
    },
  ];
}

function isPlaceholder({ rule }: Finding): boolean {
  return rule === "structure/placeholder";
}
