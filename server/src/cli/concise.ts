// One line a finding, as compilers print them: for VS Code's problem matcher, Vim's quickfix list, grep.

import { LineIndex, render } from "../core";
import type { FileResult } from "./checking";
import { regionOf } from "./place";
import type { Reporter } from "./reporters";
import { type Terminal, visible } from "./terminal";

/**
 * Prints `path:line:column: severity: message [rule]`, line and column from 1, in UTF-16 code units. The severity is
 * one of `error`, `warning`, `info`, `hint` in every language, since programs read it.
 */
export function conciseReporter(terminal: Terminal): Reporter<string> {
  return {
    begin: () => undefined,
    file: (result) => linesFor(result).join(""),
    add: (part) => terminal.print(part),
    end: () => undefined,
  };
}

function linesFor({ path, analysis, locale }: FileResult): string[] {
  if (!analysis) return [];
  const lines = new LineIndex(analysis.draft.text);
  return analysis.findings.map(({ rule, severity, message, span }) => {
    const { startLine, startColumn } = regionOf(lines, span);
    const place = `${visible(path)}:${startLine}:${startColumn}`;
    return `${place}: ${severity}: ${visible(render(message, locale))} [${rule}]\n`;
  });
}
