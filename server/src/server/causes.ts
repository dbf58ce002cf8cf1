// Works out behind the check which wrong cells explain a document's findings: in slices, between which edits get through.

import { type Analysis, type Cause, diagnose, type TrustedFigure } from "../core";
import type { Runtime } from "./startServer";

/** What is kept of an open document. */
interface Kept {
  /** Causes by what they follow from: most edits leave the figures of a table as they are. */
  known: Map<string, readonly Cause[]>;
  trusted: readonly TrustedFigure[];
  /** The analysis whose causes are worked out, or being so. */
  analysis: Analysis | null;
  run: Generator<void, unknown> | null;
}

/** More tables than these are not remembered: their causes are looked for anew. */
const MOST_KNOWN = 200;

export class Causes {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly soon: Runtime["soon"]) {}

  /** Begins with an analysis, and says whether all is known already. */
  begin(uri: string, analysis: Analysis): boolean {
    const kept = this.of(uri);
    if (kept.analysis !== analysis) {
      if (kept.known.size > MOST_KNOWN) kept.known.clear();
      kept.analysis = analysis;
      kept.run = diagnose(analysis, kept);
      this.step(kept);
    }
    return kept.run === null;
  }

  /** Goes on with what was begun, as long as `isCurrent`; says whether it came to its end. */
  async finish(uri: string, isCurrent: () => boolean): Promise<boolean> {
    const kept = this.of(uri);
    const { analysis } = kept;
    this.step(kept);
    while (kept.run !== null) {
      await new Promise<void>((resolve) => this.soon(resolve));
      if (kept.analysis !== analysis || !isCurrent()) return false;
      this.step(kept);
    }
    return true;
  }

  /** Takes figures as right from now on, as the user says. */
  trust(uri: string, figures: readonly TrustedFigure[]): void {
    const kept = this.of(uri);
    kept.trusted = [...kept.trusted, ...figures];
    kept.analysis = null;
    kept.run = null;
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.kept.delete(uri);
  }

  private of(uri: string): Kept {
    const known = this.kept.get(uri);
    if (known) return known;
    const kept: Kept = { known: new Map(), trusted: [], analysis: null, run: null };
    this.kept.set(uri, kept);
    return kept;
  }

  private step(kept: Kept): void {
    if (kept.run?.next().done) kept.run = null;
  }
}
