// What keeps a figure from being the tables': documents with their 公开属性, other applications, petitions, other organs;
// and what a sentence says of all that it has counted. The report's figures are those of say.ts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bound, marked } from "./say";

const RECEIVED = "newRequests.total or newRequests.total+carriedOver.total";
const UNABLE = "unable.notHeld.total+unable.needsCreation.total+unable.unclear.total";

function each(cases: Readonly<Record<string, readonly string[]>>, organ?: string): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(prose, () => assert.deepEqual(bound(prose, organ ? { organ } : {}), expected));
  }
}

// Documents are 依申请公开 and 不予公开, too, whichever side of the figure says so, in the next sentence as well.
each({
  "全年印发公文150件，其中主动公开92件，依申请公开21件，不予公开37件。": [],
  "印发公文150件。其中主动公开92件，依申请公开21件，不予公开37件。": [],
  "公文逐件认定公开属性，依申请公开21件，不予公开37件。": [],
  "印发公文150件。其中依申请公开21件，不予公开37件。": [],
  "主动公开92件，依申请公开21件，不予公开37件。": [],
  "92件主动公开，21件依申请公开，37件不予公开。": [],
  "主动公开信息92条，收到依申请公开申请16件，不予公开2件。": [
    `16件: ${RECEIVED}`,
    "2件: denied.stateSecret.total+denied.otherLaw.total+denied.security.total+denied.thirdParty.total+denied.internalAffairs.total+denied.process.total+denied.enforcementFile.total+denied.adminQuery.total",
  ],
  "印发公文150件。收到政府信息公开申请16件，其中予以公开7件。": [`16件: ${RECEIVED}`, "7件: granted.total"],
});

// Parts of something unknown, and what follows other things counted in the same unit.
each({
  "组织复盘96件，其中予以公开40件、无法提供22件。": [],
  "发出函件4份，回函4份，无法提供1份。": [],
  "无法提供5件。": [`5件: ${UNABLE}`],
  "近三年被申请行政复议21件，其中纠正3件。": [],
});

// Applications for something else, and those of organs below.
const APPLICATIONS = "（二）依申请公开政府信息情况\n";
each({
  [`${APPLICATIONS}受理取水许可申请16件，办结15件。`]: [],
  [`${APPLICATIONS}受理网上申请12件，办结17件。`]: ["17件: outcomeTotal.total"],
  [`${APPLICATIONS}受理信访举报类事项19件，办结19件。`]: [],
  "所属分局受理政府信息公开申请12件，答复12件。": [],
  "便民服务中心全年收到申请2316件。": [],
  "县直部门收到政府信息公开申请320件，乡镇收到115件。": [],
});
each({ "乡镇（街道）办结政府信息公开申请115件。": [], "镇收到政府信息公开申请16件。": [] }, "青禾县人民政府");
each(
  {
    "2023年，分局共收到政府信息公开申请16件。": [`16件: ${RECEIVED}`],
    "区分局收到政府信息公开申请16件。": [],
  },
  "青禾县公安局柳溪分局",
);
each({ "2023年，区残联共收到政府信息公开申请16件。": [`16件: ${RECEIVED}`] }, "青禾区残疾人联合会");

// What is left out of the tables, and words that leave nothing open.
each({
  "收到申请23件，其中3件在受理前撤回，未计入附表。": [],
  "依申请公开受理量为16件。": [`16件: ${RECEIVED} or outcomeTotal.total`],
  "全年共收取行政事业性收费16.2万元。": ["16.2万元: disclosure.fees.amount"],
  "已依法作出答复17件政府信息公开申请。": ["17件: outcomeTotal.total"],
  "由此引发行政复议3件。": ["3件: disputes.review.total"],
  "全年17件申请均已答复。": [`17件: outcomeTotal.total or ${RECEIVED}`],
  "从申请人看，自然人12件，企业3件。": [
    "12件: newRequests.naturalPerson or newRequests.naturalPerson+carriedOver.naturalPerson",
    "3件: newRequests.business or newRequests.business+carriedOver.business",
  ],
  "行政许可决定2，080件。": ["2，080件: disclosure.permits.decisions"],
});

test("a part is not the whole that its words name", () => {
  const lines = bound("因政府信息公开被申请行政复议3件，其中2件已有复议决定。");
  assert.deepEqual(lines, ["3件: disputes.review.total"]);
});

test("nor is it all that the clause before has named", () => {
  const lines = bound("因政府信息公开引发行政诉讼3件，均为未经复议直接起诉，其中2件判决驳回。");
  assert.deepEqual(lines, ["3件: disputes.litigationDirect.total+disputes.litigationAfterReview.total"]);
});

test("what came in and what was carried over is not what came in alone", () => {
  const lines = bound("新收申请16件，上年结转3件，共办理16件。");
  assert.deepEqual(lines.at(-1), "16件: newRequests.total+carriedOver.total or outcomeTotal.total");
  assert.deepEqual(
    bound("上年结转3件、新收申请16件，共计19件。").at(-1),
    "19件: newRequests.total+carriedOver.total",
  );
});

test("all that was received went one way only if the table has as many", () => {
  assert.deepEqual(marked("收到政府信息公开申请16件，均予以公开。"), ["table-mismatch “均予以公开”"]);
  // Of the 7 that were granted 3 may be those.
  assert.deepEqual(marked("上年结转申请3件，均予以公开。"), []);
});
