// applications/row-total: 总计 of a row is the sum of its six applicant columns.

import { rowName } from "./labels";
import type { Rule } from "./rule";
import { totalChecks } from "./totals";

const CODE = "applications/row-total";

/** Rests on the form's column 总计 over 自然人 and the five kinds of 法人或其他组织 (both notices' table 三). */
export const applicationsRowTotal: Rule = {
  code: CODE,
  severity: "error",
  basis: ["form-2019", "form-2021"],
  repairs: ["computed", "suggested"],
  ...totalChecks({ key: "applications", code: CODE, id: "row-total", label: ({ row }) => rowName(row) }),
};
