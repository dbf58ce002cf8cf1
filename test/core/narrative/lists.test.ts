// Wholes and parts, shares and changes: what holds is quiet however it is written, and what cannot hold is marked at the
// figure that is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, told } from "./say";

function quiet(...sentences: readonly string[]): void {
  for (const prose of sentences) test(`holds: ${prose}`, () => assert.deepEqual(told(prose), []));
}

function wrong(cases: Readonly<Record<string, string>>): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(`does not: ${prose}`, () => assert.deepEqual(marked(prose), [expected]));
  }
}

// Parts behind the whole: with 其中, over a full stop, behind a colon, in brackets, two levels deep.
quiet(
  "发布信息912条，其中网站388条，公众号431条，短视频93条。",
  "发布信息912条。其中，网站388条；公众号431条；短视频93条。",
  "发布信息912条：网站388条，公众号431条，短视频93条。",
  "公开信息350条，其中基础信息50条（包括机构10条、目录40条），业务信息300条。",
  "公开文件13件（含新制定5件，修改4件，废止4件）。",
  "办理来信来访计97件次，来信61件次，来访36件次。",
  "全年接待查阅392人次，其中现场331人次，电话61人次。",
  "全年答复716件，其中电话258件、网站35件、来信265件、来访158件，咨询电话0999-8101。",
  "公开信息345条，其中规章11条、文件102条；工作报告2条（中英文各1条）、动态230条。",
);
wrong({
  "发布信息912条，其中网站388条，公众号451条，短视频93条。": "parts-sum “912条”",
  "发布信息912条。其中，网站388条；公众号451条；短视频93条。": "parts-sum “912条”",
  "发布信息912条：网站388条，公众号451条，短视频93条。": "parts-sum “912条”",
  "公开信息350条，其中基础信息50条（包括机构20条、目录40条），业务信息300条。": "parts-sum “50条”",
  "公开文件13件（含新制定5件，修改4件，废止5件）。": "parts-sum “13件”",
  "办理来信来访计97件次，来信61件次，来访46件次。": "parts-sum “97件次”",
  "全年接待查阅372人次，其中现场331人次，电话61人次。": "parts-sum “372人次”",
  "全年答复805件，其中电话258件、网站35件、来信265件、来访158件。": "parts-sum “805件”",
  "组织培训9场次，其中集中授课5场次，视频培训3场次，跟班学习2场次。": "parts-sum “9场次”",
});

test("the message has the parts, their sum and the whole", () => {
  const [line = ""] = told("发布信息912条，其中网站388条，公众号451条，短视频93条。");
  for (const figure of ["912", "388", "451", "93", "932"])
    assert.match(line, new RegExp(`(?<!\\d)${figure}(?!\\d)`));
});

// The whole behind its parts; what is no list of parts.
quiet(
  "网站公开65条，微信公开635条，共计700条。",
  "网站公开65条，微信公开635条。全年共发布信息710条。",
  "收到申请16件，上年结转3件，其中结转2024年2件，其余17件全部答复。",
  "推送图文520篇，日均1.4篇，其中原创130篇。",
  "公开信息400条，比去年同期增长了10%，其中政策文件34条、工作动态161条。",
  "公开信息100余条，其中网站60余条，公众号50余条。",
);
wrong({ "网站公开65条，微信公开645条，共计700条。": "parts-sum “700条”" });

// Lists on lines of their own.
quiet("公开信息210条：\n\n1.机构类12条；\n\n2.文件类28条；\n\n3.动态类170条。");
wrong({
  "公开信息210条：\n\n1.机构类12条；\n\n2.文件类38条；\n\n3.动态类170条。": "parts-sum “210条”",
  "主动公开政府信息117条。\n\n其中，网站公开73条，公众号公开54条。": "parts-sum “117条”",
});

// Shares: of the whole of the list, of one that is named, of one that comes later, one by one.
quiet(
  "网站388篇，占42.5%；公众号431篇，占47.3%；短视频93篇，占10.2%。全年共912篇。",
  "农业类112条，占去全部350条信息的32%。",
  "350条信息中，有210条附有图片，比例达60%。",
  "公开信息1200条，其中网站720条、微信480条，分别占60%、40%。",
  "公开信息3条，其中网站2条，占66.6%。",
  "公开信息3条，其中网站2条，占66.7%。",
);
wrong({
  "网站388篇，占42.5%；公众号431篇，占47.3%；短视频93篇，占12.2%。全年共912篇。": "percentage “12.2%”",
  "农业类112条，占去全部350条信息的23%。": "percentage “23%”",
  "350条信息中，有210条附有图片，比例达70%。": "percentage “70%”",
  "公开信息1200条，其中网站720条、微信480条，分别占60%、45%。": "percentage “45%”",
  "公开信息3条，其中网站2条，占66.8%。": "percentage “66.8%”",
});

// Changes: last year's figure before, behind, in brackets; the difference; 持平.
quiet(
  "稿件比上一年度的760篇多出152篇，达到912篇。",
  "错敏信息由去年的25处减少到15处，减幅40%。",
  "发布信息960条，较2022年（800条）增加160条，增幅20%。",
  "发布信息960条，比上年增加160条，增长20%。",
  "上年发布信息800条，今年增加160条，增长20%。",
  "短视频45期，与上年的45期持平。",
  "短视频36期，是上年12期的3倍。",
);
wrong({
  "稿件比上一年度的760篇多出162篇，达到912篇。": "change-rate “162篇”",
  "错敏信息由去年的25处减少到15处，减幅60%。": "change-rate “60%”",
  "发布信息960条，较2022年（800条）增加160条，增幅25%。": "change-rate “25%”",
  "短视频45期，与上年的54期持平。": "change-rate “持平”",
  "短视频36期，是上年12期的4倍。": "change-rate “4倍”",
});
