// The sentences in simplified Chinese: what is wrong, with the figures; what to do.

import type { Catalog } from "./catalog";

const sum = (parts: readonly string[], zeros = 0) =>
  `${parts.length > 0 ? parts.join(" + ") : "0"}${zeros > 0 && parts.length > 0 ? "，其余为 0" : ""}`;
const exceeded = (sum: string) => `已填各项之和已达 ${sum}，且另有未填或无法读取的格。请核对。`;
const range = (first: string, last: string) => (first === last ? `“${first}”` : `“${first}”至“${last}”`);
const list = (labels: readonly string[]) =>
  labels.length > 4
    ? `“${labels[0]}”至“${labels[labels.length - 1]}”等 ${labels.length} 行`
    : labels.map((label) => `“${label}”`).join("、");

export const zh: Catalog = {
  "row-total": (m) =>
    `“${m.label}”总计为 ${m.total}，各类申请人之和为 ${m.sum}（= ${sum(m.parts, m.zeros)}）。请核对本行。`,
  "outcome-total": (m) =>
    `“${m.label}”列（七）总计为 ${m.total}，（一）至（六）之和为 ${m.sum}（= ${sum(m.parts, m.zeros)}）。请核对本列。`,
  "disputes-total": (m) =>
    `${m.label}总计为 ${m.total}，四项结果之和为 ${m.sum}（= ${sum(m.parts, m.zeros)}）。请核对。`,
  "row-exceeded": (m) => `“${m.label}”总计为 ${m.total}，${exceeded(m.sum)}`,
  "outcomes-exceeded": (m) => `“${m.label}”列（七）总计为 ${m.total}，${exceeded(m.sum)}`,
  "disputes-exceeded": (m) => `${m.label}总计为 ${m.total}，${exceeded(m.sum)}`,
  balance: (m) =>
    `“${m.column}”列不平：一 ${m.newRequests} + 二 ${m.carriedOver} = ${m.left}，（七）${m.outcomeTotal} + 四 ${m.carriedForward} = ${m.right}，相差 ${m.difference}。第一、二项之和应等于第三、四项之和，请核对这四个数。`,
  "blank-cells": (m) =>
    `${range(m.first, m.last)}空白${m.count > 1 ? `（共 ${m.count} 格）` : ""}。没有的请填 0。`,
  "blank-total": (m) => `“${m.cell}”空白，按各项之和应为 ${m.sum}。`,
  "nil-marks": (m) =>
    `${range(m.first, m.last)}填的是“${m.mark}”${m.count > 1 ? `（共 ${m.count} 格）` : ""}，此处应填数字。没有的请填 0。`,
  "value-count": (m) =>
    `${m.rows > 1 ? `“${m.first}”至“${m.last}”共 ${m.rows} 行各有` : `“${m.first}”有`} ${m.found} 个数，应为 ${m.expected} 个，无法确定各数属于哪一列。请补全后再核对。`,
  "missing-rows": (m) => `缺少${list(m.labels)}。请按格式文本补上。`,
  "repeated-rows": (m) => `${list(m.labels)}重复出现，只核对第一次出现的。请删去多余的。`,
  "unknown-rows": (m) => `${list(m.labels)}不是本表格式文本中的行，其中的数未核对。`,
  "not-a-number": (m) => `“${m.cell}”填的“${m.text}”不是数字。请填数字，没有的填 0。`,
  "unit-in-cell": (m) =>
    `“${m.cell}”填的“${m.text}”带有单位“${m.unit}”。单位见表头，格内只填数字：${m.value}。`,
  "wrong-unit": (m) => `“${m.cell}”填的“${m.text}”以“${m.unit}”为单位，本格应以万元计：${m.value}。`,
  negative: (m) => `“${m.cell}”为负数 ${m.text}。数量不能小于 0，请核对。`,
  fractional: (m) => `“${m.cell}”为 ${m.text}，不是整数。请核对。`,
  decimals: (m) => `“${m.cell}”填的 ${m.text} 不足 ${m.decimals} 位小数，按表头要求应写作 ${m.value}。`,
  "full-width": (m) => `“${m.cell}”填的“${m.text}”是全角数字，应写作 ${m.value}。`,
  separators: (m) => `“${m.cell}”填的“${m.text}”带有千分位分隔符，应写作 ${m.value}。`,
  "missing-section": (m) => `缺少“${m.number}、${m.title}”。年度报告应有六个部分，请补上这一部分。`,
  "missing-table": (m) => `“${m.number}、${m.title}”缺少表格，或表格无法识别。请按格式文本补上。`,
  placeholder: (m) => `“${m.text}”是模板留下的空白，尚未填写。`,
  "cell-value": (m) => `${m.cell}：${m.value}`,
  "set-total": (m) => `改为 ${m.value}（= ${sum(m.parts)}）`,
  "set-cells": (m) => `改为：${m.changes.map((c) => `${c.cell} ${c.from} → ${c.to}`).join("；")}`,
  "write-as": (m) => `改为 ${m.value}`,
  "fill-zeros": (m) => (m.count > 1 ? `这 ${m.count} 格填 0` : "填 0"),
  "table-totals": (m) => `更正本表全部总计（${m.count} 处）`,
  "fix-all": (m) =>
    [
      m.totals > 0 ? `更正全部总计（${m.totals} 处）` : "",
      m.spellings > 0 ? `统一数字写法（${m.spellings} 处）` : "",
    ]
      .filter(Boolean)
      .join("，"),
  "all-totals": (m) => `更正全文全部总计（${m.count} 处）`,
};
