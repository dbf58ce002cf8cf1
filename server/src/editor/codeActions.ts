// Quick fixes of the findings under the cursor, all totals of a table, and `source.fixAll.gouji`.

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from "vscode-languageserver";
import {
  allTotalEdits,
  type Edit,
  type Finding,
  type Fix,
  type FixMessage,
  fixesOf,
  render,
  safeEdits,
  tableTotalEdits,
  tableWith,
} from "../core";
import { toVisibleRange, workspaceEdit } from "./convert";
import { diagnosticOf } from "./diagnostics";
import { type IgnoreContext, ignoreActions } from "./ignoring";
import { placeholderActions } from "./placeholders";

/** Corrects every total of the document; run only when the user asks. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.gouji`;

export interface CodeActionContext extends IgnoreContext {
  /** Whether the client has `gouji.nextPlaceholder`. */
  readonly jumps: boolean;
}

/** The code actions for a range; only kinds that the request asks for. */
export function codeActionsAt(
  context: CodeActionContext,
  { range, context: asked }: CodeActionParams,
): CodeAction[] {
  const wants = (kind: string) =>
    !asked.only || asked.only.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const { document } = context;
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const touched = context.analysis.findings.filter((finding) => {
      const at = toVisibleRange(document, context.analysis.draft.text, finding.span);
      return document.offsetAt(at.start) <= to && from <= document.offsetAt(at.end);
    });
    const found = touched.map((finding) => ({ finding, fixes: fixesOf(context.analysis, finding) }));
    actions.push(
      ...found.flatMap((each) => quickFixes(context, each)),
      ...tableTotals(context, found),
      ...(context.jumps ? placeholderActions(context, touched) : []),
      ...ignoreActions(context, touched),
    );
  }
  if (asked.only && wants(FIX_ALL)) {
    actions.push(...fixAll(context, asked.triggerKind === CodeActionTriggerKind.Automatic));
  }
  return actions;
}

interface Fixable {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

function quickFixes(context: CodeActionContext, { finding, fixes }: Fixable): CodeAction[] {
  return fixes.map((fix) => ({
    title: render(fix.title, context.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(context, finding)],
    isPreferred: fix.preferred,
    edit: workspaceEdit(context, fix.edits),
  }));
}

/** For a wrong or blank total: all totals of its table, and all of the document, where there are more. */
function tableTotals(context: CodeActionContext, found: readonly Fixable[]): CodeAction[] {
  const { draft } = context.analysis;
  const finding = found.find(({ fixes }) => fixes.some((fix) => fix.safety === "computed"))?.finding;
  const report = finding && draft.reports[finding.report];
  const table = report && tableWith(report, finding.cells[0]!);
  if (!report || !table) return [];
  const inTable = tableTotalEdits(draft.text, report, table);
  const all = allTotalEdits(draft);
  const actions: CodeAction[] = [];
  const add = (id: "table-totals" | "all-totals", edits: readonly Edit[]) =>
    actions.push(action(context, CodeActionKind.QuickFix, { id, count: edits.length }, edits));
  if (inTable.length > 1) add("table-totals", inTable);
  if (all.length > inTable.length) add("all-totals", all);
  return actions;
}

/** On save and other automatic runs nothing but what changes no figure; totals only when the user asks for them. */
function fixAll(context: CodeActionContext, automatic: boolean): CodeAction[] {
  const totals = automatic ? [] : allTotalEdits(context.analysis.draft);
  const safe = safeEdits(context.analysis).filter((edit) => !totals.some((total) => overlap(edit, total)));
  if (totals.length + safe.length === 0) return [];
  const title = { id: "fix-all", totals: totals.length, spellings: safe.length } as const;
  return [action(context, FIX_ALL, title, [...totals, ...safe])];
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

function action(
  context: CodeActionContext,
  kind: string,
  title: FixMessage,
  edits: readonly Edit[],
): CodeAction {
  return { title: render(title, context.locale), kind, edit: workspaceEdit(context, edits) };
}
