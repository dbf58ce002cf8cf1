// The editions of the form, checked when loaded, and the look-ups that reader, rules and shells need.

import { type TableForm, tableForm } from "./cells";
import { EDITION_2019 } from "./edition2019";
import { EDITION_2021 } from "./edition2021";
import { SECTIONS } from "./shared";
import type { EditionKey, FormEdition, FormSection, SectionKey, TableKey } from "./types";

export type { FormCell, Identity, IdentityCode, TableForm } from "./cells";
export { identityAt, isTotal } from "./cells";
export * from "./types";
export { SECTIONS };

/** Both editions, oldest first. */
export const EDITIONS: readonly FormEdition[] = [EDITION_2019, EDITION_2021];

export const TABLE_KEYS: readonly TableKey[] = ["disclosure", "applications", "disputes"];

function formsOf({ tables }: FormEdition): Readonly<Record<TableKey, TableForm>> {
  const form = (key: TableKey) => tableForm(tables.find((table) => table.key === key)!);
  return { disclosure: form("disclosure"), applications: form("applications"), disputes: form("disputes") };
}

const FORMS: Readonly<Record<EditionKey, Readonly<Record<TableKey, TableForm>>>> = {
  "2019": formsOf(EDITION_2019),
  "2021": formsOf(EDITION_2021),
};

/** A table of an edition, with its cells and identities. */
export function formOf(edition: EditionKey, table: TableKey): TableForm {
  return FORMS[edition][table];
}

/** The edition that applies to a report year; null for years before 2019, which had no such form. */
export function editionOfYear(year: number): EditionKey | null {
  for (const { key, firstYear, lastYear } of EDITIONS) {
    if (year >= firstYear && (lastYear === null || year <= lastYear)) return key;
  }
  return null;
}

/** The edition's data. */
export function editionOf(key: EditionKey): FormEdition {
  return EDITIONS.find((edition) => edition.key === key)!;
}

/** A section of the form, the same in both editions. */
export function sectionOf(key: SectionKey): FormSection {
  return SECTIONS.find((section) => section.key === key)!;
}

/** Whether a name is a cell's in one of the editions, or that of a row or table for all cells in it. */
export function isCellName(name: string): boolean {
  for (const { byName } of Object.values(FORMS).flatMap((forms) => Object.values(forms))) {
    for (const cell of byName.keys()) if (cell === name || cell.startsWith(`${name}.`)) return true;
  }
  return false;
}
