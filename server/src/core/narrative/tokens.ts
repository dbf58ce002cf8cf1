// A stretch of a paragraph as tokens: the field's words, times, titles and names, and the characters that are none.

import { wordAt } from "./lexicon";
import type { Meaning } from "./meanings";
import type { Setting } from "./setting";

export interface Token {
  readonly from: number;
  readonly to: number;
  /** Null for a character of a word that Gouji does not know. */
  readonly meaning: Meaning | null;
}

const NEUTRAL: Meaning = { kind: "neutral" };
const MARK = /[\s\0，。；：、（）！？“”‘’"'\-—…·]/;
/** 2023年度, whose meaning hangs on the report's year. */
const YEAR = /(\d{4})年?度?(?:底|末)?/y;
/** 12月31日前, 12月底, 1至12月: a day, or the whole year; a month alone is a part of it. */
const DATE = /1月?(?:至|到|[-—~])12月份?|\d{1,2}月(?:\d{1,2}日(?:前|起|止)?|[底末止])/y;
/** 收到涉及征地、物业等领域的申请: what they are all about, since the list is open. */
const FIELDS =
  /(?:主要|内容)?(?:涉及|有关|关于|针对)[^，。；：（）\d]{2,40}等(?:多个|各个?|相关)?(?:领域|方面|内容|问题|事项|类别)的?/y;
/** 以市政府或市政府办公室名义: in whichever name, all of them. */
const NAMES = /以[^，。；\d]{2,12}(?:或者?|和|及|、)[^，。；\d]{2,14}名义/y;
const RECEIVED = /(?:收到|受理|接到|接收|新收|办理)$/;
const TITLE = /《[^《》]*》/y;

/** The tokens of `[from, to)` of a paragraph's text, in order and without gaps. */
export function tokensOf(text: string, from: number, to: number, setting: Setting): Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    const { length, meaning } = tokenAt(text, at, to, setting);
    tokens.push({ from: at, to: at + length, meaning });
    at += length;
  }
  return tokens;
}

function tokenAt(
  text: string,
  at: number,
  to: number,
  setting: Setting,
): { length: number; meaning: Meaning | null } {
  const char = text[at]!;
  if (char >= "0" && char <= "9") {
    const date = lengthOf(DATE, text, at, to);
    if (date) return { length: date, meaning: NEUTRAL };
    const year = lengthOf(YEAR, text, at, to);
    if (year) return { length: year, meaning: meaningOfYear(Number(text.slice(at, at + 4)), setting) };
    return { length: 1, meaning: null };
  }
  const title = char === "《" ? lengthOf(TITLE, text, at, to) : 0;
  if (title) return { length: title, meaning: NEUTRAL };
  const subject = setting.subject(text, at, to);
  if (subject) return { length: subject, meaning: NEUTRAL };
  const name = setting.names.find((each) => at + each.length <= to && text.startsWith(each, at));
  if (name) return { length: name.length, meaning: NEUTRAL };
  const described = RECEIVED.test(text.slice(Math.max(0, at - 4), at)) ? lengthOf(FIELDS, text, at, to) : 0;
  if (described) return { length: described, meaning: NEUTRAL };
  const inNames = char === "以" ? lengthOf(NAMES, text, at, to) : 0;
  if (inNames) return { length: inNames, meaning: NEUTRAL };
  const word = wordAt(text, at, to);
  if (!word) return { length: 1, meaning: MARK.test(char) ? NEUTRAL : null };
  if (word.meaning.kind === "jurisdiction") {
    return { length: word.length, meaning: setting.governs(word.meaning.level) ? NEUTRAL : null };
  }
  return word;
}

function lengthOf(pattern: RegExp, text: string, at: number, to: number): number {
  pattern.lastIndex = at;
  const length = pattern.exec(text)?.[0].length ?? 0;
  return at + length <= to ? length : 0;
}

/** The years beside the report's are those from which and to which applications are carried. */
function meaningOfYear(stated: number, { year }: Setting): Meaning | null {
  if (year === null || stated === year) return NEUTRAL;
  if (stated === year - 1) return { kind: "past" };
  return stated === year + 1 ? { kind: "next" } : null;
}
