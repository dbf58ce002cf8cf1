// Works out behind the check which wrong cells explain a document's findings: in slices, between which edits get through.

import {
  type Analysis,
  type Cause,
  type CheckedPart,
  type DiagnoseOptions,
  diagnose,
  diagnosedWith,
  type TrustedFigure,
} from "../core";
import type { Runtime } from "./startServer";

/** What is kept of an open document. */
interface Kept {
  /** Causes by what they follow from: most edits leave the figures of a table as they are. */
  readonly known: Map<string, readonly Cause[]>;
  trusted: readonly TrustedFigure[];
  /** Whether causes are still those from before the last figure was trusted. */
  trustIsNew: boolean;
  /** The analyses whose causes are known, and those by their place in the document. */
  done: WeakSet<Analysis>;
  placed: (Analysis | undefined)[];
  /** The parts whose causes are worked out, or being so. */
  parts: readonly CheckedPart[] | null;
  run: Generator<void, unknown> | null;
}

/** More tables than these are not remembered: their causes are looked for anew. */
const MOST_KNOWN = 200;

export class Causes {
  /** Another number whenever causes that were known have become others, since figures were taken as right. */
  renewals = 0;
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly soon: Runtime["soon"]) {}

  /** Begins with the parts of a document, and says whether all is known already. */
  begin(uri: string, parts: readonly CheckedPart[]): boolean {
    const kept = this.of(uri);
    if (kept.parts !== parts) {
      if (kept.known.size > MOST_KNOWN) kept.known.clear();
      kept.parts = parts;
      kept.run = diagnoseParts(parts, kept);
      this.step(kept);
    }
    return kept.run === null;
  }

  /** Goes on with what was begun, as long as `isCurrent`; says whether it came to its end. */
  async finish(uri: string, isCurrent: () => boolean): Promise<boolean> {
    const kept = this.of(uri);
    const { parts } = kept;
    this.step(kept);
    while (kept.run !== null) {
      await new Promise<void>((resolve) => this.soon(resolve));
      if (kept.parts !== parts || !isCurrent()) return false;
      this.step(kept);
    }
    return true;
  }

  /** Sees to it that the causes of a whole document's analysis, once asked for, are those of its parts. */
  prepare(uri: string, analysis: Analysis): void {
    diagnosedWith(analysis, this.of(uri));
  }

  /** Takes figures as right from now on, as the user says. */
  trust(uri: string, figures: readonly TrustedFigure[]): void {
    const kept = this.of(uri);
    kept.trusted = [...kept.trusted, ...figures];
    kept.done = new WeakSet();
    kept.placed = [];
    kept.trustIsNew = true;
    kept.parts = null;
    kept.run = null;
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.kept.delete(uri);
  }

  private of(uri: string): Kept {
    const known = this.kept.get(uri);
    if (known) return known;
    const kept: Kept = {
      known: new Map(),
      trusted: [],
      trustIsNew: false,
      done: new WeakSet(),
      placed: [],
      parts: null,
      run: null,
    };
    this.kept.set(uri, kept);
    return kept;
  }

  private step(kept: Kept): void {
    if (!kept.run?.next().done) return;
    kept.run = null;
    if (kept.trustIsNew) this.renewals++;
    kept.trustIsNew = false;
  }
}

/** The causes in each part that was read anew. Figures are trusted by their report's place in the document. */
function* diagnoseParts(
  parts: readonly CheckedPart[],
  { known, trusted, done, placed }: Kept,
): Generator<void> {
  let before = 0;
  for (let i = 0; i < parts.length; i++) {
    const { analysis, reports } = parts[i]!;
    if (placed[i] !== analysis && !done.has(analysis)) {
      const own = trusted.map((each) => ({ ...each, report: each.report - before }));
      const options: DiagnoseOptions = { known, trusted: own };
      yield* diagnose(analysis, options);
      done.add(analysis);
    }
    placed[i] = analysis;
    before += reports;
  }
}
