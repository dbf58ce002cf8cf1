// Which of the form's labels the cells of a table beside its figures are, and how they are written: in the form's
// words where they are the form's, spaces, brackets and style of numbering apart, else in the drafter's.

import type { FormBlock, FormRow, FormTable } from "../form";
import { foldLabel, foldWords, likeness } from "../text/label";
import { readNumbering } from "../text/numbering";

const CORNER = "信息内容";
const SURELY_ALIKE = 0.5;

/** The label of a header, group or corner that a cell over or beside the rows of a block has; null where it is none. */
export function headerLabel(table: FormTable, block: number, words: string): string | null {
  const form = table.blocks[block]!;
  const fold = foldLabel(words);
  const found = labelsOf(table, form).find(({ wordings }) =>
    wordings.some((wording) => foldLabel(wording) === fold),
  );
  if (found) return found.label;
  const { note } = table;
  if (note && likeness(foldWords(note), foldWords(words)) >= SURELY_ALIKE) return note;
  return form.title && fold === CORNER ? CORNER : null;
}

function labelsOf(
  { arrangement }: FormTable,
  { title, columns, rows }: FormBlock,
): { label: string; wordings: readonly string[] }[] {
  // In a band the rows' labels are headers.
  const above = arrangement === "band" ? [...columns, ...rows] : columns;
  const groups = above.flatMap((each) =>
    each.groups.map((label, i) => ({
      label,
      // Merged cells may bring two groups' labels into one.
      wordings: [label, ...each.groups.slice(0, i).map((_, from) => each.groups.slice(from, i + 1).join(""))],
    })),
  );
  return [
    ...(title ? [{ label: title, wordings: [title] }] : []),
    ...above.map(({ label, variants }) => ({ label, wordings: [label, ...variants] })),
    ...groups,
  ];
}

/** How a header is written. The form's note behind it, such as its unit, stands only where the draft has it too. */
export function writtenHeader(label: string, words: string): string {
  return rewritten(label, words, withoutNote(label));
}

/** The labels of a row as they are written: one for each of its groups, null where the cell says nothing of it, and its own. */
export interface RowWords {
  readonly groups: readonly (string | null)[];
  readonly label: string;
}

/** How a row's label is written; a label that holds its groups' too is taken apart. */
export function writtenRow({ label, groups }: FormRow, words: string): RowWords {
  const none = groups.map(() => null);
  for (let from = 0; from < groups.length; from++) {
    const path = groups.slice(from).join("");
    if (foldLabel(path + label) !== foldLabel(words)) continue;
    const rest = behind(path + label, words);
    if (rest === null) continue;
    return { groups: groups.map((group, i) => (i < from ? null : group)), label: label + rest };
  }
  return { groups: none, label: rewritten(label, words, label) };
}

/** The groups of a row that a cell before its label names, as they are written; null where it names none of them. */
export function writtenGroups({ groups }: FormRow, words: string): RowWords["groups"] | null {
  const fold = foldLabel(words);
  for (let to = groups.length; to > 0; to--) {
    for (let from = 0; from < to; from++) {
      const path = groups.slice(from, to).join("");
      if (foldLabel(path) !== fold) continue;
      const isOne = to - from === 1;
      if (!isOne && behind(path, words) !== "") return null;
      const written = (group: string) => (isOne ? rewritten(group, words, group) : group);
      return groups.map((group, i) => (from <= i && i < to ? written(group) : null));
    }
  }
  return null;
}

/**
 * The form's label with what stands behind it in the draft, where the draft's is the same; the draft's words else.
 * `bare` is what is written where the draft lacks the note in brackets that the form has.
 */
function rewritten(label: string, words: string, bare: string): string {
  if (foldLabel(label) !== foldLabel(words)) return words;
  const rest = behind(label, words);
  if (rest !== null) return label + rest;
  const base = withoutNote(label);
  const note = base === label ? null : behind(base, words);
  if (note === null) return words;
  return note === "" ? bare : base + note;
}

const NOTE = /（[^（）]*）$/;

/** A label of the form without the note in brackets behind it. */
export function withoutNote(label: string): string {
  const note = NOTE.exec(label);
  return note && note.index > 0 ? label.slice(0, note.index) : label;
}

/** What stands behind a label in words that begin with it; null where they do not. */
function behind(label: string, words: string): string | null {
  const own = readNumbering(label);
  const other = readNumbering(words.replace(FILLERS, ""));
  if (other && other.value !== own?.value) return null;
  let at = 0;
  for (let left = other?.length ?? 0; left > 0; left--) at += fillerAt(words, at) + 1;
  for (const sign of folded(label.slice(own?.length ?? 0))) {
    at += fillerAt(words, at);
    if (at >= words.length || folded(words[at]!) !== sign) return null;
    at++;
  }
  const filler = fillerAt(words, at);
  const rest = words.slice(at + filler);
  return filler > 0 && /^[\p{L}\p{N}]/u.test(rest) ? ` ${rest}` : rest;
}

/** With one style of brackets, quotes and width, and without spaces. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, "")
    .replace(/[[【〔]/g, "(")
    .replace(/[\]】〕]/g, ")")
    .replace(/[“”„‟「」『』]/g, '"');
}

const FILLERS = /(?:[\s\u200b-\u200d\u2060\ufeff]|<br\s*\/?>|&(?:nbsp|emsp|ensp);)+/gi;

/** How many units of filler stand at a place. */
function fillerAt(words: string, at: number): number {
  const filler = new RegExp(FILLERS.source, "iy");
  filler.lastIndex = at;
  return filler.exec(words)?.[0].length ?? 0;
}
