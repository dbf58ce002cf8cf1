// `check --format sarif` against SARIF's own schema, and what code scanning shows of it.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { RULES } from "../../server/src/core";
import { draft } from "../support/form";
import { gouji, newFile, ROOT } from "./support";

/** 1 + 2 + 3 + 4 stands as 11, in the second line of 行政复议's table. */
const WRONG = draft("tabbed", "2021", { "disputes.review.total": "11" });
const RULE = "disputes/total";

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Place {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: Region;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Place }[];
  readonly relatedLocations?: readonly { readonly physicalLocation: Place }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
  readonly suppressions: readonly { readonly kind: string; readonly justification?: string }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Run {
  readonly columnKind: string;
  readonly language: string;
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly shortDescription: { readonly text: string };
        readonly defaultConfiguration: { readonly level: string };
      }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly Result[];
}

/** The schema is a draft-04 one, whose only difference that matters here is the name of its id. */
function validator() {
  const path = join(ROOT, "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema: _draft, id, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  // One of its patterns is no regular expression with the u flag.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile({ $id: id, ...schema });
}
const validate = validator();

/** The one run of a log that the schema accepts. */
async function sarif(args: readonly string[], locale: "zh-CN" | "en" = "zh-CN"): Promise<Run> {
  const { stdout } = await gouji(["check", "--format", "sarif", ...args], "", 100, locale);
  const log = JSON.parse(stdout) as { version: string; runs: Run[] };
  assert.ok(validate(log), JSON.stringify(validate.errors));
  assert.equal(log.version, "2.1.0");
  assert.equal(log.runs.length, 1);
  return log.runs[0]!;
}

/** The one result of 行政复议's total. */
function total({ results }: Run): Result {
  const found = results.filter(({ ruleId }) => ruleId === RULE);
  assert.equal(found.length, 1);
  return found[0]!;
}

test("the schema rejects what is no log", () => {
  assert.equal(validate({ version: "2.1.0", runs: [{ results: [] }] }), false);
});

test("a finding: rule, level, words, place, related places and fixes", async () => {
  const path = newFile(WRONG);
  const run = await sarif([path]);
  const { rules } = run.tool.driver;
  const { ruleIndex, level, message, locations, relatedLocations, fixes, suppressions } = total(run);
  assert.equal(rules[ruleIndex]!.id, RULE);
  assert.equal(level, "error");
  assert.match(message.text, /行政复议总计为 11/);
  assert.equal(run.columnKind, "utf16CodeUnits");
  const line = WRONG.split("\n").findIndex((text) => text.startsWith("1\t2\t3\t4\t11\t")) + 1;
  const region = { startLine: line, startColumn: 9, endLine: line, endColumn: 11 };
  assert.deepEqual(locations[0]!.physicalLocation.region, region);
  assert.equal(locations[0]!.physicalLocation.artifactLocation.uri, `file://${path}`);
  assert.deepEqual(
    relatedLocations!.map(({ physicalLocation }) => physicalLocation.region.startColumn),
    [1, 3, 5, 7],
  );
  assert.deepEqual(fixes![0]!.artifactChanges[0]!.replacements, [
    { deletedRegion: region, insertedContent: { text: "10" } },
  ]);
  assert.deepEqual(suppressions, []);
});

test("every rule has its words and its level, in the language of the findings", async () => {
  for (const [locale, words] of [
    ["zh-CN", "第一、二项之和不等于第三、四项之和"],
    ["en", "一 + 二 is not （七） + 四"],
  ] as const) {
    const run = await sarif([newFile(WRONG)], locale);
    assert.equal(run.language, locale);
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }) => id),
      RULES.map(({ code }) => code),
    );
    const balance = run.tool.driver.rules.find(({ id }) => id === "applications/balance")!;
    assert.equal(balance.shortDescription.text, words);
    assert.equal(balance.defaultConfiguration.level, "error");
  }
});

test("severities below a warning are notes", async () => {
  const path = newFile(WRONG);
  for (const [severity, level] of [
    ["hint", "note"],
    ["info", "note"],
    ["warning", "warning"],
  ]) {
    assert.equal(total(await sarif(["--rule", `${RULE}=${severity}`, path])).level, level);
  }
});

test("what is silenced is there as suppressed, with its reason", async () => {
  const text = WRONG.replace("五、存在", `<!-- gouji-ignore ${RULE}: 已公布 -->\n\n五、存在`);
  const run = await sarif([newFile(text)]);
  assert.deepEqual(total(run).suppressions, [{ kind: "inSource", justification: "已公布" }]);
});

test("relative paths stay relative, as URIs", async () => {
  const run = await sarif(["./samples"]);
  const { artifactLocation } = run.results[0]!.locations[0]!.physicalLocation;
  assert.match(artifactLocation.uri, /^samples\/%[0-9A-F%]+2020/);
  assert.equal(artifactLocation.uriBaseId, "%SRCROOT%");
});

test("a fingerprint stays when lines move, and changes with the figure", async () => {
  const print = async (text: string) => {
    const path = newFile(text);
    const [[name, value] = []] = Object.entries(total(await sarif([path])).partialFingerprints);
    assert.match(value!, /^[0-9a-f]{32}$/);
    return { name, path, value };
  };
  const { path, value } = await print(WRONG);
  const again = async (text: string) => {
    writeFileSync(path, text);
    return Object.values(total(await sarif([path])).partialFingerprints)[0];
  };
  assert.equal(await again(WRONG.replace("柳溪镇按时公开", "又一段。\n\n柳溪镇按时公开")), value);
  assert.equal(await again(WRONG.replace("1\t2\t3\t4\t11", "1  \t2\t3\t4\t 11")), value);
  assert.notEqual(await again(WRONG.replace("1\t2\t3\t4\t11", "1\t2\t3\t4\t12")), value);
  assert.notEqual(await again(WRONG.replaceAll("柳溪镇", "石桥镇")), value);
  assert.notEqual((await print(WRONG)).value, value, "another file");
});

test("a file that failed is a notification, and the run no success", async () => {
  const run = await sarif([`${newFile(WRONG)}.gone`, newFile(WRONG)]);
  const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations as [Run["invocations"][0]];
  assert.equal(executionSuccessful, false);
  assert.deepEqual(
    toolExecutionNotifications.map(({ message }) => message.text),
    ["文件不存在。"],
  );
  assert.equal(total(run).level, "error");
  assert.equal((await sarif([newFile(WRONG)])).invocations[0]!.executionSuccessful, true);
});
