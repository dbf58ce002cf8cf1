// Tells section headings from sub-headings of the same words and from text.

import { SECTIONS, type SectionKey } from "../form";
import { beginningOf, foldWords } from "../text/label";
import { isHan } from "../text/script";

/** How surely a line is the heading of a section; the surest of a section's candidates wins. */
export type HeadingStrength = "numbered" | "inline" | "bare" | "arabic" | "alike" | "bracketed" | "placed";

export interface Heading {
  readonly key: SectionKey;
  readonly strength: HeadingStrength;
  /** The heading's own length in the line, where text follows on the same line; else the line's. */
  readonly length: number;
  /** How much of it stands before the number: Markdown's marks, a list's among them, and fillers. */
  readonly marks: number;
}

const LONGEST_HEADING = 48;
/** More marks than anyone writes, so that a long line of nothing else is no burden. */
const LONGEST_MARKS = 1000;
const MARKS =
  /^(?:#{1,6}\s+|[-+]\s+|[•·●▪]\s*|\d{1,2}[.)]\s+(?=[*_]*第?[一二三四五六七八九十](?:[、.．，,:：]|部分|章))|[*_\s\u00a0\u3000]+)+/;
const CHINESE_NUMBER =
  /^(?:第([一二三四五六七八九十])(?:部分|章)[、.．，,:：\s\u00a0\u3000]*|第?([一二三四五六七八九十])[、.．，,:：\s\u00a0\u3000]+)/;
const BRACKETED_NUMBER = /^[（(]\s*[一二三四五六七八九十]\s*[)）][、.．]?\s*/;
const ARABIC_NUMBER = /^\d{1,2}\s*[、.．)）]\s*/;

/** What a heading with the right number must at least say to be taken for a section's, whatever its wording. */
const KEYWORDS: Readonly<Record<SectionKey, RegExp>> = {
  overview: /总体|概述|概况|基本情况/,
  disclosure: /主动公开/,
  applications: /(?:收到|处理|办理|依).*申请/,
  disputes: /行政复议|行政诉讼/,
  problems: /问题|不足/,
  others: /其[他它].*(?:事项|报告|说明)|(?:报告|说明).*其[他它]/,
};

const TITLES = new Map<string, SectionKey>();
for (const { key, title, variants } of SECTIONS) {
  for (const wording of [title, ...variants]) TITLES.set(foldWords(wording), key);
}

/** What headings begin with, also those numbered 第一部分 or 第一章; 0 is behind a tag. */
const BEGINNINGS = new Set([0, ...["部分", "章", ...TITLES.keys()].map(beginningOf)]);

/** The wordings of a heading that text follows on the same line, longest first. */
const WORDINGS = SECTIONS.flatMap(({ key, title, variants }) =>
  [title, ...variants].map((wording) => ({ key, wording })),
).sort((a, b) => b.wording.length - a.wording.length);

/**
 * The section that a line is the heading of, or null. `line` is without fillers at its ends. A line numbered （一）
 * is a sub-heading whatever its words; `strength` lets the caller choose between several candidates.
 */
export function matchHeading(line: string): Heading | null {
  const beginning = beginningOf(line);
  const mayBeTitle = line.length <= LONGEST_HEADING && BEGINNINGS.has(beginning);
  // What begins with another word has neither the form's words nor a number; what has no word is no heading at all.
  if (!mayBeTitle && (Number.isNaN(beginning) || line.charCodeAt(0) === beginning)) return null;
  const marks = marksOf(line);
  const chinese = CHINESE_NUMBER.exec(line.slice(marks));
  if (!chinese && !mayBeTitle) return null;
  const arabic = chinese ? null : ARABIC_NUMBER.exec(line.slice(marks));
  const number = (chinese ?? arabic)?.[0].length ?? 0;
  const words = line.slice(marks + number);
  const key = mayBeTitle ? TITLES.get(foldWords(words)) : undefined;
  if (!key && !chinese) return null;
  // A line that ends in ； lists what a report has, one that ends in a page number is of a table of contents.
  if (/^[（(]/.test(words) || /[；;]$|(?:[.．…·⋯]{2}|\s)\s*\d{1,3}$/.test(words)) return null;
  if (key)
    return { key, strength: chinese ? "numbered" : arabic ? "arabic" : "bare", length: line.length, marks };
  return looseHeading(line, marks, marks + number, numberIn(chinese!));
}

/** The section whose words a line numbered （一） has: a sub-heading, unless the report numbers its sections so. */
export function matchBracketedHeading(line: string): Heading | null {
  if (line.length > LONGEST_HEADING) return null;
  const marks = marksOf(line);
  const number = BRACKETED_NUMBER.exec(line.slice(marks));
  if (!number) return null;
  const key = TITLES.get(foldWords(line.slice(marks + number[0].length)));
  return key ? { key, strength: "bracketed", length: line.length, marks } : null;
}

/** The section whose number a line has, with whatever words a heading may have. */
export function numberedHeading(line: string): SectionKey | null {
  if (line.length > LONGEST_HEADING) return null;
  const marks = marksOf(line);
  const number = CHINESE_NUMBER.exec(line.slice(marks));
  if (!number) return null;
  const words = line.slice(marks + number[0].length);
  if (!/\p{Script=Han}{2}/u.test(words) || /[。；;！？|\t]/.test(words) || isRowLabel(words)) return null;
  if (/(?:[.．…·⋯]{2}|\s)\s*\d{1,3}$/.test(words)) return null;
  return SECTIONS.find((section) => section.number === numberIn(number))?.key ?? null;
}

/** How much of a line are Markdown's marks and fillers. */
export function marksOf(line: string): number {
  if (isHan(line.charCodeAt(0))) return 0;
  return MARKS.exec(line.slice(0, LONGEST_MARKS))?.[0].length ?? 0;
}

/** A numbered line without a full stop may be the first half of a heading that was broken in two. */
export function isHeadingPart(line: string): boolean {
  return (
    line.length <= 40 && /^第?[一二三四五六]/.test(line.slice(marksOf(line))) && !/[。；：！？]/.test(line)
  );
}

function numberIn(match: RegExpExecArray): string {
  return (match[1] ?? match[2])!;
}

/** Numbered headings with text on the same line, or in words of their own. */
function looseHeading(line: string, marks: number, wordsAt: number, number: string): Heading | null {
  const words = line.slice(wordsAt);
  for (const { key, wording } of WORDINGS) {
    if (words.startsWith(wording) && /^[。：:；\s\u00a0\u3000]/.test(words.slice(wording.length))) {
      return { key, strength: "inline", length: wordsAt + wording.length, marks };
    }
  }
  const section = SECTIONS.find((candidate) => candidate.number === number);
  const short = line.length <= LONGEST_HEADING && !/[。；！？|\t]/.test(words);
  if (!section || !short || !KEYWORDS[section.key].test(words) || isRowLabel(words)) return null;
  return { key: section.key, strength: "alike", length: line.length, marks };
}

/** Row labels of the applications table are numbered like sections (`一、本年新收政府信息公开申请数量`). */
function isRowLabel(words: string): boolean {
  return /^(?:本年新收|上年结转|本年度办理结果|结转下年度)/.test(words);
}

/** Whether a line by itself is the heading of a section or a sub-heading of the same words. */
export function isSectionHeading(line: string): boolean {
  return matchHeading(line) !== null;
}
