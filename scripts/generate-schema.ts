// Writes schemas/gouji.schema.json, which VS Code applies to gouji.json, from the rules, so that it never drifts from
// them; `--check` only compares and exits 1 where it is stale. Run: npx tsx scripts/generate-schema.ts [--check]

import { LOCALES, SEVERITIES } from "../server/src/config/config";
import { RULES, ruleText } from "../server/src/core";
import { generate } from "./generated";

const PATH = "schemas/gouji.schema.json";

/** The schema: what `readConfig` takes without complaint. Descriptions are Chinese, then English. */
export function schema() {
  const text = { type: "string", minLength: 1 };
  const texts = { type: "array", items: text };
  const rules = Object.fromEntries(
    RULES.map(({ code, severity }) => [
      code,
      {
        enum: SEVERITIES,
        default: severity,
        description: `${ruleText(code, "zh-CN").summary}\n${ruleText(code, "en").summary}`,
      },
    ]),
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "gouji.json",
    description:
      "勾稽的设置：对所在文件夹及其下的年度报告生效。\nSettings of Gouji for the reports in this folder and below.",
    type: "object",
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: "string" },
      rules: {
        description: "单条规则的级别。\nSeverities of single rules.",
        type: "object",
        additionalProperties: false,
        properties: rules,
      },
      ignore: {
        description: "忽略的问题，应写明原因。\nFindings to silence, with the reason.",
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["rule", "reason"],
          defaultSnippets: [{ body: { file: "$1", rule: "$2", reason: "$3" } }],
          properties: {
            file: {
              ...text,
              description:
                "文件名或通配符，相对于本文件所在文件夹；不写即全部报告。\nA name or glob relative to this folder; all reports without it.",
            },
            rule: { enum: RULES.map(({ code }) => code), description: "规则。\nThe rule." },
            cells: {
              ...texts,
              description:
                "格名，如 applications.granted.total，或行名、表名；不写即整份报告。\nCells, rows or tables; the whole report without them.",
            },
            reason: { ...text, description: "原因。\nThe reason." },
            until: {
              type: "string",
              pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
              description:
                "有效至此日（含），如 2027-01-31；不写即长期有效。\nThe last day on which it holds; for ever without it.",
            },
          },
        },
      },
      locale: { enum: LOCALES, description: "提示所用的语言。\nThe language of findings." },
      organ: { ...text, description: "机关名称。\nThe organ's name." },
      previous: { ...text, description: "上一年度的报告。\nLast year's report." },
      units: { ...texts, description: "所属单位的报告。\nThe units' reports." },
    },
  };
}

/** The schema file's text. */
export function schemaText(): string {
  return `${JSON.stringify(schema(), null, 2)}\n`;
}

generate(import.meta.url, () => [{ path: PATH, text: schemaText() }]);
