// Folds a label to the words that matter, so that brackets, spaces, notes and numbering do not tell labels apart.

import { isHan, lettersOf } from "./script";

/** Inline markup and entities that a Markdown or HTML cell may carry around its words. */
const MARKUP = /<[^<>]*>|&nbsp;|&emsp;|&ensp;|\\(?=[|*_])|\*\*|__/gi;
const NUMBERING =
  /^(?:[（(][一二三四五六七八九十〇零百\d０-９]{1,3}[)）]|(?:第?[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})(?:[、.．,，:：)）]))/;
const NOTE_BEGINS = "（(【[［";
const NOTE_ENDS = ")）】]］";
const ROUND = "（()）";
/** Most labels are nothing else, and so folded as they are. */
const HAN_ONLY = /^[\u4e00-\u9fff]*$/;

function plain(label: string): string {
  const unmarked = /[<&\\*_]/.test(label) ? label.replace(MARKUP, "") : label;
  return unmarked.replace(/[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+/g, "");
}

/** What a numbering before a label may have of Chinese characters. */
const NUMBERS = new Set([..."第零百一二三四五六七八九十"].map((sign) => sign.charCodeAt(0)));

/**
 * The first Chinese character of a label that is in no number, which is the first such of its folded words too: it tells
 * quickly what a label is not. NaN where it has none; 0 where a tag stands before it, which may hold others.
 */
export function beginningOf(label: string): number {
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i);
    if (isHan(code) && !NUMBERS.has(code)) return code;
    if (code === 0x3c) return 0;
  }
  return Number.NaN;
}

/** A label without numbering (`（一）`, `1.`, `一、`), spaces, punctuation and a note in brackets behind it. */
export function foldLabel(label: string): string {
  if (HAN_ONLY.test(label)) return label;
  let text = plain(label);
  const numbering = NUMBERING.exec(text);
  if (numbering && numbering[0].length < text.length) text = text.slice(numbering[0].length);
  for (let note = noteAt(text); note > 0; note = noteAt(text)) text = text.slice(0, note);
  return lettersOf(text).replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Where the note in brackets that ends a label begins, with no round brackets within; -1 where none does. */
function noteAt(label: string): number {
  let note = -1;
  if (label === "" || !NOTE_ENDS.includes(label.at(-1)!)) return note;
  for (let i = label.length - 2; i >= 0; i--) {
    const sign = label[i]!;
    if (NOTE_BEGINS.includes(sign)) note = i;
    if (ROUND.includes(sign)) break;
  }
  return note;
}

/** A label's words with its numbering and notes, without spaces and punctuation. */
export function foldWords(label: string): string {
  return HAN_ONLY.test(label) ? label : lettersOf(plain(label));
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
