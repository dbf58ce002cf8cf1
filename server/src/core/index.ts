// What the shells (server, command line, editor features) may import of the core.

export { holdsReport, mayHoldReport, readDraft } from "./draft/read";
export {
  type Analysis,
  analyse,
  type Crash,
  type Finding,
  type IgnoredFinding,
  type Settings,
} from "./engine/analyse";
export { ignoreLine } from "./engine/comments";
export {
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  diagnosedWith,
  diagnosesOf,
  diagnosisOf,
  knownDiagnoses,
  type TrustedFigure,
} from "./engine/diagnoses";
export { allTotalEdits, applyEdits, safeEdits, tableTotalEdits, totalsMend } from "./engine/edits";
export { changesOf, fixesOf, uniqueFixes } from "./engine/fixes";
export { type CommentEdit, commentEdit } from "./engine/ignoring";
export { ledgerOf } from "./engine/ledger";
export { linkedAt, type RenameProblem, renamableAt, renameEdits } from "./engine/links";
export { cellsNaming } from "./engine/naming";
export { causeNotice, type Notice, noticesOf } from "./engine/notices";
export { type CheckedPart, Session } from "./engine/session";
export type { Ignore, Silence } from "./engine/suppress";
export * from "./form";
export { alignmentEditsAt, type FormatEdit, formatEdits, isHtmlPage } from "./format";
export { basisName, type Locale, render, rulePage, ruleText, subjectName } from "./render";
export { renderLedger } from "./render/ledger";
export { type Cause, locateAll, type Repair } from "./repair/locate";
export * from "./report/model";
export type { Breakdown, Change, Claim, Narrative, Share } from "./report/narrative";
export { isRuleCode, RULES } from "./rules";
export type { FixMessage, Message, UnusedIgnore } from "./rules/message";
export type { Basis, Edit, Fix, Related, Rule, RuleCode, Safety, Severity } from "./rules/rule";
export * from "./template";
export { LineIndex, type Position } from "./text/lines";
export { plainLine } from "./text/markup";
export { formatQuantity, type Quantity, toNumber } from "./text/quantity";
export type { Span } from "./text/span";
export { displayWidth } from "./text/width";
