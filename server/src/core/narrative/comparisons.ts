// Figures that stand for a relation of two others: a part's share of a whole, and the change against another year.

import {
  type Breakdown,
  type Change,
  type Claim,
  type Paragraph,
  type Share,
  spanIn,
  wholesByPart,
} from "../report/narrative";
import { type Counted, isCounted, type Statement } from "./statements";

/** How many figures away another may be that one is compared with. */
const NEAR = 60;
const LONGEST_SENTENCE = 300;

/** 占10.78%, 比例达60%: a share of what was counted before. */
const SHARE = /^[，、]?(?:约|大约|近|超过?)?(?:占|(?:比例|比重)(?:[为是达约]|达到|高达)*$)/;

/** The shares in a paragraph: `占10.78%` behind the part. Rates that stand alone (办结率100%) are none. */
export function sharesOf(statements: readonly Statement[], breakdowns: readonly Breakdown[]): Share[] {
  const wholesOf = wholesByPart(breakdowns);
  const guesses = statements.flatMap((rate, i): Guess[] => {
    if (rate.stated?.kind !== "percent" || /率/.test(rate.left) || isRespective(statements, i)) return [];
    const named = shareOfNamed(statements, i);
    if (named) return [{ ...named, sure: true }];
    if (!SHARE.test(rate.left)) return [];
    const part = statements[i - 1];
    if (!part || !isAmountIn(part, rate.sentence) || part.stated.each) return [];
    const own = wholesOf.get(part.claim) ?? [];
    const before = statements.slice(Math.max(0, i - NEAR), i - 1).reverse();
    const others = before.flatMap(({ claim, stated }) =>
      stated?.unit === part.stated.unit && stated.value >= part.stated.value ? [claim] : [],
    );
    const wholes = [...new Set([...own, ...others])];
    return [{ rate: rate.claim, part: part.claim, wholes, sure: own.length > 0 || wholes.length === 1 }];
  });
  return [...agreed(guesses), ...respectiveShares(statements, breakdowns)];
}

/** A share with whether its whole is told, or only the figures before it are known. */
type Guess = Share & { readonly sure: boolean };

/** 200件，公开80件，占40%；部分公开40件，占20%: the whole that other shares of the sentence agree with is the others', too. */
function agreed(guesses: readonly Guess[]): Share[] {
  const agrees = ({ rate, part }: Share, whole: Claim) =>
    Math.abs((part.value / whole.value) * 100 - rate.value / 1_000_000) < 10 ** -rate.decimals;
  return guesses.flatMap(({ sure, ...share }): Share[] => {
    if (sure) return [share];
    const others = guesses.filter(
      ({ rate }) => rate !== share.rate && rate.sentence.start === share.rate.sentence.start,
    );
    const whole = share.wholes.find((each) => others.some((other) => agrees(other, each)));
    return whole ? [{ ...share, wholes: [whole] }] : [];
  });
}

/** 网站72条、微信48条，分别占60%、40%: as many percentages as a list has parts go with them one by one. */
function respectiveShares(statements: readonly Statement[], breakdowns: readonly Breakdown[]): Share[] {
  const placeOf = new Map(statements.map(({ claim }, i) => [claim, i]));
  return breakdowns.flatMap(({ whole, parts }) => {
    const at = placeOf.get(parts.at(-1)!) ?? -1;
    const rates = statements.slice(at + 1, at + 1 + parts.length);
    const isOwn = rates.every(
      ({ stated, left }, i) =>
        stated?.kind === "percent" &&
        (i === 0 ? /分别占(?:比|全部|总数)?[为约]?$/ : /^[、和及，]$/).test(left),
    );
    if (at < 0 || rates.length !== parts.length || parts.length < 2 || !isOwn) return [];
    if (statements[at + 1 + parts.length]?.stated?.kind === "percent") return [];
    return rates.map(({ claim }, i) => ({ rate: claim, part: parts[i]!, wholes: [whole] }));
  });
}

/** 分别占60%、40%: which of them is of which figure is not told by the order of words. */
function isRespective(statements: readonly Statement[], at: number): boolean {
  const { sentence } = statements[at]!;
  return statements
    .slice(Math.max(0, at - NEAR), at + 1)
    .some((each) => each.sentence === sentence && /分别/.test(each.left) && each.stated?.kind === "percent");
}

/** 355条，占全部1420条的25%. */
function shareOfNamed(statements: readonly Statement[], at: number): Share | null {
  const rate = statements[at]!;
  const [part, whole] = [statements[at - 2], statements[at - 1]];
  if (!/^[^，。；、\d]{0,12}的$/.test(rate.left) || !part || !whole || !/占/.test(whole.left)) return null;
  if (!isAmountIn(part, rate.sentence) || !isAmountIn(whole, rate.sentence)) return null;
  if (part.stated.unit !== whole.stated.unit) return null;
  return { rate: rate.claim, part: part.claim, wholes: [whole.claim] };
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
      !/其中|中，|同比|里，|另|；按/.test(gap);
    if (goesOn) lists.at(-1)!.push(each.claim);
    else lists.push([each.claim]);
    last = each;
  }
  const mayOverlap = /多选|重复|不止/.test(text);
  return mayOverlap ? [] : lists.filter((list) => list.length > 1);
}

const UP = /新增|净增|增长|增加|上升|提高|提升|增多|扩大|上涨|[增涨升]幅|增速|多/;
const DOWN = /下降|减少|降低|下滑|下跌|缩减|回落|[降减跌]幅|少/;
const CHANGED =
  /(?:新增|净增|增长|增加|增多|上升|提高|提升|上涨|下降|减少|降低|下滑|回落|取消|撤销|多|少)(?:了|出)?$/;
/** 达到912篇: this year's figure, given behind the difference. */
const COMES_TO =
  /^[，、]?(?:共|总数|总量)?(?:达到?|增至|升至|降至|减至|增加到|减少到|上升到|下降到|至|为)了?$/;
const OTHER_YEAR = /上年|去年|上一年|同期/;

/** The changes in a paragraph for which both figures are stated. */
export function changesOf(prose: Paragraph, statements: readonly Statement[], year: number | null): Change[] {
  const rates = statements.flatMap((by, i): Change[] => {
    const { stated } = by;
    if (!stated || !["percent", "times", "count", "money"].includes(stated.kind)) return [];
    const multiple = multipleOf(statements, i, year);
    if (multiple) return [multiple];
    const isAmount = stated.kind === "count" || stated.kind === "money";
    const up = UP.test(by.left);
    if (isRespective(statements, i)) return [];
    if (up === DOWN.test(by.left) || (isAmount && !CHANGED.test(by.left))) return [];
    const pair =
      figuresAround(prose.text, statements, i, year) ??
      figureInSentenceBefore(prose.text, statements, i, year) ??
      (isAmount ? null : figuresFromDifference(statements, i, year));
    if (!pair) return [];
    const kind = stated.kind === "percent" ? "rate" : stated.kind === "times" ? "times" : "difference";
    return [{ by: by.claim, kind, direction: up ? 1 : -1, ...pair, span: by.claim.span }];
  });
  return [...rates, ...equalities(prose, statements, year)];
}

/** 36条，是上年12条的3倍. */
function multipleOf(statements: readonly Statement[], at: number, year: number | null): Change | null {
  const by = statements[at]!;
  const [now, before] = [statements[at - 2], statements[at - 1]];
  if (by.stated?.kind !== "times" || by.left !== "的" || !now || !before) return null;
  if (!isAmountIn(now, by.sentence) || !isAmountIn(before, by.sentence)) return null;
  if (!namesLastYear(before, year) || now.claim.unit !== before.claim.unit) return null;
  return {
    ...{ by: by.claim, kind: "multiple", direction: 0, now: now.claim },
    ...{ before: before.claim.value, from: before.claim, span: by.claim.span },
  };
}

type Pair = Pick<Change, "now" | "before" | "from">;

/** This year's figure is the nearest before the change; last year's the one whose words name last year. */
function figuresAround(
  text: string,
  statements: readonly Statement[],
  at: number,
  year: number | null,
): Pair | null {
  const by = statements[at]!;
  const around = statements
    .slice(Math.max(0, at - 3), at + 4)
    .filter((each): each is Counted => each !== by && isAmountIn(each, by.sentence))
    .filter((each) => each.depth <= by.depth || namesLastYear(each, year));
  if (/其中/.test(by.left) || around.some(({ left }) => /分别/.test(left))) return null;
  const isBefore = (each: Statement) => namesLastYear(each, year) && !CHANGED.test(each.left);
  const now =
    around.findLast(
      (each) =>
        each.stated.from < by.stated!.from &&
        !isBefore(each) &&
        !CHANGED.test(each.left) &&
        !namesYearOtherThan(each, year),
    ) ?? around.find((each) => each.stated.from > by.stated!.from && COMES_TO.test(each.left));
  const before = around.filter((each) => isBefore(each) && each.stated.unit === now?.stated.unit);
  if (!now || before.length !== 1) return null;
  const [last] = before;
  // 公开总量较2022年（1102条）增长: what is compared is named anew, and is not the figure before.
  if (now.stated.from < last!.stated.from && hasOwnSubject(text, last!)) return null;
  const named = /(\d{4})年/.exec(by.left)?.[1];
  if (named && !text.slice(last!.stated.from - 20, last!.stated.from).includes(named)) return null;
  return { now: now.claim, before: last!.claim.value, from: last!.claim };
}

function namesYearOtherThan({ left }: Statement, year: number | null): boolean {
  const named = /(\d{4})年/.exec(left)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}

const COMPARES =
  /^(?:但|而)?(?:同比)?(?:比|较|与|和|由|从)?(?:本[机局镇乡街单]关?|我[局镇乡县区市街])?(?:上一?年|去年|前一年|\d{4}年)/;

/** Whether the clause of last year's figure, or the one before its bracket, names what it counts before the year. */
function hasOwnSubject(text: string, { stated, depth }: Counted): boolean {
  const before = text.slice(Math.max(0, stated.from - 40), stated.from);
  const clause = /[^，。；：、（）]*$/.exec(depth > 0 ? before.replace(/（[^（]*$/, "") : before)![0];
  return clause !== "" && !COMPARES.test(clause);
}

/** 2022年，公开信息400条。2023年，公开信息500条，同比增长25%: the same words in the sentence before, of the year before. */
function figureInSentenceBefore(
  text: string,
  statements: readonly Statement[],
  at: number,
  year: number | null,
): Pair | null {
  const by = statements[at]!;
  const now = statements[at - 1];
  if (!now || year === null || !isAmountIn(now, by.sentence) || !/同比|上年|去年/.test(by.left)) return null;
  const same = statements
    .slice(Math.max(0, at - NEAR), at)
    .filter(
      (each): each is Counted =>
        isAmountIn(each, by.sentence - 1) && each.left === now.left && each.claim.unit === now.claim.unit,
    );
  const [before] = same;
  if (same.length !== 1 || !before) return null;
  if (!text.startsWith(`${year - 1}年`, before.begins)) return null;
  return { now: now.claim, before: before.claim.value, from: before.claim };
}

/** 960条，比上年增加160条，增长20%: the difference gives last year's figure. */
function figuresFromDifference(
  statements: readonly Statement[],
  at: number,
  year: number | null,
): Pair | null {
  const by = statements[at]!;
  const [now, difference] = [statements[at - 2], statements[at - 1]];
  if (!now || !difference || !isAmountIn(now, by.sentence) || !isAmountIn(difference, by.sentence))
    return null;
  if (!CHANGED.test(difference.left) || CHANGED.test(now.left) || now.claim.unit !== difference.claim.unit)
    return null;
  if (namesLastYear(now, year)) return null;
  const up = UP.test(difference.left);
  if (up !== UP.test(by.left)) return null;
  const before = now.claim.value + (up ? -1 : 1) * difference.claim.value;
  return before > 0 ? { now: now.claim, before, from: difference.claim } : null;
}

/** 45件，与上年的54件持平. */
function equalities(prose: Paragraph, statements: readonly Statement[], year: number | null): Change[] {
  let first = 0;
  return [...prose.text.matchAll(/(?<!基本|大致|大体)持平/g)].flatMap((match): Change[] => {
    const place = spanIn(prose, match.index, match.index + match[0].length);
    while ((statements[first]?.stated?.from ?? match.index) < match.index - LONGEST_SENTENCE) first++;
    const near = statements
      .slice(first, first + NEAR)
      .filter(
        (each): each is Counted =>
          isAmountIn(each, each.sentence) &&
          each.claim.sentence.start <= place.start &&
          place.start < each.claim.sentence.end &&
          each.stated.from < match.index + 12,
      );
    const before = near.filter((each) => namesLastYear(each, year));
    // 较上年建议10件、提案11件，总量持平: a sum is compared, not one of them.
    if (
      before.length > 0 &&
      near.at(-1) !== before.at(-1) &&
      near.at(-1)!.stated.from > before.at(-1)!.stated.from
    )
      return [];
    const now = near.findLast((each) => !before.includes(each) && each.stated.from < match.index);
    if (before.length !== 1 || !now || now.claim.unit !== before[0]!.claim.unit) return [];
    const from = before[0]!.claim;
    return [{ by: null, kind: "equal", direction: 0, now: now.claim, before: from.value, from, span: place }];
  });
}

function isAmountIn(each: Statement, sentence: number): each is Counted {
  return isCounted(each) && each.sentence === sentence;
}

function namesLastYear({ left }: Statement, year: number | null): boolean {
  if (/结转|遗留|转入/.test(left)) return false;
  return (
    /(?:^|[^其])(?:比|较|由|从)[^，]{0,8}的?$/.test(left) ||
    OTHER_YEAR.test(left) ||
    (year !== null && left.includes(`${year - 1}年`))
  );
}
