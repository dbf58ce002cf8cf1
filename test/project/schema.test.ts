// The JSON schema of gouji.json: it is up to date, and accepts what Gouji reads without complaint and nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv } from "ajv";
import { schemaText } from "../../scripts/generate-schema";
import { readConfig } from "../../server/src/config/config";

const text = readFileSync(join(import.meta.dirname, "../../schemas/gouji.schema.json"), "utf8");
const validate = new Ajv({ strict: false }).compile(JSON.parse(text));

test("the schema is what the rules give", () => {
  assert.equal(text.replaceAll("\r\n", "\n"), schemaText());
});

for (const good of [
  {},
  { $schema: "x", rules: { "table/shape": "off", "ignore/unused": "hint" } },
  { locale: "en", organ: "柳溪镇", previous: "2020.md", units: ["towns/*.md"] },
  { ignore: [{ rule: "table/shape", reason: "旧表" }] },
  {
    ignore: [
      { file: "a.txt", rule: "table/shape", cells: ["disputes"], reason: "旧表", until: "2027-01-31" },
    ],
  },
]) {
  test(`good: ${JSON.stringify(good)}`, () => {
    assert.ok(validate(good), JSON.stringify(validate.errors));
    assert.deepEqual(readConfig(JSON.stringify(good)).problems, []);
  });
}

for (const bad of [
  [],
  { rule: {} },
  { rules: { "table/shape": "fatal" } },
  { rules: { "no/rule": "off" } },
  { rules: [] },
  { locale: "fr" },
  { organ: 7 },
  { units: "towns/*.md" },
  { ignore: {} },
  { ignore: [{ reason: "旧表" }] },
  { ignore: [{ rule: "table/shape", reason: "旧表", until: "31.1.2027" }] },
  { ignore: [{ rule: "table/shape", reason: "旧表", cell: "disputes" }] },
  { ignore: [{ rule: "table/shape", reason: "旧表", cells: "disputes" }] },
]) {
  test(`bad: ${JSON.stringify(bad)}`, () => {
    assert.equal(validate(bad), false);
    assert.equal(readConfig(JSON.stringify(bad)).problems.length, 1);
  });
}
