// The rules, in the order in which findings at the same place are shown.

import { applicationsBalance } from "./applications-balance";
import { applicationsOutcomeTotal } from "./applications-outcome-total";
import { applicationsRowTotal } from "./applications-row-total";
import { disputesTotal } from "./disputes-total";
import type { Rule, RuleCode } from "./rule";
import { structureMissingSection } from "./structure-missing-section";
import { structurePlaceholder } from "./structure-placeholder";
import { tableBlankCell } from "./table-blank-cell";
import { tableCellValue } from "./table-cell-value";
import { tableShape } from "./table-shape";

export const RULES: readonly Rule[] = [
  structureMissingSection,
  structurePlaceholder,
  tableShape,
  tableCellValue,
  tableBlankCell,
  applicationsRowTotal,
  applicationsOutcomeTotal,
  applicationsBalance,
  disputesTotal,
];

/** The rule with this code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}

/** Whether a string is the code of a rule. */
export function isRuleCode(code: string): code is RuleCode {
  return ruleOf(code) !== undefined;
}
