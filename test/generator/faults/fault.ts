// What a fault is: a change of a sound report, and what Gouji must find in its draft.

import { analyse, type Finding, type Span } from "../../../server/src/core";
import type { Box } from "../box";
import { type Generated, writePlan } from "../draft";
import { type Layout, randomStyle, type Style } from "../manner";
import { Random } from "../random";
import { type Plan, type PlanSection, soundPlan } from "../report";
import { soundTruth, type Truth } from "../truth";

/** What must be found: the cell that the finding names, the named places one of which the squiggle must touch. */
export interface Target {
  readonly cell?: string;
  readonly places: readonly string[];
}

export interface Fault {
  readonly rule: string;
  /** What is wrong, in a few words. */
  readonly what: string;
  /** Whether labels must be as the form has them. */
  readonly quiet?: boolean;
  /** A truth other than a random sound one. */
  readonly truth?: (random: Random) => Truth;
  /** Puts the fault in; null where this report or style has no place for it. */
  readonly put: (plan: Plan, random: Random, style: Style) => Target | null;
}

export interface Faulty {
  readonly draft: Generated;
  readonly target: Target;
}

/** The faulty draft number `index` of a seed; null where the fault has no place in it. */
export function faultyAt(fault: Fault, layout: Layout, seed: number, index: number): Faulty | null {
  const random = new Random(seed * 1_000_003 + index * 104_729 + layout.length * 31 + 17);
  const truth = fault.truth?.(random) ?? soundTruth(random);
  const style = randomStyle(random, layout, fault.quiet ?? false);
  const plan = soundPlan(truth, style, random);
  const target = fault.put(plan, random, style);
  return target && { draft: writePlan(plan, style, random), target };
}

/** Whether the fault is found where it is. */
export function isFound(fault: Fault, { draft, target }: Faulty): boolean {
  return analyse(draft.text).findings.some(
    (finding) => finding.rule === fault.rule && isAt(finding, draft, target),
  );
}

function isAt(finding: Finding, { places }: Generated, target: Target): boolean {
  if (target.cell !== undefined && !finding.cells.includes(target.cell)) return false;
  if (target.places.length === 0) return true;
  return target.places.some((name) => {
    if (!places.has(name)) throw new Error(`no place ${name} in the draft`);
    // A blank cell has no text to stand under: the squiggle is at its fillers, or at the pipe beside them.
    const slot = places.get(`slot.${name}`);
    return (
      touches(finding.span, places.get(name)!, 0) || (slot !== undefined && touches(finding.span, slot, 1))
    );
  });
}

function touches(span: Span, place: Span, near: number): boolean {
  return span.start <= place.end + near && span.end >= place.start - near;
}

/** The box of a figure or label. */
export function boxNamed(plan: Plan, name: string): Box {
  for (const { table } of plan.sections) {
    for (const each of table?.boxes.flat() ?? []) if (each.name === name) return each;
  }
  throw new Error(`no box ${name} in the plan`);
}

/** Writes another figure into a cell. */
export function setFigure(plan: Plan, name: string, text: string): void {
  boxNamed(plan, name).text = text;
}

/** A section of the plan. */
export function sectionNamed(plan: Plan, key: PlanSection["key"]): PlanSection {
  return plan.sections.find((section) => section.key === key)!;
}
