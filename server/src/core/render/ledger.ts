// The ledger of a table as a page in Markdown, in the user's language.

import type { Ledger, LedgerCause, LedgerLine } from "../rules/ledger";
import type { Locale } from "./catalog";
import * as english from "./en";
import * as chinese from "./zh";

/** More repairs than these are only counted. */
const MOST_REPAIRS = 10;

const WORDS = {
  "zh-CN": {
    heading: "勾稽诊断",
    place: chinese.brokenAt,
    change: chinese.change,
    colon: "：",
    comma: "，",
    fails: (count: number) => `不平（${count} 处）`,
    holds: (count: number) => `相符（${count} 处）`,
    unknown: (count: number) => `无法核对（${count} 处，有空格或无法读取的数）`,
    allHold: "各项勾稽关系均相符。",
    causes: "可能的原因",
    nothing: "改动少量几格不能使各项都平，请逐格核对。",
    bounded: "没有试完所有改法。",
    difference: (by: string) => `相差 ${by}`,
    explains: (places: string, count: number) =>
      count > 1 ? `以下改法都能使${places}平衡：` : `改动最少的改法只有一种，可使${places}平衡：`,
    likelihood: (percent: number) => `可能性 ${percent}%`,
    more: (count: number) => `另有 ${count} 种改法。`,
    and: "、",
  },
  en: {
    heading: "Ledger",
    place: english.brokenAt,
    change: english.change,
    colon: ": ",
    comma: ", ",
    fails: (count: number) => `Does not add up (${count})`,
    holds: (count: number) => `Adds up (${count})`,
    unknown: (count: number) => `Cannot be checked (${count}: figures are missing or unreadable)`,
    allHold: "All identities hold.",
    causes: "What may be wrong",
    nothing: "No change of a few cells makes all of it add up. Check the figures one by one.",
    bounded: "Not all changes have been tried.",
    difference: (by: string) => `difference ${by}`,
    explains: (places: string, count: number) =>
      count > 1
        ? `Each of these changes mends ${places}:`
        : `One change of the fewest cells mends ${places}:`,
    likelihood: (percent: number) => `likelihood ${percent} %`,
    more: (count: number) => `There are ${count} more.`,
    and: ", ",
  },
} as const;

type Words = (typeof WORDS)[Locale];

/** The page: what does not add up, what may be wrong, what adds up. */
export function renderLedger(ledger: Ledger, locale: Locale): string {
  const words = WORDS[locale];
  const { title, heading, lines, causes } = ledger;
  const of = (verdict: LedgerLine["verdict"]) => lines.filter((line) => line.verdict === verdict);
  const [fails, unknown, holds] = [of("fails"), of("unknown"), of("holds")];
  const parts = [`# ${words.heading}`, title === null ? heading : `${title}\n\n${heading}`];
  if (fails.length > 0) parts.push(section(words.fails(fails.length), fails, words));
  else if (unknown.length === 0) parts.push(words.allHold);
  if (causes.length > 0) {
    parts.push(`## ${words.causes}`, ...causes.map((cause) => causeText(cause, words)));
  }
  if (unknown.length > 0) parts.push(section(words.unknown(unknown.length), unknown, words));
  if (holds.length > 0) parts.push(section(words.holds(holds.length), holds, words));
  return `${parts.join("\n\n")}\n`;
}

function section(heading: string, lines: readonly LedgerLine[], words: Words): string {
  return `## ${heading}\n\n${lines.map((line) => `- ${lineText(line, words)}`).join("\n")}`;
}

function lineText({ place, verdict, left, right, sums }: LedgerLine, words: Words): string {
  const [one, other] = [side(left, sums[0]), side(right, sums[1])];
  const name = `${words.place(place)}${words.colon}`;
  if (verdict === "unknown") return `${name}${one} ； ${other}`;
  // 3 + 1 = 4 ≠ 3: the sum of a side stands between, unless its one figure says it.
  const sum = left.length > 1 && (right.length > 1 || verdict === "fails") ? ` = ${sums[0]}` : "";
  if (verdict === "holds") return `${name}${one}${sum} = ${other}`;
  const total = right.length > 1 ? `${sums[1]} = ${other}` : other;
  const difference = Math.abs(Number(sums[0]) - Number(sums[1]));
  return `${name}**${one}${sum} ≠ ${total}**${words.comma}${words.difference(String(difference))}`;
}

function side(figures: readonly string[], sum: string): string {
  return figures.length > 0 ? figures.join(" + ") : sum;
}

function causeText({ broken, repairs, bounded }: LedgerCause, words: Words): string {
  const places = broken.map((place) => words.place(place)).join(words.and);
  if (repairs.length === 0) return `${places}\n\n${words.nothing}`;
  const shown = repairs.slice(0, MOST_REPAIRS).map(({ changes, score }, i) => {
    const percent = Math.round(score * 100);
    const likelihood = repairs.length > 1 ? `  ${words.likelihood(percent)}` : "";
    return `${i + 1}. ${changes.map(words.change).join(words.and)}${likelihood}`;
  });
  const left = repairs.length - shown.length;
  const notes = [...(left > 0 ? [words.more(left)] : []), ...(bounded ? [words.bounded] : [])];
  return [words.explains(places, repairs.length), shown.join("\n"), ...notes].join("\n\n");
}
