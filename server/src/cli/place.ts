// Where a finding is, as other programs name places: one-based lines and columns, URIs, and a fingerprint that stays
// when lines move.

import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Analysis, Finding, LineIndex, Span } from "../core";

/** One-based; columns count UTF-16 code units, and the last one is the first behind the place. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The region of a span. */
export function regionOf(lines: LineIndex, span: Span): Region {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A path as it was given, with `/` between folders on every system and no `./` before it. */
export function slashed(path: string): string {
  const plain = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
  return plain.replace(/^(?:\.\/+)+(?=.)/, "");
}

/** A file's URI: relative where its path is. */
export function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return slashed(path).split("/").map(encodeURIComponent).join("/");
}

/**
 * What tells a finding from others though lines move, languages change and other findings come and go: the file, the
 * report's organ and year, the rule, the cells and what the rule says of them, figures included.
 */
export function fingerprintOf(path: string, { draft }: Analysis, finding: Finding): string {
  const report = draft.reports[finding.report];
  const { rule, cells, message } = finding;
  const known = [rule, slashed(path), report?.organ ?? null, report?.year ?? null, cells, message];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex").slice(0, 32);
}
