// The identities of a table as equations over its known figures: what must change, and which cells could change it.

import type { Identity } from "../form";
import { countsAsZero, evaluate, unknownOutcomes } from "../report/evaluate";
import type { Report, Table } from "../report/model";
import type { Quantity } from "../text/quantity";

/** Changes of the cells, each times its factor, must add up to `needed` for the identity to hold. */
export interface Equation {
  readonly identity: Identity;
  /** 1 or -1 by the index of the form's cell, or of the slack. */
  readonly terms: ReadonlyMap<number, number>;
  /** An index below 0, for what is not known on one side and may be anything from 0 on; null where all is known. */
  readonly slack: number | null;
  /** 0 where it holds as it stands. */
  readonly needed: Quantity;
  readonly fails: boolean;
}

/**
 * The equations of all identities that can be computed, as `evaluate` does. What is blank or missing on one side may be
 * anything from 0 on; an identity with a cell that cannot be read is left out, since nothing follows from it.
 */
export function equationsOf(report: Report, table: Table): Equation[] {
  const equations: Equation[] = [];
  table.form.identities.forEach((identity, at) => {
    const { verdict, left, right } = evaluate(report, table, identity);
    if (verdict === "unknown" || (left.open && right.open)) return;
    if ((left.open && !left.atLeast) || (right.open && !right.atLeast)) return;
    const terms = new Map<number, number>();
    const add = (indexes: readonly number[], factor: number) => {
      for (const index of indexes) if (isKnown(report, table, index, identity)) terms.set(index, factor);
    };
    add(identity.left, 1);
    add(identity.right, -1);
    const extra = left.sum === right.sum ? null : unknownOutcomes(table, identity);
    const slack = left.open || right.open || extra?.open ? -1 - at : null;
    if (slack !== null) terms.set(slack, left.open ? 1 : -1);
    const needed = right.sum + (extra?.sum ?? 0) - left.sum;
    equations.push({ identity, terms, slack, needed, fails: verdict === "fails" });
  });
  return equations;
}

function isKnown(report: Report, table: Table, index: number, identity: Identity): boolean {
  const cell = table.cells[index];
  if (!cell?.certain || cell.value.kind === "unreadable") return false;
  return cell.value.kind === "number" || countsAsZero(report, table, index, identity);
}

/** The figure that a cell counts with: a blank or a nil mark counts as nothing. */
export function figureAt(table: Table, index: number): Quantity {
  const value = table.cells[index]?.value;
  return value?.kind === "number" ? value.quantity : 0;
}
