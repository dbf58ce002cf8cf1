// The sentences in simplified Chinese: what is wrong, with the figures; what to do.

import type { BrokenPlace, ChangeData, FigureChange, UnusedIgnore } from "../rules/message";
import type { Catalog } from "./catalog";

const sum = (parts: readonly string[], zeros = 0) =>
  `${parts.length > 0 ? parts.join(" + ") : "0"}${zeros > 0 && parts.length > 0 ? "，其余为 0" : ""}`;
const exceeded = (sum: string) => `已填各项之和已达 ${sum}，且另有未填或无法读取的格。请核对。`;
const range = (first: string, last: string) => (first === last ? `“${first}”` : `“${first}”至“${last}”`);
const list = (labels: readonly string[]) =>
  labels.length > 4
    ? `“${labels[0]}”至“${labels[labels.length - 1]}”等 ${labels.length} 行`
    : labels.map((label) => `“${label}”`).join("、");

function unusedIgnore({ source, why, name }: UnusedIgnore): string {
  const it = source === "comment" ? "这条忽略注释" : "这条忽略设置";
  switch (why) {
    case "nothing":
      return `${it}没有忽略任何问题：${name} 在所指范围内未发现问题。请删去。`;
    case "rule":
      return `${it}不起作用：没有规则“${name}”。请改正规则名或删去。`;
    case "cell":
      return `${it}不起作用：没有名为“${name}”的格。请改正格名或删去。`;
    case "itself":
      return `${it}不起作用：${name} 不能这样忽略。如不需要此提示，请将其级别设为 off。`;
    case "malformed":
      return "这条忽略注释写法有误，不起作用。应独占一行，写作 <!-- gouji-ignore 规则 [格名…]: 原因 -->。";
    case "expired":
      return `${it}已过期（${name}），不再起作用。请核对后删去，或改写期限。`;
  }
}

const cells = (names: readonly string[]) =>
  names.length > 3
    ? `“${names[0]}”至“${names[names.length - 1]}”共 ${names.length} 格之和`
    : `${names.map((name) => `“${name}”`).join("、")}${names.length > 1 ? "之和" : ""}`;
/** More readings than these help nobody. */
const MOST_READINGS = 2;

/** What the table has for each reading of a claim; loose words have more readings than help. */
function readings(all: readonly { readonly cells: readonly string[]; readonly value: string }[]): string {
  const shown = all.slice(0, MOST_READINGS).map((each) => `${cells(each.cells)}为 ${each.value}`);
  return `表中${shown.join("，或")}${all.length > MOST_READINGS ? "等" : ""}${all.length > 1 ? "，都不符" : ""}`;
}

const addedUp = (m: { readonly parts: readonly string[]; readonly sum: string }) =>
  m.parts.length > 1 ? `各项之和 ${m.parts.join(" + ")} = ${m.sum}` : `其中一项是 ${m.sum}`;

const CHANGE_UNITS = { "%": "%", points: " 个百分点", times: " 倍", "": "" } as const;

function changed({ direction, by, unit, multiple }: ChangeData): string {
  const size = `${by}${CHANGE_UNITS[unit]}`;
  if (multiple) return ` ${size}`;
  return direction === 0 ? "持平" : `${direction > 0 ? "增加" : "减少"} ${size}`;
}

const cellsOf = ({ row, columns }: FigureChange) => `“${row} · ${columns.join("、")}”`;
/** What a repair changes. */
export const change = (it: FigureChange) => `${cellsOf(it)} ${it.from} → ${it.to}`;
const changes = (all: readonly FigureChange[]) => all.map(change).join("、");

/** Where an identity is that does not hold. */
export function brokenAt({ code, name }: BrokenPlace): string {
  if (code === "applications/outcome-total") return `“${name}”列（七）总计`;
  if (code === "applications/balance") return `“${name}”列一至四项`;
  return code === "disputes/total" ? name : `“${name}”行`;
}

const ignoring = (m: { rule: string; whole: boolean }) => `忽略${m.whole ? "全文的" : ""} ${m.rule}`;

export const zh: Catalog = {
  "claim-mismatch": (m) => `文字为“${m.stated}”，${readings(m.readings)}。请核对文字与表格。`,
  "claim-doubt": (m) => `文字为“${m.stated}”，${readings(m.readings)}。说的是否同一件事？如是，请核对。`,
  "claim-denied": (m) => `文字说“${m.stated}”，${readings(m.readings)}。请核对文字与表格。`,
  "parts-over": (m) => `${addedUp(m)}，比总数 ${m.whole}${m.unit}多 ${m.difference}。请核对。`,
  "parts-short": (m) =>
    `${addedUp(m)}，比总数 ${m.whole}${m.unit}少 ${m.difference}。请核对；没有列全的，请写明“等”。`,
  "parts-rounded": (m) => `各项之和至少是 ${m.sum}，超过总数“${m.whole}${m.unit}”。请核对。`,
  "parts-doubt": (m) =>
    `${addedUp(m)}，与总数 ${m.whole}${m.unit}相差 ${m.difference}。各项是否列全、有无重复？`,
  percentage: (m) => `${m.part} ÷ ${m.whole} = ${m.computed}%，文字为 ${m.stated}%。请核对。`,
  "percentages-over": (m) => `各项占比合计 ${m.sum}%，超过 100%。请核对。`,
  "percentage-over": (m) => `${m.stated}% 超过了 100%。请核对。`,
  change: (m) => `由 ${m.before} 到 ${m.now} 是${changed(m.change)}，文字为“${m.stated}”。请核对。`,
  claim: (m) => m.text,
  "year-digits": (m) => `年份“${m.found}”写法有误，是否应为“${m.expected}”？请核对。`,
  "year-past": (m) =>
    `这里写的是“${m.found}”，本报告是 ${m.year} 年度的。如是沿用的旧文字，请改为“${m.expected}”。`,
  "year-plan": (m) =>
    `下一步的打算写的是“${m.found}”，本报告是 ${m.year} 年度的，是否应为“${m.expected}”？请核对。`,
  "year-signed": (m) => `落款日期“${m.found}”在 ${m.year} 年度结束以前，是否应为“${m.expected}”？请核对。`,
  "date-none": (m) => `没有“${m.found}”这一天。请核对。`,
  "period-doubt": (m) => `截止日期“${m.found}”不是年末，是否应为“${m.expected}”？`,
  period: (m) => `统计期限写的是“${m.found}”，本报告应为“${m.expected}”。请核对。`,
  "citation-superseded": (m) => `“${m.found}”已不适用，本年度应为“${m.expected}”。请核对。`,
  "citation-title": (m) =>
    `“${m.found}”不是所引通知的文号，该通知的文号是“${m.expected}”。请核对名称与文号。`,
  "citation-too-new": (m) => `“${m.found}”还不适用，本年度应为“${m.expected}”。请核对。`,
  "citation-form": (m) => `文号“${m.found}”有误，应为“${m.expected}”。请核对。`,
  "citation-word": (m) => `“${m.found}”有误，应为“${m.expected}”。请核对。`,
  "citation-half": (m) => `书名号不成对：“${m.found}”。请补上“${m.expected}”。`,
  "citation-article": (m) => `编制年度报告的依据是《条例》${m.expected}，这里写的是“${m.found}”。请核对。`,
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
  cause: (m) => {
    const [one, ...others] = m.changes;
    const likely =
      others.length === 0
        ? `${cellsOf(one!)}很可能应为 ${one!.to}（现为 ${one!.from}），`
        : `很可能有几处填错，应改为：${changes(m.changes)}。`;
    const places = m.broken.map(brokenAt).join("、");
    const count = m.broken.length;
    const broken = count > 1 ? `由此引起 ${count} 处不平：${places}。` : `由此引起${places}不平。`;
    const support = m.support.map((words) => `文字“${words}”也与此相符。`).join("");
    return `${likely}${broken}${support}请核对。`;
  },
  "cause-too": (m) => `${cellsOf(m.change)}：${m.change.from}，应为 ${m.change.to}`,
  "cause-open": (m) =>
    `可能是${changes(m.repairs[0]!)}，也可能是${changes(m.repairs[1]!)}${m.count > 2 ? `，共 ${m.count} 种改法` : ""}，仅凭表中各数无法断定。`,
  "blank-cells": (m) =>
    `${range(m.first, m.last)}空白${m.count > 1 ? `（共 ${m.count} 格）` : ""}。没有的请填 0。`,
  "blank-total": (m) => `“${m.cell}”空白，按各项之和应为 ${m.sum}。`,
  "nil-total": (m) => `“${m.cell}”填的是“${m.mark}”，按各项之和应为 ${m.sum}。`,
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
  "more-disclosed": (m) =>
    `“${m.row}”本年新公开数量为 ${m.disclosed}，多于对外公开总数量 ${m.totalDisclosed}。总数量应包括本年新公开的，请核对。`,
  "issued-exceeds": (m) =>
    `“${m.row}”本年制发 ${m.issued} 件，多于现行有效 ${m.inForce} 件与本年废止 ${m.repealed} 件之和 ${m.sum}。请核对。`,
  "projects-without-amount": (m) => `政府集中采购有 ${m.projects} 个项目，采购总金额却为 0。请核对。`,
  "amount-without-projects": (m) => `政府集中采购总金额为 ${m.amount} 万元，采购项目数量却为 0。请核对。`,
  label: (m) => `“${m.found}”与格式文本不一致，应为“${m.expected}”。`,
  "other-edition": (m) =>
    `本报告为 ${m.year} 年度，应使用${m.expected}的表格，此处是${m.found}的表格。请换用，或核对年份。`,
  "no-title": () => "没有标题。请加上，如“某某镇2024年政府信息公开工作年度报告”。",
  "title-lacks": (m) =>
    `标题没有写明${[m.organ ? "机关名称" : "", m.year ? "年份" : ""].filter(Boolean).join("和")}。请补上。`,
  "duplicate-section": (m) => `“${m.heading}”出现了两次。请合并或删去多余的标题。`,
  "duplicate-title": (m) => `标题“${m.title}”出现了两次。请删去一个。`,
  "first-occurrence": (m) => `第一次出现：${m.text}`,
  "section-order": (m) => `“${m.heading}”应在“${m.before}”之前。请按格式文本的顺序排列。`,
  "item-before": (m) => `前一个序号：${m.text}`,
  "text-behind": (m) => `下一段：${m.text}`,
  "should-be": (m) => `应为“${m.text}”`,
  "headings-unnumbered": (m) => `${m.count} 个部分的标题缺少序号，这里应为“${m.expected}”，其余同样。`,
  "headings-number": (m) => `${m.count} 个部分的标题序号有误，这里应为“${m.expected}”，其余同样。`,
  "heading-unnumbered": (m) => `标题缺少序号，应为“${m.expected}”。`,
  "heading-number": (m) => `标题序号有误，应为“${m.expected}”。`,
  "heading-words": (m) => `标题与格式文本不一致，应为“${m.expected}”。`,
  "heading-sequence": (m) => `“${m.previous}”之后是“${m.found}”，应为“${m.expected}”。请核对序号。`,
  "empty-section": (m) => `“${m.heading}”下没有内容。没有的请写明“无”或说明情况。`,
  "nil-section": (m) => `“${m.heading}”只写了“${m.text}”。请写明存在的问题和改进情况。`,
  "residue-field": (m) => `“${m.text}”是转换文档时留下的，请删去。`,
  "residue-spaces": (m) => `有 ${m.count} 处连续的不换行空格，是转换文档时留下的。`,
  "residue-invisible": (m) => `有 ${m.count} 个看不见的零宽字符，是转换文档时留下的，请删去。`,
  "broken-paragraph": (m) => `句子在“${m.before}”后断开，“${m.behind}”另起了一段。请检查换行。`,
  "half-width-marks": (m) => `中文里用了半角标点“${m.marks}”${m.count > 1 ? `（共 ${m.count} 处）` : ""}。`,
  "identity-card": (m) => `${m.masked} 是身份证号码。报告将公开发布，请删去或遮盖。`,
  "mobile-number": (m) => `${m.masked} 是手机号码。报告将公开发布，请确认可以公开，或改用办公电话。`,
  "unused-ignore": (m) => unusedIgnore(m),
  "delete-comment": () => "删去这条忽略注释",
  "cell-value": (m) => `${m.cell}：${m.value}`,
  "set-total": (m) => `改为 ${m.value}（= ${sum(m.parts)}）`,
  trust: (m) => `${m.changes.map(cellsOf).join("、")}没有错，换一种可能`,
  repair: (m) => `改为：${changes(m.changes)}${m.mends > 1 ? `（${m.mends} 处随之平衡）` : ""}`,
  "text-figure": (m) => `文字改为 ${m.value}`,
  "table-figure": (m) => `表格改为 ${m.value}`,
  "insert-title": (m) => `补上标题“${m.value}”`,
  "insert-in-title": (m) => `标题补上“${m.value}”`,
  "write-in": (m) => `写入“${m.value}”`,
  "write-headings": (m) => `改正全部 ${m.count} 个标题`,
  "write-as": (m) => `改为 ${m.value}`,
  "insert-section": (m) => `补上“${m.number}、${m.title}”`,
  "insert-table": (m) => `补上“${m.number}、${m.title}”的表格`,
  "insert-sections": (m) => `补上缺少的 ${m.count} 个部分`,
  "insert-rows": (m) => `补上${list(m.labels)}，数填 0`,
  "delete-line": () => "删去这一行",
  "delete-residue": () => "清除",
  "join-lines": () => "与下一段合并",
  "full-width-marks": (m) => `改为全角标点${m.count > 1 ? `（${m.count} 处）` : ""}`,
  "fill-figures": (m) => `这 ${m.count} 格填 0，其中的总计填各项之和`,
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
  "ignore-in-draft": (m) => `${ignoring(m)}${m.asks ? "…（写明原因，" : "（原因待写，"}记在文中）`,
  "ignore-in-config": (m) => `${ignoring(m)}${m.asks ? "…（写明原因，" : "（原因待写，"}记入 gouji.json）`,
  "reason-to-write": () => "原因待写",
  "next-placeholder": () => "转到下一处待填",
  "show-ledger": () => "勾稽诊断…",
};
