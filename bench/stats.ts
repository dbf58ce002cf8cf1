// What is told of measured times: percentiles, medians over rounds, ratios within a round.

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Two that were measured in turn, a value a round. */
export interface Compared {
  readonly own: number;
  readonly other: number;
  /** The median of the rounds' ratios: what slows the machine down in a round slows both. */
  readonly ratio: number;
}

/** The medians of what two measurements gave in the same rounds. */
export function compared(own: readonly number[], other: readonly number[]): Compared {
  return { own: median(own), other: median(other), ratio: median(own.map((value, i) => value / other[i]!)) };
}

/** Runs two measurements in turn, `rounds` times; who begins changes from round to round. */
export async function inTurn<T>(
  rounds: number,
  own: () => T | Promise<T>,
  other: () => T | Promise<T>,
): Promise<{ own: T[]; other: T[] }> {
  const results = { own: [] as T[], other: [] as T[] };
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) results.own.push(await own());
    results.other.push(await other());
    if (round % 2 === 1) results.own.push(await own());
  }
  return results;
}
