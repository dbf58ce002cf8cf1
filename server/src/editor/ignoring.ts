// The quick fixes that silence a finding for a reason, by a comment in the draft or by an entry in gouji.json. Clients
// with the command `gouji.ignore` ask the reason, then for the edit; others get an edit with the reason left to write.

import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from "vscode-languageserver";
import {
  type Analysis,
  cellsNaming,
  commentEdit,
  type Finding,
  type Ignore,
  type Notice,
  render,
} from "../core";
import { toRange, workspaceEdit } from "./convert";
import { type DiagnosticContext, diagnosticOf } from "./diagnostics";

/** The client's command that asks the reason. It takes `IgnoreRequest` without the reason. */
export const IGNORE_COMMAND = "gouji.ignore";

/** Which finding to silence, found again by what it is about, and where the reason goes. */
export interface IgnoreRequest {
  readonly uri: string;
  readonly rule: string;
  readonly cells: readonly string[];
  readonly range: Range;
  readonly place: "draft" | "config";
  readonly reason: string;
}

/** Gives the edit that adds an entry to the gouji.json of the document; null where there can be none. */
export type ConfigEditor = (ignore: Ignore) => WorkspaceEdit | null;

export interface IgnoreContext extends DiagnosticContext {
  readonly versionedEdits: boolean;
  /** Whether the client has `gouji.ignore`. */
  readonly asksReason: boolean;
  /** Whether the client asks for an action's edit when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Null for documents that can have no gouji.json. */
  readonly configEditor: ConfigEditor | null;
}

/** Where a selection touches more findings, nobody could tell from the menu which is which. */
const MOST = 4;

/**
 * Two actions for each finding that can be silenced, those on the draft first. Findings that an entry cannot tell apart
 * have them once.
 */
export function ignoreActions(context: IgnoreContext, notices: readonly Notice[]): CodeAction[] {
  const named = new Map<string, [Finding, Notice]>();
  for (const notice of notices) {
    for (const finding of notice.findings) {
      if (finding.rule === "ignore/unused") continue;
      const { rule, cells } = ignoreOf(context.analysis, finding, "");
      const name = JSON.stringify([finding.report, rule, cells]);
      if (!named.has(name)) named.set(name, [finding, notice]);
    }
  }
  if (named.size > MOST) return [];
  return (["draft", "config"] as const).flatMap((place) =>
    [...named.values()].flatMap(([finding, notice]) => actionFor(context, finding, notice, place) ?? []),
  );
}

function actionFor(
  context: IgnoreContext,
  finding: Finding,
  notice: Notice,
  place: IgnoreRequest["place"],
): CodeAction | null {
  const { document, locale, asksReason, resolvesEdits, configEditor } = context;
  if (place === "config" && !configEditor) return null;
  const { rule, cells } = finding;
  const whole = cells.length === 0;
  const title = render({ id: `ignore-in-${place}`, rule, whole, asks: asksReason }, locale);
  const action = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(context, notice)],
    isPreferred: false,
  };
  const request = { uri: document.uri, rule, cells, range: toRange(document, finding.span), place };
  if (asksReason) return { ...action, command: { title, command: IGNORE_COMMAND, arguments: [request] } };
  const reason = render({ id: "reason-to-write" }, locale);
  // Finding the place for a comment takes as long as reading the draft anew.
  if (resolvesEdits) return { ...action, data: { ...request, reason } satisfies IgnoreRequest };
  const edit = editFor(context, finding, place, reason);
  return edit && { ...action, edit };
}

/** The edit that a request asks for; null where the finding is no longer there, or cannot be silenced so. */
export function ignoreEdit(
  context: IgnoreContext,
  { rule, cells, range, place, reason }: IgnoreRequest,
): WorkspaceEdit | null {
  const { document, analysis } = context;
  const finding = analysis.findings.find(
    (candidate) =>
      candidate.rule === rule &&
      candidate.cells.join() === cells.join() &&
      candidate.span.start === document.offsetAt(range.start),
  );
  return finding ? editFor(context, finding, place, reason) : null;
}

function editFor(
  context: IgnoreContext,
  finding: Finding,
  place: IgnoreRequest["place"],
  reason: string,
): WorkspaceEdit | null {
  const { analysis, configEditor } = context;
  if (place === "config") return configEditor?.(ignoreOf(analysis, finding, reason)) ?? null;
  const edit = commentEdit(analysis, finding, reason);
  return edit && workspaceEdit(context, [edit]);
}

function ignoreOf({ draft }: Analysis, finding: Finding, reason: string): Ignore {
  const edition = draft.reports[finding.report]?.edition ?? null;
  return { rule: finding.rule, cells: cellsNaming(finding, edition), reason };
}
