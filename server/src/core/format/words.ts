// Which of the form's labels the cells of a table beside its figures are, with the notes in brackets that the form
// does not have.

import { lookUpLabel } from "../draft/labels";
import type { FormBlock, FormTable } from "../form";
import { foldLabel, foldWords, likeness } from "../text/label";

/** A label of the form, in one of its blocks. */
export interface Place {
  readonly block: number;
  readonly label: string;
}

/** The words that go in place of the form's labels: the form's own, with the draft's notes behind them. */
export class Wordings {
  private readonly byPlace = new Map<string, string>();

  /** Keeps the notes of a label of the draft. */
  add({ block, label }: Place, words: string, header: boolean): void {
    const key = `${block} ${label}`;
    const earlier = this.byPlace.get(key) ?? (header ? withoutNotes(label) : label);
    const written = header ? "" : notesOf(label).join("");
    const added = notesOf(words).filter(
      (note) => !earlier.includes(note) && !(written && sameNote(written, note)),
    );
    const inForm = header ? notesOf(label) : [];
    const spelled = added.map((note) => inForm.find((own) => foldWords(own) === foldWords(note)) ?? note);
    this.byPlace.set(key, earlier + spelled.filter((note) => !earlier.includes(note)).join(""));
  }

  of(block: number, label: string): string {
    return this.byPlace.get(`${block} ${label}`) ?? label;
  }
}

const CORNER = "信息内容";
const SURELY_ALIKE = 0.5;

/** The label of a header, group or corner that a cell over or beside the rows of a block has; null where it is none. */
export function headerLabel(table: FormTable, block: number, words: string): string | null {
  const form = table.blocks[block]!;
  const fold = foldLabel(words);
  const found = labelsOf(form).find(({ wordings }) =>
    wordings.some((wording) => foldLabel(wording) === fold),
  );
  if (found) return found.label;
  const { note } = table;
  if (note && likeness(foldWords(note), foldWords(words)) >= SURELY_ALIKE) return note;
  return form.title && fold === CORNER ? CORNER : null;
}

/** Whether a row's label says that it is this row; a row may have been matched by its place alone. */
export function saysRow(form: FormBlock, key: string, words: string): boolean {
  const hits = lookUpLabel(words);
  if (hits?.row) return hits.row.key === key;
  const row = form.rows.find((candidate) => candidate.key === key)!;
  const wordings = [row.label, ...row.variants, row.groups.join("") + row.label];
  return wordings.some((wording) => likeness(foldLabel(wording), foldLabel(words)) >= SURELY_ALIKE);
}

/** Whether a label has a mark of its own that formatting would drop, such as a footnote's. */
export function hasMark(words: string): boolean {
  return /[*※†‡☆★①-⑳]/.test(words);
}

function labelsOf({ title, columns, rows }: FormBlock): { label: string; wordings: readonly string[] }[] {
  const groups = [...columns, ...rows].flatMap((each) =>
    each.groups.map((label, i) => ({
      label,
      // Merged cells may bring two groups' labels into one.
      wordings: [label, ...each.groups.slice(0, i).map((_, from) => each.groups.slice(from, i + 1).join(""))],
    })),
  );
  return [
    ...(title ? [{ label: title, wordings: [title] }] : []),
    ...columns.map(({ label, variants }) => ({ label, wordings: [label, ...variants] })),
    // In a band the rows' labels are headers.
    ...rows.map(({ label }) => ({ label, wordings: [label] })),
    ...groups,
  ];
}

const NOTE = /[（(【[［][^（()）]*[)）】\]］]$/;

/** The notes in brackets behind a label, in their order. */
function notesOf(label: string): string[] {
  const notes: string[] = [];
  let rest = label.trim();
  for (let note = NOTE.exec(rest); note && note.index > 0; note = NOTE.exec(rest)) {
    notes.unshift(note[0]);
    rest = rest.slice(0, note.index).trimEnd();
  }
  return notes;
}

function withoutNotes(label: string): string {
  const notes = notesOf(label);
  return notes.length === 0 ? label : label.slice(0, label.indexOf(notes[0]!));
}

function sameNote(a: string, b: string): boolean {
  return likeness(foldWords(a), foldWords(b)) >= SURELY_ALIKE;
}
