// What GitHub Actions reads: a workflow command for each finding, which GitHub shows as an annotation at its line.

import { LineIndex, render, type Severity } from "../core";
import type { FileResult } from "./checking";
import { regionOf, slashed } from "./place";
import type { Reporter } from "./reporters";
import type { Terminal } from "./terminal";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Prints one command a finding, and one for each file that could not be checked. */
export function githubReporter(terminal: Terminal): Reporter<string> {
  return {
    begin: () => undefined,
    file: (result) => commandsFor(result).join(""),
    add: (part) => terminal.print(part),
    end: () => undefined,
  };
}

function commandsFor({ path, analysis, locale, problems }: FileResult): string[] {
  const file = slashed(path);
  const failures = problems.map((problem) => command("error", { file, title: "gouji" }, problem));
  if (!analysis) return failures;
  const lines = new LineIndex(analysis.draft.text);
  const found = analysis.findings.map(({ rule, severity, message, span }) => {
    const { startLine, startColumn, endLine, endColumn } = regionOf(lines, span);
    // GitHub takes columns only for places within one line.
    const columns = startLine === endLine ? { col: startColumn, endColumn } : {};
    const place = { file, line: startLine, endLine, ...columns, title: rule };
    return command(COMMANDS[severity], place, render(message, locale));
  });
  return [...found, ...failures];
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${given.join(",")}::${escapeMessage(message)}\n`;
}

/** As GitHub's own toolkit escapes them. */
function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
