// Gives the title and the section headings Markdown's marks, where they stand on lines of their own.

import type { Report, Section } from "../report/model";
import type { Span } from "../text/span";
import { type FormatEdit, lineEnd, lineStart } from "./edits";

/** The marks of a heading, or of a list whose item the heading is; a list's own number only beside the form's. */
const MARKS =
  /^[ \t\u00a0\u3000]*(?:(?:#{1,6}|[-+*•·●▪]|\d{1,2}[.)](?=[ \t]+第?[一二三四五六](?:[、.．，,:：]|部分|章)))[ \t\u00a0\u3000]+)*/;

/** The edits that make `# title` and `## 一、总体情况` of a report's title and headings; the words stay. */
export function headingEdits(text: string, { title, sections }: Report): FormatEdit[] {
  const headings = sections.flatMap((section) => headingEdit(text, section));
  return title ? [...marked(text, title.span, title.text, "# "), ...headings] : headings;
}

function headingEdit(text: string, { heading, headingSpan }: Section): FormatEdit[] {
  return marked(text, headingSpan, heading, "## ");
}

/** Nothing where other text or tags stand on the lines, or where `===` below has made a heading of them already. */
function marked(text: string, span: Span, words: string, marks: string): FormatEdit[] {
  const first = lineStart(text, span.start);
  // A byte order mark is one only where it stands first.
  const start = first === 0 && text.startsWith("\ufeff") ? 1 : first;
  const end = lineEnd(text, span.end);
  const lines = text.slice(start, end);
  const below = /^(?:\r\n|\r|\n)?[ \t]*(?:=+|-{2,})[ \t]*(?:[\r\n]|$)/;
  if (end < text.length && below.test(text.slice(end, end + 200))) return [];
  if (squeezed(lines) !== squeezed(words)) return [];
  const before = MARKS.exec(lines)![0].length;
  const broken = /[\r\n]/.test(lines.trim());
  if (!broken) return [{ span: { start, end: start + before }, newText: marks }];
  const joined = lines.slice(before).replace(/[ \t\u00a0\u3000]*[\r\n]+[\s\u00a0\u3000]*/g, "");
  return [{ span: { start, end }, newText: marks + joined }];
}

function squeezed(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, "");
}
