// Writes the parts of docs/rules/ that come from the rules' own data: head and settings of each page, and the indexes.
// What stands outside the markers is by hand and stays. A page that is not there is begun. `--check` only compares and
// exits 1 where a page is stale. Run: npx tsx scripts/generate-rule-pages.ts [--check]

import { join } from "node:path";
import { LOCALES } from "../server/src/config/config";
import { RULES, rulePage } from "../server/src/core";
import { type Generated, generate, ROOT, textOf } from "./generated";
import { headOf, indexOf, indexPath, settingsOf } from "./rulePages";

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

/** The pages as the rules give them, what is by hand kept. */
export function rulePages(): Generated[] {
  return pages().map(({ path, parts }) => {
    const found = textOf(join(ROOT, path));
    return { path, text: found === null ? begun(parts) : updated(found, parts) };
  });
}

generate(import.meta.url, rulePages);
