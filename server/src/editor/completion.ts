// Completion of section headings and the title: a heading comes with its table and fields, made from the same
// templates as the snippets, with organ and year filled in from the draft.

import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type Range,
  type TextEdit,
} from "vscode-languageserver";
import {
  type Draft,
  type EditionKey,
  editionOf,
  editionOfYear,
  headingOf,
  LineIndex,
  type Report,
  reportTemplate,
  SECTIONS,
  type Span,
  sectionTemplate,
  styleOf,
  type Template,
  type TemplateStyle,
  titleTemplate,
  toPlainText,
  toSnippet,
  valuesOf,
} from "../core";

export interface CompletionOptions {
  /** Whether the document is Markdown: in a draft without headings to go by, new ones get `#`. */
  readonly markdown: boolean;
  /** False for a client without snippet syntax: fields are then left as ［…］ and blanks. */
  readonly snippets?: boolean;
}

/**
 * What can be completed at a UTF-16 offset into the draft's text: section headings, those that the report lacks
 * first, and where it has no title yet, title and whole report. Empty inside tables, in prose, and where text
 * follows on the line. The items depend on what was typed: give them to the client as an incomplete list.
 */
export function completionsAt(draft: Draft, offset: number, options: CompletionOptions): CompletionItem[] {
  const { text } = draft;
  const place = placeAt(text, offset);
  const report = reportAt(draft, offset);
  if (!place || isInTable(text, report, place)) return [];
  const typed = parseTyped(place.typed);
  const edition = editionFor(report);
  const own = styleOf(report, options.markdown);
  const style: TemplateStyle = { ...own, marks: typed.marks !== "" || own.marks };
  const values = valuesOf(report);
  const { snippets = true } = options;
  const item = (label: string, template: Template, sortText: string, detail: string): CompletionItem => {
    const body = snippets ? toSnippet(template, values) : toPlainText(template, values);
    const newText = text.includes("\r\n") ? body.replaceAll("\n", "\r\n") : body;
    const textEdit: TextEdit = { range: place.range, newText };
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: `${detail} · ${edition}版格式（${editionOf(edition).notice}）`,
      sortText,
      filterText: filterText(label, style, place.typed),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // An editor that indents with spaces would turn the tabs before stacked cells into spaces.
      insertTextMode: InsertTextMode.asIs,
      textEdit,
    };
  };
  return [
    ...titleItems(text, report, place, typed, (label, make, sortText, detail) =>
      item(label, make(edition, style), sortText, detail),
    ),
    ...SECTIONS.flatMap(({ key, number, title, table }, i) => {
      if (!meansSection(typed, number, title)) return [];
      const present = hasSection(report, key, place.line);
      const detail = `${present ? "报告中已有" : "报告中尚缺"}${table ? "，含表" : ""}`;
      const template = sectionTemplate(edition, key, style);
      return [item(headingOf(key, false), template, `${present ? 3 : 1}${i}`, detail)];
    }),
  ];
}

interface Place {
  /** The line that the cursor is on, without its line end. */
  readonly line: Span;
  /** What stands before the cursor on it. */
  readonly typed: string;
  readonly range: Range;
  /** The nearest lines above and below with anything on them, a cell's tab included; empty where there is none. */
  readonly above: string;
  readonly below: string;
}

const LONGEST_HEADING = 48;

/** The line's beginning up to the cursor; null where text follows, or the line is a row of a table or too long. */
function placeAt(text: string, offset: number): Place | null {
  const lines = new LineIndex(text);
  const end = lines.positionAt(offset);
  const line = lines.lineAt(end.line);
  const typed = text.slice(line.start, line.start + end.character);
  const behind = text.slice(line.start + end.character, line.end);
  if (behind.trim() || typed.length > LONGEST_HEADING || isTableLine(typed)) return null;
  const nearest = (step: 1 | -1): string => {
    for (let i = end.line + step; i >= 0 && i < lines.lineCount; i += step) {
      const { start, end: lineEnd } = lines.lineAt(i);
      if (/[^ \u00a0\u3000]/.test(text.slice(start, lineEnd))) return text.slice(start, lineEnd);
    }
    return "";
  };
  const range = { start: { line: end.line, character: 0 }, end };
  return { line, typed, range, above: nearest(-1), below: nearest(1) };
}

function isTableLine(line: string): boolean {
  return /[\t|｜]|<\/?(?:table|thead|tbody|tr|td|th)\b/i.test(line);
}

/** The report that the offset stands in; before the first, that one; null in a draft without reports. */
function reportAt({ reports }: Draft, offset: number): Report | null {
  return reports.findLast((report) => report.span.start <= offset) ?? reports[0] ?? null;
}

/** Whether the line stands between rows of one table; its headers are above the table's span, its end is not in doubt. */
function isInTable(text: string, report: Report | null, { line, above, below }: Place): boolean {
  const tables = report?.tables ?? [];
  if (tables.some(({ span }) => span.start < line.end && line.start < span.end)) return true;
  const isBehindTable = tables.some(
    ({ span }) => span.end <= line.start && !text.slice(span.end, line.start).replace(/[|｜]/, "").trim(),
  );
  return !isBehindTable && isTableLine(above) && isTableLine(below);
}

/** The beginning of a heading: Markdown's marks, the section's number, words. */
interface Typed {
  readonly marks: string;
  readonly number: string;
  readonly words: string;
}

function parseTyped(typed: string): Typed {
  const [, marks, number, words] = /^\s*(#{0,6})\s*([一二三四五六]?[、.．]?)\s*(.*)$/.exec(typed)!;
  return { marks: marks!, number: number!, words: words!.trim() };
}

/** Whether what was typed may become this heading: its number, the beginning of its words, or two words out of it. */
function meansSection({ number, words }: Typed, sectionNumber: string, title: string): boolean {
  if (number && !`${sectionNumber}、`.startsWith(number.replace(/[.．]$/, "、"))) return false;
  return title.startsWith(words) || (words.length >= 2 && title.includes(words));
}

const TITLE_WORDS = "政府信息公开工作年度报告";

type MakeItem = (
  label: string,
  make: (edition: EditionKey, style: TemplateStyle) => Template,
  sortText: string,
  detail: string,
) => CompletionItem;

/** Title and whole report, at the beginning of a draft that has neither title nor text before the cursor. */
function titleItems(
  text: string,
  report: Report | null,
  { line }: Place,
  { number, words }: Typed,
  item: MakeItem,
): CompletionItem[] {
  if (report?.title || text.slice(0, line.start).trim()) return [];
  if (number || !(TITLE_WORDS.startsWith(words) || (words.length >= 2 && TITLE_WORDS.includes(words))))
    return [];
  const title = item(TITLE_WORDS, titleTemplate, "00", "标题和引言");
  const rest = text.slice(line.end).trim();
  return rest
    ? [title]
    : [title, item(`${TITLE_WORDS}（全文）`, reportTemplate, "01", "标题、引言和六个部分")];
}

/** Whether the report has the section elsewhere than on the line being typed. */
function hasSection(report: Report | null, key: string, line: Span): boolean {
  const found = report?.sections.filter((section) => section.key === key) ?? [];
  return found.some(({ headingSpan }) => headingSpan.end < line.start || headingSpan.start > line.end);
}

/** The edition that the report's tables tell, else its year, else the current one. */
function editionFor(report: Report | null): EditionKey {
  return report?.edition ?? (report?.year ? editionOfYear(report.year) : null) ?? "2021";
}

/** A text that begins with what was typed, so that the client's filter keeps the item while typing goes on. */
function filterText(label: string, { marks }: TemplateStyle, typed: string): string {
  const written = marks ? `## ${label}` : label;
  return written.startsWith(typed) ? written : `${typed}${written}`;
}
