// narrative/year: a year that the report cannot mean: miswritten, left from last year's report, a plan for the year
// that is over, a signature before its end. A year that is compared with, or that belongs to a document, is right.

import { type Paragraph, spanIn } from "../report/narrative";
import { readNumbering } from "../text/numbering";
import { restOfSentence, sentenceAround, sentenceBounds } from "../text/sentence";
import { missingDays, miswrittenYears } from "./days";
import { matchesOf } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

/** What last year's report begins its paragraphs and headings with. */
const BEGINS =
  /^(?:自)?(\d{4})年(?:度)?(?:以来)?(?:，|主要|存在|工作|总体|主动公开|依申请|政府信息公开|我[局镇乡县区市街委办厅院处所]|本[机局镇乡街单])/;
/** 一年来，我镇2022年度政府信息公开工作…: the year of the organ's work, said of the whole report. */
const WORK =
  /^(?:(?:一年来|过去一年|全年)，)?(?:我|本)[\p{Script=Han}]{1,4}?(\d{4})年度?(?:的)?(?:政府信息|政务)公开工作(?!年?度?报告|年报|要点|考核|计划|总结)/u;
/** 2022年无其他需要报告的事项, 我镇2022年未收取费用. */
const NOTHING =
  /^[^，。；：\d]{0,14}(\d{4})年度?，?(?:无(?:其他|需|收费|行政|政府信息|依申请)|未(?:收到|发生|收取|产生)|没有(?:其他|收到|发生|收取|需))/;
const THIS_REPORT =
  /(\d{4})年度?政府信息(?:公开)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:报告|年报)/g;
const ABOUT =
  /本(?:年度)?报告(?:中)?(?:所列)?(?:的)?(?:数据|内容|统计[时期]限)?(?:均)?(?:涵盖|反映|为|是|所列)(\d{4})年(?!\d)/g;
const WHOLE_YEAR = /(?<=^|[。；])(\d{4})年全年/g;
const PUBLISHED = /编制|撰写|形成|现公布|现发布|特?此?公布|制作|如下|现将|现予/;
/** A heading, or a sentence in its place, on the organ's work in a year: （一）2022年主动公开情况. */
const HEADING =
  /^[“"]?(\d{4})[”"]?年度?[”"]?[^。，；：\d]{0,22}?(?:情况|概况|概述|总结|总体工作|公开工作|申请工作)[。：]?$/;
/** What a report may speak of with last year's name: its plan, its problems, its examination. */
const OF_THAT_YEAR =
  /整改|要点|问题|考核|考评|评估|年报|报告|计划|对比|比较|打算|安排|目标|思路|重点|任务|遗留|结转|测评|通报/;
/** What was done with last year's report in the course of the year. */
const DONE_BEFORE = /按时|及时|已|月底前|日前|报告[已于]/;
const COMPARED = /相比|同比|上年|去年|以来|对比|较\d|比\d|结转|继续|延续|截[至止]/;
/** Plans of a year that is over: 2022年，我局将, 在2022年的工作中，将. */
const PAST_PLAN =
  /^(?:在|下一步[，：])?(\d{4})年(?:度)?(?:的?工作中)?，(?:我[\p{Script=Han}]{1,3}|本[\p{Script=Han}]{1,3}|我们)?将(?![^，。；]*(?:纳入|列入|作为|融入|写入|列为|与))/u;
const PLAN =
  /^(?:下一步[，：]|下一年度?，?即?)?(\d{4})年(?:度)?，?(?:的)?(?:工作)?(?:计划|打算|安排|思路|目标|重点|，?[^。；]{0,10}(?:将(?![^，。；]*(?:纳入|列入|作为|融入|与))|拟|计划))/;
/** What begins like a plan, or like last year's report. Asked first: patterns with a script's characters take long to compile. */
const NEAR_YEAR = /^[^\d。；：]{0,14}\d{4}年/;
const SIGNED = /^(?:[^\d：]{2,6}：)?(\d{4})年(\d{1,2})月\d{1,2}日。?$/;
/** A report is signed in January to March of the next year. */
const SIGNED_BY = 6;

/** A year or a day: where a paragraph names none, none can be wrong. */
const DATED = /(?:[\dOolI”"]|[一二三四五六七八九〇○零]{2})年|\d日/;

function check({ report }: RuleContext): RuleFinding[] {
  const { year } = report;
  if (year === null || report.yearFrom === "text") return [];
  const { paragraphs } = report.narrative;
  return paragraphs.flatMap((written, i) => {
    if (!DATED.test(written.text)) return [];
    const paragraph = withArabicYears(written);
    const found = [
      ...miswritten(paragraph, year),
      ...headings(paragraph, year),
      ...named(paragraph, year),
      ...about(paragraph, year),
      ...wholeYears(paragraph, year),
    ];
    if (found.length > 0) return found;
    const isLast = i >= paragraphs.length - 3;
    return [...beginning(paragraph, year), ...(isLast ? signed(paragraph, year) : [])];
  });
}

const HAN_YEAR = /二[〇○零][一二三四五六七八九〇○零]{2}(?=年)/g;

/** 二〇二三年 as 2023年: the same length, so that every place stays. */
function withArabicYears(paragraph: Paragraph): Paragraph {
  const text = paragraph.text.replace(HAN_YEAR, (year) =>
    [...year].map((digit) => Math.max("〇一二三四五六七八九".indexOf(digit), 0)).join(""),
  );
  return text === paragraph.text ? paragraph : { ...paragraph, text };
}

function finding(
  paragraph: Paragraph,
  at: number,
  id: "year-digits" | "year-past" | "year-plan" | "year-signed",
  [found, expected]: readonly [string, string],
  year: number,
): RuleFinding {
  const span = spanIn(paragraph, at, at + found.length);
  return { span, message: { id, found, year, expected }, cells: [] };
}

function miswritten(paragraph: Paragraph, year: number): RuleFinding[] {
  const { text } = paragraph;
  const years = miswrittenYears(text, year).map(({ at, words, expected }) =>
    finding(paragraph, at, "year-digits", [words, expected!], year),
  );
  const days = missingDays(text).flatMap(({ at, words }): RuleFinding[] => {
    // The period's own rule says what its days should be.
    if (/统计|数据|报告期|起止|截[至止]/.test(sentenceAround(text, at))) return [];
    const span = spanIn(paragraph, at, at + words.length);
    return [{ span, message: { id: "date-none", found: words }, cells: [] }];
  });
  return [...years, ...days];
}

/** A heading on the work of another year, by itself or as a paragraph's first sentence. */
function headings(paragraph: Paragraph, year: number): RuleFinding[] {
  const { text } = paragraph;
  const skipped = lengthOfNumber(text);
  const head = text.slice(skipped, sentenceBounds(text, skipped).to);
  const stated = HEADING.exec(head)?.[1];
  if (!stated || OF_THAT_YEAR.test(head) || text.includes(`${year}年`)) return [];
  if (Number(stated) >= year || Number(stated) < year - 3) return [];
  return [pastYear(paragraph, skipped + head.indexOf(stated), stated, year)];
}

/** （一）, 1., 一是: what stands before a paragraph's own words. */
function lengthOfNumber(text: string): number {
  return (
    readNumbering(text)?.length ??
    /^(?:[一二三四五六七八九十]是|\d{1,2}\.(?=20\d\d年))/.exec(text)?.[0].length ??
    0
  );
}

/** 编制…2022年政府信息公开工作年度报告: the report names itself, with another year. */
function named(paragraph: Paragraph, year: number): RuleFinding[] {
  const { text } = paragraph;
  return matchesOf(text, THIS_REPORT, "政府信息").flatMap((match): RuleFinding[] => {
    const { from, to } = sentenceBounds(text, match.index);
    const before = text.slice(from, match.index);
    const sentence = text.slice(from, to);
    const quoted =
      /《[^》]*$/.test(before) &&
      text.slice(match.index, to).includes("》") &&
      !/(?:现予?[公发]布|编制)《[^》]*$/.test(before);
    // 2023年1月公布了2022年…年度报告: what was done in the course of the year, with the report before this one.
    if (/\d{1,2}月|[公发]布了|编制了/.test(before)) return [];
    if (
      Number(match[1]) === year ||
      quoted ||
      COMPARED.test(sentence) ||
      DONE_BEFORE.test(sentence) ||
      !PUBLISHED.test(sentence)
    )
      return [];
    return [pastYear(paragraph, match.index, match[1]!, year)];
  });
}

/** 本报告涵盖2022年…: what the report says that it is about. */
function about(paragraph: Paragraph, year: number): RuleFinding[] {
  return matchesOf(paragraph.text, ABOUT, "报告")
    .filter((match) => Number(match[1]) !== year)
    .map((match) => pastYear(paragraph, match.index + match[0].indexOf(match[1]!), match[1]!, year));
}

function pastYear(paragraph: Paragraph, at: number, stated: string, year: number): RuleFinding {
  return finding(paragraph, at, "year-past", [`${stated}年`, `${year}年`], year);
}

/** 2022年全年未发生…: a sentence about the whole of the year before, where no year is compared. */
function wholeYears(paragraph: Paragraph, year: number): RuleFinding[] {
  return matchesOf(paragraph.text, WHOLE_YEAR, "年全年").flatMap((match) => {
    const sentence = restOfSentence(paragraph.text, match.index);
    const other = Number(match[1]) === year - 1 && !COMPARED.test(sentence);
    return other ? [pastYear(paragraph, match.index, match[1]!, year)] : [];
  });
}

/** 2032年，区教育局坚持…: no year that a report of the past can begin with; 2024年，我镇公开信息96条: what a year that is not over is said to have brought. */
function future(paragraph: Paragraph, text: string, skipped: number, year: number): RuleFinding[] {
  const [words, stated] = /^(\d{4})年，[^。]*/.exec(text) ?? [];
  if (!words || Number(stated) <= year) return [];
  const isFar = Number(stated) > year + 1;
  if (
    (!isFar && !/\d/.test(words.slice(5))) ||
    /将|计划|拟|力争|争取|预计|确保|(?<![重主需纪摘首])要(?![点求闻素])|目标|规划/.test(words) ||
    (!isFar && /推进|加强|进一步|继续|[1-3]月/.test(words))
  )
    return [];
  return [finding(paragraph, skipped, "year-past", [`${stated}年`, `${year}年`], year)];
}

/** A paragraph, heading or sentence that begins with another year than the report's, or plans for the report's own. */
function beginning(paragraph: Paragraph, year: number): RuleFinding[] {
  const skipped = lengthOfNumber(paragraph.text);
  const isEnd = paragraph.section === "problems" || paragraph.section === "others";
  const plans = isEnd
    ? starts(paragraph.text, skipped, "。；：").flatMap((at) => plan(paragraph, at, year))
    : [];
  if (plans.length > 0) return plans;
  const text = paragraph.text.slice(skipped);
  const ahead = paragraph.section === "problems" ? [] : future(paragraph, text, skipped, year);
  if (ahead.length > 0) return ahead;
  // A sentence that begins with the report's own year shows that years are told apart.
  const sentences = starts(paragraph.text, skipped, "。；，");
  if (sentences.some((at) => paragraph.text.startsWith(`${year}年`, at))) return [];
  const titled = /^(?!其他)[^，。；：\d]{2,14}(?:情况|概况)。(?=\d{4}年)/.exec(text)?.[0].length ?? 0;
  const first = past(paragraph, skipped + titled, text.slice(titled), year);
  return first.length > 0
    ? first
    : sentences
        .slice(1)
        .flatMap((at) => pastOfOrgan(paragraph, at, year))
        .slice(0, 1);
}

/** Where a text, from `skipped` on, and what follows each of the marks begins. */
function starts(text: string, skipped: number, marks: string): number[] {
  const found = [skipped];
  for (let i = skipped; i < text.length - 1; i++) if (marks.includes(text[i]!)) found.push(i + 1);
  return found;
}

/** 2023年，我局将…; behind 下一步 it may be 继续, too. */
function plan(paragraph: Paragraph, at: number, year: number): RuleFinding[] {
  const text = restOfSentence(paragraph.text, at);
  if (!NEAR_YEAR.test(text)) return [];
  const isAhead = /(?:下一步|改进|今后)[^。；]{0,8}[：，]$/.test(paragraph.text.slice(0, at));
  const words =
    PLAN.exec(text) ?? (isAhead ? /^(\d{4})年，?(?:我[局镇乡街委办厅]|继续|进一步)/.exec(text) : null);
  const past = PAST_PLAN.exec(text);
  const stated = Number(words?.[1]) === year ? words : past;
  const isOver = Number(stated?.[1]) <= year && Number(stated?.[1]) > year - 3;
  if (!stated || !isOver) return [];
  const from = at + stated[0].indexOf(stated[1]!);
  return [finding(paragraph, from, "year-plan", [`${stated[1]}年`, `${year + 1}年`], year)];
}

function past(paragraph: Paragraph, at: number, text: string, year: number): RuleFinding[] {
  if (!NEAR_YEAR.test(text)) return [];
  const began = BEGINS.exec(text) ?? WORK.exec(text) ?? NOTHING.exec(text) ?? withFigures(text);
  const stated = Number(began?.[1]);
  if (!began || stated >= year || stated < year - 3) return [];
  if (restOfSentence(text, 0).includes(`${year}年`)) return [];
  // What was carried over is this year's, too.
  const rest = text.slice(began[0].length).replace(/上年度?结转|结转(?:下|至|到)/g, "");
  if (
    COMPARED.test(rest) ||
    /整改|要点|考核|考评|评估|测评/.test(/^[^，。；：]*/.exec(text)![0]) ||
    /荣获|获得|被评为|评为|表彰|成立|启用|开通|印发|划转|组建|机构改革/.test(rest)
  )
    return [];
  // With 以来 the year before the report's own may be meant; only figures of the whole year speak against it.
  if (/以来/.test(began[0]) && !/全年/.test(rest)) return [];
  if (/^自/.test(began[0]) && !/全年/.test(rest)) return [];
  return [pastYear(paragraph, at + began[0].indexOf(began[1]!), began[1]!, year)];
}

/** 2022年共收到申请12件: what was counted in a year, where no other is spoken of. */
function withFigures(text: string): RegExpExecArray | null {
  const began = /^(\d{4})年度?(?:共|通过|累计|全[省市区县镇乡]|新收|收到|受理)/.exec(text);
  const isCounted = /\d(?:条|件|篇|份|次|人次)/.test(restOfSentence(text, 0));
  return isCounted && !/今年|本年|当年|其后|\d{4}年(?!度?全年)/.test(text.slice(5)) ? began : null;
}

/** …条例要求，2022年，我局未收到申请: within a paragraph, only what the organ did in a year it does not report on. */
function pastOfOrgan(paragraph: Paragraph, at: number, year: number): RuleFinding[] {
  const { text } = paragraph;
  if (!/^\d{4}年/.test(text.slice(at, at + 5))) return [];
  const [, stated] = OF_ORGAN.exec(text.slice(at, at + 60)) ?? [];
  if (!stated || Number(stated) >= year || Number(stated) < year - 3) return [];
  if (COMPARED.test(sentenceAround(text, at)) || text.includes(`${year}年`)) return [];
  return [pastYear(paragraph, at, stated, year)];
}

const OF_ORGAN =
  /^(\d{4})年度?，?(?:我|本)[\p{Script=Han}]{1,4}?[^，。；]{0,20}(?:未收到|收到|受理|未发生|认真|严格|坚持|主动公开|通过|积极|全面|共)/u;

function signed(paragraph: Paragraph, year: number): RuleFinding[] {
  const match = SIGNED.exec(paragraph.text);
  if (!match || Number(match[1]) !== year || Number(match[2]) > SIGNED_BY) return [];
  const at = paragraph.text.indexOf(match[1]!);
  const words = paragraph.text.slice(at).replace(/。$/, "");
  const expected = words.replace(/^\d{4}/, String(year + 1));
  return [finding(paragraph, at, "year-signed", [words, expected], year)];
}

function fixes({ text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  if (!("year" in message) || !("expected" in message)) return [];
  const written = text.slice(span.start, span.end);
  const expected = String(message.expected);
  const newText =
    /\d{4}(?=年)/.test(written) && message.id === "year-signed"
      ? written.replace(/\d{4}/, expected.slice(0, 4))
      : expected;
  const title = { id: "write-as", value: expected } as const;
  return [{ title, safety: "suggested", preferred: false, edits: [{ span, newText }] }];
}

export const narrativeYear: Rule = {
  code: "narrative/year",
  severity: "warning",
  basis: [],
  repairs: ["suggested"],
  check,
  fixes,
};
