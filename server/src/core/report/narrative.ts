// What a report says in words: the quantities that its sentences state, and how they hang together. Values only.

import type { CellName, SectionKey } from "../form";
import type { Quantity } from "../text/quantity";
import { countBefore } from "../text/search";
import type { Span } from "../text/span";

/**
 * A paragraph as the text's grammar sees it: without spaces and markup, digits and marks in one width, lines broken in
 * mid-sentence joined.
 */
export interface Paragraph {
  readonly text: string;
  /** Where the stretches begin that stand in the draft as in `text`, in order. */
  readonly stretches: readonly Stretch[];
  readonly section: SectionKey | null;
  /** Whether it is a heading: short, and no sentence. */
  readonly isHeading: boolean;
}

/** A stretch of a paragraph: where it begins in the paragraph's text, and how much further on in the draft. */
export interface Stretch {
  readonly from: number;
  readonly by: number;
}

/** The draft's span of `[from, to)` in a paragraph's text; an empty one stands at `from`. */
export function spanIn(paragraph: Paragraph, from: number, to: number): Span {
  const start = offsetIn(paragraph, Math.max(0, Math.min(from, paragraph.text.length - 1)));
  return { start, end: to > from ? offsetIn(paragraph, to - 1) + 1 : start };
}

/** The draft's UTF-16 offset of a character of a paragraph's text. */
function offsetIn({ stretches }: Paragraph, at: number): number {
  const last = countBefore(stretches.length, (i) => stretches[i]!.from <= at) - 1;
  return at + (stretches[last]?.by ?? 0);
}

/** How a rounded figure relates to the true one: 余, 多, 超 are above it, 近 is below, 约 and ranges around. */
export type Approximation = "above" | "below" | "around";

/** A quantity that a sentence states, such as 收到申请7条, or nothing, such as 未收到申请. */
export interface Claim {
  /** The figure with its unit; for a claim without digits the words that make it. */
  readonly span: Span;
  /** The digits alone, as they stand; null where the claim has none. */
  readonly digits: Span | null;
  /** In the unit: pieces, 万元 for money, per cent. */
  readonly value: Quantity;
  /** The least and the most that the true figure can be: 400余 is 400 to 499, 3.6万 is 35,500 to 36,500. */
  readonly least: Quantity;
  readonly most: Quantity;
  /** As stated: 件, 条, %, 万元; empty where the figure has none of its own. */
  readonly unit: string;
  readonly approximate: Approximation | null;
  /** How many decimals the figure shows. */
  readonly decimals: number;
  /** From the first word of the sentence to its full stop. */
  readonly sentence: Span;
  readonly section: SectionKey | null;
  /** 未收到, 无: the claim says that there is nothing. */
  readonly denies: boolean;
  /**
   * What the claim may state: the cells of the form that add up to it, one list a reading; none where it states
   * nothing that the tables have.
   */
  readonly readings: readonly (readonly CellName[])[];
  /** Whether the words leave open what exactly is counted. */
  readonly loose: boolean;
}

/** A whole and the parts that a sentence gives of it, as in 共12条，其中A 7条、B 5条. */
export interface Breakdown {
  readonly whole: Claim;
  /** The figures that may be the whole, each one claim or several that are added up; the likeliest first. */
  readonly wholes: readonly (readonly Claim[])[];
  readonly parts: readonly Claim[];
  /** Places in `parts` before which the list may have ended already: a wider mark, other words for what was done. */
  readonly ends: readonly number[];
  /** Places in `parts` behind a semicolon: where the list ends there, the whole may be divided anew. */
  readonly divisions: readonly number[];
  /** Places in `parts` from which parts may be those of the part before (其中 within the list). */
  readonly nested: readonly number[];
  /** 等, 主要, 重点, figures in other units among them: more parts than can be added up. */
  readonly open: boolean;
  /** 包括, 分别为, 其他: the parts are said to be all. */
  readonly exhaustive: boolean;
  /** Whether a word (其中, 包括) says that these are parts. */
  readonly introduced: boolean;
  /** Whether the list stands sentences away from the whole: then it, and not the whole, is what is looked at. */
  readonly apart: boolean;
  /** Whether the parts are by where something was published, so that one thing may be in several. */
  readonly onChannels: boolean;
}

/** For each part of a breakdown the wholes that it is one of. */
export function wholesByPart(breakdowns: readonly Breakdown[]): ReadonlyMap<Claim, readonly Claim[]> {
  const wholes = new Map<Claim, Claim[]>();
  for (const { whole, parts } of breakdowns) {
    for (const part of parts) wholes.set(part, [...(wholes.get(part) ?? []), whole]);
  }
  return wholes;
}

/** The percentage of a whole that a part is, as in 44条，占10.78%, or several parts together. */
export interface Share {
  readonly rate: Claim;
  /** What is added up to the part. */
  readonly parts: readonly Claim[];
  /**
   * The wholes that may be meant, likeliest first, each one claim or several that are added up; a list, another share,
   * or that there is no other figure tells that.
   */
  readonly wholes: readonly (readonly Claim[])[];
  /** Whether the rate has a name, 公开率: then its whole may also be one that only the table has. */
  readonly named: boolean;
}

/** How a figure changed against another year's, as in 比上年的20件增长15%. */
export interface Change {
  /** In per cent or its points, in times, or in pieces; null for 持平, and for 由20件增加到30件. */
  readonly by: Claim | null;
  readonly kind: "rate" | "points" | "times" | "multiple" | "difference" | "equal" | "turn";
  readonly direction: 1 | -1 | 0;
  readonly now: Claim;
  /** Last year's figure, as stated or as this year's and the difference make it. */
  readonly before: Quantity;
  /** Where last year's figure, or the difference, stands. */
  readonly from: Claim;
  /** The words 增长, 下降, 持平 with the figure. */
  readonly span: Span;
}

export interface Narrative {
  readonly paragraphs: readonly Paragraph[];
  readonly claims: readonly Claim[];
  readonly breakdowns: readonly Breakdown[];
  readonly shares: readonly Share[];
  /** Percentages of one whole that a sentence lists, or one alone that is more than the whole. */
  readonly shareLists: readonly (readonly Claim[])[];
  readonly changes: readonly Change[];
}
