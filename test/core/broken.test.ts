// Tables that a page, a narrow column or a converter broke: labels over two lines, rows without their edges, page
// numbers, cells in one long stream. Each was once misread.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDraft, tableOf } from "../../server/src/core";
import { found } from "../support/check";
import { type Facts, type Figures, facts, LAYOUTS, SOUND, writeDraft, writeTable } from "../support/draft";

const TABLES = ["disclosure", "applications", "disputes"] as const;

/** Every cell of the facts that is not read, not certain, or read otherwise; cells that are not named hold 0. */
function misread(text: string, given: Facts): string[] {
  const [report] = readDraft(text).reports;
  return TABLES.flatMap((key) => {
    const table = report && tableOf(report, key);
    if (!table) return [`no table ${key}`];
    return table.form.cells.flatMap(({ name, index }) => {
      const cell = table.cells[index];
      const truth = given[key][name.slice(key.length + 1)] ?? "0";
      if (!cell?.certain) return [`${name}: ${cell ? "uncertain" : "not there"}`];
      return cell.text === truth ? [] : [`${name}: ${cell.text} for ${truth}`];
    });
  });
}

function assertReads(text: string, given: Facts): void {
  assert.deepEqual(misread(text, given), []);
  assert.deepEqual(found(text, "error"), []);
  assert.deepEqual(
    found(text, "warning").filter((each) => !each.startsWith("table/blank-cell")),
    [],
  );
}

const OLD: Facts = facts({ edition: "2019", year: 2019, disclosure: { "otherServices.change": "3" } });

/** The sound facts with blanks for zeros, in all three tables. */
const BLANK: Facts = (() => {
  const report = readDraft(writeDraft(facts())).reports[0]!;
  const blank = (key: (typeof TABLES)[number]): Figures =>
    Object.fromEntries(
      tableOf(report, key)!.form.cells.map(({ name }) => {
        const cell = name.slice(key.length + 1);
        const figure = SOUND[key][cell] ?? "0";
        return [cell, figure === "0" ? "" : figure];
      }),
    );
  return facts({
    disclosure: blank("disclosure"),
    applications: blank("applications"),
    disputes: blank("disputes"),
  });
})();

// ---- Labels broken over two lines ----------------------------------------------------------------------------------

const BREAKS: readonly (readonly [label: string, broken: string])[] = [
  ["一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请\n数量"],
  ["（一）予以公开", "（一\n）予以公开"],
  ["8.属于行政查询事项", "8.\n属于行政查询事项"],
  ["7.属于行政执法案卷", "7\n.属于行政执法案卷"],
  ["5.要求行政机关确认或重新出具已获取信息", "5.要\n求行政机关确认或重新出具已获取信息"],
  ["（七）总计", "（\n七）总计"],
  ["社会公益组织", "社会\n公益组织"],
  ["信息内容", "信息\n内容"],
  ["行政处罚", "行政\n处罚"],
];

for (const layout of LAYOUTS) {
  for (const [label, broken] of BREAKS) {
    const lineBreak = { stacked: "\n", tabbed: "\n", pipe: "<br>", html: "<br/>" }[layout];
    test(`${layout}: ${JSON.stringify(broken)} is one label`, () => {
      const given = facts({ layout });
      const text = writeDraft(given).replaceAll(label, broken.replace("\n", lineBreak));
      assert.ok(text.includes(broken.replace("\n", lineBreak)));
      assertReads(text, given);
    });
  }
}

for (const layout of ["stacked", "tabbed"] as const) {
  test(`${layout}: 其他 above 对外管理服务事项 is no column`, () => {
    const given = { ...OLD, layout };
    assertReads(writeDraft(given).replace("其他对外", "其他\n对外"), given);
  });
}

for (const layout of ["stacked", "tabbed"] as const) {
  test(`${layout}: 行政 above 规范性文件 is one label, though that is one by itself`, () => {
    const given = facts({ layout });
    const text = writeDraft(given).replace("行政规范性文件", "\u200b行政\n规范性文件");
    assertReads(text, given);
    assert.ok(!readDraft(text).reports[0]!.lines.some((line) => line.text === "行政"));
  });
}

test("a nil mark below 总计 is the first figure, and no end of that label", () => {
  const disputes = { ...SOUND.disputes, "review.upheld": "／", "review.total": "1" };
  const given = facts({ layout: "tabbed", disputes });
  assert.deepEqual(misread(writeDraft(given), given), []);
});

for (const [kind, gap] of [
  ["one below another", "\n"],
  ["between empty lines", "\n\n"],
] as const) {
  test(`stacked cells behind a repeated header (${kind}): a row in other words keeps its own label`, () => {
    const given = facts({ layout: "stacked" });
    const header = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构"];
    const last = ["社会公益组织", "法律服务机构", "其他"];
    const rest = [...header, ...last, "4.保护第三方的合法权益"].join(gap);
    const text = loose(given, gap).replace("4.保护第三方合法权益", rest);
    assert.deepEqual(misread(text, given), []);
  });
}

/** The draft with the table of 申请 as tools write merged cells: left out, with pipes at the rows' ends for them. */
function packed(given: Facts): string {
  return writeDraft(given).replace(/^\|.*\|$/gm, (line) => {
    const cells = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    if (cells.length === 15 || /第二十条|信息内容|规|行政[许处强事]/.test(cells[0]!)) return line;
    const header = cells.length < 8 || cells.includes("商业企业");
    const labels = (header ? cells : cells.slice(0, -7)).filter((cell) => cell);
    const own = header ? labels : [...labels, ...cells.slice(-7)];
    return `| ${own.join(" | ")} |${"|".repeat(Math.max(0, 10 - own.length))}`;
  });
}

test("pipes at the rows' ends for merged cells, as their header shows: blanks for zeros in their columns", () => {
  assert.match(packed(BLANK), /^\| 商业企业 \| 科研机构 .* \| 其他 \|\|\|\|\|\|$/m);
  assertReads(packed(BLANK), BLANK);
});

test("such a row with a wrong total, the only one of its size with figures, has them in their columns", () => {
  const figures: Figures = Object.fromEntries(
    ["newRequests", "granted", "outcomeTotal"].flatMap((row) => [
      [`${row}.business`, "3"],
      [`${row}.total`, row === "granted" ? "4" : "3"],
    ]),
  );
  const blank = Object.fromEntries(Object.keys(BLANK.applications).map((cell) => [cell, ""]));
  const given = { ...BLANK, applications: { ...blank, ...figures } };
  assert.deepEqual(misread(packed(given), given), []);
  assert.deepEqual(found(packed(given), "error"), [
    "applications/row-total “4”",
    "applications/outcome-total “3”",
  ]);
});

/** Cells without tabs, each on a line; `gap` stands between two of them. */
function loose(given: Facts, gap: string): string {
  return writeDraft({ ...given, layout: "stacked" })
    .replace(/\n\n(?=\t)/g, "\n")
    .replace(/^\t$\n/gm, "")
    .replace(/^\t(.*)$\n/gm, `$1${gap}`);
}

for (const [kind, gap] of [
  ["one below another", "\n"],
  ["between empty lines", "\n\n"],
] as const) {
  test(`cells without tabs ${kind}: broken labels`, () => {
    let text = loose(facts(), gap);
    for (const [label, broken] of BREAKS) text = text.replaceAll(label, broken.replace("\n", gap));
    assertReads(text, facts());
  });

  test(`cells without tabs ${kind}: a page's number and a note below are no figures`, () => {
    const text = loose(facts(), gap).replace(/\n(?=三、收到)/, "\n7\n\n（以上为全部数据）\n5\n\n");
    assertReads(text, facts());
  });

  test(`cells without tabs ${kind}: labels without a figure are a table all the same`, () => {
    const text = loose(BLANK, gap).replace(/^(?:208|3|11|\d{1,2})$\n+/gm, "");
    assert.deepEqual(
      found(text, "error").filter((each) => each.startsWith("structure/")),
      [],
    );
  });
}

test("cells without tabs: a page's number behind a row's seven figures is told by their sum", () => {
  const text = loose(facts(), "\n").replace(/^1\n0\n0\n0\n0\n0\n1\n(?=3\.要求)/m, (row) => `${row}4\n`);
  assert.ok(text.includes("\n1\n4\n3.要求"));
  assertReads(text, facts());
});

// ---- Cells in one stream ------------------------------------------------------------------------------------------

/** Stacked cells without an empty line between rows. */
function close(given: Facts): string {
  return writeDraft({ ...given, layout: "stacked" }).replace(/\n\n(?=\t)/g, "\n");
}

test("stacked cells in one stream: blanks for zeros, in whole rows and at their ends", () => {
  assertReads(close(BLANK), BLANK);
});

test("stacked cells in one stream: a pipe between the words of a cell parts nothing", () => {
  const given = { ...OLD, layout: "stacked" as const };
  assertReads(close(given).replaceAll("本年增/减", "本年增|减"), given);
});

test("stacked cells in two streams, as a page parts them, the header repeated", () => {
  const text = close(facts());
  const header = text.slice(text.indexOf("\t申请人情况"), text.indexOf("\t一、本年新收"));
  assertReads(text.replace(/^\t\n\t（四）无法提供/m, `\n- 3 -\n\n${header}\t\n\t（四）无法提供`), facts());
  assertReads(text.replace(/^\t\n\t（四）无法提供/m, "\n\t\n\t（四）无法提供"), facts());
});

test("a header repeated above a short rest of 主动公开 in one stream", () => {
  const given = { ...OLD, layout: "stacked" as const };
  const text = close(given);
  const header = "\t信息内容\n\t本年新制作数量\n\t本年新公开数量\n\t对外公开总数量\n";
  assertReads(
    text.replace(/^\t第二十条第（八）项\n/m, (line) => `\n- 2 -\n\n${header}${line}`),
    given,
  );
});

// ---- Edges, blanks and fillers -------------------------------------------------------------------------------------

test("pipes between cells only: a pipe at a line's end or beginning has a blank cell beside it", () => {
  const text = writeDraft(BLANK).replace(/^\| (.*) \|$/gm, (_, row: string) =>
    row
      .split(" | ")
      .map((cell) => cell.trim())
      .join(" | ")
      .replace(/^((?: \| )*)/, "$1"),
  );
  assert.match(text, /^规章 \| {2}\| {2}\| $/m);
  assertReads(text, BLANK);
});

test("pipes behind cells, none before a row: a row that begins with one has a blank first cell", () => {
  const text = writeDraft({
    ...BLANK,
    disputes: { ...BLANK.disputes, "review.upheld": "", "review.total": "1" },
  });
  const closed = text.replace(/^\| (.*\|)$/gm, "$1");
  assertReads(closed, {
    ...BLANK,
    disputes: { ...BLANK.disputes, "review.upheld": "", "review.total": "1" },
  });
});

/** Every row with as many tabs as the widest of its table. */
function rectangular(given: Facts): string {
  const text = writeDraft({ ...given, layout: "tabbed" });
  return TABLES.reduce((draft, key) => {
    const rows = writeTable({ ...given, layout: "tabbed" }, key)
      .split("\n")
      .map((line) => line.split("\t"));
    const labels = key === "applications" ? 3 : 1;
    const values = key === "applications" ? 7 : key === "disclosure" ? 3 : 15;
    const wide = rows.map((cells) => {
      const figures = cells.slice(-values);
      const before = cells.slice(0, -values);
      if (cells.length <= values || key === "disputes") {
        return [...cells, ...Array<string>(Math.max(0, values + labels - cells.length)).fill("")];
      }
      return [...before, ...Array<string>(labels - before.length).fill(""), ...figures];
    });
    return draft.replace(
      writeTable({ ...given, layout: "tabbed" }, key),
      wide.map((cells) => cells.join("\t")).join("\n"),
    );
  }, text);
}

test("tabbed rows of one size, blanks for zeros: the columns are where the header has them", () => {
  const disclosure = { ...BLANK.disclosure, "normativeDocuments.issued": "", "regulations.inForce": "4" };
  const given = { ...BLANK, disclosure };
  assertReads(rectangular(given), given);
});

test("a line below a tabbed row that ends in a blank is not in it", () => {
  const given = facts({ layout: "tabbed", disclosure: { "fees.amount": "" } });
  const text = writeDraft(given).replace(/^(行政事业性收费\t)$/m, "$1\n8");
  assert.ok(text.includes("行政事业性收费\t\n8\n"));
  assertReads(text, given);
});

test("disputes mostly blank on one line: fifteen cells are the fifteen columns", () => {
  const blank = Object.fromEntries(Object.keys(BLANK.disputes).map((cell) => [cell, ""]));
  const disputes = { ...blank, "litigationDirect.pending": "2", "litigationDirect.total": "2" };
  const given = facts({ layout: "tabbed", disputes });
  assertReads(writeDraft(given), given);
});

test("html: a zero-width space before a figure is no part of it", () => {
  const given = facts({ layout: "html" });
  const text = writeDraft(given).replaceAll("<td>208</td>", "<td><p>\u200b208\u200b</p></td>");
  assertReads(text, given);
  const table = tableOf(readDraft(text).reports[0]!, "disclosure")!;
  const cell = table.cells[table.form.byName.get("disclosure.permits.decisions")!.index]!;
  assert.equal(text.slice(cell.span.start, cell.span.end), "208");
});
