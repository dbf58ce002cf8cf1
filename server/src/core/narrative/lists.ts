// Lists that go over several sentences or paragraphs: 共公开700条。网站公开65条。微信公开635条; 网站65条。微信635条。合计
// 700条; 收到15件。从内容看，A 7件，B 8件. A sentence is an item only where its first words say so.

import type { Breakdown, Claim, Paragraph } from "../report/narrative";
import { readNumbering } from "../text/numbering";
import { CHANNEL, COME_OF, isLike, OPEN_BEHIND, PUBLISHED, TOTAL } from "./items";
import type { Counted, Statement } from "./statements";

/** A paragraph with what was read in it. */
export interface Passage {
  readonly prose: Paragraph;
  readonly statements: readonly Statement[];
  /** Those that may be wholes or parts. */
  readonly counts: readonly Counted[];
  readonly breakdowns: readonly Breakdown[];
}

/** A sentence that has figures. */
interface Sentence {
  readonly prose: Paragraph;
  readonly from: number;
  /** Its figures outside brackets, in order. */
  readonly counts: readonly Counted[];
  /** All its figures. */
  readonly all: readonly Counted[];
  /** Its words without a number before them, up to its first figure. */
  readonly lead: string;
  readonly isNumbered: boolean;
  /** Whether it follows the sentence before it with figures at once. */
  readonly goesOn: boolean;
}

/** Channels and, where a county sums up, its departments and towns. */
const PLACE = new RegExp(`${CHANNEL.source}|报刊|电视|广播|微博|视频号|部门|乡镇|镇（?街道`);
const INTRODUCES = /(?:具体(?:如下|包括|为|是|情况如下)|包括|如下|其中|分别[为是])[：:]$/;
const SUMS_UP =
  /^(?:以上|上述|各|[两三四五]个?)?(?:各?(?:渠道|平台|项|类|者))?(?:共计|合计|总计|累计|共)(?:主动)?(?:发布|公开|推送)?(?:各类)?(?:政府|政务)?(?:信息)?$/;
/** 从内容看, 按渠道分, 在办理结果方面: what was counted before is divided anew. */
const ANEW =
  /^(?:其中[，：]?)?(?:从[^，。；：]{1,12}(?:来看|看|上看)|按照?[^，。；：]{1,12}(?:来?分|划分|统计|分类|区分)|在[^，。；：]{1,10}方面|在?(?:所|全年|本年)?(?:新收|收到|受理|办结|答复)[^，。；：\d]{0,8}[里中])[，：]/;
/** 新收申请里, 办结件中: the figure that is divided, by its name. */
const OF_NAMED = /^在?(?:所|全年|本年)?(新收|收到|受理|办结|答复)[^，。；：\d]{0,8}[里中]，/;
/** Channels overlap, and not all are named: only a sum that comes near is meant to be the whole. */
const NEAR = 0.05;
const MOST_BEFORE = 8;
const LONGEST_LEAD = 45;
const SHORT_LEAD = 12;

/** The lists of a section's paragraphs that no single sentence holds. */
export function listsOver(passages: readonly Passage[]): Breakdown[] {
  const sentences = passages.flatMap((passage, i) => sentencesOf(passage, passages[i - 1]));
  const parts = new Set<Claim>();
  const wholes = new Set<Claim>();
  const known = passages.flatMap(({ breakdowns }) => breakdowns);
  for (const { whole, parts: own } of known) {
    for (const part of own) parts.add(part);
    if (own.length > 1) wholes.add(whole);
  }
  return sentences.flatMap((sentence, i) => {
    const last = sentence.counts.find(({ claim }) => !parts.has(claim));
    const found =
      last && !wholes.has(last.claim)
        ? (behind(sentences, i, last, parts) ?? before(sentences, i, last))
        : null;
    return [...(found ? [found] : []), ...anew(sentences, i, parts)].filter(
      (list) => !known.some((other) => isSame(list, other)),
    );
  });
}

/** Whether two lists divide the same whole into the same parts: told once. */
function isSame({ whole, parts }: Breakdown, other: Breakdown): boolean {
  return other.whole === whole && other.parts.length === parts.length && other.parts[0] === parts[0];
}

function sentencesOf({ prose, counts }: Passage, above: Passage | undefined): Sentence[] {
  const sentences: Sentence[] = [];
  let number = above && above.statements.length > 0 && above.prose.section === prose.section ? -1 : -2;
  for (let i = 0; i < counts.length; ) {
    const { begins, sentence } = counts[i]!;
    let end = i + 1;
    while (counts[end]?.sentence === sentence) end++;
    const all = counts.slice(i, end);
    const words = prose.text.slice(begins, all[0]!.stated.from);
    const skipped = readNumbering(words)?.length ?? /^[一二三四五六七八九十]是/.exec(words)?.[0].length ?? 0;
    sentences.push({
      prose,
      from: begins,
      all,
      counts: all.filter(({ depth }) => depth === 0),
      lead: words.slice(skipped),
      isNumbered: skipped > 0,
      goesOn: sentence === number + 1,
    });
    number = sentence;
    i = end;
  }
  return sentences;
}

/** The figures of a sentence that give items of a list: those on channels, or, where a word introduced it, its first. */
function itemsIn({ prose, counts, lead, isNumbered, from }: Sentence, introduced: boolean): Counted[] {
  const [first] = counts;
  if (
    !first ||
    lead.length > LONGEST_LEAD ||
    ANEW.test(prose.text.slice(from, from + LONGEST_LEAD)) ||
    SUMS_UP.test(lead)
  )
    return [];
  const isItem = PLACE.test(lead) && (PUBLISHED.test(lead) || isNumbered || /[：]/.test(lead));
  const isShort = isNumbered && lead.length <= SHORT_LEAD;
  if (!isItem && !isShort && !(introduced && (isNumbered || /^[^，。]{2,16}：/.test(lead)))) return [];
  const items = [first];
  for (const each of counts.slice(1)) {
    const gap = prose.text.slice(items.at(-1)!.stated.to, each.stated.from);
    if (/其中|包括|包含|含|共|合计|同比|比上年/.test(gap) || !PLACE.test(each.left)) break;
    items.push(each);
  }
  return items;
}

/** 全年公开700条。网站公开65条，微信公开635条: the whole, then its items sentence by sentence. */
function behind(
  sentences: readonly Sentence[],
  at: number,
  whole: Counted,
  known: ReadonlySet<Claim>,
): Breakdown | null {
  const { prose, counts, lead } = sentences[at]!;
  const end = prose.text.slice(whole.stated.to, whole.stated.to + LONGEST_LEAD);
  const introduced =
    INTRODUCES.test(end) && whole.stated.to + end.length === prose.text.length && !/\d/.test(end);
  const words = prose.text.slice(whole.begins, whole.stated.from);
  if (
    (PLACE.test(lead) && !introduced) ||
    (!introduced && !(TOTAL.test(words) || /累计|全年|\d{4}年|数$/.test(words)))
  )
    return null;
  if (
    !PUBLISHED.test(words) ||
    counts.some((each) => PLACE.test(each.left) && each !== whole && !known.has(each.claim))
  )
    return null;
  const own = counts.filter((each) => known.has(each.claim) && PLACE.test(each.left));
  const items: Counted[] = [...own];
  for (const next of sentences.slice(at + 1, at + 1 + MOST_BEFORE)) {
    const found = next.goesOn ? itemsIn(next, introduced) : [];
    if (found.length === 0 || found.some(({ stated }) => !isLike(stated.unit, whole.stated.unit))) break;
    items.push(...found);
  }
  return listOf(whole, items, introduced, prose);
}

/** 网站公开65条。微信公开635条。合计700条: the items, then a sentence that only sums them up. */
function before(sentences: readonly Sentence[], at: number, whole: Counted): Breakdown | null {
  const { prose, lead, counts, goesOn } = sentences[at]!;
  if (!SUMS_UP.test(lead) || counts[0] !== whole || !goesOn) return null;
  const items: Counted[] = [];
  for (let i = at - 1; i >= Math.max(0, at - MOST_BEFORE); i--) {
    const found = itemsIn(sentences[i]!, false);
    if (found.length === 0 || found.some(({ stated }) => stated.unit !== whole.stated.unit)) break;
    items.unshift(...found);
    if (!sentences[i]!.goesOn) break;
  }
  return listOf(whole, items, true, prose);
}

function listOf(
  whole: Counted,
  items: readonly Counted[],
  introduced: boolean,
  prose: Paragraph,
): Breakdown | null {
  const sum = items.reduce((total, { stated }) => total + stated.value, 0);
  // Other channels may be unnamed: what is short of the whole says nothing.
  const isNear = sum > whole.stated.value && sum - whole.stated.value <= NEAR * whole.stated.value;
  if (items.length < 2 || (!introduced && !isNear) || items.includes(whole)) return null;
  return breakdown(whole, [[whole.claim]], items, introduced, isOpen(prose.text, items));
}

/** 收到15件，…。从内容看，A 7件，B 8件: a list that divides anew what was counted in the sentences before. */
function anew(sentences: readonly Sentence[], at: number, known: ReadonlySet<Claim>): Breakdown[] {
  const { prose, from, counts } = sentences[at]!;
  const stretches = stretchesOf(prose.text, from, counts);
  return stretches.flatMap((items): Breakdown[] => {
    const unit = items[0]?.stated.unit;
    if (items.length < 2 || items.some(({ stated }) => stated.unit !== unit)) return [];
    const all = sentences
      .slice(Math.max(0, at - 3), at)
      .flatMap((sentence) => sentence.all)
      .filter(({ stated }) => stated.unit === unit)
      .slice(-MOST_BEFORE);
    // The last figure that has the name; the change that a year brought has none.
    const name = OF_NAMED.exec(prose.text.slice(from, from + LONGEST_LEAD))?.[1];
    const earlier = name ? all.filter(({ left }) => left.includes(name)).slice(-1) : all;
    const whole = earlier.reduce<Counted | null>(
      (most, each) => (most === null || each.stated.value > most.stated.value ? each : most),
      null,
    );
    if (!whole || items.some(({ claim }) => known.has(claim) && whole.sentence !== items[0]!.sentence - 1))
      return [];
    const isNext = sentences[at]!.goesOn || sentences[at - 1]!.prose === prose;
    const others = earlier.filter((each) => each !== whole).map(({ claim }) => [claim]);
    const pairs = earlier.slice(1).map(({ claim }, i) => [earlier[i]!.claim, claim]);
    return [
      breakdown(whole, [[whole.claim], ...others, ...pairs], items, true, isOpen(prose.text, items), !isNext),
    ];
  });
}

/** The figures behind each word of the sentence that begins a division, up to the next. */
function stretchesOf(text: string, from: number, counts: readonly Counted[]): Counted[][] {
  const stretches: Counted[][] = [];
  let open = false;
  let end = from;
  for (const each of counts) {
    const gap = text.slice(end, each.stated.from);
    const begin = gap
      .split(/(?<=[。；：])/)
      .findLastIndex((words) => ANEW.test(words.replace(/^（?[一二三四\d]+[）.、]/, "")));
    if (begin >= 0) {
      stretches.push([each]);
      open = true;
    } else if (open && (COME_OF.test(each.left) || /共|合计|另|同时/.test(gap))) open = false;
    else if (open) stretches.at(-1)!.push(each);
    end = each.stated.to;
  }
  return stretches;
}

function isOpen(text: string, items: readonly Counted[]): boolean {
  const { to } = items.at(-1)!.stated;
  return OPEN_BEHIND.test(text.slice(to, to + 2));
}

function breakdown(
  whole: Counted,
  wholes: readonly (readonly Claim[])[],
  items: readonly Counted[],
  introduced: boolean,
  open: boolean,
  apart = false,
): Breakdown {
  return {
    whole: whole.claim,
    wholes,
    parts: items.map(({ claim }) => claim),
    ends: [],
    divisions: [],
    nested: [],
    open,
    exhaustive: false,
    introduced,
    apart,
    onChannels: items.some(({ left }) => PLACE.test(left)) && PUBLISHED.test(whole.left),
  };
}
