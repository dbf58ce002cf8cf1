// The quantities in a paragraph: a number in any digits, what rounds it, and its unit. Dates, ordinals, document and
// telephone numbers are none.

import type { Approximation } from "../report/narrative";
import { type Quantity, quantityFrom } from "../text/quantity";
import { chineseInteger, HAN_DIGITS } from "./han";

/** A number with its unit at `[from, to)` of a paragraph's text; `[first, last)` are its digits. */
export interface Stated {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  /** In 万元 for money, else in the unit. */
  readonly value: Quantity;
  readonly least: Quantity;
  readonly most: Quantity;
  /** Empty where the number stands alone. */
  readonly unit: string;
  readonly kind: "count" | "percent" | "money" | "times" | "points" | "bare";
  readonly approximate: Approximation | null;
  readonly decimals: number;
  /** 各3件, 每季度1次: not the quantity of the whole. */
  readonly each: boolean;
}

const NUMBER = new RegExp(
  `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,])|\\d+(?:\\.\\d+)?|[${HAN_DIGITS}]+`,
  "g",
);

/** Marks and words before a number that make it something else: an ordinal, a document's number, a part of a name. */
const NOT_BEFORE = /(?:第|[〔【[〈+]|令第?|[A-Za-z_#.\-/\\])$/;
/** A number without a unit behind these is dialled or filed; 电话258件 is a count. */
const DIALLED = /(?:号码|编号|邮编|传真|电话|热线)[:：]?$/;
const NOT_BEHIND =
  /^(?:[〕】\]〉]|[A-Za-z_]|-\d|:\d|\.\d|年|月|日|号|时(?!间)|点\d|届|级|楼|室|路|街|弄|栋|幢|单元|版|周年|世纪|岁|平方|公里|米|亩|吨|热线|公开|一体|统一|般|直|定|旦|方面|致|切|样|律|系列|经)/;
/** Words that begin or end with a Chinese digit. */
const HAN_NOT_BEFORE =
  /(?:统|唯|同|另|某|每|任|之|万|第|逐|专|进|不|划|合|单|如|多|周|星期|其|十|百|几|若干|[“《])$/;
const HAN_NOT_BEHIND =
  /^(?:性|例[如外]|次性|条龙|件事|站式|网通|窗|门式|些|定|下|旦|向|同|起|并|边|张图|图|把手|事一议|份子|类内部|类过程)/;

/** 没有一件, 未收到一份: none, which the grammar reads as a denial. */
const NONE_AT_ALL = /(?:没有?|未|无)[^，。；]{0,4}$/;

const ROUNDED_BEFORE: readonly (readonly [RegExp, Approximation])[] = [
  [/(?:不少于|不低于|至少|超过|超出|突破|多达|超|逾)$/, "above"],
  [/(?:将近|接近|不足|不到|近)$/, "below"],
  [/(?:大约|约|左右|大概)$/, "around"],
];
const EACH = /(?:各|每(?:个?[年月周日季]度?)?|平均|[人日月周年户村]均|均为?每)$/;

/** Units by kind, longest first. */
const MONEY = /^(?:亿元|万余?元|千元|元)/;
const COUNT =
  /^(?:[人件条篇场批户班车架频卷课项起]次|条目|余?件套|件|条|份|项|次|人|篇|个(?!百分点|月|工作日|小时|季度)|起|例|期|场|宗|批|部|户|家|册|幅|则|类|名|位|处|段|集|栏|款|站|套|张|本|封)/;

/** What may stand behind Chinese digits that count something: most of them are parts of words. */
const BEHIND_HAN = new Set(`${MONEY.source}${COUNT.source}，。；）—~-%余多来至到万亿千百倍`);

/** All quantities of a paragraph, in order. */
export function quantitiesIn(text: string): Stated[] {
  const found: Stated[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const stated = readAt(text, match.index, match[0]);
    if (stated && stated.from >= (found.at(-1)?.to ?? 0)) found.push(stated);
  }
  return unitsFromBehind(text, withHanPercentages(text, found));
}

const HAN_PERCENT = new RegExp(`百分之([${HAN_DIGITS}]+)(?:点([${HAN_DIGITS}]+))?`, "g");

/** 百分之七十五点五. */
function withHanPercentages(text: string, found: readonly Stated[]): Stated[] {
  if (!text.includes("百分之")) return [...found];
  const written = [...text.matchAll(HAN_PERCENT)].flatMap((match): Stated[] => {
    const [words, whole, fraction = ""] = match;
    const decimals = [...fraction].map((digit) => chineseInteger(digit)).join("");
    const value = quantityFrom(`${chineseInteger(whole!) ?? ""}${decimals}`, -decimals.length);
    if (value === null || chineseInteger(whole!) === null) return [];
    const [from, to] = [match.index, match.index + words.length];
    return [
      {
        from,
        to,
        first: from,
        last: to,
        value,
        least: value,
        most: value,
        unit: "%",
        kind: "percent",
        approximate: null,
        decimals: decimals.length,
        each: false,
      },
    ];
  });
  const others = found.filter((each) => !written.some(({ from, to }) => each.from < to && from < each.to));
  return [...others, ...written].sort((a, b) => a.from - b.from);
}

function readAt(text: string, first: number, digits: string): Stated | null {
  const last = first + digits.length;
  const han = digits[0]! > "9";
  if (han && last < text.length && !BEHIND_HAN.has(text[last]!)) return null;
  const before = text.slice(Math.max(0, first - 6), first);
  if (digits === "一" && NONE_AT_ALL.test(before)) return null;
  if (NOT_BEFORE.test(before) || (han && HAN_NOT_BEFORE.test(before))) return null;
  if (/^\d{3}$/.test(digits) && /(?:^|\D)\d{1,3}，$/.test(before)) return null;
  let rest = text.slice(last, last + 12);
  const range = /^(?:-|—+|~|至|到)\d+(?:\.\d+)?/.exec(rest);
  if (range) rest = rest.slice(range[0].length);
  const [rounding = ""] =
    /^(?:余|多(?=[万亿千百余件条份项次人篇个起例期场家户元])|来(?=[件条份项次人篇个]))/.exec(rest) ?? [];
  rest = rest.slice(rounding.length);
  const [multiplier = ""] = /^[万亿千百](?!里)/.exec(rest) ?? [];
  const money = MONEY.exec(rest)?.[0];
  if (multiplier && !money) rest = rest.slice(multiplier.length);
  const [late = ""] = multiplier && !money ? (/^[余多]/.exec(rest) ?? []) : [];
  rest = rest.slice(late.length);
  const unit = unitAt(rest, han);
  if (unit === null) return null;
  const kind = kindOf(unit);
  if (kind === "bare" && DIALLED.test(before)) return null;
  if (kind === "bare" && ((han && digits !== "零") || NOT_BEHIND.test(rest) || digits.length > 7))
    return null;
  if (kind !== "percent" && kind !== "bare" && han && HAN_NOT_BEHIND.test(rest)) return null;
  const exponent = money ? moneyExponent(unit) : ({ 万: 4, 亿: 8, 千: 3, 百: 2 }[multiplier] ?? 0);
  const value = amountOf(digits, exponent);
  if (value === null) return null;
  const to =
    last +
    (range?.[0].length ?? 0) +
    rounding.length +
    (money ? 0 : multiplier.length) +
    late.length +
    unit.length;
  const behind = /^(?:多(?![出于])|以上|左右|上下|以内|以下|不等)/.exec(text.slice(to, to + 3))?.[0];
  const decimals = (/\.(\d+)$/.exec(digits)?.[1] ?? "").length;
  const approximate = range ? "around" : approximation(before, rounding + late, behind);
  const shown = multiplier && !money ? quantityFrom("5", exponent - decimals - 1)! : 0;
  const cut = money && decimals > 0 ? quantityFrom("1", exponent - decimals)! : 0;
  const end = range ? rangeEnd(range[0], exponent) : null;
  const { least, most } = boundsOf(value, end, approximate, shown || cut);
  return {
    from: first,
    to,
    first,
    last,
    value,
    unit,
    kind,
    decimals,
    each: EACH.test(before),
    approximate: approximate ?? (shown > 0 ? "around" : null),
    least,
    most,
  };
}

/** `shown` is half a step of the last digit that a figure in 万 shows, a whole one for money, which is often cut off. */
function boundsOf(
  value: Quantity,
  end: Quantity | null,
  approximate: Approximation | null,
  shown: Quantity,
): { least: Quantity; most: Quantity } {
  if (end !== null) return { least: Math.min(value, end), most: Math.max(value, end) };
  const step = lastPlace(value);
  return {
    least: value - (approximate === "below" || approximate === "around" ? step : shown),
    most: value + (approximate === "above" || approximate === "around" ? step : shown),
  };
}

/** 820余 is less than 830, 400余 less than 500: what the last figure that is not 0 counts. */
function lastPlace(value: Quantity): Quantity {
  let place = 1;
  while (value > 0 && value % (place * 10) === 0) place *= 10;
  return place;
}

function rangeEnd(range: string, exponent: number): Quantity | null {
  return amountOf(/[\d.]+$/.exec(range)![0], exponent);
}

function approximation(before: string, rounding: string, behind: string | undefined): Approximation | null {
  if (rounding || behind === "以上" || behind === "多") return "above";
  if (behind) return "around";
  return ROUNDED_BEFORE.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/** The unit at the beginning of a text; empty for none; null where what follows makes the number no quantity. */
function unitAt(rest: string, han: boolean): string | null {
  const unit = /^(?:%|个百分点|倍)/.exec(rest)?.[0] ?? MONEY.exec(rest)?.[0] ?? COUNT.exec(rest)?.[0];
  if (!unit && han && /^(?:$|[，。；）])/.test(rest)) return "";
  if (!unit) return han || NOT_BEHIND.test(rest) || /^(?:个|天|小时|分钟|周|秒)/.test(rest) ? null : "";
  if (unit === "条" && /^条(?:例|规定|第)/.test(rest)) return null;
  if (unit === "人" && /^人民/.test(rest)) return null;
  if (unit === "个" && /^个(?:方面|要素|环节|阶段)/.test(rest)) return null;
  return unit;
}

function kindOf(unit: string): Stated["kind"] {
  if (unit === "") return "bare";
  if (unit === "%") return "percent";
  if (unit === "个百分点") return "points";
  if (unit === "倍") return "times";
  return unit.endsWith("元") ? "money" : "count";
}

function moneyExponent(unit: string): number {
  if (unit.startsWith("亿")) return 4;
  if (unit.startsWith("千")) return -1;
  return unit === "元" ? -4 : 0;
}

function amountOf(digits: string, exponent: number): Quantity | null {
  if (!/^\d/.test(digits)) {
    const value = chineseInteger(digits);
    return value === null ? null : quantityFrom(String(value), exponent);
  }
  const plain = digits.includes(",") ? digits.replaceAll(",", "") : digits;
  const point = plain.indexOf(".");
  if (point < 0) return quantityFrom(plain, exponent);
  return quantityFrom(plain.replace(".", ""), exponent - (plain.length - point - 1));
}

/** 行政复议数量为3。; 行政处罚：0。; not 17：30. */
function standsAlone(text: string, { from, to }: Stated): boolean {
  return (
    /[为是]$|(?:^|\D)：$/.test(text.slice(Math.max(0, from - 2), from)) &&
    /^[，。；）]?$/.test(text[to] ?? "")
  );
}

/** Numbers of a list without units take the one behind the last: 分别为3、5、2件. */
function unitsFromBehind(text: string, found: readonly Stated[]): Stated[] {
  const backwards: Stated[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const each = found[i]!;
    const next = backwards.at(-1);
    const near = next && next.unit !== "" && each.to < next.from && next.from - each.to < 16;
    if (each.kind !== "bare") backwards.push(each);
    else if (standsAlone(text, each)) backwards.push({ ...each, kind: "count" });
    else if (near && next.kind === "count" && /^[、和及与，；]/.test(text.slice(each.to))) {
      backwards.push({ ...each, unit: next.unit, kind: next.kind });
    }
  }
  return backwards.reverse();
}
