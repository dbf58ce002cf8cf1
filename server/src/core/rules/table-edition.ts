// table/edition: the tables of one edition of the form in a report for a year of the other.

import { editionOf, editionOfYear } from "../form";
import type { Rule, RuleContext, RuleFinding } from "./rule";

function check({ report }: RuleContext): RuleFinding[] {
  const { year, yearFrom, tables } = report;
  // A year that the text merely names most often may be last year's.
  if (year === null || yearFrom === "text") return [];
  const edition = editionOfYear(year);
  const [first, ...others] = tables.filter(({ evidence }) => evidence !== null && evidence !== edition);
  if (!edition || !first) return [];
  const message = {
    id: "other-edition",
    year,
    found: editionOf(first.evidence!).notice,
    expected: editionOf(edition).notice,
  } as const;
  const at = ({ rows, span }: (typeof tables)[number]) => rows[0]?.label ?? span;
  return [
    { span: at(first), message, cells: [], related: others.map((table) => ({ span: at(table), message })) },
  ];
}

/** 国办公开办函〔2021〕30号 replaced the tables of 〔2019〕60号 from the report for 2021 on. */
export const tableEdition: Rule = {
  code: "table/edition",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: [],
  check,
};
