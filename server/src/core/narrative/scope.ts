// Words that make figures less than, or other than, what the report's tables count: a part of the organ or of the year,
// a channel, another year, cases about other matters.

import { isDispute, type Subject } from "./bind";

/** A channel, an office, a part of the organ or of the year, a time that is compared with. */
const NARROWED =
  /作为.{0,30}机关|司法局|法院|检察院|作为.{0,30}机构|去年|上年(?!度?结转)|同期|季度|上半年|下半年|(?<!今年|本年|本年度|年初)以来|各部门|各单位|各镇|各乡|各县|各区|各街道|各级|下属|所属|系统|月份|近[一二两三四五六七八九十\d]+年|(?<!一)年来|历年|最多|最少|单月|与.{0,30}相比|较.{0,30}年/;

const CHANNEL = /网络|网上|平台|信函|邮件|邮箱|当面|现场|窗口|传真|来信|来访|微信/;
/** 网站、信函等渠道: all of them. */
const MANY =
  /等(?:多种|多个|各种|各类|多|各)?(?:渠道|方式|形式|途径|方法)|[、和及].*的?方式$|(?:多种|各种|各类)(?:渠道|方式|形式|途径)/;

/** 对征地类申请: of what became of these alone; not 对收到的申请. */
const SOME_OF_THEM =
  /(?:对于?|针对|关于|涉及)(?![^，]*(?:收到|受理|办结|新收|提出|办理|上述|所有|全部|各类))[^，]{2,20}[类的](?:政府信息公开|信息公开)?申请$/;

/** Whether a clause without figures narrows what the next ones count, or moves it to another time. */
export function narrows(words: string): boolean {
  return NARROWED.test(words) || SOME_OF_THEM.test(words) || (CHANNEL.test(words) && !MANY.test(words));
}

const NAMED_YEAR = /^(?:在|而)?(\d{4})年/;
/** 2022年结转的2件: of the year before, but not its figure. */
const CARRIED = /结转|转结|转入/;

/** Whether a clause begins with another year than the report's; null where it begins with none. */
export function isOfOtherYear(words: string, year: number | null): boolean | null {
  const named = NAMED_YEAR.exec(words)?.[1];
  return named === undefined || year === null ? null : Number(named) !== year && !CARRIED.test(words);
}

/** 其中涉及信息公开的1件, 均不涉及政府信息公开. */
const OTHERS_TOO =
  /(?:不|未)涉及?(?:政府)?信息公开|信息公开(?:工作)?无关|其中[^，。；]{0,8}(?:政府)?信息公开/;
/** How far behind a figure words may say so. */
const FAR = 120;

/** Whether `behind` a figure for cases it is said that not all of them were about information. */
export function areOfOtherMatters({ entities }: Subject, behind: string): boolean {
  return entities.some(isDispute) && OTHERS_TOO.test(behind.slice(0, FAR));
}
