// `npm run bench:steps` prints, for lines that repeat one piece, how much longer four times the length takes: about 4 is right,
// 16 would be quadratic. An editor reads while its user types, and pasted lines can be long.

import { readDraft } from "../server/src/core";
import { readNarrative } from "../server/src/core/narrative";
import { facts, writeDraft } from "../test/support/draft";

const LENGTH = 12_000;
const PIECES = [
  ...[
    "本年度",
    "其中1件，",
    "（",
    "共12条，",
    "其中5件（",
    "占5%，",
    "按",
    "较",
    "《",
    "〈",
    "持平3件，",
    "十",
    "：12条",
  ],
  ...["复议、诉讼分别为3件和2件，", "以上合计3条。", "未收到申请，", "收到申请3件，上年结转2件，共5件，"],
];

function timeOf(piece: string, length: number): number {
  const line = piece.repeat(Math.ceil(length / piece.length));
  const text = writeDraft(facts()).replace("一、总体情况\n", `一、总体情况\n${line}\n`);
  const [report] = readDraft(text).reports;
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    readNarrative(text, report!);
    return performance.now() - start;
  });
  return Math.min(...times);
}

console.log(`\nclaims of a line of ${LENGTH} characters, and of one four times as long`);
timeOf(PIECES[0]!, LENGTH);
for (const piece of PIECES) {
  const [short, long] = [timeOf(piece, LENGTH), timeOf(piece, 4 * LENGTH)];
  console.log(`${(long / short).toFixed(1).padStart(5)} ×  ${short.toFixed(0).padStart(4)} ms  ${piece}`);
}
