// Runs the rules over a draft: severity, suppression, order; a rule that throws does not stop the others.

import { readDraft } from "../draft/read";
import type { Draft } from "../report/model";
import { RULES } from "../rules";
import type { Rule, RuleCode, RuleFinding, Severity } from "../rules/rule";
import type { Span } from "../text/span";
import { commentsOf, type Entry, faultOf, type Ignore, type Silence, silenceOf, UNUSED } from "./suppress";

export interface Finding extends RuleFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** Which of the draft's reports it is in. */
  readonly report: number;
}

/** A finding that a comment or an entry of gouji.json silences. */
export interface IgnoredFinding extends Finding {
  readonly silence: Silence;
}

export interface Settings {
  /** Severities other than the rules' own, by code. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** What is silenced from outside the draft; entries that have expired are not among them. */
  readonly ignores?: readonly Ignore[];
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
  /** What is silenced, in the draft's order. */
  readonly ignored: readonly IgnoredFinding[];
  /** Those of `Settings.ignores` that silence nothing here though their rules ran. */
  readonly unusedIgnores: readonly Ignore[];
  readonly crashes: readonly Crash[];
}

/** The severity of a rule's findings. */
export function severityOf({ code, severity }: Rule, { severities }: Settings): Severity | "off" {
  return severities?.[code] ?? severity;
}

/** What a rule found, as a finding in a draft's report. */
export function findingOf(found: RuleFinding, { code }: Rule, severity: Severity, report: number): Finding {
  const level = found.doubt && severity !== "hint" ? "info" : severity;
  return { ...found, rule: code, severity: level, report };
}

/** Reads and checks a text. Pure: the same text and settings give the same analysis; never throws. */
export function analyse(text: string, settings: Settings = {}, rules: readonly Rule[] = RULES): Analysis {
  return check(readDraft(text), settings, rules);
}

/** Checks what was read of a text. Pure; never throws. */
export function check(draft: Draft, settings: Settings = {}, rules: readonly Rule[] = RULES): Analysis {
  const { text } = draft;
  const findings: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  const crashes: Crash[] = [];
  const { ignores = [] } = settings;
  const fromConfig = ignores.map((ignore): Entry => ({ ...ignore, source: "config", used: false }));
  const idle = new Set<string>(
    rules.filter((rule) => severityOf(rule, settings) === "off").map(({ code }) => code),
  );
  const ran = (code: string) => rules.some((rule) => rule.code === code) && !idle.has(code);
  const unused = rules.find(({ code }) => code === UNUSED);
  draft.reports.forEach((report, index) => {
    const comments = commentsOf(text, report);
    const entries: Entry[] = [...comments.entries, ...fromConfig];
    for (const rule of rules) {
      const severity = severityOf(rule, settings);
      if (severity === "off") continue;
      try {
        for (const found of rule.check({ text, report })) {
          const finding = findingOf(found, rule, severity, index);
          const silence = silenceOf(entries, rule.code, finding);
          if (silence) ignored.push({ ...finding, silence });
          else findings.push(finding);
        }
      } catch (error) {
        crashes.push({ rule: rule.code, error });
        idle.add(rule.code);
      }
    }
    const severity = unused ? severityOf(unused, settings) : "off";
    if (severity === "off") return;
    const tell = (span: Span, message: Finding["message"]) =>
      findings.push({ span, message, cells: [], rule: UNUSED, severity, report: index });
    for (const entry of comments.entries) {
      const fault = faultOf(entry, ran);
      if (fault) tell(entry.span, fault);
    }
    for (const span of comments.malformed) {
      tell(span, { id: "unused-ignore", source: "comment", why: "malformed", name: "" });
    }
  });
  const inOrder = (a: Finding, b: Finding) => a.span.start - b.span.start;
  return {
    draft,
    findings: findings.sort(inOrder),
    ignored: ignored.sort(inOrder),
    unusedIgnores: ignores.filter((_, i) => !fromConfig[i]!.used && ran(fromConfig[i]!.rule)),
    crashes,
  };
}
