// What must hold of every formatted draft, whatever it was: figures, words and findings as before, and no second change.

import assert from "node:assert/strict";
import {
  analyse,
  applyEdits as applied,
  type Draft,
  type Finding,
  formatEdits,
  readDraft,
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

/** Rules whose findings formatting may take away, as it writes the form's labels. */
const RESOLVED = new Set(["table/label", "style/residue"]);

/** How much of what layouts leave behind is found; formatting may only make it less. */
function residue(text: string): number {
  const found = analyse(text).findings.filter(({ rule }) => rule === "style/residue");
  return found.reduce((sum, { message }) => sum + ("count" in message ? Number(message.count) : 1), 0);
}

function findingsOf(text: string): string[] {
  // A sentence that quotes a heading may quote it with its marks.
  const tell = ({ rule, report, cells, message }: Finding) =>
    JSON.stringify([rule, report, cells, message]).replace(/#{1,6} /g, "");
  return analyse(text)
    .findings.filter(({ rule }) => !RESOLVED.has(rule))
    .map(tell)
    .sort();
}

/** The words outside the tables but their items’ titles and comments, without Markdown’s marks and what is empty. */
function prose({ reports }: Draft): string {
  const lines = reports.flatMap((report) => report.lines.map(({ text }) => text.replace(/^#{1,6} /, "")));
  return lines
    .filter((line) => !/^第二十条第（.）项$|^<!--.*-->$/.test(line))
    .join("")
    .replace(/\s/g, "");
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
  assert.deepEqual(figures(read), figures(draft));
  assert.deepEqual(findingsOf(after), findingsOf(text));
  assert.ok(residue(after) <= residue(text), "formatting leaves residue of its own");
  assert.equal(prose(read), prose(draft));
  assert.deepEqual(formatEdits(read), [], "formatting again changes nothing");
  return after;
}

/** The layouts of the tables of a text. */
export function layoutsOf(text: string): string[] {
  return readDraft(text).reports.flatMap(({ tables }) => tables.map(({ layout }) => layout));
}
