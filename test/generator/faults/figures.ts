// Faults in figures: identities and relations that do not hold, cells that are no plain numbers, blanks.

import { APPLICANTS, applicationRows, DISPUTE_GROUPS } from "../form";
import type { Random } from "../random";
import type { Plan } from "../report";
import { figureOf, soundTruth, type Truth } from "../truth";
import { type Fault, setFigure, type Target } from "./fault";

const columnOf = (random: Random) => random.pick(APPLICANTS)[0];

/** Adds to a figure, or takes from it; never to 0, which a draft may leave blank. */
function shift(plan: Plan, name: string, random: Random): void {
  const figure = figureOf(plan.truth, name);
  const by = random.pick([1, 2, 10]);
  setFigure(plan, name, String(figure > by && random.chance(0.5) ? figure - by : figure + by));
}

const at = (cell: string): Target => ({ cell, places: [cell] });

export const FIGURE_FAULTS: readonly Fault[] = [
  {
    rule: "applications/row-total",
    what: "总计 of a row",
    put: (plan, random) => {
      const cell = `applications.${random.pick(applicationRows(plan.truth.edition))[0]}.total`;
      shift(plan, cell, random);
      return at(cell);
    },
  },
  {
    rule: "applications/outcome-total",
    what: "（七）总计 of a column",
    put: (plan, random) => {
      const cell = `applications.outcomeTotal.${columnOf(random)}`;
      shift(plan, cell, random);
      return at(cell);
    },
  },
  {
    rule: "applications/balance",
    what: "one side of a column's balance",
    put: (plan, random, style) => {
      const column = columnOf(random);
      // A blank （七）总计 leaves the balance open: `table/blank-cell` tells of it.
      const open = figureOf(plan.truth, `applications.outcomeTotal.${column}`) === 0;
      if (style.noise.blankZeros && open) return null;
      const cell = `applications.${random.pick(["newRequests", "carriedOver", "carriedForward"])}.${column}`;
      shift(plan, cell, random);
      return { cell, places: [`applications.carriedForward.${column}`] };
    },
  },
  {
    rule: "disputes/total",
    what: "总计 of a group",
    put: (plan, random) => {
      const cell = `disputes.${random.pick(DISPUTE_GROUPS)[0]}.total`;
      shift(plan, cell, random);
      return at(cell);
    },
  },
  {
    rule: "disclosure/relation",
    what: "more disclosed than disclosed in all",
    truth: (random) => soundTruth(random, { edition: "2019" }),
    put: (plan, random) => {
      const row = `disclosure.${random.pick(["regulations", "normativeDocuments"])}`;
      const all = figureOf(plan.truth, `${row}.totalDisclosed`);
      setFigure(plan, `${row}.disclosed`, String(all + random.between(1, 9)));
      return at(`${row}.disclosed`);
    },
  },
  {
    rule: "disclosure/relation",
    what: "procurement without amount or the reverse",
    truth: (random) => soundTruth(random, { edition: "2019" }),
    put: (plan) => {
      const row = "disclosure.procurement";
      const none = figureOf(plan.truth, `${row}.projects`) === 0;
      setFigure(plan, `${row}.amount`, none ? "12.3400" : "0");
      return at(`${row}.projects`);
    },
  },
  {
    rule: "disclosure/relation",
    what: "more issued than in force and repealed",
    truth: (random) => soundTruth(random, { edition: "2021" }),
    put: (plan, random) => {
      const row = `disclosure.${random.pick(["regulations", "normativeDocuments"])}`;
      const most = figureOf(plan.truth, `${row}.inForce`) + figureOf(plan.truth, `${row}.repealed`);
      setFigure(plan, `${row}.issued`, String(most + random.between(1, 9)));
      return at(`${row}.issued`);
    },
  },
  {
    rule: "table/cell-value",
    what: "a cell that is no plain number",
    put: (plan, random) => {
      const names = counts(plan.truth);
      const cell = random.pick(names);
      const figure = figureOf(plan.truth, cell) + 1;
      const text = random.pick([
        String(figure).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        `${figure}件`,
        `${figure}.5`,
        `-${figure}`,
        "1,234",
        "1，234",
        `${figure} 个`,
      ]);
      setFigure(plan, cell, text);
      return at(cell);
    },
  },
  {
    rule: "table/cell-value",
    what: "元 under a 万元 header",
    put: (plan, random) => {
      const cell = plan.truth.edition === "2019" ? "disclosure.procurement.amount" : "disclosure.fees.amount";
      setFigure(plan, cell, random.pick(["251000元", "3.2万元", "251,000 元"]));
      return at(cell);
    },
  },
  {
    rule: "table/cell-value",
    what: "an amount without its decimals",
    truth: (random) => soundTruth(random, { edition: "2019" }),
    put: (plan, random) => {
      setFigure(plan, "disclosure.procurement.amount", random.pick(["542.16", "7", "0.5"]));
      return at("disclosure.procurement.amount");
    },
  },
  {
    rule: "table/blank-cell",
    what: "a nil mark",
    put: (plan, random) => {
      const cell = random.pick([...plan.truth.figures.keys()]);
      setFigure(plan, cell, random.pick(["/", "-", "—", "无", "／"]));
      return at(cell);
    },
  },
  {
    rule: "table/blank-cell",
    what: "a blank",
    quiet: true,
    put: (plan, random, style) => {
      if (!style.keepsBlanks) return null;
      const cell = random.pick([...plan.truth.figures.keys()]);
      setFigure(plan, cell, "");
      return at(cell);
    },
  },
];

/** The cells that hold counts: a change may be negative, an amount have decimals. */
function counts({ figures }: Truth): string[] {
  return [...figures.keys()].filter((name) => !/\.(?:change|amount)$/.test(name));
}
