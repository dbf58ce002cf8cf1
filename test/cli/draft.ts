// Whole drafts for the tests, in every layout, from figures written out here. Rows and labels are copied from the
// official form, not taken from Gouji's own data, so that both cannot be wrong together.

export type Edition = "2019" | "2021";
export type Layout = "stacked" | "tabbed" | "pipe" | "html";

/** Other texts for cells, by their public name. */
export type Texts = Readonly<Record<string, string>>;

const APPLICANTS = [
  "naturalPerson",
  "business",
  "research",
  "publicWelfare",
  "legalService",
  "otherOrganization",
  "total",
];

/** Key, labels of the row (the last is its own), and its seven figures, total last: all of it adds up. */
const BEFORE: readonly [string, string, string][] = [
  ["granted", "三、本年度办理结果/（一）予以公开", "1 2 0 0 0 0 3"],
  ["partlyGranted", "/（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "2 4 0 0 0 0 6"],
  ["denied.stateSecret", "/（三）不予公开/1.属于国家秘密", "3 6 5 0 0 0 14"],
  ["denied.otherLaw", "//2.其他法律行政法规禁止公开", "4 8 0 0 0 0 12"],
  ["denied.security", "//3.危及“三安全一稳定”", "5 10 0 0 0 0 15"],
  ["denied.thirdParty", "//4.保护第三方合法权益", "6 12 0 0 0 0 18"],
  ["denied.internalAffairs", "//5.属于三类内部事务信息", "7 14 0 0 0 0 21"],
  ["denied.process", "//6.属于四类过程性信息", "8 16 0 6 0 0 30"],
  ["denied.enforcementFile", "//7.属于行政执法案卷", "9 18 0 0 0 0 27"],
  ["denied.adminQuery", "//8.属于行政查询事项", "10 20 0 0 0 0 30"],
  ["unable.notHeld", "/（四）无法提供/1.本机关不掌握相关政府信息", "11 22 0 0 7 0 40"],
  ["unable.needsCreation", "//2.没有现成信息需要另行制作", "12 24 0 0 0 0 36"],
  ["unable.unclear", "//3.补正后申请内容仍不明确", "13 26 0 0 0 0 39"],
  ["notProcessed.petition", "/（五）不予处理/1.信访举报投诉类申请", "14 28 0 0 0 0 42"],
  ["notProcessed.repeated", "//2.重复申请", "15 30 0 0 0 8 53"],
  ["notProcessed.publication", "//3.要求提供公开出版物", "16 32 0 0 0 0 48"],
  ["notProcessed.excessive", "//4.无正当理由大量反复申请", "17 34 0 0 0 0 51"],
  ["notProcessed.reconfirm", "//5.要求行政机关确认或重新出具已获取信息", "18 36 0 0 0 0 54"],
];
const CARRIED_FORWARD: [string, string, string] = [
  "carriedForward",
  "四、结转下年度继续办理",
  "3 1 0 0 3 0 7",
];
const CARRIED_OVER: [string, string, string] = [
  "carriedOver",
  "二、上年结转政府信息公开申请数量",
  "13 6 0 2 1 0 22",
];
const NEW_REQUESTS = "一、本年新收政府信息公开申请数量";
const OVERDUE = "行政机关不再处理其政府信息公开申请";

export const APPLICATIONS: Readonly<Record<Edition, readonly [string, string, string][]>> = {
  "2019": [
    ["newRequests", NEW_REQUESTS, "180 375 5 4 9 8 581"],
    CARRIED_OVER,
    ...BEFORE,
    ["other", "/（六）其他处理", "19 38 0 0 0 0 57"],
    ["outcomeTotal", "/（七）总计", "190 380 5 6 7 8 596"],
    CARRIED_FORWARD,
  ],
  "2021": [
    ["newRequests", NEW_REQUESTS, "221 457 5 4 9 8 704"],
    CARRIED_OVER,
    ...BEFORE,
    [
      "other.overdueCorrection",
      `/（六）其他处理/1.申请人无正当理由逾期不补正、${OVERDUE}`,
      "19 38 0 0 0 0 57",
    ],
    ["other.overdueFee", `//2.申请人逾期未按收费通知要求缴纳费用、${OVERDUE}`, "20 40 0 0 0 0 60"],
    ["other.other", "//3.其他", "21 42 0 0 0 0 63"],
    ["outcomeTotal", "/（七）总计", "231 462 5 6 7 8 719"],
    CARRIED_FORWARD,
  ],
};

interface Item {
  readonly title: string;
  readonly columns: readonly [string, string][];
  readonly rows: readonly [string, string, string][];
}

const ITEMS = (suffix: string): [string, string][] => [
  ["previousItems", "上一年项目数量"],
  ["change", "本年增/减"],
  ["decisions", `${suffix}处理决定数量`],
];
const AMOUNT = (words: string): [string, string] => ["amount", `${words}（单位：万元，保留四位小数）`];

export const DISCLOSURE: Readonly<Record<Edition, readonly Item[]>> = {
  "2019": [
    {
      title: "第二十条第（一）项",
      columns: [
        ["made", "本年新制作数量"],
        ["disclosed", "本年新公开数量"],
        ["totalDisclosed", "对外公开总数量"],
      ],
      rows: [
        ["regulations", "规章", "1 2 3"],
        ["normativeDocuments", "规范性文件", "4 5 6"],
      ],
    },
    {
      title: "第二十条第（五）项",
      columns: ITEMS(""),
      rows: [
        ["permits", "行政许可", "11 -12 13"],
        ["otherServices", "其他对外管理服务事项", "14 15 16"],
      ],
    },
    {
      title: "第二十条第（六）项",
      columns: ITEMS(""),
      rows: [
        ["penalties", "行政处罚", "17 18 19"],
        ["coercion", "行政强制", "20 -21 22"],
      ],
    },
    {
      title: "第二十条第（八）项",
      columns: ITEMS("").slice(0, 2),
      rows: [["fees", "行政事业性收费", "23 24"]],
    },
    {
      title: "第二十条第（九）项",
      columns: [["projects", "采购项目数量"], AMOUNT("采购总金额")],
      rows: [["procurement", "政府集中采购", "25 26.2700"]],
    },
  ],
  "2021": [
    {
      title: "第二十条第（一）项",
      columns: [
        ["issued", "本年制发件数"],
        ["repealed", "本年废止件数"],
        ["inForce", "现行有效件数"],
      ],
      rows: [
        ["regulations", "规章", "1 2 3"],
        ["normativeDocuments", "行政规范性文件", "4 5 6"],
      ],
    },
    {
      title: "第二十条第（五）项",
      columns: ITEMS("本年").slice(2),
      rows: [["permits", "行政许可", "7"]],
    },
    {
      title: "第二十条第（六）项",
      columns: ITEMS("本年").slice(2),
      rows: [
        ["penalties", "行政处罚", "8"],
        ["coercion", "行政强制", "9"],
      ],
    },
    {
      title: "第二十条第（八）项",
      columns: [AMOUNT("本年收费金额")],
      rows: [["fees", "行政事业性收费", "10.5000"]],
    },
  ],
};

const RESULTS = ["upheld", "corrected", "otherOutcome", "pending", "total"];
const RESULT_LABELS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
export const DISPUTES: readonly [string, string][] = [
  ["review", "1 2 3 4 10"],
  ["litigationDirect", "5 6 7 8 26"],
  ["litigationAfterReview", "0 1 0 2 3"],
];

/** The text of every cell of a draft, by `<table>.<row>.<column>`, with `texts` in place of the usual ones. */
export function cellTexts(edition: Edition, texts: Texts = {}): Map<string, string> {
  const all = new Map<string, string>();
  const add = (table: string, row: string, columns: readonly string[], figures: string) => {
    figures.split(" ").forEach((figure, i) => {
      all.set(`${table}.${row}.${columns[i]}`, figure);
    });
  };
  for (const { columns, rows } of DISCLOSURE[edition]) {
    for (const [row, , figures] of rows)
      add(
        "disclosure",
        row,
        columns.map(([key]) => key),
        figures,
      );
  }
  for (const [row, , figures] of APPLICATIONS[edition]) add("applications", row, APPLICANTS, figures);
  for (const [row, figures] of DISPUTES) add("disputes", row, RESULTS, figures);
  for (const [name, text] of Object.entries(texts)) {
    if (!all.has(name)) throw new Error(`the form has no cell ${name}`);
    all.set(name, text);
  }
  return all;
}

/** One cell of a laid-out table; `columns` and `rows` are what it spans. */
interface Box {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

type Rows = readonly (readonly Box[])[];

/** A whole report of the invented 柳溪镇, with LF line ends. */
export function draft(layout: Layout, edition: Edition, texts: Texts = {}): string {
  const cells = cellTexts(edition, texts);
  const mark = layout === "pipe" || layout === "html" ? "## " : "";
  const table = (rows: Rows) => LAYOUTS[layout](rows);
  return [
    `${mark.slice(1)}柳溪镇${edition}年政府信息公开工作年度报告`,
    `${mark}一、总体情况`,
    "柳溪镇按时公开政府信息。",
    `${mark}二、主动公开政府信息情况`,
    table(disclosureRows(edition, cells)),
    `${mark}三、收到和处理政府信息公开申请情况`,
    table(applicationsRows(edition, cells)),
    `${mark}四、政府信息公开行政复议、行政诉讼情况`,
    table(disputesRows(cells)),
    `${mark}五、存在的主要问题及改进情况`,
    "部分栏目更新不够及时，今后由专人更新。",
    `${mark}六、其他需要报告的事项`,
    "没有其他需要报告的事项。",
    "",
  ].join("\n\n");
}

const box = (text: string, columns = 1, rows = 1): Box => ({ text, columns, rows });

function disclosureRows(edition: Edition, cells: ReadonlyMap<string, string>): Rows {
  return DISCLOSURE[edition].flatMap(({ title, columns, rows }) => [
    [box(title, 4)],
    [box("信息内容"), ...columns.map(([, label]) => box(label))],
    ...rows.map(([row, label]) => [
      box(label),
      ...columns.map(([key]) => box(cells.get(`disclosure.${row}.${key}`)!)),
    ]),
  ]);
}

function applicationsRows(edition: Edition, cells: ReadonlyMap<string, string>): Rows {
  const form = APPLICATIONS[edition];
  const header = [
    [box("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), box("申请人情况", 7)],
    [box("自然人", 1, 2), box("法人或其他组织", 5), box("总计", 1, 2)],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map((label) => box(label)),
  ];
  const rows = form.map(([row, path], i) => {
    const labels = path.split("/");
    const shown = labels.flatMap((label, level) => {
      if (label === "") return [];
      if (level === labels.length - 1) return [box(label, 3 - level)];
      return [box(label, 1, spanOf(form, i, level))];
    });
    return [...shown, ...APPLICANTS.map((column) => box(cells.get(`applications.${row}.${column}`)!))];
  });
  return [...header, ...rows];
}

/** How many rows from the `first` on stand under its label of a level. */
function spanOf(form: readonly [string, string, string][], first: number, level: number): number {
  let rows = 1;
  while (form[first + rows]?.[1].split("/")[level] === "" && form[first + rows]![1].startsWith("/")) rows++;
  return rows;
}

function disputesRows(cells: ReadonlyMap<string, string>): Rows {
  const five = RESULT_LABELS.map((label) => box(label));
  return [
    [box("行政复议", 5), box("行政诉讼", 10)],
    [...RESULT_LABELS.map((label) => box(label, 1, 2)), box("未经复议直接起诉", 5), box("复议后起诉", 5)],
    [...five, ...five],
    DISPUTES.flatMap(([row]) => RESULTS.map((column) => box(cells.get(`disputes.${row}.${column}`)!))),
  ];
}

/** Spans as empty cells: to the right, and (where `below`) in the rows below. */
function spread(rows: Rows, right: boolean): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((boxes, y) => {
    let x = 0;
    for (const { text, columns = 1, rows: height = 1 } of boxes) {
      while (grid[y]![x] !== undefined) x++;
      const width = right ? columns : 1;
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < width; dx++) grid[y + dy]![x + dx] = dy === 0 && dx === 0 ? text : "";
      }
      x += width;
    }
  });
  return grid;
}

function asHtml(rows: Rows): string {
  const cell = ({ text, columns = 1, rows: height = 1 }: Box) =>
    `<td${columns > 1 ? ` colspan="${columns}"` : ""}${height > 1 ? ` rowspan="${height}"` : ""}>${text}</td>`;
  return `<table>\n${rows.map((boxes) => `  <tr>${boxes.map(cell).join("")}</tr>\n`).join("")}</table>`;
}

function asPipe(rows: Rows): string {
  const lines = spread(rows, true).map((cells) => `| ${cells.join(" | ")} |`);
  const [head = ""] = lines;
  return [head, head.replace(/[^|]+/g, " --- "), ...lines.slice(1)].join("\n");
}

const LAYOUTS: Readonly<Record<Layout, (rows: Rows) => string>> = {
  stacked: (rows) =>
    spread(rows, false)
      .map((cells) => cells.map((text) => `\t${text}\n`).join(""))
      .join("\n"),
  tabbed: (rows) =>
    spread(rows, true)
      .map((cells) => cells.join("\t"))
      .join("\n"),
  pipe: asPipe,
  html: asHtml,
};
