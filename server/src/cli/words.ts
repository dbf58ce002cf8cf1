// The command line's own sentences, in both languages; findings are worded by the core.

import type { Locale, Severity } from "../core";

const zh = {
  noCommand: "缺少命令。检查报告用 gouji check 文件，全部用法见 gouji help。",
  unknownCommand: (name: string) => `没有命令“${name}”。检查报告用 gouji check 文件，全部用法见 gouji help。`,
  notYet: (what: string) => `本版尚不支持 ${what}。`,
  unknownOption: (option: string) => `没有选项 ${option}。用法见 gouji help。`,
  missingValue: (option: string) => `选项 ${option} 缺少值。用法见 gouji help。`,
  needlessValue: (option: string) => `选项 ${option} 不带值。用法见 gouji help。`,
  needlessArgument: (argument: string) => `多余的参数“${argument}”。用法见 gouji help。`,
  emptyPath: "文件名不能为空。",
  fixOfStdin: "--fix 改写文件，不能用于标准输入（-）。请给出文件名。",
  stdinNameWithoutStdin: "--stdin-filename 只与标准输入（-）同用。",
  updateWithoutBaseline: "--update-baseline 与 --baseline 文件 同用。",
  noBaseline: "没有此基线文件。首次生成请加 --update-baseline。",
  badBaseline: "不是基线文件，或内容已损坏，不能使用。请核对文件名；要重新生成，请加 --update-baseline。",
  otherBaseline: "是其他版本的勾稽写的基线文件，不能使用。要重新生成，请加 --update-baseline。",
  baselineNotWritten: (reason: string) => `未能写入基线文件（${reason}）。`,
  extractOneFile: "gouji extract 需要一个文件名，或 - 表示标准输入。",
  formatNoFile: "gouji format 需要文件名或目录，或 - 表示标准输入。",
  lspNeedsStdio: "语言服务器只通过标准输入输出工作：gouji lsp --stdio。",
  badFormat: (format: string) => `没有输出格式“${format}”，可用 pretty、concise、json、sarif、github。`,
  badMaximum: (value: string) => `--max-warnings 的值“${value}”不是非负整数。`,
  badJobs: (value: string) => `--jobs 的值“${value}”应为 1 至 999 的整数。`,
  badRule: (setting: string) =>
    `--rule 的值“${setting}”应写作 规则=级别，级别为 error、warning、info、hint、off 之一。`,
  unknownRule: (code: string) => `没有规则“${code}”。全部规则见 gouji rules。`,

  notFound: "文件不存在。",
  noMatch: "没有匹配的文件。",
  officeFiles: (count: number) => `另有 ${count} 个 Word、PDF 文件未检查，请先另存为纯文本。`,
  noDrafts: "目录中没有报告稿（*.txt、*.md、*.html、*.htm、*.ogi、*.nianbao）。",
  notAFile: "不是普通文件。",
  notPermitted: "没有读取权限。",
  readFailed: (reason: string) => `无法读取（${reason}）。`,
  tooLarge: "超过 64 MiB，不予检查。",
  binary: "是二进制文件，无法检查。Word、PDF 等文件请先另存为纯文本。",
  configBinary: "是二进制文件，不是 JSON。",
  badEncoding: "无法识别编码。请另存为 UTF-8、UTF-16 或 GB18030。",
  noReport:
    "未识别出政府信息公开工作年度报告。请确认文件内容，标题应如“某某镇2024年政府信息公开工作年度报告”。",
  notWritten: (reason: string) => `未能写入修正（${reason}），文件未改动。`,
  readOnly: "文件只读",
  noRoundTrip: "含有不能原样写回的字节，请先另存为 UTF-8",
  ruleCrashed: (rule: string, reason: string) =>
    `规则 ${rule} 出错（${reason}），其余规则的结果不受影响。请反馈此问题。`,
  outputFailed: (reason: string) => `无法输出结果（${reason}）。`,
  internal: (reason: string) => `程序内部出错（${reason}）。请反馈此问题。`,

  formatPage: "是 HTML 网页，不能整理格式。请把网页内容复制到文本文件中，再对该文件运行 gouji format。",
  formatNotExact: "含有不能原样写回的字节，不予整理，文件未改动。请先另存为 UTF-8。",
  formatDone: (count: number) => (count > 0 ? `已整理格式，改动 ${count} 处。` : "格式已规范，未改动。"),
  formatWanted: (count: number) => (count > 0 ? `格式尚未规范，应改动 ${count} 处。` : "格式已规范。"),
  formatLeft: (tables: number) => `${tables} 张表有不能确定归属的内容，保持原样。`,

  severity: { error: "错误", warning: "警告", info: "信息", hint: "提示" } as Record<Severity, string>,
  related: (places: readonly string[], count: number) =>
    `相关：${places.join("；")}${count > places.length ? `；等 ${count} 处` : ""}`,
  sameCause: (place: string) => `起因同 ${place} 处。`,
  fix: (title: string, others: number) => `修正：${title}${others > 0 ? `（另有 ${others} 种）` : ""}`,
  safeFix: (title: string) => `修正：${title}（--fix 可自动修正）`,
  fixed: (count: number) => `已修正 ${count} 处。`,
  ignored: (count: number) => `另有 ${count} 处按注释或 gouji.json 忽略。`,
  summary: (files: number, parts: readonly string[]) =>
    `检查了 ${files} 个文件，${parts.length > 0 ? `发现 ${parts.join("、")}` : "没有发现问题"}。`,
  recorded: (files: number, count: number, file: string) =>
    `检查了 ${files} 个文件，已把 ${count} 个问题记入 ${file}。`,
  problems: (count: number) => `${count} 个问题`,
  count: (severity: Severity, count: number) => `${count} 个${zh.severity[severity]}`,
  noneFound: "没有找到政府信息公开工作年度报告。",
  tooManyWarnings: (maximum: number) => `警告超过上限 ${maximum} 个。`,
  failed: (count: number) => `${count} 项未能检查，原因见上。`,
};

/** Every sentence of the command line. */
export type Words = typeof zh;

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

const en: Words = {
  noCommand: "No command. To check a report: gouji check FILE. For all else: gouji help.",
  unknownCommand: (name) =>
    `No command “${name}”. To check a report: gouji check FILE. For all else: gouji help.`,
  notYet: (what) => `${what} is not in this version.`,
  unknownOption: (option) => `No option ${option}. See gouji help.`,
  missingValue: (option) => `Option ${option} wants a value. See gouji help.`,
  needlessValue: (option) => `Option ${option} takes no value. See gouji help.`,
  needlessArgument: (argument) => `Unexpected argument “${argument}”. See gouji help.`,
  emptyPath: "A file name cannot be empty.",
  fixOfStdin: "--fix rewrites files and cannot be used on standard input (-). Name a file.",
  stdinNameWithoutStdin: "--stdin-filename goes with standard input (-) only.",
  updateWithoutBaseline: "--update-baseline goes with --baseline FILE.",
  noBaseline: "No such baseline. To write it, add --update-baseline.",
  badBaseline: "Not a baseline, or a damaged one. Check its name; to write it anew, add --update-baseline.",
  otherBaseline: "A baseline of another version of Gouji. To write it anew, add --update-baseline.",
  baselineNotWritten: (reason) => `The baseline cannot be written (${reason}).`,
  extractOneFile: "gouji extract wants one file, or - for standard input.",
  formatNoFile: "gouji format wants files or directories, or - for standard input.",
  lspNeedsStdio: "The language server works over standard input and output only: gouji lsp --stdio.",
  badFormat: (format) => `No format “${format}”; there are pretty, concise, json, sarif and github.`,
  badMaximum: (value) => `--max-warnings: “${value}” is not a whole number from 0.`,
  badJobs: (value) => `--jobs: “${value}” is not a whole number from 1 to 999.`,
  badRule: (setting) =>
    `--rule: “${setting}” should be CODE=SEVERITY, one of error, warning, info, hint, off.`,
  unknownRule: (code) => `No rule “${code}”. For all rules: gouji rules.`,

  notFound: "No such file.",
  noMatch: "No file matches.",
  officeFiles: (count) =>
    `${plural(count, "Word or PDF file")} not checked; save ${count === 1 ? "it" : "them"} as plain text first.`,
  noDrafts: "No drafts (*.txt, *.md, *.html, *.htm, *.ogi, *.nianbao) in this directory.",
  notAFile: "Not a regular file.",
  notPermitted: "No permission to read it.",
  readFailed: (reason) => `Cannot be read (${reason}).`,
  tooLarge: "Larger than 64 MiB; not checked.",
  binary: "A binary file; not checked. Save Word and PDF files as plain text first.",
  configBinary: "A binary file, no JSON.",
  badEncoding: "Unknown encoding. Save it as UTF-8, UTF-16 or GB18030.",
  noReport:
    "No annual report on open government information was recognised in it. Check the title and headings.",
  notWritten: (reason) => `Fixes not written (${reason}); the file is unchanged.`,
  readOnly: "the file is read-only",
  noRoundTrip: "it has bytes that cannot be written back as they are; save it as UTF-8 first",
  ruleCrashed: (rule, reason) =>
    `Rule ${rule} failed (${reason}); the other rules are not affected. Please report this.`,
  outputFailed: (reason) => `Results cannot be written (${reason}).`,
  internal: (reason) => `Internal error (${reason}). Please report this.`,

  formatPage:
    "An HTML page cannot be formatted. Copy its content into a text file and run gouji format on that.",
  formatNotExact:
    "It has bytes that cannot be written back as they are; not formatted. Save it as UTF-8 first.",
  formatDone: (count) => (count > 0 ? `Formatted: ${plural(count, "change")}.` : "Formatted already."),
  formatWanted: (count) =>
    count > 0 ? `Not formatted: ${plural(count, "change")} to make.` : "Formatted already.",
  formatLeft: (tables) => `${plural(tables, "table")} left as found, as not all in it can be placed surely.`,

  severity: { error: "error", warning: "warning", info: "info", hint: "hint" },
  related: (places, count) =>
    `See ${places.join("; ")}${count > places.length ? `; and ${count - places.length} more` : ""}`,
  sameCause: (place) => `The same cause as at ${place}.`,
  fix: (title, others) => `Fix: ${title}${others > 0 ? ` (or ${plural(others, "other")})` : ""}`,
  safeFix: (title) => `Fix: ${title} (--fix does it)`,
  fixed: (count) => `${plural(count, "place")} fixed.`,
  ignored: (count) => `${plural(count, "finding")} ignored, by comments or gouji.json.`,
  summary: (files, parts) =>
    `Checked ${plural(files, "file")}: ${parts.length > 0 ? parts.join(", ") : "no problems"}.`,
  recorded: (files, count, file) =>
    `Checked ${plural(files, "file")}: ${plural(count, "problem")} recorded in ${file}.`,
  problems: (count) => plural(count, "problem"),
  count: (severity, count) => plural(count, severity),
  noneFound: "No annual report on open government information was found.",
  tooManyWarnings: (maximum) => `More than ${plural(maximum, "warning")}.`,
  failed: (count) => `${count} could not be checked; see above.`,
};

/** The sentences in a language. */
export function wordsIn(locale: Locale): Words {
  return locale === "en" ? en : zh;
}

/** What `gouji help` prints: Chinese first, English below. */
export const HELP = `勾稽：检查政府信息公开工作年度报告

  gouji check [文件|通配符|目录|-]…   检查报告；不写即当前目录，- 为标准输入
      --format 格式               pretty（默认）、concise（每项一行）、json、sarif 或 github
      --fix                       改写文件，只改写法，不改数值：全角数字、千分位、中文标点、转换残留
      --max-warnings N            警告多于 N 个即不通过
      --rule 规则=级别            改变级别：error warning info hint off，可多次使用
      --config 文件               使用此 gouji.json；不写即用离各报告最近的上级 gouji.json
      --baseline 文件             不报基线文件中已有的问题；加 --update-baseline 改写基线文件
      --stdin-filename 名称       标准输入显示的文件名
      --jobs N                    同时检查 N 个文件；不写即按处理器核数
  gouji format 文件|目录|-…       整理格式：Markdown 标题，对齐的表格；- 输出到标准输出
      --check                     只检查格式，不改写
  gouji extract 文件|-            以 JSON 输出读到的内容：章节和各表数值
  gouji rules [--json]            列出规则：级别，查什么；JSON 另有依据、修正和说明页
  gouji lsp --stdio               启动语言服务器
  gouji --version | help

  退出状态：0 没有错误；1 有错误，或警告超过上限；2 有文件未能检查，或用法、gouji.json 有误。
  可读 UTF-8、UTF-16、GB18030；--fix 保持原编码和换行，不用于标准输入。

Gouji checks the annual reports on open government information of Chinese administrative organs.

  gouji check [PATH|GLOB|DIR|-]…  check reports; the current directory by default, - is standard input
      --format FORMAT             pretty (the default), concise, json, sarif or github
      --fix                       rewrite files: full-width digits, thousands separators, half-width
                                  punctuation, conversion residue; no figure changes
      --max-warnings N            fail on more than N warnings
      --rule CODE=SEVERITY        error, warning, info, hint or off; may be repeated
      --config FILE               use this gouji.json, not the one nearest above each report
      --baseline FILE             leave out what is in this file; --update-baseline writes it anew
      --stdin-filename NAME       the name to show for standard input
      --jobs N                    check N files at once; by default as many as there are cores
  gouji format PATH|GLOB|DIR|-…   rewrite in the canonical layout: Markdown headings, aligned tables
      --check                     only say whether it would change
  gouji extract FILE|-            print what was read as JSON: sections, and the tables' figures
  gouji rules [--json]            list the rules: severity, what each finds; as JSON also basis, fixes, page
  gouji lsp --stdio               start the language server
  gouji --version | help

  Exit status: 0 no errors; 1 errors, or too many warnings; 2 something could not be checked, bad usage or gouji.json.
`;
