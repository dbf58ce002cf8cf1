// The cells of one line of text without tabs or pipes: a PDF's text parts them by spaces, a spreadsheet's export by
// commas. Only a line all of whose parts are labels of the form and figures is taken apart; any other is one cell.

import { readNumeral } from "../text/numeral";
import { trimmed } from "../text/space";
import type { Span } from "../text/span";
import { type GridCell, gridCell } from "./grid";
import { breaksLabel, lookUpLabel } from "./labels";

/** The line that parts header and body of a table whose columns are parted by spaces, `----- ---`. */
const RULE = /^[-=\s]*$/;
/** A page's number between dashes is no row of a figure and two nil marks. */
const PAGE_NUMBER = /^[-—–－]+\s*\d{1,3}\s*[-—–－]+$/;
/** What may part cells; a line without it is one. */
const PARTED = /[,\s\u200b]/;
/** So many figures side by side are a row of the form's, whatever its label says. */
const FEWEST_FIGURES_OF_ROW = 5;

/** Whether a line only draws the edge of a table. */
export function isRuleLine(content: string): boolean {
  return RULE.test(content) && content.includes("--");
}

/** The cells of the line `at` of `text`, in order; at least one. `above` is what stands above it, such as half a label. */
export function cellsOfLine(text: string, at: Span, above = ""): GridCell[] {
  const whole = gridCell(text, at.start, at.end);
  if (!PARTED.test(whole.text)) return [whole];
  if (isFigure(whole.text) || PAGE_NUMBER.test(whole.text)) return [whole];
  return fieldsOf(text, at) ?? (lookUpLabel(whole.text) ? null : spacedCells(text, at, above)) ?? [whole];
}

/** Whether a text is a figure or a nil mark. */
export function isFigure(content: string): boolean {
  const { kind } = readNumeral(content, 0, content.length);
  return kind === "number" || kind === "nil";
}

/** A label and the figures behind it, figures alone, or labels alone; null where the line is something else. */
function spacedCells(text: string, at: Span, above: string): GridCell[] | null {
  const words = wordsOf(text, at);
  const head = words.findLastIndex(({ text: word }) => !isFigure(word)) + 1;
  const figures = words.slice(head);
  if (head === 0) return words.length > 1 ? words : null;
  if (figures.length === 0) return labelsOf(text, words);
  const label = gridCell(text, words[0]!.span.start, words[head - 1]!.span.end);
  const known = lookUpLabel(label.text) !== null || breaksLabel(above, label.text);
  return known || figures.length >= FEWEST_FIGURES_OF_ROW ? [label, ...figures] : null;
}

/** What spaces part, but for a figure and its unit. */
function wordsOf(text: string, { start, end }: Span): GridCell[] {
  const words: GridCell[] = [];
  for (const { index, 0: word } of text.slice(start, end).matchAll(/[^\s\u00a0\u3000\u200b\ufeff]+/g)) {
    const [from, to] = [start + index, start + index + word.length];
    const before = words.at(-1);
    const withUnit =
      before && isFigure(before.text) && !isFigure(word) && gridCell(text, before.span.start, to);
    if (withUnit && isFigure(withUnit.text)) words.splice(-1, 1, withUnit);
    else words.push(gridCell(text, from, to));
  }
  return words;
}

/** No label of the form has more characters, should a space stand behind each. */
const MOST_WORDS = 60;

/** Words that are labels of the form one after another, each of one word or more; null where one is none. */
function labelsOf(text: string, words: readonly GridCell[]): GridCell[] | null {
  if (words.length < 2) return null;
  const cells: GridCell[] = [];
  for (let from = 0; from < words.length; ) {
    let to = Math.min(words.length, from + MOST_WORDS);
    const label = () => gridCell(text, words[from]!.span.start, words[to - 1]!.span.end);
    while (to > from && !lookUpLabel(label().text)) to--;
    if (to === from) return null;
    cells.push(label());
    from = to;
  }
  return cells.length > 1 ? cells : null;
}

/** The fields between commas, those with a comma in them in quotes; null where they are no row. */
function fieldsOf(text: string, { start, end }: Span): GridCell[] | null {
  if (!text.slice(start, end).includes(",")) return null;
  const cells: GridCell[] = [];
  let [from, quoted] = [start, false];
  for (let i = start; i <= end; i++) {
    if (text[i] === '"' && i < end) quoted = !quoted;
    if (i < end && (text[i] !== "," || quoted)) continue;
    cells.push(unquoted(text, from, i));
    from = i + 1;
  }
  const filled = cells.filter((cell) => cell.text !== "");
  const labels = filled.filter((cell) => lookUpLabel(cell.text) !== null).length;
  const figures = filled.filter((cell) => isFigure(cell.text)).length;
  const wide = cells.length >= FEWEST_FIGURES_OF_ROW;
  // A row may have a label in words of its own.
  const others = filled.length - labels - figures;
  return others <= (wide ? 1 : 0) && cells.length > 1 && (labels > 0 || wide) ? cells : null;
}

function unquoted(text: string, start: number, end: number): GridCell {
  const at = trimmed(text, start, end);
  const inQuotes = at.end - at.start >= 2 && text[at.start] === '"' && text[at.end - 1] === '"';
  const cell = inQuotes ? gridCell(text, at.start + 1, at.end - 1) : gridCell(text, start, end);
  return { ...cell, slot: { start, end } };
}
