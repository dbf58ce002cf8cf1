// Cuts a draft with HTML in it into lines and grids. Between block elements stands plain text or Markdown, which is
// read as such. htmlparser2 does the parsing; it gives each tag and text its place in the draft.

import { Parser } from "htmlparser2";
import { trimmed } from "../text/space";
import { type Span, span } from "../text/span";
import { type Block, type GridCell, type GridRow, lineBlock } from "./grid";
import { readPlainBlocks } from "./plain";

const HTML_BLOCK = /<(?:table|p|div|h[1-6]|body|html|section|article|ul|ol)[\s>]/i;
const BLOCKS = new Set(
  "html head body div p h1 h2 h3 h4 h5 h6 table section article main header footer center blockquote pre form ul ol li title script style nav aside figure".split(
    " ",
  ),
);
const BREAKS = new Set("br tr thead tbody tfoot td th caption hr".split(" "));
const HIDDEN = new Set(["script", "style", "title"]);

/** Whether a text has HTML block elements, so that it must be read as HTML. */
export function hasHtmlBlocks(text: string): boolean {
  return text.includes("<") && HTML_BLOCK.test(text);
}

/** A piece of visible text with its place in the draft. */
interface TextPiece extends Span {
  readonly text: string;
}

interface OpenTable {
  readonly start: number;
  readonly rows: GridCell[][];
  /** What stands in the table beside its cells, should it prove to be a page layout. */
  readonly blocks: Block[];
  cell: { start: number; pieces: TextPiece[] } | null;
  nested: boolean;
}

/** The blocks of a draft with HTML in it, in order; never fails, as the parser repairs what is broken. */
export function readHtmlBlocks(text: string): Block[] {
  const reader = new HtmlReader(text);
  const parser = new Parser(
    {
      onopentag: (name) => reader.open(name, parser.startIndex, parser.endIndex + 1),
      ontext: (data) => reader.text(data, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => reader.close(name, parser.startIndex, parser.endIndex + 1),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(text);
  return reader.finish();
}

class HtmlReader {
  private readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private paragraph: TextPiece[] = [];
  private depth = 0;
  private hidden = 0;
  /** Where the plain text since the last block element begins. */
  private plainFrom = 0;

  constructor(private readonly draft: string) {}

  open(name: string, start: number, end: number): void {
    if (HIDDEN.has(name)) this.hidden++;
    if (BLOCKS.has(name)) {
      if (this.depth === 0) this.plain(start);
      this.depth++;
    }
    if (BLOCKS.has(name) || BREAKS.has(name)) this.endParagraph();
    const table = this.tables[this.tables.length - 1];
    if (name === "table") {
      if (table) table.nested = true;
      this.tables.push({ start, rows: [], blocks: [], cell: null, nested: false });
    } else if (table && name === "tr") {
      table.rows.push([]);
    } else if (table && (name === "td" || name === "th")) {
      this.endCell(table, start);
      table.cell = { start: end, pieces: [] };
    }
  }

  text(data: string, start: number, end: number): void {
    if (this.hidden > 0 || this.depth === 0) return;
    const piece = { text: data, start, end };
    this.paragraph.push(piece);
    this.tables[this.tables.length - 1]?.cell?.pieces.push(piece);
  }

  close(name: string, start: number, end: number): void {
    if (HIDDEN.has(name)) this.hidden--;
    if (BLOCKS.has(name) || BREAKS.has(name)) this.endParagraph();
    const table = this.tables[this.tables.length - 1];
    if (table && (name === "td" || name === "th" || name === "tr")) this.endCell(table, start);
    if (table && name === "table") this.endTable(table, start, end);
    if (BLOCKS.has(name)) {
      this.depth--;
      if (this.depth === 0) this.plainFrom = end;
    }
  }

  finish(): Block[] {
    this.endParagraph();
    if (this.depth === 0) this.plain(this.draft.length);
    return this.blocks;
  }

  private plain(end: number): void {
    // One by one: a call does not take as many arguments as a long draft has lines.
    if (end > this.plainFrom) {
      for (const block of readPlainBlocks(this.draft, this.plainFrom, end)) this.blocks.push(block);
    }
  }

  private add(blocks: readonly Block[]): void {
    const table = this.tables[this.tables.length - 1];
    const own = table ? table.blocks : this.blocks;
    for (const block of blocks) own.push(block);
  }

  private endParagraph(): void {
    const pieces = this.paragraph;
    this.paragraph = [];
    if (pieces.length === 1 && this.draft.slice(pieces[0]!.start, pieces[0]!.end) === pieces[0]!.text) {
      const { start, end } = pieces[0]!;
      const lines =
        this.draft.slice(start, end).split(/\n\s*\n/).length > 1
          ? readPlainBlocks(this.draft, start, end)
          : [];
      const line = lineBlock(this.draft, start, end);
      if (lines.length > 0) this.add(lines);
      else if (line) this.add([line]);
      return;
    }
    const text = trim(pieces.map((piece) => piece.text).join(""));
    const first = pieces.find((piece) => trim(piece.text));
    if (!first || !text) return;
    const last = pieces.findLast((piece) => trim(piece.text))!;
    this.add([{ kind: "line", span: span(first.start, last.end), text }]);
  }

  private endCell(table: OpenTable, end: number): void {
    const cell = table.cell;
    if (!cell) return;
    table.cell = null;
    if (table.rows.length === 0) table.rows.push([]);
    table.rows[table.rows.length - 1]!.push(this.cellOf(cell.pieces, cell.start, Math.max(end, cell.start)));
  }

  private cellOf(pieces: readonly TextPiece[], start: number, end: number): GridCell {
    const slot = span(start, end);
    const filled = pieces.filter((piece) => trim(piece.text));
    const [first] = filled;
    if (!first) {
      const [from, to] = [pieces[0]?.start ?? start, pieces.at(-1)?.end ?? start];
      // In a cell left unclosed the line's end is none of the fillers that a figure would replace.
      const filler = this.draft.slice(from, to);
      const { length } = /[\r\n]/.test(filler) ? filler.trimEnd() : filler;
      return { slot, span: span(from, from + length), text: "" };
    }
    if (filled.length === 1) {
      const at = trimmed(this.draft, first.start, first.end);
      return { slot, span: at, text: trim(first.text) };
    }
    return {
      slot,
      span: span(first.start, filled[filled.length - 1]!.end),
      text: filled.map((piece) => trim(piece.text)).join(""),
    };
  }

  /** A table with tables in it lays out a page: its text is text, and the inner tables are the tables. */
  private endTable(table: OpenTable, start: number, end: number): void {
    this.endCell(table, start);
    this.tables.pop();
    if (table.nested) {
      this.add(table.blocks);
      return;
    }
    const rows: GridRow[] = table.rows.filter((cells) => cells.length > 0).map((cells) => ({ cells }));
    this.add([{ kind: "grid", layout: "html", span: span(table.start, end), rows, positional: true }]);
  }
}

/** A text without the fillers of HTML and office programs at its ends, zero-width ones among them. */
function trim(text: string): string {
  const { start, end } = trimmed(text, 0, text.length);
  return text.slice(start, end);
}
