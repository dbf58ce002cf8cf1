// Words that make figures less than, or other than, what the report's tables count: a part of the organ or of the year,
// a channel, another year, cases about other matters.

import { isDispute, type Subject } from "./bind";

/** A channel, an office, a part of the organ or of the year, a time that is compared with. */
const NARROWED =
  /作为.{0,30}机关|司法局|法院|检察院|作为.{0,30}机构|去年|上年(?!度?结转)|同期|季度|上半年|下半年|(?<!今年|本年|本年度|年初)以来|各部门|各单位|各镇|各乡|各县|各区|各街道|各级|下属|所属|系统|月份|近[一二两三四五六七八九十\d]+年|(?<!一)年来|历年|最多|最少|单月|与.{0,30}相比|较.{0,30}年|^(?:乡镇|[市县区]直(?:部门|单位)|部门)$/;

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

/** Documents by whether they may be published, which are said to be 依申请公开 and 不予公开, too. */
const DOCUMENTS = /公文|公开属性|(?<!规范性)文件\d|发文|文稿|拟公开|审[核查](?:的|各类)*(?:政府)?信息|目录/;
/** 依申请公开21件 beside 主动公开92件: how many documents are so. */
const ATTRIBUTE = /依申请公开(?:的|类|(?:政府)?信息)?$/;
const ATTRIBUTE_BEHIND = /^依申请公开(?![\u4e00-\u9fff])/;

/** Whether a clause counts or sorts documents or information, not applications. */
export function isOfDocuments(words: string): boolean {
  return DOCUMENTS.test(words);
}

const OTHER_THING = /(?<=受理|收到|接到|接收|办理|新收)[^，、；]{2,12}申请/;
/** 所属分局受理12件: the figures are those of an organ below. */
export function isOfBelow(words: string): boolean {
  return /所属|下属|直属|派出/.test(words);
}

/** 取水许可申请, 援助申请; not 网上申请, 征地类申请. */
const OF_OURS =
  /涉|关于|针对|有关|(?<!各)类申请|的申请|领域|方面|网|线上|信函|邮|当面|现场|窗口|传真|书面|口头|公开|依申请|人申请|企业申请|组织申请/;

/** Whether words before a figure name applications by some other thing that is applied for. */
export function areOfOtherKind(words: string): boolean {
  const thing = OTHER_THING.exec(words)?.[0];
  return thing !== undefined && !OF_OURS.test(thing);
}

/** Whether the words before a figure, or behind it, may only say that documents are published on application. */
export function isAttribute(words: string, behind: string): boolean {
  return ATTRIBUTE.test(words) || ATTRIBUTE_BEHIND.test(behind);
}

/** 23件，其中3件未计入附表: not all that is stated is in the tables. */
const LEFT_OUT = /[未不](?:计入|列入|纳入|记入|统计在|包含在|填入)/;

/** Whether `behind` a figure it is said that the tables have not all of it. */
export function isLeftOut(behind: string): boolean {
  return LEFT_OUT.test(behind.slice(0, FAR));
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
