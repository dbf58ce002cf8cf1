// Years, the period, and documents cited: what is left from another year or miswritten is marked; a year that is
// compared with, planned for, or belongs to a document is not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "./say";

function quiet(...sentences: readonly string[]): void {
  for (const prose of sentences) test(`right: ${prose}`, () => assert.deepEqual(marked(prose), []));
}

function wrong(cases: Readonly<Record<string, string>>): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(`wrong: ${prose}`, () => assert.deepEqual(marked(prose), [expected]));
  }
}

quiet(
  "2023年，我镇有序推进政府信息公开工作。",
  "一年来，我镇2023年度政府信息公开工作有序推进。",
  "我镇获评2022年度先进单位。",
  "我镇于2023年1月公布了2022年政府信息公开工作年度报告。",
  "截止2022年底，我镇累计建成公开专区3个。",
  "2023年，我镇继续落实《2022年政务公开工作要点》。",
);
wrong({
  "2022年，我镇认真落实政府信息公开各项要求。": "year “2022年”",
  "一年来，我镇2022年度政府信息公开工作有序推进。": "year “2022年”",
  "现将我镇2022年政府信息公开工作情况报告如下。": "year “2022年”",
  "202320年，我镇有序推进各项工作。": "year “202320年”",
});

quiet(
  "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
  "统计期限从2023年1月1日起至12月31日止。",
  "本报告所用数据起于2023年1月1日，止于2023年12月31日。",
);
wrong({
  "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。": "period “2022年1月1日起至2022年12月31日”",
  "本报告所用数据起于2022年1月1日，止于2022年12月31日。": "period “2022年1月1日，止于2022年12月31日”",
  "统计期限为2023年1月1日至2023年12月30日。": "period “2023年1月1日至2023年12月30日”",
  "截止2022年底，我镇全年主动公开信息350条。": "period “2022年底”",
});

test("a plan in the section on problems is for the year to come", () => {
  assert.deepEqual(marked("2024年，我镇将加强培训。", {}, "problems"), []);
  assert.deepEqual(marked("2023年工作计划：加强培训。", {}, "problems"), ["year “2023年”"]);
});

quiet(
  "按照国办公开办函〔2021〕30号文件的格式编制。",
  "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条编制本报告。",
);
wrong({
  "按照国办公开办函〔2019〕60号文件的格式编制。": "citation “国办公开办函〔2019〕60号”",
  "按照国办公开办函﹙2021﹚30号文件的格式编制。": "citation “国办公开办函﹙2021﹚30号”",
  "按照国办公开办函﹝2021﹞30号文件的格式编制。": "citation “国办公开办函﹝2021﹞30号”",
  "根据《中华人民共和国政府信息公开条例》（国务院令第771号）编制本报告。": "citation “国务院令第771号”",
});
