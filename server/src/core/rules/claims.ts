// What rules on claims share: the sum of the cells that a reading names, and how those cells and the claim are shown.

import { type CellName, type FormCell, isTotal } from "../form";
import { nilCountsAsZero } from "../report/evaluate";
import { type Cell, cellNamed, type Report, tableWith } from "../report/model";
import type { Claim } from "../report/narrative";
import { memo } from "../text/memo";
import { formatQuantity, type Quantity } from "../text/quantity";
import { cellName, relatedCell, rowName } from "./labels";
import type { Related, TypedFigure } from "./rule";

/** A reading of a claim with what the tables have for it. */
export interface Stand {
  readonly cells: readonly Cell[];
  readonly sum: Quantity;
}

/** The readings of a claim; null where a cell of one cannot be read, so that nothing is known of the claim. */
export function standsOf(report: Report, claim: Claim): Stand[] | null {
  const stands: Stand[] = [];
  for (const names of claim.readings) {
    const cells = names.map((name) => readableCell(report, name));
    if (cells.some((cell) => cell === null)) return null;
    const sum = cells.reduce((total, cell) => total + quantityOf(cell!), 0);
    stands.push({ cells: cells as Cell[], sum });
  }
  return stands;
}

/** The cells that claims state: most edits are in the tables, and leave them as they are. */
const statedBy = memo(
  (claims: readonly Claim[]): ReadonlySet<CellName> =>
    new Set(claims.flatMap(({ readings }) => readings.flat())),
);

/** Whether claims of the text state a typed figure, or a total that counts otherwise by it. */
export function isStated({ narrative: { claims } }: Report, { counting }: TypedFigure): boolean {
  const names = statedBy(claims);
  return counting.some(({ name }) => names.has(name));
}

/** A cell whose figure is known; a blank is one where the draft leaves its zeros blank, a nil mark where it can be 0. */
function readableCell(report: Report, name: CellName): Cell | null {
  const table = tableWith(report, name);
  const cell = table && cellNamed(table, name);
  if (!cell?.certain || cell.value.kind === "unreadable") return null;
  if (cell.value.kind === "blank" && (!report.blankIsZero || isTotal(table!.form, cell.form.index)))
    return null;
  if (cell.value.kind === "nil" && !nilCountsAsZero(report, table!, cell.form.index)) return null;
  return cell;
}

function quantityOf({ value }: Cell): Quantity {
  return value.kind === "number" ? value.quantity : 0;
}

/** The readings as a message shows them: those with other cells but the same sum once. */
export function shownStands(stands: readonly Stand[]): { cells: string[]; value: string }[] {
  const different = stands.filter((stand, i) => stands.findIndex(({ sum }) => sum === stand.sum) === i);
  return different.map(({ cells, sum }) => ({
    cells: cells.map(({ form }) => shortName(form)),
    value: `${formatQuantity(sum)}${cells[0]?.form.column.kind === "amount" ? " 万元" : ""}`,
  }));
}

/** A row's total by the row's name alone: what a text states is mostly that. */
function shortName(form: FormCell): string {
  return form.column.key === "total" ? rowName(form.row) : cellName(form);
}

/** The cells of the first reading, as a finding relates them; only a few are shown. */
export function relatedCells([first]: readonly Stand[]): Related[] {
  return (first?.cells ?? [])
    .filter(({ value }) => value.kind === "number")
    .slice(0, 6)
    .map(relatedCell);
}

const EPSILON = 1e-9;

/** Whether a rate or multiple may stand for an exact one: rounded or cut off to its decimals; 超过, 近 and 约 bound it. */
export function mayShow({ value, decimals, approximate }: Claim, exact: number): boolean {
  const stated = Number(formatQuantity(value));
  const step = 10 ** -decimals;
  if (approximate === "above") return exact > stated - EPSILON;
  if (approximate === "below") return exact < stated + EPSILON;
  const margin = approximate === "around" ? Math.max(stated / 10, step) : 0;
  return exact - stated > -step / 2 - margin - EPSILON && exact - stated < step + margin - EPSILON;
}

/** A claim as another finding relates it. */
export function relatedClaim(text: string, { span }: Claim): Related {
  return { span, message: { id: "claim", text: text.slice(span.start, span.end) } };
}
