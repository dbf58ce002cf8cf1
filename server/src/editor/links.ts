// Text and cell are one: from a figure in the text to its cells, from a cell to where the text states it, both
// highlighted, and one change made everywhere.

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Draft, type Locale, linkedAt, type RenameProblem, renamableAt, renameEdits } from "../core";
import { toRange, workspaceEdit } from "./convert";

/** The cells that the figure at an offset states; for a cell itself. Empty where no such figure stands there. */
export function definitionAt(document: TextDocument, draft: Draft, offset: number): Location[] {
  const cells = linkedAt(draft, offset)?.cells ?? [];
  return cells.map(({ span }) => ({ uri: document.uri, range: toRange(document, span) }));
}

/** Where the text states the cells of the figure at an offset; the cells too, where `declaration` asks for them. */
export function referencesAt(
  document: TextDocument,
  draft: Draft,
  offset: number,
  declaration: boolean,
): Location[] {
  const linked = linkedAt(draft, offset);
  if (!linked) return [];
  const spans = [...(declaration ? linked.cells : []), ...linked.claims].map(({ span }) => span);
  return spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));
}

/**
 * The cells and claims of the figure at an offset, a cell that nothing states alone too, or the editor would mark every
 * other 0; null where no figure of the tables stands there, so that the editor may do its own.
 */
export function highlightsAt(
  document: TextDocument,
  draft: Draft,
  offset: number,
): DocumentHighlight[] | null {
  const linked = linkedAt(draft, offset);
  if (!linked) return null;
  return [
    ...linked.cells.map(({ span }) => ({
      range: toRange(document, span),
      kind: DocumentHighlightKind.Write,
    })),
    ...linked.claims.map(({ span }) => ({
      range: toRange(document, span),
      kind: DocumentHighlightKind.Read,
    })),
  ];
}

const PROBLEMS: Readonly<Record<RenameProblem, Readonly<Record<Locale, string>>>> = {
  "not-a-figure": { "zh-CN": "请输入数字。", en: "Enter a figure." },
  "not-whole": { "zh-CN": "本格是件数，请输入整数。", en: "This cell is a count: enter a whole number." },
  sum: {
    "zh-CN": "这个数由表中几格合计，不能一并修改，请分别修改各格。",
    en: "This figure is the sum of several cells and cannot be changed everywhere at once; change the cells.",
  },
};

/** The range of the digits that can be changed everywhere, or a sentence why not; null where no figure stands there. */
export function renameRangeAt(
  document: TextDocument,
  draft: Draft,
  offset: number,
  locale: Locale,
): Range | string | null {
  const found = renamableAt(draft, offset);
  if (typeof found === "string") return PROBLEMS[found][locale];
  return found && toRange(document, found);
}

/** The edit that writes another figure wherever the one at an offset is stated, or a sentence why not. */
export function renameAt(
  context: { readonly document: TextDocument; readonly versionedEdits: boolean; readonly locale: Locale },
  draft: Draft,
  offset: number,
  figure: string,
): WorkspaceEdit | string | null {
  const edits = renameEdits(draft, offset, figure);
  if (typeof edits === "string") return PROBLEMS[edits][context.locale];
  return edits && workspaceEdit(context, edits);
}
