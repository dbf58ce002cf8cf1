// structure/heading-sequence: sub-headings or items of a list whose numbers leave one out or repeat one.

import type { Report, Section, TextLine } from "../report/model";
import { type Numbering, readNumbering, toChineseNumber } from "../text/numbering";
import { wordLines } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

interface Item {
  readonly line: TextLine;
  readonly numbering: Numbering;
}

function check({ report, text }: RuleContext): RuleFinding[] {
  const items = itemsOf(text, report);
  if (items.length < 2) return [];
  return report.sections.flatMap((section) => sequence(text, items, section));
}

/**
 * Items of one style follow each other; one of an outer style ends those of the inner ones, and a 1 begins anew. The
 * first item of a list is taken as it is: what comes before it may stand within a paragraph.
 */
function sequence(text: string, items: readonly Item[], { headingSpan, span }: Section): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const open: Item[] = [];
  for (const item of items) {
    if (item.line.span.start < headingSpan.end || item.line.span.start >= span.end) continue;
    const { style, value } = item.numbering;
    const level = open.findIndex((other) => other.numbering.style === style);
    const previous = open[level];
    if (level >= 0) open.length = level;
    open.push(item);
    if (!previous || value === 1 || value === previous.numbering.value + 1) continue;
    if (isWithinText(text, previous, item)) continue;
    const end = item.line.span.start + item.numbering.length;
    findings.push({
      span: { start: item.line.span.start, end },
      message: {
        id: "heading-sequence",
        found: written(item),
        previous: written(previous),
        expected: numberLike(item, previous.numbering.value + 1),
      },
      cells: [],
      related: [
        {
          span: previous.line.span,
          message: { id: "item-before", text: written(previous) },
        },
      ],
    });
  }
  return findings;
}

/** 一、 is the style of sections: below them it is no style of a list that could be relied on. */
function itemsOf(text: string, report: Report): Item[] {
  const items: Item[] = [];
  for (const line of wordLines(text, report)) {
    const numbering = readNumbering(line.text);
    if (numbering && numbering.style !== "chinese") items.push({ line, numbering });
  }
  return items;
}

/** Whether the numbers in between stand in the text between the two items, not at the beginning of a line. */
function isWithinText(text: string, previous: Item, item: Item): boolean {
  const between = text.slice(previous.line.span.start + previous.numbering.length, item.line.span.start);
  for (let value = previous.numbering.value + 1; value < item.numbering.value; value++) {
    if (!between.includes(numberLike(item, value).replace(/[、.．]$/, ""))) return false;
  }
  return item.numbering.value > previous.numbering.value;
}

function written({ line, numbering }: Item): string {
  return line.text.slice(0, numbering.length).trim();
}

/** Another number in the same style, with the same brackets and separator. */
function numberLike(item: Item, value: number): string {
  const { style } = item.numbering;
  if (style === "circled") return String.fromCodePoint(0x2460 + value - 1);
  const digits = style.startsWith("chinese") ? toChineseNumber(value) : String(value);
  return written(item).replace(/[0-9０-９]+|[一二三四五六七八九十]+/, digits);
}

function fixes({ text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  if (message.id !== "heading-sequence" || !text.startsWith(message.found, span.start)) return [];
  const edits = [
    { span: { start: span.start, end: span.start + message.found.length }, newText: message.expected },
  ];
  return [
    { title: { id: "write-as", value: message.expected }, safety: "suggested", preferred: false, edits },
  ];
}

/** GB/T 9704—2012 《党政机关公文格式》 7.3.3 numbers the levels of an official text 一、 （一） 1. （1）, one after the other. */
export const structureHeadingSequence: Rule = {
  code: "structure/heading-sequence",
  severity: "warning",
  basis: ["gb-9704"],
  repairs: ["suggested"],
  check,
  fixes,
};
