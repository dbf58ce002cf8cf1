// The ledger of a table as a page: each identity with its figures, and what would mend those that do not hold.

import { type CodeAction, CodeActionKind, type Position } from "vscode-languageserver";
import {
  diagnosesOf,
  ledgerOf,
  type Notice,
  type Report,
  render,
  renderLedger,
  type Section,
  type Table,
} from "../core";
import { type DiagnosticContext, diagnosticOf } from "./diagnostics";

/** The client's command that shows a ledger. It takes `LedgerRequest`. */
export const LEDGER_COMMAND = "gouji.ledger";

/** Asks for the ledger of the table at a position. */
export interface LedgerRequest {
  readonly uri: string;
  readonly position: Position;
}

/** One action that shows the ledger of the first table among the notices that does not add up. */
export function ledgerActions(context: DiagnosticContext, notices: readonly Notice[]): CodeAction[] {
  const { document, locale } = context;
  const notice = notices.find(({ diagnosis }) => diagnosis !== null);
  if (!notice) return [];
  const title = render({ id: "show-ledger" }, locale);
  const position = document.positionAt(notice.diagnosis!.table.span.start);
  const request: LedgerRequest = { uri: document.uri, position };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(context, notice)],
      command: { title, command: LEDGER_COMMAND, arguments: [request] },
    },
  ];
}

/**
 * The ledger of the table at a position, or of the section around it; elsewhere those of the report that do not add up,
 * or else all; null where it has no table with identities.
 */
export function ledgerAt(
  { document, analysis, locale }: DiagnosticContext,
  position: Position,
): string | null {
  const { reports } = analysis.draft;
  const offset = document.offsetAt(position);
  const holds = ({ span }: Report | Section | Table) => span.start <= offset && offset <= span.end;
  const report = reports.findLast(holds) ?? reports[0];
  if (!report) return null;
  const tables = report.tables.filter(({ form }) => form.identities.length > 0);
  // A table's span begins with its figures: its header and heading belong to it, too.
  const section = report.sections.findLast(holds)?.span;
  const isHere = ({ span }: Table) => section && section.start <= span.start && span.start < section.end;
  const at = tables.filter(holds);
  const here = at.length > 0 ? at : tables.filter(isHere);
  const failing = new Set(diagnosesOf(analysis).map(({ table }) => table));
  const broken = tables.filter((table) => failing.has(table));
  const chosen = here.length > 0 ? here : broken.length > 0 ? broken : tables;
  const pages = chosen.map((table) => renderLedger(ledgerOf(analysis, report, table), locale));
  return pages.length > 0 ? pages.join("\n") : null;
}
