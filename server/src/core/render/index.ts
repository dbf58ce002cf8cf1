// Words findings, fixes and rules in the user's language.

import type { Message } from "../rules/message";
import type { Locale } from "./catalog";
import { en } from "./en";
import { zh } from "./zh";

export { basisName } from "./bases";
export type { Locale } from "./catalog";
export { rulePage, ruleText, subjectName } from "./ruleTexts";

/** The sentence for a message, in plain text. */
export function render(message: Message, locale: Locale): string {
  const catalog = locale === "en" ? en : zh;
  return (catalog[message.id] as (data: Message) => string)(message);
}
