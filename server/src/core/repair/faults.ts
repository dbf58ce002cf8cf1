// How likely it is that a right figure got wrong in just this way: the chance of each way that mistakes come about
// (`weights.ts`), shared among the figures that it could have led to.

import { isTotal, type TableForm } from "../form";
import type { Table } from "../report/model";
import { formatQuantity, ONE, type Quantity } from "../text/quantity";
import { figureAt } from "./equations";
import type { Figures } from "./figures";
import { ONE_WRONG_IN, PAIRS, ROWS, WAYS } from "./weights";

/** The likelihood that the figures of a repair are the right ones and got wrong as the table has them; above 0. */
export function likelihoodOf(table: Table, figures: Figures): number {
  const changes = [...figures].map(
    ([index, right]): Change => ({ index, wrong: figureAt(table, index), right }),
  );
  const mistakes = mistakesOf(table.form, changes);
  return mistakes.reduce((product, mistake) => product * ofMistake(table, mistake), ONE_WRONG_IN);
}

interface Change {
  readonly index: number;
  /** As the draft has it, and as the repair would have it. */
  readonly wrong: Quantity;
  readonly right: Quantity;
}

/** One or two changes that one mistake explains. */
type Mistake = readonly [Change] | readonly [Change, Change];

function mistakesOf(form: TableForm, changes: readonly Change[]): Mistake[] {
  const left = [...changes];
  const mistakes: Mistake[] = [];
  while (left.length > 0) {
    const first = left.shift()!;
    const at = left.findIndex((second) => areSwapped(form, first, second) || isCarried(form, first, second));
    mistakes.push(at < 0 ? [first] : [first, left.splice(at, 1)[0]!]);
  }
  return mistakes;
}

function ofMistake(table: Table, [first, second]: Mistake): number {
  if (!second) return ofChange(table, first) / ONE_WRONG_IN;
  if (areSwapped(table.form, first, second)) return PAIRS.swappedCells / 1000 / 4 / ONE_WRONG_IN;
  const part = isTotalOf(table.form, first.index, second.index) ? second : first;
  return ((PAIRS.carriedIntoTotal / 1000) * ofChange(table, part)) / ONE_WRONG_IN;
}

function areSwapped(form: TableForm, a: Change, b: Change): boolean {
  return a.wrong === b.right && b.wrong === a.right && areNeighbours(form, a.index, b.index);
}

function areNeighbours(form: TableForm, a: number, b: number): boolean {
  const [one, other] = [form.cells[a]!, form.cells[b]!];
  if (one.block !== other.block) return false;
  const { rows, columns } = one.block;
  const down = Math.abs(rows.indexOf(one.row) - rows.indexOf(other.row));
  const across = Math.abs(columns.indexOf(one.column) - columns.indexOf(other.column));
  // In 四 the groups stand side by side: the next row of the form is no neighbour.
  return down + across === 1 && (down === 0 || form.table.arrangement === "rows");
}

/** A part and its total, both off by the same. */
function isCarried(form: TableForm, a: Change, b: Change): boolean {
  return (
    a.right - a.wrong === b.right - b.wrong &&
    (isTotalOf(form, a.index, b.index) || isTotalOf(form, b.index, a.index))
  );
}

function isTotalOf(form: TableForm, total: number, part: number): boolean {
  return form.identitiesOf[total]!.some(
    (identity) => identity.total === total && identity.right.includes(part),
  );
}

function ofChange(table: Table, change: Change): number {
  const { form } = table;
  const size = Math.abs(change.right - change.wrong) / ONE;
  const ways =
    ofDigits(change) +
    WAYS.copied * shareOfNeighbours(table, change) +
    (WAYS.other / 2) * (ofSize(size) / 2 + 1 / (scaleOf(change.wrong) * SCALES)) +
    (isTotal(form, change.index) ? (WAYS.staleTotal / 2) * ofSize(size) : 0);
  const row = ROWS[form.cells[change.index]!.row.key] ?? 1;
  return (ways / 1000) * row * (scaleOf(change.wrong) / scaleOf(change.right));
}

/** The logarithm of the largest figure that reports have: a figure that means nothing may be of any size below. */
const SCALES = 12;

/** Figures from 1 to 10 are as common as those from 10 to 100: a large one is the less likely to be the right one. */
function scaleOf(figure: Quantity): number {
  return 1 + Math.abs(figure) / ONE;
}

/** Small differences are likelier than large ones: the chances of 1, 2, 3… add up to 1. */
function ofSize(size: number): number {
  return 1 / (size * (size + 1));
}

/** How many of the cells around say what this one says. */
function shareOfNeighbours(table: Table, { index, wrong }: Change): number {
  if (wrong === 0) return 0;
  const around = table.form.cells.filter((cell) => areNeighbours(table.form, index, cell.index));
  return around.filter((cell) => figureAt(table, cell.index) === wrong).length / Math.max(1, around.length);
}

/** By the digits: of a thousand, how many right figures that got wrong became this one. */
function ofDigits({ wrong, right }: Change): number {
  if (wrong < 0) return -wrong === right ? WAYS.sign : 0;
  const miscounted = Math.abs(wrong - right) === ONE ? WAYS.miscounted / (right === 0 ? 1 : 2) : 0;
  if (wrong === 0) return WAYS.forgotten + miscounted;
  if (right === 0) return WAYS.surplus * ofSize(wrong / ONE) + miscounted;
  return miscounted + ofTyping(formatQuantity(wrong), formatQuantity(right));
}

function ofTyping(typed: string, meant: string): number {
  const { length } = meant;
  if (typed.length === length) return ofReplaced(typed, meant);
  if (typed.length === length - 1) return (WAYS.lostDigit * waysToDrop(meant, typed)) / length;
  if (typed.length !== length + 1) return 0;
  const inserted = waysToDrop(typed, meant);
  const doubled = [...meant].filter(
    (digit, at) => meant.slice(0, at) + digit + meant.slice(at) === typed,
  ).length;
  return (WAYS.doubledDigit * doubled) / length + (WAYS.extraDigit * inserted) / (10 * (length + 1));
}

function ofReplaced(typed: string, meant: string): number {
  const different = [...typed].flatMap((digit, at) => (digit === meant[at] ? [] : [at]));
  const [first, second] = different as [number, number | undefined];
  if (different.length === 1) {
    const keys = keysBeside(meant[first]!);
    const beside = keys.includes(typed[first]!) ? WAYS.neighbourKey / keys.length : 0;
    return (beside + WAYS.otherDigit / 9) / meant.length;
  }
  const swapped =
    different.length === 2 &&
    second === first + 1 &&
    typed[first] === meant[second] &&
    typed[second] === meant[first];
  return swapped ? WAYS.swappedDigits / (meant.length - 1) : 0;
}

/** In how many ways `long` becomes `short` when one digit is left out. */
function waysToDrop(long: string, short: string): number {
  return [...long].filter((_, at) => long.slice(0, at) + long.slice(at + 1) === short).length;
}

/** The keys around a digit's on the row of digits, and above and below it on the pad (789 over 456 over 123 over 0). */
function keysBeside(digit: string): string[] {
  const row = "1234567890";
  const at = row.indexOf(digit);
  const pad = digit === "0" ? ["1", "2"] : [String(Number(digit) + 3), String(Number(digit) - 3)];
  const keys = [row[at - 1], row[at + 1], ...pad].filter((key) => key !== undefined && /^\d$/.test(key));
  return [...new Set(keys)] as string[];
}
