// The sentences in English. Labels stay in the form's own words, which are Chinese.

import type { Catalog } from "./catalog";

const sum = (parts: readonly string[], zeros = 0) =>
  `${parts.length > 0 ? parts.join(" + ") : "0"}${zeros > 0 && parts.length > 0 ? ", the rest are 0" : ""}`;
const exceeded = (sum: string) =>
  `but the parts that are filled in already add up to ${sum}, and others are missing or unreadable. Check them.`;
const range = (first: string, last: string) => (first === last ? `“${first}”` : `“${first}” to “${last}”`);
const list = (labels: readonly string[]) =>
  labels.length > 4
    ? `${labels.length} rows, “${labels[0]}” to “${labels[labels.length - 1]}”`
    : labels.map((label) => `“${label}”`).join(", ");

export const en: Catalog = {
  "row-total": (m) =>
    `“${m.label}”: 总计 is ${m.total}, but its parts add up to ${m.sum} (= ${sum(m.parts, m.zeros)}). Check this row.`,
  "outcome-total": (m) =>
    `Column “${m.label}”: （七）总计 is ${m.total}, but （一） to （六） add up to ${m.sum} (= ${sum(m.parts, m.zeros)}). Check this column.`,
  "disputes-total": (m) =>
    `${m.label}: 总计 is ${m.total}, but the four results add up to ${m.sum} (= ${sum(m.parts, m.zeros)}). Check them.`,
  "row-exceeded": (m) => `“${m.label}”: 总计 is ${m.total}, ${exceeded(m.sum)}`,
  "outcomes-exceeded": (m) => `Column “${m.label}”: （七）总计 is ${m.total}, ${exceeded(m.sum)}`,
  "disputes-exceeded": (m) => `${m.label}: 总计 is ${m.total}, ${exceeded(m.sum)}`,
  balance: (m) =>
    `Column “${m.column}” does not balance: 一 ${m.newRequests} + 二 ${m.carriedOver} = ${m.left}, but （七） ${m.outcomeTotal} + 四 ${m.carriedForward} = ${m.right}; they differ by ${m.difference}. Check these four figures.`,
  "blank-cells": (m) =>
    `${range(m.first, m.last)} ${m.count > 1 ? `are blank (${m.count} cells)` : "is blank"}. Write 0 where there is nothing.`,
  "blank-total": (m) => `“${m.cell}” is blank; its parts add up to ${m.sum}.`,
  "nil-marks": (m) =>
    `${range(m.first, m.last)}: “${m.mark}”${m.count > 1 ? ` in ${m.count} cells` : ""} where the form wants a number. Write 0 where there is nothing.`,
  "value-count": (m) =>
    `${m.rows > 1 ? `${m.rows} rows, “${m.first}” to “${m.last}”, have` : `“${m.first}” has`} ${m.found} values instead of ${m.expected}, so it is not certain which column each belongs to. Complete them to have them checked.`,
  "missing-rows": (m) => `Missing: ${list(m.labels)}. Add what the form has here.`,
  "repeated-rows": (m) => `Repeated: ${list(m.labels)}. Only the first is checked; delete the others.`,
  "unknown-rows": (m) =>
    `Not a row of this table in the form: ${list(m.labels)}. Its figures are not checked.`,
  "not-a-number": (m) => `“${m.cell}”: “${m.text}” is not a number. Write a number, or 0 for nothing.`,
  "unit-in-cell": (m) =>
    `“${m.cell}”: “${m.text}” has the unit “${m.unit}” in it. The header has the unit; write ${m.value}.`,
  "wrong-unit": (m) =>
    `“${m.cell}”: “${m.text}” is in “${m.unit}”, but this cell counts in 万元: ${m.value}.`,
  negative: (m) => `“${m.cell}” is negative: ${m.text}. A count cannot be less than 0.`,
  fractional: (m) => `“${m.cell}” is not a whole number: ${m.text}.`,
  decimals: (m) =>
    `“${m.cell}”: ${m.text} has fewer than the ${m.decimals} decimals that the header asks for; write ${m.value}.`,
  "full-width": (m) => `“${m.cell}”: “${m.text}” is in full-width digits; write ${m.value}.`,
  separators: (m) => `“${m.cell}”: “${m.text}” has thousands separators; write ${m.value}.`,
  "missing-section": (m) =>
    `Section “${m.number}、${m.title}” is missing. The report has six sections; add this one.`,
  "missing-table": (m) =>
    `Section “${m.number}、${m.title}” has no table, or none that could be recognised. Add the form's table.`,
  placeholder: (m) => `“${m.text}” is a template's blank that has not been filled in.`,
  "cell-value": (m) => `${m.cell}: ${m.value}`,
  "set-total": (m) => `Change to ${m.value} (= ${sum(m.parts)})`,
  "set-cells": (m) => `Change to: ${m.changes.map((c) => `${c.cell} ${c.from} → ${c.to}`).join("; ")}`,
  "write-as": (m) => `Change to ${m.value}`,
  "fill-zeros": (m) => (m.count > 1 ? `Write 0 in these ${m.count} cells` : "Write 0"),
  "table-totals": (m) => `Correct all totals of this table (${m.count})`,
  "fix-all": (m) =>
    [
      m.totals > 0 ? `Correct all totals (${m.totals})` : "",
      m.spellings > 0 ? `Write figures in plain digits (${m.spellings})` : "",
    ]
      .filter(Boolean)
      .join("; "),
  "all-totals": (m) => `Correct all totals of the document (${m.count})`,
};
