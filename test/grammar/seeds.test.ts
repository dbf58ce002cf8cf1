// The five published reports beside the repository, where they are: their headings are headings, their rows are not.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadGrammar, root, stretches, tokenise } from "./tokenise";

const seeds = join(root, "../shared/seeds");

const FOUR = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
];
/** What each report has for section headings, and on how many lines its title stands. */
const reports: Readonly<Record<string, { readonly titles: number; readonly sections: readonly string[] }>> = {
  "000": { titles: 1, sections: [...FOUR, "存在的主要问题及改进情况", "六、其他需要报告的事项"] },
  "001": {
    titles: 2,
    sections: ["一、总体情况", ...FOUR, "五、存在的主要问题及改进情况", "六、其他需要报告的事项"],
  },
  "002": { titles: 1, sections: ["1、 总体情况", ...FOUR.slice(1), "五、存在的问题及改进情况"] },
  "003": { titles: 1, sections: [...FOUR, "五、存在的主要问题及改进情况", "六、其他需要报告的事项"] },
  "004": { titles: 2, sections: [...FOUR, "存在的主要问题及改进情况", "其他需要报告的事项"] },
};

const ROW_LABELS = [
  "一、本年新收政府信息公开申请数量",
  "二、上年结转政府信息公开申请数量",
  "三、本年度办理结果",
  "（一）予以公开",
  "（二）部分公开",
  "（三）不予公开",
  "1.属于国家秘密",
  "3.危及“三安全一稳定”",
  "4.保护第三方合法权益",
  "5.属于三类内部事务信息",
  "6.属于四类过程性信息",
  "7.属于行政执法案卷",
  "8.属于行政查询事项",
  "（四）无法提供",
  "1.本机关不掌握相关政府信息",
  "2.没有现成信息需要另行制作",
  "3.补正后申请内容仍不明确",
  "（五）不予处理",
  "1.信访举报投诉类申请",
  "2.重复申请",
  "3.要求提供公开出版物",
  "4.无正当理由大量反复申请",
  "5.要求行政机关确认或重新出具已获取信息",
  "（六）其他处理",
  "（七）总计",
  "四、结转下年度继续办理",
];

/** A label without its spaces and with full-width brackets, up to its note. */
const plain = (label: string) =>
  label
    .replace(/\s/g, "")
    .replace(/^\((.)\)/, "（$1）")
    .replace(/(.{4,}?)[（(].*/, "$1");

describe("the seeds", { skip: existsSync(seeds) ? false : `no ${seeds}` }, () => {
  for (const [number, { titles, sections }] of Object.entries(reports)) {
    it(`${number}: headings are headings, row labels are cells`, async () => {
      const file = readdirSync(seeds).find((name) => name.startsWith(number))!;
      const text = readFileSync(join(seeds, file), "utf8");
      const pieces = tokenise(await loadGrammar(), text);

      assert.deepEqual(stretches(pieces, "markup.heading.2.section"), sections);
      assert.equal(stretches(pieces, "markup.heading.1.title").length, titles);

      const rows = new Set(text.split(/\r?\n/).flatMap((line, at) => (line.includes("\t") ? [at] : [])));
      const inRows = pieces.filter((piece) => rows.has(piece.line));
      assert.deepEqual(stretches(inRows, "markup.heading"), []);
      const labels = new Set(stretches(inRows, "entity.name.tag.label").map(plain));
      assert.deepEqual(
        ROW_LABELS.filter((label) => !labels.has(label)),
        [],
      );
    });
  }
});
