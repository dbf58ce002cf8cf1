// Reads the figures that the corpus quotes and the sums that its labels give as their reason, so that a slip of the
// labelling hand shows. Knows nothing of Gouji's own reading of numerals.

const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const APPROXIMATE = /[余多约近超几]|以上|左右/;

/** Half-width figures without separators: what a sentence says, made comparable. */
export function plainFigures(text: string): string {
  return text
    .replace(/[０-９．％，]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/(\d)[,\s](?=\d{3}(?!\d))/g, "$1");
}

/** The first figure of a quotation; null where it has none or says itself that it is approximate. */
export function figureIn(quote: string): number | null {
  if (APPROXIMATE.test(quote)) return null;
  const arabic = /-?\d+(\.\d+)?/.exec(plainFigures(quote));
  if (arabic) return Number(arabic[0]) * (/\d\s*万[^元]/.test(plainFigures(quote)) ? 10000 : 1);
  const chinese = /[零〇一二两三四五六七八九十百千]+/.exec(quote);
  return chinese ? chineseFigure(chinese[0]) : null;
}

function chineseFigure(words: string): number {
  let sum = 0;
  let digit = 0;
  for (const word of words.replace(/〇/g, "零").replace(/两/g, "二")) {
    const unit = UNITS[word];
    if (unit) {
      sum += (digit || 1) * unit;
      digit = 0;
    } else digit = DIGITS.indexOf(word);
  }
  return sum + digit;
}

/** The value of `(36-31)/31`: figures, the four operations and brackets. */
export function evaluate(expression: string): number {
  const tokens = expression.match(/\d+(\.\d+)?|[-+*/()]/g) ?? [];
  let at = 0;
  const primary = (): number => {
    const token = tokens[at++];
    if (token !== "(") return Number(token);
    const value = sum();
    at++;
    return value;
  };
  const product = (): number => {
    let value = primary();
    while (tokens[at] === "*" || tokens[at] === "/")
      value = tokens[at++] === "*" ? value * primary() : value / primary();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-")
      value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  return sum();
}

/** Whether `10.78` is `value`, rounded or cut off at the decimals it shows. */
export function shows(stated: string, value: number): boolean {
  const unit = 10 ** (stated.split(".")[1]?.length ?? 0);
  const scaled = value * unit;
  return [Math.round(scaled + 1e-9), Math.trunc(scaled + 1e-9)].includes(Math.round(Number(stated) * unit));
}

/** What is wrong with `expression=result` as arithmetic; null where it holds. A result may be a percentage. */
export function faultOfSum(sum: string): string | null {
  const [expression = "", result = ""] = sum.split("=");
  const percent = result.endsWith("%");
  const value = evaluate(expression) * (percent ? 100 : 1);
  return shows(result.replace("%", ""), value) ? null : `${sum}: it is ${value}`;
}
