// Between the core's offsets and LSP's ranges, and from the core's edits to LSP's.

import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit, Span } from "../core";

/** The range of a span, in lines and UTF-16 characters. */
export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The range of a squiggle: a blank cell has no width, so it takes the delimiter before it, or the character behind. */
export function toVisibleRange(document: TextDocument, text: string, span: Span): Range {
  if (span.start < span.end) return toRange(document, span);
  const before = text[span.start - 1];
  if (before === "\t" || before === "|" || before === "｜" || before === ">") {
    return toRange(document, { start: span.start - 1, end: span.end });
  }
  const behind = String.fromCodePoint(text.codePointAt(span.end) ?? 0);
  return toRange(document, { start: span.start, end: Math.min(span.end + behind.length, text.length) });
}

/** The core's edits as LSP's. */
export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
}

/** The core's edits of a document as an edit that a client applies; with the document's version where it takes that. */
export function workspaceEdit(
  { document, versionedEdits }: { readonly document: TextDocument; readonly versionedEdits: boolean },
  edits: readonly Edit[],
): WorkspaceEdit {
  const changes = toTextEdits(document, edits);
  if (!versionedEdits) return { changes: { [document.uri]: changes } };
  return {
    documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: changes }],
  };
}
