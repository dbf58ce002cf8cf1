// What both editions of the form have in common: the six sections and the rows and columns that did not change.

import type { FormBlock, FormColumn, FormRow, FormSection, FormTable } from "./types";

/** The six sections of the report, in order (国办公开办函〔2019〕60号, kept by 〔2021〕30号). */
export const SECTIONS: readonly FormSection[] = [
  {
    key: "overview",
    number: "一",
    title: "总体情况",
    variants: ["总体工作情况", "工作总体情况", "政府信息公开工作总体情况", "概述", "总体概况", "基本情况"],
    table: null,
  },
  {
    key: "disclosure",
    number: "二",
    title: "主动公开政府信息情况",
    variants: ["主动公开政府信息的情况", "主动公开情况", "政府信息主动公开情况", "主动公开信息情况"],
    table: "disclosure",
  },
  {
    key: "applications",
    number: "三",
    title: "收到和处理政府信息公开申请情况",
    variants: [
      "收到和处理政府信息公开申请的情况",
      "收到和处理政府信息公开情况",
      "收到和处理信息公开申请情况",
      "收到和处理政府信息依申请公开情况",
    ],
    table: "applications",
  },
  {
    key: "disputes",
    number: "四",
    title: "政府信息公开行政复议、行政诉讼情况",
    variants: [
      "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
      "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
      "政府信息公开行政复议和行政诉讼情况",
      "政府信息公开行政复议、行政诉讼的情况",
      "行政复议、行政诉讼情况",
    ],
    table: "disputes",
  },
  {
    key: "problems",
    number: "五",
    title: "存在的主要问题及改进情况",
    variants: [
      "政府信息公开工作存在的主要问题及改进情况",
      "存在的问题及改进情况",
      "存在主要问题及改进情况",
      "存在问题及改进情况",
      "存在的主要问题和改进情况",
      "存在的主要问题及改进措施",
      "存在的问题及改进措施",
      "政府信息公开工作存在的主要问题及改进措施",
      "工作存在的主要问题及改进情况",
    ],
    table: null,
  },
  {
    key: "others",
    number: "六",
    title: "其他需要报告的事项",
    variants: [
      "其他需要报告事项",
      "需要报告的其他事项",
      "其它需要报告的事项",
      "其他事项",
      "其他需要说明的事项",
    ],
    table: null,
  },
];

function column(
  key: string,
  label: string,
  groups: readonly string[] = [],
  variants: readonly string[] = [],
): FormColumn {
  return { key, label, groups, variants, kind: "count" };
}

function row(
  key: string,
  label: string,
  groups: readonly string[] = [],
  variants: readonly string[] = [],
): FormRow {
  return { key, label, groups, variants };
}

const ORGANISATIONS = ["申请人情况", "法人或其他组织"];

/** The applicant columns and their total, in the form's order. */
const APPLICANT_COLUMNS: readonly FormColumn[] = [
  column("naturalPerson", "自然人", ["申请人情况"]),
  column("business", "商业企业", ORGANISATIONS),
  column("research", "科研机构", ORGANISATIONS),
  column("publicWelfare", "社会公益组织", ORGANISATIONS),
  column("legalService", "法律服务机构", ORGANISATIONS),
  column("otherOrganization", "其他", ORGANISATIONS),
  column("total", "总计", ["申请人情况"], ["合计"]),
];

const RESULT = "三、本年度办理结果";
const DENIED = [RESULT, "（三）不予公开"];
const UNABLE = [RESULT, "（四）无法提供"];
const NOT_PROCESSED = [RESULT, "（五）不予处理"];

const ROWS_BEFORE_OTHER: readonly FormRow[] = [
  row(
    "newRequests",
    "一、本年新收政府信息公开申请数量",
    [],
    ["本年新收信息公开申请数量", "本年度新收政府信息公开申请数量"],
  ),
  row(
    "carriedOver",
    "二、上年结转政府信息公开申请数量",
    [],
    ["上年结转信息公开申请数量", "上年度结转政府信息公开申请数量"],
  ),
  row("granted", "（一）予以公开", [RESULT]),
  row(
    "partlyGranted",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    [RESULT],
    ["部分公开区分处理的只计这一情形不计其他情形"],
  ),
  row("denied.stateSecret", "1.属于国家秘密", DENIED),
  row("denied.otherLaw", "2.其他法律行政法规禁止公开", DENIED, [
    "其他法律法规禁止公开",
    "其他法律、行政法规禁止公开的",
  ]),
  row("denied.security", "3.危及“三安全一稳定”", DENIED),
  row("denied.thirdParty", "4.保护第三方合法权益", DENIED),
  row("denied.internalAffairs", "5.属于三类内部事务信息", DENIED),
  row("denied.process", "6.属于四类过程性信息", DENIED),
  row("denied.enforcementFile", "7.属于行政执法案卷", DENIED, ["属于行政执法案卷信息"]),
  row("denied.adminQuery", "8.属于行政查询事项", DENIED, ["属于行政查询事项信息"]),
  row("unable.notHeld", "1.本机关不掌握相关政府信息", UNABLE, ["本机关不掌握相关信息"]),
  row("unable.needsCreation", "2.没有现成信息需要另行制作", UNABLE, ["没有现成信息，需另行制作"]),
  row("unable.unclear", "3.补正后申请内容仍不明确", UNABLE),
  row("notProcessed.petition", "1.信访举报投诉类申请", NOT_PROCESSED, ["信访、举报、投诉类申请"]),
  row("notProcessed.repeated", "2.重复申请", NOT_PROCESSED),
  row("notProcessed.publication", "3.要求提供公开出版物", NOT_PROCESSED),
  row("notProcessed.excessive", "4.无正当理由大量反复申请", NOT_PROCESSED),
  row("notProcessed.reconfirm", "5.要求行政机关确认或重新出具已获取信息", NOT_PROCESSED, [
    "要求行政机关确认或者重新出具已获取信息",
  ]),
];

const ROWS_AFTER_OTHER: readonly FormRow[] = [
  row("outcomeTotal", "（七）总计", [RESULT], ["合计"]),
  row("carriedForward", "四、结转下年度继续办理", [], ["结转下年度继续办理数量", "结转下年继续办理"]),
];

/** Table `applications` with the edition's own rows of （六）其他处理. */
export function applicationsTable(otherRows: readonly FormRow[]): FormTable {
  const block: FormBlock = {
    title: null,
    columns: APPLICANT_COLUMNS,
    rows: [...ROWS_BEFORE_OTHER, ...otherRows, ...ROWS_AFTER_OTHER],
  };
  return {
    key: "applications",
    arrangement: "rows",
    blocks: [block],
    note: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
  };
}

/** The rows of 第二十条第（五）、（六）、（八）项 that both editions have. */
export const PERMITS = row("permits", "行政许可");
export const PENALTIES_AND_COERCION: readonly FormRow[] = [
  row("penalties", "行政处罚"),
  row("coercion", "行政强制"),
];
export const FEES = row("fees", "行政事业性收费", [], ["行政事业性收费项目"]);

/** The label that holds the rows of （六）其他处理 together. */
export const OTHER_HANDLING_GROUPS: readonly string[] = [RESULT, "（六）其他处理"];

/** The label of the outcome rows as a whole. */
export const RESULT_GROUP = RESULT;

/** Table `disputes`: one row of 15 figures, in three groups of five. */
export const DISPUTES_TABLE: FormTable = {
  key: "disputes",
  arrangement: "band",
  blocks: [
    {
      title: null,
      columns: [
        column("upheld", "结果维持"),
        column("corrected", "结果纠正"),
        column("otherOutcome", "其他结果"),
        column("pending", "尚未审结"),
        column("total", "总计", [], ["合计"]),
      ],
      rows: [
        row("review", "行政复议"),
        row("litigationDirect", "未经复议直接起诉", ["行政诉讼"]),
        row("litigationAfterReview", "复议后起诉", ["行政诉讼"]),
      ],
    },
  ],
  note: null,
};
