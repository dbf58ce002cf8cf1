// Places in a text as LSP counts them (zero-based lines, UTF-16 characters), reckoned here without the server's code.

import assert from "node:assert/strict";
import type { Position, Range } from "vscode-languageserver/node";

/** Where `needle` stands in `text`; it must stand there once. */
export function rangeOf(text: string, needle: string): Range {
  const at = text.indexOf(needle);
  assert.ok(at >= 0, `${JSON.stringify(needle)} is not in the text`);
  assert.equal(text.indexOf(needle, at + 1), -1, `${JSON.stringify(needle)} is in the text twice`);
  return { start: positionAt(text, at), end: positionAt(text, at + needle.length) };
}

/** The whole of a text. */
export function wholeOf(text: string): Range {
  return { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
}

/** The text in a range. */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** The text with a range replaced. */
export function replaced(text: string, { start, end }: Range, newText: string): string {
  return text.slice(0, offsetAt(text, start)) + newText + text.slice(offsetAt(text, end));
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n/);
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function offsetAt(text: string, { line, character }: Position): number {
  let start = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf("\n", start);
    assert.ok(end >= 0, `there is no line ${line}`);
    start = end + 1;
  }
  return start + character;
}
