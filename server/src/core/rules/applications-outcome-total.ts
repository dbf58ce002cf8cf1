// applications/outcome-total: （七）总计 of a column is the sum of （一） to （六）.

import type { Rule } from "./rule";
import { totalChecks } from "./totals";

const CODE = "applications/outcome-total";

/** Rests on the form's row （七）总计 over the outcomes （一） to （六） (both notices' table 三). */
export const applicationsOutcomeTotal: Rule = {
  code: CODE,
  severity: "error",
  basis: ["form-2019", "form-2021"],
  repairs: ["computed", "suggested"],
  ...totalChecks({
    key: "applications",
    code: CODE,
    id: "outcome-total",
    label: ({ column }) => column.label,
  }),
};
