// Error localisation after Fellegi and Holt: the fewest cells whose change makes every identity hold, exactly. Equations
// are solved for one changed cell after another; what is left over are the edits that the others imply, and one that
// fails tells among which cells the next must be.

import { isWhole, type Quantity } from "../text/quantity";
import type { Equation } from "./equations";
import type { Figures } from "./figures";

export interface Limits {
  /** The most cells that a repair may change. */
  readonly cells: number;
  /** The most repairs that are listed. */
  readonly repairs: number;
  /** The most steps that are tried. */
  readonly steps: number;
}

export interface Search {
  /** The repairs of the smallest size that there is; none where a limit was hit first. */
  readonly repairs: readonly Figures[];
  /** Whether a limit ended the search: there may be more of this size, or larger ones. */
  readonly bounded: boolean;
}

/** So many steps are taken between two occasions to stop. */
const SLICE = 200;

/** An equation, solved for the cell or slack `basic`, or not solved yet. */
interface Row {
  readonly terms: ReadonlyMap<number, number>;
  readonly needed: Quantity;
  readonly basic: number | null;
}

/** A cell's figure by the index of the form's cell. */
export type FigureOf = (index: number) => Quantity;

/**
 * Searches the smallest repairs. `figureOf` gives a cell's figure; the cells in `trusted` are not changed. Yields between
 * slices of work, so that whoever runs it may stop.
 */
export function* searchRepairs(
  equations: readonly Equation[],
  figureOf: FigureOf,
  trusted: ReadonlySet<number>,
  limits: Limits,
): Generator<void, Search> {
  const search = new Searcher(figureOf, new Set(trusted), limits);
  const rows = equations.map(({ terms, needed, slack }): Row => {
    const row: Row = { terms, needed, basic: null };
    return slack === null ? row : solved(row, slack);
  });
  for (let size = search.atLeast(rows); size <= limits.cells && search.found.length === 0; size++) {
    yield* search.within(rows, 0, size);
    if (search.stopped) break;
  }
  return { repairs: search.found, bounded: search.stopped || search.found.length === 0 };
}

class Searcher {
  readonly found: Figures[] = [];
  stopped = false;
  private steps = 0;

  constructor(
    private readonly figureOf: FigureOf,
    private readonly excluded: Set<number>,
    private readonly limits: Limits,
  ) {}

  /** Keeps all repairs that change the `chosen` cells that `rows` are solved for and `left` cells more. */
  *within(rows: readonly Row[], chosen: number, left: number): Generator<void, void> {
    if (++this.steps % SLICE === 0) yield;
    this.stopped ||= this.steps > this.limits.steps;
    if (this.stopped) return;
    const least = this.atLeast(rows);
    if (least === 0) this.keep(rows, chosen);
    if (least === 0 || least > left) return;
    const { row, candidates } = this.next(rows);
    for (const index of candidates) {
      yield* this.within(withChange(rows, row, index, this.figureOf), chosen + 1, left - 1);
      if (this.stopped) break;
      // Repairs with this cell have all been seen: the other branches leave it as it is.
      this.excluded.add(index);
    }
    for (const index of candidates) this.excluded.delete(index);
  }

  /** How many cells at least must change: as many as there are broken edits that share no cell. */
  atLeast(rows: readonly Row[]): number {
    const taken = new Set<number>();
    let count = 0;
    for (const row of rows) {
      if (!isBroken(row, this.figureOf)) continue;
      const cells = this.openCells(row);
      // Nothing that may change could mend it.
      if (cells.length === 0) return Number.POSITIVE_INFINITY;
      if (cells.some((index) => taken.has(index))) continue;
      for (const index of cells) taken.add(index);
      count++;
    }
    return count;
  }

  /** The broken edit with the fewest cells, one of which must be changed; one that fails before one that runs short. */
  private next(rows: readonly Row[]): { row: Row; candidates: number[] } {
    let best: { row: Row; candidates: number[] } | null = null;
    for (const row of rows) {
      if (!isBroken(row, this.figureOf) || (row.basic !== null && best?.row.basic === null)) continue;
      const candidates = this.openCells(row);
      const surer = row.basic === null && best !== null && best.row.basic !== null;
      if (!best || surer || candidates.length < best.candidates.length) best = { row, candidates };
    }
    return best!;
  }

  private openCells({ terms, basic }: Row): number[] {
    return [...terms.keys()].filter((index) => index !== basic && !this.excluded.has(index));
  }

  private keep(rows: readonly Row[], chosen: number): void {
    const figures = new Map<number, Quantity>();
    for (const { basic, needed } of rows) {
      if (basic === null || basic < 0 || needed === 0) continue;
      const value = this.figureOf(basic) + needed;
      if (!isWhole(value)) return;
      figures.set(basic, value);
    }
    // A smaller one would have been found before.
    if (figures.size < chosen) return;
    this.found.push(figures);
    this.stopped ||= this.found.length >= this.limits.repairs;
  }
}

/** Whether a row fails, or runs short: it would give its cell a figure below zero. */
function isBroken({ basic, needed }: Row, figureOf: FigureOf): boolean {
  return basic === null ? needed !== 0 : floor(basic, figureOf) + needed < 0;
}

function floor(index: number, figureOf: FigureOf): Quantity {
  return index < 0 ? 0 : figureOf(index);
}

/** The rows with one of them solved for a cell that is to change; `broken` where only that one can be. */
function withChange(rows: readonly Row[], broken: Row, index: number, figureOf: FigureOf): Row[] {
  const found = rows.find((row) => row.basic === null && row.needed !== 0 && row.terms.has(index));
  const open = found ?? rows.find((row) => row.basic === null && row.terms.has(index));
  if (open) return substituted(rows, open, solved(open, index));
  // The cell makes up for what the broken row runs short of, whose own cell gets to zero.
  const basic = broken.basic!;
  const least = -floor(basic, figureOf);
  const terms = new Map(broken.terms);
  terms.delete(basic);
  const rest: Row = { terms, needed: broken.needed - least, basic: null };
  const atZero: Row = { terms: new Map([[basic, 1]]), needed: least, basic };
  return [...substituted(rows, broken, solved(rest, index)), atZero];
}

function solved({ terms, needed }: Row, index: number): Row {
  const factor = terms.get(index)!;
  if (factor === 1) return { terms, needed, basic: index };
  const scaled = new Map<number, number>();
  for (const [at, term] of terms) scaled.set(at, term / factor);
  return { terms: scaled, needed: needed / factor, basic: index };
}

/** The rows with `pivot` in the place of `old`, and its cell gone from all others. */
function substituted(rows: readonly Row[], old: Row, pivot: Row): Row[] {
  const index = pivot.basic!;
  return rows.map((row) => {
    if (row === old) return pivot;
    const factor = row.terms.get(index);
    if (factor === undefined) return row;
    const terms = new Map(row.terms);
    for (const [at, term] of pivot.terms) {
      const sum = (terms.get(at) ?? 0) - factor * term;
      if (sum === 0) terms.delete(at);
      else terms.set(at, sum);
    }
    return { terms, needed: row.needed - factor * pivot.needed, basic: row.basic };
  });
}
