// The report that the examples of the rules' pages are excerpts of: a whole one, sound, with plain tables, written
// from the form data; and how an excerpt is put in its place.

import {
  type EditionKey,
  formOf,
  pipeTable,
  SECTIONS,
  type TableKey,
  toPlainText,
} from "../../server/src/core";

/** Figures that are not 0, by row; worked out by hand so that every identity holds. */
const FIGURES: Readonly<Record<EditionKey, Readonly<Record<string, string>>>> = {
  "2021": {
    "disclosure.normativeDocuments": "3 1 11",
    "disclosure.permits": "208",
    "disclosure.penalties": "17",
    "disclosure.fees": "24.6",
  },
  "2019": {
    "disclosure.normativeDocuments": "3 3 11",
    "disclosure.permits": "36 -2 208",
    "disclosure.otherServices": "12 0 95",
    "disclosure.penalties": "64 5 17",
    "disclosure.fees": "4 0",
    "disclosure.procurement": "6 120.5000",
  },
};

/** By column: 12 + 2 = 13 + 1, 3 + 0 = 2 + 1, and so on to 16 + 3 = 17 + 2; by row the last is the sum. */
const BOTH: Readonly<Record<string, string>> = {
  "applications.newRequests": "12 3 0 0 1 0 16",
  "applications.carriedOver": "2 0 0 0 0 1 3",
  "applications.granted": "5 1 0 0 1 0 7",
  "applications.partlyGranted": "2 0 0 0 0 0 2",
  "applications.denied.thirdParty": "1 1 0 0 0 0 2",
  "applications.unable.notHeld": "4 0 0 0 0 1 5",
  "applications.notProcessed.repeated": "1 0 0 0 0 0 1",
  "applications.outcomeTotal": "13 2 0 0 1 1 17",
  "applications.carriedForward": "1 1 0 0 0 0 2",
  "disputes.review": "2 0 0 1 3",
  "disputes.litigationDirect": "0 1 0 0 1",
};

const TEXTS: Readonly<Record<string, string>> = {
  overview: "本机关按时公开政府信息，依法办理政府信息公开申请。",
  problems: "部分栏目更新不够及时，下一年度由专人按月检查。",
  others: "本年度没有其他需要报告的事项。",
};

/** A sound report in the form of an edition, in Markdown with pipe tables. */
export function soundReport(edition: EditionKey): string {
  const year = edition === "2021" ? 2023 : 2020;
  const sections = SECTIONS.map(({ key, number, title, table }) => {
    const content = table ? tableOf(edition, table) : TEXTS[key];
    return `## ${number}、${title}\n\n${content}\n`;
  });
  return [`# 柳溪镇${year}年政府信息公开工作年度报告\n`, ...sections].join("\n");
}

function tableOf(edition: EditionKey, key: TableKey): string {
  const { blocks, arrangement } = formOf(edition, key).table;
  const figures = (row: string, count: number) =>
    (FIGURES[edition][`${key}.${row}`] ?? BOTH[`${key}.${row}`])?.split(" ") ??
    Array<string>(count).fill("0");
  const tables = blocks.map(({ title, columns, rows }) => {
    const labels = columns.map(({ label }) => label);
    const cells =
      arrangement === "band"
        ? [
            rows.flatMap((row) => labels.map((_, i) => (i === 0 ? row.label : ""))),
            rows.flatMap(() => labels),
            rows.flatMap((row) => figures(row.key, labels.length)),
          ]
        : [["", ...labels], ...rows.map((row) => [row.label, ...figures(row.key, labels.length)])];
    const aligns = arrangement === "band" ? (["right"] as const) : (["plain", "right"] as const);
    const table = toPlainText(pipeTable(cells, aligns), { organ: null, year: null }).trimEnd();
    return title === null ? table : `${title}\n\n${table}`;
  });
  return tables.join("\n\n");
}
