// Reads the figure in a table cell: digits of either width, separators, a sign, a unit; blanks and their relatives.

import { type Quantity, quantityFrom } from "./quantity";
import { isSpace, trimmed } from "./space";
import type { Span } from "./span";

/** A figure as it stands in a text. */
export interface Numeral {
  readonly kind: "number";
  /** The digits with sign, separators and decimal point, without the unit; offsets into the text given. */
  readonly at: Span;
  /** The figure's ASCII digits without separators and point. */
  readonly digits: string;
  /** How many of `digits` stand behind the decimal point. */
  readonly decimals: number;
  readonly negative: boolean;
  /** The word behind the digits, such as `万元` or `件`; null if there is none. */
  readonly unit: string | null;
  readonly fullWidth: boolean;
  readonly separators: boolean;
  /** The word that stands for the sign, such as 增 or 减少; null where it is a sign or there is none. */
  readonly signWord: string | null;
}

/** What a cell holds: a figure, nothing, a mark that stands for nothing, or something else. */
export type Reading =
  | Numeral
  | { readonly kind: "blank" }
  | { readonly kind: "nil"; readonly mark: string }
  | { readonly kind: "unreadable" };

const BLANK: Reading = { kind: "blank" };
const UNREADABLE: Reading = { kind: "unreadable" };
const NIL_MARK = /^(?:[/／\\＼]|[-－—–―‐−─]+|无|無|零)$/;
const SIGN_WORD = /^(?:增加|新增|增|减少|减|[↑↓])[\s\u00a0\u3000]*(?=[\d０-９])/;
const UNIT = /^(?:亿元|千元|万元|元整?|万?[件条份项个起次宗例篇]|万|亿|%|％)$/;
const LONGEST_SIGN = 8;
/** What a sign, a word for it or a nil mark begins with: a cell that begins with something else and no digit is no figure. */
const BEGINNINGS = new Set([..."-−－–—―‐─+＋增新减↑↓/／\\＼无無零"].map((sign) => sign.charCodeAt(0)));
const SIGN = /[-−－–—+＋]/;
const PLUS = /[+＋]/;

/** The ASCII digit of a half- or full-width digit, or -1. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/**
 * Reads the cell content in `[start, end)` of `text` (UTF-16 offsets). Never fails: what is no figure, no blank and
 * no nil mark is `unreadable`.
 */
export function readNumeral(text: string, start: number, end: number): Reading {
  const content = trimmed(text, start, end);
  if (content.start === content.end) return BLANK;
  const isSigned = digitOf(text.charCodeAt(content.start)) < 0;
  if (isSigned && !BEGINNINGS.has(text.charCodeAt(content.start))) return UNREADABLE;
  const { word, negative, length } = isSigned ? signAt(text, content) : NO_SIGN;
  let i = content.start + length;
  const from = i;
  let decimals = -1;
  let fullWidth = false;
  let separators = false;
  let digitsEnd = i;
  for (; i < content.end; i++) {
    const code = text.charCodeAt(i);
    if (digitOf(code) >= 0) {
      if (code > 0xff) fullWidth = true;
      if (decimals >= 0) decimals++;
      digitsEnd = i + 1;
    } else if (
      digitsEnd > from &&
      (code === 0x2e || code === 0xff0e) &&
      decimals < 0 &&
      digitOf(text.charCodeAt(i + 1)) >= 0
    ) {
      if (code === 0xff0e) fullWidth = true;
      decimals = 0;
    } else if (
      digitsEnd > from &&
      decimals < 0 &&
      (code === 0x2c || code === 0xff0c || code === 0x27) &&
      groupOfThree(text, i + 1, content.end)
    ) {
      separators = true;
    } else break;
  }
  if (digitsEnd === from) return nilOrUnreadable(text.slice(content.start, content.end));
  const behind = text.slice(digitsEnd, content.end);
  const unit = behind === "" ? "" : behind.replace(/[\s\u00a0\u3000]+/g, "");
  if (unit && !UNIT.test(unit)) return UNREADABLE;
  const written = text.slice(from, digitsEnd);
  return {
    kind: "number",
    at: { start: content.start, end: digitsEnd },
    digits: fullWidth || separators || decimals >= 0 ? asciiDigits(written) : written,
    decimals: Math.max(decimals, 0),
    negative,
    unit: unit || null,
    fullWidth,
    separators,
    signWord: word,
  };
}

interface Sign {
  readonly word: string | null;
  readonly negative: boolean;
  /** How much of the content it takes, with the spaces behind it. */
  readonly length: number;
}

const NO_SIGN: Sign = { word: null, negative: false, length: 0 };

function signAt(text: string, { start, end }: Span): Sign {
  const [word] = SIGN_WORD.exec(text.slice(start, Math.min(end, start + LONGEST_SIGN))) ?? [];
  if (word) return { word: word.trim(), negative: /^[减↓]/.test(word), length: word.length };
  if (!SIGN.test(text[start]!) || start + 1 >= end) return NO_SIGN;
  let digits = start + 1;
  while (digits < end && isSpace(text.charCodeAt(digits))) digits++;
  return { word: null, negative: !PLUS.test(text[start]!), length: digits - start };
}

function asciiDigits(written: string): string {
  let digits = "";
  for (let i = 0; i < written.length; i++) {
    const digit = digitOf(written.charCodeAt(i));
    if (digit >= 0) digits += digit;
  }
  return digits;
}

function groupOfThree(text: string, at: number, end: number): boolean {
  for (let i = at; i < at + 3; i++) if (i >= end || digitOf(text.charCodeAt(i)) < 0) return false;
  return at + 3 >= end || digitOf(text.charCodeAt(at + 3)) < 0;
}

function nilOrUnreadable(content: string): Reading {
  const mark = content.replace(/[\s\u00a0\u3000]+/g, "");
  return NIL_MARK.test(mark) ? { kind: "nil", mark } : UNREADABLE;
}

/**
 * The exact value of a numeral in the form's unit: pieces for a count, 万元 for an amount (`251000元` is 25.1). `stated`
 * is the unit that the table states for numerals without one. Returns null where the value cannot be exact (more than
 * six decimals, or beyond 15 digits).
 */
export function quantityOf(
  numeral: Numeral,
  unit: "count" | "amount",
  stated: string | null = null,
): Quantity | null {
  const exponent = unitExponent(numeral.unit ?? stated, unit) - numeral.decimals;
  return quantityFrom(numeral.digits, exponent, numeral.negative);
}

function unitExponent(word: string | null, unit: "count" | "amount"): number {
  if (word === null) return 0;
  if (unit === "amount") {
    if (word.startsWith("亿")) return 4;
    if (word.startsWith("千")) return -1;
    return word.startsWith("元") ? -4 : 0;
  }
  if (word.startsWith("亿")) return 8;
  return word.startsWith("万") ? 4 : 0;
}

/** The digits of `text` in full width. */
export function toFullWidth(text: string): string {
  return text.replace(/[0-9.-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

const STATED_UNIT = /(?:单位[:：]?|[（(])[\s\u00a0\u3000]*(?:人民币)?(亿元|万元|千元|元)/;

/** The unit of money that a header or caption states, as in 采购总金额（单位：元）; null where it states none. */
export function statedUnit(text: string): string | null {
  return STATED_UNIT.exec(text.replace(/<[^<>]*>|[\s\u00a0\u3000]+/g, ""))?.[1] ?? null;
}

const CAPTION =
  /^[（(]?(?:金额|计量)?单位[:：](?:[件个项条宗次起]+[、，,/])*(?:人民币)?(亿元|万元|千元|元)(?:[、，,/][件个项条宗次起]+)*[)）]?$/;

/** The unit of money that a line states and nothing but units, as in （单位：件、元）; null where it is no such line. */
export function captionUnit(line: string): string | null {
  return CAPTION.exec(line.replace(/[\s\u00a0\u3000]+/g, ""))?.[1] ?? null;
}
