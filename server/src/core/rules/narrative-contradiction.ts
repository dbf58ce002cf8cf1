// narrative/contradiction: the text says that there was nothing where the table has something.

import type { Claim } from "../report/narrative";
import { isStated, relatedCells, shownStands, standsOf } from "./claims";
import type { Recheck, Rule, RuleContext, RuleFinding, TypedFigure } from "./rule";

function check(context: RuleContext): RuleFinding[] {
  const bySpan = new Map<number, Claim[]>();
  for (const claim of context.report.narrative.claims) {
    if (!claim.denies) continue;
    const others = bySpan.get(claim.span.start);
    if (others) others.push(claim);
    else bySpan.set(claim.span.start, [claim]);
  }
  return [...bySpan.values()].flatMap((claims) => contradiction(context, claims));
}

function recheck(context: RuleContext, figure: TypedFigure): Recheck | null {
  return isStated(context.report, figure) ? { isOld: () => true, found: check(context) } : null;
}

/** The claims of one clause, 未发生复议、诉讼, as one finding with all that there was. */
function contradiction({ report, text }: RuleContext, claims: readonly Claim[]): RuleFinding[] {
  const wrong = claims.flatMap((claim) => {
    const stands = standsOf(report, claim) ?? [];
    return stands.length === 0 || stands.some(({ sum }) => sum === 0) ? [] : [{ claim, stand: stands[0]! }];
  });
  const [first] = wrong;
  if (!first) return [];
  const cells = wrong.flatMap(({ stand }) => stand.cells);
  const sum = wrong.reduce((total, { stand }) => total + stand.sum, 0);
  const { span } = first.claim;
  return [
    {
      span,
      message: {
        id: "claim-denied",
        stated: text.slice(span.start, span.end).replace(/[\s\u00a0\u3000]+/g, ""),
        readings: shownStands([{ cells, sum }]),
      },
      cells: cells
        .filter(({ value }) => value.kind === "number" && value.quantity > 0)
        .map(({ form }) => form.name),
      expected: sum,
      actual: 0,
      related: relatedCells([{ cells, sum }]),
      ...(wrong.every(({ claim }) => claim.loose) ? { doubt: true } : {}),
    },
  ];
}

export const narrativeContradiction: Rule = {
  code: "narrative/contradiction",
  severity: "warning",
  basis: [],
  repairs: [],
  check,
  recheck,
};
