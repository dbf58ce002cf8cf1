// Rates and shares beside the figures that make them, and changes beside both years' figures: what follows is quiet,
// however the sentence puts it, and what does not is marked at the percentage or the difference.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fixesOf } from "../../../server/src/core";
import { marked, quiet, reading, wrong } from "./say";

// A named rate: the part is what was done, in the rate's own word; the whole what came in, carried over with it or not.
quiet(
  "收到网民留言12件，办结11件，办结率91.7%。",
  "收到网民留言12件，上年结转3件，办结15件，办结率100%。",
  "收到网民留言12件，办结11件，按时办结率100%。",
  "收到网民留言12件，办结11件，其余1件转下年办理，办结率100%。",
  "收到网民留言12件，办结11件，未到期的正在办理，办结率100%。",
  "抽查网站12家，不合格2家，合格率83.3%。",
  "全年发文40件，主动公开24件，不予公开16件，主动公开率60%。",
  "全年检查3次，满意率98.6%。",
  "年度任务完成率达120%。",
);
wrong({
  "收到网民留言12件，办结11件，办结率100%。": "percentage “100%”",
  "收到网民留言12件，上年结转3件，办结14件，办结率100%。": "percentage “100%”",
  "收到网民来信50封，回复48封，回复率100%。": "percentage “100%”",
  "收到网民留言12件，按时办结11件，按时办结率100%。": "percentage “100%”",
  "出台文件5件，解读4件，同步解读率100%。": "percentage “100%”",
  "全年应公开信息40条，实际公开36条，公开率95%。": "percentage “95%”",
  "回访群众，满意率达104%。": "percentage “104%”",
});

test("公开率 may be of the applications that the table has as done", () => {
  // 9 of the 17 done are 52.9 %; of the 16 received they would be 56.3 %.
  const prose = "收到留言16件；予以公开及部分公开的9件，公开率";
  assert.deepEqual(marked(`${prose}52.9%。`), []);
  assert.deepEqual(marked(`${prose}56.3%。`), []);
});

// Shares: of several parts together, in brackets, over sentences, of a whole that only the parts make.
quiet(
  "公开信息600条，其中财政类90条、项目类60条，两类共占25%。",
  "公开信息600条，其中网站360条（60%）、微信240条（40%）。",
  "公开信息600条。\n\n按渠道看，网站360条，占60%；微信240条，占40%。",
  "来信人为居民12件，占80%；企业3件，占20%。",
  "线上10件、信函6件，分别占62.5%和37.5%。",
  "公开信息600条，网站占比提高5%。",
  "从主体看，居民占90%，企业占10%；从内容看，征地占60%，规划占40%。",
  "安排资金1260万元，其中省级800万元、县级460万元，占比63.5%、36.5%。",
);
wrong({
  "公开信息600条，其中财政类90条、项目类60条，两类共占35%。": "percentage “35%”",
  "公开信息600条，其中财政类90条、项目类60条，合计占35%。": "percentage “35%”",
  "公开信息600条，其中网站360条（60%）、微信240条（45%）。": "percentage “45%”",
  "公开信息600条。网站360条，占60%。微信240条，占30%。": "percentage “30%”",
  "公开信息600条。\n\n按渠道看，网站360条，占60%；微信200条，占30%。": "percentage “30%”",
  "来信人为居民12件，占70%；企业3件，占20%。": "percentage “70%”",
  "从主体看，居民占90%，企业占20%；从内容看，征地占60%，规划占40%。": "percentage “90%”",
});

test("the message has all parts of a share that several have together, and the fix the right percentage", () => {
  const analysis = reading("公开信息600条，其中财政类90条、项目类60条，两类共占35%。");
  const finding = analysis.findings.find(({ rule }) => rule === "narrative/percentage")!;
  assert.deepEqual(finding.message, {
    ...{ id: "percentage", part: "(90 + 60)", whole: "600" },
    ...{ stated: "35", computed: "25" },
  });
  assert.deepEqual(
    fixesOf(analysis, finding)
      .flatMap(({ edits }) => edits.map(({ newText }) => newText))
      .slice(0, 1),
    ["25"],
  );
});

test("shares that are right of their parts are not too many: the parts are", () => {
  assert.deepEqual(marked("公开信息120条，其中概况10条，占8.3%；动态80条，占66.7%；其他40条，占33.3%。"), [
    "parts-sum “120条”",
  ]);
});

// Changes: last year's figure in brackets behind the change, in the next sentence, in the one before; percentage points.
quiet(
  "公开信息1320条，同比增长10%（上年1200条）。",
  "公开信息1320条，同比增长10%。上年为1200条。",
  "2022年我镇公开信息1200条。2023年我镇公开信息1320条，同比增长10%。",
  "公开信息1320条，较上年增长10%，增加120条。",
  "12月推送图文66篇，比11月的60篇增长10%。",
  "满意度由上年的95%提高到98%，提高3个百分点。",
  "公众号关注3.6万人，比上年的3万人增长20%。",
);
wrong({
  "公开信息1320条，同比增长12%（上年1200条）。": "change-rate “12%”",
  "公开信息1320条（上年1200条，同比增长12%）。": "change-rate “12%”",
  "公开信息36条，同比减少5条（上年40条）。": "change-rate “5条”",
  "公开信息36条，同比减少4条（上年40条），下降11.1%。": "change-rate “11.1%”",
  "公开信息1320条，同比增长12%。上年为1200条。": "change-rate “12%”",
  "2022年我镇公开信息1200条。2023年我镇公开信息1320条，同比增长20%。": "change-rate “20%”",
  "公开信息1320条，较上年增长12%，增加120条。": "change-rate “12%”",
  "12月推送图文66篇，比11月的60篇增长12%。": "change-rate “12%”",
  "受理留言267件，回复267件，留言量比上年（263件）上升2.52%。": "change-rate “2.52%”",
  "满意度由上年的95%提高到98%，提高5个百分点。": "change-rate “5个百分点”",
  "公众号关注3.6万人，比上年的3万人增长60%。": "change-rate “60%”",
  "2022年推送图文54篇，2023年推送图文45篇，与上年持平。": "change-rate “持平”",
});
