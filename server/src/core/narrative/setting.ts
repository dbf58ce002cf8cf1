// The report that words stand in: its year, and what its organ is called, in full and in short.

import { isHanAt } from "../text/script";

export interface Setting {
  readonly year: number | null;
  /** The length of words for the organ at a place of a text, ending before `to`; 0 for none. */
  organAt(text: string, at: number, to: number): number;
  /** Whether the organ governs a province, city, county … as a whole, so that 全县 is what it reports on. */
  governs(level: string): boolean;
  /** A judicial bureau hears the reviews of others. */
  readonly hearsReviews: boolean;
}

const SHORTEST_NAME = 2;

/** Who may stand as a sentence's subject: an organ by its kind, in the shortest words that end so. */
const ORGAN =
  /(?:[\u4e00-\u9fff]{0,14}?(?:管委会|支队|大队|总队)|[\u4e00-\u9fff]{1,14}?(?:街道办事处|街道|(?:镇|乡)(?:人民)?政府|人民政府办公[室厅]|政府办公[室厅]|政府办|人民政府|政府|委员会|办公室|中心|联合会|残联|文联|侨联|科协|镇|乡|局|厅|委|办))(?=\d|全年|本年|今年|年内|共|累计|总|一共|新|未|没|无|均|收到|受理|接|办理|依申请|制|印|作出|发生|发布|公开|已|在|因|对|按|依法|认真|严格|先后|实际|登记|办结|答复|目前|，|$)/y;
const OTHERS =
  /各|所属|下属|下级|直属|分局|派出|[转向由其对给报与及的原]|协助|配合|会同|督促|指导|受托|代表|关于|根据|按照|通过/;
/** What may stand before a sentence's subject: when it was. */
const BEFORE =
  /(?:^|[。；：])(?:据统计，|[一二三四五六]是)?(?:截[至止])?(?:在?\d{4}年度?(?:1[-至]12月)?(?:底|末)?|全年|本年度?|一年来)?，?$/;
const OWN_KIND = /(?:分局|支队|大队|总队|管委会)$/;
/** 便民服务中心: not the town itself. */
const WITHIN = /中心$/;
/** An organ with none below it: whoever its report's sentences are about is it, whatever it is called there. */
const LOWEST = /(?:镇|乡|街道)(?:人民政府|办事处)?$/;

function isSubsequence(short: string, full: string): boolean {
  let at = 0;
  for (const char of short) {
    at = full.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The length of words at a place, where a sentence has its subject, that mean the organ: 区应急局 for 青禾区应急管理局. */
function subjectLength(full: string, text: string, at: number, to: number): number {
  if (full === "" || !isHanAt(text, at) || (isHanAt(text, at - 1) && !"年度内".includes(text[at - 1]!)))
    return 0;
  // 分局共收到16件: short for itself, in its own report.
  const kind = OWN_KIND.exec(full)?.[0];
  if (kind && text.startsWith(kind, at)) return at + kind.length <= to ? kind.length : 0;
  ORGAN.lastIndex = at;
  const name = ORGAN.exec(text)?.[0] ?? "";
  if ((name.length < 3 && !/队$/.test(name)) || at + name.length > to || OTHERS.test(name)) return 0;
  if (LOWEST.test(full) && !WITHIN.test(name) && BEFORE.test(text.slice(Math.max(0, at - 20), at)))
    return name.length;
  const ends =
    full.endsWith(name.slice(-1)) ||
    (/办$/.test(name) && /办公[室厅]$/.test(full)) ||
    (/委$/.test(name) && /委员会$/.test(full)) ||
    (/联$/.test(name) && /联合会$/.test(full));
  return ends && isSubsequence(name, full) ? name.length : 0;
}

/** The setting of a report of `organ` (as its title has it) on `year`. */
export function settingOf(organ: string | null, year: number | null): Setting {
  const full = organ ?? "";
  const names = namesOf(full);
  const begins = new Set(names.map((name) => name[0]!));
  const level = /(街道|[省市区县乡镇州])(?:人民政府|政府|办事处)?$/.exec(full)?.[1];
  return {
    year,
    organAt: (text, at, to) => {
      const subject = subjectLength(full, text, at, to);
      if (subject > 0 || !begins.has(text[at]!)) return subject;
      return names.find((each) => at + each.length <= to && text.startsWith(each, at))?.length ?? 0;
    },
    governs: (asked) => asked === level || (LOWEST.test(full) && LOWEST.test(asked)),
    hearsReviews: /司法|法制/.test(full),
  };
}

/** What a report may call its organ, longest first: 青禾县柳溪镇人民政府 is 柳溪镇政府, 柳溪镇, 县柳溪镇 …, too. */
function namesOf(organ: string): string[] {
  const short = [
    organ,
    organ.replace("人民政府", "政府"),
    organ.replace(/办事处$/, ""),
    organ.replace(/人民政府(?:办公[室厅])?$/, "政府"),
    organ.replace(/人民政府(?:办公[室厅])?$/, ""),
  ];
  const names = [
    ...short,
    ...short.map((name) => name.replace(/^.*?[省市县区](?=.{2})/, "")),
    ...short.map((name) => name.replace(/^.*?(?=[省市县区].{2})/, "")),
  ].filter((name) => name.length >= SHORTEST_NAME);
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}
