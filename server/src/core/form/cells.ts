// Every cell of a form table, numbered, with its public name; and the identities (勾稽关系) that bind them.

import type { CellName, FormBlock, FormColumn, FormRow, FormTable, TableKey } from "./types";

/** One cell of the form. */
export interface FormCell {
  /** The cell's place in `TableForm.cells`. */
  readonly index: number;
  readonly name: CellName;
  readonly block: FormBlock;
  readonly row: FormRow;
  readonly column: FormColumn;
}

export type IdentityCode =
  | "applications/row-total"
  | "applications/outcome-total"
  | "applications/balance"
  | "disputes/total";

/** One accounting identity: the cells on the left add up to what the cells on the right add up to. */
export interface Identity {
  readonly code: IdentityCode;
  /** For a total its one cell; for a balance 一 and 二. Indexes into `TableForm.cells`; findings name the first one first. */
  readonly left: readonly number[];
  /** For a total its parts; for a balance （七） and 四. */
  readonly right: readonly number[];
  /** The one cell that the others compute; null for a balance, which has none. */
  readonly total: number | null;
}

/** A form table with its cells and identities worked out. */
export interface TableForm {
  readonly key: TableKey;
  readonly table: FormTable;
  readonly cells: readonly FormCell[];
  readonly byName: ReadonlyMap<CellName, FormCell>;
  readonly identities: readonly Identity[];
  /** For each cell the identities that it is part of. */
  readonly identitiesOf: readonly (readonly Identity[])[];
}

/** Whether a cell is the total of an identity. */
export function isTotal({ identitiesOf }: TableForm, index: number): boolean {
  return identitiesOf[index]!.some(({ total }) => total === index);
}

/** The identity of a code whose findings name this cell first; undefined where none has it as its first. */
export function identityAt(
  { byName, identitiesOf }: TableForm,
  code: string,
  name: CellName | undefined,
): Identity | undefined {
  const index = name === undefined ? undefined : byName.get(name)?.index;
  return index === undefined
    ? undefined
    : identitiesOf[index]!.find((identity) => identity.code === code && identity.left[0] === index);
}

/** Works out the cells and identities of a form table. Throws where the form data contradict themselves. */
export function tableForm(table: FormTable): TableForm {
  const cells: FormCell[] = [];
  const byName = new Map<CellName, FormCell>();
  for (const block of table.blocks) {
    for (const row of block.rows) {
      for (const column of block.columns) {
        const name = `${table.key}.${row.key}.${column.key}`;
        if (byName.has(name)) throw new Error(`form: cell ${name} stands twice`);
        const cell: FormCell = { index: cells.length, name, block, row, column };
        cells.push(cell);
        byName.set(name, cell);
      }
    }
  }
  const identities = identitiesOf(table, (row, column) => {
    const cell = byName.get(`${table.key}.${row}.${column}`);
    if (!cell) throw new Error(`form: identity names unknown cell ${table.key}.${row}.${column}`);
    return cell.index;
  });
  const perCell: Identity[][] = cells.map(() => []);
  for (const identity of identities) {
    for (const index of [...identity.left, ...identity.right]) perCell[index]!.push(identity);
  }
  return { key: table.key, table, cells, byName, identities, identitiesOf: perCell };
}

type IndexOf = (row: string, column: string) => number;

/**
 * The identities of the form: 总计 of each row of `applications` and of each group of `disputes`, （七）总计 of each
 * column, and 一 + 二 = （七） + 四, as the note in the form's own table header states.
 */
function identitiesOf(table: FormTable, at: IndexOf): Identity[] {
  if (table.key === "disclosure") return [];
  const identities: Identity[] = [];
  for (const { rows, columns } of table.blocks) {
    const parts = columns.filter((column) => column.key !== "total");
    for (const row of rows) {
      const total = at(row.key, "total");
      const right = parts.map((column) => at(row.key, column.key));
      const code = table.key === "applications" ? "applications/row-total" : "disputes/total";
      identities.push({ code, left: [total], right, total });
    }
    if (table.key === "applications") identities.push(...columnIdentities(rows, columns, at));
  }
  return identities;
}

const NOT_OUTCOMES = new Set(["newRequests", "carriedOver", "outcomeTotal", "carriedForward"]);

function columnIdentities(rows: readonly FormRow[], columns: readonly FormColumn[], at: IndexOf): Identity[] {
  const outcomes = rows.filter((row) => !NOT_OUTCOMES.has(row.key));
  return columns.flatMap(({ key }): Identity[] => {
    const total = at("outcomeTotal", key);
    return [
      {
        code: "applications/outcome-total",
        left: [total],
        right: outcomes.map((row) => at(row.key, key)),
        total,
      },
      {
        code: "applications/balance",
        left: [at("newRequests", key), at("carriedOver", key)],
        right: [total, at("carriedForward", key)],
        total: null,
      },
    ];
  });
}
