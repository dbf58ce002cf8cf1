// The identities of 申请 and of 复议诉讼, written down anew from the form, so that the program's own cannot be wrong with
// them; and repairs looked for by trying every cell and every pair of cells.

import {
  APPLICANTS,
  applicationRows,
  DISPUTE_GROUPS,
  type Edition,
  outcomeKeys,
  RESULTS,
} from "../generator/form";

/** Cells that add up on the left, and on the right, by their public names. */
export interface Sum {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export type Table = "applications" | "disputes";
export type Figures = ReadonlyMap<string, number>;

/** The identities of a table in an edition. */
export function identitiesOf(table: Table, edition: Edition): Sum[] {
  if (table === "disputes") {
    return DISPUTE_GROUPS.map(([group]) =>
      totalOf(
        `disputes.${group}`,
        RESULTS.map(([key]) => key),
      ),
    );
  }
  const rows = applicationRows(edition).map(([key]) =>
    totalOf(
      `applications.${key}`,
      APPLICANTS.map(([key]) => key),
    ),
  );
  const columns = APPLICANTS.flatMap(([column]): Sum[] => {
    const at = (row: string) => `applications.${row}.${column}`;
    return [
      { left: [at("outcomeTotal")], right: outcomeKeys(edition).map(at) },
      { left: [at("newRequests"), at("carriedOver")], right: [at("outcomeTotal"), at("carriedForward")] },
    ];
  });
  return [...rows, ...columns];
}

function totalOf(row: string, columns: readonly string[]): Sum {
  const right = columns.filter((column) => column !== "total").map((column) => `${row}.${column}`);
  return { left: [`${row}.total`], right };
}

/** What the right side has more than the left. */
function excess({ left, right }: Sum, figures: Figures): number {
  const sum = (cells: readonly string[]) => cells.reduce((total, cell) => total + figures.get(cell)!, 0);
  return sum(right) - sum(left);
}

/** Whether all identities hold. */
export function holds(sums: readonly Sum[], figures: Figures): boolean {
  return sums.every((sum) => excess(sum, figures) === 0);
}

/** All changes of one cell, or else of two, after which every identity holds and no figure is below 0; as text, sorted. */
export function smallestRepairs(sums: readonly Sum[], figures: Figures): string[] {
  const cells = [...figures.keys()].filter((cell) => sums.some((sum) => factor(sum, cell) !== 0));
  const single = cells.flatMap((cell) => changes(sums, figures, [cell]));
  if (single.length > 0) return single.sort();
  const pairs = cells.flatMap((one, i) =>
    cells.slice(i + 1).flatMap((two) => changes(sums, figures, [one, two])),
  );
  return pairs.sort();
}

/** A repair as text: `cell=figure` by the cells' names. */
export function written(repair: ReadonlyMap<string, number>): string {
  return [...repair]
    .map(([cell, figure]) => `${cell}=${figure}`)
    .sort()
    .join(" ");
}

function factor({ left, right }: Sum, cell: string): number {
  return left.includes(cell) ? 1 : right.includes(cell) ? -1 : 0;
}

/**
 * The changes of just these cells that mend everything: by how much a cell must change is told by an identity that fails
 * and has no other of the cells in it, once that other is changed where it is told by one.
 */
function changes(sums: readonly Sum[], figures: Figures, cells: readonly string[]): string[] {
  const failing = sums.filter((sum) => excess(sum, figures) !== 0);
  if (failing.some((sum) => cells.every((cell) => factor(sum, cell) === 0))) return [];
  const changed = new Map(figures);
  for (const cell of [...cells, ...cells]) {
    const others = cells.filter((other) => other !== cell);
    const telling = sums.filter(
      (sum) => factor(sum, cell) !== 0 && others.every((other) => factor(sum, other) === 0),
    );
    const alone = telling.find((sum) => excess(sum, changed) !== 0);
    if (alone) changed.set(cell, changed.get(cell)! + excess(alone, changed) * factor(alone, cell));
  }
  const different = cells.every((cell) => changed.get(cell) !== figures.get(cell));
  const sound = cells.every((cell) => changed.get(cell)! >= 0) && holds(sums, changed);
  return different && sound ? [written(new Map(cells.map((cell) => [cell, changed.get(cell)!])))] : [];
}
