// Reads the number before a heading or an item of a list: `三、`, `（三）`, `3.`, `（3）`, `③`.

import { isSpace } from "./space";

/** The kinds of numbering that official documents nest: 一、 above （一） above 1. above （1） above ①. */
export type NumberingStyle = "chinese" | "chinese-bracketed" | "arabic" | "arabic-bracketed" | "circled";

export interface Numbering {
  readonly style: NumberingStyle;
  readonly value: number;
  /** How many UTF-16 units it takes, with its separator and the spaces behind it. */
  readonly length: number;
}

const SPACE = "[\\s\\u00a0\\u3000]*";
const CHINESE = "([一二三四五六七八九十]{1,3})";
const ARABIC = "([0-9０-９]{1,2})";
const STYLES: readonly (readonly [NumberingStyle, RegExp])[] = [
  ["chinese-bracketed", new RegExp(`^[（(]${SPACE}${CHINESE}${SPACE}[)）][、.．]?${SPACE}`)],
  ["arabic-bracketed", new RegExp(`^[（(]?${SPACE}${ARABIC}${SPACE}[)）][、.．]?${SPACE}`)],
  [
    "chinese",
    new RegExp(`^(?:第${CHINESE}(?:部分|章)[、.．，,:：]?|${CHINESE}${SPACE}[、.．，,:：])${SPACE}`),
  ],
  ["arabic", new RegExp(`^${ARABIC}${SPACE}[、.．](?![0-9０-９])${SPACE}`)],
];
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** What a numbering begins with, but for fillers. */
const BEGINNINGS = new Set(
  [...`（(第一二三四五六七八九十0123456789０１２３４５６７８９${CIRCLED}`].map((sign) => sign.charCodeAt(0)),
);

/** The numbering that a line (without marks and fillers before it) begins with; null where it begins with none. */
export function readNumbering(line: string): Numbering | null {
  const first = line.charCodeAt(0);
  if (!BEGINNINGS.has(first) && !isSpace(first)) return null;
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const digits = (match[1] ?? match[2])!;
    const value = style.startsWith("chinese") ? chineseNumber(digits) : Number(digits.normalize("NFKC"));
    return value > 0 ? { style, value, length: match[0].length } : null;
  }
  const circled = CIRCLED.indexOf(line[0] ?? " ");
  return circled >= 0 ? { style: "circled", value: circled + 1, length: 1 } : null;
}

const DIGITS = "一二三四五六七八九";

/** 一 to 九十九 as a number; 0 where it is none. */
function chineseNumber(digits: string): number {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(digits);
  if (!match) return 0;
  const [, tens, ten, ones] = match;
  if (!ten) return ones && tens ? 0 : DIGITS.indexOf((tens || ones)!) + 1;
  return (tens ? DIGITS.indexOf(tens) + 1 : 1) * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

const CHINESE_DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 to 99 in Chinese digits, as headings have them. */
export function toChineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = CHINESE_DIGITS[value % 10]!;
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : CHINESE_DIGITS[tens]}十${ones}`;
}
