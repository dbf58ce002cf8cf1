// What a report says: a random sound one, in which every identity and relation of the form holds.

import { APPLICANTS, applicationRows, DISPUTE_GROUPS, type Edition, ITEMS, outcomeKeys } from "./form";
import type { Random } from "./random";

export interface Truth {
  readonly edition: Edition;
  readonly year: number;
  readonly organ: string;
  /** Every cell's figure in plain digits, by its public name. */
  readonly figures: ReadonlyMap<string, string>;
}

/** Invented places: no such county, town or district exists. */
const COUNTIES = ["青禾县", "云汀市", "澜石区", "砚溪县", "苇塘区", "鹿屿市", "栗园县", "沐桥区"];
const TOWNS = ["柳溪镇", "石臼乡", "南渡街道", "桐荫镇", "半塘乡", "望舒街道", "老鸦坪镇"];
const OFFICES = ["农业农村局", "市场监督管理局", "卫生健康委员会", "审计局", "教育和体育局", "医疗保障局"];

/** A random sound report. */
export function soundTruth(random: Random, given: { edition?: Edition; organ?: string } = {}): Truth {
  const edition = given.edition ?? random.pick<Edition>(["2019", "2021"]);
  const year = edition === "2019" ? random.between(2019, 2020) : random.between(2021, 2026);
  const figures = new Map<string, string>();
  // From an organ that nobody asks anything to one with figures in every cell.
  const share = random.pick([0, 0.04, 0.2, 0.2, 0.6, 1]);
  const most = random.pick([3, 9, 40, 900, 12_000]);
  const figure = () => (random.chance(share) ? random.between(1, most) : 0);
  addApplications(figures, edition, figure);
  addDisputes(figures, figure);
  addDisclosure(figures, edition, figure, random);
  return { edition, year, organ: given.organ ?? organName(random), figures };
}

/** The name of an organ in an invented place. */
export function organName(random: Random): string {
  const county = random.pick(COUNTIES);
  return random.pick([
    `${county}${random.pick(TOWNS)}人民政府`,
    `${county}${random.pick(TOWNS)}`,
    `${county}${random.pick(OFFICES)}`,
    `${county}人民政府办公室`,
  ]);
}

/** A cell's figure as a number in the form's unit; a name that the form does not have is a mistake in a test. */
export function figureOf({ figures }: Pick<Truth, "figures">, name: string): number {
  const text = figures.get(name);
  if (text === undefined) throw new Error(`the form has no cell ${name}`);
  return Number(text);
}

/** New requests are what is left of outcomes and of what is carried forward when the carried-over ones are taken off. */
function addApplications(figures: Map<string, string>, edition: Edition, figure: () => number): void {
  const rows = new Map<string, number[]>();
  for (const [key] of applicationRows(edition)) rows.set(key, []);
  for (let column = 0; column < APPLICANTS.length - 1; column++) {
    let outcomes = 0;
    for (const key of outcomeKeys(edition)) {
      const value = figure();
      rows.get(key)!.push(value);
      outcomes += value;
    }
    const forward = figure();
    const over = Math.min(figure(), outcomes + forward);
    rows.get("outcomeTotal")!.push(outcomes);
    rows.get("carriedForward")!.push(forward);
    rows.get("carriedOver")!.push(over);
    rows.get("newRequests")!.push(outcomes + forward - over);
  }
  for (const [key, values] of rows) {
    const all = [...values, values.reduce((sum, value) => sum + value, 0)];
    all.forEach((value, i) => {
      figures.set(`applications.${key}.${APPLICANTS[i]![0]}`, String(value));
    });
  }
}

function addDisputes(figures: Map<string, string>, figure: () => number): void {
  for (const [group] of DISPUTE_GROUPS) {
    const results = { upheld: figure(), corrected: figure(), otherOutcome: figure(), pending: figure() };
    const total = Object.values(results).reduce((sum, value) => sum + value, 0);
    for (const [key, value] of Object.entries({ ...results, total })) {
      figures.set(`disputes.${group}.${key}`, String(value));
    }
  }
}

function addDisclosure(
  figures: Map<string, string>,
  edition: Edition,
  figure: () => number,
  random: Random,
): void {
  const set = (name: string, value: number | string) => figures.set(`disclosure.${name}`, String(value));
  for (const { columns, rows } of ITEMS[edition]) {
    for (const [row] of rows) for (const [column] of columns) set(`${row}.${column}`, figure());
  }
  for (const row of ["regulations", "normativeDocuments"]) {
    if (edition === "2019") {
      const disclosed = figure();
      set(`${row}.disclosed`, disclosed);
      set(`${row}.totalDisclosed`, disclosed + figure());
    } else {
      const [issued, repealed] = [figure(), figure()];
      set(`${row}.issued`, issued);
      set(`${row}.repealed`, repealed);
      set(`${row}.inForce`, Math.max(0, issued - repealed) + figure());
    }
  }
  if (edition === "2021") {
    const fees = figure();
    set("fees.amount", fees === 0 ? 0 : amount(fees, random.between(0, 4), random));
    return;
  }
  for (const row of ["permits", "otherServices", "penalties", "coercion", "fees"]) {
    const previous = figure();
    set(`${row}.previousItems`, previous);
    set(`${row}.change`, random.chance(0.5) ? figure() : 0 - random.between(0, previous));
  }
  const projects = figure();
  set("procurement.projects", projects);
  set("procurement.amount", projects === 0 ? 0 : amount(figure() + 1, 4, random));
}

/** An amount above zero with so many decimals. */
function amount(whole: number, decimals: number, random: Random): string {
  if (decimals === 0) return String(whole);
  return `${whole}.${String(random.below(10 ** decimals)).padStart(decimals, "0")}`;
}
