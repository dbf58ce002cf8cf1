// Brings a draft to the canonical layout: Markdown headings, and the form's tables as aligned pipe tables. What is
// written is read again, and what would then read otherwise stays as it was.

import type { Block } from "../draft/grid";
import { hasHtmlBlocks, readHtmlBlocks } from "../draft/html";
import { readPlainBlocks } from "../draft/plain";
import { readDraft } from "../draft/read";
import type { Draft, Report } from "../report/model";
import { keptSpans } from "../text/kept";
import { applied, changing, type FormatEdit, lineEndOf } from "./edits";
import { elementSpans } from "./elements";
import { ReportFormatter, type Surroundings } from "./report";
import { readsAlike } from "./same";

export { alignmentEditsAt } from "./align";
export type { FormatEdit } from "./edits";

/** Whether a text is a whole HTML page: between its tags Markdown would mean nothing, so it is not formatted. */
export function isHtmlPage(text: string): boolean {
  return /<(?:html|body)[\s>]/i.test(text);
}

/**
 * The edits that bring every report of a draft to the canonical layout, in the text's order and without overlap.
 * No figure, no word of the text and nothing that is found changes. Empty for a whole HTML page.
 */
export function formatEdits(draft: Draft): FormatEdit[] {
  const { text, reports } = draft;
  if (reports.length === 0 || isHtmlPage(text)) return [];
  const eol = lineEndOf(text);
  const kept = keptSpans(text);
  const elements = elementSpans(text);
  const formatters = blocksOf(draft).map((blocks, i): ReportFormatter => {
    const surroundings: Surroundings = { text, eol, blocks, kept, elements };
    return new ReportFormatter(surroundings, reports[i]!, reports.length === 1);
  });
  // Mostly all reads alike at once; only the reports that do not are looked at one by one.
  let edits = formatters.map((formatter) => formatter.likely());
  for (const next of [(formatter: ReportFormatter) => formatter.surely(), () => []]) {
    const alike = readAlike(draft, edits);
    if (alike.every(Boolean)) return inOrder(text, edits.flat());
    edits = edits.map((own, i) => (alike[i] ? own : next(formatters[i]!)));
  }
  return readAlike(draft, edits).every(Boolean) ? inOrder(text, edits.flat()) : [];
}

/** For each report, whether it reads as before once all edits are made: reports of a file may tell on one another. */
function readAlike({ text, reports }: Draft, edits: readonly (readonly FormatEdit[])[]): boolean[] {
  const after = readDraft(applied(text, edits.flat())).reports;
  const sameCount = after.length === reports.length;
  return reports.map((report, i) => sameCount && readsAlike(report, after[i]!));
}

/** The blocks of the text that each report has; what stands above the first report belongs to none. */
function blocksOf({ text, reports }: Draft): Block[][] {
  const all = hasHtmlBlocks(text) ? readHtmlBlocks(text) : readPlainBlocks(text, 0, text.length);
  const blocks: Block[][] = reports.map(() => []);
  let at = -1;
  for (const block of all) {
    while (at + 1 < reports.length && startOf(reports[at + 1]!) <= block.span.start) at++;
    blocks[at]?.push(block);
  }
  return blocks;
}

function startOf({ span }: Report): number {
  return span.start;
}

function inOrder(text: string, edits: readonly FormatEdit[]): FormatEdit[] {
  return changing(text, edits).sort((a, b) => a.span.start - b.span.start);
}
