// What is said without a figure: that there was none of several things, and that all that were just counted went one
// way. Each thing that is denied is a claim of its own; what narrows a denial, or a power that is denied, makes none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DENIALS, OF_DENIALS } from "../../../server/src/core/narrative/words";
import { applicationRows } from "../../support/draft";
import { bound, marked } from "./say";

const REVIEW = "disputes.review.total";
const LITIGATION = "disputes.litigationDirect.total+disputes.litigationAfterReview.total";

/** The cells of the claims of a sentence, one a claim. */
function denied(prose: string, expected: readonly string[], changes = {}): void {
  test(prose, () => {
    const cells = bound(prose, changes).map((claim) => claim.slice(claim.indexOf(": ") + 2));
    assert.deepEqual(cells, expected);
  });
}

// Each item of a list is denied by itself; things that the form does not count are no hindrance.
for (const prose of [
  "未发生因政府信息公开引起的行政复议、行政诉讼。",
  "未引起行政复议或行政诉讼。",
  "全年未发生因政府信息公开引发的举报、投诉、行政复议和行政诉讼。",
  "没有因政府信息公开被申请行政复议、提起行政诉讼及有关的申诉情况。",
  "未收到因依申请公开答复而引起的行政复议和诉讼。",
  "政府信息公开行政复议、行政诉讼情况：均无。",
]) {
  denied(prose, [REVIEW, LITIGATION]);
}
denied("未收到政府信息公开申请、行政复议和行政诉讼。", ["newRequests.total", REVIEW, LITIGATION]);
denied("没有受理“依申请公开政府信息”。", ["newRequests.total"]);
denied("无人申请公开政府信息。", ["newRequests.total"]);
denied("未制定发布、废止行政规范性文件。", [
  "disclosure.normativeDocuments.issued",
  "disclosure.normativeDocuments.repealed",
]);
denied("未制发、修改、废止规章和行政规范性文件。", [
  "disclosure.regulations.issued",
  "disclosure.regulations.repealed",
  "disclosure.normativeDocuments.issued",
  "disclosure.normativeDocuments.repealed",
]);
denied("未出台规范性文件和重要政策措施。", ["disclosure.normativeDocuments.issued"]);
denied("不存在未办结的政府信息公开申请。", ["carriedForward.total"]);
denied("无行政许可、行政处罚、行政事业性收费。", [
  "disclosure.permits.decisions",
  "disclosure.penalties.decisions",
  "disclosure.fees.amount",
]);

// What is said of one thing is not said of the other.
denied("无行政复议纠错和行政诉讼败诉的情况。", [
  "disputes.review.corrected",
  "disputes.litigationDirect.corrected+disputes.litigationAfterReview.corrected",
]);

// Words that narrow what is denied, and powers.
for (const prose of [
  "未发生因征地补偿引发的行政复议、行政诉讼。",
  "未收到群众对政府信息公开的投诉。",
  "不存在未按期答复政府信息公开申请的情况。",
  "不存在未登记的政府信息公开申请。",
  "逾期未收到申请人补正材料的，不再处理。",
  "我镇没有行政许可、行政征收权限。",
]) {
  denied(prose, []);
}

test("a denial of several things is one finding, with the cells that hold something", () => {
  assert.deepEqual(marked("未发生行政复议、行政诉讼。"), ["contradiction “未发生行政复议、行政诉讼”"]);
  const reviews = { disputes: { "review.upheld": "2", "review.total": "2" } };
  assert.deepEqual(marked("未发生行政诉讼。", reviews), []);
  assert.deepEqual(marked("未引发行政诉讼和行政复议。", reviews), [
    "contradiction “未引发行政诉讼和行政复议”",
  ]);
});

// 均, or a single case: what became of all that were counted.
const CASES = {
  disputes: {
    "review.upheld": "1",
    "review.total": "1",
    "litigationDirect.otherOutcome": "1",
    "litigationDirect.total": "1",
  },
};
for (const [prose, wrong] of Object.entries({
  "行政复议1件，结果维持。": [],
  "行政复议1件，结果纠正。": ["table-mismatch “结果纠正”"],
  "行政复议1件，尚未审结；行政诉讼1件，为其他结果。": ["table-mismatch “尚未审结”"],
  "行政复议1件、行政诉讼1件，均维持。": ["table-mismatch “均维持”"],
  "行政复议1件，行政诉讼1件，均正在审理中。": ["table-mismatch “均正在审理中”"],
})) {
  test(prose, () => assert.deepEqual(marked(prose, CASES), wrong));
}

test("what became of one of several cases is not what became of all", () => {
  assert.deepEqual(marked("行政复议3件，结果纠正。"), []);
});

test("均为自然人 is held against the column of the row that the figure was in", () => {
  const applications = applicationRows({
    newRequests: [7, 1, 0, 0, 0, 0, 8],
    granted: [7, 1, 0, 0, 0, 0, 8],
    outcomeTotal: [7, 1, 0, 0, 0, 0, 8],
  });
  const all = { applications };
  assert.deepEqual(marked("收到政府信息公开申请8件，申请人均为自然人。", all), [
    "table-mismatch “申请人均为自然人”",
  ]);
  assert.deepEqual(marked("收到政府信息公开申请8件，均为自然人和企业提出。", all), []);
  // Where it is the figure that is wrong, that is said once.
  assert.deepEqual(marked("收到政府信息公开申请9件，均为自然人申请。", all), ["table-mismatch “9件”"]);
});

test("every word of denial has one of the characters that a text is looked through for", () => {
  const spellings = (pattern: string): string[] => {
    const [, before, alternatives, behind] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
    if (alternatives === undefined) return [pattern];
    return alternatives.split("|").flatMap((each) => spellings(before + each + behind));
  };
  const words = DENIALS.flatMap((patterns) => patterns.split(" ")).flatMap(spellings);
  assert.ok(words.includes("从未") && words.includes("免收取过"));
  assert.deepEqual(
    words.filter((word) => ![...OF_DENIALS].some((char) => word.includes(char))),
    [],
  );
});
