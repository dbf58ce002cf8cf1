// Whether an identity holds for a table's figures. Exact, and honest about what cannot be computed.

import type { Identity } from "../form";
import type { Quantity } from "../text/quantity";
import type { Report, Table } from "./model";

/** A side's sum over the figures that are known. */
export interface Side {
  readonly sum: Quantity;
  /** Whether a cell is missing, unreadable, of uncertain place, or blank where a figure was forgotten. */
  readonly open: boolean;
  /** Whether every open cell can only add to the sum, since a forgotten count is at least 0. */
  readonly atLeast: boolean;
}

export interface Evaluation {
  readonly verdict: "holds" | "fails" | "unknown";
  readonly left: Side;
  readonly right: Side;
}

/**
 * Evaluates one identity of the form over a table's cells. A nil mark counts as zero, and so does a blank where the
 * draft leaves blank what is nothing (`Report.blankIsZero`), except as a total of parts that are not nothing.
 * With open cells the identity still fails where the known figures of one side alone exceed the other side.
 */
export function evaluate(report: Report, table: Table, identity: Identity): Evaluation {
  const left = side(report, table, identity.left, identity);
  const right = side(report, table, identity.right, identity);
  return { verdict: verdictWithUnknown(left, right, table, identity), left, right };
}

/** A total may count an outcome that the form does not have, as a newer form or the organ's own table may. */
function verdictWithUnknown(
  left: Side,
  right: Side,
  table: Table,
  identity: Identity,
): Evaluation["verdict"] {
  const known = verdict(left, right);
  if (known !== "fails") return known;
  const extra = unknownOutcomes(table, identity);
  if (!extra) return known;
  const sum = right.sum + extra.sum;
  if (!right.open && !extra.open) return left.sum === sum ? "holds" : "fails";
  return left.sum > sum ? "unknown" : known;
}

/** What the rows that the form does not have give to （七）总计 of a column; null for other identities. */
export function unknownOutcomes(table: Table, { code, total }: Identity): Omit<Side, "atLeast"> | null {
  if (code !== "applications/outcome-total") return null;
  const { block, column } = table.form.cells[total!]!;
  let sum = 0;
  let open = false;
  for (const problem of table.problems) {
    if (problem.kind !== "unknown-row") continue;
    const value = problem.figures[block.columns.indexOf(column)];
    if (value?.kind === "number") sum += value.quantity;
    if (value === undefined || value.kind === "unreadable") open = true;
  }
  return { sum, open };
}

function verdict(left: Side, right: Side): Evaluation["verdict"] {
  if (!left.open && !right.open) return left.sum === right.sum ? "holds" : "fails";
  if (!left.open && right.atLeast && right.sum > left.sum) return "fails";
  if (!right.open && left.atLeast && left.sum > right.sum) return "fails";
  return "unknown";
}

/** Adds up the cells with these indexes, as they count for `identity`. */
export function side(report: Report, table: Table, indexes: readonly number[], identity: Identity): Side {
  let sum = 0;
  let open = false;
  let atLeast = true;
  for (const index of indexes) {
    const cell = table.cells[index];
    if (!cell) {
      open = true;
    } else if (!cell.certain || cell.value.kind === "unreadable") {
      open = true;
      atLeast = false;
    } else if (cell.value.kind === "number") {
      sum += cell.value.quantity;
    } else if (!countsAsZero(report, table, index, identity)) {
      open = true;
      // A blank total, or one with a nil mark, says nothing at all: its own finding gives the figure.
      if (identity.total === index) atLeast = false;
    }
  }
  return { sum, open, atLeast };
}

/**
 * The cells that may count otherwise once one has another figure, by their index: itself, and totals of it without a
 * figure, which count as zero only where their parts do.
 */
export function countingWith(table: Table, index: number): number[] {
  const open = table.form.identitiesOf[index]!.flatMap(({ total }) =>
    total !== null && total !== index && table.cells[total]?.value.kind !== "number" ? [total] : [],
  );
  return [index, ...open.flatMap((total) => countingWith(table, total))];
}

/** Whether a cell without a figure counts as zero in an identity. */
export function countsAsZero(report: Report, table: Table, index: number, within: Identity): boolean {
  return table.cells[index]?.value.kind === "nil"
    ? nilCountsAsZero(report, table, index)
    : blankCountsAsZero(report, table, index, within);
}

/** Whether a cell's nil mark can mean nothing: not as the total of parts that are something, or that are not known. */
export function nilCountsAsZero(report: Report, table: Table, index: number): boolean {
  return table.form.identitiesOf[index]!.every((identity) => {
    if (identity.total !== index) return true;
    const parts = side(report, table, identity.right, identity);
    return !parts.open && parts.sum === 0;
  });
}

/**
 * A blank total counts as zero where its parts are nothing; a blank （七）总计 does not unbalance a column all the same,
 * since a table is filled in from the top and its own finding says that it is missing.
 */
function blankCountsAsZero(report: Report, table: Table, index: number, within: Identity): boolean {
  if (!report.blankIsZero) return false;
  for (const identity of table.form.identitiesOf[index]!) {
    if (identity.total !== index) continue;
    const parts = side(report, table, identity.right, identity);
    if (parts.open || parts.sum !== 0) return false;
    const outcomes = identity.code === "applications/outcome-total";
    if (outcomes && within.total === null && !allBlank(table, within)) return false;
  }
  return true;
}

function allBlank(table: Table, identity: Identity): boolean {
  return [...identity.left, ...identity.right].every((index) => table.cells[index]?.value.kind === "blank");
}
