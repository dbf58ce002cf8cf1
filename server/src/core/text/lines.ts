// Lines of a text as offsets. Readers walk them; only the edges turn offsets into line and character.

import { countBefore } from "./search";
import type { Span } from "./span";

/** The lines of `text` as spans without their line ends (LF, CRLF or CR). A last empty line is included. */
export function lineSpans(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) {
      lines.push({ start, end: i });
      start = i + 1;
    } else if (code === 0x0d) {
      lines.push({ start, end: i });
      if (text.charCodeAt(i + 1) === 0x0a) i++;
      start = i + 1;
    }
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** A zero-based line and a character in UTF-16 code units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns UTF-16 offsets into zero-based lines and characters, as LSP and the CLI's JSON want them. */
export class LineIndex {
  private known: readonly Span[] | null = null;

  constructor(private readonly text: string) {}

  /** Cut when the first place is asked for: most reports of a batch have no finding. */
  private get lines(): readonly Span[] {
    this.known ??= lineSpans(this.text);
    return this.known;
  }

  /** The number of lines, at least 1. */
  get lineCount(): number {
    return this.lines.length;
  }

  /** The position of an offset; offsets inside a line end count as the end of their line. */
  positionAt(offset: number): Position {
    const { lines } = this;
    const at = Math.max(0, countBefore(lines.length, (i) => lines[i]!.start <= offset) - 1);
    const line = lines[at]!;
    return { line: at, character: Math.max(0, Math.min(offset, line.end) - line.start) };
  }

  /** The span of a zero-based line without its line end; the last line's where there is no such line. */
  lineAt(line: number): Span {
    return this.lines[Math.min(line, this.lines.length - 1)]!;
  }
}

/** Whether a character ends a line; no character does not. */
export function isLineEnd(char: string | undefined): boolean {
  return char === "\n" || char === "\r";
}

/** How many lines of `text` end in it (LF, CRLF or CR). */
export function lineEnds(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) count++;
  }
  return count;
}
