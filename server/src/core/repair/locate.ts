// Which cells of a table are wrong: what fails is parted into causes, each with the repairs that would mend it, best first.

import type { Identity } from "../form";
import type { Report, Table } from "../report/model";
import type { Quantity } from "../text/quantity";
import { type Equation, equationsOf, figureAt } from "./equations";
import { type Evidence, evidenceOn, oddsByText } from "./evidence";
import { likelihoodOf } from "./faults";
import type { Figures } from "./figures";
import { type FigureOf, type Limits, searchRepairs } from "./search";
import { SURE } from "./weights";

/** A change of the fewest cells that mends all that a cause broke. */
export interface Repair {
  /** The new figures by the index of the form's cell, in the form's order. */
  readonly figures: Figures;
  /** Between 0 and 1, over all repairs of the cause. */
  readonly score: number;
}

/** One or more failing identities that the same wrong cells explain. */
export interface Cause {
  readonly identities: readonly Identity[];
  /** Best first; none where no small repair was found. */
  readonly repairs: readonly Repair[];
  /** Whether the first repair is much likelier than all others together. */
  readonly sure: boolean;
  /** Whether the search ended before it had seen all. */
  readonly bounded: boolean;
}

/** What takes more cells than a part and its total is one explanation among many that nobody has thought of. */
const MOST_SURE = 2;

/** More wrong cells than these in one table are looked at one by one, by people. */
const LIMITS: Limits = { cells: 5, repairs: 200, steps: 20_000 };

/**
 * The causes of all that fails in a table. Cells in `trusted` are taken as right; an identity that fails and is not `told`
 * of need not hold afterwards. Yields between slices of work.
 */
export function* locate(
  report: Report,
  table: Table,
  trusted: ReadonlySet<number> = new Set(),
  told: (identity: Identity) => boolean = () => true,
  limits: Limits = LIMITS,
): Generator<void, Cause[]> {
  const equations = equationsOf(report, table).filter(({ fails, identity }) => !fails || told(identity));
  if (!equations.some(({ fails }) => fails)) return [];
  const evidence = evidenceOn(report, table);
  const weighed: Weigh = (figures) => weigh(table, evidence, figures);
  const figureOf: FigureOf = (index) => figureAt(table, index);
  const causes: Cause[] = [];
  for (const group of connected(equations)) {
    if (group.some(({ fails }) => fails)) {
      causes.push(...(yield* locateIn(group, figureOf, trusted, limits, weighed)));
    }
  }
  return causes;
}

/**
 * The causes of what fails among connected equations. Where no small repair mends it all, or the user has ruled the
 * smallest out, the cells that alone explain what fails around them are taken first.
 */
function* locateIn(
  equations: readonly Equation[],
  figureOf: FigureOf,
  trusted: ReadonlySet<number>,
  limits: Limits,
  weigh: Weigh,
): Generator<void, Cause[]> {
  if (trusted.size === 0) {
    const { repairs, bounded } = yield* searchRepairs(equations, figureOf, trusted, limits);
    if (repairs.length > 0) return partedInto(equations, repairs, bounded, weigh);
  }
  const lone = loneCells(equations, figureOf, trusted);
  const explained = new Set(lone.flatMap(({ mends }) => mends));
  const causes = lone.map(
    ({ figures, mends }): Cause => ({
      identities: mends,
      repairs: [{ figures, score: 1 }],
      sure: true,
      bounded: false,
    }),
  );
  const rest = equations.map((equation) =>
    explained.has(equation.identity) ? { ...equation, needed: 0, fails: false } : equation,
  );
  const failing = rest.filter(({ fails }) => fails).map(({ identity }) => identity);
  if (failing.length === 0) return causes;
  const right = new Set([...trusted, ...lone.flatMap(({ figures }) => [...figures.keys()])]);
  const { repairs, bounded } = yield* searchRepairs(rest, figureOf, right, limits);
  if (repairs.length > 0) return [...causes, ...partedInto(rest, repairs, bounded, weigh)];
  return [...causes, { identities: failing, repairs: [], sure: false, bounded }];
}

/**
 * Cells that alone explain what fails around them: all identities that they are part of fail, two or more, and by the same
 * difference. Of two that meet in an identity neither is taken.
 */
function loneCells(equations: readonly Equation[], figureOf: FigureOf, trusted: ReadonlySet<number>): Part[] {
  const cells = new Set(equations.flatMap(({ terms, fails }) => (fails ? [...terms.keys()] : [])));
  const parts: Part[] = [];
  for (const index of cells) {
    const around = equations.filter(({ terms }) => terms.has(index));
    const change = around[0]!.needed * around[0]!.terms.get(index)!;
    const same = around.every(
      ({ terms, needed, slack }) => slack === null && needed * terms.get(index)! === change,
    );
    const figure = figureOf(index) + change;
    if (index < 0 || trusted.has(index) || around.length < 2 || change === 0 || !same || figure < 0) continue;
    parts.push({ figures: new Map([[index, figure]]), mends: around.map(({ identity }) => identity) });
  }
  const meet = (one: Part, other: Part) =>
    one !== other && one.mends.some((identity) => other.mends.includes(identity));
  return parts.filter((part) => !parts.some((other) => meet(part, other)));
}

function weigh(table: Table, evidence: Evidence, figures: Figures): number {
  return likelihoodOf(table, figures) * oddsByText(table, evidence, figures);
}

/** The equations parted into groups that share no cell. */
function connected(equations: readonly Equation[]): Equation[][] {
  return groupsOf(equations, ({ terms }) => terms.keys());
}

/** Parts items into groups, those with a common key together, in the order of their first items. */
function groupsOf<T>(items: readonly T[], keysOf: (item: T) => Iterable<number | Identity>): T[][] {
  let groups: { keys: Set<number | Identity>; items: T[] }[] = [];
  for (const item of items) {
    const keys = new Set(keysOf(item));
    const touched = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const joined = { keys, items: [...touched.flatMap((group) => group.items), item] };
    for (const group of touched) for (const key of group.keys) keys.add(key);
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups.map((group) => group.items);
}

/** A part of a repair that no other part of it touches, with the failing identities that it mends. */
interface Part {
  readonly figures: Figures;
  readonly mends: readonly Identity[];
}

/** The likelihood of a repair. */
type Weigh = (figures: Figures) => number;

/** A repair is as good as the best where it is at least so likely, compared with it. */
const AS_GOOD = 0.5;

/**
 * Parts whole repairs into causes. What the best repair mends by cells that share no identity are two causes, unless a
 * repair that is as good mends both by the same cells.
 */
function partedInto(
  equations: readonly Equation[],
  repairs: readonly Figures[],
  bounded: boolean,
  weigh: Weigh,
): Cause[] {
  const weighed = repairs.map((figures) => ({ parts: partsOf(equations, figures), weight: weigh(figures) }));
  const best = Math.max(...weighed.map(({ weight }) => weight));
  const good = weighed.filter(({ weight }) => weight >= AS_GOOD * best).flatMap(({ parts }) => parts);
  return groupsOf(good, ({ mends }) => mends).map((group) => {
    const mended = new Set(group.flatMap(({ mends }) => mends));
    const figures = weighed.flatMap(({ parts }) => within(parts, mended));
    const identities = equations.flatMap(({ identity }) => (mended.has(identity) ? [identity] : []));
    return { identities, ...ranked(figures, weigh), bounded };
  });
}

function partsOf(equations: readonly Equation[], figures: Figures): Part[] {
  const touching = (index: number) => equations.filter(({ terms }) => terms.has(index));
  const groups = groupsOf([...figures.keys()], (index) => touching(index).map(({ identity }) => identity));
  return groups.map((indexes) => {
    const touched = equations.filter(
      ({ terms, fails }) => fails && indexes.some((index) => terms.has(index)),
    );
    return { figures: pick(figures, indexes), mends: touched.map(({ identity }) => identity) };
  });
}

function pick(figures: Figures, indexes: readonly number[]): Figures {
  const inOrder = [...indexes].sort((a, b) => a - b);
  return new Map(inOrder.map((index): [number, Quantity] => [index, figures.get(index)!]));
}

/** The parts of a repair that mend just these identities, as one; none where it mends others with them. */
function within(parts: readonly Part[], mended: ReadonlySet<Identity>): Figures[] {
  const inside = parts.filter(({ mends }) => mends.some((identity) => mended.has(identity)));
  const mends = new Set(inside.flatMap((part) => part.mends));
  if (mends.size !== mended.size || ![...mends].every((identity) => mended.has(identity))) return [];
  return [new Map(inside.flatMap(({ figures }) => [...figures]))];
}

function ranked(all: readonly Figures[], weigh: Weigh): Pick<Cause, "repairs" | "sure"> {
  const different = new Map(all.map((figures) => [[...figures].join(";"), figures]));
  const weighed = [...different.values()].map((figures) => ({ figures, weight: weigh(figures) }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const repairs = weighed
    .map(({ figures, weight }) => ({ figures, score: weight / sum }))
    .sort((a, b) => b.score - a.score);
  return { repairs, sure: repairs[0]!.score >= SURE && repairs[0]!.figures.size <= MOST_SURE };
}

/** `locate` of all that fails in a table, run to its end. */
export function locateAll(report: Report, table: Table): Cause[] {
  return finished(locate(report, table));
}

/** What work in slices comes to, done at once. */
export function finished<T>(run: Generator<void, T>): T {
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}
