// A report's paragraphs as the claims' grammar reads them: without spaces and markup, digits and marks in one width,
// lines that were broken in mid-sentence joined. Every character knows its place in the draft.

import type { Report, TextLine } from "../report/model";
import type { Paragraph } from "../report/narrative";
import { masked } from "../text/markup";
import { readNumbering } from "../text/numbering";
import { isSpace } from "../text/space";

type Lines = Pick<Report, "titles" | "sections" | "lines">;

/** The paragraphs of a report, in order: its text without titles and the headings of its sections. */
export function paragraphsOf(text: string, { titles, sections, lines }: Lines): Paragraph[] {
  const heads = [...titles.map(({ span }) => span), ...sections.map(({ headingSpan }) => headingSpan)];
  const paragraphs: Paragraph[] = [];
  let open: TextLine[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push(paragraphOf(text, open, sections));
    open = [];
  };
  for (const line of lines) {
    if (heads.some((head) => head.start < line.span.end && line.span.start < head.end)) {
      close();
      continue;
    }
    const above = open.at(-1);
    if (above && !goesOn(text, above, line)) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

const SHORTEST_BROKEN = 15;

/** Whether a line goes on with the sentence of the one above it: no end there, no beginning here, nothing between. */
function goesOn(text: string, above: TextLine, { text: words, span }: TextLine): boolean {
  const between = text.slice(above.span.end, span.start);
  if (above.text.length < SHORTEST_BROKEN || /[^\s\u3000\u00a0]|\n\s*\n/.test(between)) return false;
  return (
    /[\p{Script=Han}\d，、,]$/u.test(above.text) &&
    /^[\p{Script=Han}\d，、%]/u.test(words) &&
    !readNumbering(words)
  );
}

const LONGEST_HEADING = 30;

function paragraphOf(text: string, lines: readonly TextLine[], sections: Lines["sections"]): Paragraph {
  const [start, end] = [lines[0]!.span.start, lines.at(-1)!.span.end];
  const at: number[] = [];
  let compact = "";
  const raw = masked(text.slice(start, end));
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (isSpace(code) || raw[i] === "*") continue;
    compact += code === 0 ? "\0" : plainMark(raw, i);
    at.push(start + i);
  }
  const section = sections.findLast(({ span }) => span.start <= start)?.key ?? null;
  const isHeading =
    compact.length <= LONGEST_HEADING &&
    !/[。！？；]/.test(compact.slice(0, -1)) &&
    !/\d(?!\d*[.、年）])/.test(compact);
  return { text: compact, at, section, isHeading };
}

const MARKS: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "％": "%",
  "～": "~",
  "＋": "+",
  "－": "-",
  "–": "-",
};

/** One width for every digit and mark: full for marks of Chinese text, half for digits; one character for one. */
function plainMark(raw: string, i: number): string {
  const char = raw[i]!;
  const code = char.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  const betweenDigits = /[0-9０-９]/.test(raw[i - 1] ?? "") && /[0-9０-９]/.test(raw[i + 1] ?? "");
  if (char === ",") return betweenDigits ? "," : "，";
  if (char === "．") return betweenDigits ? "." : "．";
  return MARKS[char] ?? char;
}
