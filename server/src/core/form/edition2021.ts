// The form of 国办公开办函〔2021〕30号, for the report years from 2021 on.

import {
  applicationsTable,
  DISPUTES_TABLE,
  FEES,
  OTHER_HANDLING_GROUPS,
  PENALTIES_AND_COERCION,
  PERMITS,
  SECTIONS,
} from "./shared";
import type { FormColumn, FormEdition } from "./types";

const DECISIONS: FormColumn = {
  key: "decisions",
  label: "本年处理决定数量",
  variants: ["本年度处理决定数量"],
  groups: [],
  kind: "count",
};

/** Edition `2021` of the form. */
export const EDITION_2021: FormEdition = {
  key: "2021",
  firstYear: 2021,
  lastYear: null,
  notice: "国办公开办函〔2021〕30号",
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
            { key: "issued", label: "本年制发件数", variants: ["本年度制发件数"], groups: [], kind: "count" },
            {
              key: "repealed",
              label: "本年废止件数",
              variants: ["本年度废止件数"],
              groups: [],
              kind: "count",
            },
            { key: "inForce", label: "现行有效件数", variants: [], groups: [], kind: "count" },
          ],
          rows: [
            { key: "regulations", label: "规章", variants: [], groups: [] },
            { key: "normativeDocuments", label: "行政规范性文件", variants: ["规范性文件"], groups: [] },
          ],
        },
        {
          title: "第二十条第（五）项",
          columns: [DECISIONS],
          rows: [PERMITS],
        },
        {
          title: "第二十条第（六）项",
          columns: [DECISIONS],
          rows: PENALTIES_AND_COERCION,
        },
        {
          title: "第二十条第（八）项",
          columns: [
            {
              key: "amount",
              label: "本年收费金额（单位：万元）",
              variants: ["本年收费金额", "本年度收费金额"],
              groups: [],
              kind: "amount",
            },
          ],
          rows: [FEES],
        },
      ],
    },
    applicationsTable([
      {
        key: "other.overdueCorrection",
        label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        variants: ["申请人无正当理由逾期不补正", "申请人逾期不补正、行政机关不再处理其政府信息公开申请"],
        groups: OTHER_HANDLING_GROUPS,
      },
      {
        key: "other.overdueFee",
        label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        variants: ["申请人逾期未按收费通知要求缴纳费用"],
        groups: OTHER_HANDLING_GROUPS,
      },
      { key: "other.other", label: "3.其他", variants: [], groups: OTHER_HANDLING_GROUPS },
    ]),
    DISPUTES_TABLE,
  ],
};
