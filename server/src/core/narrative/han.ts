// Whole numbers in Chinese digits, as prose writes small counts: 两件, 三十二条, 一百零五次.

/** The characters that Chinese numbers are written with, for a character class. */
export const HAN_DIGITS = "零〇一二两三四五六七八九十百千";

const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a number in Chinese digits below ten thousand; null where the characters make none. */
export function chineseInteger(written: string): number | null {
  const text = written.replaceAll("〇", "零").replaceAll("两", "二");
  if (/^[零一二三四五六七八九]{2,}$/.test(text))
    return Number([...text].map((digit) => DIGITS.indexOf(digit)).join(""));
  let total = 0;
  let digit = -1;
  let least = 10_000;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit === undefined) {
      if (digit > 0) return null;
      digit = DIGITS.indexOf(char);
      continue;
    }
    if (unit >= least) return null;
    if (digit < 0 && !(unit === 10 && total === 0)) return null;
    total += Math.max(digit, 1) * unit;
    least = unit;
    digit = -1;
  }
  return total + Math.max(digit, 0);
}
