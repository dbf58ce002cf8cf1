// applications/balance: in every column 一 + 二 = （七） + 四, as the form's own note above the table says.

import type { Identity } from "../form";
import { evaluate } from "../report/evaluate";
import type { Report, Table } from "../report/model";
import { formatQuantity } from "../text/quantity";
import { identityChecks } from "./identities";
import { relatedCell, shown } from "./labels";
import type { Rule, RuleFinding } from "./rule";

const CODE = "applications/balance";

function judge(report: Report, table: Table, identity: Identity): RuleFinding | null {
  const { verdict, left, right } = evaluate(report, table, identity);
  return verdict === "fails" ? finding(table, identity, left.sum, right.sum) : null;
}

/** Stands at 结转下年度, the figure that the other three leave over; the others are related places. */
function finding(table: Table, identity: Identity, left: number, right: number): RuleFinding {
  const [newRequests, carriedOver] = identity.left as [number, number];
  const [outcomeTotal, carriedForward] = identity.right as [number, number];
  const places = [carriedForward, outcomeTotal, carriedOver, newRequests].filter(
    (index) => table.cells[index],
  );
  const at = table.cells[places[0]!]!;
  return {
    span: at.span,
    message: {
      id: "balance",
      column: table.form.cells[outcomeTotal]!.column.label,
      newRequests: shown(table.cells[newRequests]),
      carriedOver: shown(table.cells[carriedOver]),
      left: formatQuantity(left),
      outcomeTotal: shown(table.cells[outcomeTotal]),
      carriedForward: shown(table.cells[carriedForward]),
      right: formatQuantity(right),
      difference: formatQuantity(Math.abs(left - right)),
    },
    cells: [newRequests, carriedOver, outcomeTotal, carriedForward].map(
      (index) => table.form.cells[index]!.name,
    ),
    expected: right,
    actual: left,
    related: places.slice(1).map((index) => relatedCell(table.cells[index]!)),
  };
}

/** Rests on the note in the form's table 三: the sum of items 一 and 二 equals the sum of items 三（七） and 四. */
export const applicationsBalance: Rule = {
  code: CODE,
  severity: "error",
  basis: ["form-2019", "form-2021"],
  repairs: ["suggested"],
  ...identityChecks("applications", CODE, judge),
};
