// What the three rules on totals share: finding the totals that differ from their parts, and the fix.

import { type FormCell, type Identity, type IdentityCode, identityAt, type TableKey } from "../form";
import { failing, withFigures, writeFigure } from "../repair/figures";
import { evaluate } from "../report/evaluate";
import { type Report, type Table, tableOf } from "../report/model";
import { formatQuantity } from "../text/quantity";
import { identityChecks } from "./identities";
import { relatedCell, shown } from "./labels";
import type { Message } from "./message";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

type TotalMessage = "row-total" | "outcome-total" | "disputes-total";

/** What is said where some parts are unknown, but the known ones already exceed the total. */
const EXCEEDED = {
  "row-total": "row-exceeded",
  "outcome-total": "outcomes-exceeded",
  "disputes-total": "disputes-exceeded",
} as const;

/** More parts than this are shown without those that are zero. */
const MOST_PARTS = 8;

/** The totals that a rule is on: under which code, and what they are called. */
interface Totals {
  readonly key: TableKey;
  readonly code: IdentityCode;
  readonly id: TotalMessage;
  /** What a total is called. */
  readonly label: (total: FormCell) => string;
}

/** Gives a finding for every total of a table that is not the sum of its parts, at the total's cell, with its fix. */
export function totalChecks(totals: Totals): Required<Pick<Rule, "check" | "recheck" | "fixes">> {
  const { key, code } = totals;
  return {
    ...identityChecks(key, code, (report, table, identity) => wrongTotal(totals, report, table, identity)),
    fixes: (context, finding) => {
      const table = tableOf(context.report, key);
      const identity = table && identityAt(table.form, code, finding.cells[0]);
      return table && identity ? totalFix(context, table, identity) : [];
    },
  };
}

function wrongTotal(
  { id, label }: Totals,
  report: Report,
  table: Table,
  identity: Identity,
): RuleFinding | null {
  const { verdict, right } = evaluate(report, table, identity);
  if (verdict !== "fails") return null;
  const total = identity.total!;
  const cell = table.cells[total]!;
  const actual = cell.value.kind === "number" ? cell.value.quantity : 0;
  const figures = { label: label(cell.form), total: shown(cell), sum: formatQuantity(right.sum) };
  const message: Message = right.open
    ? { id: EXCEEDED[id], ...figures }
    : { id, ...figures, ...partsOf(table, identity) };
  return {
    span: cell.span,
    message,
    cells: [total, ...identity.right].map((index) => table.form.cells[index]!.name),
    expected: right.sum,
    actual,
    related: identity.right.flatMap((index) => {
      const part = table.cells[index];
      const figure = part?.value.kind === "number" && part.value.quantity !== 0;
      return part && figure ? [relatedCell(part)] : [];
    }),
  };
}

function partsOf(table: Table, identity: Identity): { parts: string[]; zeros: number } {
  const figures = identity.right.map((index) => figure(table, index));
  if (figures.length <= MOST_PARTS) return { parts: figures, zeros: 0 };
  const parts = figures.filter((part) => part !== "0");
  return { parts, zeros: figures.length - parts.length };
}

function figure(table: Table, index: number): string {
  const value = table.cells[index]?.value;
  return value?.kind === "number" ? formatQuantity(value.quantity) : "0";
}

/**
 * The fix that writes the total of an identity from its parts, for a wrong or a blank total; none where a part cannot
 * be read. It is preferred only where no other identity would break.
 */
export function totalFix({ report, text }: RuleContext, table: Table, identity: Identity): Fix[] {
  const total = identity.total!;
  const cell = table.cells[total];
  const { right } = evaluate(report, table, identity);
  if (!cell || right.open) return [];
  const before = failing(report, table);
  const after = failing(report, withFigures(table, new Map([[total, right.sum]])));
  return [
    {
      title: { id: "set-total", value: formatQuantity(right.sum), parts: partsOf(table, identity).parts },
      safety: "computed",
      preferred: after.every((other) => before.includes(other)),
      edits: [writeFigure(text, table, cell, right.sum)],
    },
  ];
}
