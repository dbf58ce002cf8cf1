// What people do wrong when they fill in the table, in one place: of a thousand wrong figures, how many got wrong in each
// way. Estimates, tried on mistakes of known origin (`npm run causes`): what counts is their order of size.

/** How a figure that is wrong got so. What is said is the right figure and the wrong one. */
export const WAYS = {
  /** 0 or nothing where there is something. */
  forgotten: 150,
  /** 12, 13: one more or less counted. */
  miscounted: 120,
  /** 12, 21. */
  swappedDigits: 120,
  /** 12, 13: a key beside the right one, on the row of digits or on the pad. */
  neighbourKey: 120,
  /** 12, 1. */
  lostDigit: 110,
  /** 12, 112. */
  doubledDigit: 90,
  /** A cell says what the one beside it, above or below says: copied, or a column or row off. */
  copied: 110,
  /** 12, 18: any one digit. */
  otherDigit: 60,
  /** 12, 123: any one digit too many. */
  extraDigit: 20,
  /** 0, 3: something where there is nothing. */
  surplus: 60,
  /** 3, -3: counts have no sign. */
  sign: 10,
  /** None of these. */
  other: 30,
  /** For a total, besides: left as it was when a part was corrected. */
  staleTotal: 150,
} as const;

/**
 * Rows whose figures go wrong more often than others, or less: what is not finished at the year's end is easily forgotten;
 * how many requests came everybody knows.
 */
export const ROWS: Readonly<Record<string, number>> = { carriedForward: 3, newRequests: 0.5 };

/** Two figures wrong from one mistake, of a thousand. */
export const PAIRS = {
  /** Two cells side by side have each other's figure. One of them may be 0: a figure a column or a row off. */
  swappedCells: 40,
  /** A part and its total are off by the same: whoever got the one wrong added up with it. */
  carriedIntoTotal: 250,
} as const;

/** One figure of so many is wrong: what a second, independent mistake costs. */
export const ONE_WRONG_IN = 100;

/** How many times likelier a repair is that makes a figure in the text agree; and less likely, that contradicts one. */
export const TEXT = 12;

/**
 * A repair is named as the likely one where it is at least so likely among all of its size: mostly because it is the only
 * one; where others mend as much, only the looks of the figures and the text tell.
 */
export const SURE = 0.9;
