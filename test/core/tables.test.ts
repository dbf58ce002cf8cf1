// Tables in every layout, with the noise that must not matter and the doubts that must be told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, readDraft, type Table, tableOf } from "../../server/src/core";
import { found } from "../support/check";
import { type Facts, facts, LAYOUTS, SOUND, writeDraft, writeTable } from "../support/draft";

function table(text: string, key: Table["key"]): Table {
  const [report] = readDraft(text).reports;
  const read = report && tableOf(report, key);
  assert.ok(read, `no table ${key}`);
  return read;
}

/** Every figure of the facts stands in its cell, and every other cell holds 0. */
function assertReads(text: string, given: Facts): void {
  for (const key of ["disclosure", "applications", "disputes"] as const) {
    const read = table(text, key);
    assert.deepEqual(read.problems, [], key);
    for (const { name, index } of read.form.cells) {
      const expected = given[key][name.slice(key.length + 1)] ?? "0";
      assert.deepEqual([name, read.cells[index]?.text, read.cells[index]?.certain], [name, expected, true]);
    }
  }
}

for (const layout of LAYOUTS) {
  for (const edition of ["2019", "2021"] as const) {
    const given = facts({
      layout,
      edition,
      year: Number(edition),
      disclosure:
        edition === "2021"
          ? SOUND.disclosure
          : {
              "permits.previousItems": "31",
              "permits.change": "-11",
              "procurement.projects": "2",
              "procurement.amount": "14.2404",
            },
    });
    test(`${layout}, edition ${edition}: every figure in its cell, and nothing to complain of`, () => {
      const text = writeDraft(given);
      assertReads(text, given);
      assert.deepEqual(found(text), []);
    });
  }
}

/** What must not matter, as changes of the text. */
const NOISE: Readonly<Record<string, (text: string) => string>> = {
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  "U+00A0 and ideographic spaces around figures": (text) =>
    text.replace(/(?<=\t|\| |<td>)(\d+)/g, "\u00a0$1\u3000"),
  "half-width brackets": (text) => text.replaceAll("（", "(").replaceAll("）", ")"),
  "spaces in labels": (text) => text.replaceAll("予以公开", "予 以公 开").replaceAll("自然人", "自 然 人"),
  "notes behind labels": (text) =>
    text
      .replaceAll("重复申请", "重复申请（同一申请人）")
      .replaceAll("现行有效件数", "现行有效件数（历史累计）"),
  "other punctuation in labels": (text) =>
    text.replaceAll("1.属于", "1、属于").replaceAll("“三安全一稳定”", '"三安全一稳定"'),
  "small differences of wording": (text) =>
    text
      .replaceAll("其他法律行政法规禁止公开", "其他法律法规禁止公开")
      .replaceAll("2.重复申请", "2.重复性申请"),
  "text between heading and table": (text) =>
    text.replace("申请情况\n", "申请情况\n本年度收到的申请均在法定期限内答复，情况如下表。\n"),
  "a signature and a date": (text) => `${text}\n青禾县柳溪镇人民政府\n2024年1月15日\n`,
  "a BOM": (text) => `\ufeff${text}`,
};

for (const [name, change] of Object.entries(NOISE)) {
  for (const layout of LAYOUTS) {
    test(`${layout} with ${name} reads the same`, () => {
      const given = facts({ layout });
      const text = change(writeDraft(given));
      assertReads(text, given);
      const quiet = found(text).filter((finding) => !finding.startsWith("table/label"));
      assert.deepEqual(quiet, []);
    });
  }
}

test("stacked: a line break inside a header is part of it", () => {
  const text = writeDraft(facts({ layout: "stacked" })).replace("\t本年制发件数", "\t本年\n制发件数");
  assertReads(text, facts({ layout: "stacked" }));
  assert.equal(table(text, "disclosure").headers[0]?.text, "本年\n制发件数");
});

test("tabbed: rows shifted against each other by merged cells", () => {
  const given = facts({ layout: "tabbed" });
  const text = writeDraft(given)
    .replace(/^(一、本年新收[^\t]*)\t/m, "$1\t\t\t")
    .replace(/^(二、上年结转.*)$/m, "$1\t\t")
    .replace(/^(四、结转下年度[^\t]*)\t(.*)$/m, "$1\t\t$2\t");
  assertReads(text, given);
});

test("tabbed: empty lines between rows", () => {
  const given = facts({ layout: "tabbed" });
  assertReads(writeDraft(given).replace(/\n(?=二、上年结转|（二）|四、结转)/g, "\n\n\n"), given);
});

test("pipe: no outer pipes, ragged ends", () => {
  const given = facts({ layout: "pipe" });
  const bare = writeDraft(given).replace(/^\| (.*?) *\|$/gm, "$1");
  assertReads(bare, given);
  assertReads(writeDraft(given).replace(/ \|$/gm, " | | |"), given);
});

test("pipe: separator rows, alignment and bold figures", () => {
  const given = facts({ layout: "pipe" });
  const text = writeDraft(given)
    .replace(/^(\| 申请人情况 *\|)$/m, "$1\n| --- |")
    .replace(/\| 16 /, "| **16** ");
  assertReads(text, given);
});

test("pipe: one cell a line, as web pages are turned into text", () => {
  const given = facts({ layout: "pipe" });
  const text = writeDraft(given).replace(
    /^\|.*\|$/gm,
    (row) =>
      `|\n${row
        .slice(1)
        .split("|")
        .slice(0, -1)
        .map((cell) => `${cell.trim()} |`)
        .join("\n")}`,
  );
  assert.ok(text.includes("|\n一、本年新收政府信息公开申请数量 |\n"));
  assertReads(text, given);
});

test("html: merged cells, markup, entities and unclosed cells", () => {
  const given = facts({ layout: "html" });
  const text = writeDraft(given)
    .replace("<td>三、本年度办理结果</td>", '<td rowspan="24"><p>三、本年度<br>办理结果</p></td>')
    .replace("<tr><td>行政复议</td>", '<tr><td colspan="5">行政复议</td>')
    .replace(/<td>(\d+)<\/td>/g, '<td style="width:3em"><p><span>&nbsp;$1</span></p></td>')
    .replace(/<\/td><\/tr>/g, "")
    .replaceAll("<table>", '<table border="1" cellspacing="0"><tbody>');
  assertReads(text, given);
});

test("html: a whole page, laid out by a table, with headings in it", () => {
  const given = facts({ layout: "html" });
  const page = writeDraft(given).replace(/^(?!<)(.+)$/gm, "<p><span>$1</span></p>");
  const text = `<!DOCTYPE html><html><head><title>年报</title><style>p{}</style></head><body><table><tr><td>导航</td><td>${page}</td></tr></table></body></html>`;
  assertReads(text, given);
  assert.equal(readDraft(text).reports[0]!.organ, SOUND.organ);
  assert.deepEqual(found(text), []);
});

test("html: a broken table loses nothing that stands after it", () => {
  const given = facts({ layout: "html" });
  const text = writeDraft(given).replace("</table>", "").replace("<tr><td>信息内容", "<tr<td>信息内容");
  assert.equal(table(text, "disputes").cells.filter((cell) => cell?.certain).length, 15);
  assert.equal(table(text, "applications").cells.filter((cell) => cell?.certain).length, 175);
});

for (const layout of LAYOUTS) {
  test(`${layout}: blanks for zeros are read as blank cells, and count as zero`, () => {
    const given = facts({ layout });
    const blank = (figures: Facts["applications"], table: "applications" | "disputes") =>
      Object.fromEntries(
        table === "applications"
          ? Object.keys(allCells(given)).map((name) => [
              name,
              figures[name] === undefined || figures[name] === "0" ? "" : figures[name],
            ])
          : Object.entries(figures),
      );
    const text = writeDraft({ ...given, applications: blank(given.applications, "applications") });
    const read = table(text, "applications");
    for (const { name, index } of read.form.cells) {
      const figure = given.applications[name.slice("applications.".length)] ?? "0";
      assert.equal(read.cells[index]?.text, figure === "0" ? "" : figure, name);
    }
    const { findings } = analyse(text);
    assert.deepEqual([...new Set(findings.map((finding) => finding.rule))], ["table/blank-cell"]);
  });
}

function allCells(given: Facts): Record<string, true> {
  const read = table(writeDraft(given), "applications");
  return Object.fromEntries(read.form.cells.map((cell) => [cell.name.slice("applications.".length), true]));
}

test("a row with six values says that its place is uncertain, and nothing is computed from it", () => {
  const text = writeDraft(facts({ layout: "tabbed" })).replace(/^(.*重复申请\t1\t0)\t0/m, "$1");
  const read = table(text, "applications");
  const row = read.rows.find((candidate) => candidate.row.key === "notProcessed.repeated")!;
  assert.deepEqual([row.found, row.expected], [6, 7]);
  assert.ok(read.cells.filter((cell) => cell?.form.row === row.row).every((cell) => !cell!.certain));
  assert.deepEqual(found(text), ["table/shape “1\t0\t0\t0\t0\t1”"]);
});

test("with six values, a last one that is the sum of the others is the total", () => {
  const text = writeDraft(facts({ layout: "tabbed" })).replace(/^(.*重复申请\t1\t0)\t0/m, "$1");
  const read = table(text, "applications");
  assert.equal(
    read.cells[read.form.byName.get("applications.notProcessed.repeated.total")!.index]?.text,
    "1",
  );
  assert.equal(
    read.cells[read.form.byName.get("applications.notProcessed.repeated.otherOrganization")!.index],
    undefined,
  );
});

test("columns of 主动公开 in another order are read by their headers", () => {
  const given = facts({ layout: "pipe" });
  const text = writeDraft(given)
    .replace(
      "| 本年制发件数 | 本年废止件数 | 现行有效件数 |",
      "| 现行有效件数 | 本年制发件数 | 本年废止件数 |",
    )
    .replace("| 3   | 0   | 11  |", "| 11  | 3   | 0   |");
  assertReads(text, given);
});

test("the edition comes from the tables, also where the year says otherwise", () => {
  const old = writeDraft(facts({ edition: "2019", year: 2022, disclosure: {} }));
  assert.equal(readDraft(old).reports[0]!.edition, "2019");
  assert.equal(readDraft(writeDraft(facts({ year: 2020 }))).reports[0]!.edition, "2021");
});

test("a table split by a page break, its header repeated, is one table", () => {
  const given = facts({ layout: "pipe" });
  const header =
    "| 申请人情况 |\n|     | 自然人 | 法人或其他组织 | 总计  |\n|     |     | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他  |     |\n";
  const text = writeDraft(given).replace(/^(\| +\| （四）无法提供)/m, `\n- 3 -\n\n${header}$1`);
  assert.ok(text.includes("- 3 -"));
  assertReads(text, given);
});

test("positions are UTF-16 offsets into the draft, also behind characters outside the BMP", () => {
  const text = `𠮷𠮷\n${writeDraft(facts())}`;
  const cell = table(text, "applications").cells[6]!;
  assert.equal(text.slice(cell.span.start, cell.span.end), "16");
  assert.equal(writeTable(facts(), "applications").includes("| 16"), true);
});

test("tabbed: a row whose last value and tab are missing is told as such, not shifted into blanks", () => {
  const text = writeDraft(facts({ layout: "tabbed" }))
    .replace(/^(一、本年新收.*)\t16$/m, "$1")
    .replace(/^([一二四]、[^\t]*数量|四、结转下年度继续办理)\t/gm, "$1\t\t");
  assert.deepEqual(
    analyse(text).findings.map(({ rule, message }) => [rule, "found" in message && message.found]),
    [["table/shape", 6]],
  );
});

test("pipe: one cell a line, with blank merged cells before the figures", () => {
  const given = facts({ layout: "pipe" });
  const text = writeDraft(given).replace(/^\|.*\|$/gm, (row) => {
    const cells = row
      .slice(1)
      .split("|")
      .slice(0, -1)
      .map((cell) => cell.trim());
    const [label, ...rest] = cells;
    const merged = /^[一二四]、/.test(label!) ? [label!, "", ...rest] : cells;
    return `|\n${merged.map((cell) => (cell ? `${cell} |` : "|")).join("\n")}`;
  });
  assert.ok(text.includes("申请数量 |\n|\n|\n12 |"));
  assertReads(text, given);
});

test("a label in words of its own is the one row that is missing between its neighbours", () => {
  const given = facts({ layout: "pipe" });
  assertReads(writeDraft(given).replace("2.重复申请", "2.重覆請求"), given);
});

for (const edition of ["2019", "2021"] as const) {
  test(`cells without tabs, each on a line between empty lines, edition ${edition}`, () => {
    const given = facts({
      layout: "stacked",
      edition,
      year: Number(edition),
      disclosure: edition === "2021" ? SOUND.disclosure : {},
    });
    const text = writeDraft(given)
      .replace(/^\t$\n/gm, "")
      .replace(/^\t(.*)$/gm, "$1\n")
      .replace("本年新制作数量", "本年新\n\n制作数量");
    assert.ok(!text.includes("\t"));
    assertReads(text, given);
    assert.deepEqual(found(text), []);
  });
}
