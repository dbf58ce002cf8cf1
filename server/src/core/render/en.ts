// The sentences in English. Labels stay in the form's own words, which are Chinese.

import type { BrokenPlace, ChangeData, FigureChange, UnusedIgnore } from "../rules/message";
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

function unusedIgnore({ source, why, name }: UnusedIgnore): string {
  const it = source === "comment" ? "This comment" : "This entry";
  switch (why) {
    case "nothing":
      return `${it} silences nothing: ${name} finds nothing where it applies. Delete it.`;
    case "rule":
      return `${it} does nothing: there is no rule “${name}”. Correct the name or delete it.`;
    case "cell":
      return `${it} does nothing: no cell is called “${name}”. Correct the name or delete it.`;
    case "itself":
      return `${it} does nothing: ${name} cannot be silenced like this; set its severity to off instead.`;
    case "malformed":
      return "This comment silences nothing. It should be <!-- gouji-ignore RULE [CELL…]: reason --> on a line of its own.";
    case "expired":
      return `${it} has expired (${name}) and silences nothing. Check again, then delete it or give it another date.`;
  }
}

const cells = (names: readonly string[]) =>
  names.length > 3
    ? `the sum of the ${names.length} cells “${names[0]}” to “${names[names.length - 1]}”`
    : `${names.length > 1 ? "the sum of " : ""}${names.map((name) => `“${name}”`).join(", ")}`;
/** More readings than these help nobody. */
const MOST_READINGS = 2;

/** What the table has for each reading of a claim; loose words have more readings than help. */
function readings(all: readonly { readonly cells: readonly string[]; readonly value: string }[]): string {
  const shown = all.slice(0, MOST_READINGS).map((each) => `${cells(each.cells)} is ${each.value}`);
  const rest = all.length > MOST_READINGS ? ", and so on" : "";
  return `in the table ${shown.join(", or ")}${rest}${all.length > 1 ? "; none agrees" : ""}`;
}

const addedUp = (m: { readonly parts: readonly string[]; readonly sum: string }) =>
  m.parts.length > 1 ? `The parts ${m.parts.join(" + ")} = ${m.sum}` : `A part is ${m.sum}`;

const CHANGE_UNITS = { "%": "%", points: " percentage points", times: " times", "": "" } as const;

function changed({ direction, by, unit, multiple }: ChangeData): string {
  const size = `${by}${CHANGE_UNITS[unit]}`;
  if (multiple) return size;
  return direction === 0 ? "no change" : `${direction > 0 ? "an increase" : "a decrease"} of ${size}`;
}

const ignoring = (m: { rule: string; whole: boolean; asks: boolean }) =>
  `Ignore ${m.rule}${m.whole ? " in the whole report" : ""}${m.asks ? "… (with a reason" : " (reason to be written"}`;

const cellsOf = ({ row, columns }: FigureChange) => `“${row} · ${columns.join("、")}”`;
/** What a repair changes. */
export const change = (it: FigureChange) => `${cellsOf(it)} ${it.from} → ${it.to}`;
const changes = (all: readonly FigureChange[]) => all.map(change).join(", ");

/** Where an identity is that does not hold. */
export function brokenAt({ code, name }: BrokenPlace): string {
  if (code === "applications/outcome-total") return `（七）总计 of column “${name}”`;
  if (code === "applications/balance") return `items 一 to 四 of column “${name}”`;
  return code === "disputes/total" ? name : `row “${name}”`;
}

export const en: Catalog = {
  "claim-mismatch": (m) => `The text says “${m.stated}”; ${readings(m.readings)}. Check both.`,
  "claim-doubt": (m) =>
    `The text says “${m.stated}”; ${readings(m.readings)}. Is it the same thing? Then check both.`,
  "claim-denied": (m) => `The text says “${m.stated}”; ${readings(m.readings)}. Check both.`,
  "parts-over": (m) => `${addedUp(m)}, ${m.difference} more than the whole, ${m.whole}${m.unit}. Check them.`,
  "parts-short": (m) =>
    `${addedUp(m)}, ${m.difference} less than the whole, ${m.whole}${m.unit}. Check them; if there are more parts, say so with 等.`,
  "parts-rounded": (m) =>
    `The parts add up to at least ${m.sum}, more than the whole, “${m.whole}${m.unit}”. Check them.`,
  "parts-doubt": (m) =>
    `${addedUp(m)}; the whole is ${m.whole}${m.unit}, a difference of ${m.difference}. Are these all parts, and each counted once?`,
  percentage: (m) => `${m.part} ÷ ${m.whole} = ${m.computed} %; the text says ${m.stated} %. Check it.`,
  "percentages-over": (m) => `The shares add up to ${m.sum} %, more than 100 %. Check them.`,
  "percentage-over": (m) => `${m.stated} % is more than 100 %. Check it.`,
  change: (m) =>
    `From ${m.before} to ${m.now} is ${changed(m.change)}; the text says “${m.stated}”. Check it.`,
  claim: (m) => m.text,
  "year-digits": (m) => `The year “${m.found}” is miswritten. Should it be “${m.expected}”?`,
  "year-past": (m) =>
    `This says “${m.found}”, but the report is for ${m.year}. If it was left from an earlier report, change it to “${m.expected}”.`,
  "year-plan": (m) =>
    `The plans are for “${m.found}”, but the report is for ${m.year}. Should it be “${m.expected}”?`,
  "year-signed": (m) => `It is signed “${m.found}”, before ${m.year} was over. Should it be “${m.expected}”?`,
  "date-none": (m) => `There is no day “${m.found}”. Check it.`,
  "period-doubt": (m) => `“${m.found}” is not the end of the year. Should it be “${m.expected}”?`,
  period: (m) => `The period is “${m.found}”; in this report it should be “${m.expected}”. Check it.`,
  "citation-superseded": (m) =>
    `“${m.found}” no longer holds; for this year it should be “${m.expected}”. Check it.`,
  "citation-title": (m) =>
    `“${m.found}” is not the number of the notice named before it; that is “${m.expected}”. Check both.`,
  "citation-too-new": (m) =>
    `“${m.found}” does not hold yet; for this year it should be “${m.expected}”. Check it.`,
  "citation-form": (m) =>
    `The document number “${m.found}” is wrong; it should be “${m.expected}”. Check it.`,
  "citation-word": (m) => `“${m.found}” is wrong; it should be “${m.expected}”. Check it.`,
  "citation-half": (m) => `Title marks without their pair: “${m.found}”. Add “${m.expected}”.`,
  "citation-article": (m) =>
    `The report rests on ${m.expected} of the 条例; the text says “${m.found}”. Check it.`,
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
  cause: (m) => {
    const likely = m.changes
      .map((it) => `${cellsOf(it)} should be ${it.to} (it is ${it.from})`)
      .join(" and ");
    const support = m.support.map((words) => ` “${words}” in the text agrees with that.`).join("");
    return `Most likely ${likely}. It explains why these do not add up: ${m.broken.map(brokenAt).join(", ")}.${support} Check it.`;
  },
  "cause-too": (m) => `${cellsOf(m.change)}: ${m.change.from}, should be ${m.change.to}`,
  "cause-open": (m) =>
    `It may be ${changes(m.repairs[0]!)}, or ${changes(m.repairs[1]!)}${m.count > 2 ? `, of ${m.count} ways to mend it` : ""}: the figures of the table alone do not tell.`,
  "blank-cells": (m) =>
    `${range(m.first, m.last)} ${m.count > 1 ? `are blank (${m.count} cells)` : "is blank"}. Write 0 where there is nothing.`,
  "blank-total": (m) => `“${m.cell}” is blank; its parts add up to ${m.sum}.`,
  "nil-total": (m) => `“${m.cell}” has “${m.mark}”; its parts add up to ${m.sum}.`,
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
  "more-disclosed": (m) =>
    `“${m.row}”: 本年新公开数量 is ${m.disclosed}, more than 对外公开总数量 ${m.totalDisclosed}, which should include it. Check them.`,
  "issued-exceeds": (m) =>
    `“${m.row}”: ${m.issued} issued this year, more than ${m.inForce} in force and ${m.repealed} repealed together (${m.sum}). Check them.`,
  "projects-without-amount": (m) =>
    `政府集中采购 has ${m.projects} projects, but 采购总金额 is 0. Check them.`,
  "amount-without-projects": (m) =>
    `政府集中采购 has an amount of ${m.amount} 万元, but 采购项目数量 is 0. Check them.`,
  label: (m) => `“${m.found}” differs from the form, which has “${m.expected}”.`,
  "other-edition": (m) =>
    `The report is for ${m.year}, which takes the tables of ${m.expected}; these are of ${m.found}. Replace them, or check the year.`,
  "no-title": () => "There is no title. Add one, such as “某某镇2024年政府信息公开工作年度报告”.",
  "title-lacks": (m) =>
    `The title does not name the ${[m.organ ? "organ" : "", m.year ? "year" : ""].filter(Boolean).join(" and the ")}. Add it.`,
  "duplicate-section": (m) => `“${m.heading}” stands twice. Join the sections, or delete a heading.`,
  "duplicate-title": (m) => `The title “${m.title}” stands twice. Delete one.`,
  "first-occurrence": (m) => `First here: ${m.text}`,
  "section-order": (m) =>
    `“${m.heading}” belongs before “${m.before}”. Put the sections in the form's order.`,
  "item-before": (m) => `The number before: ${m.text}`,
  "text-behind": (m) => `The next paragraph: ${m.text}`,
  "should-be": (m) => `It should be “${m.text}”`,
  "headings-unnumbered": (m) =>
    `${m.count} sections' headings have no number; this one should be “${m.expected}”, the others likewise.`,
  "headings-number": (m) =>
    `${m.count} sections' headings have a wrong number; this one should be “${m.expected}”, the others likewise.`,
  "heading-unnumbered": (m) => `The heading has no number; it should be “${m.expected}”.`,
  "heading-number": (m) => `The heading's number is wrong; it should be “${m.expected}”.`,
  "heading-words": (m) => `The heading differs from the form, which has “${m.expected}”.`,
  "heading-sequence": (m) =>
    `“${m.found}” follows “${m.previous}”; it should be “${m.expected}”. Check the numbers.`,
  "empty-section": (m) => `There is nothing under “${m.heading}”. Say so where there is nothing to report.`,
  "nil-section": (m) =>
    `“${m.heading}” only says “${m.text}”. Name the problems and how they are being mended.`,
  "residue-field": (m) => `“${m.text}” was left by a conversion; delete it.`,
  "residue-spaces": (m) =>
    `${m.count} ${m.count > 1 ? "runs" : "run"} of no-break spaces, left by a conversion.`,
  "residue-invisible": (m) =>
    `${m.count} invisible zero-width ${m.count > 1 ? "characters" : "character"}, left by a conversion; delete them.`,
  "broken-paragraph": (m) =>
    `The sentence breaks off behind “${m.before}”; “${m.behind}” begins a new paragraph. Check the line break.`,
  "half-width-marks": (m) =>
    `Half-width punctuation in Chinese text: “${m.marks}”${m.count > 1 ? ` (${m.count} places)` : ""}.`,
  "identity-card": (m) =>
    `${m.masked} is an identity-card number. The report will be published: delete or mask it.`,
  "mobile-number": (m) =>
    `${m.masked} is a mobile number. The report will be published: make sure that it may be, or give the office's.`,
  "unused-ignore": (m) => unusedIgnore(m),
  "delete-comment": () => "Delete this comment",
  "cell-value": (m) => `${m.cell}: ${m.value}`,
  "set-total": (m) => `Change to ${m.value} (= ${sum(m.parts)})`,
  trust: (m) => `${m.changes.map(cellsOf).join(", ")} is right as it stands: look for another cause`,
  repair: (m) => `Change ${changes(m.changes)}${m.mends > 1 ? ` (mends ${m.mends} findings)` : ""}`,
  "text-figure": (m) => `Change the text to ${m.value}`,
  "table-figure": (m) => `Change the table to ${m.value}`,
  "insert-title": (m) => `Insert the title “${m.value}”`,
  "insert-in-title": (m) => `Insert “${m.value}” in the title`,
  "write-in": (m) => `Write “${m.value}”`,
  "write-headings": (m) => `Correct all ${m.count} headings`,
  "write-as": (m) => `Change to ${m.value}`,
  "insert-section": (m) => `Insert “${m.number}、${m.title}”`,
  "insert-table": (m) => `Insert the table of “${m.number}、${m.title}”`,
  "insert-sections": (m) => `Insert the ${m.count} missing sections`,
  "insert-rows": (m) => `Insert ${list(m.labels)} with 0`,
  "delete-line": () => "Delete this line",
  "delete-residue": () => "Clean up",
  "join-lines": () => "Join with the next paragraph",
  "full-width-marks": (m) => `Change to full-width punctuation${m.count > 1 ? ` (${m.count} places)` : ""}`,
  "fill-figures": (m) => `Write 0 in these ${m.count} cells, and in totals the sums of their parts`,
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
  "ignore-in-draft": (m) => `${ignoring(m)}, in the draft)`,
  "ignore-in-config": (m) => `${ignoring(m)}, in gouji.json)`,
  "reason-to-write": () => "reason to be written",
  "next-placeholder": () => "Go to the next blank to fill in",
  "show-ledger": () => "Ledger of this table…",
};
