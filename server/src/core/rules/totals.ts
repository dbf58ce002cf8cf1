// What the three rules on totals share: finding the totals that differ from their parts, and the fix.

import type { Identity, IdentityCode, TableKey } from "../form";
import { failing, withFigures, writeFigure } from "../repair/figures";
import { evaluate } from "../report/evaluate";
import { type Table, tableOf } from "../report/model";
import { formatQuantity } from "../text/quantity";
import { relatedCell, shown } from "./labels";
import type { Message } from "./message";
import type { Fix, RuleContext, RuleFinding } from "./rule";

type TotalMessage = "row-total" | "outcome-total" | "disputes-total";

/** What is said where some parts are unknown, but the known ones already exceed the total. */
const EXCEEDED = {
  "row-total": "row-exceeded",
  "outcome-total": "outcomes-exceeded",
  "disputes-total": "disputes-exceeded",
} as const;

/** More parts than this are shown without those that are zero. */
const MOST_PARTS = 8;

/** A finding for every total of a table under `code` that is not the sum of its parts, at the total's cell. */
export function checkTotals(
  context: RuleContext,
  key: TableKey,
  code: IdentityCode,
  id: TotalMessage,
  label: (table: Table, total: number) => string,
): RuleFinding[] {
  const table = tableOf(context.report, key);
  if (!table) return [];
  const findings: RuleFinding[] = [];
  for (const identity of table.form.identities) {
    if (identity.code !== code) continue;
    const { verdict, right } = evaluate(context.report, table, identity);
    if (verdict !== "fails") continue;
    const total = identity.total!;
    const cell = table.cells[total]!;
    const actual = cell.value.kind === "number" ? cell.value.quantity : 0;
    const name = label(table, total);
    const figures = { label: name, total: shown(cell), sum: formatQuantity(right.sum) };
    const message: Message = right.open
      ? { id: EXCEEDED[id], ...figures }
      : { id, ...figures, ...partsOf(table, identity) };
    findings.push({
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
    });
  }
  return findings;
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

/** The fix of a finding of `checkTotals`. */
export function fixTotal(
  context: RuleContext,
  finding: RuleFinding,
  key: TableKey,
  code: IdentityCode,
): Fix[] {
  const table = tableOf(context.report, key);
  const total = table?.form.byName.get(finding.cells[0]!)?.index;
  const identity = table?.form.identities.find(
    (candidate) => candidate.code === code && candidate.total === total,
  );
  return table && identity ? totalFix(context, table, identity) : [];
}
