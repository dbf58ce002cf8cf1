// The number forms that cells hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { quantityOf, readNumeral } from "../../server/src/core/text/numeral";
import { formatQuantity, quantityFrom, toNumber } from "../../server/src/core/text/quantity";

function read(text: string, unit: "count" | "amount" = "count"): number | string | null {
  const reading = readNumeral(text, 0, text.length);
  if (reading.kind !== "number") return reading.kind;
  const quantity = quantityOf(reading, unit);
  return quantity === null ? null : toNumber(quantity);
}

const COUNTS: readonly (readonly [string, number | string | null])[] = [
  ["0", 0],
  ["3", 3],
  ["\u00a03 ", 3],
  ["\u30003\u200b", 3],
  ["１２", 12],
  ["1,234", 1234],
  ["1，234", 1234],
  ["１，２３４", 1234],
  ["1,234,567", 1234567],
  ["12,34", "unreadable"],
  ["-11", -11],
  ["－11", -11],
  ["—3", -3],
  ["+2", 2],
  ["＋2", 2],
  ["+", "unreadable"],
  ["3件", 3],
  ["3 条", 3],
  ["1.2万", 12000],
  ["3.5", 3.5],
  ["007", 7],
  ["", "blank"],
  ["\u00a0\u3000", "blank"],
  ["/", "nil"],
  ["／", "nil"],
  ["-", "nil"],
  ["—", "nil"],
  ["——", "nil"],
  ["无", "nil"],
  ["O", "unreadable"],
  ["三", "unreadable"],
  ["3+1", "unreadable"],
  ["3-1", "unreadable"],
  ["约3", "unreadable"],
  ["1.2.3", "unreadable"],
  ["99999999999999999999", null],
];

for (const [text, expected] of COUNTS) {
  test(`a count: ${JSON.stringify(text)}`, () => assert.equal(read(text), expected));
}

const AMOUNTS: readonly (readonly [string, number])[] = [
  ["14.2404", 14.2404],
  ["24万元", 24],
  ["542.16万元", 542.16],
  ["251000元", 25.1],
  ["251,000元", 25.1],
  ["1元", 0.0001],
  ["0.01元", 0.000001],
  ["1.5亿元", 15000],
  ["０．５", 0.5],
];

for (const [text, expected] of AMOUNTS) {
  test(`an amount in 万元: ${text}`, () => assert.equal(read(text, "amount"), expected));
}

test("figures add without rounding: 0.1 + 0.2 is 0.3", () => {
  assert.equal(formatQuantity(quantityFrom("1", -1)! + quantityFrom("2", -1)!), "0.3");
});

test("a figure is written with the decimals asked for, and never cut", () => {
  const amount = quantityFrom("2416", -2)!;
  assert.equal(formatQuantity(amount, 4), "24.1600");
  assert.equal(formatQuantity(amount, 1), "24.16");
  assert.equal(formatQuantity(-quantityFrom("5", -1)!), "-0.5");
});
