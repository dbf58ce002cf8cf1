// `gouji extract`: what was read from a draft, as JSON: reports with their sections and the figures of their tables.

import {
  type Cell,
  type Claim,
  LineIndex,
  plainLine,
  type Report,
  readDraft,
  type Table,
  toNumber,
} from "../core";
import { rangeOf, reportHead } from "./json";
import { readText } from "./read";
import type { ExitStatus } from "./run";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";

/** Prints what the draft at `path` (`-`: standard input) holds; 2 where it cannot be read or holds no report. */
export async function extract(path: string, terminal: Terminal): Promise<ExitStatus> {
  const words = wordsIn(terminal.locale);
  const draft = await readText(path, terminal, words);
  const reports = typeof draft === "string" ? [] : readDraft(draft.text).reports;
  if (typeof draft === "string" || reports.length === 0) {
    terminal.complain(`${path}: ${typeof draft === "string" ? draft : words.noReport}`);
    return 2;
  }
  const lines = new LineIndex(draft.text);
  const output = { version: 1, reports: reports.map((report) => reportAsJson(report, draft.text, lines)) };
  terminal.print(`${JSON.stringify(output, null, 2)}\n`);
  return 0;
}

function reportAsJson(report: Report, text: string, lines: LineIndex) {
  return {
    ...reportHead(report, lines),
    sections: report.sections.map(({ key, heading, span }) => ({
      key,
      heading: plainLine(heading),
      range: rangeOf(lines, span),
    })),
    tables: Object.fromEntries(report.tables.map((table) => [table.key, tableAsJson(table, lines)])),
    claims: report.narrative.claims.map((claim) => claimAsJson(claim, text, lines)),
  };
}

/**
 * What a sentence states: its words with the figure, the value in the unit. `cell` is the cell that it states, `cells`
 * those whose sum it states; where it may be read in several ways the likeliest counts.
 */
function claimAsJson(
  { span, sentence, value, unit, approximate, readings: [cells = []] }: Claim,
  text: string,
  lines: LineIndex,
) {
  const words = text.slice(sentence.start, span.end);
  const clause = words.slice(words.slice(0, span.start - sentence.start).search(/[^，。；：、（,;:(]*$/));
  return {
    text: clause.replace(/[\s\u00a0\u3000]+/g, ""),
    value: toNumber(value),
    unit,
    approximate: approximate !== null,
    ...(cells.length === 1 ? { cell: cells[0] } : cells.length > 1 ? { cells } : {}),
    range: rangeOf(lines, span),
  };
}

function tableAsJson({ key, layout, span, cells }: Table, lines: LineIndex) {
  const read = cells.flatMap((cell) =>
    cell ? [[cell.form.name.slice(key.length + 1), cellAsJson(cell, lines)] as const] : [],
  );
  return { layout, range: rangeOf(lines, span), cells: Object.fromEntries(read) };
}

/**
 * A cell's figure in the form's unit; null where it is blank, a nil mark (`/`, `-`, `—`, `无`) or no number, with its
 * text kept. `uncertain` stands where the row has too few or too many values to tell whose figure this is.
 */
function cellAsJson({ value, text, span, certain }: Cell, lines: LineIndex) {
  return {
    value: value.kind === "number" ? toNumber(value.quantity) : null,
    text,
    range: rangeOf(lines, span),
    ...(!certain && { uncertain: true }),
  };
}
