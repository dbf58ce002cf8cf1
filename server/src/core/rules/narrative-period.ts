// narrative/period: the period that the report says its figures are for is not the whole of its year.

import { type Paragraph, spanIn } from "../report/narrative";
import { sentenceAround } from "../text/sentence";
import { matchesOf } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

const DATE = "(?:(\\d{4})[年./\\-])?(\\d{1,2})[月./\\-](\\d{1,2})日?";
/** 至, 起至, 起到, ，止于: what stands between a period's two days. */
const TO = "(?:起|开始)?，?(?:截?止[于至到]?|结束于|至|到|[-—~]+)";
const RANGE = new RegExp(`${DATE}${TO}${DATE}`, "g");
const MONTHS =
  /(\d{4})年(\d{1,2})月(?:份)?(?:至|到|[-—~]+)(?:(\d{4})年)?(\d{1,2})月(?!\d|份?\d|.?\d{1,2}日)/g;
/** What tells that a range or a last day is that of the report's figures. */
const OF_FIGURES =
  /统计|所列数据|数据(?:期限|时限|时间)|报告期|起止|数据[^。；]{0,4}[起自从]|数据[^。；]{0,4}截[至止]|本报告.{0,60}(?:涵盖|反映|期间)/;
/** A word of each of these. */
const SPEAKS_OF_FIGURES = /统计|数据|报告期|起止|本报告/;
const LAST_DAY =
  /(?:截至|截止|截止到|截止至|截止时间[为是]|截止日期[为是])(?:到|至)?(\d{4})年(\d{1,2})月(\d{1,2})日/g;
const LAST_MONTHS = 11;
/** 截止2022年底: the end of a year as a last day. */
const LAST_OF_YEAR = /(?:截至|截止)(?:到|至)?(\d{4})年(?:年?[底末]|12月底)/g;

function check({ report }: RuleContext): RuleFinding[] {
  const { year } = report;
  if (year === null || report.yearFrom === "period") return [];
  return report.narrative.paragraphs.flatMap((paragraph) => {
    const found = SPEAKS_OF_FIGURES.test(paragraph.text) ? ranges(paragraph, year) : [];
    if (!paragraph.text.includes("截")) return found;
    return [...found, ...lastDays(paragraph, year), ...yearEnds(paragraph, year)];
  });
}

function ranges(paragraph: Paragraph, year: number): RuleFinding[] {
  const { text } = paragraph;
  const days = matchesOf(text, RANGE).flatMap((match) => {
    const [, fromYear, fromMonth, fromDay, toYear = fromYear, toMonth, toDay] = match;
    if (fromYear === undefined || !OF_FIGURES.test(sentenceAround(text, match.index))) return [];
    const whole = [fromMonth, fromDay, toMonth, toDay].map(Number).join() === "1,1,12,31";
    return whole && Number(fromYear) === year && Number(toYear) === year ? [] : [match];
  });
  const months = matchesOf(text, MONTHS).flatMap((match) => {
    const [, fromYear, from, toYear = fromYear, to] = match;
    if (!OF_FIGURES.test(sentenceAround(text, match.index))) return [];
    const whole = Number(from) === 1 && Number(to) === 12;
    return whole && Number(fromYear) === year && Number(toYear) === year ? [] : [match];
  });
  return [...days, ...months].map((match) => finding(paragraph, match.index, match[0], year));
}

/** A last day late in the year that is not the year's last, or that of another year where figures are spoken of. */
function lastDays(paragraph: Paragraph, year: number): RuleFinding[] {
  return matchesOf(paragraph.text, LAST_DAY).flatMap((match): RuleFinding[] => {
    const [words, stated, month, day] = match;
    const isLast = Number(month) === 12 && Number(day) === 31;
    const sentence = sentenceAround(paragraph.text, match.index);
    const ofFigures = OF_FIGURES.test(sentence);
    const ofLastYear = Number(stated) === year - 1 && isLast && isOfTheYear(paragraph.text, sentence, year);
    const early = !ofFigures && Number(month) < LAST_MONTHS;
    if (Number(stated) === year ? isLast || early : !ofFigures && !ofLastYear) return [];
    const date = words.slice(words.indexOf(stated!));
    const at = match.index + words.length - date.length;
    const span = spanIn(paragraph, at, at + date.length);
    const expected = `${year}年12月31日`;
    if (ofFigures || ofLastYear)
      return [{ span, message: { id: "period", found: date, expected }, cells: [] }];
    if (!/公开|发布|收到|办结|答复|受理/.test(sentence)) return [];
    return [{ span, message: { id: "period-doubt", found: date, expected }, cells: [], doubt: true }];
  });
}

/** Whether a sentence gives what was done in the course of the year, and its paragraph does not name the report's own. */
function isOfTheYear(text: string, sentence: string, year: number): boolean {
  if (text.includes(`${year}年`) || /结转|尚[有未]|未办结/.test(sentence)) return false;
  return (
    /全年|本年|今年/.test(sentence) ||
    /(?:公开|发布|推送|收到|办结|答复|受理)[^，。；]{0,20}\d+(?:余|多)?[条件篇份]/.test(sentence)
  );
}

/** 截止2022年底，全年公开…: figures of the whole year, up to the end of the one before. */
function yearEnds(paragraph: Paragraph, year: number): RuleFinding[] {
  return matchesOf(paragraph.text, LAST_OF_YEAR).flatMap((match): RuleFinding[] => {
    const stated = match[1]!;
    const sentence = sentenceAround(paragraph.text, match.index);
    if (Number(stated) !== year - 1 || !isOfTheYear(paragraph.text, sentence, year)) return [];
    const words = match[0].slice(match[0].indexOf(stated));
    const at = match.index + match[0].length - words.length;
    const span = spanIn(paragraph, at, at + words.length);
    return [{ span, message: { id: "period", found: words, expected: `${year}年12月31日` }, cells: [] }];
  });
}

function finding(paragraph: Paragraph, at: number, words: string, year: number): RuleFinding {
  const span = spanIn(paragraph, at, at + words.length);
  return { span, message: { id: "period", found: words, expected: `${year}年1月1日至12月31日` }, cells: [] };
}

function fixes({ text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  if (message.id !== "period" || /[\r\n]/.test(text.slice(span.start, span.end))) return [];
  const title = { id: "write-as", value: message.expected } as const;
  return [{ title, safety: "suggested", preferred: true, edits: [{ span, newText: message.expected }] }];
}

/** Article 49 of the 条例: the report is on the year before the one in which it is published. */
export const narrativePeriod: Rule = {
  code: "narrative/period",
  severity: "warning",
  basis: ["regulations-49"],
  repairs: ["suggested"],
  check,
  fixes,
};
