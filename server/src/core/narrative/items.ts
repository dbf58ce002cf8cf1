// The items of lists: which figures may be wholes or parts, which units go together, which kinds are all there are.

import { type Counted, isCounted, type Statement } from "./statements";

/** More items than are named: 等 behind them. */
export const OPEN_BEHIND = /^(?:等|左右|不等)/;
/** Another year's figure, a change, a target: neither whole nor part. */
export const NO_PART =
  /上年(?!度?(?:结转|转))|去年|同期|[比较从][^，]{0,8}的?$|由(?:\d{4}年度?|[^，]{0,8}的)?$|(?:增长|增加|新增|净增|上升|下降|减少|降低|多|少)了?$|任务|目标|指标/;
/** 两个平台共发布491条: how many places there are is no part. */
const PLACES = /^(?:渠道|平台|方面)/;
const READERS =
  /(?:点击|阅读|浏览|访问|播放|转发|点赞|观看|收听|关注|粉丝|订阅|下载)(?:量|数|人数|次数)?(?:共|达到?|为|约|累计)*$/;
/** Where something is published. */
export const CHANNEL = /网|公众号|微信|微博|抖音|平台|新媒体|公开栏|渠道|头条/;
/** One thing may be published on several channels; it is answered on one. */
export const PUBLISHED = /公开|发布|推送|更新|信息/;
/** Words that say that a figure is a whole. */
export const TOTAL = /共计|合计|总计|总共|(?<!公)共(?![享同建])|总数|总量|计$/;
/** 其中信函14件，网络2件，…，办结15件: what became of them all, behind a list of where they came from. */
export const COME_OF =
  /^[，；]?(?:已|共|全部|目前|均已)?(?:(?:办结|答复|办理完毕?)(?:申请)?数?$|(?:结转|转结|转下)(?!.*上年))/;
/** Kinds of things that are counted in more than one unit. */
const UNITS: readonly (readonly string[])[] = [
  ["条", "篇", "则", "条次", "篇次", "篇条"],
  ["件", "份", "宗", "起", "件次"],
];
/** The figures of a paragraph that may be wholes or parts. */
export function countsIn(text: string, statements: readonly Statement[]): Counted[] {
  return statements
    .filter(isCounted)
    .map(together)
    .filter(({ stated }) => !PLACES.test(text.slice(stated.to, stated.to + 2)))
    .filter(({ stated, left }) => !stated.each && !NO_PART.test(left) && !isOfReaders(stated.unit, left));
}

/** 部门、乡镇各5条: what they have together. */
function together(each: Counted): Counted {
  const names = /(?:^|其中|[，：])([^，。；：]{2,30})各$/.exec(each.left)?.[1]?.split(/[、和及与]/) ?? [];
  if (!each.stated.each || names.length < 2 || names.includes("")) return each;
  const { value, least, most } = each.claim;
  const all = { value: value * names.length, least: least * names.length, most: most * names.length };
  return { ...each, stated: { ...each.stated, ...all, each: false }, claim: { ...each.claim, ...all } };
}

/** Whether two units count the same kind of thing. */
export function isLike(unit: string, other: string): boolean {
  return unit === other || UNITS.some((units) => units.includes(unit) && units.includes(other));
}

/** Kinds of which there are no others: natural persons and organizations, the halves of a year. */
const ALL_THERE_ARE: readonly (readonly RegExp[])[] = [
  [/自然人|公民|个人/, /法人|组织|企业|单位|机构/],
  [/上半年/, /下半年/],
  [/一季度/, /二季度/, /三季度/, /四季度/],
  [/线上/, /线下/],
  [/人大/, /政协/],
  [/直接(?:起诉|提起)/, /复议后/],
];

/** How often what was published was read is none of it. */
function isOfReaders(unit: string, left: string): boolean {
  return /次$|^[人个]$/.test(unit) && !/[条件篇]次/.test(unit) && READERS.test(left);
}

const ACTS = /复议(?!后)|诉讼|许可|处罚|强制|建议|提案/g;

/** 行政复议9件，其中…；行政诉讼6件: whether an item begins with something else than what the whole counts. */
export function isOther(whole: Counted, part: Counted): boolean {
  const own = whole.left.match(ACTS) ?? [];
  const [, other] =
    /^[，；、]?(?:行政|人大|政协)?(复议(?!后)|诉讼|许可|处罚|强制|建议|提案)/.exec(part.left) ?? [];
  return own.length > 0 && other !== undefined && !own.some((act) => act === other);
}

/** Whether two figures are of applications that came to different ends: one is no part of the other. */
export function areSiblings({ claim }: Counted, other: Counted): boolean {
  const cells = claim.readings[0] ?? [];
  const others = other.claim.readings[0] ?? [];
  return (
    cells.every(isEnd) &&
    others.length > 0 &&
    others.every(isEnd) &&
    !others.some((name) => cells.includes(name))
  );
}

function isEnd(name: string): boolean {
  return /^applications\.(?:granted|partlyGranted|denied|unable|notProcessed|other)\b/.test(name);
}

/** Whether each part is of another of the kinds that make the whole, and none is missing. */
export function areAll(parts: readonly Counted[]): boolean {
  const cells = parts.flatMap(({ claim }) => claim.readings[0] ?? []);
  const sides = [".naturalPerson", ".business"].every((side) => cells.some((name) => name.endsWith(side)));
  return sides || isWholeByLabels(parts);
}

/** Whether the words of the parts name all kinds that there are, each once. */
export function isWholeByLabels(parts: readonly Counted[]): boolean {
  return ALL_THERE_ARE.some(
    (kinds) =>
      kinds.length === parts.length &&
      kinds.every((kind) => parts.some(({ left }) => kind.test(left))) &&
      parts.every(({ left }) => kinds.filter((kind) => kind.test(left)).length === 1),
  );
}

/** 解读文件12件，其中图解10件、视频5件: a document may be explained in several forms. */
export function areForms(whole: Counted, parts: readonly Counted[]): boolean {
  const sum = parts.reduce((total, { stated }) => total + stated.value, 0);
  if (sum <= whole.stated.value || !/^[件个份部项]$/.test(whole.stated.unit)) return false;
  return parts.filter(({ left }) => FORM.test(left)).length > 1;
}

const FORM = /图[文片解表]|文字|视频|音频|动[漫画]|H5|媒体|专家|负责人|发布会|访谈|问答/;

/** 涉及拆迁44件，教育15件，其他5件; 网站512条，微信236条，其他41条: the first is one of the items. */
export function isItem(whole: Counted, parts: readonly Counted[]): boolean {
  if (/^涉及|类$|方面$/.test(whole.left) || !COUNTED.test(whole.left)) return true;
  return CHANNEL.test(whole.left) && parts.some(({ left }) => CHANNEL.test(left));
}

const COUNTED =
  /[收接受][到理]|申请|公开|发布|推送|更新|办[理结]|答复|处理|回[应复]|解读|制发|印发|出台|发出|征集|开展|举[办行]|召开|编发|刊发|全年|本年|\d{4}年|共|累计|数$/;

/**
 * 全年公开426条，网站138条，微信216条，公开栏62条: names of channels alone, and little short of the whole. More than the
 * whole they may well be, since one thing may be on several.
 */
export function areChannelsOf(whole: Counted, parts: readonly Counted[]): boolean {
  const sum = parts.reduce((total, { stated }) => total + stated.value, 0);
  return (
    parts.length > 2 &&
    /全年|本年|\d{4}年/.test(whole.left) &&
    PUBLISHED.test(whole.left) &&
    !CHANNEL.test(whole.left) &&
    parts.every(({ left }) => PLAIN_CHANNEL.test(left)) &&
    sum < whole.stated.value &&
    whole.stated.value - sum <= whole.stated.value * NEAR_OF_CHANNELS
  );
}

const PLAIN_CHANNEL =
  /^[，、；]?[\u4e00-\u9fff]{0,8}(?:网站?|公众号|微信|微博|公开栏|客户端|抖音号?|头条号?|视频号)$/;
const NEAR_OF_CHANNELS = 0.05;
