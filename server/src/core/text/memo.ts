// What is worked out from a value that never changes, kept as long as that value is.

/** The function that works it out for each value once. */
export function memo<Of extends object, Result extends object | string>(
  work: (of: Of) => Result,
): (of: Of) => Result {
  const known = new WeakMap<Of, Result>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const result = work(of);
    known.set(of, result);
    return result;
  };
}
