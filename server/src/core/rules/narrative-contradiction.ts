// narrative/contradiction: the text says that there was nothing where the table has something.

import type { Claim } from "../report/narrative";
import { relatedCells, shownStands, standsOf } from "./claims";
import type { Rule, RuleContext, RuleFinding } from "./rule";

function check(context: RuleContext): RuleFinding[] {
  return context.report.narrative.claims
    .filter(({ denies }) => denies)
    .flatMap((claim) => contradiction(context, claim));
}

function contradiction({ report, text }: RuleContext, claim: Claim): RuleFinding[] {
  const stands = standsOf(report, claim);
  if (!stands || stands.length === 0 || stands.some(({ sum }) => sum === 0)) return [];
  return [
    {
      span: claim.span,
      message: {
        id: "claim-denied",
        stated: text.slice(claim.span.start, claim.span.end).replace(/[\s\u00a0\u3000]+/g, ""),
        readings: shownStands(stands),
      },
      cells: stands[0]!.cells
        .filter(({ value }) => value.kind === "number" && value.quantity > 0)
        .map(({ form }) => form.name),
      expected: stands[0]!.sum,
      actual: 0,
      related: relatedCells(stands),
    },
  ];
}

export const narrativeContradiction: Rule = {
  code: "narrative/contradiction",
  severity: "warning",
  basis: [],
  repairs: [],
  check,
};
