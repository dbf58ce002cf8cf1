// narrative/citation: a document cited with a number that it does not have, that no longer holds for the report's
// year or that is miswritten; the report's article of the 条例; a title with one of its marks.

import { EDITIONS, editionOfYear } from "../form";
import { type Paragraph, spanIn } from "../report/narrative";
import { restOfSentence, sentenceAround } from "../text/sentence";
import type { Message } from "./message";
import { matchesOf } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

type Id = Extract<Message["id"], `citation-${string}`>;

interface Found {
  readonly id: Id;
  readonly at: number;
  readonly words: string;
  readonly expected: string;
}

function check({ report }: RuleContext): RuleFinding[] {
  return report.narrative.paragraphs.flatMap((paragraph) => {
    const { text } = paragraph;
    if (!CITES.test(text)) return [];
    const found = [
      ...notices(text, report.year),
      ...seriesOf(text),
      ...numbers(text),
      ...decrees(text),
      ...articles(text),
      ...halves(text),
    ];
    return found.map((each) => finding(paragraph, each));
  });
}

function finding(paragraph: Paragraph, { id, at, words, expected }: Found): RuleFinding {
  const span = spanIn(paragraph, at, at + words.length);
  return { span, message: { id, found: words, expected }, cells: [] };
}

const OPEN = "[〔﹝﹙\\[［【（〈<｛{]";
const CLOSE = "[〕﹞﹚\\]］】）〉>｝}]";
/** The last character of an office's or document's name with what a number begins with. */
const NUMBER_BEGINS = `[发函办字令规文通政]${OPEN}?(?:19|20)\\d`;
/** A piece of everything that is looked for here: a paragraph without any cites nothing. */
const CITES = new RegExp(`国办|492号|${NUMBER_BEGINS}|条[例列理倒]|中华人民共和国|2008年5月1日|[《》]`);
/** A number of the office that issues the form, in every way that it is written. */
const NOTICE = new RegExp(
  `国办公开(办?)函(?:字)?(?:(${OPEN}?)(\\d{2,4})年?(${CLOSE}?)第?(\\d{1,3})(?!\\d)号?|(\\d{4})${OPEN}(\\d{1,3})${CLOSE}号|${OPEN}(\\d{1,3})${CLOSE}(\\d{4})号)`,
  "g",
);

/** The notices of the form: their number, brackets, and whether they hold for the report's year. */
function notices(text: string, year: number | null): Found[] {
  return matchesOf(text, NOTICE, "国办公开").flatMap((match): Found[] => {
    const [words, office, open, shortYear, close, digits, , behind, inside, last] = match;
    const swapped = behind ?? inside;
    const issued = (shortYear ?? match[6] ?? last)!.replace(/^(?=\d{2}$)/, "20");
    const number = Number(digits ?? swapped);
    const right = `国办公开办函〔${issued}〕${number}号`;
    const at = match.index;
    const editions = EDITIONS.map(({ notice }) => notice);
    const known = editions.find((notice) => notice === right);
    const near = /年度报告|年报|本报告/.test(sentenceAround(text, at))
      ? (editions.find((notice) => notice.includes(`〔${issued}〕`)) ??
        editions.find((notice) => notice.endsWith(`〕${digits ?? swapped}号`)))
      : null;
    const titled = titleOf(text.slice(0, at));
    if (!known && titled) return [{ id: "citation-form", at, words, expected: titled }];
    const ofAnother =
      /《[^《》]*》（?$/.test(text.slice(0, at)) && !/年度报告[^《》]*》（?$/.test(text.slice(0, at));
    if (!known && near && !ofAnother) return [{ id: "citation-form", at, words, expected: near }];
    const wellWritten =
      !words.includes("第") &&
      words.endsWith("号") &&
      office === "办" &&
      open === "〔" &&
      close === "〕" &&
      shortYear?.length === 4 &&
      !/^0/.test(digits ?? "0");
    if (!wellWritten) return [{ id: "citation-form", at, words, expected: right }];
    if (known && titled && titled !== known) return [{ id: "citation-title", at, words, expected: titled }];
    const holding = year === null ? null : EDITIONS.find(({ key }) => key === editionOfYear(year));
    if (!known || !holding || holding.notice === known) return [];
    const older = editions.indexOf(known) < editions.indexOf(holding.notice);
    if (older && /修订|废止|取代|代替|不再|原/.test(sentenceAround(text, at))) return [];
    return [{ id: older ? "citation-superseded" : "citation-too-new", at, words, expected: holding.notice }];
  });
}

const LONGEST_TITLE = 200;

/** The number of the notice whose title stands right before: 《…有关事项的通知》（. */
function titleOf(before: string): string | null {
  const title = /《([^《》]*(?:〈[^〉]*〉)?[^《》]*)》（?$/.exec(before.slice(-LONGEST_TITLE))?.[1];
  if (!title) return null;
  if (/年度报告有关事项的通知$/.test(title)) return EDITIONS[0]!.notice;
  return /年度报告格式〉?(?:的通知)?$/.test(title) ? EDITIONS[1]!.notice : null;
}

/** Of the notices of the form, with the name of another series of numbers: 国办发〔2021〕30号. */
const SERIES = /国办(?:发|函|秘函|公开)〔(\d{4})〕(\d{1,3})号/g;

function seriesOf(text: string): Found[] {
  return matchesOf(text, SERIES, "国办").flatMap((match): Found[] => {
    const notice = EDITIONS.find((edition) =>
      edition.notice.endsWith(`〔${match[1]}〕${match[2]}号`),
    )?.notice;
    const isOfReport = /编制|年度报告|年报/.test(sentenceAround(text, match.index));
    const ofAnother =
      /《[^《》]*》（?$/.test(text.slice(0, match.index)) && !titleOf(text.slice(0, match.index));
    if (!notice || !isOfReport || ofAnother) return [];
    return [{ id: "citation-form", at: match.index, words: match[0], expected: notice }];
  });
}

/** A document's number in any brackets, with one of them missing, with 第 or without 号. */
const NUMBER = new RegExp(
  `(?<=[发函办字令规文通政])(${OPEN}?)((?:19|20)\\d{2})(${CLOSE}?)(第?)(\\d{1,4})(?!\\d)(号?)`,
  "g",
);
/** 〔2023〕12、13号, 〔2023〕12号至15号: one 号 for several numbers. */
const SEVERAL = /^[、和及至\-—~]/;

/** GB/T 9704 has the year of a document's number in 〔〕, and no 第 behind it. */
function numbers(text: string): Found[] {
  return matchesOf(text, NUMBER).flatMap((match): Found[] => {
    const [words, open, year, close, ordinal, number, unit] = match;
    const before = text.slice(0, match.index);
    const isRight = open === "〔" && close === "〕" && ordinal === "" && unit === "号";
    if (isRight || open + close! === "" || /国办公开办?函(?:字)?$/.test(before)) return [];
    const behind = text.slice(match.index + words.length);
    if (unit === "" && (SEVERAL.test(behind) || open + close! !== "〔〕")) return [];
    return [{ id: "citation-form", at: match.index, words, expected: `〔${year}〕${number}号` }];
  });
}

const OLD_DECREE = /国(?:务院)?令?第?492号(?:令)?/g;
const DECREE = /公开条例》?（?(?:中华人民共和国)?国务院令?第?(\d{3})号/g;
const OLD_DATE =
  /(?:(?:新修订|修订后|新修改)[^。；]{0,30}(2008年5月1日)|(2008年5月1日)起?(?:正式)?(?:施行|实施)的?《?(?:中华人民共和国)?政府信息公开条例)/g;
/** 条例》（2007年修订）: the revision of 2019 holds. */
const OLD_REVISION = /条例》?（(2007年(?:版|修订|修正|公布|颁布|4月5日[^（）]{0,12})?)）/g;
/** When the 条例 came into force, as the text has it. */
const IN_FORCE = /公开条例》?（(?:自)?(\d{4}年\d{1,2}月\d{1,2}日)起?(?:正式)?(?:施行|实施)/g;
const FORCES = ["2019年5月15日", "2008年5月1日"];
/** Names of the 条例 that are not its own. */
const MISNAMED =
  /政府信息公开(条列|条理|条倒)|《?中华人民共和国(?!政府信息公开条)(?:(?:政府|政务)?(?:信息公开|信息|公开)(?:管理)?)条[例列]》?/g;

/** The 条例 of 2007 (国务院令第492号) was revised in 2019 by 国务院令第711号, in force from 2019年5月15日. */
function decrees(text: string): Found[] {
  const old = matchesOf(text, OLD_DECREE, "492号").flatMap((match): Found[] =>
    /711号|修订|2019年/.test(sentenceAround(text, match.index))
      ? []
      : [{ id: "citation-superseded", at: match.index, words: match[0], expected: "国务院令第711号" }],
  );
  const dates = matchesOf(text, OLD_DATE, "2008年5月1日").flatMap((match): Found[] => {
    const words = match[1] ?? match[2]!;
    const at = match.index + match[0].lastIndexOf(words);
    if (match[2] && /以来|2019年|修订/.test(sentenceAround(text, at))) return [];
    return [{ id: "citation-superseded", at, words, expected: "2019年5月15日" }];
  });
  const revisions = matchesOf(text, OLD_REVISION, "（2007年").flatMap((match): Found[] => {
    const at = match.index + match[0].indexOf(match[1]!);
    if (/711号|2019年|492号/.test(sentenceAround(text, at))) return [];
    return [{ id: "citation-superseded", at, words: match[1]!, expected: "2019年修订" }];
  });
  const forces = matchesOf(text, IN_FORCE, "公开条例").flatMap((match): Found[] => {
    const at = match.index + match[0].indexOf(match[1]!);
    if (FORCES.includes(match[1]!)) return [];
    return [{ id: "citation-word", at, words: match[1]!, expected: FORCES[0]! }];
  });
  const misnamed = matchesOf(text, MISNAMED).map((match): Found => {
    const words = match[1] ?? match[0];
    const name = match[0].startsWith("《")
      ? "《中华人民共和国政府信息公开条例》"
      : "中华人民共和国政府信息公开条例";
    const at = match.index + match[0].length - words.length;
    return { id: "citation-word", at, words, expected: match[1] ? "条例" : name };
  });
  const others = matchesOf(text, DECREE, "国务院").flatMap((match): Found[] => {
    if (match[1] === "711" || match[1] === "492") return [];
    const at = match.index + match[0].search(/国务院令?第?\d/);
    return [
      {
        id: "citation-form",
        at,
        words: text.slice(at, match.index + match[0].length),
        expected: "国务院令第711号",
      },
    ];
  });
  return [...old, ...dates, ...revisions, ...forces, ...misnamed, ...others];
}

const ARTICLE = /条例》?(?:（[^（）]*）)?(?:的)?(第[一二三四五六七八九十\d]+条)(?!第?（)/g;
/** Articles 49 and 50 of the 条例 oblige to publish the report and say what is in it. */
const OF_REPORT = /^第(?:四十九|五十|49|50)条$/;

function articles(text: string): Found[] {
  return matchesOf(text, ARTICLE, "条例").flatMap((match): Found[] => {
    const behind = restOfSentence(text, match.index + match[0].length);
    const writes =
      /^(?:关于年度报告[^，。；]{0,8})?(?:的?规定|的?要求|，|之规定|有关规定|、)?[^。；]{0,12}(?:编制|公布|撰写|制作|制定|形成|编写)[^。；]{0,25}(?:年度?报告?|本报告)/.test(
        behind,
      );
    const active = OF_REPORT.test(match[1]!) && /^(?:列明|规定|列举|明确)的?(?:应当)?主动公开/.test(behind);
    if (active) {
      const start = match.index + match[0].length - match[1]!.length;
      return [{ id: "citation-article", at: start, words: match[1]!, expected: "第二十条" }];
    }
    const others = /第[一二三四五六七八九十\d]+条/.test(behind);
    if (OF_REPORT.test(match[1]!) || !writes || others) return [];
    const at = match.index + match[0].length - match[1]!.length;
    return [{ id: "citation-article", at, words: match[1]!, expected: "第五十条" }];
  });
}

const LONGEST_SHOWN = 30;

/** A title mark without its pair in the paragraph. */
function halves(text: string): Found[] {
  const open: number[] = [];
  const found: Found[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "《") open.push(i);
    else if (text[i] === "》" && open.length > 0) open.pop();
    else if (text[i] === "》") {
      const [words] = /[^，。；：、“”（）《》]{0,30}》$/.exec(
        text.slice(Math.max(0, i - LONGEST_SHOWN), i + 1),
      ) ?? ["》"];
      found.push({ id: "citation-half", at: i + 1 - words.length, words, expected: "《" });
    }
  }
  const inner = /〈[^〈〉《》]*(?=》)/.exec(text);
  if (inner && !text.slice(0, inner.index).endsWith("〉")) {
    found.push({ id: "citation-half", at: inner.index, words: inner[0], expected: "〉" });
  }
  const [first] = open;
  if (first === undefined) return found;
  const [title] = /^《[^，。；：、“”（）《》]*/.exec(text.slice(first, first + LONGEST_SHOWN))!;
  return [...found, { id: "citation-half", at: first, words: title, expected: "》" }];
}

function fixes({ text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  if (!message.id.startsWith("citation-") || message.id === "citation-half" || !("expected" in message))
    return [];
  if (/[\r\n]/.test(text.slice(span.start, span.end))) return [];
  const value = String(message.expected);
  const preferred = message.id === "citation-form";
  return [
    { title: { id: "write-as", value }, safety: "suggested", preferred, edits: [{ span, newText: value }] },
  ];
}

export const narrativeCitation: Rule = {
  code: "narrative/citation",
  severity: "warning",
  basis: ["regulations-50", "decree-711", "form-2019", "form-2021", "gb-9704-number", "gb-15834"],
  repairs: ["suggested"],
  check,
  fixes,
};
