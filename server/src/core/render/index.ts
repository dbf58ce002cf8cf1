// Words findings and fixes in the user's language.

import type { Message } from "../rules/message";
import { en } from "./en";
import { zh } from "./zh";

export type Locale = "zh-CN" | "en";

/** The sentence for a message, in plain text. */
export function render(message: Message, locale: Locale): string {
  const catalog = locale === "en" ? en : zh;
  return (catalog[message.id] as (data: Message) => string)(message);
}
