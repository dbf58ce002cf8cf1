// What must hold of every formatted draft, whatever it was: characters, figures, words and findings as before, and no
// second change.

import assert from "node:assert/strict";
import {
  analyse,
  applyEdits as applied,
  type Draft,
  EDITIONS,
  formatEdits,
  readDraft,
  TABLE_KEYS,
  tableTemplate,
  toPlainText,
} from "../../server/src/core";

/** The text with all its reports formatted. */
export function formatted(text: string): string {
  return applied(text, formatEdits(readDraft(text)));
}

/** The figures of all tables by report and cell, as they stand. */
function figures({ reports }: Draft): string[] {
  return reports.flatMap(({ tables }, i) =>
    tables.flatMap(({ cells }) =>
      cells.map((cell) => (cell ? `${i} ${cell.form.name} ${cell.text} ${cell.certain}` : "")),
    ),
  );
}

/** How much of what layouts leave behind is found; formatting may only make it less. */
function residue(text: string): number {
  const found = analyse(text).findings.filter(({ rule }) => rule === "style/residue");
  return found.reduce((sum, { message }) => sum + ("count" in message ? Number(message.count) : 1), 0);
}

/** All findings but what layouts leave behind. */
function findingsOf(text: string): string[] {
  return analyse(text)
    .findings.filter(({ rule }) => rule !== "style/residue")
    .map(({ rule, report, cells, message, severity }) =>
      JSON.stringify([rule, severity, report, cells, message]),
    )
    .sort();
}

/** What layouts are made of; brackets and quotes of either style are the same. */
const MARKUP = /<!--|-->|<\/?[a-z][^>]*>|&nbsp;|[\s|｜#\u200b-\u200d\u2060\ufeff]/gi;
const RULE = /^[\s|:-]*-{3}[\s|:-]*$/gm;
/** Cells between commas, as spreadsheets write them. */
const COMMAS = /^[^，。\n]*,[^，。\n]*,[^\n]*,/m;

/** All characters of a text that are neither space nor markup. */
function ink(text: string): string {
  const cells = COMMAS.test(text) ? text.replace(/[,"]/g, "") : text;
  return cells
    .replace(RULE, "")
    .replace(MARKUP, "")
    .normalize("NFKC")
    .replace(/[【[〔]/g, "(")
    .replace(/[】\]〕]/g, ")")
    .replace(/[“”]/g, '"');
}

/** The characters of `a` that `b` has not, each as often as it is missing. */
function missing(a: string, b: string): string {
  const left = new Map<string, number>();
  for (const sign of b) left.set(sign, (left.get(sign) ?? 0) + 1);
  return [...a]
    .filter((sign) => {
      const count = left.get(sign) ?? 0;
      left.set(sign, count - 1);
      return count <= 0;
    })
    .join("");
}

/** All that the form's empty tables say. */
const FORM = ink(
  EDITIONS.flatMap(({ key }) =>
    TABLE_KEYS.map((table) => toPlainText(tableTemplate(key, table, "pipe"))),
  ).join("\n"),
);

/** The words of the lines outside the form's tables, in their order. */
function prose({ reports }: Draft): string {
  const lines = reports.flatMap((report) => report.lines.map(({ text }) => text));
  // Titles of items and comments stand in a table before, above one after.
  return ink(
    lines.filter((line) => !/^第二十条第[（(].[)）]项(?:（.*）)?$|^<!--.*-->$/.test(line)).join("\n"),
  );
}

/** Formats a draft and checks what holds of every one; gives the formatted text. */
export function checkFormat(text: string): string {
  const draft = readDraft(text);
  const edits = formatEdits(draft);
  edits.forEach(({ span }, i) => {
    assert.ok(span.start <= span.end && (i === 0 || edits[i - 1]!.span.end <= span.start), "edits overlap");
  });
  const after = applied(text, edits);
  const read = readDraft(after);
  assert.equal(missing(ink(text), ink(after)), "", "characters are lost");
  const added = missing(ink(after), ink(text));
  assert.equal(missing(added, FORM.repeat(draft.reports.length)), "", "only the form’s words are added");
  assert.deepEqual(figures(read), figures(draft));
  assert.deepEqual(findingsOf(after), findingsOf(text));
  assert.ok(residue(after) <= residue(text), "formatting leaves residue of its own");
  assert.equal(prose(read), prose(draft));
  assert.equal(formatted(after), after, "formatting again changes nothing");
  assert.deepEqual(formatEdits(read), []);
  return after;
}

/** The layouts of the tables of a text. */
export function layoutsOf(text: string): string[] {
  return readDraft(text).reports.flatMap(({ tables }) => tables.map(({ layout }) => layout));
}
