// Exact figures: integers in millionths, so that counts and amounts of money add without rounding.

/** An exact figure in millionths of the form's unit (pieces, or 万元): 3 pieces are 3_000_000. */
export type Quantity = number;

/** One piece, or one 万元. */
export const ONE: Quantity = 1_000_000;
/** All of something, in per cent. */
export const ALL: Quantity = 100 * ONE;
const DECIMALS = 6;

/**
 * The quantity `digits × 10^exponent`, from a string of ASCII digits.
 * Returns null where it has more than six decimals or is too large to be exact.
 */
export function quantityFrom(digits: string, exponent: number, negative = false): Quantity | null {
  let text = digits.startsWith("0") ? digits.replace(/^0+(?=\d)/, "") : digits;
  let shift = exponent + DECIMALS;
  while (shift < 0 && text.endsWith("0") && text.length > 1) {
    text = text.slice(0, -1);
    shift++;
  }
  if (text === "0") return 0;
  if (shift < 0 || text.length + shift > 16) return null;
  const value = Number(text) * 10 ** shift;
  if (!Number.isSafeInteger(value)) return null;
  return negative ? -value : value;
}

/** A quantity as a JavaScript number in the form's unit, for JSON. */
export function toNumber(quantity: Quantity): number {
  return Number(formatQuantity(quantity));
}

/** Whether a quantity is a whole number. */
export function isWhole(quantity: Quantity): boolean {
  return quantity % ONE === 0;
}

/** A quantity in digits, with as many decimals as it needs, or exactly `decimals` (more digits are never cut off). */
export function formatQuantity(quantity: Quantity, decimals = 0): string {
  if (decimals === 0 && isWhole(quantity)) return String(quantity / ONE);
  const absolute = Math.abs(quantity);
  const whole = Math.floor(absolute / ONE);
  const fraction = String(absolute % ONE)
    .padStart(DECIMALS, "0")
    .replace(/0+$/, "")
    .padEnd(decimals, "0");
  return `${quantity < 0 ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}
