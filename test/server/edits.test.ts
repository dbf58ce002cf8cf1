// Typing: incremental changes, with line ends and characters that make positions go wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LAYOUTS } from "../support/draft";
import { soundDraft, withApplications, withDisputes, wrongReview } from "../support/faulty";
import { Client } from "./client";
import { rangeOf } from "./text";

for (const layout of LAYOUTS) {
  test(`${layout}: a wrong digit typed appears, and taken back disappears`, async (t) => {
    const client = await Client.start(t);
    // 2 + 0 + 0 + 66 = 68
    const document = client.open(withDisputes({ "review.pending": "66", "review.total": "68" }, layout));
    assert.deepEqual(await document.findings(), []);
    document.type("68", "683");
    assert.deepEqual(await document.findings(), ["disputes/total 683"]);
    document.type("683", "68");
    assert.deepEqual(await document.findings(), []);
  });
}

test("a digit typed and a digit deleted, one key each", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongReview());
  const { end } = rangeOf(document.text, "907");
  document.typeAt({ start: end, end }, "1");
  assert.deepEqual(await document.findings(), ["disputes/total 9071"]);
  document.typeAt({ start: end, end: { ...end, character: end.character + 1 } }, "");
  assert.deepEqual(await document.findings(), ["disputes/total 907"]);
});

test("lines put in above move the squiggle down with its figure", async (t) => {
  const client = await Client.start(t);
  const document = client.open(wrongReview());
  const before = rangeOf(document.text, "907");
  document.type("一、总体情况\n", "一、总体情况\n\n本年度新设公开专栏一个。\n");
  const [found] = await document.pull();
  assert.equal(found!.range.start.line, before.start.line + 2);
  assert.deepEqual(found!.range, rangeOf(document.text, "907"));
});

test("a run of changes is made in its order", async (t) => {
  const client = await Client.start(t);
  const document = client.open(soundDraft());
  document.type("青禾县", "白石县");
  document.type("白石县柳溪镇", "白石县\n");
  document.type("白石县\n", "白石县柳溪镇");
  document.type("六、其他需要报告的事项", "七、别的");
  const [found, ...others] = await document.pull();
  assert.deepEqual(others, []);
  assert.equal(found!.code, "structure/missing-section");
});

for (const layout of LAYOUTS) {
  test(`${layout}: with CRLF ranges and edits stay right`, async (t) => {
    const client = await Client.start(t);
    const document = client.open(wrongReview(layout).replaceAll("\n", "\r\n"));
    const [found] = await document.pull();
    assert.deepEqual(found!.range, rangeOf(document.text, "907"));
    document.type("一、总体情况\r\n", "一、总体情况\r\n\r\n本年度新设公开专栏一个。\r\n");
    assert.deepEqual((await document.pull())[0]!.range, rangeOf(document.text, "907"));
    document.type("907", "3");
    assert.deepEqual(await document.findings(), []);
  });
}

for (const layout of LAYOUTS) {
  test(`${layout}: characters outside the BMP before the figure count as two`, async (t) => {
    const client = await Client.start(t);
    // In the stacked layout the label has a line of its own, so there the lines above are all that can go wrong.
    const text = withApplications({ "granted.total": "907" }, layout)
      .replaceAll("青禾县", "𠮷水县")
      .replace("（一）予以公开", "（一）予以公开（含𡊄溪村𠮷）");
    assert.ok(text.includes("𡊄"));
    const document = client.open(text);
    const found = await document.only("applications/row-total");
    assert.deepEqual(found.range, rangeOf(text, "907"));
    // Typing on the same line, behind such characters, and putting in another one.
    document.type("𡊄溪村𠮷", "𡊄溪村𠮷𠮷");
    assert.deepEqual((await document.only("applications/row-total")).range, rangeOf(document.text, "907"));
    document.type("907", "7");
    assert.deepEqual(await document.findings(), []);
  });
}

test("the whole text replaced at once", async (t) => {
  const client = await Client.start(t);
  const document = client.open(soundDraft());
  assert.deepEqual(await document.findings(), []);
  document.replaceAll(wrongReview("stacked"));
  assert.deepEqual(await document.findings(), ["disputes/total 907"]);
});
