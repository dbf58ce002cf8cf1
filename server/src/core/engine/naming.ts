// The shortest names that stand for a finding's cells in an entry that silences it: its total, rows and tables whole.

import { type EditionKey, formOf, TABLE_KEYS } from "../form";
import type { RuleFinding } from "../rules/rule";

/** Names for the cells of a finding of an edition: what silences it and, as far as names can say, nothing else. */
export function cellsNaming({ cells, expected }: RuleFinding, edition: EditionKey | null): string[] {
  const [first] = cells;
  if (first === undefined) return [];
  // A sum is known by its first cell, a total or 一.
  if (expected !== undefined) return [first];
  const named = new Set<string>(cells);
  const key = TABLE_KEYS.find((table) => first.startsWith(`${table}.`));
  if (!key || !edition) return [...named];
  const all = formOf(edition, key).cells;
  if (all.every(({ name }) => named.has(name))) return [key];
  for (const { row } of all) {
    const inRow = all.filter((cell) => cell.row === row);
    if (inRow.length < 2 || !inRow.every(({ name }) => named.has(name))) continue;
    for (const { name } of inRow) named.delete(name);
    named.add(`${key}.${row.key}`);
  }
  return [...named];
}
