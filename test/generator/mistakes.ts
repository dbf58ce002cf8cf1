// Mistakes in figures as people make them when they fill in a table, each with its origin: which cells are wrong, and what
// they should say. The kinds are worked out from how mistakes come about, not from the weights that rank repairs.

import { writePlan } from "./draft";
import { setFigure } from "./faults/fault";
import { APPLICANTS, applicationRows, DISPUTE_GROUPS, RESULTS, type TableKey } from "./form";
import { LAYOUTS, randomStyle } from "./manner";
import { Random } from "./random";
import { soundPlan } from "./report";
import { figureOf, soundTruth, type Truth } from "./truth";

/** A cell that is wrong: its public name, what the draft says, what is right. */
export interface Wrong {
  readonly cell: string;
  readonly says: number;
  readonly right: number;
}

/** One way in which a figure, or two together, get wrong; null where these cells cannot get wrong so. */
export interface Mistake {
  readonly what: string;
  readonly make: (place: Place, random: Random) => Wrong[] | null;
}

/** The cell that a mistake begins with, and its table. */
export interface Place {
  readonly truth: Truth;
  readonly table: TableKey;
  readonly row: string;
  readonly column: string;
}

type Digits = (digits: string, random: Random) => string | null;

/** A mistake within one figure's digits. */
function ofDigits(what: string, change: Digits): Mistake {
  return {
    what,
    make: (place, random) => {
      const right = figureIn(place);
      const says = change(String(right), random);
      return says === null ? null : oneWrong(place, Number(says));
    },
  };
}

function figureIn({ truth, table, row, column }: Place): number {
  return figureOf(truth, `${table}.${row}.${column}`);
}

function oneWrong(place: Place, says: number): Wrong[] | null {
  const right = figureIn(place);
  return says === right ? null : [{ cell: `${place.table}.${place.row}.${place.column}`, says, right }];
}

const KEYS_BESIDE: Readonly<Record<string, string>> = {
  "1": "24",
  "2": "135",
  "3": "246",
  "4": "3517",
  "5": "2468",
  "6": "3579",
  "7": "684",
  "8": "795",
  "9": "806",
  "0": "9",
};

/** Mistakes that leave one cell wrong. */
export const SINGLE: readonly Mistake[] = [
  ofDigits("two digits swapped", (digits, random) => {
    if (digits.length < 2) return null;
    const at = random.below(digits.length - 1);
    return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
  }),
  ofDigits("a digit lost", (digits, random) => {
    if (digits.length < 2) return null;
    const at = random.below(digits.length);
    return digits.slice(0, at) + digits.slice(at + 1);
  }),
  ofDigits("a digit doubled", (digits, random) => {
    const at = random.below(digits.length);
    return digits.slice(0, at) + digits[at] + digits.slice(at);
  }),
  ofDigits("a key beside", (digits, random) => {
    const at = random.below(digits.length);
    const keys = KEYS_BESIDE[digits[at]!]!;
    return digits.slice(0, at) + random.pick([...keys]) + digits.slice(at + 1);
  }),
  ofDigits("any other digit", (digits, random) => {
    const at = random.below(digits.length);
    return digits.slice(0, at) + String(random.below(10)) + digits.slice(at + 1);
  }),
  ofDigits("one more or less counted", (digits, random) =>
    String(Number(digits) + (Number(digits) > 0 && random.chance(0.5) ? -1 : 1)),
  ),
  ofDigits("left at 0", (digits) => (digits === "0" ? null : "0")),
  ofDigits("something for 0", (digits, random) => (digits === "0" ? String(random.between(1, 20)) : null)),
  {
    what: "the neighbour's figure",
    make: (place, random) => {
      const neighbour = random.pick(neighboursOf(place));
      return oneWrong(place, figureIn(neighbour));
    },
  },
  {
    what: "a total not updated",
    make: (place, random) => {
      const totals = totalsOf(place);
      if (!totals.some((total) => total.row === place.row && total.column === place.column)) return null;
      const right = figureIn(place);
      return oneWrong(place, Math.max(0, right + random.pick([-3, -2, -1, 1, 2, 3])));
    },
  },
];

/** Mistakes of one origin that leave two cells wrong. */
export const DOUBLE: readonly Mistake[] = [
  {
    what: "two neighbours swapped",
    make: (place, random) => {
      const other = random.pick(neighboursOf(place));
      const [one, two] = [oneWrong(place, figureIn(other)), oneWrong(other, figureIn(place))];
      return one && two && [...one, ...two];
    },
  },
  {
    what: "a figure one column or row off",
    make: (place, random) => {
      if (figureIn(place) === 0) return null;
      const others = neighboursOf(place).filter((other) => figureIn(other) === 0);
      if (others.length === 0) return null;
      return [...oneWrong(place, 0)!, ...oneWrong(random.pick(others), figureIn(place))!];
    },
  },
  {
    what: "a wrong part added up",
    make: (place, random) => {
      const total = { ...place, column: "total" };
      if (place.column === "total" || place.row === "outcomeTotal") return null;
      const by = random.pick([-2, -1, 1, 2, 10]);
      if (figureIn(place) + by < 0) return null;
      return [...oneWrong(place, figureIn(place) + by)!, ...oneWrong(total, figureIn(total) + by)!];
    },
  },
];

const COLUMNS = { applications: APPLICANTS, disputes: RESULTS } as const;

function rowsOf({ truth, table }: Pick<Place, "truth" | "table">): string[] {
  return (table === "disputes" ? DISPUTE_GROUPS : applicationRows(truth.edition)).map(([key]) => key);
}

function neighboursOf(place: Place): Place[] {
  const columns = COLUMNS[place.table as "applications" | "disputes"].map(([key]) => key);
  const rows = place.table === "disputes" ? [place.row] : rowsOf(place);
  const [y, x] = [rows.indexOf(place.row), columns.indexOf(place.column)];
  return [
    [y - 1, x],
    [y + 1, x],
    [y, x - 1],
    [y, x + 1],
  ].flatMap(([row, column]) => {
    const at = { ...place, row: rows[row!]!, column: columns[column!]! };
    return at.row !== undefined && at.column !== undefined ? [at] : [];
  });
}

/** The cell itself where it is a total, in its row or column. */
function totalsOf(place: Place): Place[] {
  return place.column === "total" || place.row === "outcomeTotal" ? [place] : [];
}

export interface Mistaken {
  readonly text: string;
  readonly table: TableKey;
  readonly wrong: readonly Wrong[];
}

/**
 * The draft number `index` with these mistakes, in one table with at least a third of its cells not zero. In every other
 * draft the text states totals too. Null where a mistake has no place, or one undoes the other.
 */
export function mistakenAt(
  mistakes: readonly Mistake[],
  table: TableKey,
  seed: number,
  index: number,
): Mistaken | null {
  const random = new Random(seed * 1_000_003 + index * 104_729 + 41);
  const truth = truthWith(table, random);
  const style = randomStyle(random, LAYOUTS[index % LAYOUTS.length]!, true);
  const plan = soundPlan(truth, style, random);
  if (index % 2 === 0) plan.sections[0]!.above.push(statement(truth));
  const wrong: Wrong[] = [];
  for (const mistake of mistakes) {
    const made = makeSomewhere(mistake, truth, table, random);
    if (!made || made.some(({ cell }) => wrong.some((other) => other.cell === cell))) return null;
    wrong.push(...made);
  }
  for (const { cell, says } of wrong) setFigure(plan, cell, String(says));
  return { text: writePlan(plan, style, random).text, table, wrong };
}

const TRIES = 200;

function truthWith(table: TableKey, random: Random): Truth {
  for (;;) {
    const truth = soundTruth(random);
    const figures = [...truth.figures].filter(([name]) => name.startsWith(`${table}.`));
    if (figures.filter(([, figure]) => figure !== "0").length * 3 >= figures.length) return truth;
  }
}

function makeSomewhere(mistake: Mistake, truth: Truth, table: TableKey, random: Random): Wrong[] | null {
  for (let i = 0; i < TRIES; i++) {
    const row = random.pick(rowsOf({ truth, table }));
    const column = random.pick(COLUMNS[table as "applications" | "disputes"])[0];
    const made = mistake.make({ truth, table, row, column }, random);
    if (made) return made;
  }
  return null;
}

/** What a report's first section says of the tables. */
function statement(truth: Truth): string {
  const at = (name: string) => figureOf(truth, name);
  return (
    `本年收到政府信息公开申请${at("applications.newRequests.total")}件，` +
    `上年结转${at("applications.carriedOver.total")}件，办结${at("applications.outcomeTotal.total")}件，` +
    `结转下年${at("applications.carriedForward.total")}件。因政府信息公开被申请行政复议${at("disputes.review.total")}件。`
  );
}
