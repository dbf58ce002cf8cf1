// "Not this one": the user says that the figures which a repair would change are right, and the next repair is named.

import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { changesOf, type Notice, render, type TrustedFigure } from "../core";
import { type DiagnosticContext, diagnosticOf } from "./diagnostics";
import { TRUST_COMMAND } from "./offered";

export interface TrustRequest {
  readonly uri: string;
  readonly figures: readonly TrustedFigure[];
}

/** An action for each notice that names wrong cells, which says that they are right as they stand. */
export function trustActions(context: DiagnosticContext, notices: readonly Notice[]): CodeAction[] {
  const { document, locale } = context;
  return notices.flatMap((notice) => {
    const { diagnosis } = notice;
    const best = diagnosis?.cause.repairs[0];
    // Where one sum alone is wrong, its quick fixes are all that there is to choose from.
    if (!diagnosis || !best || !diagnosis.cause.sure || diagnosis.cause.identities.length < 2) return [];
    const { table, report } = diagnosis;
    const figures = [...best.figures.keys()].map((index): TrustedFigure => {
      const { value, form } = table.cells[index]!;
      return { report, cell: form.name, figure: value.kind === "number" ? value.quantity : 0 };
    });
    const title = render({ id: "trust", changes: changesOf(table, best.figures) }, locale);
    const request: TrustRequest = { uri: document.uri, figures };
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(context, notice)],
        command: { title, command: TRUST_COMMAND, arguments: [request] },
      },
    ];
  });
}
