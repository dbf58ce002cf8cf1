// What there is to say of each rule, and where its page is. A rule without its texts in every language does not compile.

import type { RuleCode } from "../rules/rule";
import type { Locale } from "./catalog";
import { EN_RULES, EN_SUBJECTS } from "./enRules";
import { ZH_RULES, ZH_SUBJECTS } from "./zhRules";

export interface RuleText {
  /** What the rule finds, in one line without a full stop. */
  readonly summary: string;
  /** Why it matters, in one or two sentences. */
  readonly why: string;
}

/** The part of a rule's code before the slash. */
export type Subject = RuleCode extends infer Code ? (Code extends `${infer S}/${string}` ? S : never) : never;

/** The texts of all rules in a language. */
export type RuleTexts = Readonly<Record<RuleCode, RuleText>>;

/** The names of all subjects in a language. */
export type SubjectNames = Readonly<Record<Subject, string>>;

/** The texts of a rule in a language. */
export function ruleText(code: RuleCode, locale: Locale): RuleText {
  return (locale === "en" ? EN_RULES : ZH_RULES)[code];
}

/** The name of a rule's subject in a language. */
export function subjectName(code: RuleCode, locale: Locale): string {
  const subject = code.slice(0, code.indexOf("/")) as Subject;
  return (locale === "en" ? EN_SUBJECTS : ZH_SUBJECTS)[subject];
}

/** The rule's page in a language, relative to the project's root. */
export function rulePage(code: RuleCode, locale: Locale): string {
  return `docs/rules/${code.replace("/", "-")}${locale === "en" ? "" : `.${locale}`}.md`;
}
