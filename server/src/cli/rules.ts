// `gouji rules`: lists the rules by subject, or all that is known of them as JSON.

import { dayOf } from "../config/ignores";
import { basisName, displayWidth, type Locale, RULES, rulePage, ruleText, subjectName } from "../core";
import { Configs } from "./config";
import type { ExitStatus } from "./run";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";

/** Prints the rules in the language of the gouji.json that holds here. */
export async function listRules(json: boolean, terminal: Terminal): Promise<ExitStatus> {
  const locale = await localeHere(terminal);
  terminal.print(json ? rulesAsJson(locale) : rulesAsText(locale));
  return 0;
}

/** What is wrong with a gouji.json is for `gouji check` to say. */
async function localeHere({ locale }: Terminal): Promise<Locale> {
  const configs = new Configs(null, dayOf(new Date()), {}, wordsIn(locale), locale, () => undefined);
  return (await configs.of(null)).file?.config.locale ?? locale;
}

function rulesAsJson(locale: Locale): string {
  const rules = RULES.map(({ code, severity, basis, repairs }) => ({
    code,
    severity,
    ...ruleText(code, locale),
    basis: basis.map((id) => basisName(id, locale)),
    fixes: repairs,
    page: rulePage(code, locale),
  }));
  return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
}

/** A line a rule, in columns: Chinese characters are two wide. */
function rulesAsText(locale: Locale): string {
  const words = wordsIn(locale);
  const rows = RULES.map(({ code, severity }) => [
    code,
    words.severity[severity],
    ruleText(code, locale).summary,
  ]);
  const widths = [0, 1].map((i) => Math.max(...rows.map((row) => displayWidth(row[i]!))));
  const lines: string[] = [];
  RULES.forEach(({ code }, i) => {
    const subject = subjectName(code, locale);
    const isFirst = i === 0 || subject !== subjectName(RULES[i - 1]!.code, locale);
    if (isFirst) lines.push(...(i > 0 ? [""] : []), subject);
    const cells = rows[i]!.map(
      (cell, at) => cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell))),
    );
    lines.push(`  ${cells.join("  ")}`);
  });
  return `${lines.join("\n")}\n`;
}
