// structure/section-order: sections in another order than the form's.

import { SECTIONS } from "../form";
import type { Section } from "../report/model";
import { hasAnotherForm } from "./applies";
import { headingWords } from "./labels";
import type { Rule, RuleContext, RuleFinding } from "./rule";

/** The fewest sections that would have to move are those out of order. */
function check({ report }: RuleContext): RuleFinding[] {
  if (hasAnotherForm(report) || areInOrder(report.sections)) return [];
  const first = report.sections.filter(
    (section, i, all) => all.findIndex(({ key }) => key === section.key) === i,
  );
  const inOrder = longestRun(first);
  return first.flatMap((section): RuleFinding[] => {
    if (inOrder.has(section)) return [];
    const before = first.find((other) => inOrder.has(other) && rank(other) > rank(section));
    // A section that comes too early is told at the first one that should stand before it.
    const [late, early] =
      before && before.span.start < section.span.start
        ? [section, before]
        : [first.find((other) => inOrder.has(other) && rank(other) < rank(section))!, section];
    return [
      {
        span: section.headingSpan,
        message: {
          id: "section-order",
          heading: headingWords(late.heading),
          before: headingWords(early.heading),
        },
        cells: [],
        related: [
          {
            span: (late === section ? early : late).headingSpan,
            message: {
              id: "first-occurrence",
              text: headingWords((late === section ? early : late).heading),
            },
          },
        ],
      },
    ];
  });
}

function areInOrder(sections: readonly Section[]): boolean {
  return sections.every((section, i) => i === 0 || rank(sections[i - 1]!) < rank(section));
}

function rank({ key }: Section): number {
  return SECTIONS.findIndex((section) => section.key === key);
}

/** The longest of the subsequences that are in the form's order. */
function longestRun(sections: readonly Section[]): Set<Section> {
  const best: Section[][] = [];
  for (const [i, section] of sections.entries()) {
    const before = best
      .slice(0, i)
      .filter((run) => rank(run[run.length - 1]!) < rank(section))
      .sort((a, b) => b.length - a.length)[0];
    best.push([...(before ?? []), section]);
  }
  return new Set(best.sort((a, b) => b.length - a.length)[0] ?? []);
}

/** Both notices fix the order of the six sections. */
export const structureSectionOrder: Rule = {
  code: "structure/section-order",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: [],
  check,
};
