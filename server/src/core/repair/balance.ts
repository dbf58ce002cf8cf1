// The possible corrections of a balance that fails: one of its four figures is wrong, and with it perhaps the total
// beside it. Which one, only the drafter knows.

import type { Identity } from "../form";
import { evaluate } from "../report/evaluate";
import type { Report, Table } from "../report/model";
import type { Quantity } from "../text/quantity";
import { type Figures, failing, withFigures } from "./figures";

/** The figure left at the end is the likeliest to have been forgotten, the computed total the least. */
const LIKELIEST_FIRST = ["carriedForward", "carriedOver", "newRequests", "outcomeTotal"];

/**
 * Corrections of one balance, best first. Each makes it hold, changes one figure (and the same row's figure in the
 * column where the same difference stands), keeps every figure at 0 or more, and breaks no other identity.
 */
export function balanceRepairs(report: Report, table: Table, identity: Identity): Figures[] {
  const { left, right, verdict } = evaluate(report, table, identity);
  if (verdict !== "fails" || left.open || right.open) return [];
  const difference = left.sum - right.sum;
  const before = new Set(failing(report, table));
  const repairs: { figures: Figures; mended: number }[] = [];
  for (const index of inOrderOfLikelihood(table, identity)) {
    const change = identity.left.includes(index) ? -difference : difference;
    for (const indexes of [[index], ...withNeighbour(report, table, index, difference)]) {
      const figures = changed(table, indexes, change);
      if (!figures) continue;
      const after = failing(report, withFigures(table, figures));
      const clean = !after.includes(identity) && after.every((other) => before.has(other));
      if (clean) repairs.push({ figures, mended: before.size - after.length });
    }
  }
  return repairs.sort((a, b) => b.mended - a.mended).map((repair) => repair.figures);
}

function inOrderOfLikelihood(table: Table, identity: Identity): number[] {
  const rank = (index: number) => LIKELIEST_FIRST.indexOf(table.form.cells[index]!.row.key);
  return [...identity.left, ...identity.right].sort((a, b) => rank(a) - rank(b));
}

/** The same row's cells in the columns whose balance fails by the same difference: 总计 and the column that it holds. */
function withNeighbour(report: Report, table: Table, index: number, difference: Quantity): number[][] {
  const { row, column } = table.form.cells[index]!;
  const pairs: number[][] = [];
  for (const other of table.form.identities) {
    if (other.code !== "applications/balance") continue;
    const twin = [...other.left, ...other.right].find((at) => table.form.cells[at]!.row === row)!;
    const otherColumn = table.form.cells[twin]!.column;
    if (otherColumn === column || (otherColumn.key !== "total" && column.key !== "total")) continue;
    const { left, right, verdict } = evaluate(report, table, other);
    if (verdict === "fails" && left.sum - right.sum === difference) pairs.push([index, twin]);
  }
  return pairs;
}

function changed(table: Table, indexes: readonly number[], change: Quantity): Figures | null {
  const figures = new Map<number, Quantity>();
  for (const index of indexes) {
    const cell = table.cells[index];
    if (!cell?.certain || cell.value.kind === "unreadable") return null;
    const figure = (cell.value.kind === "number" ? cell.value.quantity : 0) + change;
    if (figure < 0) return null;
    figures.set(index, figure);
  }
  return figures;
}
