// What stands on the rules' pages beside what is written by hand: the head and the settings of a page, and the table of
// the index, from the rules' own data.

import { wordsIn } from "../server/src/cli/words";
import { SEVERITIES } from "../server/src/config/config";
import {
  basisName,
  ignoreLine,
  type Locale,
  RULES,
  type Rule,
  rulePage,
  ruleText,
  type Safety,
  subjectName,
} from "../server/src/core";

const FOLDER = "docs/rules";

/** A row that a comment may name instead of the whole report, by rule or by subject; null: findings have no cells. */
const ROWS: Readonly<Record<string, string | null>> = {
  table: "applications.granted",
  "table/edition": null,
  applications: "applications.granted",
  disputes: "disputes.review",
  disclosure: "disclosure.normativeDocuments",
  "narrative/table-mismatch": "applications.newRequests",
  "narrative/contradiction": "disputes.review",
};
/** The rule that reports what silences nothing cannot itself be silenced. */
const NEVER_SILENCED = "ignore/unused";

const zh = {
  all: "全部规则",
  other: "English",
  severity: "默认级别",
  basis: "依据",
  fix: "修正",
  noFix: "没有快速修复，请核对后自行改正。",
  fixes: {
    safe: "只改写法、不动数值的修正，`gouji check --fix` 也可自动完成。",
    computed: "总计按各项之和算出，由您确认后写入。",
    suggested: "给出改法，逐处由您选用。",
  } as Record<Safety, string>,
  settings: "设置",
  levels: (levels: string) => `级别可改为 ${levels}：`,
  inVsCode: "VS Code 设置",
  onCommandLine: "命令行",
  silence:
    "核对过、不必再提示的，可以忽略，并写明原因：在草稿里单独写一行（放在表格以外）；草稿要原样公开的，写进 `gouji.json`。",
  cells: (row: string) =>
    `规则名后可以接着写格名、行名或表名，如 \`${row}\`，只忽略这些格；不写就是整份报告。\`until\` 是最后有效的日期，可以不写。`,
  noCells: "`until` 是最后有效的日期，可以不写。",
  never: "这条规则不能用注释或 `gouji.json` 忽略，不需要时请关闭。",
  reason: "已核对",
  file: "柳溪镇2023年*.md",
  index: ["规则", "级别", "查什么", "修正"],
  short: { safe: "自动", computed: "算出", suggested: "建议" } as Record<Safety, string>,
  stop: "。",
  colon: "：",
  comma: "、",
};

const en: typeof zh = {
  all: "All rules",
  other: "简体中文",
  severity: "Severity",
  basis: "Rests on",
  fix: "Fix",
  noFix: "There is no quick fix; check and correct it yourself.",
  fixes: {
    safe: "One that changes no figure and no word; `gouji check --fix` makes it too.",
    computed: "The total from its parts, written when you say so.",
    suggested: "What it could be changed to; you choose, one place at a time.",
  },
  settings: "Settings",
  levels: (levels) => `The severity may be ${levels}:`,
  inVsCode: "VS Code's settings",
  onCommandLine: "Command line",
  silence:
    "What you have checked and want to keep can be silenced, with the reason: on a line of its own in the draft, anywhere outside tables; or in `gouji.json`, where the draft is to be published as it stands.",
  cells: (row) =>
    `Cells, rows or tables may follow the rule's code, such as \`${row}\`, to silence it for these alone; without them it holds for the whole report. \`until\` is the last day on which it holds, and may be left out.`,
  noCells: "`until` is the last day on which it holds, and may be left out.",
  never: "This rule cannot be silenced by a comment or by `gouji.json`; turn it off if you do not want it.",
  reason: "checked",
  file: "柳溪镇2023年*.md",
  index: ["Rule", "Severity", "Finds", "Fix"],
  short: { safe: "automatic", computed: "computed", suggested: "suggested" },
  stop: ".",
  colon: ": ",
  comma: ", ",
};

const WORDS: Readonly<Record<Locale, typeof zh>> = { "zh-CN": zh, en };

/** The list of all rules in a language, relative to the project's root. */
export function indexPath(locale: Locale): string {
  return `${FOLDER}/README${locale === "en" ? "" : `.${locale}`}.md`;
}

function nameOf(path: string): string {
  return path.slice(FOLDER.length + 1);
}

/** What the rule is: code, severity, what it finds and why, what it rests on, how it is mended. */
export function headOf({ code, severity, basis, repairs }: Rule, locale: Locale): string {
  const words = WORDS[locale];
  const { summary, why } = ruleText(code, locale);
  const name = wordsIn(locale).severity[severity];
  const other = locale === "en" ? "zh-CN" : "en";
  const item = (label: string, texts: readonly string[]) =>
    texts.length === 1
      ? [`- ${label}${words.colon}${texts[0]}`]
      : texts.length > 1
        ? [`- ${label}${words.colon.trim()}`, ...texts.map((text) => `  - ${text}`)]
        : [];
  return [
    `# ${code}`,
    "",
    `[${words.all}](${nameOf(indexPath(locale))}) · [${words.other}](${nameOf(rulePage(code, other))})`,
    "",
    `**${summary}${words.stop}** ${why}`,
    "",
    ...item(words.severity, [name === severity ? `\`${severity}\`` : `${name}（\`${severity}\`）`]),
    ...item(
      words.basis,
      basis.map((id) => basisName(id, locale)),
    ),
    ...item(words.fix, repairs.length > 0 ? repairs.map((kind) => words.fixes[kind]) : [words.noFix]),
  ].join("\n");
}

/** How to change the rule's severity, and how to silence a finding of it. */
export function settingsOf({ code }: Rule, locale: Locale): string {
  const words = WORDS[locale];
  const setting = `{ "${code}": "off" }`;
  const [subject = ""] = code.split("/");
  const row = code in ROWS ? ROWS[code] : ROWS[subject];
  const entry = { file: words.file, rule: code, reason: words.reason, until: "2027-01-31" };
  const silencing = [
    words.silence,
    "",
    "```html",
    ignoreLine(code, [], words.reason),
    "```",
    "",
    "```json",
    `{ "ignore": [${JSON.stringify(entry, null, 1).replace(/\n\s*/g, " ")}] }`,
    "```",
    "",
    row ? words.cells(row) : words.noCells,
  ];
  return [
    `## ${words.settings}`,
    "",
    words.levels(SEVERITIES.map((level) => `\`${level}\``).join(words.comma)),
    "",
    `- ${words.inVsCode}${words.colon}\`"gouji.rules": ${setting}\``,
    `- \`gouji.json\`${words.colon}\`{ "rules": ${setting} }\``,
    `- ${words.onCommandLine}${words.colon}\`gouji check --rule ${code}=off\``,
    "",
    ...(code === NEVER_SILENCED ? [words.never] : silencing),
  ].join("\n");
}

/** The index's tables, one a subject. */
export function indexOf(locale: Locale): string {
  const words = WORDS[locale];
  const lines: string[] = [];
  let subject = "";
  for (const { code, severity, repairs } of RULES) {
    if (subjectName(code, locale) !== subject) {
      subject = subjectName(code, locale);
      lines.push(
        ...(lines.length > 0 ? [""] : []),
        `## ${subject}`,
        "",
        row(words.index),
        row(["---", "---", "---", "---"]),
      );
    }
    const link = `[\`${code}\`](${nameOf(rulePage(code, locale))})`;
    const fixes = repairs.map((kind) => words.short[kind]).join(words.comma) || "—";
    lines.push(row([link, wordsIn(locale).severity[severity], ruleText(code, locale).summary, fixes]));
  }
  return lines.join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
