// Quick fixes of the findings under the cursor, all totals of a table, and `source.fixAll.gouji`.

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Range,
} from "vscode-languageserver";
import {
  allTotalEdits,
  diagnosesOf,
  type Edit,
  type Fix,
  type FixMessage,
  fixesOf,
  type Notice,
  noticesOf,
  render,
  type Span,
  safeEdits,
  tableTotalEdits,
  tableWith,
  totalsMend,
  uniqueFixes,
} from "../core";
import { toVisibleRange, workspaceEdit } from "./convert";
import { diagnosticOf } from "./diagnostics";
import { type IgnoreContext, ignoreActions } from "./ignoring";
import { ledgerActions } from "./ledger";
import { FIX_ALL } from "./offered";
import { placeholderActions } from "./placeholders";
import { trustActions } from "./trusting";

export interface CodeActionContext extends IgnoreContext {
  /** Whether the client has `gouji.nextPlaceholder`. */
  readonly jumps: boolean;
  /** Whether the client has `gouji.ledger`. */
  readonly showsLedgers: boolean;
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
    // Which cells are wrong must be known before the notices are told apart.
    diagnosesOf(context.analysis);
    const touched = noticesAt(context, range);
    const found = touched.map((notice) => ({ notice, fixes: fixesOfNotice(context, notice) }));
    actions.push(
      ...found.flatMap((each) => quickFixes(context, each)),
      ...tableTotals(context, found),
      ...(context.jumps ? placeholderActions(context, touched) : []),
      ...trustActions(context, touched),
      ...(context.showsLedgers ? ledgerActions(context, touched) : []),
      ...ignoreActions(context, touched),
    );
  }
  if (asked.only && wants(FIX_ALL)) {
    actions.push(...fixAll(context, asked.triggerKind === CodeActionTriggerKind.Automatic));
  }
  return actions;
}

/** The notices whose squiggle, or the place of one of whose findings, a range touches. */
function noticesAt({ document, analysis }: CodeActionContext, range: Range): Notice[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isTouched = (span: Span) => {
    const at = toVisibleRange(document, analysis.draft.text, span);
    return document.offsetAt(at.start) <= to && from <= document.offsetAt(at.end);
  };
  return noticesOf(analysis).filter(
    ({ span, findings }) => isTouched(span) || findings.some((finding) => isTouched(finding.span)),
  );
}

/** The fixes of all findings of a notice, each edit once. */
function fixesOfNotice({ analysis }: CodeActionContext, { findings }: Notice): Fix[] {
  return uniqueFixes(findings.flatMap((finding) => fixesOf(analysis, finding)));
}

interface Fixable {
  readonly notice: Notice;
  readonly fixes: readonly Fix[];
}

function quickFixes(context: CodeActionContext, { notice, fixes }: Fixable): CodeAction[] {
  return fixes.map((fix) => ({
    title: render(fix.title, context.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(context, notice)],
    isPreferred: fix.preferred,
    edit: workspaceEdit(context, fix.edits),
  }));
}

/** For a wrong or blank total: all totals of its table, and all of the document, where there are more. */
function tableTotals(context: CodeActionContext, found: readonly Fixable[]): CodeAction[] {
  const { draft } = context.analysis;
  const notice = found.find(({ fixes }) => fixes.some((fix) => fix.safety === "computed"))?.notice;
  const finding = notice?.findings[0];
  const report = finding && draft.reports[finding.report];
  const table = report && tableWith(report, finding.cells[0]!);
  if (!report || !table) return [];
  if (!totalsMend(report, table)) return [];
  const inTable = tableTotalEdits(draft.text, report, table);
  const all = allTotalEdits(draft);
  const actions: CodeAction[] = [];
  // Without diagnostics VS Code would list them behind all others, those that ignore a finding among them.
  const diagnostics = [diagnosticOf(context, notice)];
  const add = (id: "table-totals" | "all-totals", edits: readonly Edit[]) =>
    actions.push({
      ...action(context, CodeActionKind.QuickFix, { id, count: edits.length }, edits),
      diagnostics,
    });
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
