// Compares what was read with what is true: every cell's value and place, organ, year, edition, sections.

import type { Cell, Report, Span } from "../../server/src/core";
import { formatQuantity, readDraft } from "../../server/src/core";
import type { Generated } from "./draft";
import { SECTIONS, type TableKey } from "./form";
import type { Written } from "./ink";
import type { Truth } from "./truth";

const TABLES: readonly TableKey[] = ["disclosure", "applications", "disputes"];

/** What a generated draft of one report says differently from its truth; empty where all is read right. */
export function misreadings(given: Generated): string[] {
  const { reports } = readDraft(given.text);
  if (reports.length !== 1) return [`${reports.length} reports`];
  const report = reports[0]!;
  return [...wrongCells(report, given, given.truth), ...wrongFrame(report, given, given.truth)];
}

/** The cells that are not read as they are, or not where they are. */
export function wrongCells(report: Report, { places, text }: Written, { figures }: Truth): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const key of TABLES) {
    const table = report.tables.find((each) => each.key === key);
    if (!table) wrong.push(`no table ${key}`);
    for (const problem of table?.problems ?? []) wrong.push(`${key}: ${problem.kind}`);
    for (const cell of table?.cells ?? []) {
      if (!cell) continue;
      const { name } = cell.form;
      seen.add(name);
      const at = places.get(name);
      const truth = figures.get(name);
      if (!at || truth === undefined) wrong.push(`${name}: not of the form`);
      else if (!cell.certain) wrong.push(`${name}: uncertain`);
      else if (!saysSame(cell, text.slice(at.start, at.end), truth)) {
        wrong.push(`${name}: ${JSON.stringify(cell.text)} for ${truth}`);
      } else if (cell.text !== "" && (cell.span.start !== at.start || cell.span.end !== at.end)) {
        wrong.push(`${name}: at ${cell.span.start} for ${at.start}`);
      } else if (cell.text === "" && !within(cell, places.get(`slot.${name}`)!, text)) {
        wrong.push(`${name}: blank at ${cell.span.start} for ${at.start}`);
      }
    }
  }
  if (wrong.length === 0)
    for (const name of figures.keys()) if (!seen.has(name)) wrong.push(`${name}: unread`);
  return wrong;
}

function saysSame(cell: Cell, written: string, truth: string): boolean {
  if (written === "") return cell.value.kind === "blank" && truth === "0";
  return cell.value.kind === "number" && formatQuantity(cell.value.quantity) === plain(truth);
}

/** The figure without zeros at the end of its decimals. */
function plain(figure: string): string {
  return figure.includes(".") ? figure.replace(/\.?0+$/, "") : figure;
}

/** A blank's place is where a figure would go; the spaces beside a pipe are as good as the cell. */
function within({ span }: Cell, slot: Span, text: string): boolean {
  const from = Math.min(span.start, slot.start);
  return /^[ \u00a0\u3000]*$/.test(text.slice(from, slot.start)) && span.end <= slot.end + 1;
}

/** Organ, year, edition and sections that are not read as they are. */
export function wrongFrame(report: Report, { places }: Written, truth: Truth): string[] {
  const wrong: string[] = [];
  if (report.organ !== truth.organ) wrong.push(`organ ${report.organ} for ${truth.organ}`);
  if (report.year !== truth.year) wrong.push(`year ${report.year} for ${truth.year}`);
  if (report.edition !== truth.edition) wrong.push(`edition ${report.edition} for ${truth.edition}`);
  const keys = report.sections.map(({ key }) => key).join();
  if (keys !== SECTIONS.map(({ key }) => key).join()) wrong.push(`sections ${keys}`);
  else {
    for (const { key, headingSpan } of report.sections) {
      const at = places.get(`heading.${key}`)!;
      // Markdown's marks before and behind the words are part of the heading.
      const near =
        headingSpan.start <= at.start && headingSpan.end >= at.end && headingSpan.start >= at.start - 6;
      if (!near) wrong.push(`heading ${key} at ${headingSpan.start} for ${at.start}`);
    }
  }
  return wrong;
}
