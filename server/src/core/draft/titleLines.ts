// Finds titles among the lines of a text, before anything else is read of it, or among blocks.

import { trimmed } from "../text/space";
import type { Span } from "../text/span";
import type { Block } from "./grid";
import { isOwnLine, unquoted } from "./piece";
import { mayEndTitle, type TitleParts, titleAt } from "./title";

export interface FoundTitle extends TitleParts {
  readonly span: Span;
  readonly text: string;
  /** How many lines it takes. */
  readonly lines: number;
}

/** A line with more than fillers in it. */
export interface WrittenLine {
  readonly start: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Its content, without fillers at its ends. */
  readonly span: Span;
  /** Whether it may be the last line of a title. */
  readonly mayEnd: boolean;
}

/** A title has three lines at most. */
const MOST_LINES = 3;

/** The written lines of a text from an offset on, found as far as they are asked for. */
export class WrittenLines {
  /** How far the text was looked at. */
  reached: number;
  private readonly found: WrittenLine[] = [];

  constructor(
    private readonly text: string,
    from: number,
  ) {
    this.reached = from;
  }

  at(index: number): WrittenLine | undefined {
    while (this.found.length <= index && this.reached < this.text.length) this.scan();
    return this.found[index];
  }

  textAt(index: number): string | undefined {
    const line = this.at(index);
    return line && this.text.slice(line.span.start, line.span.end);
  }

  /** The title that begins on a line; null where none does. */
  titleAt(index: number): FoundTitle | null {
    const line = this.at(index)!;
    if (!line.mayEnd && !this.at(index + 1)?.mayEnd && !this.at(index + 2)?.mayEnd) return null;
    const texts: string[] = [];
    for (let i = index; i < index + MOST_LINES; i++) {
      const text = this.textAt(i);
      if (text === undefined || isOfTable(text)) break;
      texts.push(text);
    }
    const title = titleAt(texts);
    return title && found(title, texts, line.span.start, this.at(index + title.lines - 1)!.span.end);
  }

  private scan(): void {
    const { text } = this;
    const start = this.reached;
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 0x0a || code === 0x0d) break;
    }
    const isPair = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
    const next = Math.min(end + (isPair ? 2 : 1), text.length);
    this.reached = next;
    const line = text.charCodeAt(start) <= 0x3e ? unquoted(text, { start, end }) : { start, end };
    const span = trimmed(text, line.start, line.end);
    if (span.start === span.end) return;
    this.found.push({ start, next, span, mayEnd: mayEndTitle(text, span.end) });
  }
}

/** Cells in pipes or tabs: no title, whatever they say. */
function isOfTable(content: string): boolean {
  return /[|｜│┃║]/.test(content) || (content.includes("\t") && !isOwnLine(content));
}

/** The title that begins at a block of a draft; null where none does. */
export function findTitle(blocks: readonly Block[], at: number): FoundTitle | null {
  const lines: { readonly span: Span; readonly text: string }[] = [];
  for (let i = at; i < Math.min(at + MOST_LINES, blocks.length); i++) {
    const block = blocks[i]!;
    if (block.kind !== "line") break;
    lines.push(block);
  }
  if (lines.length === 0) return null;
  const texts = lines.map(({ text }) => text);
  const title = titleAt(texts);
  return title && found(title, texts, lines[0]!.span.start, lines[title.lines - 1]!.span.end);
}

function found(
  title: TitleParts & { readonly lines: number },
  texts: readonly string[],
  start: number,
  end: number,
): FoundTitle {
  const { organ, year, lines } = title;
  return { organ, year, lines, span: { start, end }, text: texts.slice(0, lines).join("\n") };
}
