// Writes what package.json and its translations say of single rules: their settings, and a description for each in both
// languages. All else in these files is by hand. `--check` only compares and exits 1 where a file is stale.
// Run: npx tsx scripts/generate-manifest.ts [--check]

import { join } from "node:path";
import { SEVERITIES } from "../server/src/config/config";
import { type Locale, RULES, ruleText } from "../server/src/core";
import { type Generated, generate, ROOT, textOf } from "./generated";

const MANIFEST = "package.json";
const TRANSLATIONS: Readonly<Record<string, Locale>> = {
  "package.nls.json": "en",
  "package.nls.zh-cn.json": "zh-CN",
};
const PREFIX = "rule.";

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: { readonly "gouji.rules": { properties: object } } };
  };
}

/** What a file's text should be, whatever it says of rules now. */
function textFor(file: string, text: string): string {
  const locale = TRANSLATIONS[file];
  const value = locale ? withTexts(JSON.parse(text), locale) : withSettings(JSON.parse(text));
  return `${JSON.stringify(value, null, 2)}\n`;
}

function withSettings(manifest: Manifest): Manifest {
  manifest.contributes.configuration.properties["gouji.rules"].properties = Object.fromEntries(
    RULES.map(({ code }) => [code, { type: "string", enum: SEVERITIES, description: `%${PREFIX}${code}%` }]),
  );
  return manifest;
}

function withTexts(strings: Readonly<Record<string, string>>, locale: Locale): Record<string, string> {
  const byHand = Object.entries(strings).filter(([key]) => !key.startsWith(PREFIX));
  const rules = RULES.map(({ code }) => [`${PREFIX}${code}`, ruleText(code, locale).summary]);
  return Object.fromEntries([...byHand, ...rules]);
}

function files(): Generated[] {
  return [MANIFEST, ...Object.keys(TRANSLATIONS)].map((path) => ({
    path,
    text: textFor(path, textOf(join(ROOT, path))!),
  }));
}

generate(import.meta.url, files);
