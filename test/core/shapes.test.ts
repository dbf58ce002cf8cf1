// Shapes of published reports in which a figure was once read into the wrong cell, or a false error raised.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, fixesOf, readDraft, tableOf } from "../../server/src/core";
import { readLooseGrid } from "../../server/src/core/draft/loose";
import { lineSpans } from "../../server/src/core/text/lines";
import { found, only, said } from "../support/check";
import { COLUMNS, type Facts, type Figures, facts, SOUND, writeDraft, writeTable } from "../support/draft";

/** The figures of 申请 that the draft is certain of, against the facts; cells it is not certain of count apart. */
function readAgainst(text: string, given: Facts): { wrong: string[]; uncertain: number } {
  const table = tableOf(readDraft(text).reports[0]!, "applications");
  assert.ok(table, "no table");
  const wrong: string[] = [];
  let uncertain = 0;
  for (const { name, index } of table.form.cells) {
    const cell = table.cells[index];
    const truth = given.applications[name.slice("applications.".length)] ?? "0";
    if (!cell?.certain) uncertain++;
    else if (cell.text !== truth) wrong.push(`${name}: ${cell.text} for ${truth}`);
  }
  return { wrong, uncertain };
}

/** The sound facts with blanks for zeros. */
const BLANK: Facts = (() => {
  const sound = tableOf(readDraft(writeDraft(facts())).reports[0]!, "applications")!;
  const applications: Record<string, string> = {};
  for (const { name } of sound.form.cells) {
    const key = name.slice("applications.".length);
    const figure = SOUND.applications[key] ?? "0";
    applications[key] = figure === "0" ? "" : figure;
  }
  return facts({ applications });
})();

/** Web pages as text, one cell a line: `between` writes a row's cells. */
function oneCellLines(given: Facts, write: (cells: readonly string[]) => string): string {
  return writeDraft({ ...given, layout: "pipe" }).replace(/^\|.*\|$/gm, (row) =>
    write(
      row
        .slice(1)
        .split("|")
        .slice(0, -1)
        .map((cell) => cell.trim()),
    ),
  );
}

const ONE_CELL_SHAPES: Readonly<Record<string, (cells: readonly string[]) => string>> = {
  "a pipe before the row, cells closed by pipes": (cells) =>
    `|\n${cells.map((cell) => (cell ? `${cell} |` : "|")).join("\n")}`,
  "cells closed by pipes": (cells) => cells.map((cell) => (cell ? `${cell} |` : "|")).join("\n"),
  "each pipe on a line of its own": (cells) => `|\n${cells.join("\n|\n")}`,
  "each pipe on a line of its own, header cells broken in two": (cells) =>
    `|\n${cells.map((cell) => cell.replace(/^(商业|科研)(?=企业|机构)/, "$1\n")).join("\n|\n")}`,
  "labels between empty lines, a pipe on a line of its own behind each cell": (cells) =>
    `${cells.map((cell) => `${cell}\n|`).join("\n")}\n`,
  "cells and pipes between empty lines": (cells) => `${cells.map((cell) => `${cell}\n\n|\n`).join("\n")}\n`,
  "rows but for the header, whose cells and halves of cells stand a line each": (cells) =>
    cells.length > 7 && !cells.includes("商业企业") && !cells.includes("结果维持")
      ? cells.join(" | ")
      : cells.join(" |\n").replace("商业企业", "商业 |\n企业").replace("制发件数", " 制发件数"),
  "an opening pipe, cells between pipes": (cells) =>
    `| \n${cells.map((cell) => ` ${cell}  | `).join("\n")}||`,
};

for (const [shape, write] of Object.entries(ONE_CELL_SHAPES)) {
  test(`one cell a line, ${shape}: all figures`, () => {
    const text = oneCellLines(facts(), write);
    assert.deepEqual(readAgainst(text, facts()), { wrong: [], uncertain: 0 });
    assert.deepEqual(found(text, "error"), []);
  });

  test(`one cell a line, ${shape}: blanks for zeros never give a wrong figure or a false error`, () => {
    const text = oneCellLines(BLANK, write);
    assert.deepEqual(readAgainst(text, BLANK).wrong, []);
    assert.deepEqual(found(text, "error"), []);
  });
}

test("one cell a line: a row of blanks before （七）总计 is a row", () => {
  const blank = Object.fromEntries(
    Object.keys(BLANK.applications).map((key) => [key, BLANK.applications[key] ?? ""]),
  );
  for (const column of COLUMNS) blank[`other.${column}`] = "";
  const text = oneCellLines(
    facts({ edition: "2019", year: 2019, disclosure: {}, applications: blank }),
    ONE_CELL_SHAPES["cells closed by pipes"]!,
  );
  assert.deepEqual(tableOf(readDraft(text).reports[0]!, "applications")!.problems, []);
});

/** Three requests of a business, granted, and blanks for all else; `total` is what the first row gives as 总计. */
function onlyBusiness(total: string): Facts {
  const rows: Readonly<Record<string, Figures>> = {
    newRequests: { business: "3", total },
    granted: { business: "3", total: "3" },
    outcomeTotal: { business: "3", total: "3" },
  };
  const applications = Object.fromEntries(
    Object.keys(BLANK.applications).map((key) => {
      const at = key.lastIndexOf(".");
      return [key, rows[key.slice(0, at)]?.[key.slice(at + 1)] ?? ""];
    }),
  );
  return facts({ applications });
}

test("stacked cells without empty lines between rows: a total that is the sum of the others tells their columns", () => {
  const given = onlyBusiness("3");
  const text = writeDraft({ ...given, layout: "stacked" }).replace(/\n\n(?=\t)/g, "\n");
  assert.deepEqual(readAgainst(text, given), { wrong: [], uncertain: 0 });
  assert.deepEqual(found(text, "error"), []);
});

test("fillers of merged labels at the rows' ends: blanks for zeros in their cells", () => {
  const text = writeDraft(BLANK).replace(/^\|.*\|$/gm, (line) => {
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    if (cells.length < 8 || cells.length > 10) return line;
    const labels = cells.slice(0, -7).filter((cell) => cell);
    return `| ${[...labels, ...cells.slice(-7), ...Array(3 - labels.length).fill("")].join(" | ")} |`;
  });
  assert.deepEqual(readAgainst(text, BLANK).wrong, []);
  assert.deepEqual(found(text, "error"), []);
});

test("a table whose rows all have as many cells: the last ones are the columns, whatever is blank", () => {
  const row = (label: string, figures: readonly string[]) => `| ${[label, "", "", ...figures].join(" | ")} |`;
  const text = writeDraft(BLANK).replace(/^\|.*\|$/gm, (line) => {
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    const label = cells.slice(0, -7).findLast((cell) => cell) ?? "";
    return /[（、.]/.test(label) && cells.length > 7 ? row(label, cells.slice(-7)) : line;
  });
  const given = { ...BLANK, applications: { ...BLANK.applications, "newRequests.naturalPerson": "" } };
  const wrong = text.replace(/^(\| 一、本年新收[^|]*\|[^|]*\|[^|]*\|) 12 /m, "$1  ");
  assert.deepEqual(readAgainst(wrong, given), { wrong: [], uncertain: 0 });
});

test("in such a table a first column that is blank throughout is still the first", () => {
  const given = onlyBusiness("4");
  const text = writeDraft(given).replace(/^\|.*\|$/gm, (line) => {
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    const label = cells.slice(0, -7).findLast((cell) => cell) ?? "";
    return /[（、.]/.test(label) && cells.length > 7
      ? `| ${[label, "", "", ...cells.slice(-7)].join(" | ")} |`
      : line;
  });
  assert.deepEqual(readAgainst(text, given), { wrong: [], uncertain: 0 });
  assert.deepEqual(found(text, "error"), ["applications/row-total “4”", "applications/balance “”"]);
});

test("a nil mark alone in a cell is no line between header and body", () => {
  const nil = Object.fromEntries(
    ["review", "litigationDirect", "litigationAfterReview"].flatMap((row) =>
      ["upheld", "corrected", "otherOutcome", "pending", "total"].map((column) => [`${row}.${column}`, "-"]),
    ),
  );
  const text = writeDraft(facts({ disputes: nil }));
  assert.deepEqual([...new Set(analyse(text).findings.map(({ rule }) => rule))], ["table/blank-cell"]);
});

test("disputes with one figure too few: one finding, on the whole row", () => {
  const text = writeDraft(facts({ layout: "tabbed" })).replace(/^(2\t0\t0\t1\t3\t.*)\t0$/m, "$1");
  assert.equal(
    said(only(analyse(text), "table/shape")),
    "“行政复议、行政诉讼”有 14 个数，应为 15 个，无法确定各数属于哪一列。请补全后再核对。",
  );
});

test("applicant columns in another order are read by their header", () => {
  const order = [6, 0, 1, 2, 3, 4, 5];
  const text = writeDraft(facts()).replace(/^\|.*\|$/gm, (line) => {
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    if (cells.length < 8 || !/^\d+$/.test(cells.at(-1)!) || cells.length === 15) return line;
    const figures = cells.slice(-7);
    return `| ${[...cells.slice(0, -7), ...order.map((i) => figures[i])].join(" | ")} |`;
  });
  const header = "| | 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |";
  const from = text.indexOf("| 申请人情况");
  const reordered = `${text.slice(0, from)}${header}\n${text.slice(text.indexOf("| 一、本年新收"))}`;
  assert.deepEqual(readAgainst(reordered, facts()), { wrong: [], uncertain: 0 });
});

for (const [mark, layouts] of [
  ["> ", ["pipe", "tabbed", "stacked"]],
  [">", ["pipe", "tabbed", "stacked"]],
  ["> > ", ["pipe"]],
] as const) {
  for (const layout of layouts) {
    test(`a draft in a quote, “${mark}” before every line, ${layout}: all figures, nothing found`, () => {
      const text = writeDraft(facts({ layout })).replace(/^/gm, mark);
      assert.deepEqual(readAgainst(text, facts()), { wrong: [], uncertain: 0 });
      assert.deepEqual(found(text), []);
    });
  }
}

test("tables alone in a quote, figures of the disputes in their cells", () => {
  const text = writeDraft(facts()).replace(/^\|/gm, "> |");
  const disputes = tableOf(readDraft(text).reports[0]!, "disputes")!;
  const figures = disputes.cells.map((cell) => cell?.text);
  assert.deepEqual(figures, ["2", "0", "0", "1", "3", "0", "1", "0", "0", "1", "0", "0", "0", "0", "0"]);
  assert.deepEqual(found(text), []);
});

test("one cell a line in a quote: the marks are no part of the cells", () => {
  for (const given of [facts(), BLANK]) {
    for (const write of Object.values(ONE_CELL_SHAPES)) {
      const text = oneCellLines(given, write).replace(/^/gm, "> ");
      assert.deepEqual(readAgainst(text, given).wrong, []);
      assert.deepEqual(found(text, "error"), []);
    }
  }
});

test("words over two lines of a quote have no mark between them", () => {
  const text = writeDraft(facts({ layout: "stacked" }))
    .replace("本年制发件数", "本年制\n发件数")
    .replace(/^/gm, "> ");
  const { headers } = tableOf(readDraft(text).reports[0]!, "disclosure")!;
  assert.equal(headers[0]?.text, "本年制\n发件数");
});

test("a missing row is not copied into a quote", () => {
  const analysis = analyse(
    writeDraft(facts())
      .replace(/^\| 行政强制.*\n/m, "")
      .replace(/^/gm, "> "),
  );
  const titles = fixesOf(analysis, only(analysis, "table/shape")).map(({ title }) => title.id);
  assert.ok(!titles.includes("insert-rows"), titles.join());
});

test("a first 行政复议 cell that is blank, under a header of fifteen cells, is blank and no figure short", () => {
  const text = writeDraft(facts({ layout: "tabbed" })).replace(/^2(?=\t0\t0\t1\t3\t)/m, "");
  const analysis = analyse(text);
  assert.deepEqual(only(analysis, "table/blank-cell").cells, ["disputes.review.upheld"]);
  assert.equal(analysis.findings.length, 1);
});

test("合计 for 总计 in a header of several rows is told once, whatever the layout", () => {
  for (const layout of ["pipe", "html", "tabbed", "stacked"] as const) {
    const text = writeDraft(facts({ layout })).replace(/(法人或其他组织\W*?(?:<\/td><td>)?)总计/, "$1合计");
    assert.deepEqual(found(text), ["table/label “合计”"], layout);
  }
});

const OWN_ROWS = [
  ["单位", "一季度", "二季度", "三季度", "四季度", "全年"],
  ["柳溪村", "3", "4", "5", "6", "18"],
  ["青禾村", "1", "1", "1", "1", "4"],
];
for (const [layout, write] of [
  [
    "stacked",
    (rows: string[][]) => rows.map((row) => row.map((cell) => `\t${cell}`).join("\n")).join("\n\n"),
  ],
  ["tabbed", (rows: string[][]) => rows.map((row) => row.join("\t")).join("\n")],
  ["pipe", (rows: string[][]) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n")],
] as const) {
  test(`rows of the organ's own right below 行政复议 are not its figures again, ${layout}`, () => {
    const text = writeDraft(facts({ layout }));
    const below = (rows: string[][]) => text.replace("\n\n五、", `\n\n${write(rows)}\n\n五、`);
    assert.deepEqual(found(below(OWN_ROWS)), []);
    assert.deepEqual(found(below(OWN_ROWS.slice(1))), []);
  });

  test(`the figures of 行政复议 twice are told, ${layout}`, () => {
    const text = writeDraft(facts({ layout }));
    const again = writeTable(facts({ layout }), "disputes");
    assert.deepEqual(analyse(text.replace("\n\n五、", `\n\n${again}\n\n五、`)).findings.length, 1);
  });
}

test("the figures of 行政复议 twice are told, also behind a label of the organ's own", () => {
  const text = writeDraft(facts()).replace(/^(?=\| 2 {3}\|)/m, "| 件数 ");
  const from = text.indexOf("| 行政复议");
  const table = text.slice(from, text.indexOf("五、存在的主要问题"));
  const rules = analyse(text.replace("五、存在", `${table}五、存在`)).findings.map(({ rule }) => rule);
  assert.deepEqual(rules, ["table/shape"]);
});

// ---- What is no table, no title and no heading of the report -------------------------------------------------------

const OWN_TABLE =
  "| 类别 | 条数 |\n|---|---|\n| 行政许可 | 50 |\n| 行政处罚 | 71 |\n| 其他 | 3 |\n| 合计 | 124 |\n";

for (const [place, at] of [
  ["in section 一", "二、主动公开政府信息情况"],
  ["in section 六", "本机关未收取信息处理费。"],
] as const) {
  test(`a table of the organ's own ${place} takes no cell of the form's`, () => {
    const text = writeDraft(facts()).replace(at, `${OWN_TABLE}\n${at}`);
    const table = tableOf(readDraft(text).reports[0]!, "disclosure")!;
    assert.equal(table.cells[table.form.byName.get("disclosure.permits.decisions")!.index]?.text, "208");
    assert.deepEqual(found(text), []);
  });
}

test("a second table of the form's shape outside its section does not count", () => {
  const other: Figures = { "permits.decisions": "5" };
  const text = writeDraft(facts()).replace(
    "二、主动公开",
    `${writeTable(facts({ disclosure: other }), "disclosure")}\n\n二、主动公开`,
  );
  const table = tableOf(readDraft(text).reports[0]!, "disclosure")!;
  assert.equal(table.cells[table.form.byName.get("disclosure.permits.decisions")!.index]?.text, "208");
});

const HEADINGS = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];

for (const [kind, write] of [
  ["bare", (heading: string) => heading],
  ["with page numbers", (heading: string, i: number) => `${heading}……………${i + 1}`],
  ["with page numbers below", (heading: string, i: number) => `${heading}\n${i + 1}`],
] as const) {
  test(`a table of contents ${kind} is no report and hides no missing section`, () => {
    const [title, ...rest] = writeDraft(facts()).split("\n");
    const contents = `目录\n\n${HEADINGS.map(write).join("\n")}`;
    const text = [title, "", contents, "", title, ...rest].join("\n");
    assert.equal(readDraft(text).reports.length, 1);
    assert.deepEqual(found(text), []);
    const without = text.replace(/\n五、存在的主要问题及改进情况\n公开内容[^\n]*\n[\s\S]*?(?=\n六、)/, "\n");
    assert.deepEqual(analyse(without).findings.map(said), [
      "缺少“五、存在的主要问题及改进情况”。年度报告应有六个部分，请补上这一部分。",
    ]);
  });
}

test("other titles around the report, as web pages have them, raise nothing", () => {
  const page = `政府信息公开工作年度报告\n索引号\t0144\n\n${writeDraft(facts())}\n相关阅读\n青禾县柳溪镇人民政府2022年政府信息公开工作年度报告\n`;
  assert.deepEqual(found(page), []);
  assert.equal(readDraft(page).reports[0]!.year, 2023);
});

test("a label of the organ's own behind the row's label is no figure", () => {
  const text = writeDraft(facts({ edition: "2019", year: 2019, disclosure: {} })).replace(
    "| 其他对外管理服务事项 | 0   |",
    "| 其他对外管理服务事项 | 行政检查 | 0   |",
  );
  assert.deepEqual(found(text), []);
});

test("a row whose blank cells were cut off is told as empty, not as missing", () => {
  const text = writeDraft(facts({ layout: "tabbed" })).replace(/^(.*2\.重复申请).*$/m, "$1");
  assert.match(said(only(analyse(text), "table/shape")), /“2\.重复申请”有 0 个数，应为 7 个/);
});

test("naming one cell does not silence a finding on many, naming all does", () => {
  const text = writeDraft(
    facts({ disclosure: { ...SOUND.disclosure, "regulations.issued": "", "regulations.repealed": "" } }),
  );
  const ignoring = (cells: string) =>
    text.replace("\n\n一、", `\n\n<!-- gouji-ignore table/blank-cell ${cells}: 未制定 -->\n\n一、`);
  assert.deepEqual(
    analyse(ignoring("disclosure.regulations.issued")).findings.map(({ rule }) => rule),
    ["ignore/unused", "table/blank-cell"],
  );
  assert.deepEqual(found(ignoring("disclosure.regulations.issued disclosure.regulations.repealed")), []);
});

test("where no table begins, no line is looked at twice", () => {
  const text = "其他\n".repeat(50);
  const pieces = lineSpans(text).map((line) => ({
    ...line,
    kind: line.start === line.end ? ("blank" as const) : ("text" as const),
    content: text.slice(line.start, line.end),
  }));
  assert.deepEqual(readLooseGrid(text, pieces, 0), { grid: null, end: pieces.length });
});
