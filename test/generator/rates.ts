// Counts what is read right, and what is found where nothing is wrong, over generated drafts.

import { analyse } from "../../server/src/core";
import { misreadings } from "./compare";
import { draftAt } from "./corpus";
import type { Generated } from "./draft";
import { LAYOUTS } from "./manner";

export interface Rate {
  readonly name: string;
  readonly got: number;
  readonly of: number;
  /** The share of the kind of fault with the least; undefined where there are no kinds. */
  readonly least?: number;
  /** The least share that is good enough. */
  readonly aim: number;
  /** What went wrong, each with the number of its draft. */
  readonly failures: readonly string[];
}

/** How many drafts of each layout are read right, and how many have no false error, no false warning. */
export function readingRates(runs: number, seed: number): Rate[] {
  const [errors, warnings]: [string[], string[]] = [[], []];
  const reading = LAYOUTS.map((layout): Rate => {
    const failures: string[] = [];
    for (let i = 0; i < runs; i++) {
      const draft = draftAt(seed, layout, i);
      const wrong = misreadings(draft);
      const name = `${layout} ${layout === "html" ? "" : `${draft.style.shape} `}#${i}`;
      if (wrong.length > 0) failures.push(`${name}: ${wrong.length}, ${wrong[0]}`);
      for (const { severity, told } of falseFindings(draft)) {
        (severity === "error" ? errors : warnings).push(`${name}: ${told}`);
      }
    }
    return {
      name: `cells read right: ${layout}`,
      got: runs - failures.length,
      of: runs,
      aim: 0.995,
      failures,
    };
  });
  const of = runs * LAYOUTS.length;
  const without = (name: string, failures: string[]): Rate => {
    const drafts = new Set(failures.map((failure) => failure.slice(0, failure.indexOf(":"))));
    return { name, got: of - drafts.size, of, aim: 1, failures };
  };
  return [
    ...reading,
    without("clean drafts without false error", errors),
    without("clean drafts without false warning", warnings),
  ];
}

/** Errors and warnings in a sound draft; that its zeros are blank is true where they are. */
export function falseFindings({ text, style }: Generated): { severity: string; told: string }[] {
  return analyse(text).findings.flatMap(({ severity, rule, span }) => {
    const isTrue = rule === "table/blank-cell" && style.noise.blankZeros;
    if ((severity !== "error" && severity !== "warning") || isTrue) return [];
    return [{ severity, told: `${rule} ${JSON.stringify(text.slice(span.start, span.end).slice(0, 60))}` }];
  });
}
