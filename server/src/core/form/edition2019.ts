// The form of 国办公开办函〔2019〕60号, for the report years 2019 and 2020.

import {
  applicationsTable,
  DISPUTES_TABLE,
  FEES,
  PENALTIES_AND_COERCION,
  PERMITS,
  RESULT_GROUP,
  SECTIONS,
} from "./shared";
import type { FormColumn, FormEdition } from "./types";

const PREVIOUS: FormColumn = {
  key: "previousItems",
  label: "上一年项目数量",
  variants: [],
  groups: [],
  kind: "count",
};
const CHANGE: FormColumn = {
  key: "change",
  label: "本年增/减",
  variants: ["本年增减", "本年度增/减"],
  groups: [],
  kind: "change",
};
const DECISIONS: FormColumn = {
  key: "decisions",
  label: "处理决定数量",
  variants: [],
  groups: [],
  kind: "count",
};

/** The kinds of administrative acts that organs list under 其他对外管理服务事项. */
const OTHER_SERVICES = [
  "行政确认",
  "行政裁决",
  "行政给付",
  "行政征收",
  "行政征用",
  "行政检查",
  "行政奖励",
  "行政备案",
  "行政登记",
  "行政审批",
  "公共服务",
  "其他行政权力",
];

/** Edition `2019` of the form. */
export const EDITION_2019: FormEdition = {
  key: "2019",
  firstYear: 2019,
  lastYear: 2020,
  notice: "国办公开办函〔2019〕60号",
  sections: SECTIONS,
  tables: [
    {
      key: "disclosure",
      arrangement: "rows",
      note: null,
      blocks: [
        {
          title: "第二十条第（一）项",
          columns: [
            {
              key: "made",
              label: "本年新制作数量",
              variants: ["本年度新制作数量"],
              groups: [],
              kind: "count",
            },
            {
              key: "disclosed",
              label: "本年新公开数量",
              variants: ["本年度新公开数量"],
              groups: [],
              kind: "count",
            },
            { key: "totalDisclosed", label: "对外公开总数量", variants: [], groups: [], kind: "count" },
          ],
          rows: [
            { key: "regulations", label: "规章", variants: [], groups: [] },
            { key: "normativeDocuments", label: "规范性文件", variants: ["行政规范性文件"], groups: [] },
          ],
        },
        {
          title: "第二十条第（五）项",
          columns: [PREVIOUS, CHANGE, DECISIONS],
          rows: [
            PERMITS,
            {
              key: "otherServices",
              label: "其他对外管理服务事项",
              variants: ["其他对外管理服务"],
              groups: [],
              parts: OTHER_SERVICES,
            },
          ],
        },
        {
          title: "第二十条第（六）项",
          columns: [PREVIOUS, CHANGE, DECISIONS],
          rows: PENALTIES_AND_COERCION,
        },
        {
          title: "第二十条第（八）项",
          columns: [PREVIOUS, CHANGE],
          rows: [FEES],
        },
        {
          title: "第二十条第（九）项",
          columns: [
            { key: "projects", label: "采购项目数量", variants: [], groups: [], kind: "count" },
            {
              key: "amount",
              label: "采购总金额（单位：万元，保留四位小数）",
              variants: ["采购总金额"],
              groups: [],
              kind: "amount",
            },
          ],
          rows: [{ key: "procurement", label: "政府集中采购", variants: ["政府采购"], groups: [] }],
        },
      ],
    },
    applicationsTable([{ key: "other", label: "（六）其他处理", variants: [], groups: [RESULT_GROUP] }]),
    DISPUTES_TABLE,
  ],
};
