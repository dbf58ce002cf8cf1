// `check --format json` against the public contract, with expectations worked out from the form.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draft } from "../support/form";
import { checkJson, gouji, type JsonFinding, newFile, textIn } from "./support";

const findingsIn = async (text: string): Promise<readonly JsonFinding[]> =>
  (await checkJson([newFile(text)])).files[0]!.findings;

test("a clean report: what it is, and no findings", async () => {
  const text = draft("tabbed", "2021");
  const path = newFile(text);
  const lines = text.split("\n");
  assert.deepEqual(await checkJson([path]), {
    version: 1,
    files: [
      {
        path,
        reports: [
          {
            title: "柳溪镇2021年政府信息公开工作年度报告",
            organ: "柳溪镇",
            year: 2021,
            edition: "2021",
            range: { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: 0 } },
          },
        ],
        findings: [],
        ignored: [],
      },
    ],
    summary: { files: 1, errors: 0, warnings: 0, infos: 0, hints: 0, failed: 0 },
  });
});

test("a wrong total: place, cells, figures, related places and the fix", async () => {
  const text = draft("tabbed", "2019", { "disputes.review.total": "11" });
  const lines = text.split("\n");
  // 1 2 3 4 11 | 5 6 7 8 26 | 0 1 0 2 3 in one line of tabbed cells: the total stands behind "1\t2\t3\t4\t".
  const line = lines.indexOf("1\t2\t3\t4\t11\t5\t6\t7\t8\t26\t0\t1\t0\t2\t3");
  const range = (start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  const [finding, ...others] = await findingsIn(text);
  assert.equal(others.length, 0);
  const { message, related, fixes, ...rest } = finding!;
  assert.deepEqual(rest, {
    rule: "disputes/total",
    severity: "error",
    range: range(8, 10),
    report: 0,
    cells: ["total", "upheld", "corrected", "otherOutcome", "pending"].map(
      (cell) => `disputes.review.${cell}`,
    ),
    expected: 10,
    actual: 11,
    cause: 0,
    suspects: rest.suspects,
  });
  // One more counted: in the total, or in one of its parts missing. Each is changed by one, so that 10 = 1 + 2 + 3 + 4.
  assert.deepEqual(
    new Set(rest.suspects!.map(({ cell, value }) => `${cell.slice("disputes.review.".length)} ${value}`)),
    new Set(["total 10", "upheld 2", "corrected 3", "otherOutcome 4", "pending 5"]),
  );
  assert.equal(rest.suspects![0]!.cell, "disputes.review.total");
  assert.ok(Math.abs(rest.suspects!.reduce((sum, { score }) => sum + score, 0) - 1) < 0.03);
  assert.match(message, /行政复议总计为 11，.*10（= 1 \+ 2 \+ 3 \+ 4）/);
  assert.deepEqual(
    related.map((place) => place.range),
    [range(0, 1), range(2, 3), range(4, 5), range(6, 7)],
  );
  assert.deepEqual(fixes, [
    { title: "改为 10（= 1 + 2 + 3 + 4）", preferred: true, edits: [{ range: range(8, 10), newText: "10" }] },
  ]);
});

test("a balance: its four cells in the form's order, both sides, corrections one by one and none preferred", async () => {
  // 自然人: 221 + 13 = 234 against 231 + 4 = 235; 总计: 704 + 22 = 726 against 719 + 8 = 727.
  const findings = await findingsIn(
    draft("pipe", "2021", {
      "applications.carriedForward.naturalPerson": "4",
      "applications.carriedForward.total": "8",
    }),
  );
  assert.deepEqual(
    findings.map(({ rule, cells, expected, actual }) => [rule, cells, expected, actual]),
    ["naturalPerson", "total"].map((column, i) => [
      "applications/balance",
      ["newRequests", "carriedOver", "outcomeTotal", "carriedForward"].map(
        (row) => `applications.${row}.${column}`,
      ),
      [235, 727][i],
      [234, 726][i],
    ]),
  );
  for (const { fixes = [], cause, suspects = [] } of findings) {
    assert.ok(fixes.length > 1);
    assert.ok(fixes.every(({ preferred }) => !preferred));
    assert.equal(cause, 0);
    // 结转下年度 was 3 and 7 before, and the total is wrong with its part.
    const forward = suspects.filter(({ cell }) => cell.startsWith("applications.carriedForward"));
    assert.deepEqual(forward.map(({ cell, value }) => [cell, value]).sort(), [
      ["applications.carriedForward.naturalPerson", 3],
      ["applications.carriedForward.total", 7],
    ]);
  }
});

test("two mistakes have two causes, each with its one suspect", async () => {
  // 自然人 of （一） 1 became 2; 商业企业 of 一 became 376, in a table where nothing else is wrong.
  const findings = await findingsIn(
    draft("html", "2019", {
      "applications.granted.naturalPerson": "2",
      "applications.newRequests.business": "376",
    }),
  );
  const causes = findings.map(({ rule, cells, cause, suspects = [] }) => [
    rule,
    cells![0],
    cause,
    suspects.map(({ cell }) => cell),
  ]);
  const [first, second] = ["applications.granted.naturalPerson", "applications.newRequests.business"];
  const numbered = new Map(causes.map(([rule, cell, cause]) => [`${rule} ${cell}`, cause]));
  assert.equal(causes.length, 4);
  assert.equal(new Set(numbered.values()).size, 2);
  for (const [, , , suspects] of causes) assert.ok([first, second].includes((suspects as string[]).join()));
  assert.equal(
    numbered.get("applications/row-total applications.granted.total"),
    numbered.get("applications/outcome-total applications.outcomeTotal.naturalPerson"),
  );
  assert.equal(
    numbered.get("applications/row-total applications.newRequests.total"),
    numbered.get("applications/balance applications.newRequests.business"),
  );
});

test("every identity of the form is told by its own code", async () => {
  const rules = async (cell: string, text: string) =>
    (await findingsIn(draft("html", "2019", { [cell]: text }))).map(({ rule, cells }) => [rule, cells![0]]);
  // 自然人 of （一）予以公开: the row's total and the column's （七）总计 do not fit any more.
  assert.deepEqual(await rules("applications.granted.naturalPerson", "2"), [
    ["applications/row-total", "applications.granted.total"],
    ["applications/outcome-total", "applications.outcomeTotal.naturalPerson"],
  ]);
  assert.deepEqual(await rules("applications.newRequests.business", "376"), [
    ["applications/row-total", "applications.newRequests.total"],
    ["applications/balance", "applications.newRequests.business"],
  ]);
  assert.deepEqual(await rules("disputes.litigationAfterReview.pending", "3"), [
    ["disputes/total", "disputes.litigationAfterReview.total"],
  ]);
});

test("keys that do not apply are absent", async () => {
  const text = draft("tabbed", "2021").replace(/六、其他需要报告的事项[\s\S]*$/, "");
  const [finding, ...others] = await findingsIn(text);
  assert.equal(others.length, 0);
  assert.equal(finding!.rule, "structure/missing-section");
  assert.deepEqual(Object.keys(finding!), [
    "rule",
    "severity",
    "message",
    "range",
    "report",
    "related",
    "fixes",
  ]);
  assert.deepEqual(finding!.related, []);
});

test("figures are in the form's unit: 万元 with its decimals", async () => {
  const cell = "disclosure.procurement.amount";
  const [finding, ...others] = await findingsIn(draft("stacked", "2019", { [cell]: "262700元" }));
  assert.equal(others.length, 0);
  assert.deepEqual([finding!.rule, finding!.cells], ["table/cell-value", [cell]]);
  assert.match(finding!.message, /26\.2700/);
  assert.equal(finding!.fixes![0]!.edits[0]!.newText, "26.2700");
});

test("several reports in a file: each finding names its own", async () => {
  const second = draft("tabbed", "2019", { "disputes.review.total": "11" }).replaceAll("柳溪镇", "石桥乡");
  const { files } = await checkJson([newFile(draft("tabbed", "2021") + second)]);
  assert.deepEqual(
    files[0]!.reports.map(({ organ, year, edition }) => [organ, year, edition]),
    [
      ["柳溪镇", 2021, "2021"],
      ["石桥乡", 2019, "2019"],
    ],
  );
  assert.deepEqual(
    files[0]!.findings.map(({ rule, report }) => [rule, report]),
    [["disputes/total", 1]],
  );
});

test("positions count UTF-16 units, with wide and astral characters and CRLF before them", async () => {
  const text = draft("pipe", "2021", {
    "disclosure.regulations.issued": "𠮷𠮷",
    "disclosure.regulations.inForce": "3x",
  });
  for (const ends of ["\n", "\r\n"]) {
    const findings = await findingsIn(text.replaceAll("\n", ends));
    const texts = findings.map(({ range }) => textIn(text, range));
    assert.deepEqual(texts, ["𠮷𠮷", "3x"]);
    // "| 规章 | 𠮷𠮷 | 2 | 3x |"
    assert.deepEqual(
      findings.map(({ range }) => [range.start.character, range.end.character]),
      [
        [7, 11],
        [18, 20],
      ],
    );
  }
});

test("a fix's edits, applied, mend the finding", async () => {
  const text = draft("pipe", "2019", { "disputes.litigationDirect.total": "27" });
  const [finding] = await findingsIn(text);
  const [edit] = finding!.fixes![0]!.edits;
  const lines = text.split("\n");
  const { start, end } = edit!.range;
  lines[start.line] =
    lines[start.line]!.slice(0, start.character) + edit!.newText + lines[end.line]!.slice(end.character);
  assert.deepEqual(await findingsIn(lines.join("\n")), []);
});

test("a silenced finding is gone", async () => {
  const comment = "<!-- gouji-ignore disputes/total disputes.review.total: 已核对 -->\n\n";
  const text = draft("tabbed", "2021", {
    "disputes.review.total": "11",
    "disputes.litigationDirect.total": "27",
  });
  const cells = (await findingsIn(text.replace("五、存在", `${comment}五、存在`))).map(
    (finding) => finding.cells![0],
  );
  assert.deepEqual(cells, ["disputes.litigationDirect.total"]);
});

test("a file that fails is listed with its reason", async () => {
  const path = newFile("什么也不是。");
  const { stdout } = await gouji(["check", "--format", "json", path]);
  const { files, summary } = JSON.parse(stdout);
  assert.deepEqual(Object.keys(files[0]), ["path", "reports", "findings", "error"]);
  assert.deepEqual([files[0].path, files[0].reports, files[0].findings], [path, [], []]);
  assert.match(files[0].error, /未识别出/);
  assert.equal(summary.failed, 1);
});

test("no file at all is valid JSON too", async () => {
  const { stdout, status } = await gouji([
    "check",
    "--format",
    "json",
    newFile("x", "notes.md").replace("notes", "*"),
  ]);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout).files, []);
});
