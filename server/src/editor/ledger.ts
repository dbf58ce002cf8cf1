// The ledger of a table as a page: each identity with its figures, and what would mend those that do not hold.

import type { Position } from "vscode-languageserver";
import { diagnosesOf, ledgerOf, type Report, renderLedger, type Table } from "../core";
import type { DiagnosticContext } from "./diagnostics";

/**
 * The ledger of the table at a position; elsewhere those of the report around it that do not add up, or else all; null
 * where it has no table with identities.
 */
export function ledgerAt(
  { document, analysis, locale }: DiagnosticContext,
  position: Position,
): string | null {
  const { reports } = analysis.draft;
  const offset = document.offsetAt(position);
  const holds = ({ span }: Report | Table) => span.start <= offset && offset <= span.end;
  const report = reports.find(holds) ?? reports[0];
  if (!report) return null;
  const tables = report.tables.filter(({ form }) => form.identities.length > 0);
  const here = tables.filter(holds);
  const failing = new Set(diagnosesOf(analysis).map(({ table }) => table));
  const broken = tables.filter((table) => failing.has(table));
  const chosen = here.length > 0 ? here : broken.length > 0 ? broken : tables;
  const pages = chosen.map((table) => renderLedger(ledgerOf(analysis, report, table), locale));
  return pages.length > 0 ? pages.join("\n") : null;
}
