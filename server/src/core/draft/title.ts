// Finds a report's title, on one line or over several, and in it the organ and the year.

import { hasHan } from "../text/script";

export interface TitleParts {
  readonly organ: string | null;
  readonly year: number | null;
}

const LONGEST_TITLE = 80;
const LONGEST_PART = 40;
const YEAR =
  "(?<year>(?:19|20)\\d{2}|[１２][９０][０-９]{2}|二[〇○零Oo０][〇○零一二三四五六七八九][〇○零一二三四五六七八九])";
const TITLE = new RegExp(
  `^(?<before>[^。；！？，,：:|>《》]*?)(?:${YEAR}年?度?)?(?:政府信息(?:和政务|与政务)?公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报|年度总结)(?:[（(](?<after>[^（()）]*)[)）])?$`,
);
const YEAR_WORD = new RegExp(YEAR);
const MARKUP = /^#{1,6}\s+|\*\*|__|\[bookmark:[^\]]*\]/g;

/** What a title ends in, Markdown's marks and brackets among them. */
const ENDINGS = new Set([..."告报结)）》*_]"].map((sign) => sign.charCodeAt(0)));

/** Whether a line, without fillers at its ends, may be the last of a title. */
export function mayEndTitle(text: string, end = text.length): boolean {
  return ENDINGS.has(text.charCodeAt(end - 1));
}

function squeeze(line: string): string {
  const text = line.replace(MARKUP, "").replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, "");
  return text.replace(/^附件[\d一二三四五六七八九十]*[:：]?/, "").replace(/^《([^《》]*)》$/, "$1");
}

/** Reads a year written in ASCII, full-width or Chinese digits; null where it is none. */
export function readYear(text: string): number | null {
  const digits = text
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[〇○零Oo]/g, "0")
    .replace(/[一二三四五六七八九]/g, (c) => String("一二三四五六七八九".indexOf(c) + 1));
  return /^\d{4}$/.test(digits) ? Number(digits) : null;
}

/**
 * The parts of a title line (without fillers at its ends), or null where the line is none: it must be the title and
 * nothing else.
 */
export function matchTitle(line: string): TitleParts | null {
  if (line.length > LONGEST_TITLE || !mayEndTitle(line) || !line.includes("公开")) return null;
  const text = squeeze(line);
  if (/^(?:[一二三四五六七八九十]+、|[（(]|\d{1,2}[、.．])/.test(text)) return null;
  const groups = TITLE.exec(text)?.groups;
  if (!groups) return null;
  const { before = "", year: inside, after = "" } = groups;
  const behind = YEAR_WORD.exec(after)?.groups?.year;
  const beside = YEAR_WORD.exec(before)?.groups?.year;
  const year = inside ?? behind ?? beside;
  const organ = before
    .replace(/^关于/, "")
    .replace(YEAR_WORD, "")
    .replace(/^年度?|(?:年度?|关于|的)$/g, "");
  if (!organ && !year && !/年度|年报/.test(text)) return null;
  return { organ: organ || null, year: year ? readYear(year) : null };
}

/** Whether a line by itself is a report's title. */
export function isTitle(line: string): boolean {
  return matchTitle(line) !== null;
}

/**
 * The title that begins on the first of `lines` (up to three lines, without fillers at their ends), with the number
 * of lines it takes; null where none begins there.
 */
export function titleAt(lines: readonly string[]): (TitleParts & { readonly lines: number }) | null {
  const [first = "", second, third] = lines;
  const alone = matchTitle(first);
  if (alone) return { ...alone, lines: 1 };
  if (second === undefined || !(mayEndTitle(second) || (third && mayEndTitle(third)))) return null;
  if (!isTitlePart(first)) return null;
  const below = matchTitle(second);
  if (below?.organ) return null;
  const two = matchTitle(squeeze(first) + squeeze(second));
  if (two) return { ...two, lines: 2 };
  if (
    third === undefined ||
    !isTitlePart(second) ||
    matchTitle(third) ||
    matchTitle(squeeze(second) + squeeze(third))?.organ
  ) {
    return null;
  }
  const three = matchTitle(squeeze(first) + squeeze(second) + squeeze(third));
  return three ? { ...three, lines: 3 } : null;
}

function isTitlePart(line: string): boolean {
  return line.length <= LONGEST_PART && !/[。；，,：:！？|\t>]/.test(line) && hasHan(line);
}

/** The year that the period of the report states, `2021年1月1日至2021年12月31日`; null where none is stated. */
export function yearOfPeriod(text: string): number | null {
  const period = /(\d{4})\s*年\s*1\s*月\s*1\s*日?[^。\n]{0,12}?12\s*月\s*31\s*日/.exec(text);
  return period ? Number(period[1]) : null;
}

/** The year that a text names most often as `…年`; null where it names none. */
export function mostNamedYear(text: string): number | null {
  const counts = new Map<number, number>();
  for (const [, digits] of text.matchAll(/(?<!\d)(20\d{2})\s*年/g)) {
    const year = Number(digits);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [year, count] of counts) if (best === null || count > counts.get(best)!) best = year;
  return best;
}
