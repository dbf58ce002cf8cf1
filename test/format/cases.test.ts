// Formatting small drafts, with what must come out written by hand: what moves, what stays, and what is left alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, formatEdits, readDraft } from "../../server/src/core";
import { facts, LAYOUTS, writeDraft, writeTable } from "../support/draft";
import { checkFormat, formatted, layoutsOf } from "./support";

const TITLE = "柳溪镇2023年政府信息公开工作年度报告";

/** A report with the table of 第（五）项 to 第（八）项 in some layout; short enough to be read. */
function disclosure(table: string): string {
  return `${TITLE}\n\n二、主动公开政府信息情况\n${table}\n本表无其他说明。\n`;
}

const ROWS = [
  ["第二十条第（一）项"],
  ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  ["规章", "0", "０", ""],
  ["规范性文件（含联合发文）", "3", "/", "11"],
  ["第二十条第（五）项"],
  ["信息内容", "本年处理决定数量（件）"],
  ["行政许可", "1,208"],
  ["第二十条第（六）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政处罚", "2件"],
  ["行政强制", "0"],
  ["第二十条第（八）项"],
  ["信息内容", "本年收费金额（单位：元）"],
  ["行政事业性收费", "24万元"],
];

const EXPECTED = `# ${TITLE}

## 二、主动公开政府信息情况

第二十条第（一）项

| 信息内容                       | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| ------------------------------ | -----------: | -----------: | -----------: |
| 规章                           |            0 |           ０ |              |
| 规范性文件（含联合发文）       |            3 |            / |           11 |

第二十条第（五）项

| 信息内容 | 本年处理决定数量（件） |
| -------- | ---------------------: |
| 行政许可 |                  1,208 |

第二十条第（六）项

| 信息内容 | 本年处理决定数量 |
| -------- | ---------------: |
| 行政处罚 |            2件 |
| 行政强制 |                0 |

第二十条第（八）项

| 信息内容       | 本年收费金额（单位：元） |
| -------------- | -----------------------: |
| 行政事业性收费 |                   24万元 |

本表无其他说明。
`;

/** Without the fillers of cells, so that the expectation above need not be counted out. */
function loose(text: string): string {
  return text.replace(/ +(?=\|)|(?<=\|) +/g, "").replace(/-{3,}/g, "---");
}

const WRITERS: Readonly<Record<string, (rows: readonly string[][]) => string>> = {
  stacked: (rows) => rows.map((row) => row.map((cell) => `\t${cell}`).join("\n")).join("\n\n"),
  tabbed: (rows) => rows.map((row) => row.join("\t") + (row.length === 1 ? "\t" : "")).join("\n\n"),
  pipe: (rows) => rows.map((row) => `|${row.join("|")}|`).join("\n"),
  html: (rows) =>
    `<table class="x">${rows.map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join("")}</tr>`).join("\n")}</table>`,
};

for (const [layout, write] of Object.entries(WRITERS)) {
  test(`${layout}: figures as written, the form's labels with the draft's notes behind them`, () => {
    const text = checkFormat(disclosure(write(ROWS)));
    assert.equal(loose(text), loose(EXPECTED));
    const widths = text.split("\n").filter((line) => line.includes("行政处罚") || line.includes("行政强制"));
    assert.deepEqual(widths, ["| 行政处罚 |              2件 |", "| 行政强制 |                0 |"]);
  });
}

test("CRLF stays CRLF, also in the tables", () => {
  const text = checkFormat(disclosure(WRITERS.stacked!(ROWS)).replaceAll("\n", "\r\n"));
  assert.equal(loose(text), loose(EXPECTED).replaceAll("\n", "\r\n"));
});

const SOUND = writeDraft(facts({ layout: "stacked" }));

test("a title over two lines comes on one; indented and marked headings get their marks", () => {
  const text = checkFormat(
    SOUND.replace("人民政府2023年", "人民政府\n2023年")
      .replace("一、总体", "　　一、总体")
      .replace("五、存在", "#### 五、存在"),
  );
  assert.equal(text, formatted(SOUND));
});

test("headings that other text or markup holds stay", () => {
  for (const line of [
    "六、其他需要报告的事项。无。",
    "<h2>六、其他需要报告的事项</h2>",
    "六、其他需要报告的事项\n======",
  ]) {
    const text = SOUND.replace("六、其他需要报告的事项", line);
    assert.ok(checkFormat(text).includes(`\n${line}\n`), line);
  }
});

test("sub-headings, contact blocks, own tables and prose stay as they are", () => {
  const own = "| 渠道 | 条数 |\n|---|---|\n| 网站 | 7 |";
  const rest = `（一）主动公开\n  1. 网站。\n\n${own}\n\n联系人：某某\t电话：0000-1234567\n`;
  const text = checkFormat(`${SOUND.replace("一、总体情况\n", `一、总体情况\n${rest}`)}\n${rest}`);
  assert.equal(text.split(rest).length, 3);
});

test("what stands in a code fence stays", () => {
  const fenced = `\`\`\`\n${SOUND}\`\`\`\n`;
  assert.equal(checkFormat(fenced), fenced);
});

test("comments stay: beside the tables where they were, in a table above it", () => {
  const comment = "<!-- gouji-ignore table/blank-cell: 无此项 -->";
  const above = SOUND.replace("\t规章", `${comment}\n\n\t规章`);
  const html = writeDraft(facts({ layout: "html" })).replace("<table>", `<table>\n${comment}\n`);
  for (const text of [SOUND.replace("二、主动", `${comment}\n\n二、主动`), above, html]) {
    assert.equal(checkFormat(text).split(`\n${comment}\n`).length, 2);
  }
  assert.ok(checkFormat(html).includes(`${comment}\n\n第二十条第（一）项\n\n| 信息内容`));
});

test("headers keep what they say of units and decimals", () => {
  const edition = "2019" as const;
  const year = 2020;
  const text = writeDraft(
    facts({ layout: "stacked", edition, year, disclosure: { "procurement.amount": "3.5" } }),
  );
  const note = "（单位：万元，保留四位小数）";
  assert.ok(checkFormat(text).includes(`采购总金额${note} |`));
  const without = checkFormat(text.replace(note, ""));
  assert.ok(without.includes("采购总金额 |") && !without.includes(note));
});

test("a table with an unknown row is written as found", () => {
  const text = checkFormat(
    writeDraft(facts({ layout: "stacked" })).replace("\t8.属于行政查询事项", "\t8.自行增加的一行"),
  );
  assert.deepEqual(layoutsOf(text), ["pipe", "pipe", "pipe"]);
  assert.match(text, /\n\| +\| +\| 8\.自行增加的一行 +\| +0 \|/);
});

test("an HTML table with a link in it, a caption or a page around it stays", () => {
  const html = writeDraft(facts({ layout: "html" }));
  const table = writeTable(facts({ layout: "html" }), "disclosure");
  for (const held of [
    table.replace("<td>行政许可</td>", '<td><a href="x">行政许可</a></td>'),
    table.replace("<table>", "<table><caption>单位：件</caption>"),
    `<div>\n${table}\n</div>`,
  ]) {
    assert.ok(checkFormat(html.replace(table, held)).includes(held), held.slice(0, 60));
  }
  const page = `<html><body>${html}</body></html>`;
  assert.equal(formatted(page), page);
});

test("a footnote's mark at a label keeps its table from being relabelled", () => {
  const text = checkFormat(SOUND.replace("\t行政处罚\n", "\t行政处罚*\n"));
  assert.ok(text.includes("| 行政处罚* "));
});

test("a compilation: every report, each as by itself", () => {
  const second = writeDraft(
    facts({ layout: "tabbed", organ: "青禾县石桥乡人民政府", edition: "2019", year: 2020 }),
  );
  assert.equal(checkFormat(`${SOUND}\n${second}`), `${formatted(SOUND)}\n${formatted(second)}`);
});

test("bold figures of a pipe table stay bold; elsewhere asterisks are no markup, and the table stays", () => {
  const bold = ROWS.map((row) => row.map((cell) => (cell === "11" ? "**11**" : cell)));
  assert.ok(checkFormat(disclosure(WRITERS.pipe!(bold))).includes(" **11** |"));
  assert.deepEqual(layoutsOf(checkFormat(disclosure(WRITERS.stacked!(bold)))), ["stacked"]);
});

test("a byte order mark stays first", () => {
  assert.equal(checkFormat(`\ufeff${SOUND}`), `\ufeff${formatted(SOUND)}`);
});

/** Tables of an organ's own, some with words of the form, and the place they stand above. */
const OWN_TABLES: readonly (readonly [string, string])[] = [
  ["渠道\t条数\n网站\t12\n微信\t3", "二、主动"],
  ["渠道\t条数\n网站\t12\n微信\t3", "五、存在"],
  ["\t渠道\n\t条数\n\n\t网站\n\t12", "五、存在"],
  ["\t行政许可事项\n\t公开\n\n\t门户网站\n\t12", "三、收到"],
  ["项目\t数量\n行政许可\t208\n行政处罚\t3", "五、存在"],
  ["|渠道|条数|\n|:-:|-|\n|网站|12|", "五、存在"],
  ["|项目|总计|\n|---|---|\n|行政许可|208|", "二、主动"],
  ["<table><tr><td>行政许可</td><td>12</td></tr></table>", "五、存在"],
];

test("a table of the organ's own stays, wherever it stands", () => {
  for (const layout of LAYOUTS) {
    for (const [own, above] of OWN_TABLES) {
      const text = writeDraft(facts({ layout })).replace(`\n${above}`, `\n${own}\n\n${above}`);
      assert.ok(checkFormat(text).includes(`\n${own}\n`), `${layout} ${own}`);
    }
  }
});

test("contents, lists, signature and blank lines stay", () => {
  const contents = "\n目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n\n\n";
  const list = "1.个别科室报送材料较晚。\n  2.业务培训不够。\n\n\n　　（1）按月检查。\n";
  const end = "\n\n　　　　　　　　　　柳溪镇人民政府\n　　　　　　　　　　2024年1月12日  \n\n\n";
  const text = checkFormat(
    `\n\n${SOUND.replace("\n一、", `${contents}\n一、`).replace("公开内容的更新", `${list}公开内容的更新`)}${end}`,
  );
  assert.ok(text.startsWith("\n\n# 青禾县"));
  assert.ok(text.includes(contents) && text.includes(list) && text.endsWith(end));
});

test("a table in a comment stays", () => {
  const comment = `<!-- 上年的表：\n${writeTable(facts({ layout: "stacked" }), "disputes")}\n-->`;
  const text = SOUND.replace("五、存在", `${comment}\n\n五、存在`);
  assert.ok(formatted(text).includes(comment));
});

test("a row of nil marks is not taken for the rule below a header", () => {
  const draft = writeDraft(facts({ layout: "pipe" }));
  const nil = `|${" -- |".repeat(15)}`;
  const text = draft.replace(/\|[^\n]*(?=\n\n五、存在)/, nil);
  assert.notEqual(text, draft);
  assert.match(formatted(text), /\n(?:\| +-- +){15}\|\n\n## 五、/);
  const behind = draft.replace("\n\n三、收到", "\n| -- | -- |\n\n三、收到");
  assert.match(formatted(behind), /\n\| -- +\| -- +\|\n\n## 三、/);
});

test("a table that cannot be written stays, and the rest is formatted", () => {
  const draft = readDraft(SOUND);
  const [report] = draft.reports;
  const cells = report!.tables[1]!.cells.map((cell) => ({
    ...cell!,
    get slot(): never {
      throw new Error("unreadable");
    },
  }));
  const tables = report!.tables.map((table, i) => (i === 1 ? { ...table, cells } : table));
  const text = applyEdits(SOUND, formatEdits({ ...draft, reports: [{ ...report!, tables }] }));
  assert.deepEqual(layoutsOf(text), ["pipe", "stacked", "pipe"]);
  assert.ok(text.includes(writeTable(facts({ layout: "stacked" }), "applications")));
  assert.ok(text.includes("\n## 一、总体情况\n"));
});

test("in a compilation a report with a table that stays is else formatted, and so are the others", () => {
  const own = "|渠道|条数|\n|:-:|-|\n|网站|12|";
  const second = `　　${SOUND.replaceAll("柳溪", "石桥").replace("\n五、存在", `\n${own}\n\n五、存在`)}`;
  const text = checkFormat(`${SOUND}\n${second}`);
  assert.equal(text, `${formatted(SOUND)}\n${formatted(second)}`);
  assert.ok(text.includes("\n# 青禾县石桥镇人民政府2023年"));
});

test("HTML tables whose cells are not closed are no elements around what follows", () => {
  const text = writeDraft(facts({ layout: "html" })).replace(/<\/t[dr]>/g, "");
  assert.deepEqual(layoutsOf(checkFormat(text)), ["pipe", "pipe", "pipe"]);
});

/** A web page's table of 申请 as text, a cell or a pipe a line, with 商业企业 broken as given. */
function onePipeLines(business: string): string {
  const table = writeTable(facts(), "applications")
    .split("\n")
    .map((row) =>
      row
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => !first?.startsWith("--"))
    .map((cells) => `|\n${cells.join("\n|\n")}`)
    .join("\n");
  const heading = "三、收到和处理政府信息公开申请情况";
  return `${TITLE}\n\n${heading}\n\n${table.replace("商业企业", business)}\n|\n`;
}

test("a header whose cells are broken over lines goes into the new table", () => {
  const text = checkFormat(onePipeLines("商业\n企业"));
  assert.match(text, /\| +商业企业 \| 科研机构 \|/);
  assert.equal(text.split("申请人情况").length, 2);
  assert.doesNotMatch(text, /^\|$/m);
});

test("a header of which a part cannot be read stays above its figures, and no other is written", () => {
  const text = onePipeLines("商业\n（含个体户）\n等");
  const after = formatted(text);
  assert.equal(after.split("申请人情况").length, 2, after.slice(0, 600));
  assert.equal(after, text.replace(TITLE, `# ${TITLE}`).replace("三、", "## 三、"));
});

const OWN_TABLE = "| 类别 | 条数 |\n|---|---|\n| 行政许可 | 50 |\n| 行政处罚 | 71 |";

test("the form's table above one of the organ's own is formatted, the organ's own stays as it is", () => {
  const table = writeTable(facts(), "disclosure");
  const once = formatted(disclosure(`${table}\n\n${OWN_TABLE}\n`));
  assert.ok(once.includes("| 行政许可 |              208 |"), once);
  assert.ok(once.includes(`\n\n${OWN_TABLE}\n`), once);
  checkFormat(disclosure(`${table}\n\n${OWN_TABLE}\n`));
});

test("headings that are items of a list become headings", () => {
  for (const mark of ["- ", "* ", "+ ", "1. ", "● "]) {
    const text = `${TITLE}\n\n${mark}一、总体情况\n公开了3条。\n\n${mark}二、主动公开政府信息情况\n见下表。\n`;
    const expected = `# ${TITLE}\n\n## 一、总体情况\n公开了3条。\n\n## 二、主动公开政府信息情况\n见下表。\n`;
    assert.equal(formatted(text), expected);
  }
});

test("a number that is the heading's own stays", () => {
  const text = `${TITLE}\n\n1. 总体情况\n公开了3条。\n\n2. 主动公开政府信息情况\n见下表。\n`;
  assert.ok(formatted(text).includes("## 1. 总体情况\n"));
});

test("a draft in a quote stays as it is", () => {
  for (const layout of LAYOUTS) {
    if (layout === "html") continue;
    const text = writeDraft(facts({ layout })).replace(/^/gm, "> ");
    assert.equal(formatted(text), text, layout);
  }
});
