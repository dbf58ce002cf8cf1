// What the rules on the form's identities share: each identity is judged by itself, and once a figure was typed those that
// it is in.

import type { Identity, IdentityCode, TableKey } from "../form";
import { type Report, type Table, tableOf } from "../report/model";
import type { Rule, RuleFinding } from "./rule";

/** What is found where an identity of a table does not hold; the identity's first cell is the finding's. Null where it holds. */
type Judge = (report: Report, table: Table, identity: Identity) => RuleFinding | null;

/** Checks the identities of a code in a report's table. */
export function identityChecks(
  key: TableKey,
  code: IdentityCode,
  judge: Judge,
): Required<Pick<Rule, "check" | "recheck">> {
  const findings = (report: Report, table: Table, identities: readonly Identity[]): RuleFinding[] =>
    identities.flatMap((identity) => judge(report, table, identity) ?? []);
  const isOwn = (identity: Identity) => identity.code === code;
  return {
    check: ({ report }) => {
      const table = tableOf(report, key);
      return table ? findings(report, table, table.form.identities.filter(isOwn)) : [];
    },
    recheck: ({ report }, { table, identities }) => {
      const touched = identities.filter(isOwn);
      if (touched.length === 0) return null;
      const names = touched.map(({ left }) => table.form.cells[left[0]!]!.name);
      return {
        isOld: ({ cells }) => names.includes(cells[0]!),
        found: findings(report, table, touched),
      };
    },
  };
}
