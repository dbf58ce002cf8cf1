// The outline over the wire: reports, their sections, the sections' tables; whole in every layout.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
} from "vscode-languageserver/node";
import { facts, LAYOUTS, writeDraft } from "../support/draft";
import { soundDraft } from "../support/faulty";
import { Client, type OpenDocument } from "./client";
import { textIn } from "./text";

const NESTED = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

async function symbols(client: Client, document: OpenDocument): Promise<DocumentSymbol[]> {
  const { uri } = document;
  const answer = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  return answer as DocumentSymbol[];
}

/** Names indented by their depth. */
function outline(found: readonly DocumentSymbol[], depth = 0): string[] {
  return found.flatMap(({ name, children = [] }) => [
    "  ".repeat(depth) + name,
    ...outline(children, depth + 1),
  ]);
}

const SECTIONS_AND_TABLES = [
  "  一、总体情况",
  "  二、主动公开政府信息情况",
  "    主动公开政府信息情况表",
  "  三、收到和处理政府信息公开申请情况",
  "    收到和处理政府信息公开申请情况表",
  "  四、政府信息公开行政复议、行政诉讼情况",
  "    政府信息公开行政复议、行政诉讼情况表",
  "  五、存在的主要问题及改进情况",
  "  六、其他需要报告的事项",
];

/** A client refuses an outline in which a name or a child stands outside its node, or nodes are out of order. */
function assertNested(text: string, found: readonly DocumentSymbol[], within?: DocumentSymbol): void {
  const at = ({ line, character }: DocumentSymbol["range"]["start"]) => line * 1e6 + character;
  let behind = -1;
  for (const symbol of found) {
    const { range, selectionRange, children = [] } = symbol;
    assert.ok(at(range.start) > behind, `${symbol.name} begins before the one above ends`);
    behind = at(range.end);
    assert.ok(at(range.start) <= at(selectionRange.start) && at(selectionRange.end) <= at(range.end));
    if (within) assert.ok(at(within.range.start) <= at(range.start) && at(range.end) <= at(within.range.end));
    assert.match(textIn(text, range), /\S$/);
    assertNested(text, children, symbol);
  }
}

for (const layout of LAYOUTS) {
  test(`${layout}: two reports in one file, each with its organ and year`, async (t) => {
    const client = await Client.start(t, { capabilities: NESTED });
    const second = writeDraft(facts({ layout, organ: "青禾县石桥乡人民政府", year: 2020, edition: "2019" }));
    const document = client.open(`${soundDraft(layout)}\n\n${second}`);
    const found = await symbols(client, document);
    assert.deepEqual(outline(found), [
      "青禾县柳溪镇人民政府 2023",
      ...SECTIONS_AND_TABLES,
      "青禾县石桥乡人民政府 2020",
      ...SECTIONS_AND_TABLES,
    ]);
    assert.deepEqual(
      found.map(({ detail }) => detail),
      ["2021版格式", "2019版格式"],
    );
    assertNested(document.text, found);
    const [first] = found;
    assert.equal(
      textIn(document.text, first!.selectionRange),
      "青禾县柳溪镇人民政府2023年政府信息公开工作年度报告",
    );
    const [, , applications] = first!.children!;
    assert.equal(textIn(document.text, applications!.selectionRange), "三、收到和处理政府信息公开申请情况");
    assert.match(textIn(document.text, applications!.children![0]!.range), /^一、本年新收/);
  });
}

test("without title and headings: a name all the same, and the tables", async (t) => {
  const client = await Client.start(t, { capabilities: NESTED });
  const bare = soundDraft()
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .join("\n");
  const found = await symbols(client, client.open(bare));
  assert.deepEqual(outline(found), [
    "年度报告",
    "  主动公开政府信息情况表",
    "  收到和处理政府信息公开申请情况表",
    "  政府信息公开行政复议、行政诉讼情况表",
  ]);
});

test("Markdown's marks and line breaks are no part of names", async (t) => {
  const client = await Client.start(t, { capabilities: NESTED });
  const text = soundDraft()
    .replace("一、总体情况", "## 一、总体情况")
    .replace("五、存在的主要问题", "五、存在的\n主要问题");
  const names = outline(await symbols(client, client.open(text)));
  assert.deepEqual([names[1], names[8]], ["  一、总体情况", "  五、存在的主要问题及改进情况"]);
});

test("a client without hierarchy gets a flat list that names what holds what", async (t) => {
  const client = await Client.start(t);
  const found = (await symbols(client, client.open(soundDraft()))) as unknown as SymbolInformation[];
  assert.equal(found.length, 10);
  assert.deepEqual([found[0]!.name, found[0]!.containerName], ["青禾县柳溪镇人民政府 2023", undefined]);
  assert.deepEqual(
    [found[3]!.name, found[3]!.containerName, found[3]!.location.range.start.line > 0],
    ["主动公开政府信息情况表", "二、主动公开政府信息情况", true],
  );
});

test("a text that is no report has no outline", async (t) => {
  const client = await Client.start(t, { capabilities: NESTED });
  const document = client.open("一、买菜\n二、做饭", { language: "plaintext", uri: "file:///beiwang.txt" });
  assert.deepEqual(await symbols(client, document), []);
});
