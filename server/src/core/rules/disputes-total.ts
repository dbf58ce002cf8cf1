// disputes/total: a group's 总计 is the sum of its four results.

import { rowPath } from "./labels";
import type { Rule } from "./rule";
import { checkTotals, fixTotal } from "./totals";

const CODE = "disputes/total";

/** Rests on the form's column 总计 over 结果维持, 结果纠正, 其他结果 and 尚未审结 (both notices' table 四). */
export const disputesTotal: Rule = {
  code: CODE,
  severity: "error",
  basis: ["form-2019", "form-2021"],
  repairs: ["computed", "suggested"],
  check: (context) =>
    checkTotals(context, "disputes", CODE, "disputes-total", (table, total) =>
      rowPath(table.form.cells[total]!.row),
    ),
  fixes: (context, finding) => fixTotal(context, finding, "disputes", CODE),
};
