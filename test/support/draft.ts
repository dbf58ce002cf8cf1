// Writes drafts with known figures in the four layouts in which tables reach a drafter, so that tests can say what
// must be read and found. Labels come from the form data; everything else is written here.

import { type EditionKey, type FormBlock, formOf, type TableKey } from "../../server/src/core";

export type Layout = "stacked" | "tabbed" | "pipe" | "html";
export const LAYOUTS: readonly Layout[] = ["stacked", "tabbed", "pipe", "html"];

/** What stands in each cell, by `<row>.<column>`; cells that are not named hold "0". */
export type Figures = Readonly<Record<string, string>>;

export interface Facts {
  readonly edition: EditionKey;
  readonly layout: Layout;
  readonly organ: string;
  readonly year: number;
  readonly applications: Figures;
  readonly disputes: Figures;
  readonly disclosure: Figures;
}

/** The columns of 申请, in the form's order. */
export const COLUMNS = [
  "naturalPerson",
  "business",
  "research",
  "publicWelfare",
  "legalService",
  "otherOrganization",
  "total",
];

/** Named rows of seven figures as `<row>.<column>`. */
export function applicationRows(
  rows: Readonly<Record<string, readonly (number | string)[]>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, figures]) =>
      figures.map((figure, i) => [`${row}.${COLUMNS[i]}`, String(figure)]),
    ),
  );
}

/**
 * A report of an invented town, worked out by hand so that every identity holds: by column 12+2 = 13+1, 3+0 = 2+1,
 * 1+0 = 1+0 (legalService), 0+1 = 1+0 (otherOrganization), 16+3 = 17+2 (total).
 */
export const SOUND: Facts = {
  edition: "2021",
  layout: "pipe",
  organ: "青禾县柳溪镇人民政府",
  year: 2023,
  applications: applicationRows({
    newRequests: [12, 3, 0, 0, 1, 0, 16],
    carriedOver: [2, 0, 0, 0, 0, 1, 3],
    granted: [5, 1, 0, 0, 1, 0, 7],
    partlyGranted: [2, 0, 0, 0, 0, 0, 2],
    "denied.thirdParty": [1, 1, 0, 0, 0, 0, 2],
    "unable.notHeld": [4, 0, 0, 0, 0, 1, 5],
    "notProcessed.repeated": [1, 0, 0, 0, 0, 0, 1],
    outcomeTotal: [13, 2, 0, 0, 1, 1, 17],
    carriedForward: [1, 1, 0, 0, 0, 0, 2],
  }),
  disputes: {
    "review.upheld": "2",
    "review.pending": "1",
    "review.total": "3",
    "litigationDirect.corrected": "1",
    "litigationDirect.total": "1",
  },
  disclosure: {
    "normativeDocuments.issued": "3",
    "normativeDocuments.inForce": "11",
    "permits.decisions": "208",
  },
};

/** The same facts with some of them replaced. */
export function facts(changes: Partial<Facts> = {}): Facts {
  return { ...SOUND, ...changes };
}

/** The draft of a whole report with these facts. */
export function writeDraft(given: Facts): string {
  const { organ, year } = given;
  return [
    `${organ}${year}年政府信息公开工作年度报告`,
    "",
    "一、总体情况",
    `本机关按照《中华人民共和国政府信息公开条例》编制本报告，所列数据的统计期限为${year}年1月1日至12月31日。`,
    "",
    "二、主动公开政府信息情况",
    "",
    writeTable(given, "disclosure"),
    "",
    "三、收到和处理政府信息公开申请情况",
    "",
    writeTable(given, "applications"),
    "",
    "四、政府信息公开行政复议、行政诉讼情况",
    "",
    writeTable(given, "disputes"),
    "",
    "五、存在的主要问题及改进情况",
    "公开内容的更新还不够及时。下一年度将按月检查各科室的更新情况。",
    "",
    "六、其他需要报告的事项",
    "本机关未收取信息处理费。",
    "",
  ].join("\n");
}

/** One table of the report in the layout of the facts. */
export function writeTable(given: Facts, key: TableKey): string {
  const rows =
    key === "disputes"
      ? disputesRows(given)
      : formOf(given.edition, key).table.blocks.flatMap((block) => blockRows(given, key, block));
  return LAYOUT_WRITERS[given.layout](rows);
}

type Rows = readonly (readonly string[])[];

function blockRows(
  given: Facts,
  key: "applications" | "disclosure" | "disputes",
  block: FormBlock,
): string[][] {
  const figures = given[key];
  const depth = key === "applications" ? 2 : 0;
  const header =
    key === "applications"
      ? applicationsHeader()
      : [["信息内容", ...block.columns.map((column) => column.label)]];
  const title = block.title ? [[block.title]] : [];
  let above: readonly string[] = [];
  const rows = block.rows.map((row) => {
    const labels = [...row.groups.map((group, i) => (above[i] === group ? "" : group)), row.label];
    above = row.groups;
    while (labels.length < Math.min(depth, 1) + 1) labels.push("");
    return [...labels, ...block.columns.map((column) => figures[`${row.key}.${column.key}`] ?? "0")];
  });
  return [...title, ...header, ...rows];
}

function applicationsHeader(): string[][] {
  return [
    ["申请人情况"],
    ["", "自然人", "法人或其他组织", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
  ];
}

function disputesRows(given: Facts): string[][] {
  const [block] = formOf(given.edition, "disputes").table.blocks;
  const results = block!.columns.map((column) => column.label);
  return [
    ["行政复议", "行政诉讼"],
    [...results, "未经复议直接起诉", "复议后起诉"],
    ["", "", "", "", "", ...results, ...results],
    block!.rows.flatMap((row) =>
      block!.columns.map((column) => given.disputes[`${row.key}.${column.key}`] ?? "0"),
    ),
  ];
}

const LAYOUT_WRITERS: Readonly<Record<Layout, (rows: Rows) => string>> = {
  stacked: (rows) => rows.map((cells) => cells.map((cell) => `\t${cell}`).join("\n")).join("\n\n"),
  tabbed: (rows) =>
    rows
      .map((cells) => cells.join("\t").padEnd(1, "\t"))
      .map((line) => (line.includes("\t") ? line : `${line}\t`))
      .join("\n"),
  pipe: (rows) => rows.map((cells) => `| ${cells.map((cell) => cell.padEnd(3)).join(" | ")} |`).join("\n"),
  html: (rows) =>
    `<table>\n${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}\n</table>`,
};
