// A baseline: the findings that are known and no longer reported, each as often as it was there. It stands in a file
// that is the same for the same findings, so that it can be kept under version control.

import { readFile, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { Analysis } from "../core";
import type { CheckOptions } from "./arguments";
import { fingerprintOf } from "./place";
import type { Words } from "./words";

/** A finding that is known, and how often. */
export interface Known {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

export class Baseline {
  /** What was found in this run, whether known or not. */
  private readonly found = new Map<string, Known>();

  private constructor(
    private readonly file: string,
    /** How often each known finding may still come; null where all are known. */
    private readonly left: Map<string, number> | null,
  ) {}

  /** A baseline that is to be written: all that is found is known from now on. */
  static anew(file: string): Baseline {
    return new Baseline(file, null);
  }

  /** The baseline in a file, or in words why there is none that can be used. */
  static async read(file: string, words: Words): Promise<Baseline | string> {
    let text: string;
    try {
      text = await readFile(file, "utf8");
    } catch (error) {
      const code = codeOf(error);
      return code === "ENOENT" ? words.noBaseline : words.readFailed(code);
    }
    try {
      const { version, findings } = JSON.parse(text) as { version: unknown; findings: readonly Known[] };
      if (typeof version === "number" && version !== 1) return words.otherBaseline;
      if (version !== 1) return words.badBaseline;
      return new Baseline(file, new Map(findings.map(({ fingerprint, count }) => [fingerprint, count])));
    } catch {
      return words.badBaseline;
    }
  }

  /** How many findings there were in this run, known or not. */
  get size(): number {
    return [...this.found.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The baseline that the options name, or in words why it cannot be used; null where they name none. One that is to be written anew knows all. */
  static async of(
    { baseline, updateBaseline }: Pick<CheckOptions, "baseline" | "updateBaseline">,
    words: Words,
  ): Promise<Baseline | null | string> {
    if (baseline === null) return null;
    return updateBaseline ? Baseline.anew(baseline) : Baseline.read(baseline, words);
  }

  /** A draft's analysis without the findings that are known, and all its findings as a baseline keeps them. */
  without(path: string, analysis: Analysis): { readonly analysis: Analysis; readonly known: Known[] } {
    const found = new Map<string, Known>();
    const name =
      path === "-" ? path : relative(dirname(resolve(this.file)), resolve(path)).replaceAll(sep, "/");
    const findings = analysis.findings.filter((finding) => {
      const fingerprint = fingerprintOf(name, analysis, finding);
      const count = (found.get(fingerprint)?.count ?? 0) + 1;
      found.set(fingerprint, { path: name, rule: finding.rule, fingerprint, count });
      if (!this.left) return false;
      const left = this.left.get(fingerprint) ?? 0;
      this.left.set(fingerprint, left - 1);
      return left <= 0;
    });
    return { analysis: { ...analysis, findings }, known: [...found.values()] };
  }

  /** Keeps what was found in a file; fingerprints are of one file each. */
  learn(known: readonly Known[]): void {
    for (const each of known) this.found.set(each.fingerprint, each);
  }

  /** Writes what was found in this run; gives the system's reason where that failed. */
  async write(): Promise<string | null> {
    const key = ({ path, rule, fingerprint }: Known) => `${path}\0${rule}\0${fingerprint}`;
    const findings = [...this.found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    try {
      await writeFile(this.file, `${JSON.stringify({ version: 1, findings }, null, 1)}\n`);
      return null;
    } catch (error) {
      return codeOf(error);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
