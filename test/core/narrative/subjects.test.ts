// Who and what a sentence is about: other words for the organ, descriptions that do not narrow, and what a figure has
// from the figure before it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { facts } from "../../support/draft";
import { bound, marked, reading } from "./say";

const RECEIVED = "newRequests.total or newRequests.total+carriedOver.total";

function each(cases: Readonly<Record<string, readonly string[]>>, organ?: string): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(prose, () => assert.deepEqual(bound(prose, organ ? { organ } : {}), expected));
  }
}

// An organ may be called by a part of its name; another's figures are its own.
each(
  {
    "2023年，区应急局共收到政府信息公开申请16件。": [`16件: ${RECEIVED}`],
    "2023年，区教育局共收到政府信息公开申请16件。": [],
    "2023年，区应急局松岗分局共收到政府信息公开申请16件。": [],
  },
  "青禾区应急管理局",
);
each(
  {
    "2023年，县政府办公室共收到政府信息公开申请16件。": [`16件: ${RECEIVED}`],
    "2023年，县政府办共收到政府信息公开申请16件。": [`16件: ${RECEIVED}`],
    "县公安局收到政府信息公开申请16件。": [],
  },
  "青禾县人民政府办公室",
);
// A town has no organs below it: a sentence that begins with another's name has kept it from another's report.
each({
  "2023年度南坪街道收到政府信息公开申请16件。": [`16件: ${RECEIVED}`],
  "协助县自然资源局办理政府信息公开申请16件。": [],
  "收到申请16件，白鹭乡收到申请0件。": [`16件: ${RECEIVED}`],
  "收到申请16件，原并入的白鹭乡收到申请0件。": [`16件: ${RECEIVED}`],
});

// 等领域 and several channels leave nothing out; one channel does.
each({
  "共收到涉及房屋征收、物业管理等领域的政府信息公开申请16件。": [`16件: ${RECEIVED}`],
  "共收到涉及房屋征收的政府信息公开申请6件。": [],
  "通过信函、电子邮件等方式接收申请，共收到政府信息公开申请16件。": [`16件: ${RECEIVED}`],
  "通过信函方式申请的，共收到政府信息公开申请6件。": [],
});

// A bracket, a comparison, an outcome that is not the form's: what is counted goes on behind them.
each({
  "收到政府信息公开申请16件（网络申请10件，信函6件），上年结转3件，办结17件。": [
    "16件: newRequests.total",
    "3件: carriedOver.total",
    "17件: outcomeTotal.total",
  ],
  "收到政府信息公开申请16件，较去年增加3件，办结17件。": [`16件: ${RECEIVED}`, "17件: outcomeTotal.total"],
  "办结申请17件，其中公开7件、不属于本机关职责5件、部分公开2件。": [
    "17件: outcomeTotal.total",
    "7件: granted.total",
    "2件: partlyGranted.total",
  ],
  "行政复议3件，其中驳回0件、维持2件。": ["3件: disputes.review.total", "2件: disputes.review.upheld"],
  "7件予以公开、2件因涉及第三方合法权益不予公开、5件无法提供。": [
    "7件: granted.total",
    "2件: denied.thirdParty.total",
    "5件: unable.notHeld.total+unable.needsCreation.total+unable.unclear.total",
  ],
});

// 信息不存在 is no row of the form: not held, to be made, or both.
each({
  "办结申请17件，其中公开7件，不存在5件。": [
    "17件: outcomeTotal.total",
    "7件: granted.total",
    "5件: unable.notHeld.total or unable.notHeld.total+unable.needsCreation.total or unable.needsCreation.total or unable.notHeld.total+unable.needsCreation.total+unable.unclear.total",
  ],
});
test("等原因 counts the whole group", () => {
  assert.deepEqual(bound("因本机关不掌握等原因无法提供5件。"), [
    "5件: unable.notHeld.total+unable.needsCreation.total+unable.unclear.total",
  ]);
});

// Said of the first of a list, and meant of all.
each({
  "全年制定政府规章0件、行政规范性文件3件。": [
    "0件: disclosure.regulations.issued",
    "3件: disclosure.normativeDocuments.issued",
  ],
  "作出行政许可决定208件，行政处罚0件，行政强制0件。": [
    "208件: disclosure.permits.decisions",
    "0件: disclosure.penalties.decisions",
    "0件: disclosure.coercion.decisions",
  ],
  "行政许可处理决定数量208件。": ["208件: disclosure.permits.decisions"],
  "新发布行政规范性文件3件，确定继续有效的行政规范性文件11件。": [
    "3件: disclosure.normativeDocuments.issued",
    "11件: disclosure.normativeDocuments.inForce",
  ],
  "主动公开规范性文件20件。": [],
  "主动公开规章0件（含废止0件），行政规范性文件20件。": ["0件: disclosure.regulations.repealed"],
});

test("three of the form's acts side by side are asserted, those of a list of powers asked about", () => {
  const severities = (prose: string) =>
    reading(prose)
      .findings.filter(({ rule }) => rule === "narrative/table-mismatch")
      .map(({ severity }) => severity);
  assert.deepEqual(severities("行政许可208件，行政处罚0件，行政强制6件。"), ["error"]);
  assert.deepEqual(severities("梳理行政权力事项：行政许可24件，行政处罚0件，行政强制0件。"), ["info"]);
});

test("行政处罚 behind 行政许可决定 is asserted; alone it is asked", () => {
  const [line] = marked("作出行政许可决定208件，行政处罚6件。");
  assert.equal(line, "table-mismatch “6件”");
  assert.deepEqual(marked("行政许可208件。", facts()), []);
});

// Applicants of the row before; those of all received are as good.
each({
  "结转下年度2件，其中自然人1件。": [
    "2件: carriedForward.total",
    "1件: carriedForward.naturalPerson or newRequests.naturalPerson or newRequests.naturalPerson+carriedOver.naturalPerson",
  ],
  "本年新收16件申请，律师事务所1件。": ["16件: newRequests.total", "1件: newRequests.legalService"],
});

// 收到 beside 上年结转 is what came in this year; with it, or where the sum says so, it may be both.
test("收到19件，上年结转3件 is wrong where 19 holds the 3", () => {
  assert.deepEqual(marked("收到政府信息公开申请19件，上年结转3件，办结17件。"), ["table-mismatch “19件”"]);
  assert.deepEqual(marked("收到政府信息公开申请19件，其中上年结转3件，办结17件。"), []);
  assert.deepEqual(marked("收到政府信息公开申请19件，上年结转3件，本年新收16件。"), []);
  assert.deepEqual(marked("收到政府信息公开申请19件，上年结转3件，办结17件，结转下年2件。"), []);
});

test("均已办结 is asked about where something is carried forward, 均已答复 is not", () => {
  assert.deepEqual(marked("收到政府信息公开申请16件，均已办结。"), ["contradiction “均已办结”"]);
  assert.deepEqual(marked("收到政府信息公开申请16件，均已答复。"), []);
});

// 各: the figure of each.
each({
  "收到行政复议、行政诉讼各1件。": [
    "1件: disputes.review.total",
    "1件: disputes.litigationDirect.total+disputes.litigationAfterReview.total",
  ],
  "各科室收到申请各3件。": [],
});

each({
  "行政复议3件，纠错0件；行政诉讼1件，败诉0件。": [
    "3件: disputes.review.total",
    "0件: disputes.review.corrected",
    "1件: disputes.litigationDirect.total+disputes.litigationAfterReview.total",
    "0件: disputes.litigationDirect.corrected+disputes.litigationAfterReview.corrected",
  ],
  "行政诉讼1件，败诉1件。": ["1件: disputes.litigationDirect.total+disputes.litigationAfterReview.total"],
  "对收到的16件申请全部按时答复。": [`16件: ${RECEIVED}`],
  "收到政府信息公开申请数：16件；办结数：17件。": [`16件: ${RECEIVED}`, "17件: outcomeTotal.total"],
  "收到申请16件，其中2件撤回，其余14件均按期答复。": [`16件: ${RECEIVED}`],
  "对征地类申请，予以公开5件，部分公开1件。": [],
  "行政复议案件受理120件，审结100件，维持80件。": [],
  "行政许可208件，行政处罚0件，行政强制0件。": [
    "208件: disclosure.permits.decisions",
    "0件: disclosure.penalties.decisions",
    "0件: disclosure.coercion.decisions",
  ],
  "以镇政府或镇党政办公室名义制发行政规范性文件3件。": ["3件: disclosure.normativeDocuments.issued"],
});

each({ "全县各级行政机关收到政府信息公开申请16件。": [`16件: ${RECEIVED}`] }, "青禾县人民政府");

each({
  "新收政府信息公开申请16件，转下一年办理2件。": ["16件: newRequests.total", "2件: carriedForward.total"],
  "因政府信息公开引发行政争议4件。": [
    "4件: disputes.review.total+disputes.litigationDirect.total+disputes.litigationAfterReview.total",
  ],
  "因政府信息公开引发行政争议、行政复议4件。": [],
  "收到工单320件，上年结转3件，办结318件。": [],
  // Some of those received, whatever became of the others.
  "收到申请16件，其中2件撤回，14件申请均已答复。": [`16件: ${RECEIVED}`],
  "9件申请均在法定期限内答复。": [`9件: outcomeTotal.total or ${RECEIVED}`],
});
