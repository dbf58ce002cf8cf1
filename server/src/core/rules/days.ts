// Years and days that are written wrong, whatever the report's year is: 202020年, 2O23年, 2月30日.

import { matchesOf } from "./prose";

/** Words of a paragraph that cannot be as they stand, and what they may be meant to be; null where that is not known. */
export interface Miswritten {
  readonly at: number;
  readonly words: string;
  readonly expected: string | null;
}

const DIGITS = /(?<!\d)(20\d|20\d{3,4})年(?!前|来|代)/g;
/** The letters O, o, l and I among a year's digits. */
const LETTERS = /(?<![A-Za-z\d])(2(?=\d?[OolI]|\d\d[OolI])[\dOolI]{3})年/g;
const DAY = /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/g;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years with a digit too few or too many, or with letters; `year` is the report's. */
export function miswrittenYears(text: string, year: number): Miswritten[] {
  return [
    ...matchesOf(text, DIGITS, "20").map(({ index, 0: words }) => ({
      at: index,
      words,
      expected: `${year}年`,
    })),
    ...matchesOf(text, LETTERS).map(({ index, 0: words }) => ({
      ...{ at: index, words },
      expected: words.replace(/[Oo]/g, "0").replace(/[lI]/g, "1"),
    })),
  ];
}

/** Days that no calendar has. */
export function missingDays(text: string): Miswritten[] {
  return matchesOf(text, DAY, "日").flatMap((match): Miswritten[] => {
    const [words, year, month, day] = match;
    const isLeap =
      year === undefined || (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
    const days = month === "2" || month === "02" ? (isLeap ? 29 : 28) : DAYS_OF_MONTH[Number(month) - 1];
    const exists = days !== undefined && Number(day) >= 1 && Number(day) <= days;
    return exists ? [] : [{ at: match.index, words, expected: null }];
  });
}
