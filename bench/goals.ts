// What is to be reached, as data: the lines of the table in bench/README.md that have a goal. Ratios, since machines
// differ; sizes are what they are.

export interface Goal {
  readonly work: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** What the number counts: `× FLOOR`, `KB`. */
  readonly of: string;
}

export const GOALS = {
  "keystroke.4K.p50": { work: "keystroke to diagnostics, one report, p50", atMost: 2, of: "× FLOOR" },
  "keystroke.4K.p95": { work: "keystroke to diagnostics, one report, p95", atMost: 2, of: "× FLOOR" },
  "keystroke.100K.p50": { work: "the same, 100 K characters, p50", atMost: 2, of: "× FLOOR" },
  "keystroke.1M.p50": { work: "the same, 1 M, p50", atMost: 1.5, of: "× FLOOR" },
  "keystroke.10M.p50": { work: "the same, 10 M, p50", atMost: 2, of: "× FLOOR" },
  "keystroke.monster.p50": { work: "one single report of 1 M, p50", atMost: 5, of: "× FLOOR" },
  "open.first": { work: "didOpen to first diagnostics, server just started", atMost: 4, of: "× FLOOR" },
  "open.later": { work: "didOpen to first diagnostics, server at work", atMost: 4, of: "× FLOOR" },
  start: { work: "server start to initialized", atMost: 1.25, of: "× a do-nothing server" },
  check: { work: "gouji check of one report, cold", atMost: 2.5, of: "× node -e 0" },
  "batch.folder": { work: "batch, 1,000 reports, one core", atLeast: 3, of: "× AutoCorrect" },
  "batch.file": { work: "batch, one file of 10 M, one core", atLeast: 3, of: "× AutoCorrect" },
  "size.server": { work: "server bundle, minified", atMost: 400, of: "KB" },
  "size.package": { work: ".vsix", atMost: 1500, of: "KB" },
  "memory.growth": { work: "heap after 10,000 edits, to that after 100", atMost: 1.1, of: "×" },
  "memory.10M": { work: "heap for 10 M characters, to their size as UTF-16", atMost: 30, of: "×" },
  activation: { work: "activation in VS Code", of: "× its Markdown extension" },
} satisfies Readonly<Record<string, Goal>>;

export type GoalKey = keyof typeof GOALS;

/** Whether a number reaches a goal; null where there is none. */
export function reaches({ atMost, atLeast }: Goal, number: number): boolean | null {
  if (atMost !== undefined) return number <= atMost;
  return atLeast === undefined ? null : number >= atLeast;
}
