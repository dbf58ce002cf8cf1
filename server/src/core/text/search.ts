// Finds a place in a list that is in order by halving it: a report may have very many lines.

/** How many items at the beginning of a list of `length` are `before`; behind the first that is not, none is. */
export function countBefore(length: number, before: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
