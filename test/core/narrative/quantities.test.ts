// What is a quantity in a sentence, and how much it says: digits of every kind, what rounds them, units, and numbers
// that count nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { quantities } from "./say";

function each(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(prose, () => assert.deepEqual(quantities(prose), expected));
  }
}

each({
  "收到申请7条。": ["7条 = 7"],
  "收到申请１６件。": ["１６件 = 16"],
  "访问1,234,567人次。": ["1,234,567人次 = 1234567"],
  "收到两件，答复三十二件，转办一百零五条。": ["两件 = 2", "三十二件 = 32", "一百零五条 = 105"],
  "收费5800元。": ["5800元 = 0.58"],
  "占百分之三十二点五。": ["百分之三十二点五 = 32.5"],
  "增长2倍，提高4个百分点。": ["2倍 = 2", "4个百分点 = 4"],
});

// Rounded figures stand for a range: a step of their first digit up, down, or both.
each({
  "发布400余条。": ["400余条 = 400 to 500"],
  "发布400多条。": ["400多条 = 400 to 500"],
  "发布超400条。": ["400条 = 400 to 500"],
  "发布近400条。": ["400条 = 300 to 400"],
  "发布约400条。": ["400条 = 300 to 500"],
  "发布400条左右。": ["400条 = 300 to 500"],
  "发布3至5条，答复2—4条。": ["3至5条 = 3 to 5", "2—4条 = 2 to 4"],
  "访问1.2万人次。": ["1.2万人次 = 11500 to 12500"],
});

// Units: compounds with 次, one unit for a list, a number that stands alone.
each({
  "办理3件次，培训5场次，发稿8篇次。": ["3件次 = 3", "5场次 = 5", "8篇次 = 8"],
  "分别为3、5、2件。": ["3 = 3", "5 = 5", "2件 = 2"],
  "行政复议数量为3。": ["3 = 3"],
  "行政复议：3；行政诉讼：1。": ["3 = 3", "1 = 1"],
});

// No quantities: dates, ordinals, numbers of documents and telephones, times of day, words with a digit in them.
each({
  "2023年3月5日，第12号文件，国办公开办函〔2021〕30号。": [],
  "电话12345678，12345热线。": [],
  "8:30至17:30，3个工作日，5个方面。": [],
  "一体化、一站式、统一、一次性、一定、十分重视。": [],
  "第三方、三公经费、双随机一公开、四类过程性信息。": [],
  "没有一件引发争议，未收到一份投诉。": [],
});
