// applications/outcome-total: （七）总计 of a column is the sum of （一） to （六）.

import type { Rule } from "./rule";
import { checkTotals, fixTotal } from "./totals";

const CODE = "applications/outcome-total";

/** Rests on the form's row （七）总计 over the outcomes （一） to （六） (both notices' table 三). */
export const applicationsOutcomeTotal: Rule = {
  code: CODE,
  severity: "error",
  basis: ["form-2019", "form-2021"],
  repairs: ["computed", "suggested"],
  check: (context) =>
    checkTotals(
      context,
      "applications",
      CODE,
      "outcome-total",
      (table, total) => table.form.cells[total]!.column.label,
    ),
  fixes: (context, finding) => fixTotal(context, finding, "applications", CODE),
};
