// No step of reading and checking is quadratic: ten times as much of anything needs about ten times the work, counted.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, LineIndex } from "../../server/src/core";
import { LAYOUTS } from "../support/draft";
import {
  type Growing,
  inLabel,
  lines,
  nothingBut,
  oneLine,
  paragraph,
  reports,
  rows,
} from "../support/growing";
import { growsInStep } from "../support/growth";
import { workOf } from "../support/work";

/** What is long, with so many pieces, of which ten times as many must not need more than twelve times the work. */
type Case = readonly [name: string, draft: Growing, count: number];

function growing(cases: readonly Case[]): void {
  for (const [name, draft, count] of cases) {
    test(`${name}: ${count}, and ten times as many`, (t) => {
      growsInStep(
        t,
        (many) => {
          const text = draft(many);
          return () => analyse(text);
        },
        count,
      );
    });
  }
}

const form = (i: number) => "一二三四五六"[i % 6];

growing(LAYOUTS.map((layout): Case => [`reports with ${layout} tables`, reports(layout), 2]));

growing([
  ...LAYOUTS.flatMap((layout): Case[] => [
    [`details in a ${layout} table`, rows(layout, (i) => [`其中：第${i + 1}所`, "1", "0", "1"]), 50],
    [
      `rows of the organ's own in a ${layout} table`,
      rows(layout, (i) => [`信息第${i + 1}号`, "1", "0", "1"]),
      50,
    ],
    [`one row again and again in a ${layout} table`, rows(layout, () => ["规章", "1", "0", "1"]), 50],
  ]),
  ["pipe tables of the organ's own", lines((i) => `\n| 事项${i} | 3 |\n| 合计 | 4 |\n`), 60],
  ["tabbed tables of the organ's own", lines((i) => `\n事项${i}\t3\n合计\t4\n`), 60],
  ["drawn tables of the organ's own", lines((i) => `\n┌──┬──┐\n│事项${i}│ 3│\n└──┴──┘\n`), 60],
  ["columns parted by spaces", lines((i) => `事项${i}   3   4`), 60],
  ["a cell a line", lines((i) => (i % 3 === 0 ? `事项${i}` : `${i}`)), 150],
  // How deep elements stand in one another is left out: htmlparser2 moves its stack for each.
  ["HTML tables", nothingBut((i) => `<table><tr><td>事项${i}</td><td>3</td></tr></table>\n`), 60],
  ["HTML paragraphs", nothingBut((i) => `<p>公开第${i + 1}项</p>`), 100],
]);

growing([
  ["paragraphs", lines(paragraph), 20],
  ["sentences in one line", oneLine(paragraph), 20],
  ["figures in one sentence", oneLine((i) => `栏目${i}更新${i + 3}条、`), 300],
  ["totals of two", oneLine(() => "复议、诉讼分别为3件和2件，"), 100],
  ["brackets that never close, with figures", oneLine(() => "其中5件（"), 250],
  ["brackets that never close", oneLine(() => "（"), 1000],
  ["quotes that never close", oneLine(() => "《“"), 500],
  ["figures that stay as they were", oneLine(() => "持平3件，"), 150],
  ["applications and what became of them", oneLine(() => "收到申请3件，上年结转2件，共5件，"), 40],
  ["denials", oneLine(() => "未收到申请，"), 100],
  ["shares", oneLine(() => "占5%，"), 120],
  ["digits", oneLine(() => "1"), 1000],
  ["Chinese digits", oneLine(() => "十"), 600],
  ["a line without any mark", oneLine(() => "公开工作有序推进各项任务持续落实"), 100],
  ["spaces between words", oneLine(() => "公开　"), 1000],
  ["spaces", oneLine(() => " "), 1000],
]);

growing([
  ["tags that never close", oneLine(() => "<"), 400],
  ["comments that never close", oneLine(() => "<!--"), 200],
  ["links that never close", oneLine(() => "["), 400],
  ["links without a target", oneLine(() => "[公]("), 200],
  ["code that never ends", oneLine(() => "`公"), 200],
  ["tags that never close in a label", inLabel(() => "<"), 400],
  ["brackets that never close in a label", inLabel(() => "["), 400],
  ["fences", lines((i) => (i % 2 === 0 ? "```" : "~~~")), 100],
  ["quoted lines", lines((i) => `> 公开第${i + 1}项`), 60],
]);

growing([
  ["empty lines", lines(() => ""), 3000],
  ["text that is no report", nothingBut((i) => `${paragraph(i)}\n`), 20],
  ["titles", nothingBut((i) => `青禾县第${i + 1}镇2023年政府信息公开工作年度报告\n`), 100],
  [
    "titles with a heading each",
    nothingBut((i) => `青禾县第${i + 1}镇2023年政府信息公开工作年度报告\n一、总体情况\n`),
    20,
  ],
  ["one title again and again", lines(() => "青禾县政府信息公开\n工作年度报告"), 60],
  ["headings of the form", lines((i) => `${form(i)}、总体情况`), 100],
  ["headings of other words", lines((i) => `${form(i)}、存在的主要问题及改进情况${i}`), 30],
  ["sub-headings", lines((i) => `（${i + 1}）总体情况`), 100],
  ["comments that silence nothing", lines((i) => `<!-- gouji-ignore table/shape: 第${i}次已核 -->`), 40],
  ["comments that silence, unfinished", lines(() => "<!-- gouji-ignore"), 40],
  ["comments in one line", oneLine(() => "<!-- gouji-ignore table/shape: 已核 -->"), 40],
]);

growing([
  ["findings of style", lines((i) => `二，，公开事项第${i}项,更新××件`), 30],
  [
    "findings of privacy",
    lines((i) => `联系人电话1381234${1000 + i}，身份证号11010119900101${1000 + i}。`),
    20,
  ],
  ["findings of sums", lines((i) => `共发布信息${i + 30}条，其中网站公开${i + 3}条、微信公开7条。`), 20],
  [
    "findings of years",
    lines((i) => `${1990 + (i % 40)}年1月1日至${1990 + (i % 40)}年12月31日收到申请3件。`),
    20,
  ],
]);

test("two runs of one job count the same", () => {
  const text = reports("pipe")(2);
  const job = () => analyse(text);
  workOf(job);
  const [first, second] = [workOf(job), workOf(job)];
  assert.equal(second.total, first.total);
});

/** Jobs that are quadratic, each in another way, in a list and a text of as many characters. */
const QUADRATIC: readonly (readonly [string, (list: readonly number[], text: string) => unknown])[] = [
  ["a search for each element", (list) => list.filter((each) => list.includes(-each - 1))],
  ["a copy for each element", (list) => list.map(() => [...list])],
  ["a search from each place", (list, text) => list.map((i) => text.indexOf("二", i))],
  ["a pattern that begins anew at each place", (_, text) => /公+$/.test(text)],
  ["a pattern on all that follows each place", (list, text) => list.map((i) => /二/.test(text.slice(i)))],
  [
    "the program's own work for each element",
    (list) => list.map(() => new LineIndex("\n".repeat(list.length))),
  ],
];

for (const [name, job] of QUADRATIC) {
  test(`what is quadratic is told: ${name}`, () => {
    const work = (count: number) => {
      const list = Array.from({ length: count }, (_, i) => i);
      const text = `${"公".repeat(count)}。`;
      return workOf(() => job(list, text)).total;
    };
    assert.ok(work(600) / work(60) > 50);
  });
}
