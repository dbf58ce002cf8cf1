// The drafts that are measured: single reports and compilations of a given length, and one monster report. All figures
// add up but for the totals that are wrong on purpose, so that there is something to publish.

import { facts, type Layout, SOUND, writeDraft } from "../test/support/draft";

export interface BenchDraft {
  readonly name: string;
  readonly text: string;
  /** Behind a digit of a figure in a table row near the middle: what is typed here changes the figure. */
  readonly at: number;
}

const LAYOUTS: readonly Layout[] = ["pipe", "tabbed", "stacked"];
/** One report in so many has a wrong total. */
const FAULTY = 4;
/** The figure that is typed into: the natural persons' new applications, `12`. */
const FIGURE = /(?:本年新收政府信息公开申请数量[\s|]*12)(?=[\s|])/g;

/** What an organ says of its year, so that a report has its usual 4,000 characters; `seed` varies the figures. */
function prose(seed: number): string {
  const figure = (step: number) => 20 + ((seed * 31 + step * 17) % 180);
  return [
    `一是主动公开持续推进。全年通过门户网站发布动态消息${figure(1)}条，通过政务新媒体推送图文${figure(2)}篇，在公开栏张贴告示${figure(3)}张，群众查阅方便。`,
    `二是依申请公开办理规范。严格落实登记、审核、办理、答复、归档各环节的要求，与申请人沟通${figure(4)}次，答复文书由专人审核，没有一份超过法定期限。`,
    `三是信息管理更加细致。对历年发布的内容逐条核对，更新栏目${figure(5)}个，清理失效链接${figure(6)}处，发布前由两人分别校对，重要内容由分管负责人签发。`,
    `四是平台建设不断完善。优化检索功能，增设便民服务专题，微信公众号的关注人数有所增长，全年阅读量达到${figure(7)}千次，留言均有回应。`,
    `五是监督保障落实到位。全年组织培训${figure(8) % 10}场，培训工作人员${figure(9)}人次，把公开工作纳入年度考核，对发现的问题限期整改，整改情况按季度通报。`,
  ].join("\n");
}

/** The report number `seed`, of some 4,000 characters. */
export function report(seed: number, layout: Layout, faulty = seed % FAULTY === FAULTY - 1): string {
  const disputes = faulty ? { ...SOUND.disputes, "review.total": "907" } : SOUND.disputes;
  const text = writeDraft(facts({ layout, organ: `青禾县第${seed}镇人民政府`, disputes }));
  return text
    .replace("\n\n二、", `\n${prose(seed)}\n${prose(seed + 1)}\n\n二、`)
    .replace("\n六、", `\n${prose(seed + 2)}\n\n六、`);
}

/** One report. */
export function single(): BenchDraft {
  return draft("one report", report(1, "pipe", true));
}

/** Reports one after another, up to a length. */
export function compilation(name: string, length: number): BenchDraft {
  const reports: string[] = [];
  for (let i = 0, written = 0; written < length; i++) {
    const text = report(i, LAYOUTS[i % LAYOUTS.length]!);
    written += text.length + 1;
    reports.push(text);
  }
  return draft(name, reports.join("\n"));
}

/** One report of a length: half of it details of two rows in the table of 二, half paragraphs in 一 and 五. */
export function monster(name: string, length: number): BenchDraft {
  const details: string[] = [];
  const paragraphs: string[] = [];
  for (let i = 0, written = 0; written < length / 2; written += details[i++]!.length + 1) {
    details.push(`| 其中：第${i + 1}所办理 | 1   | 0   | 1   |`);
  }
  for (let i = 0, written = 0; written < length / 2; written += paragraphs[i++]!.length + 1) {
    paragraphs.push(prose(i));
  }
  const parts = (all: readonly string[], from: number, to: number) =>
    all.slice(from * all.length, to * all.length).join("\n");
  const text = report(1, "pipe", true)
    .replace("\n\n二、", `\n${parts(paragraphs, 0, 0.5)}\n\n二、`)
    .replace(/(?<=\| 规章 .*\n)/, `${parts(details, 0, 0.5)}\n`)
    .replace(/(?<=\| 行政规范性文件 .*\n)/, `${parts(details, 0.5, 1)}\n`)
    .replace("\n六、", `\n${parts(paragraphs, 0.5, 1)}\n\n六、`);
  // The documents issued: more of them than are in force is a finding.
  return draft(name, text, /\| 行政规范性文件 \| 3/g);
}

/** A draft with the place to type at: the figure nearest behind the middle. */
function draft(name: string, text: string, figure = FIGURE): BenchDraft {
  const all = [...text.matchAll(figure)];
  const match = all.find(({ index }) => index >= text.length / 2) ?? all.at(-1);
  if (!match) throw new Error(`${name}: no figure to type at`);
  return { name, text, at: match.index + match[0].length };
}
