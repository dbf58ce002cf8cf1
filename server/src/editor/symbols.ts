// The outline of a document: each report with its organ and year, in it the sections, in those their tables. So a
// compilation of hundreds of reports in one file can be found one's way in.

import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Draft, type Report, type Section, type Span, sectionOf, type Table } from "../core";
import { toRange } from "./convert";

/** The outline of a draft; `document` must have the draft's text. */
export function symbolsOf(document: TextDocument, { text, reports }: Draft): DocumentSymbol[] {
  return reports.map((report) => new Outline(document, text, report).symbol());
}

/** The same outline for a client that knows no hierarchy: each symbol names the one it is in. */
export function flatSymbolsOf(document: TextDocument, draft: Draft): SymbolInformation[] {
  const flatten = (symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [
      { name, kind, location: { uri: document.uri, range }, ...(containerName && { containerName }) },
      ...flatten(children, name),
    ]);
  return flatten(symbolsOf(document, draft));
}

class Outline {
  constructor(
    private readonly document: TextDocument,
    private readonly text: string,
    private readonly report: Report,
  ) {}

  symbol(): DocumentSymbol {
    const { title, edition, span, sections, tables } = this.report;
    const sectionAt = (at: number) => sections.findLast((section) => section.span.start <= at);
    const before = tables.filter((table) => !sectionAt(table.span.start));
    const detail = edition ? `${edition}版格式` : "";
    return this.node(this.name(), detail, SymbolKind.Module, span, title?.span ?? span, [
      ...before.map((table) => this.table(table, span)),
      ...sections.map((section) =>
        this.section(
          section,
          tables.filter((table) => sectionAt(table.span.start) === section),
        ),
      ),
    ]);
  }

  private name(): string {
    const { organ, year, title } = this.report;
    if (organ) return year === null ? organ : `${organ} ${year}`;
    return onOneLine(title?.text ?? "") || (year === null ? "年度报告" : `${year}年度报告`);
  }

  private section({ heading, headingSpan, span }: Section, tables: readonly Table[]): DocumentSymbol {
    const children = tables.map((table) => this.table(table, span));
    return this.node(onOneLine(heading), "", SymbolKind.Namespace, span, headingSpan, children);
  }

  /** A table whose last rows stand in another section ends, in the outline, with its own. */
  private table({ key, span }: Table, { end }: Span): DocumentSymbol {
    const within = { start: span.start, end: Math.min(span.end, end) };
    return this.node(`${sectionOf(key).title}表`, "", SymbolKind.Struct, within, within, []);
  }

  /**
   * Without the empty lines at its end, a node ends before the next one begins. The name's span must be within the
   * node's, or VS Code refuses the whole outline.
   */
  private node(
    name: string,
    detail: string,
    kind: SymbolKind,
    span: Span,
    named: Span,
    children: DocumentSymbol[],
  ): DocumentSymbol {
    const filled = this.text.slice(span.start, span.end).trimEnd().length;
    const whole = { start: span.start, end: span.start + filled };
    const inside = whole.start <= named.start && named.end <= whole.end;
    const selection = inside ? named : { start: whole.start, end: whole.start };
    return {
      name,
      ...(detail && { detail }),
      kind,
      range: toRange(this.document, whole),
      selectionRange: toRange(this.document, selection),
      children,
    };
  }
}

/** A heading or title as a name: without Markdown's marks, and on one line. */
function onOneLine(words: string): string {
  return words.replace(/^#{1,6}\s+/, "").replace(/\s*[\r\n]+\s*/g, "");
}
