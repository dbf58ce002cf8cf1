// A table's identities with their figures, and what would mend those that do not hold: for who wants to see it all.

import { SECTIONS } from "../form";
import { evaluate } from "../report/evaluate";
import type { Report, Table } from "../report/model";
import { placeOf, shown } from "../rules/labels";
import type { Ledger, LedgerLine } from "../rules/ledger";
import { plainLine } from "../text/markup";
import { formatQuantity } from "../text/quantity";
import type { Analysis } from "./analyse";
import { diagnosesOf } from "./diagnoses";
import { changesOf } from "./fixes";

/** The ledger of one table of an analysis. */
export function ledgerOf(analysis: Analysis, report: Report, table: Table): Ledger {
  const section = SECTIONS.find((each) => each.table === table.key)!;
  const at = analysis.draft.reports.indexOf(report);
  const causes = diagnosesOf(analysis).filter((each) => each.report === at && each.table === table);
  return {
    title: report.title && plainLine(report.title.text),
    table: table.key,
    heading: `${section.number}、${section.title}`,
    lines: table.form.identities.map((identity): LedgerLine => {
      const { verdict, left, right } = evaluate(report, table, identity);
      const figures = (indexes: readonly number[]) =>
        indexes.flatMap((index) => {
          const cell = table.cells[index];
          const isNothing = cell?.value.kind === "number" ? cell.value.quantity === 0 : verdict !== "unknown";
          return isNothing ? [] : [shown(cell)];
        });
      return {
        place: placeOf(table.form, identity),
        verdict,
        left: figures(identity.left),
        right: figures(identity.right),
        sums: [formatQuantity(left.sum), formatQuantity(right.sum)],
      };
    }),
    causes: causes.map(({ cause: { identities, repairs, sure, bounded } }) => ({
      broken: identities.map((identity) => placeOf(table.form, identity)),
      repairs: repairs.map(({ figures, score }) => ({ changes: changesOf(table, figures), score })),
      sure,
      bounded,
    })),
  };
}
