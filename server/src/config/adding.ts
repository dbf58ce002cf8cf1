// Adds an entry to `ignore` of a gouji.json as its author would: comments, order and layout stay as they are.

import { applyEdits, type Edit, findNodeAtLocation, modify, type ParseError, parseTree } from "jsonc-parser";
import type { Ignore, Span } from "../core";
import { readConfig } from "./config";

/** An entry for one draft; `file` is relative to the folder of gouji.json, with `/`. */
export interface NewIgnore extends Ignore {
  readonly file: string;
}

/** A replacement of the text in a span. */
export interface ConfigEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The edits that add an entry to a gouji.json's text, empty for a new file; null where the text is too broken for it. */
export function addIgnore(text: string, { file, rule, cells, reason }: NewIgnore): ConfigEdit[] | null {
  const entry = { file, rule, ...(cells.length > 0 && { cells }), reason };
  const edits = edited(text, entry);
  const after = edits && readConfig(applyEdits(text, edits));
  const before = readConfig(text).ignores.length;
  if (!edits || after?.ignores.length !== before + 1) return null;
  return edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}

function edited(text: string, entry: object): Edit[] | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 && text.trim() !== "") return null;
  const last = root && findNodeAtLocation(root, ["ignore"])?.children?.at(-1);
  // jsonc-parser would lay out the entry before anew, too.
  if (last) return behind(text, last, entry);
  try {
    return modify(text, ["ignore", -1], entry, { formattingOptions: layoutOf(text) });
  } catch {
    // `ignore` is no array, or the whole no object.
    return null;
  }
}

/** The entry behind another one, laid out like it; a comment on that one's line stays with it. */
function behind(text: string, last: { offset: number; length: number }, entry: object): Edit[] {
  const indent = text.slice(text.lastIndexOf("\n", last.offset - 1) + 1, last.offset);
  const end = last.offset + last.length;
  const [rest, comma, comment] = /^([ \t]*,)?([ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/))?/.exec(
    text.slice(end),
  )!;
  const { insertSpaces, tabSize, eol } = layoutOf(text);
  const ownLine = indent.trim() === "";
  const oneLine = !text.slice(last.offset, end).includes("\n");
  const written = JSON.stringify(entry, null, insertSpaces ? tabSize : "\t").replace(/\n\s*/g, (space) =>
    oneLine ? " " : eol + indent + space.slice(1),
  );
  const content = (ownLine ? eol + indent : comment ? eol : " ") + written + (comma ? "," : "");
  const parting = comma ? [] : [{ offset: end, length: 0, content: "," }];
  return [...parting, { offset: end + rest.length, length: 0, content }];
}

function layoutOf(text: string) {
  const [, indent = "  "] = /^([ \t]+)\S/m.exec(text) ?? [];
  return {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
    insertFinalNewline: text === "",
  };
}
