// Completion of headings and the title: where it is offered, in which order, and what it writes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type CompletionItem, InsertTextFormat, InsertTextMode, type TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readDraft } from "../../server/src/core/draft/read";
import { SECTIONS, type SectionKey } from "../../server/src/core/form";
import { tableOf } from "../../server/src/core/report/model";
import {
  reportTemplate,
  sectionTemplate,
  type TemplateStyle,
  toPlainText,
} from "../../server/src/core/template";
import { type CompletionOptions, completionsAt } from "../../server/src/editor/completion";
import { COMPLETION_TRIGGERS } from "../../server/src/editor/offered";
import { expand } from "./expand";

const VALUES = { organ: "云溪镇", year: 2020 };
const TITLE = "云溪镇2020年政府信息公开工作年度报告\n\n";

interface Completed {
  readonly text: string;
  readonly items: readonly CompletionItem[];
}

/** Completes at `‸` in a text; the items in the order in which a client shows them. */
function complete(marked: string, options: Partial<CompletionOptions> = {}): Completed {
  const offset = marked.indexOf("‸");
  assert.ok(offset >= 0, "no cursor");
  const text = marked.replace("‸", "");
  const items = completionsAt(readDraft(text), offset, { markdown: false, ...options });
  return { text, items: items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)) };
}

function labels(marked: string, options?: Partial<CompletionOptions>): string[] {
  return complete(marked, options).items.map(({ label }) => label);
}

/** The section that a single offered item is for; its number, or what else was offered. */
function numbers(marked: string): string {
  return labels(marked)
    .map((label) => label.slice(0, label.indexOf("、") === 1 ? 1 : undefined))
    .join(" ");
}

/** The text after an item was accepted and left as it is. */
function accept({ text }: Completed, item: CompletionItem): string {
  const edit = item.textEdit as TextEdit;
  const snippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const newText = snippet ? expand(edit.newText).text : edit.newText;
  return TextDocument.applyEdits(TextDocument.create("x:", "", 0, text), [{ range: edit.range, newText }]);
}

function section(key: SectionKey, style: TemplateStyle, edition: "2019" | "2021" = "2019"): string {
  return `${toPlainText(sectionTemplate(edition, key, style), VALUES)}\n`;
}

const PIPE: TemplateStyle = { layout: "pipe", marks: false };
const STACKED: TemplateStyle = { layout: "stacked", marks: false };

test("the start of an empty line offers the six sections, the missing ones first", () => {
  assert.equal(numbers(`${TITLE}‸`), "一 二 三 四 五 六");
  assert.equal(
    numbers(`${TITLE}${section("overview", PIPE)}${section("disclosure", PIPE)}‸`),
    "三 四 五 六 一 二",
  );
  const { items } = complete(`${TITLE}${section("overview", PIPE)}‸`);
  assert.deepEqual(
    items.map(({ detail }) => detail?.split(" · ")[0]),
    ["报告中尚缺，含表", "报告中尚缺，含表", "报告中尚缺，含表", "报告中尚缺", "报告中尚缺", "报告中已有"],
  );
});

test("the beginning of a heading offers what it may become", () => {
  const offers: Record<string, string> = {
    三: "三",
    "三、": "三",
    "三、收到": "三",
    "三.": "三",
    "#": "一 二 三 四 五 六",
    "## ": "一 二 三 四 五 六",
    "## 三、": "三",
    "　　五": "五",
    主动: "二",
    行政诉讼: "四",
    申请: "三",
    其他需要: "六",
    存: "五",
    信: "",
    三是: "",
    七: "",
    "三、五": "",
    本年度: "",
    "（一）": "",
  };
  for (const [typed, expected] of Object.entries(offers))
    assert.equal(numbers(`${TITLE}${typed}‸`), expected, typed);
});

test("the whole heading that is being typed does not count as present", () => {
  const { items } = complete(`${TITLE}三、收到和处理政府信息公开申请情况‸`);
  assert.deepEqual(
    items.map(({ label, detail }) => [label, detail?.startsWith("报告中尚缺")]),
    [["三、收到和处理政府信息公开申请情况", true]],
  );
});

test("nothing in prose, before text, in tables and between their rows", () => {
  const pipe = section("applications", PIPE);
  const stacked = section("applications", STACKED);
  const inside = (text: string, at: string) => `${TITLE}${text.replace(at, `‸${at}`)}`;
  for (const marked of [
    `${TITLE}本年度共收到申请三‸`,
    `${TITLE}三‸、收到申请`,
    `${TITLE}‸本年度`,
    `${TITLE}\t‸`,
    `${TITLE}| ‸`,
    inside(pipe, "| --"),
    inside(pipe, " 自然人 |"),
    inside(section("disclosure", PIPE), "\n| 信息内容             |"),
    inside(section("disclosure", PIPE), "\n第二十条第（五）项"),
    inside(stacked, "\t申请人情况"),
    inside(stacked, "\n\t\n\t自然人"),
    inside(stacked, "\n\t二、上年结转"),
    inside(stacked, "二、上年结转"),
    `${TITLE}<table>\n<tr><td>规章</td><td>1</td></tr>\n‸\n<tr><td>规范性文件</td><td>1</td></tr>\n</table>`,
  ]) {
    assert.deepEqual(labels(marked), [], marked.slice(marked.indexOf("‸") - 30, marked.indexOf("‸") + 10));
  }
});

test("between two tables whose heading is gone it is offered", () => {
  for (const style of [PIPE, STACKED]) {
    const [before, table] = [
      section("applications", style),
      section("disputes", style).replace(/^.*\n\n/, ""),
    ];
    const text = `${TITLE}${before.replace(/［.*\n/, "‸\n")}${table}`;
    assert.ok(labels(text).includes("四、政府信息公开行政复议、行政诉讼情况"), style.layout);
  }
});

test("an accepted section replaces what was typed, and reads with its table", () => {
  for (const typed of ["", "三", "## 三、", "申请", "  三、收到"]) {
    const completed = complete(`${TITLE}${typed}‸\n四、政府信息公开行政复议、行政诉讼情况\n`);
    const item = completed.items.find(({ label }) => label.startsWith("三、"))!;
    const text = accept(completed, item);
    const heading = `${typed.startsWith("#") ? "## " : ""}三、收到和处理政府信息公开申请情况`;
    assert.ok(text.startsWith(`${TITLE}${heading}\n\n|`), typed);
    assert.ok(text.endsWith("］\n\n四、政府信息公开行政复议、行政诉讼情况\n"), typed);
    const [report] = readDraft(text).reports;
    assert.deepEqual(tableOf(report!, "applications")?.problems, []);
    // What was typed begins the text that the client filters by.
    assert.ok(item.filterText!.startsWith(typed));
    assert.deepEqual(
      [item.insertTextFormat, item.insertTextMode],
      [InsertTextFormat.Snippet, InsertTextMode.asIs],
    );
  }
});

test("the filter keeps an item while its heading is typed on", () => {
  const { items } = complete(`${TITLE}‸`);
  assert.deepEqual(
    items.map(({ filterText }) => filterText),
    SECTIONS.map(({ number, title }) => `${number}、${title}`),
  );
  assert.equal(complete(`${TITLE}#‸`).items[0]!.filterText, "## 一、总体情况");
});

test("organ and year come from the draft; what it does not say stays a field", () => {
  const overview = (marked: string) => {
    const edit = complete(marked).items.find(({ label }) => label.startsWith("一"))!.textEdit as TextEdit;
    return edit.newText.split("\n")[2]!;
  };
  assert.match(overview(`${TITLE}‸`), /^2020年，云溪镇\$\{1:［概述/);
  assert.match(overview("二、主动公开政府信息情况\n\n‸"), /^\$\{1:［年份］\}年，\$\{2:［机关名称］\}\$\{3:/);
  assert.match(overview("［机关名称］2022年政府信息公开工作年度报告\n\n‸"), /^2022年，\$\{1:［机关名称］\}/);
});

test("the edition is the report's, else its year's, else the current one", () => {
  const edition = (marked: string) => complete(marked).items[0]!.detail!.slice(-16, -1);
  assert.equal(edition(`${TITLE}‸`), "国办公开办函〔2019〕60号");
  assert.equal(edition("云溪镇2022年政府信息公开工作年度报告\n\n‸"), "国办公开办函〔2021〕30号");
  assert.equal(edition("‸"), "国办公开办函〔2021〕30号");
  const old = `${TITLE.replace("2020", "2022")}${section("applications", PIPE, "2019")}‸`;
  assert.equal(edition(old), "国办公开办函〔2019〕60号");
  assert.equal(edition(`云溪镇2015年政府信息公开工作年度报告\n\n‸`), "国办公开办函〔2021〕30号");
});

test("the layout and the headings' marks are those of the draft", () => {
  const third = (marked: string, options?: Partial<CompletionOptions>) => {
    const completed = complete(marked, options);
    const text = accept(completed, completed.items.find(({ label }) => label.startsWith("三"))!);
    const report = readDraft(text).reports[0]!;
    return [
      tableOf(report, "applications")!.layout,
      report.sections.find(({ key }) => key === "applications")!.heading.slice(0, 3),
    ];
  };
  const marked: TemplateStyle = { layout: "pipe", marks: true };
  assert.deepEqual(third(`${TITLE}‸`), ["pipe", "三、收"]);
  assert.deepEqual(third(`${TITLE}‸`, { markdown: true }), ["pipe", "## "]);
  assert.deepEqual(third(`${TITLE}${section("disclosure", STACKED)}‸`), ["stacked", "三、收"]);
  assert.deepEqual(third(`${TITLE}${section("disclosure", PIPE)}‸`, { markdown: true }), ["pipe", "三、收"]);
  assert.deepEqual(third(`${TITLE}${section("disclosure", marked)}‸`), ["pipe", "## "]);
});

test("in a file of several reports the one around the cursor counts", () => {
  const second = TITLE.replace("云溪镇2020", "白石镇2023");
  const whole = toPlainText(reportTemplate("2019", PIPE), VALUES);
  assert.equal(numbers(`${whole}\n${second}‸`), "一 二 三 四 五 六");
  assert.equal(
    numbers(`${TITLE}‸\n\n${section("others", PIPE)}${second}${section("overview", PIPE)}`),
    "一 二 三 四 五 六",
  );
  const { items } = complete(`${whole}\n${second}‸`);
  assert.match((items[0]!.textEdit as TextEdit).newText, /\n2023年，白石镇/);
});

test("an empty document offers the title, the whole report and the sections", () => {
  const [title, whole, ...rest] = labels("‸");
  assert.deepEqual([title, whole], ["政府信息公开工作年度报告", "政府信息公开工作年度报告（全文）"]);
  assert.equal(rest.length, 6);
  const completed = complete("‸");
  const report = readDraft(accept(completed, completed.items[1]!)).reports[0]!;
  assert.equal(report.sections.length, 6);
  assert.ok(report.title);
  assert.equal(
    accept(completed, completed.items[0]!).split("\n")[0],
    "［机关名称］［年份］年政府信息公开工作年度报告",
  );
  assert.equal(
    accept(complete("‸", { markdown: true }), complete("‸", { markdown: true }).items[0]!)[0],
    "#",
  );
});

test("the title is offered where there is none yet, above everything else", () => {
  assert.deepEqual(labels("政府信息‸"), [
    "政府信息公开工作年度报告",
    "政府信息公开工作年度报告（全文）",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
  ]);
  assert.equal(labels("‸\n\n一、总体情况\n\n总体情况良好。\n")[0], "政府信息公开工作年度报告");
  assert.ok(!labels("‸\n\n一、总体情况\n\n总体情况良好。\n").some((label) => label.includes("全文")));
  assert.ok(!labels("一、总体情况\n\n良好。\n\n‸").some((label) => label.includes("年度报告")));
  assert.ok(!labels(`‸\n${TITLE}`).some((label) => label.includes("年度报告")));
});

test("line ends are the draft's; a client without snippets gets plain text", () => {
  const crlf = complete(`${TITLE.replaceAll("\n", "\r\n")}五‸`).items[0]!.textEdit as TextEdit;
  assert.match(crlf.newText, /^五、存在的主要问题及改进情况\r\n\r\n/);
  assert.ok(!/[^\r]\n/.test(crlf.newText));
  const [plain] = complete(`${TITLE}二‸`, { snippets: false }).items;
  assert.equal(plain!.insertTextFormat, InsertTextFormat.PlainText);
  assert.equal(
    (plain!.textEdit as TextEdit).newText,
    toPlainText(sectionTemplate("2019", "disclosure", PIPE), VALUES),
  );
});

test("triggers are single characters that begin a heading, and every section's number is one", () => {
  for (const trigger of COMPLETION_TRIGGERS) assert.match(trigger, /^[#、一二三四五六]$/);
  for (const { number } of SECTIONS) assert.ok(COMPLETION_TRIGGERS.includes(number), number);
});
