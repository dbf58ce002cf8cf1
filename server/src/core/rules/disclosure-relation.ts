// disclosure/relation: figures of section 二 that contradict each other.

import { type Cell, cellNamed, type Report, type Table, tableOf } from "../report/model";
import { formatQuantity, type Quantity } from "../text/quantity";
import { relatedCell, rowName } from "./labels";
import type { Message } from "./message";
import type { Recheck, Rule, RuleContext, RuleFinding, TypedFigure } from "./rule";

function check({ report }: RuleContext): RuleFinding[] {
  const table = tableOf(report, "disclosure");
  if (!table) return [];
  const findings: RuleFinding[] = [];
  for (const { index, row, block, column: first } of table.form.cells) {
    // The cells of a row follow its first one.
    if (first !== block.columns[0]) continue;
    const figure = (column: string) => {
      const place = block.columns.findIndex(({ key }) => key === column);
      return place < 0 ? null : figureOf(report, table.cells[index + place]);
    };
    const at = (columns: readonly string[], message: Message) =>
      findings.push(finding(table, row.key, columns, message));
    const [disclosed, totalDisclosed] = [figure("disclosed"), figure("totalDisclosed")];
    if (disclosed !== null && totalDisclosed !== null && disclosed > totalDisclosed) {
      at(["disclosed", "totalDisclosed"], {
        id: "more-disclosed",
        row: rowName(row),
        disclosed: formatQuantity(disclosed),
        totalDisclosed: formatQuantity(totalDisclosed),
      });
    }
    const [issued, repealed, inForce] = [figure("issued"), figure("repealed"), figure("inForce")];
    if (issued !== null && repealed !== null && inForce !== null && issued > inForce + repealed) {
      at(["issued", "repealed", "inForce"], {
        id: "issued-exceeds",
        row: rowName(row),
        issued: formatQuantity(issued),
        inForce: formatQuantity(inForce),
        repealed: formatQuantity(repealed),
        sum: formatQuantity(inForce + repealed),
      });
    }
    const [projects, amount] = [figure("projects"), figure("amount")];
    if (projects === null || amount === null || (projects === 0) === (amount === 0)) continue;
    at(
      ["projects", "amount"],
      projects === 0
        ? { id: "amount-without-projects", amount: formatQuantity(amount) }
        : { id: "projects-without-amount", projects: formatQuantity(projects) },
    );
  }
  return findings;
}

/** A cell's figure; null where the draft has no such cell, or one that cannot be relied on. */
function figureOf(report: Report, cell: Cell | undefined): Quantity | null {
  if (!cell?.certain) return null;
  if (cell.value.kind === "number") return cell.value.quantity;
  if (cell.value.kind === "nil") return 0;
  return cell.value.kind === "blank" && report.blankIsZero ? 0 : null;
}

function recheck(context: RuleContext, { table }: TypedFigure): Recheck | null {
  return table.key === "disclosure" ? { isOld: () => true, found: check(context) } : null;
}

/** Stands at the first of the cells; the others are related places. */
function finding(table: Table, row: string, columns: readonly string[], message: Message): RuleFinding {
  const cells = columns.map((column) => cellNamed(table, `disclosure.${row}.${column}`)!);
  return {
    span: cells[0]!.span,
    message,
    cells: cells.map((cell) => cell.form.name),
    related: cells.slice(1).map(relatedCell),
  };
}

/**
 * Rests on the columns of the notices' table 二: 对外公开总数量 holds what was disclosed this year too (〔2019〕60号);
 * what was issued in a year is at its end in force or repealed (〔2021〕30号).
 */
export const disclosureRelation: Rule = {
  code: "disclosure/relation",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: [],
  check,
  recheck,
};
