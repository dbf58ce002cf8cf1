// Runs the rules over a draft: severity, suppression, order; a rule that throws does not stop the others.

import { readDraft } from "../draft/read";
import type { Draft } from "../report/model";
import { RULES } from "../rules";
import type { Fix, Rule, RuleCode, RuleFinding, Severity } from "../rules/rule";
import { ignoresOf, isIgnored } from "./suppress";

export interface Finding extends RuleFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** Which of the draft's reports it is in. */
  readonly report: number;
}

export interface Settings {
  /** Severities other than the rules' own, by code. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
}

/** A rule that threw: a defect of Gouji, for the log. */
export interface Crash {
  readonly rule: RuleCode;
  readonly error: unknown;
}

export interface Analysis {
  readonly draft: Draft;
  /** In the draft's order. */
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
}

/** Reads and checks a text. Pure: the same text and settings give the same analysis; never throws. */
export function analyse(text: string, settings: Settings = {}, rules: readonly Rule[] = RULES): Analysis {
  const draft = readDraft(text);
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  draft.reports.forEach((report, index) => {
    const ignores = ignoresOf(text, report, index === 0);
    for (const rule of rules) {
      const severity = settings.severities?.[rule.code] ?? rule.severity;
      if (severity === "off") continue;
      try {
        for (const finding of rule.check({ text, report })) {
          if (isIgnored(ignores, rule.code, finding)) continue;
          findings.push({ ...finding, rule: rule.code, severity, report: index });
        }
      } catch (error) {
        crashes.push({ rule: rule.code, error });
      }
    }
  });
  findings.sort((a, b) => a.span.start - b.span.start);
  return { draft, findings, crashes };
}

/** The fixes of a finding of this analysis, best first. */
export function fixesOf({ draft }: Analysis, finding: Finding, rules: readonly Rule[] = RULES): Fix[] {
  const rule = rules.find((candidate) => candidate.code === finding.rule);
  const report = draft.reports[finding.report];
  return rule?.fixes && report ? rule.fixes({ text: draft.text, report }, finding) : [];
}
