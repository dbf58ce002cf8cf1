// style/punctuation: half-width marks, brackets and straight quotes in Chinese text. One finding a line.

import type { TextLine } from "../report/model";
import { firstFrom, maskedLine, wordLines } from "./prose";
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from "./rule";

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};
const HALF_WIDTH = /[,;:?!()"]/;
const CHINESE = /[\p{Script=Han}，。；：？！、》”）〕]/u;
const HAN = /[\p{Script=Han}《“（]/u;

function check({ report, text }: RuleContext): RuleFinding[] {
  return wordLines(text, report).flatMap((line): RuleFinding[] => {
    const edits = editsFor(text, line);
    const [first] = edits;
    if (!first) return [];
    const marks = [...new Set(edits.map(({ span }) => text.slice(span.start, span.end)))].join("");
    const message = { id: "half-width-marks", marks, count: edits.length } as const;
    return [{ span: first.span, message, cells: [] }];
  });
}

/** The marks of a line that stand in Chinese text, each with the full-width one in its place, in order. */
function editsFor(text: string, line: TextLine): Edit[] {
  if (!HALF_WIDTH.test(text.slice(line.span.start, line.span.end))) return [];
  const words = maskedLine(text, line);
  const marks = new Map<number, string>();
  for (let i = 0; i < words.length; i++) {
    const full = FULL[words[i]!];
    if (full && !"()".includes(words[i]!) && isInChinese(words, i)) marks.set(i, full);
  }
  for (const [open, close] of pairs(words, "(", ")")) {
    const inChinese =
      CHINESE.test(words[open - 1] ?? "") ||
      HAN.test(words.slice(open + 1, close)) ||
      HAN.test(words[close + 1] ?? "");
    if (inChinese) marks.set(open, "（").set(close, "）");
  }
  for (const [open, close] of pairs(words, '"', '"')) {
    if (/\p{Script=Han}/u.test(words.slice(open, close))) marks.set(open, "“").set(close, "”");
  }
  return [...marks]
    .sort(([a], [b]) => a - b)
    .map(([at, newText]) => ({
      span: { start: line.span.start + at, end: line.span.start + at + 1 },
      newText,
    }));
}

/** Behind a Chinese character, or before one where no Latin word, number or address is cut. */
function isInChinese(words: string, at: number): boolean {
  const [before, behind] = [words[at - 1] ?? "", words[at + 1] ?? ""];
  if (CHINESE.test(before)) return !(words[at] === ":" && behind === "/");
  return /[\d%)"]/.test(before) && HAN.test(behind);
}

/** The indexes of matching marks; one without its partner is in none. */
function pairs(words: string, opening: string, closing: string): [number, number][] {
  const found: [number, number][] = [];
  const open: number[] = [];
  for (let i = 0; i < words.length; i++) {
    if (words[i] === closing && open.length > 0) found.push([open.pop()!, i]);
    else if (words[i] === opening) open.push(i);
  }
  return found;
}

function fixes({ report, text }: RuleContext, { span }: RuleFinding): Fix[] {
  const line = report.lines[firstFrom(report.lines, span.start + 1) - 1];
  const edits = line ? editsFor(text, line) : [];
  if (edits.length === 0) return [];
  return [{ title: { id: "full-width-marks", count: edits.length }, safety: "safe", preferred: true, edits }];
}

/** GB/T 15834—2011 《标点符号用法》: marks in Chinese text are full-width. */
export const stylePunctuation: Rule = {
  code: "style/punctuation",
  severity: "hint",
  basis: ["gb-15834"],
  repairs: ["safe"],
  check,
  fixes,
};
