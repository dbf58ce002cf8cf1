// Computes every total of a table from its parts, for the user who asks for all totals at once.

import type { Identity } from "../form";
import { side } from "../report/evaluate";
import type { Report, Table } from "../report/model";
import type { Quantity } from "../text/quantity";
import { withFigures } from "./figures";

/**
 * The totals that differ from the sums of their parts or are blank, with the sums. Totals are computed before the
 * totals that they are parts of. A total with a part that cannot be read is left as it is, and so is a blank total
 * over blanks only.
 */
export function totalsToWrite(report: Report, table: Table): Map<number, Quantity> {
  const figures = new Map<number, Quantity>();
  for (const identity of inOrder(table)) {
    const total = identity.total!;
    const current = withFigures(table, figures);
    const cell = current.cells[total];
    const parts = side(report, current, identity.right, identity);
    if (!cell?.certain || parts.open) continue;
    const figure = cell.value.kind === "number" ? cell.value.quantity : null;
    const nothingToSay = figure === null && parts.sum === 0 && !hasFigures(current, identity);
    if (figure !== parts.sum && !nothingToSay) figures.set(total, parts.sum);
  }
  return figures;
}

/** （七）总计 of the applicant columns before the rows' 总计, so that the corner is computed from corrected figures. */
function inOrder(table: Table): Identity[] {
  const rank = (identity: Identity) => (identity.code === "applications/outcome-total" ? 0 : 1);
  const corner = table.form.identities.filter((identity) => identity.total !== null);
  const columns = corner.filter((identity) => rank(identity) === 0 && !isTotalOfTotals(table, identity));
  const rows = corner.filter((identity) => rank(identity) === 1);
  return [...columns, ...rows];
}

/** （七）总计 of the column 总计 is the row's total too; the row computes it. */
function isTotalOfTotals(table: Table, identity: Identity): boolean {
  return table.form.cells[identity.total!]!.column.key === "total";
}

function hasFigures(table: Table, identity: Identity): boolean {
  return identity.right.some((index) => table.cells[index]?.value.kind === "number");
}
