// style/residue: what converting a document leaves in its text: fields, runs of no-break spaces, zero-width characters,
// a sentence broken into two paragraphs.

import type { Report, TextLine } from "../report/model";
import { readNumbering } from "../text/numbering";
import { isSpace } from "../text/space";
import type { Span } from "../text/span";
import { firstFrom, isClosingLine, maskedLine, matchesOf, wordLines } from "./prose";
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from "./rule";

const FIELD =
  /\[bookmark:[^\]\n]*\]|错误[!！]\s*未找到(?:引用源|目录项)。?|Error! (?:Reference source|Bookmark) not (?:found|defined)\.?|\bHYPERLINK\s+"[^"\n]*"|\b_(?:Toc|Ref|Hlk)\d{6,}/g;
const RUN = /(?:[ \u3000]*\u00a0){2,}[ \u3000]*/g;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/** What the first three begin with: most reports have none of it, and need not be looked through line by line. */
const ANY = /\[bookmark:|错误[!！]|Error!|HYPERLINK|_(?:Toc|Ref|Hlk)\d|[\u00a0\u200b-\u200d\u2060\ufeff]/;

function check(context: RuleContext): RuleFinding[] {
  const { text, report } = context;
  const lines = wordLines(text, report);
  return [
    ...(ANY.test(text.slice(report.from, report.span.end)) ? leftovers(context, lines) : []),
    ...brokenParagraphs(context, lines),
  ];
}

function leftovers(context: RuleContext, lines: readonly TextLine[]): RuleFinding[] {
  return [
    ...placesOf(context, lines, FIELD).map(
      (span): RuleFinding => ({
        span,
        message: { id: "residue-field", text: context.text.slice(span.start, span.end) },
        cells: [],
      }),
    ),
    ...once(placesOf(context, lines, RUN), "residue-spaces"),
    ...once(placesOf(context, lines, INVISIBLE), "residue-invisible"),
  ];
}

/** One finding for all places of a report: the same conversion left them all. */
function once(places: readonly Span[], id: "residue-spaces" | "residue-invisible"): RuleFinding[] {
  const [first] = places;
  return first ? [{ span: first, message: { id, count: places.length }, cells: [] }] : [];
}

function placesOf({ report, text }: RuleContext, lines: readonly TextLine[], pattern: RegExp): Span[] {
  return lines.flatMap((line) => {
    const span = withFillers(text, line.span);
    // A byte order mark at the very beginning, that of the file it was written in, is none of the report's characters.
    const start = Math.max(span.start, text.charCodeAt(report.from) === 0xfeff ? report.from + 1 : 0);
    return matchesOf(text.slice(start, span.end), pattern).map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
    }));
  });
}

/** A line with the fillers around it, without its line end. */
function withFillers(text: string, { start, end }: Span): Span {
  const filler = (at: number) => {
    const code = text.charCodeAt(at);
    return code !== 0x0a && code !== 0x0d && isSpace(code);
  };
  while (start > 0 && filler(start - 1)) start--;
  while (end < text.length && filler(end)) end++;
  return { start, end };
}

const LONG = 20;
const OPEN_END = /[，、（《“]$/;
const CONTINUATION = /^[，。；、：）》”！？]/;
const END = /[。！？；：.!?;:）)”》]$/;

/** Only where the draft's paragraphs are one line each: in a draft with wrapped lines every line breaks off. */
function brokenParagraphs({ report, text }: RuleContext, lines: readonly TextLine[]): RuleFinding[] {
  const broken = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    return next && breaksOff(report, text, line, next) ? [{ line, next }] : [];
  });
  if (broken.length === 0) return [];
  const headings = new Set(
    [...report.titles, ...report.sections.map(({ headingSpan: span }) => ({ span }))].map(
      ({ span }) => span.start,
    ),
  );
  // Above the first section a table of contents may stand, whose lines are no sentences.
  const first = report.sections[0]?.span.start ?? 0;
  const long = report.lines.filter(
    ({ text: words, span }) =>
      words.length >= LONG && /\p{L}/u.test(words) && span.start >= first && !headings.has(span.start),
  );
  if (long.filter(({ text: words }) => !END.test(words)).length * 2 > long.length) return [];
  return broken.flatMap(({ line, next }): RuleFinding[] => {
    if (headings.has(line.span.start) || headings.has(next.span.start)) return [];
    return [
      {
        span: { start: line.span.end - 1, end: line.span.end },
        message: { id: "broken-paragraph", before: line.text.slice(-6), behind: next.text.slice(0, 6) },
        cells: [],
        related: [{ span: next.span, message: { id: "text-behind", text: next.text.slice(0, 6) } }],
      },
    ];
  });
}

function breaksOff(report: Report, text: string, line: TextLine, next: TextLine): boolean {
  const goesOn = CONTINUATION.test(next.text) || (line.text.length >= LONG && OPEN_END.test(line.text));
  if (!goesOn) return false;
  const between = text.slice(line.span.end, next.span.start);
  if (!/^[\s\u00a0\u3000]+$/.test(between) || isClosingLine(report, next)) return false;
  // An item of a list ends as it likes, and the next may be indented.
  return !readNumbering(next.text) && !/[\u3000\u00a0\t]| {2}/.test(between.replace(/^.*[\r\n]/s, ""));
}

function fixes(context: RuleContext, { message, span }: RuleFinding): Fix[] {
  const { text, report } = context;
  const lines = wordLines(text, report);
  const remove = (at: Span): Edit => ({ span: at, newText: "" });
  const cleaned = (edits: Edit[]): Fix[] => [
    { title: { id: "delete-residue" }, safety: "safe", preferred: true, edits },
  ];
  switch (message.id) {
    case "residue-field":
      return cleaned([remove(span)]);
    case "residue-invisible":
      return cleaned(placesOf(context, lines, INVISIBLE).map(remove));
    case "residue-spaces":
      return cleaned(placesOf(context, lines, RUN).map((at) => ({ span: at, newText: spaceFor(text, at) })));
    case "broken-paragraph": {
      const next = report.lines[firstFrom(report.lines, span.end)];
      if (!next || maskedLine(text, next).startsWith("\0")) return [];
      const edits = [remove({ start: span.end, end: next.span.start })];
      return [{ title: { id: "join-lines" }, safety: "suggested", preferred: true, edits }];
    }
    default:
      return [];
  }
}

/** An indent stays one of two characters, fillers at the end go, words that fillers part stay apart. */
function spaceFor(text: string, { start, end }: Span): string {
  if (end === text.length || /[\r\n]/.test(text[end]!)) return "";
  return start === 0 || /[\r\n]/.test(text[start - 1]!) ? "　　" : " ";
}

/** Residue says that the published text was never looked at as it would be published. */
export const styleResidue: Rule = {
  code: "style/residue",
  severity: "info",
  basis: [],
  repairs: ["safe", "suggested"],
  check,
  fixes,
};
