// disputes/total: a group's 总计 is the sum of its four results.

import { rowPath } from "./labels";
import type { Rule } from "./rule";
import { totalChecks } from "./totals";

const CODE = "disputes/total";

/** Rests on the form's column 总计 over 结果维持, 结果纠正, 其他结果 and 尚未审结 (both notices' table 四). */
export const disputesTotal: Rule = {
  code: CODE,
  severity: "error",
  basis: ["form-2019", "form-2021"],
  repairs: ["computed", "suggested"],
  ...totalChecks({ key: "disputes", code: CODE, id: "disputes-total", label: ({ row }) => rowPath(row) }),
};
