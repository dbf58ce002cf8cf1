// The user's settings under `gouji`, checked: a wrong value is named in the log and its default used.

import type { Config } from "../config/config";
import { type Ignore, isRuleCode, type Locale, type Severity } from "../core";

/** A gouji.json as it holds for a document on a day. */
export interface AppliedConfig {
  readonly uri: string;
  readonly config: Config;
  /** The document's path below the folder of gouji.json, with `/`. */
  readonly document: string;
  readonly day: string;
}

export interface ServerSettings {
  /** Whether plain text and Markdown are looked through for reports. */
  readonly detect: boolean;
  readonly locale: Locale;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** What the gouji.json above a document silences in it. */
  readonly ignores?: readonly Ignore[];
  /** That gouji.json; absent where there is none. */
  readonly applied?: AppliedConfig;
}

export const DEFAULTS: ServerSettings = { detect: true, locale: "zh-CN", severities: {} };

const SEVERITIES = new Set<unknown>(["error", "warning", "info", "hint", "off"]);

/** Reads the `gouji` section of the client's settings; `complain` gets a sentence for each value that is wrong. */
export function readSettings(section: unknown, complain: (problem: string) => void): ServerSettings {
  if (section === null || section === undefined) return DEFAULTS;
  if (typeof section !== "object" || Array.isArray(section)) {
    complain(`gouji: expected an object, got ${JSON.stringify(section)}`);
    return DEFAULTS;
  }
  const { detect, locale, rules } = section as Record<string, unknown>;
  return {
    detect: oneOf("gouji.detect", detect, [true, false], DEFAULTS.detect, complain),
    locale: oneOf<Locale>("gouji.locale", locale, ["zh-CN", "en"], DEFAULTS.locale, complain),
    severities: readSeverities(rules, complain),
  };
}

function oneOf<T>(
  name: string,
  value: unknown,
  allowed: readonly T[],
  fallback: T,
  complain: (problem: string) => void,
): T {
  if (value === undefined || value === null) return fallback;
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  complain(
    `${name}: ${JSON.stringify(value)} is none of ${JSON.stringify(allowed)}; ${JSON.stringify(fallback)} is used`,
  );
  return fallback;
}

function readSeverities(
  rules: unknown,
  complain: (problem: string) => void,
): Record<string, Severity | "off"> {
  const severities: Record<string, Severity | "off"> = {};
  if (rules === undefined || rules === null) return severities;
  if (typeof rules !== "object" || Array.isArray(rules)) {
    complain('gouji.rules: expected an object such as {"table/shape": "off"}');
    return severities;
  }
  for (const [code, severity] of Object.entries(rules)) {
    if (!isRuleCode(code)) complain(`gouji.rules: there is no rule ${JSON.stringify(code)}`);
    else if (!SEVERITIES.has(severity)) {
      complain(
        `gouji.rules: ${code}: ${JSON.stringify(severity)} is none of error, warning, info, hint, off`,
      );
    } else severities[code] = severity as Severity | "off";
  }
  return severities;
}
