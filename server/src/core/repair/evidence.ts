// What else a report says of a table's figures: the text that states them. It does not decide, it weighs.

import type { CellName, TableForm } from "../form";
import type { Report, Table } from "../report/model";
import type { Claim } from "../report/narrative";
import { memo } from "../text/memo";
import type { Quantity } from "../text/quantity";
import { figureAt } from "./equations";
import type { Figures } from "./figures";
import { TEXT } from "./weights";

/** What a text says of a table's figures. */
export interface Evidence {
  /** The claims whose words leave no doubt what they count, by the index of each cell that they state. */
  readonly byCell: ReadonlyMap<number, readonly Claim[]>;
  /** All that claims say of the table, as a string: the same for texts that say the same. */
  readonly name: string;
}

/** What claims say of the tables of each form: most edits are in the tables, and leave them as they are. */
const evidenceOf = memo((claims: readonly Claim[]) => memo((form: TableForm) => evidenceIn(claims, form)));

/** What a report's text says of a table. */
export function evidenceOn({ narrative: { claims } }: Report, { form }: Table): Evidence {
  return evidenceOf(claims)(form);
}

function evidenceIn(claims: readonly Claim[], form: TableForm): Evidence {
  const byCell = new Map<number, Claim[]>();
  const said: unknown[] = [];
  for (const claim of claims) {
    const { readings, least, most, loose, denies } = claim;
    const indexes = new Set(readings.flat().flatMap((name) => form.byName.get(name)?.index ?? []));
    if (indexes.size === 0) continue;
    said.push([readings, least, most, loose, denies]);
    if (loose || denies) continue;
    for (const index of indexes) byCell.set(index, [...(byCell.get(index) ?? []), claim]);
  }
  return { byCell, name: JSON.stringify(said) };
}

/** The claims on changed cells that a repair makes agree, and those that it makes disagree. */
export function judged(
  table: Table,
  evidence: Evidence,
  figures: Figures,
): { agree: Claim[]; contradict: Claim[] } {
  const claims = new Set([...figures.keys()].flatMap((index) => evidence.byCell.get(index) ?? []));
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
