// What a figure in prose states: the cells that its words name, whatever form of words they take, and none where the
// words narrow what is counted, speak of another year, or are not all known.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDraft } from "../../../server/src/core";
import { applicationRows, facts, writeDraft } from "../../support/draft";
import { bound, marked, told } from "./say";

const RECEIVED = "newRequests.total or newRequests.total+carriedOver.total";

function each(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(prose, () => assert.deepEqual(bound(prose), expected));
  }
}

// Received: with those carried over or without.
for (const words of ["收到", "共收到了", "接到", "累计接收", "登记"]) {
  each({ [`全年${words}政府信息公开申请16件。`]: [`16件: ${RECEIVED}`] });
}
for (const words of ["新收", "新受理", "本年新收到", "新增"]) {
  each({ [`${words}依申请公开申请件16件。`]: ["16件: newRequests.total"] });
}
each({
  // What was carried over is named beside it.
  "收到公众提交的公开申请16件，连同2022年结转的3件，共19件。": [
    "16件: newRequests.total",
    "3件: carriedOver.total",
    "19件: newRequests.total+carriedOver.total",
  ],
  "依申请公开方面，全年收到16件。": [`16件: ${RECEIVED}`],
});

// 结转, the years and what is to be done then come in every order.
for (const words of ["上年结转", "上一年度结转的", "2022年结转", "由去年结转来的", "上年度未办结转入"]) {
  each({ [`${words}申请3件。`]: ["3件: carriedOver.total"] });
}
for (const words of ["结转下年度继续办理", "结转至2024年办理", "顺延至下一年答复", "转入次年", "尚在办理"]) {
  each({ [`${words}的申请2件。`]: ["2件: carriedForward.total"] });
}
each({
  "收到申请16件（上年结转3件，结转下年2件）。": [
    `16件: ${RECEIVED}`,
    "3件: carriedOver.total",
    "2件: carriedForward.total",
  ],
  "收到申请16件，办结17件，结转2件。": [
    `16件: ${RECEIVED}`,
    "17件: outcomeTotal.total",
    "2件: carriedForward.total or carriedOver.total",
  ],
  "上年结转的3件申请和今年新收的16件申请。": ["3件: carriedOver.total", "16件: newRequests.total"],
});

// Outcomes stand before or behind their figures; a list of them needs no other word for applications.
each({
  "答复结果为：全部公开7件、部分公开2件、因不掌握而无法提供5件。": [
    "7件: granted.total",
    "2件: partlyGranted.total",
    "5件: unable.notHeld.total",
  ],
  "已办结的申请中，7件予以公开、2件部分公开和5件本机关不掌握相关信息。": [
    "7件: granted.total",
    "2件: partlyGranted.total",
    "5件: unable.notHeld.total",
  ],
  "办结申请17件，其中同意公开的7件、重复申请1件，涉及第三方合法权益的2件。": [
    "17件: outcomeTotal.total",
    "7件: granted.total",
    "1件: notProcessed.repeated.total",
    "2件: denied.thirdParty.total",
  ],
});

// Applicants are those of the row that the figure before was in.
each({
  "新收的16件申请，来自自然人的12件，来自企业的3件，法律服务机构1件。": [
    "16件: newRequests.total",
    "12件: newRequests.naturalPerson",
    "3件: newRequests.business",
    "1件: newRequests.legalService",
  ],
});

// 分别 gives each thing its figure, in order, and nothing where they are not as many.
each({
  "全年涉政府信息公开的行政复议、行政应诉案件分别为3件和1件。": [
    "3件: disputes.review.total",
    "1件: disputes.litigationDirect.total+disputes.litigationAfterReview.total",
  ],
  "予以公开、部分公开分别为7件、2件。": ["7件: granted.total", "2件: partlyGranted.total"],
  "自然人、企业政府信息公开申请分别为12件和3件。": [
    "12件: newRequests.naturalPerson or newRequests.naturalPerson+carriedOver.naturalPerson",
    "3件: newRequests.business or newRequests.business+carriedOver.business",
  ],
  "行政复议、行政诉讼分别为2件、1件和1件。": [],
});

// Disputes and disclosure.
each({
  "行政复议方面，全年3件，其中维持2件，正在审理1件。": [
    "3件: disputes.review.total",
    "2件: disputes.review.upheld",
    "1件: disputes.review.pending",
  ],
  "未经复议直接诉讼1件，复议后诉讼0件。": [
    "1件: disputes.litigationDirect.total",
    "0件: disputes.litigationAfterReview.total",
  ],
  "新制定规范性文件3件，仍然有效的11件，宣布失效0件。": [
    "3件: disclosure.normativeDocuments.issued",
    "11件: disclosure.normativeDocuments.inForce",
    "0件: disclosure.normativeDocuments.repealed",
  ],
  "核发行政许可208件，实施行政强制0起。": [
    "208件: disclosure.permits.decisions",
    "0起: disclosure.coercion.decisions",
  ],
  "行政许可决定由2022年的190件增加到208件。": ["208件: disclosure.permits.decisions"],
});

// A part of the year, of the organ or of the matter is not what the cell counts; nor is another matter.
each({
  "网上收到申请9件，信函申请4件。": [],
  "上半年收到申请9件，下半年7件。": [],
  "2023年12月收到政府信息公开申请5件。": [],
  "2022年收到申请20件，办结20件。": [],
  "全县共收到政府信息公开申请310件。": [],
  "县政府各部门收到申请310件。": [],
  "每季度收到申请4件。": [],
  "收到投诉举报案件88件，已办结85件，正在办理3件。": [],
  "受理法律援助申请138件，办结125件，结转13件。": [],
  "应诉案件12件，其中涉及政府信息公开的有1件。": [],
  "收到2件行政复议申请，均不涉及政府信息公开。": [],
  "因其他行政行为引发行政复议9件、行政诉讼4件。": [],
  "行政权力清单保留行政许可24项、行政处罚10项。": [],
  "公开行政许可信息640条，公示行政处罚决定书70份。": [],
});

test("全县 is all there is where the organ governs the county", () => {
  assert.deepEqual(bound("全县收到政府信息公开申请16件。", { organ: "青禾县人民政府" }), [
    `16件: ${RECEIVED}`,
  ]);
});

test("a figure that fits no reading is shown with all of them, and the fix is told", () => {
  assert.deepEqual(marked("收到政府信息公开申请18件。"), ["table-mismatch “18件”"]);
  const [line = ""] = told("收到政府信息公开申请18件。");
  assert.match(line, /16/);
  assert.match(line, /19/);
});

test("figures of one sentence that state the same cell together are not held against it one by one", () => {
  const repealed = { disclosure: { "normativeDocuments.repealed": "3", "normativeDocuments.inForce": "11" } };
  assert.deepEqual(marked("废止规范性文件2件，宣布失效1件。", repealed), []);
  assert.deepEqual(marked("废止规范性文件2件，宣布失效2件。", repealed).length, 2);
});

const NOTHING = {
  disputes: { "review.upheld": "0", "review.pending": "0", "review.total": "0" },
  applications: applicationRows({}),
};

for (const [prose, span] of Object.entries({
  "未收到政府信息公开申请。": "未收到政府信息公开申请",
  "未曾收到过公众提出的公开申请。": "未曾收到过公众提出的公开申请",
  "本年度未接到任何形式的信息公开申请。": "本年度未接到任何形式的信息公开申请",
  "我镇2023年度无依申请公开事项。": "我镇2023年度无依申请公开事项",
  "未收到和处理政府信息公开申请。": "未收到和处理政府信息公开申请",
  "没有发生因政府信息公开引起的行政复议。": "没有发生因政府信息公开引起的行政复议",
  "未发生一起因信息公开引发的行政复议。": "未发生一起因信息公开引发的行政复议",
  "全年实现零复议。": "全年实现零复议",
  "行政复议：无。": "无",
  "无下年度结转。": "无下年度结转",
})) {
  test(`${prose} contradicts what the table has, and agrees with an empty one`, () => {
    assert.deepEqual(marked(prose), [`contradiction “${span}”`]);
    assert.deepEqual(marked(prose, NOTHING), []);
  });
}

test("what stands in fenced code is no statement of the report", () => {
  const code = "```text\n全年收到政府信息公开申请99件。\n```";
  const text = writeDraft(facts()).replace("一、总体情况\n", `一、总体情况\n\n${code}\n\n`);
  const [report] = readDraft(text).reports;
  assert.deepEqual(
    report!.narrative.claims.filter(({ value }) => value === 99_000_000),
    [],
  );
});
