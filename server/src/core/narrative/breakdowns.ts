// Wholes and their parts: 共12条，其中A 7条、B 5条; 12条（A 7条、B 5条）; A 7条、B 5条，共12条. Where a list begins is told by
// a word; where it ends, and which figure before it is its whole, often is not: all that may be meant is given.

import type { Breakdown, Claim } from "../report/narrative";
import { ONE } from "../text/quantity";
import {
  areAll,
  areChannelsOf,
  areForms,
  areSiblings,
  CHANNEL,
  COME_OF,
  isItem,
  isLike,
  isOther,
  isWholeByLabels,
  OPEN_BEHIND,
  PUBLISHED,
  TOTAL,
} from "./items";
import type { Counted } from "./statements";

/** Words that say that what follows are parts. */
const INTRODUCES =
  /(?<=，)内有|其中|包括|包含|含有|(?<!内)含(?![量义金])|分别|分为|分成|具体为|具体是|具体如下|按[^，。；]{1,12}(?:分|统计|划分)|在[^，。；、]{2,20}(?<!其)[中里]，/;
/** 13件中，A 7件; 8件：A 7件: the list stands right behind the whole. */
const AT_ONCE = /^[^，。；、（）]{0,8}(?:中，|里，|：)/;
/** ，由A 3个、B 2个组成. */
const MADE_OF = /，由/;
/** Within a list: what follows are parts of the part before. */
const NESTS = /(?<=，)内有|其中|包括|包含|分别|具体为|含/;
const ALL_OF_THEM = /包括|包含|分别|分为|分成|具体为|具体是|具体如下/;
/** More parts than are named: 主要包括 before them. */
const OPEN_BEFORE = /同一|多种|主要(?!负责|领导)|重点|例如|部分包括|如[：，]|突出|同时|重复|交叉/;
const REST = /(?:其他|其它)(?!组织)|其余|余下/;
const REMAINDER = /其余|余下|剩余/;
/** 部分文件同时采用两种形式: a thing is counted with more than one part. */
const OVERLAPS = /部分[^，]{0,10}(?:同时|兼)|同时(?:采用|使用|运用|包含|含有|涉及|属于)|既[^，]{1,12}又|兼有/;
/** What is done with what is counted; a list whose items say what is done goes on with the same, or may end. */
const DONE =
  /^[，；、]?(?:已|共|并)?(转发|办结|答复|收到|受理|回应|举办|召开|开展|作出|制发|印发|结转|采取|关闭)/;
/** What is named, not done: 答复类信息. */
const NOUN = /(?:信息|类|情况|结果|报告|文件|清单|指南|制度)$/;
/** What becomes of applications is no part of those that came in, unless a word says so. */
const OUTCOME = /结转|办结|答复|收到|受理/g;
/** Words that begin another statement, however much the list is like it. */
const BEGINS_ANEW =
  /^[，；、]?(?:并(?!列)|另|同时|此外|还|已办理的|全年|年内|累计|(?<!公)共|总计|合计)|同比|相比|比上年|较上年|比去年|较去年/;

type Found = Omit<Breakdown, "wholes">;

/** The breakdowns of a paragraph by its figures that may be wholes or parts. */
export function breakdownsOf(text: string, counts: readonly Counted[]): Breakdown[] {
  const lists = new Lists(text, counts);
  return counts.flatMap((_, i) => {
    const inBracket = lists.bracketed(i);
    if (inBracket) return [{ ...inBracket, wholes: [[inBracket.whole]] }];
    const listed = lists.listed(i);
    if (listed) return [{ ...listed, wholes: lists.wholesOf(i) }];
    const summed = lists.summed(i);
    return summed ? [{ ...summed, wholes: [[summed.whole]] }] : [];
  });
}

class Lists {
  /** Parts of lists that a word introduced: no wholes of lists that none does. */
  private readonly parts = new Set<Claim>();

  constructor(
    private readonly text: string,
    private readonly counts: readonly Counted[],
  ) {}

  /** 29条（其中27条…、2条…）: the parts stand in the bracket behind the whole. */
  bracketed(i: number): Found | null {
    const whole = this.counts[i]!;
    const opening = /^[\u4e00-\u9fff]{0,8}（/.exec(
      this.text.slice(whole.stated.to, whole.stated.to + 9),
    )?.[0];
    if (!opening) return null;
    const open = whole.stated.to + opening.length - 1;
    const close = closing(this.text, open);
    const inside = this.behind(i).filter(
      ({ stated, depth }) => stated.from > open && stated.to <= close && depth === whole.depth + 1,
    );
    const words = this.text.slice(open + 1, inside[0]?.stated.from ?? close);
    if (inside.length < (INTRODUCES.test(words) ? 1 : 2) || /另|同比|上年/.test(words)) return null;
    return this.found(whole, inside, { introduced: true, words, end: close });
  }

  /** The parts stand behind the whole, in its sentence, or in the next where that begins with 其中. */
  listed(i: number): Found | null {
    const whole = this.counts[i]!;
    const level = this.levelOf(i);
    const [first] = level;
    if (!first || first.stated.from - whole.stated.to > LONGEST_LIST) return null;
    // 对其中一件…，对其中两件…: both are parts of a figure before.
    if (/其中$/.test(whole.left) && /其中$/.test(first.left)) return null;
    const raw = this.text.slice(whole.stated.to, first.stated.from);
    const between = outsideBrackets(raw);
    if (/）/.test(between)) return null;
    const next =
      first.sentence === whole.sentence + 1 &&
      /[。！？](?:[^。！？]*其中|包括|主要包括|分别|在[^，。]{2,20}[中里]，|按[^，。]{2,20}(?:分|统计))[^。！？]*$/.test(
        between,
      );
    if (first.sentence !== whole.sentence && !next) return null;
    const introducer = next || AT_ONCE.test(between) || INTRODUCES.test(between.replace(/^.*；/, ""));
    const same = level.filter(({ sentence }) => sentence === first.sentence);
    const all = this.upToNextStatement(whole, same, introducer || MADE_OF.test(between));
    const parts = this.parts.has(whole.claim) && !next ? this.upToSemicolon(whole, all) : all;
    const last = parts.at(-1);
    if (!last) return null;
    const end = endOfClause(this.text, last.stated.to);
    const madeOf = MADE_OF.test(between) && /组成|构成/.test(this.text.slice(last.stated.to, end));
    const introduced = introducer || madeOf;
    // 复议9件、诉讼15件，其中…分别为4件、3件: parts of each of several figures.
    const isOfEach = /分别/.test(between) && this.before(i).at(-1)?.sentence === whole.sentence;
    if (introduced && !next && /；/.test(between) && this.parts.has(whole.claim)) return null;
    const isRest =
      (REMAINDER.test(last.left) && parts.length > 1) || (REST.test(last.left) && parts.length > 2);
    const isSibling = isItem(whole, parts) || parts.some((part) => areSiblings(whole, part));
    const isTotal =
      TOTAL.test(whole.left) ||
      (isRest && !isSibling) ||
      isWholeByLabels(parts) ||
      areChannelsOf(whole, parts);
    // 共134件，占总量的91.8%；法人12件: what has a share itself is a part.
    const isPart = /^[^，。；、]{0,8}[，、（]?占/.test(between);
    if (!introduced && (!isTotal || isPart || this.parts.has(whole.claim))) return null;
    const longest = Math.max(...parts.map(({ left }) => left.replace(/^[，、；：]/, "").length));
    if (!introduced && longest > LONGEST_LABEL) return null;
    const words = between + (madeOf ? "分为" : "");
    const found = this.found(whole, parts, { introduced, words, end });
    // 91件（另有2件结转），其中…: what the bracket adds may be among the parts or not.
    return found && (isOfEach || /^（(?!上年|去年|\d{4}年|同比)[^）]*\d/.test(raw))
      ? { ...found, open: true }
      : found;
  }

  /** A 7条、B 5条，共12条: the parts stand before the whole, or, where they make it exactly, in the sentence before. */
  summed(i: number): Found | null {
    const whole = this.counts[i]!;
    const last = this.counts[i - 1];
    if (!last || !SUMS_UP.test(whole.left)) return null;
    const over = whole.sentence - last.sentence;
    const inSentence = this.before(i).filter(
      ({ depth, sentence }) => depth === whole.depth && sentence === last.sentence,
    );
    // 两项合计424条: the number of the parts is none.
    const isNumber =
      last.stated.to === whole.stated.from - whole.left.length && /^[项类种者]$/.test(last.stated.unit);
    const parts = isNumber ? inSentence.slice(0, -1) : inSentence;
    if (isNumber && last.stated.value !== parts.length * ONE) return null;
    if (over > 1 || parts.length < 2 || parts.some(({ stated }) => stated.unit !== whole.stated.unit))
      return null;
    if (parts.some(({ left }) => /同比|增长|下降|累计|(?<!公)共/.test(left))) return null;
    const sum = parts.reduce((total, { stated }) => total + stated.value, 0);
    if (over === 1 && !/^以上/.test(whole.left) && sum !== whole.stated.value) return null;
    return {
      ...this.found(whole, parts, { introduced: false, words: "", end: whole.stated.from })!,
      // A、B、C，共12条 leaves none out.
      exhaustive: parts.length > 2 && sum < whole.stated.value && /^(?:共|共计|合计|总计)$/.test(whole.left),
    };
  }

  /** The figures whose parts a list may give: the one before it, those before that in its sentence, and their sum. */
  wholesOf(i: number): (readonly Claim[])[] {
    const own = this.counts[i]!;
    const before = this.before(i)
      .filter(
        ({ stated, depth, sentence }) =>
          sentence === own.sentence && depth <= own.depth && stated.unit === own.stated.unit,
      )
      .map(({ claim }) => claim)
      .reverse();
    const whole = own.claim;
    const alone: (readonly Claim[])[] = [[whole]];
    for (const [n, other] of before.slice(0, MOST_WHOLES).entries()) {
      alone.push([other], [whole, ...before.slice(0, n + 1)]);
    }
    const behind = this.text.slice(own.stated.to, own.stated.to + 12);
    // 许可1200件、处罚86件，其中; 简报24期，专刊6期，其中: of both together, it may be.
    const mark = this.text[own.stated.from - own.left.length - 1];
    const isJoined =
      before.length > 0 && mark !== "；" && /^[、和及与]|^[\u4e00-\u9fff]{1,4}$/.test(own.left);
    const isPlain = !isJoined && /^[\u4e00-\u9fff]{0,6}，(?:其中|包括|含|分别)/.test(behind) && !isBound(own);
    return isPlain ? [[whole]] : alone;
  }

  /** The figures outside further brackets; 35批次、120人次，其中…20批次: what is counted twice is not among its parts. */
  private levelOf(i: number): readonly Counted[] {
    const whole = this.counts[i]!;
    const level = this.behind(i).filter(({ depth }) => depth === whole.depth);
    const [first, second] = level;
    const isTwice =
      second !== undefined &&
      first!.stated.unit !== whole.stated.unit &&
      second.stated.unit === whole.stated.unit &&
      /^[、，]?共?$/.test(this.text.slice(whole.stated.to, first!.stated.from));
    return isTwice ? level.slice(1) : level;
  }

  private behind(i: number): readonly Counted[] {
    return this.counts.slice(i + 1, i + 1 + MOST_PARTS);
  }

  private before(i: number): readonly Counted[] {
    return this.counts.slice(Math.max(0, i - MOST_PARTS), i);
  }

  /** The parts up to the one that begins another statement. */
  private upToNextStatement(whole: Counted, parts: readonly Counted[], introduced: boolean): Counted[] {
    const end = parts.findIndex((each, i) => {
      const { left, stated } = each;
      const own = i === 0 ? left.replace(/^.*(?:其中|包括|包含|含|分别为?|[：，])/, "") : left;
      if (i > 0 && stated.value === whole.stated.value && /^[，；、]?$/.test(left)) return true;
      if (i > 1 && COME_OF.test(own) && !parts.slice(0, i).some((other) => other.left.search(OUTCOME) >= 0))
        return true;
      if (BEGINS_ANEW.test(own) || (!introduced && own.search(OUTCOME) >= 0)) return true;
      // 网站140条，具体为：A 90条、B 50条；微信60条: a list of the part before.
      if (isOther(whole, each)) return true;
      // 385条，其中A 210条；B 418条，其中C 131条: two statements of one form.
      const isAlike =
        i === 1 && parts[2] !== undefined && /；/.test(this.gap(parts, 1)) && /其中/.test(this.gap(parts, 2));
      if (isAlike) return true;
      const gap = i > 0 ? this.gap(parts, i).replace(/(?:具体[为是]|包括|包含|分别[为是])：/, "") : "";
      return /[。：）]|另外?|同时|此外/.test(gap);
    });
    return end < 0 ? [...parts] : parts.slice(0, end);
  }

  /** 机构类20条，其中领导10条、职能10条；工作类11条: a part's own list ends where the list that it stands in goes on. */
  private upToSemicolon(whole: Counted, parts: readonly Counted[]): readonly Counted[] {
    const end = parts.findIndex((_, i) => i > 0 && this.gap(parts, i).includes("；"));
    const isItem = /；[^，。；]*$/.test(
      this.text.slice(Math.max(whole.begins, whole.stated.from - LONGEST_ITEM), whole.stated.from),
    );
    return end > 1 || (end === 1 && isItem) ? parts.slice(0, end) : parts;
  }

  private gap(parts: readonly Counted[], i: number): string {
    return outsideBrackets(this.text.slice(parts[i - 1]!.stated.to, parts[i]!.stated.from));
  }

  private found(
    whole: Counted,
    all: readonly Counted[],
    { introduced, words, end }: { introduced: boolean; words: string; end: number },
  ): Found | null {
    const fits = (part: Counted) =>
      isLike(part.stated.unit, whole.stated.unit) || (isBound(part) && isBound(whole));
    const gaps = all.map((_, i) => (i === 0 ? "" : this.gap(all, i)));
    const widening = wideningOf(gaps);
    const other = all.findIndex((part) => !fits(part));
    // What is counted in another unit behind a mark that ends the list is no part of it.
    const mark = other > 0 ? lastIndex(other, (i) => gaps[i]!.includes("；") && widening.has(i)) : -1;
    const parts = other < 0 ? all : all.slice(0, mark > 0 ? mark : other);
    if (parts.length === 0 || areForms(whole, parts) || OVERLAPS.test(restOf(this.text, parts.at(-1)!)))
      return null;
    const isClosed = REST.test(parts.at(-1)!.left);
    const placesWhere = (holds: (gap: string, i: number) => boolean) =>
      parts.flatMap((_, i) => (i > 0 && holds(gaps[i]!, i) ? [i] : []));
    const nested = introduced ? placesWhere((gap) => NESTS.test(gap)) : [];
    if (introduced) for (const { claim } of parts) this.parts.add(claim);
    return {
      whole: whole.claim,
      parts: parts.map(({ claim }) => claim),
      // 其他 at its end closes the list, whatever marks are in it.
      ends: placesWhere(
        (_, i) =>
          !isAfterParts(parts, i, nested) &&
          ((!isClosed && widening.has(i)) || doesAnother(parts[i - 1]!, parts[i]!, parts[0]!)),
      ),
      divisions: placesWhere((gap, i) => gap.includes("；") && !isDoneApart(parts, i)),
      nested,
      open:
        (other >= 0 && mark < 0) ||
        OPEN_BEFORE.test(words) ||
        OPEN_BEHIND.test(this.text.slice(parts.at(-1)!.stated.to)) ||
        /重复|交叉|多选/.test(this.text.slice(parts.at(-1)!.stated.to, end + 12)),
      exhaustive: ALL_OF_THEM.test(words) || words.startsWith("：") || isClosed || areAll(parts),
      introduced,
      apart: false,
      onChannels:
        PUBLISHED.test(whole.left) &&
        !/申请|来信|信件/.test(whole.left) &&
        parts.some(({ left }) => CHANNEL.test(left)),
    };
  }
}

const LONGEST_LABEL = 14;
const LONGEST_ITEM = 60;
const MOST_WHOLES = 8;
/** A list of more parts, or with parts further away, is none: so long lines are read as quickly as short ones. */
const MOST_PARTS = 60;
const LONGEST_LIST = 600;

/** The last place from 1 to `to` for which `holds`; -1 where there is none. */
function lastIndex(to: number, holds: (i: number) => boolean): number {
  for (let i = to; i > 0; i--) if (holds(i)) return i;
  return -1;
}

/** 共12条, 以上合计12条, 全年共发布信息12条: nothing but that figures before are summed up. */
const SUMS_UP =
  /^[，、；]?(?:以上|以上各项|以上渠道|渠道|平台|各类|[两三四]项|[两三四]者|全[省市县区镇年]|全年各渠道)?(?:共计|合计|总计|共|累计)(?:主动)?(?:发布|公开|发布各类)?(?:各类)?(?:政府|政务)?(?:信息)?$/;

/** An item that says that something else is done than the one before it, and the first, did. */
function doesAnother(before: Counted, { left }: Counted, first: Counted): boolean {
  const known = `${first.left}${before.left}`;
  if (!NOUN.test(left) && (left.match(OUTCOME) ?? []).some((word) => !known.includes(word))) return true;
  const done = DONE.exec(left)?.[1];
  return done !== undefined && !NOUN.test(left) && !known.includes(done);
}

/** 其中A 16条，B 22条；微博更新29条: behind a mark, what is done with the item is named, as with none before it. */
function isDoneApart(parts: readonly Counted[], at: number): boolean {
  const says = ({ left }: Counted) => /(?:更新|推送|发布|公开|转发|刊发|制作)$/.test(left);
  return says(parts[at]!) && !parts.slice(0, at).some(says);
}

/** 网站140条，具体为：A 90条、B 50条；微信60条: behind the first part's own parts its list goes on. */
function isAfterParts(parts: readonly Counted[], at: number, nested: readonly number[]): boolean {
  const inner = parts.slice(1, at).reduce((sum, { stated }) => sum + stated.value, 0);
  return nested.includes(1) && at > 2 && inner === parts[0]!.stated.value;
}

function closing(text: string, open: number): number {
  let depth = 0;
  const end = Math.min(text.length, open + LONGEST_LIST);
  for (let i = open; i < end; i++) {
    if (text[i] === "（") depth++;
    else if (text[i] === "）" && --depth === 0) return i;
  }
  return end;
}

/** What the sentence says behind a list, up to its next figure. */
function restOf(text: string, { stated }: Counted): string {
  return /^[^。；！？\d]{0,60}/u.exec(text.slice(stated.to, stated.to + 60))![0];
}

function endOfClause(text: string, from: number): number {
  const behind = text.slice(from, from + LONGEST_LIST).search(/[，。；！？）]/);
  return behind < 0 ? from : from + behind;
}

function isBound({ claim }: Counted): boolean {
  return claim.readings.length > 0;
}

function outsideBrackets(gap: string): string {
  return gap.replace(/（[^（）]*）/g, "");
}

/** The places behind a mark that parts more than those between the items before: a comma behind 、, a semicolon behind commas. */
function wideningOf(gaps: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  let widest = 0;
  for (let i = 1; i < gaps.length; i++) {
    const width = widthOf(gaps[i]!);
    if (widest > 0 && width > widest) places.add(i);
    widest = Math.max(widest, width);
  }
  return places;
}

function widthOf(gap: string): number {
  return gap.includes("；") ? 3 : gap.includes("，") ? 2 : gap.includes("、") ? 1 : 0;
}
