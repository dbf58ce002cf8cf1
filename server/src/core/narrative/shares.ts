// A part's share of a whole: 网站72条，占60%. Whose share it is, is told by the list that the part stands in, by the words
// (占全部120条的60%), or only by another share that agrees with the same whole.

import type { Breakdown, Claim, Share } from "../report/narrative";
import { ALL, ONE, type Quantity } from "../text/quantity";
import { NO_PART } from "./items";
import { isAmountIn, isRespective, NEAR } from "./neighbours";
import { type Counted, isCounted, type Statement } from "./statements";

/** 占10.78%, 比例达60%: a share of what was counted before. */
const SHARE =
  /^[，、（]?(?:约|大约|近|超过?)?(?:占(?!比?(?:较|提高|上升|下降|增))|(?:比例|比重)(?:[为是达约]|达到|高达)*$)/;
/** 共占35%, 合计占35%: of the parts before it together; 两类 before it is their number. */
const JOINT =
  /^(?:[，、；]?(?:以上|上述)?两者|[，、；]?(?:以上|上述)?)?(?:信息|申请|内容|渠道)?(?:共计|合计|总共|共)占/;
const THESE = /^[，、；]?(?:以上|这|上述)?$/;

/** A share with whether its whole is told, the only figure that there is, or one of several. */
interface Guess extends Share {
  readonly sure: "told" | "alone" | "no";
  readonly sentence: number;
}

/**
 * The shares in a paragraph. Rates that have a name of their own (办结率100%) are none. `earlier` are the figures of the
 * paragraphs before it.
 */
export function sharesOf(
  text: string,
  statements: readonly Statement[],
  breakdowns: readonly Breakdown[],
  earlier: readonly Statement[],
): Share[] {
  const wholesOf = new Map<Claim, (readonly Claim[])[]>();
  for (const { wholes, parts } of breakdowns) {
    for (const part of parts) wholesOf.set(part, [...(wholesOf.get(part) ?? []), ...wholes]);
  }
  const here = new Set(statements.map(({ claim }) => claim));
  const found = statements.flatMap((rate, i): Guess[] => {
    if (rate.stated?.kind !== "percent" || /率/.test(rate.left) || isRespective(statements, i)) return [];
    if (isJoined(statements[i + 1]) || isJoined(rate)) return [];
    const { sentence } = rate;
    const told = shareOfNamed(text, statements, i) ?? shareOfSeveral(statements, i, breakdowns);
    if (told) return [{ ...told, sentence, sure: "told" }];
    const part = statements[i - 1];
    if (!part || !isAmountIn(part, sentence) || part.stated.each) return [];
    const own = wholesOf.get(part.claim) ?? [];
    const inBracket = rate.left === "" && rate.depth > part.depth && text[part.stated.to] === "（";
    if (!(inBracket ? own.length > 0 && text[rate.stated.to] === "）" : SHARE.test(rate.left))) return [];
    const before = [...earlier.slice(-NEAR), ...statements.slice(Math.max(0, i - NEAR), i - 1)].reverse();
    const others = before.filter((each): each is Counted => isCounted(each) && mayHold(each, part));
    const wholes = distinct([...own, ...others.map(({ claim }) => [claim])]);
    const name = OF_NAME.exec(rate.left)?.[1];
    const ofNamed = name && own.length === 0 ? wholesNamed(text, name, others) : [];
    if (ofNamed.length > 0)
      return [
        { rate: rate.claim, parts: [part.claim], wholes: ofNamed, named: true, sure: "told", sentence },
      ];
    const isAlone = !name && wholes.length === 1 && here.has(wholes[0]![0]!);
    if (isAlone) wholes.unshift(...besides(statements.slice(Math.max(0, i - NEAR), i), wholes[0]![0]!));
    const sure = own.length > 0 ? "told" : isAlone ? "alone" : "no";
    return [{ rate: rate.claim, parts: [part.claim], wholes, named: false, sure, sentence }];
  });
  return [...agreed(found), ...respectiveShares(statements, breakdowns)];
}

const LONGEST_NAME = 17;

/** 占办结总数的. */
const OF_NAME = /占(?:全部|全年)?([^，。；（）\d]{2,8}?)(?:总数|总量|总件数|件数|数量|数|量)的?$/;

/**
 * The figures before that have the name, and such with what stands behind them: 新收, 上年结转. One that has a share
 * itself is a part.
 */
function wholesNamed(text: string, name: string, before: readonly Counted[]): Claim[][] {
  return before.flatMap((each, i) => {
    const behind = text.slice(each.stated.to, each.stated.to + 8);
    if (!each.left.includes(name) || /^[\u4e00-\u9fff]{0,4}[，、；（]?占/.test(behind)) return [];
    const next = before[i - 1];
    return next ? [[each.claim], [each.claim, next.claim]] : [[each.claim]];
  });
}

function mayHold({ stated, left }: Counted, part: Counted): boolean {
  return stated.unit === part.stated.unit && stated.value >= part.stated.value && !NO_PART.test(left);
}

/** 32家部门、9个乡镇: what is joined to a figure, with which it may be one whole. */
function besides(statements: readonly Statement[], whole: Claim): Claim[][] {
  const at = statements.findIndex(({ claim }) => claim === whole);
  const joined = ({ left, stated }: Statement) =>
    stated?.kind === "count" && /^[^，。；、]{0,12}[、和及与]/.test(left);
  const [before, own, next] = [statements[at - 1], statements[at]!, statements[at + 1]];
  return [
    ...(next && joined(next) ? [[whole, next.claim]] : []),
    ...(before && joined(own) ? [[before.claim, whole]] : []),
  ];
}

function distinct(wholes: readonly (readonly Claim[])[]): (readonly Claim[])[] {
  return wholes.filter(
    (whole, i) =>
      wholes.findIndex(
        (other) => other.length === whole.length && other.every((claim, n) => claim === whole[n]),
      ) === i,
  );
}

/**
 * The shares whose whole is known: 200件，公开80件，占40%；部分公开40件，占20%. The whole that other shares near it agree
 * with, or that all parts make together, is a share's own, too; a part that has a share itself is none.
 */
function agreed(guesses: readonly Guess[]): Share[] {
  const parts = new Set(guesses.flatMap((guess) => guess.parts));
  return guesses.flatMap(({ sure, sentence, ...share }, i): Share[] => {
    if (sure === "told") return [share];
    const near = guesses.slice(Math.max(0, i - NEAR), i + NEAR);
    const peers = near.filter((other) => Math.abs(other.sentence - sentence) <= 1);
    const others = peers.filter(({ rate }) => rate !== share.rate);
    const together = peers.filter((other) => other.sentence === sentence).flatMap((peer) => peer.parts);
    const wholes = share.wholes.filter(([whole]) => !parts.has(whole!));
    if (sure === "alone" && wholes.length === share.wholes.length) return [share];
    const candidates = together.length > 1 ? [...wholes, together] : wholes;
    const shared = candidates.filter(
      (whole) => others.some((other) => agrees(other, whole)) || total(together) === total(whole),
    );
    const isTold = shared.some(
      (whole) => others.some((other) => agrees(other, whole)) || wholes.includes(whole),
    );
    return isTold ? [{ ...share, wholes: shared }] : [];
  });
}

/** Only chooses a whole, so the margin is wider than what a rate may show. */
export function agrees({ rate, parts }: Pick<Share, "rate" | "parts">, whole: readonly Claim[]): boolean {
  return Math.abs((total(parts) / total(whole)) * 100 - rate.value / ONE) < 10 ** -rate.decimals;
}

function total(claims: readonly Claim[]): Quantity {
  return claims.reduce((sum, { value }) => sum + value, 0);
}

/** 355条，占全部1420条的25%, or 占总数（1420条）的25%. */
function shareOfNamed(text: string, statements: readonly Statement[], at: number): Share | null {
  const rate = statements[at]!;
  const [part, whole] = [statements[at - 2], statements[at - 1]];
  if (!/^[^，。；、\d]{0,12}的$/.test(rate.left) || !part || !whole) return null;
  const inBracket =
    whole.depth > rate.depth &&
    /占[^，。；（）\d]{2,14}（$/.test(text.slice(0, whole.stated?.from).slice(-LONGEST_NAME));
  if (!inBracket && !/占/.test(whole.left)) return null;
  if (!isAmountIn(part, rate.sentence) || !isAmountIn(whole, rate.sentence)) return null;
  if (part.stated.unit !== whole.stated.unit && !inBracket) return null;
  return { rate: rate.claim, parts: [part.claim], wholes: [[whole.claim]], named: false };
}

/** 其中A 90条、B 60条，两类共占25%. */
function shareOfSeveral(
  statements: readonly Statement[],
  at: number,
  breakdowns: readonly Breakdown[],
): Share | null {
  const rate = statements[at]!;
  if (!JOINT.test(rate.left)) return null;
  const before = statements[at - 1];
  const number = before && /^[类项种者]$/.test(before.claim.unit) ? before : null;
  const last = statements[at - (number ? 2 : 1)];
  if (!last || !isAmountIn(last, rate.sentence) || (number && !THESE.test(number.left))) return null;
  const list = breakdowns.find(({ parts }) => parts.includes(last.claim));
  if (!list) return null;
  const parts = list.parts.slice(0, list.parts.indexOf(last.claim) + 1);
  const told = number ? number.claim.value / ONE : /两者/.test(rate.left) ? 2 : parts.length;
  if (parts.length < 2 || told !== parts.length) return null;
  return { rate: rate.claim, parts, wholes: [[list.whole]], named: false };
}

const RESPECTIVE =
  /(?:分别占(?:比|全部|总数|[^，。；\d]{0,8}(?:总数|总量|件数|数量)的)?|占比(?:分别)?)[为约]?$/;

/** A percentage that only goes on with the one before it: 60%、40%. */
function isJoined(each: Statement | undefined): boolean {
  return each?.stated?.kind === "percent" && /^[、和及，]$/.test(each.left);
}

/**
 * 网站72条、微信48条，分别占60%、40%: as many percentages as a list has parts go with them one by one; of the list's whole,
 * or, where the percentages make 100, of what the parts make together.
 */
function respectiveShares(statements: readonly Statement[], breakdowns: readonly Breakdown[]): Share[] {
  return statements.flatMap((first, at): Share[] => {
    if (first.stated?.kind !== "percent" || !RESPECTIVE.test(first.left)) return [];
    const behind = statements.slice(at + 1, at + NEAR);
    const end = behind.findIndex((each) => !isJoined(each));
    const rates = [first, ...(end < 0 ? behind : behind.slice(0, end))];
    const parts = statements.slice(Math.max(0, at - rates.length), at);
    const isList = parts.length === rates.length && parts.every((part) => isAmountIn(part, first.sentence));
    if (rates.length < 2 || !isList) return [];
    const claims = parts.map(({ claim }) => claim);
    // 收到申请150件，内容涉及A 90件、B 60件，分别占: what they make together stands before them.
    const together = statements
      .slice(Math.max(0, at - rates.length - 3), at - rates.length)
      .find((each) => isAmountIn(each, first.sentence) && each.claim.value === total(claims));
    const list =
      breakdowns.find((each) => each.parts.at(-1) === claims.at(-1)) ??
      (together && { whole: together.claim, parts: claims });
    const sum = rates.reduce((all, { claim }) => all + claim.value, 0);
    if (list ? list.parts.length !== rates.length : Math.abs(sum - ALL) > ONE) return [];
    if (claims.some(({ unit }) => unit !== claims[0]!.unit)) return [];
    const whole = list ? [list.whole] : claims;
    return rates.map(({ claim }, i) => ({ rate: claim, parts: [claims[i]!], wholes: [whole], named: false }));
  });
}

/** Percentages of one whole that follow each other in a sentence, with or without the parts' own figures. */
export function shareListsOf(text: string, statements: readonly Statement[]): Claim[][] {
  const lists: Claim[][] = [];
  let last: Statement | null = null;
  for (const each of statements) {
    if (each.stated?.kind !== "percent" || !/占/.test(each.left) || /率|共占|合计/.test(each.left)) {
      if (each.stated?.kind === "percent") last = null;
      continue;
    }
    const gap: string = last?.stated ? text.slice(last.stated.to, each.stated.from) : "";
    const goesOn =
      last !== null &&
      last.sentence === each.sentence &&
      last.depth === each.depth &&
      !/其中|中，|同比|里，|另|；按|(?:从|按)[^，；]{1,12}(?:看|分|划分|统计)|方面[，：]/.test(gap);
    if (goesOn) lists.at(-1)!.push(each.claim);
    else lists.push([each.claim]);
    last = each;
  }
  const mayOverlap = /多选|重复|不止/.test(text);
  return lists.filter((list) => (list.length > 1 ? !mayOverlap : list[0]!.value > ALL));
}
