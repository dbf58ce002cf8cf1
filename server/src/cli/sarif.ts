// What code scanning reads: SARIF 2.1.0, one run with all files. Its schema is at
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

import { isAbsolute } from "node:path";
import { version } from "../../../package.json";
import {
  type Analysis,
  type Edit,
  type Finding,
  type Fix,
  fixesOf,
  LineIndex,
  type Locale,
  RULES,
  render,
  ruleText,
  type Severity,
  type Silence,
  type Span,
} from "../core";
import type { FileResult } from "./checking";
import { fingerprintOf, regionOf, uriOf } from "./place";
import type { Reporter } from "./reporters";
import type { Terminal } from "./terminal";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json";
const LEVELS = { error: "error", warning: "warning", info: "note", hint: "note" } as const;

/** The level of a severity in SARIF, which has one for both of the lowest. */
function levelOf(severity: Severity): "error" | "warning" | "note" {
  return LEVELS[severity];
}

interface Said {
  readonly results: readonly object[];
  readonly notifications: readonly object[];
}

/** Prints one log once all files are checked, since a SARIF log begins with what it can only say then. */
export function sarifReporter(terminal: Terminal): Reporter<Said> {
  const results: object[] = [];
  const notifications: object[] = [];
  return {
    begin: () => undefined,
    file: (result) => ({ results: resultsOf(result), notifications: notificationsOf(result) }),
    add: (said) => {
      results.push(...said.results);
      notifications.push(...said.notifications);
    },
    end: ({ failed, locale }) => {
      const run = {
        tool: { driver: driverIn(locale) },
        language: locale,
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: failed === 0, toolExecutionNotifications: notifications }],
        results,
      };
      terminal.print(`${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 1)}\n`);
    },
  };
}

function driverIn(locale: Locale) {
  return {
    name: "Gouji",
    version,
    semanticVersion: version,
    rules: RULES.map(({ code, severity }) => ({
      id: code,
      shortDescription: { text: ruleText(code, locale).summary },
      fullDescription: { text: ruleText(code, locale).why },
      defaultConfiguration: { level: levelOf(severity) },
    })),
  };
}

function resultsOf({ path, analysis, locale }: FileResult): object[] {
  if (!analysis) return [];
  const place = placer(path, analysis);
  const result = (finding: Finding, silence: Silence | null) =>
    resultOf({ path, analysis, finding, silence, place, locale });
  return [
    ...analysis.findings.map((finding) => result(finding, null)),
    ...analysis.ignored.map((finding) => result(finding, finding.silence)),
  ];
}

interface Found {
  readonly path: string;
  readonly analysis: Analysis;
  readonly finding: Finding;
  readonly silence: Silence | null;
  readonly place: Placer;
  readonly locale: Locale;
}

function resultOf({ path, analysis, finding, silence, place, locale }: Found) {
  const { rule, severity, message, span, related = [] } = finding;
  const fixes = fixesOf(analysis, finding);
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ code }) => code === rule),
    level: levelOf(severity),
    message: { text: render(message, locale) },
    locations: [{ physicalLocation: place.at(span) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        physicalLocation: place.at(other.span),
        message: { text: render(other.message, locale) },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, place, locale)) }),
    partialFingerprints: { "goujiFinding/v1": fingerprintOf(path, analysis, finding) },
    // Where any result of a run says whether it is suppressed, all have to.
    suppressions: silence ? [suppressionOf(silence)] : [],
  };
}

function fixOf({ title, edits }: Fix, place: Placer, locale: Locale) {
  return {
    description: { text: render(title, locale) },
    artifactChanges: [{ artifactLocation: place.artifact, replacements: edits.map(place.replacement) }],
  };
}

function suppressionOf({ source, reason }: Silence) {
  return {
    kind: source === "comment" ? "inSource" : "external",
    ...(reason !== "" && { justification: reason }),
  };
}

type Placer = ReturnType<typeof placer>;

function placer(path: string, { draft }: Analysis) {
  const lines = new LineIndex(draft.text);
  const artifact = artifactOf(path);
  return {
    artifact,
    at: (span: Span) => ({ artifactLocation: artifact, region: regionOf(lines, span) }),
    replacement: ({ span, newText }: Edit) => ({
      deletedRegion: regionOf(lines, span),
      insertedContent: { text: newText },
    }),
  };
}

/** Relative paths are below the folder that Gouji ran in, which whoever reads the log knows as its source's root. */
function artifactOf(path: string) {
  const uri = uriOf(path);
  return isAbsolute(path) ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
}

function notificationsOf({ path, problems }: FileResult): object[] {
  return problems.map((text) => ({
    level: "error",
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
  }));
}
