// This year's figures against another year's: 比上年增长20%（上年50条）, 减少4件, 是上年的3倍, 持平.

import { type Breakdown, type Change, type Claim, type Paragraph, spanIn } from "../report/narrative";
import { isAmountIn, isRespective, NEAR } from "./neighbours";
import type { Counted, Statement } from "./statements";

const LONGEST_SENTENCE = 300;

const UP = /新增|净增|增长|增加|上升|提高|提升|增多|扩大|上涨|[增涨升]幅|增速|多/;
const DOWN = /下降|减少|降低|下滑|下跌|缩减|回落|[降减跌]幅|少/;
const CHANGED =
  /(?:新增|净增|增长|增加|增多|上升|提高|提升|上涨|下降|减少|降低|下滑|回落|取消|撤销|多|少)(?:了|出)?$/;
/** 达到912篇: this year's figure, given behind the difference. */
const COMES_TO =
  /^[，、]?(?:共|总数|总量)?(?:达到?|增至|升至|降至|减至|增加到|减少到|上升到|下降到|至|为)了?$/;
const CAME_TO = /^[\u4e00-\u9fff]{0,4}(?:为|至|到)了?$/;
/** ，增加160条: the same change again as a difference. */
const ADDED = /^[，、]?净?(?:增加|增长|减少|下降)了?$/;
const OTHER_YEAR = /上年|去年|上一年|同期/;

/** The changes in a paragraph for which both figures are stated. */
export function changesOf(
  prose: Paragraph,
  statements: readonly Statement[],
  breakdowns: readonly Breakdown[],
  year: number | null,
): Change[] {
  const rates = statements.flatMap((by, i): Change[] => {
    const { stated } = by;
    if (stated?.kind === "points") return pointsOf(statements, i, year);
    if (!stated || !["percent", "times", "count", "money"].includes(stated.kind)) return [];
    const multiple = multipleOf(statements, i, year);
    if (multiple) return [multiple];
    const isAmount = stated.kind === "count" || stated.kind === "money";
    const up = UP.test(by.left);
    if (isRespective(statements, i) || (isAmount && isOneOfSeveral(prose.text, statements, i))) return [];
    if (up === DOWN.test(by.left) || (isAmount && !CHANGED.test(by.left))) return [];
    const pair =
      figuresAround(prose.text, statements, i, year) ??
      figureInSentenceBefore(prose.text, statements, i, year) ??
      figureInSentenceBehind(statements, i, year) ??
      (isAmount ? null : figuresFromDifference(statements, i, year));
    if (!pair) return [];
    const kind = stated.kind === "percent" ? "rate" : stated.kind === "times" ? "times" : "difference";
    const now = ofList(pair, breakdowns);
    return [{ by: by.claim, kind, direction: up ? 1 : -1, ...pair, now, span: by.claim.span }];
  });
  return [...rates, ...turnsOf(prose, statements), ...equalities(prose, statements, year)];
}

const TURN =
  /^[，、]?(?:逐[年步])?(?:(增加|增长|上升|提高|提升|扩大|扩充|增|升)|减少|下降|降低|压缩|缩短|缩减|精简|减|降)(?:到|至|为)了?$/;

/** 由200次增加至150次: the word says which way, the figures another. */
function turnsOf(prose: Paragraph, statements: readonly Statement[]): Change[] {
  return statements.flatMap((now, i): Change[] => {
    const words = TURN.exec(now.left);
    const before = statements[i - 1];
    if (!words || !now.stated || !before?.stated || before.sentence !== now.sentence) return [];
    if (!/(?:由|从)[^，]{0,12}$/.test(before.left) || before.stated.each || now.stated.each) return [];
    if (before.stated.unit !== now.stated.unit || before.stated.kind !== now.stated.kind) return [];
    const at = now.stated.from - words[0].replace(/^[，、]/, "").length;
    return [
      {
        by: null,
        kind: "turn",
        direction: words[1] ? 1 : -1,
        now: now.claim,
        before: before.claim.value,
        from: before.claim,
        span: spanIn(prose, at, now.stated.from),
      },
    ];
  });
}

/** 废止6件，新增2件: what came and what went; the change is both together. */
function isOneOfSeveral(text: string, statements: readonly Statement[], at: number): boolean {
  const { left, sentence, begins } = statements[at]!;
  const near = statements.slice(at, at + NEAR);
  const end = near.findLast((each) => each.sentence === sentence && each.stated)!.stated!.to;
  const words = text.slice(begins, end);
  if (/(?<!净)新增/.test(left)) return /废止|取消|撤销|减少|下放|合并|注销|关停|调出|移出|失效/.test(words);
  return /取消|撤销/.test(left) && /增加|新增|承接|下放|调入|合并/.test(words);
}

/** 36条，是上年12条的3倍. */
function multipleOf(statements: readonly Statement[], at: number, year: number | null): Change | null {
  const by = statements[at]!;
  const [now, before] = [statements[at - 2], statements[at - 1]];
  if (by.stated?.kind !== "times" || by.left !== "的" || !now || !before) return null;
  if (!isAmountIn(now, by.sentence) || !isAmountIn(before, by.sentence)) return null;
  if (!namesLastYear(before, year) || now.claim.unit !== before.claim.unit) return null;
  return {
    by: by.claim,
    kind: "multiple",
    direction: 0,
    now: now.claim,
    before: before.claim.value,
    from: before.claim,
    span: by.claim.span,
  };
}

/** 答复率由上年的95%提高到98%，提高3个百分点: two percentages of a sentence, one of them last year's. */
function pointsOf(statements: readonly Statement[], at: number, year: number | null): Change[] {
  const by = statements[at]!;
  const up = UP.test(by.left);
  const rates = statements
    .slice(Math.max(0, at - 2), at + 2)
    .filter(
      ({ stated, sentence, left }) =>
        stated?.kind === "percent" && sentence === by.sentence && !/占|增|减|降幅|同比/.test(left),
    );
  const before = rates.filter((each) => namesLastYear(each, year));
  const now = rates.filter((each) => !before.includes(each));
  if (up === DOWN.test(by.left) || before.length !== 1 || now.length !== 1 || /分别/.test(by.left)) return [];
  const [from] = before;
  return [
    {
      by: by.claim,
      kind: "points",
      direction: up ? 1 : -1,
      now: now[0]!.claim,
      before: from!.claim.value,
      from: from!.claim,
      span: by.claim.span,
    },
  ];
}

/** 486个，其中A 450个、B 36个，较上年512个减少: of a list and its last part, what is nearer to last year's figure. */
function ofList({ now, before }: Pair, breakdowns: readonly Breakdown[]): Claim {
  const list = breakdowns.find(({ parts }) => parts.length > 1 && parts.at(-1) === now);
  const gap = ({ value }: Claim) => Math.abs(value - before);
  return list && gap(list.whole) < gap(now) ? list.whole : now;
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
  // 由上年的32件清理为28件，废止6件: what it came to stands right behind it.
  const next = around[around.indexOf(last!) + 1];
  if (
    /由|从/.test(last!.left) &&
    next &&
    next !== now &&
    next.stated.from < by.stated!.from &&
    CAME_TO.test(next.left)
  )
    return { now: next.claim, before: last!.claim.value, from: last!.claim };
  // 公开总量较2022年（1102条）增长: what is compared is named anew, and is not the figure before.
  const renamed = now.stated.from < last!.stated.from ? subjectBetween(text, now, last!) : "";
  const meant = renamed === "" ? now : figureOf(renamed, around, last!);
  if (!meant) return null;
  const named = /(\d{4})年/.exec(by.left)?.[1];
  if (named && !text.slice(last!.stated.from - 20, last!.stated.from).includes(named)) return null;
  return { now: meant.claim, before: last!.claim.value, from: last!.claim };
}

/** 受理申请267件，答复267件，申请量比上年（263件）上升: the first figure that the words before 量 count. */
function figureOf(subject: string, around: readonly Counted[], last: Counted): Counted | null {
  const [, noun] = /^([^总]{2,6})(?:数量|件数|量|数)$/.exec(subject) ?? [];
  if (!noun) return null;
  return (
    around.find(
      ({ stated, left }) => stated.from < last.stated.from && left.includes(noun) && !CHANGED.test(left),
    ) ?? null
  );
}

function namesYearOtherThan({ left }: Statement, year: number | null): boolean {
  const named = /(\d{4})年/.exec(left)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}

const COMPARES =
  /(?:但|而)?(?:同比)?(?:[比较与和由从])?(?:本[机局镇乡街单]关?|我[局镇乡县区市街])?(?:上一?年|去年|前一年|上个?月|上季度|\d{4}年|\d{1,2}月).*$/;

/** What the clause of last year's figure, or the one before its bracket, names before the year, other than `now`. */
function subjectBetween(text: string, now: Counted, { stated, depth }: Counted): string {
  const before = text.slice(Math.max(now.stated.to, stated.from - 40), stated.from);
  const outside = depth > now.depth ? before.replace(/（[^（]*$/, "") : before;
  const clause = /[^，。；：、（）]*$/.exec(outside)![0];
  // 同比增长12%（上年1200条）: what stands before the bracket is the change itself.
  return /\d/.test(clause.replace(COMPARES, "")) ? "" : clause.replace(COMPARES, "");
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
        isAmountIn(each, by.sentence - 1) &&
        withoutYear(each.left) === withoutYear(now.left) &&
        each.claim.unit === now.claim.unit,
    );
  const [before] = same;
  if (same.length !== 1 || !before) return null;
  if (!text.startsWith(`${year - 1}年`, before.begins)) return null;
  return { now: now.claim, before: before.claim.value, from: before.claim };
}

function withoutYear(words: string): string {
  return words.replace(/^\d{4}年度?/, "");
}

/** 960条，同比增长20%。上年为800条: last year's figure alone in the next sentence. */
function figureInSentenceBehind(
  statements: readonly Statement[],
  at: number,
  year: number | null,
): Pair | null {
  const by = statements[at]!;
  const now = statements[at - 1];
  const next = statements.slice(at + 1, at + 4).find(({ sentence }) => sentence === by.sentence + 1);
  if (!now || !next || !isAmountIn(now, by.sentence) || !isAmountIn(next, by.sentence + 1)) return null;
  if (!/同比|上年|去年|\d{4}年/.test(by.left) || next.claim.unit !== now.claim.unit) return null;
  const [, words] =
    /^((?:上年|去年|上一年|\d{4}年)度?)(?:同期)?(?:为|是|仅为|仅|共|：)?$/.exec(next.left) ?? [];
  if (!words || (/\d/.test(words) && !words.startsWith(String(year === null ? "" : year - 1)))) return null;
  return { now: now.claim, before: next.claim.value, from: next.claim };
}

/** 960条，比上年增加160条，增长20%, or 增长20%，增加160条: the difference gives last year's figure. */
function figuresFromDifference(
  statements: readonly Statement[],
  at: number,
  year: number | null,
): Pair | null {
  const by = statements[at]!;
  const behind = statements[at + 1];
  const isBehind = behind && isAmountIn(behind, by.sentence) && ADDED.test(behind.left);
  const [now, difference] = isBehind
    ? [statements[at - 1], behind]
    : [statements[at - 2], statements[at - 1]];
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
  if (!prose.text.includes("持平")) return [];
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
      /[比较与和]/.test(before.at(-1)!.left) &&
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

function namesLastYear({ left }: Statement, year: number | null): boolean {
  if (/结转|遗留|转入/.test(left)) return false;
  return (
    /(?:^|[^其])(?:比|较|由|从)[^，]{0,8}的?$/.test(left) ||
    OTHER_YEAR.test(left) ||
    (year !== null && left.includes(`${year - 1}年`))
  );
}
