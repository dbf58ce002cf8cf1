// What of a table must still stand in it after formatting: its letters, digits and signs, each as often. Spaces,
// pipes, brackets and points tell layouts and styles of numbering apart, and no words.

const MARKUP = /<br\s*\/?>|&(?:nbsp|emsp|ensp);/gi;
/** Punctuation that is a mark of its own, such as a footnote's, counts as a sign. */
const NOT_INK = /[\s\u200b-\u200d\u2060\ufeff|]|(?![*※†‡#@&%§])\p{P}/gu;
/** The same number may be written either way before a label. */
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** Whether every letter, digit and sign of `before` stands in `after` at least as often. */
export function keepsInk(before: string, after: string): boolean {
  const left = new Map<string, number>();
  for (const sign of inkOf(after)) left.set(sign, (left.get(sign) ?? 0) + 1);
  for (const sign of inkOf(before)) {
    const count = left.get(sign) ?? 0;
    if (count === 0) return false;
    left.set(sign, count - 1);
  }
  return true;
}

function inkOf(text: string): string {
  const signs = text.replace(MARKUP, "").normalize("NFKC").replace(NOT_INK, "");
  return signs.replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}
