// What else a report says of a table's figures: the text that states them. It does not decide, it weighs.

import type { CellName } from "../form";
import type { Report, Table } from "../report/model";
import type { Claim } from "../report/narrative";
import type { Quantity } from "../text/quantity";
import { figureAt } from "./equations";
import type { Figures } from "./figures";
import { TEXT } from "./weights";

/** The claims that state cells of a table, by the index of the cell. */
export type Evidence = ReadonlyMap<number, readonly Claim[]>;

/** The claims on a table whose words leave no doubt what they count. */
export function evidenceOn(report: Report, table: Table): Evidence {
  const evidence = new Map<number, Claim[]>();
  for (const claim of report.narrative.claims) {
    if (claim.loose || claim.denies) continue;
    for (const name of new Set(claim.readings.flat())) {
      const index = table.form.byName.get(name)?.index;
      if (index !== undefined) evidence.set(index, [...(evidence.get(index) ?? []), claim]);
    }
  }
  return evidence;
}

/** The claims on changed cells that a repair makes agree, and those that it makes disagree. */
export function judged(
  table: Table,
  evidence: Evidence,
  figures: Figures,
): { agree: Claim[]; contradict: Claim[] } {
  const claims = new Set([...figures.keys()].flatMap((index) => evidence.get(index) ?? []));
  const agree: Claim[] = [];
  const contradict: Claim[] = [];
  for (const claim of claims) {
    const before = agrees(table, claim, null);
    const after = agrees(table, claim, figures);
    if (after && !before) agree.push(claim);
    if (before && !after) contradict.push(claim);
  }
  return { agree, contradict };
}

/** How many times likelier the text makes a repair. */
export function oddsByText(table: Table, evidence: Evidence, figures: Figures): number {
  const { agree, contradict } = judged(table, evidence, figures);
  // The same figure is often stated twice by the same hand: that is no second witness.
  return (agree.length > 0 ? TEXT : 1) / (contradict.length > 0 ? TEXT : 1);
}

function agrees(table: Table, { readings, least, most }: Claim, figures: Figures | null): boolean {
  return readings.some((names) => {
    const sum = sumOf(table, names, figures);
    return sum !== null && least <= sum && sum <= most;
  });
}

function sumOf(table: Table, names: readonly CellName[], figures: Figures | null): Quantity | null {
  let sum = 0;
  for (const name of names) {
    const index = table.form.byName.get(name)?.index;
    if (index === undefined || !table.cells[index]) return null;
    sum += figures?.get(index) ?? figureAt(table, index);
  }
  return sum;
}
