// Folds a label to the words that matter, so that brackets, spaces, notes and numbering do not tell labels apart.

/** Inline markup and entities that a Markdown or HTML cell may carry around its words. */
const MARKUP = /<[^>]*>|&nbsp;|&emsp;|&ensp;|\\(?=[|*_])|\*\*|__/gi;
const NUMBERING =
  /^(?:[（(][一二三四五六七八九十〇零百\d０-９]{1,3}[)）]|(?:第?[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})(?:[、.．,，:：)）]))/;
const NOTE = /[（(【[［][^（()）]*[)）】\]］]$/;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;

function plain(label: string): string {
  return label.replace(MARKUP, "").replace(/[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+/g, "");
}

/** A label without numbering (`（一）`, `1.`, `一、`), spaces, punctuation and a note in brackets behind it. */
export function foldLabel(label: string): string {
  let text = plain(label);
  const numbering = NUMBERING.exec(text);
  if (numbering && numbering[0].length < text.length) text = text.slice(numbering[0].length);
  for (let note = NOTE.exec(text); note && note.index > 0; note = NOTE.exec(text))
    text = text.slice(0, note.index);
  return text
    .replace(NOT_A_WORD, "")
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** A label's words with its numbering and notes, without spaces and punctuation. */
export function foldWords(label: string): string {
  return plain(label).replace(NOT_A_WORD, "");
}

/** How alike two folded labels are, from 0 to 1: twice the shared character pairs over all pairs (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i < b.length - 1; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
