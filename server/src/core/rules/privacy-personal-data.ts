// privacy/personal-data: an identity-card number or a mobile number in a text that will be published.

import { matchesOf } from "./prose";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

const IDENTITY_CARD =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z.\-—])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|([- ])\d{4}\1\d{4})(?![0-9A-Za-z])/g;

function check({ report, text }: RuleContext): RuleFinding[] {
  const part = text.slice(report.span.start, report.span.end);
  const findings: RuleFinding[] = [];
  const add = (id: "identity-card" | "mobile-number", match: RegExpExecArray) => {
    const start = report.span.start + match.index;
    const span = { start, end: start + match[0].length };
    findings.push({ span, message: { id, masked: masked(match[0]) }, cells: [] });
  };
  for (const match of matchesOf(part, IDENTITY_CARD))
    if (hasRightChecksum(match[0])) add("identity-card", match);
  for (const match of matchesOf(part, MOBILE)) {
    // Figures of three cells side by side, parted by spaces, are no number.
    const at = report.span.start + match.index;
    const inTable = report.tables.some(({ span }) => at < span.end && at + match[0].length > span.start);
    if (!match[1] || !inTable) add("mobile-number", match);
  }
  return findings;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432";

/** The check character of GB 11643—1999, computed from the 17 digits before it. */
function hasRightChecksum(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return CHECK_CHARACTERS[sum % 11] === number[17]!.toUpperCase();
}

/** The number as it may be shown: three digits before, four behind. */
function masked(number: string): string {
  const digits = number.replace(/[^0-9Xx]/g, "");
  return `${digits.slice(0, 3)}${"*".repeat(digits.length - 7)}${digits.slice(-4)}`;
}

function fixes(_: RuleContext, { span, message }: RuleFinding): Fix[] {
  if (!("masked" in message)) return [];
  const edits = [{ span, newText: message.masked }];
  return [{ title: { id: "write-as", value: message.masked }, safety: "suggested", preferred: false, edits }];
}

/** 《政府信息公开条例》 article 15: what would harm a person's privacy is not disclosed. */
export const privacyPersonalData: Rule = {
  code: "privacy/personal-data",
  severity: "warning",
  basis: ["regulations-15", "gb-11643"],
  repairs: ["suggested"],
  check,
  fixes,
};
