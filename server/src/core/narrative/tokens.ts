// A paragraph as tokens: the field's words, times, titles and names, and the characters that are none. Readers ask for one
// stretch after another, and for parts of them again: what stands at a place is looked up once.

import { isHan } from "../text/script";
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
const BEGINS_FIELDS = "主内涉有关针";
const RECEIVED = /(?:收到|受理|接到|接收|新收|办理)$/;
const TITLE = /《[^《》]*》/y;

/** The tokens of a paragraph's text in a report's setting. */
export class Tokens {
  /** By place; what is longer than the stretch that it was asked for in is not the stretch's. */
  private readonly known: (Token | undefined)[] = [];

  constructor(
    readonly text: string,
    private readonly setting: Setting,
  ) {}

  /** The token at a place of a stretch that ends at `to`: from one's end to the next they leave no gaps. */
  at(at: number, to: number): Token {
    const { text, setting, known } = this;
    known[at] ??= tokenAt(text, at, text.length, setting);
    const token = known[at];
    return token.to <= to ? token : tokenAt(text, at, to, setting);
  }
}

function tokenAt(text: string, at: number, to: number, setting: Setting): Token {
  const token = (length: number, meaning: Meaning | null): Token => ({ from: at, to: at + length, meaning });
  const char = text[at]!;
  if (!isHan(text.charCodeAt(at))) {
    if (char >= "0" && char <= "9") {
      const date = lengthOf(DATE, text, at, to);
      if (date) return token(date, NEUTRAL);
      const year = lengthOf(YEAR, text, at, to);
      if (year) return token(year, meaningOfYear(Number(text.slice(at, at + 4)), setting));
      return token(1, null);
    }
    if (MARK.test(char)) {
      const word = wordAt(text, at, to);
      return word ? token(word.length, word.meaning) : token(1, NEUTRAL);
    }
    const title = char === "《" ? lengthOf(TITLE, text, at, to) : 0;
    if (title) return token(title, NEUTRAL);
  }
  const organ = setting.organAt(text, at, to);
  if (organ) return token(organ, NEUTRAL);
  const isAbout = BEGINS_FIELDS.includes(char) && RECEIVED.test(text.slice(Math.max(0, at - 4), at));
  const described = isAbout ? lengthOf(FIELDS, text, at, to) : 0;
  if (described) return token(described, NEUTRAL);
  const inNames = char === "以" ? lengthOf(NAMES, text, at, to) : 0;
  if (inNames) return token(inNames, NEUTRAL);
  // 乡镇收到115件: those below a county, never the town that reports.
  if (char === "乡" && text[at + 1] === "镇" && at + 2 <= to) return token(2, null);
  const word = wordAt(text, at, to);
  if (!word) return token(1, null);
  const { meaning } = word;
  if (meaning.kind !== "jurisdiction") return token(word.length, meaning);
  return token(word.length, setting.governs(meaning.level) ? NEUTRAL : null);
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
