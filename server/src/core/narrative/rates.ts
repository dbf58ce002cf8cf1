// Rates that have a name, beside the two figures that they are made of: 收到12件，办结11件，办结率91.7%. The part is what
// was done, in the rate's own word; what it is a part of is what came in before it.

import type { Claim, Share } from "../report/narrative";
import { ALL } from "../text/quantity";
import { isAmountIn } from "./neighbours";
import { agrees } from "./shares";
import type { Counted, Statement } from "./statements";

/** The rate's name, with what may stand before the deed that it is named after. */
const NAMED =
  /(?:^|[，、；：])[^，。；：\d]{0,8}?(?<!预)(办结|办理|办复|答复|回复|处理|处置|公开|解读|采纳|合格|满意|败诉|纠错|维持|整改|网办|回收)率(?:均|都|也)?(?:为|是|达到了?|达|约为|高达|保持在?|实现了?)?(?:约|近|超过?)?$/;
/** Of those that were due or were answered, not of all that came in. */
const ON_TIME = /按[期时]|及时|如期|法定|限内|准时/;
/** Words for the same deed: an application that is 答复 is 办结. */
const DEEDS: readonly string[] = [
  "办结|办理|办复|答复|回复|处理|处置|办毕|反馈|回应",
  "网办|网上办理",
  "回收|收回",
  "纠错|纠正",
];
/** What may not be done yet: then all of those due are 100 %. */
const NOT_DUE =
  /(?<!上年度?)结转|转下|在办|正在|未到期|未届满|期限内|尚在|尚未|延期|跨年|其余|剩余|余下|待办/;
/** What things come in with, or are made with: the figure may be a whole. */
const CAME_IN =
  /应|发现|查出|排查|通报|提出|收到|受理|接到|接收|收件|申请|承办|交办|转办|制定|制发|印发|出台|起草|发文|发布|办结|办理|征集|发放|抽查|检查|梳理|建议|提案|办件|诉讼|复议|共|新收|结转/;
const OBJECT =
  /申请|建议|提案|来信|信件|诉求|咨询|投诉|举报|留言|工单|案件|复议|诉讼|问卷|[公]文|信息|事项|意见/g;
const OTHER_YEAR = /上年(?!度?(?:结转|转))|去年|同期|[比较]/;
const CHANGED = /率|同比|提高|提升|上升|下降|增长|增加|减少|降低/;
/** Rates of what cannot be more than all; 完成率, 增长率 and the like can. */
const OF_ALL =
  /(?:办结|办理|办复|答复|回复|满意|好评|公开|解读|覆盖|合格|准确|及时|知晓|采纳|更新|受理|按[期时]\S{0,4}|规范|有效|参与|整改|维持|纠错|败诉|转载|响应|可用|网办|达标)(?:度|率)/;

const LONGEST_BRACKET = 40;
const MOST_BEFORE = 6;

/** The named rates of a paragraph with their part and what may be the whole. */
export function ratesOf(text: string, statements: readonly Statement[]): Share[] {
  return statements.flatMap((rate, i): Share[] => {
    const name = rate.stated?.kind === "percent" ? NAMED.exec(rate.left) : null;
    if (!name || CHANGED.test(rate.left.slice(0, name.index))) return [];
    const deed = new RegExp(DEEDS.find((words) => words.includes(name[1]!)) ?? name[1]!);
    const near = statements.slice(Math.max(0, i - MOST_BEFORE), i);
    const sentence = near.filter((each): each is Counted => isAmountIn(each, rate.sentence));
    const done = sentence.filter((each) => doneIn(text, each, deed));
    const part = done.at(-1);
    if (!part || part.stated.each || OTHER_YEAR.test(part.left)) return [];
    if (rate.stated!.value === ALL && NOT_DUE.test(text.slice(part.begins, endOf(text, rate)))) return [];
    const told = sentence.find((each) => each !== part && isWholeOf(text, each, part));
    if (told) return [{ rate: rate.claim, parts: [part.claim], wholes: [[told.claim]], named: false }];
    const inSentence = sentence.slice(0, sentence.indexOf(part));
    const before = near.filter((each): each is Counted => isAmountIn(each, rate.sentence - 1));
    const own = inSentence.filter((each) => mayHold(text, each, part));
    const figures =
      own.length > 0 || hasObject(text, part) ? own : before.filter((each) => mayHold(text, each, part));
    if (figures.length === 0) return [];
    const others = inSentence.filter(({ stated }) => stated.unit === part.stated.unit && stated.value > 0);
    const wholes = [...sumsOf(figures), ...sumsOf(others)];
    // 公开9件，部分公开2件，公开率64.7%: of both together.
    const together = sumsOf(done.filter(({ stated }) => stated.unit === part.stated.unit));
    const isOther = together.some((parts) =>
      wholes.some(
        (whole) =>
          !whole.some((claim) => parts.includes(claim)) && agrees({ rate: rate.claim, parts }, whole),
      ),
    );
    if (isOther) return [];
    // 办结4件，按期办结率100%: of those that were done all were in time.
    const ofDone = ON_TIME.test(rate.left) && !ON_TIME.test(part.left) ? [[part.claim]] : [];
    return [{ rate: rate.claim, parts: [part.claim], wholes: [...wholes, ...ofDone], named: true }];
  });
}

/** Rates of what cannot be more than all that are. */
export function ratesBeyondAll(statements: readonly Statement[]): Claim[][] {
  return statements.flatMap(({ stated, left, claim }) =>
    stated?.kind === "percent" &&
    stated.value > ALL &&
    OF_ALL.test(left) &&
    !/同比|增长|提[高升]|比|较/.test(left)
      ? [[claim]]
      : [],
  );
}

/** 在85件答复中，公开44件: the clause before says of what. */
function isWholeOf(text: string, whole: Counted, part: Counted): boolean {
  const gap = text.slice(whole.stated.to, part.stated.from);
  return (
    whole.stated.unit === part.stated.unit &&
    /(?:^|[，；])在?$/.test(whole.left) &&
    /^[^，。；、\d]{0,8}中，[^\d]*$/.test(gap)
  );
}

/** The words of a figure: those before it, and before a bracket, and those right behind it, 11件已办结. */
function wordsOf(text: string, { left, stated }: Counted): string {
  const outside = /([^，。；：、（）\d]{0,12})（[^（）]*）$/.exec(
    text.slice(0, stated.from).slice(-LONGEST_BRACKET),
  );
  return (
    (left || (outside?.[1] ?? "")) + /^[^，。；、（）\d]{0,8}/u.exec(text.slice(stated.to, stated.to + 8))![0]
  );
}

/** Whether a figure counts what the deed was done to; 不合格 and 未办结 are the rest, 可网办 what it may be done to. */
function doneIn(text: string, each: Counted, deed: RegExp): boolean {
  const words = wordsOf(text, each);
  const at = words.search(deed);
  return at >= 0 && !/[不未无可应拟待能]$/.test(words.slice(0, at));
}

function hasObject(text: string, part: Counted): boolean {
  return wordsOf(text, part).search(OBJECT) >= 0;
}

/** Whether a figure may be what a rate's part is a part of: it came in, and is not of other things than the part. */
function mayHold(text: string, whole: Counted, part: Counted): boolean {
  if (
    whole.stated.unit !== part.stated.unit ||
    whole.stated.value === 0 ||
    whole.stated.each ||
    OTHER_YEAR.test(whole.left)
  )
    return false;
  const own: readonly string[] = wordsOf(text, part).match(OBJECT) ?? [];
  const others: readonly string[] = wordsOf(text, whole).match(OBJECT) ?? [];
  const isSame = own.length === 0 || own.some((each) => others.includes(each));
  return isSame && CAME_IN.test(wordsOf(text, whole));
}

/** Each figure, and what it makes with those before it: new applications and those carried over. */
function sumsOf(figures: readonly Counted[]): Claim[][] {
  const claims = figures.map(({ claim }) => claim).reverse();
  return claims.flatMap((claim, i) => [
    [claim],
    ...claims.slice(i + 1).map((_, n) => claims.slice(i, i + n + 2)),
  ]);
}

function endOf(text: string, { stated }: Statement): number {
  const end = text.indexOf("。", stated!.to);
  const next = text.indexOf("。", end + 1);
  return end < 0 ? text.length : Math.min(next < 0 ? text.length : next, stated!.to + 120);
}
