// Encodings and --fix: a file comes back in its own bytes, changed in the mended cells only, or untouched.

import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { draft } from "../support/form";
import { checkJson, extractJson, gouji, newFile, newFolder, spawned } from "./support";

/** Full-width digits, a separator, and in the prose the same digits, which must stay as they are. */
const PROSE = "全年公开信息３条，共１,２３４人次查阅。Ａ类𠮷字〇。";
const withProse = (text: string) => text.replace("柳溪镇按时公开政府信息。", PROSE);
const BEFORE = withProse(
  draft("tabbed", "2021", {
    "applications.carriedForward.naturalPerson": "３",
    "disputes.review.total": "１０",
    "disclosure.penalties.decisions": "1,208",
  }),
);
const AFTER = withProse(draft("tabbed", "2021", { "disclosure.penalties.decisions": "1208" }));

const crlf = (text: string) => text.replaceAll("\n", "\r\n");
const utf8 = (text: string) => Buffer.from(text, "utf8");
const little = (text: string) => Buffer.from(text, "utf16le");
const big = (text: string) => little(text).swap16();
const marked =
  (mark: number[], encode: (text: string) => Buffer) =>
  (text: string): Buffer =>
    Buffer.concat([Buffer.from(mark), encode(text)]);

/** GB18030 by the platform's decoder turned round: one look-up for each character of the drafts. */
function gb18030(text: string): Buffer {
  return Buffer.concat([...text].map((char) => GB18030.get(char) ?? Buffer.from(char, "latin1")));
}
const GB18030 = new Map<string, Buffer>();
{
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const char = decoder.decode(bytes);
      if (trail !== 0x7f && !GB18030.has(char)) GB18030.set(char, bytes);
    }
  }
  GB18030.set("𠮷", Buffer.from([0x95, 0x34, 0xb2, 0x35]));
  assert.equal(decoder.decode(GB18030.get("𠮷")), "𠮷");
}

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": utf8,
  "UTF-8 with BOM": marked([0xef, 0xbb, 0xbf], utf8),
  "UTF-16 LE with BOM": marked([0xff, 0xfe], little),
  "UTF-16 BE with BOM": marked([0xfe, 0xff], big),
  "UTF-16 LE without BOM": little,
  "UTF-16 BE without BOM": big,
  GB18030: gb18030,
};

for (const [name, encode] of Object.entries(ENCODINGS)) {
  for (const [ends, lines] of [
    ["LF", (text: string) => text],
    ["CRLF", crlf],
  ] as const) {
    test(`--fix keeps ${name}, ${ends}`, async () => {
      const path = newFile(encode(lines(BEFORE)));
      const first = await checkJson([path]);
      assert.deepEqual(
        first.files[0]!.findings.map(({ rule }) => rule),
        ["table/cell-value", "table/cell-value", "table/cell-value"],
      );
      const { status, stdout } = await gouji(["check", "--fix", path]);
      assert.equal(status, 0);
      assert.match(stdout, /^已修正 3 处。检查了 1 个文件，没有发现问题。\n$/);
      assert.ok(readFileSync(path).equals(encode(lines(AFTER))));
      assert.deepEqual(readdirSync(dirname(path)), ["draft.txt"]);
    });
  }
}

test("positions and figures are the same in every encoding; a BOM takes no column", async () => {
  const reference = await extractJson(newFile(utf8(BEFORE)));
  assert.deepEqual(reference.reports[0]!.range.start, { line: 0, character: 0 });
  for (const encode of Object.values(ENCODINGS)) {
    assert.deepEqual(await extractJson(newFile(encode(crlf(BEFORE)))), reference);
  }
});

test("nothing to fix: the file is not touched", async () => {
  const path = newFile(AFTER);
  utimesSync(path, 1, 1);
  const { ino } = statSync(path);
  assert.equal((await gouji(["check", "--fix", path])).status, 0);
  assert.equal(statSync(path).mtimeMs, 1000);
  assert.equal(statSync(path).ino, ino);
});

test("only safe fixes: a wrong total and a unit in a cell stay, and are reported", async () => {
  const texts = { "disputes.review.total": "11", "disclosure.permits.decisions": "7件" };
  const path = newFile(draft("stacked", "2021", { ...texts, "disclosure.coercion.decisions": "９" }));
  const { status, stdout } = await gouji(["check", "--fix", path]);
  assert.equal(status, 1);
  assert.equal(readFileSync(path, "utf8"), draft("stacked", "2021", texts));
  assert.match(stdout, /已修正 1 处。检查了 1 个文件，发现 1 个错误、1 个警告。/);
});

test("a rule that is off is not fixed", async () => {
  const path = newFile(BEFORE);
  await gouji(["check", "--fix", "--rule", "table/cell-value=off", path]);
  assert.equal(readFileSync(path, "utf8"), BEFORE);
});

for (const layout of ["stacked", "tabbed", "pipe", "html"] as const) {
  test(`--fix in a ${layout} table`, async () => {
    const path = newFile(draft(layout, "2019", { "applications.granted.total": "３" }));
    assert.equal((await gouji(["check", "--fix", path])).status, 0);
    assert.equal(readFileSync(path, "utf8"), draft(layout, "2019"));
  });
}

test("--fix keeps the mode, and a symbolic link a link", async () => {
  const path = newFile(BEFORE);
  chmodSync(path, 0o666);
  const link = join(newFolder(), "link.txt");
  symlinkSync(path, link);
  assert.equal((await gouji(["check", "--fix", link])).status, 0);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(readFileSync(path, "utf8"), AFTER);
  assert.equal(statSync(path).mode & 0o777, 0o666);
});

test("bytes that could not be written back as they are: not fixed, said, still checked", async () => {
  // A3A0, an old variant of the ideographic space, reads as one and would be written as A1A1.
  const bytes = Buffer.concat([gb18030(BEFORE), Buffer.from([0xa3, 0xa0, 0x0a])]);
  const path = newFile(bytes);
  const { status, stdout, stderr } = await gouji(["check", "--fix", path]);
  assert.equal(status, 2);
  assert.match(stderr, /未能写入修正.*文件未改动/);
  assert.match(stdout, /3 个警告/);
  assert.ok(readFileSync(path).equals(bytes));
});

test("what is no text is refused: NULs, an odd UTF-16, a lone surrogate, no encoding at all", async () => {
  const cases: [Buffer, RegExp][] = [
    [Buffer.concat([utf8(AFTER), Buffer.from([0])]), /二进制文件/],
    [marked([0xff, 0xfe], little)(`${AFTER}\0`), /二进制文件/],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), little(AFTER), Buffer.from([0x41])]), /无法识别编码/],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0x00, 0xd8])]), /无法识别编码/],
    [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), gb18030(AFTER)]), /无法识别编码/],
    [Buffer.concat([gb18030(AFTER), Buffer.from([0xff, 0xff])]), /无法识别编码/],
    [Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i * 7) & 0xff)), /二进制文件/],
  ];
  for (const [bytes, reason] of cases) {
    const { status, stderr } = await gouji(["check", newFile(bytes)]);
    assert.equal(status, 2);
    assert.match(stderr, reason);
  }
});

test("standard input in another encoding", () => {
  const { status, stdout } = spawned(["check", "-"], { input: marked([0xff, 0xfe], little)(BEFORE) });
  assert.equal(status, 0);
  assert.match(stdout, /3 个警告/);
  assert.match(spawned(["check", "-"], { input: gb18030(BEFORE) }).stdout, /3 个警告/);
});

test("a file that goes on failing to be fixed does not stop the next", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "a.txt"), Buffer.concat([gb18030(BEFORE), Buffer.from([0xa3, 0xa0])]));
  writeFileSync(join(folder, "b.txt"), BEFORE);
  assert.equal((await gouji(["check", "--fix", folder])).status, 2);
  assert.equal(readFileSync(join(folder, "b.txt"), "utf8"), AFTER);
});
