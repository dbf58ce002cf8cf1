// The rules, in the order in which findings at the same place are shown.

import { applicationsBalance } from "./applications-balance";
import { applicationsOutcomeTotal } from "./applications-outcome-total";
import { applicationsRowTotal } from "./applications-row-total";
import { disclosureRelation } from "./disclosure-relation";
import { disputesTotal } from "./disputes-total";
import { ignoreUnused } from "./ignore-unused";
import { narrativeChangeRate } from "./narrative-change-rate";
import { narrativeCitation } from "./narrative-citation";
import { narrativeContradiction } from "./narrative-contradiction";
import { narrativePartsSum } from "./narrative-parts-sum";
import { narrativePercentage } from "./narrative-percentage";
import { narrativePeriod } from "./narrative-period";
import { narrativeTableMismatch } from "./narrative-table-mismatch";
import { narrativeYear } from "./narrative-year";
import { privacyPersonalData } from "./privacy-personal-data";
import type { Rule, RuleCode } from "./rule";
import { structureDuplicateSection } from "./structure-duplicate-section";
import { structureEmptySection } from "./structure-empty-section";
import { structureHeadingSequence } from "./structure-heading-sequence";
import { structureMissingSection } from "./structure-missing-section";
import { structurePlaceholder } from "./structure-placeholder";
import { structureSectionHeading } from "./structure-section-heading";
import { structureSectionOrder } from "./structure-section-order";
import { structureTitle } from "./structure-title";
import { stylePunctuation } from "./style-punctuation";
import { styleResidue } from "./style-residue";
import { tableBlankCell } from "./table-blank-cell";
import { tableCellValue } from "./table-cell-value";
import { tableEdition } from "./table-edition";
import { tableLabel } from "./table-label";
import { tableShape } from "./table-shape";

export const RULES: readonly Rule[] = [
  structureTitle,
  structureMissingSection,
  structureDuplicateSection,
  structureSectionOrder,
  structureSectionHeading,
  structureHeadingSequence,
  structureEmptySection,
  structurePlaceholder,
  tableEdition,
  tableShape,
  tableLabel,
  tableCellValue,
  tableBlankCell,
  applicationsRowTotal,
  applicationsOutcomeTotal,
  applicationsBalance,
  disputesTotal,
  disclosureRelation,
  narrativeTableMismatch,
  narrativeContradiction,
  narrativePartsSum,
  narrativePercentage,
  narrativeChangeRate,
  narrativeYear,
  narrativePeriod,
  narrativeCitation,
  stylePunctuation,
  styleResidue,
  privacyPersonalData,
  ignoreUnused,
];

/** The rule with this code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}

/** Whether a string is the code of a rule. */
export function isRuleCode(code: string): code is RuleCode {
  return ruleOf(code) !== undefined;
}
