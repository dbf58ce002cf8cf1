// Writes the parts of docs/rules/ that come from the rules' own data: head and settings of each page, and the indexes.
// What stands outside the markers is by hand and stays. A page that is not there is begun. `--check` only compares and
// exits 1 where a page is stale. Run: npx tsx scripts/generate-rule-pages.ts [--check]

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LOCALES } from "../server/src/config/config";
import { RULES, rulePage } from "../server/src/core";
import { headOf, indexOf, indexPath, settingsOf } from "./rulePages";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const END = "<!-- /generated -->";

/** A generated part of a page, by the name in its opening marker. */
interface Part {
  readonly name: string;
  readonly text: string;
}

interface Page {
  /** Relative to the project's root. */
  readonly path: string;
  readonly parts: readonly Part[];
}

function pages(): Page[] {
  return LOCALES.flatMap((locale): Page[] => [
    { path: indexPath(locale), parts: [{ name: "index", text: indexOf(locale) }] },
    ...RULES.map((rule) => ({
      path: rulePage(rule.code, locale),
      parts: [
        { name: "head", text: headOf(rule, locale) },
        { name: "settings", text: settingsOf(rule, locale) },
      ],
    })),
  ]);
}

/** The page with its generated parts as they should be; null where a marker is missing. */
function updated(page: string, parts: readonly Part[]): string | null {
  let text = page;
  for (const part of parts) {
    const begin = `<!-- generated: ${part.name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(END, from);
    if (from < 0 || to < 0) return null;
    text = `${text.slice(0, from)}${begin}\n\n${part.text}\n\n${text.slice(to)}`;
  }
  return text;
}

function begun(parts: readonly Part[]): string {
  return `${parts.map(({ name, text }) => `<!-- generated: ${name} -->\n\n${text}\n\n${END}`).join("\n\n")}\n`;
}

/** The pages that differ from what the rules give, with the text that they should have; null for a broken page. */
export function stalePages(): { path: string; text: string | null }[] {
  return pages().flatMap(({ path, parts }) => {
    const found = textOf(join(ROOT, path));
    const text = found === null ? begun(parts) : updated(found, parts);
    return text === found ? [] : [{ path, text }];
  });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return null;
  }
}

function main(check: boolean): void {
  for (const { path, text } of stalePages()) {
    if (text === null) console.error(`${path} has lost a marker <!-- generated: … -->`);
    else if (check) console.error(`stale: ${path}. Run: npm run generate`);
    if (check || text === null) {
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`written: ${path}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv.includes("--check"));
