// Wholes and their parts: 共12条，其中A 7条、B 5条; 12条（A 7条、B 5条）; A 7条、B 5条，共12条.

import type { Breakdown, Claim } from "../report/narrative";
import type { Stated } from "./quantities";
import type { Statement } from "./statements";

interface Counted extends Statement {
  readonly stated: Stated;
}

const INTRODUCED =
  /其中|包括|包含|含有|含(?!量|义)|分别|分为|分成|由.*(?:组成|构成)|具体为|具体是|具体如下|按.*分|在[^，。]{2,20}[中里]，/;
/** 13件中，; 8件：; the list stands right behind the whole. */
const INTRODUCED_AT_ONCE = /^[^，。；（）]{0,8}(?:中[，：]?|：)/;
const ALL_OF_THEM = /包括|包含|分别|分为|分成|组成|构成|具体为|具体是|具体如下|按.*分/;
/** More parts than are named: 主要包括 before them, 等 behind them. */
const OPEN_BEFORE = /同一|多种|主要|重点|例如|部分包括|如[：，]|突出|同时|重复|交叉/;
const OPEN_BEHIND = /^(?:等|左右|不等)/;
const OF_LAST_YEAR = /上年(?!度?(?:结转|转))|去年|同期|[比较由从][^，]{0,8}的?$/;
const REST = /其他|其它|其余|余下/;
const REMAINDER = /其余|余下|剩余/;
/** Words that begin another statement, so that the figure behind them is no part of the list. */
const ANOTHER =
  /另|同时|此外|同比|相比|比上年|较上年|比去年|较去年|增长|增加|减少|下降|上升|举办|召开|开展|组织(?:了|开展|召开|培训|参加)|累计|全年|共|总计|合计|结转|办结|答复|收到|受理|浏览|访问|点击|阅读/;
const TOTAL = /共计|合计|总计|总共|共|累计|总数|总量|计$/;

/** A list of more parts, or with parts further away, is none: so long lines are read as quickly as short ones. */
const MOST_PARTS = 60;
const LONGEST_LIST = 600;

type Found = Omit<Breakdown, "beside">;

/** The breakdowns of a paragraph's claims. */
export function breakdownsOf(text: string, statements: readonly Statement[]): Breakdown[] {
  const counts = statements.filter((each): each is Counted => {
    const kind = each.stated?.kind;
    return (kind === "count" || kind === "money") && !each.stated!.each && !OF_LAST_YEAR.test(each.left);
  });
  const parted = new Set<Claim>();
  return counts.flatMap((whole, i) => {
    const behind = counts.slice(i + 1, i + 1 + MOST_PARTS);
    const before = counts.slice(Math.max(0, i - MOST_PARTS), i);
    const found =
      bracketed(text, whole, behind) ?? listed(text, whole, behind) ?? summed(text, whole, before);
    const isPart = parted.has(whole.claim);
    if (!found || (isPart && !(found.introduced && isAtOnce(text, whole, counts[i + 1]!)))) return [];
    for (const part of found.parts) parted.add(part);
    const beside = before.filter(
      (each) => each.sentence === whole.sentence && isBound(each) && isBound(whole),
    );
    return [{ ...found, beside: beside.reverse().map(({ claim }) => claim) }];
  });
}

/** Whether nothing but a comma, a bracket or a word of introduction parts a part from parts of its own. */
function isAtOnce(text: string, { stated }: Counted, next: Counted): boolean {
  return !/[；。]/.test(text.slice(stated.to, next.stated.from));
}

/** 29条（其中27条…、2条…）: the parts stand in the bracket behind the whole. */
function bracketed(text: string, whole: Counted, behind: readonly Counted[]): Found | null {
  const opening = /^\p{Script=Han}{0,8}（/u.exec(text.slice(whole.stated.to, whole.stated.to + 9))?.[0];
  if (!opening) return null;
  const open = whole.stated.to + opening.length - 1;
  const inside = behind.filter(({ depth, sentence }) => depth > whole.depth && sentence === whole.sentence);
  const close = closing(text, open);
  const parts = inside.filter(({ depth, stated }) => depth === whole.depth + 1 && stated.from < close);
  const words = text.slice(open, close);
  if (parts.length < 2 && !INTRODUCED.test(words)) return null;
  return breakdown(text, whole, untilAnother(text, whole, parts), true, words);
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + LONGEST_LIST); i++) {
    if (text[i] === "（") depth++;
    else if (text[i] === "）" && --depth === 0) return i;
  }
  return Math.min(text.length, open + LONGEST_LIST);
}

/** The parts stand behind the whole, in its sentence, or in the next where that begins with 其中. */
function listed(text: string, whole: Counted, behind: readonly Counted[]): Found | null {
  const level = behind.filter(({ depth }) => depth === whole.depth);
  const [first] = level;
  if (!first) return null;
  if (first.stated.from - whole.stated.to > LONGEST_LIST) return null;
  const between = text.slice(whole.stated.to, first.stated.from);
  const next =
    first.sentence === whole.sentence + 1 &&
    /^[^。！？]*[。！？](?:其中|包括|主要包括|分别|在[^，。]{2,20}[中里]，|按[^，。]{2,20}(?:分|统计))/.test(
      between,
    );
  if (first.sentence !== whole.sentence && !next) return null;
  const parts = level.filter(({ sentence }) => sentence === first.sentence);
  const list = untilAnother(text, whole, parts);
  const last = list.at(-1);
  if (!last) return null;
  const words = between + text.slice(first.stated.to, endOfList(text, last));
  const introduced =
    next ||
    INTRODUCED.test(between) ||
    INTRODUCED_AT_ONCE.test(between) ||
    /，由.*(?:组成|构成)$/.test(words);
  const isRest = REMAINDER.test(last.left) && list.length > 1;
  if (!introduced && !TOTAL.test(whole.left) && !isRest) return null;
  if (!introduced && list.some(({ left }) => left.replace(/^[，、；：]/, "").length > 14)) return null;
  return breakdown(text, whole, list, introduced, words);
}

/** 共12条, 以上合计12条, 全年共发布信息12条: nothing but that figures before are summed up. */
const SUMS_UP =
  /^[，、；]?(?:以上|以上各项|各类|[两三四]项|全年|全年各渠道)?(?:共计|合计|总计|共|累计)(?:发布|公开|发布各类)?(?:政府|政务)?(?:信息)?$/;

/** A 7条、B 5条，共12条: the parts stand before the whole, or, where they make it exactly, in the sentence before. */
function summed(text: string, whole: Counted, before: readonly Counted[]): Found | null {
  const last = before.at(-1);
  if (!last || !SUMS_UP.test(whole.left)) return null;
  const over = whole.sentence - last.sentence;
  const parts = before.filter(({ depth, sentence }) => depth === whole.depth && sentence === last.sentence);
  if (over > 1 || parts.length < 2 || parts.some(({ stated }) => stated.unit !== whole.stated.unit))
    return null;
  if (parts.some(({ left }) => /同比|增长|下降|累计|共/.test(left))) return null;
  const sum = parts.reduce((total, { stated }) => total + stated.value, 0);
  if (over === 1 && !/^以上/.test(whole.left) && sum !== whole.stated.value) return null;
  return { ...breakdown(text, whole, parts, false, "")!, exhaustive: false };
}

/** The parts up to the one that begins another statement or counts in another unit. */
function untilAnother(text: string, whole: Counted, parts: readonly Counted[]): Counted[] {
  const first = parts[0]?.left ?? "";
  const end = parts.findIndex((each, i) => {
    const { left, stated } = each;
    if (stated.unit !== whole.stated.unit && !(isBound(each) && isBound(whole))) return true;
    const before = i === 0 ? first : parts[i - 1]!.left;
    const own = i === 0 ? left.replace(/^.*?(?:其中|包括|包含|含|分别为?|[：，])/, "") : left;
    const gap = i === 0 ? "" : text.slice(parts[i - 1]!.stated.to, stated.from);
    if (i > 0 && stated.value === whole.stated.value && /^[，；、]?$/.test(left)) return true;
    if (/^[，；、]?并(?!列)/.test(left)) return true;
    if (ANOTHER.test(own) && !(i > 0 && (ANOTHER.test(before) || ANOTHER.test(first))) && !/其中/.test(gap))
      return true;
    return i > 0 && /。|另外?|同时|此外/.test(gap);
  });
  return end < 0 ? [...parts] : parts.slice(0, end);
}

function isBound({ claim }: Counted): boolean {
  return claim.readings.length > 0;
}

function endOfList(text: string, last: Counted): number {
  const behind = text.slice(last.stated.to, last.stated.to + LONGEST_LIST).search(/[，。；！？）]/);
  return behind < 0 ? last.stated.to : last.stated.to + behind;
}

function breakdown(
  text: string,
  whole: Counted,
  parts: readonly Counted[],
  introduced: boolean,
  words: string,
): Found | null {
  if (parts.length === 0) return null;
  const gaps = parts.map(({ stated }, i) =>
    i === 0 ? "" : outsideBrackets(text.slice(parts[i - 1]!.stated.to, stated.from)),
  );
  // A comma behind items that were parted by 、 ends their list.
  const firstComma = gaps.findIndex((gap, i) => i > 0 && !/^[^，]*、/.test(gap));
  const widens = firstComma > 1 && /^[^、]*，/.test(gaps[firstComma]!) ? firstComma : -1;
  const breaks = gaps.flatMap((gap, i) => (i > 0 && (/[；。]/.test(gap) || i === widens) ? [i] : []));
  const nested = gaps.flatMap((gap, i) => (i > 0 && /其中|包括|包含|分别/.test(gap) ? [i] : []));
  const claims: Claim[] = parts.map(({ claim }) => claim);
  return {
    whole: whole.claim,
    parts: claims,
    breaks,
    nested,
    open:
      OPEN_BEFORE.test(text.slice(whole.stated.to, parts[0]!.stated.from)) ||
      OPEN_BEHIND.test(text.slice(parts.at(-1)!.stated.to)),
    exhaustive:
      ALL_OF_THEM.test(words) ||
      words.startsWith("：") ||
      REST.test(parts.at(-1)!.left) ||
      sidesAreAll(parts),
    introduced,
  };
}

function outsideBrackets(gap: string): string {
  return gap.replace(/（[^（）]*）/g, "");
}

/** Natural persons on one side and organizations on the other are all applicants there are. */
function sidesAreAll(parts: readonly Counted[]): boolean {
  const cells = parts.flatMap(({ claim }) => claim.readings[0] ?? []);
  return (
    cells.some((name) => name.endsWith(".naturalPerson")) && cells.some((name) => name.endsWith(".business"))
  );
}
