// The official form's rows, columns and headings, copied from both notices and not taken from Gouji's own data, so
// that reader and generator cannot be wrong together.

export type Edition = "2019" | "2021";
export type TableKey = "disclosure" | "applications" | "disputes";
export type SectionKey = "overview" | "disclosure" | "applications" | "disputes" | "problems" | "others";

export interface SectionForm {
  readonly key: SectionKey;
  readonly number: string;
  readonly title: string;
  /** Other wordings that published reports have for it, as forms.md lists them. */
  readonly variants: readonly string[];
  readonly table: TableKey | null;
}

export const SECTIONS: readonly SectionForm[] = [
  { key: "overview", number: "一", title: "总体情况", variants: [], table: null },
  {
    key: "disclosure",
    number: "二",
    title: "主动公开政府信息情况",
    variants: [],
    table: "disclosure",
  },
  {
    key: "applications",
    number: "三",
    title: "收到和处理政府信息公开申请情况",
    variants: [],
    table: "applications",
  },
  {
    key: "disputes",
    number: "四",
    title: "政府信息公开行政复议、行政诉讼情况",
    variants: ["因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    table: "disputes",
  },
  {
    key: "problems",
    number: "五",
    title: "存在的主要问题及改进情况",
    variants: ["政府信息公开工作存在的主要问题及改进情况", "存在的问题及改进情况"],
    table: null,
  },
  { key: "others", number: "六", title: "其他需要报告的事项", variants: [], table: null },
];

/** A column's key and its header. */
export type Column = readonly [key: string, label: string];

export const APPLICANTS: readonly Column[] = [
  ["naturalPerson", "自然人"],
  ["business", "商业企业"],
  ["research", "科研机构"],
  ["publicWelfare", "社会公益组织"],
  ["legalService", "法律服务机构"],
  ["otherOrganization", "其他"],
  ["total", "总计"],
];

export const RESULTS: readonly Column[] = [
  ["upheld", "结果维持"],
  ["corrected", "结果纠正"],
  ["otherOutcome", "其他结果"],
  ["pending", "尚未审结"],
  ["total", "总计"],
];

export const DISPUTE_GROUPS: readonly Column[] = [
  ["review", "行政复议"],
  ["litigationDirect", "未经复议直接起诉"],
  ["litigationAfterReview", "复议后起诉"],
];

/** A row's key and its labels from the outermost group to its own; groups are repeated on each row. */
export type Row = readonly [key: string, path: string];

const RESULT = "三、本年度办理结果";
const OVERDUE = "行政机关不再处理其政府信息公开申请";

const COMMON: readonly Row[] = [
  ["newRequests", "一、本年新收政府信息公开申请数量"],
  ["carriedOver", "二、上年结转政府信息公开申请数量"],
  ["granted", `${RESULT}/（一）予以公开`],
  ["partlyGranted", `${RESULT}/（二）部分公开（区分处理的，只计这一情形，不计其他情形）`],
  ["denied.stateSecret", `${RESULT}/（三）不予公开/1.属于国家秘密`],
  ["denied.otherLaw", `${RESULT}/（三）不予公开/2.其他法律行政法规禁止公开`],
  ["denied.security", `${RESULT}/（三）不予公开/3.危及“三安全一稳定”`],
  ["denied.thirdParty", `${RESULT}/（三）不予公开/4.保护第三方合法权益`],
  ["denied.internalAffairs", `${RESULT}/（三）不予公开/5.属于三类内部事务信息`],
  ["denied.process", `${RESULT}/（三）不予公开/6.属于四类过程性信息`],
  ["denied.enforcementFile", `${RESULT}/（三）不予公开/7.属于行政执法案卷`],
  ["denied.adminQuery", `${RESULT}/（三）不予公开/8.属于行政查询事项`],
  ["unable.notHeld", `${RESULT}/（四）无法提供/1.本机关不掌握相关政府信息`],
  ["unable.needsCreation", `${RESULT}/（四）无法提供/2.没有现成信息需要另行制作`],
  ["unable.unclear", `${RESULT}/（四）无法提供/3.补正后申请内容仍不明确`],
  ["notProcessed.petition", `${RESULT}/（五）不予处理/1.信访举报投诉类申请`],
  ["notProcessed.repeated", `${RESULT}/（五）不予处理/2.重复申请`],
  ["notProcessed.publication", `${RESULT}/（五）不予处理/3.要求提供公开出版物`],
  ["notProcessed.excessive", `${RESULT}/（五）不予处理/4.无正当理由大量反复申请`],
  ["notProcessed.reconfirm", `${RESULT}/（五）不予处理/5.要求行政机关确认或重新出具已获取信息`],
];

const OTHER: Readonly<Record<Edition, readonly Row[]>> = {
  "2019": [["other", `${RESULT}/（六）其他处理`]],
  "2021": [
    ["other.overdueCorrection", `${RESULT}/（六）其他处理/1.申请人无正当理由逾期不补正、${OVERDUE}`],
    ["other.overdueFee", `${RESULT}/（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、${OVERDUE}`],
    ["other.other", `${RESULT}/（六）其他处理/3.其他`],
  ],
};

const LAST: readonly Row[] = [
  ["outcomeTotal", `${RESULT}/（七）总计`],
  ["carriedForward", "四、结转下年度继续办理"],
];

/** The rows of 申请 in an edition. */
export function applicationRows(edition: Edition): readonly Row[] {
  return [...COMMON, ...OTHER[edition], ...LAST];
}

const NOT_OUTCOMES = new Set(["newRequests", "carriedOver", "outcomeTotal", "carriedForward"]);

/** The keys of the rows that （七）总计 adds up. */
export function outcomeKeys(edition: Edition): string[] {
  return applicationRows(edition).flatMap(([key]) => (NOT_OUTCOMES.has(key) ? [] : [key]));
}

/** One item of article 20 in 主动公开: its title, columns and rows. */
export interface Item {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const CHANGES: readonly Column[] = [
  ["previousItems", "上一年项目数量"],
  ["change", "本年增/减"],
  ["decisions", "处理决定数量"],
];
const DECISIONS: readonly Column[] = [["decisions", "本年处理决定数量"]];
const PERMITS: Row = ["permits", "行政许可"];
const PENALTIES: readonly Row[] = [
  ["penalties", "行政处罚"],
  ["coercion", "行政强制"],
];
const FEES: readonly Row[] = [["fees", "行政事业性收费"]];

export const ITEMS: Readonly<Record<Edition, readonly Item[]>> = {
  "2019": [
    {
      title: "第二十条第（一）项",
      columns: [
        ["made", "本年新制作数量"],
        ["disclosed", "本年新公开数量"],
        ["totalDisclosed", "对外公开总数量"],
      ],
      rows: [
        ["regulations", "规章"],
        ["normativeDocuments", "规范性文件"],
      ],
    },
    {
      title: "第二十条第（五）项",
      columns: CHANGES,
      rows: [PERMITS, ["otherServices", "其他对外管理服务事项"]],
    },
    { title: "第二十条第（六）项", columns: CHANGES, rows: PENALTIES },
    { title: "第二十条第（八）项", columns: CHANGES.slice(0, 2), rows: FEES },
    {
      title: "第二十条第（九）项",
      columns: [
        ["projects", "采购项目数量"],
        ["amount", "采购总金额（单位：万元，保留四位小数）"],
      ],
      rows: [["procurement", "政府集中采购"]],
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
        ["regulations", "规章"],
        ["normativeDocuments", "行政规范性文件"],
      ],
    },
    { title: "第二十条第（五）项", columns: DECISIONS, rows: [PERMITS] },
    { title: "第二十条第（六）项", columns: DECISIONS, rows: PENALTIES },
    {
      title: "第二十条第（八）项",
      columns: [["amount", "本年收费金额（单位：万元）"]],
      rows: FEES,
    },
  ],
};
