// Formatting the whole document, and aligning a pipe table while it is typed.

import type { TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { alignmentEditsAt, type Draft, formatEdits } from "../core";
import { toTextEdits } from "./convert";

/** The edits that bring the draft to its canonical layout. */
export function formattingOf(document: TextDocument, draft: Draft): TextEdit[] {
  return toTextEdits(document, formatEdits(draft));
}

/** The edits that align the table of the row in which `typed` was just typed, with the cursor behind it. */
export function typingEditsAt(document: TextDocument, offset: number, typed: string): TextEdit[] {
  return toTextEdits(document, alignmentEditsAt(document.getText(), offset, typed !== "|"));
}
