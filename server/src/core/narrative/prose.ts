// A report's paragraphs as the claims' grammar reads them: without spaces and markup, digits and marks in one width,
// lines that were broken in mid-sentence joined. Every character knows its place in the draft.

import type { Report, TextLine } from "../report/model";
import type { Paragraph, Stretch } from "../report/narrative";
import { outsideKept } from "../text/kept";
import { masked } from "../text/markup";
import { readNumbering } from "../text/numbering";
import { isHan } from "../text/script";
import { isSpace } from "../text/space";

type Lines = Pick<Report, "span" | "titles" | "sections" | "lines">;

/** The paragraphs of a report, in order: its text without titles and the headings of its sections. */
export function paragraphsOf(text: string, { span, titles, sections, lines }: Lines): Paragraph[] {
  const heads = [...titles.map(({ span }) => span), ...sections.map(({ headingSpan }) => headingSpan)].sort(
    (a, b) => a.start - b.start,
  );
  let head = 0;
  const paragraphs: Paragraph[] = [];
  let open: TextLine[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push(paragraphOf(text, open, sections));
    open = [];
  };
  for (const line of outsideKept(text, span, lines)) {
    while (head < heads.length && heads[head]!.end <= line.span.start) head++;
    if (head < heads.length && heads[head]!.start < line.span.end) {
      close();
      continue;
    }
    const above = open.at(-1);
    if (above && !goesOn(text, open[0]!, above, line)) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

const SHORTEST_BROKEN = 15;

/** 其中，网站73条: goes on with the paragraph above, whatever line it stands on. */
const OF_ABOVE = /^其中/;
/** 公开信息210条：, or an item of the list that such a line introduces. */
const LIST_HEAD = /\d[\u4e00-\u9fff]{1,2}(?:，?(?:其中|具体如下|分别是|分别为|包括))?[：:]$/;
const LIST_ITEM =
  /^(?:\d{1,2}[.．、]|[(（][\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是|——?).{0,40}\d/;

/**
 * Whether a line goes on with the one above it: with its sentence (no end there, no beginning here, nothing between),
 * with its parts, or with the list that it introduces. `head` is the line that the paragraph begins with.
 */
function goesOn(text: string, head: TextLine, above: TextLine, { text: words, span }: TextLine): boolean {
  const ofAbove = OF_ABOVE.test(words) && /[。；：]$/.test(above.text) && !readNumbering(head.text);
  const inList = (above === head || /[；;]$/.test(above.text)) && LIST_HEAD.test(head.text);
  const isBroken = above.text.length >= SHORTEST_BROKEN && ENDS_BROKEN.test(above.text);
  if (!ofAbove && !inList && !isBroken) return false;
  const between = text.slice(above.span.end, span.start);
  if (/[^\s\u3000\u00a0]/.test(between)) return false;
  if (ofAbove || (inList && LIST_ITEM.test(words))) return true;
  return isBroken && GOES_ON.test(words) && !/\n\s*\n/.test(between) && !readNumbering(words);
}

const ENDS_BROKEN = /[\u4e00-\u9fff\d，、,]$/;
const GOES_ON = /^[\u4e00-\u9fff\d，、%]/;

const LONGEST_HEADING = 30;

function paragraphOf(text: string, lines: readonly TextLine[], sections: Lines["sections"]): Paragraph {
  const [start, end] = [lines[0]!.span.start, lines.at(-1)!.span.end];
  const stretches: Stretch[] = [];
  let compact = "";
  const raw = masked(text.slice(start, end));
  // What stands as it is is taken over in stretches.
  let from = 0;
  let leftOut = 0;
  let isNew = true;
  for (let i = 0; i < raw.length; i++) {
    const mark = plainMark(raw, i);
    if (mark === "") {
      leftOut++;
      isNew = true;
    } else if (isNew) {
      stretches.push({ from: i - leftOut, by: start + leftOut });
      isNew = false;
    }
    if (mark === null || mark === raw[i]) continue;
    compact += raw.slice(from, i) + mark;
    from = i + 1;
  }
  compact += raw.slice(from);
  const section = sections.findLast(({ span }) => span.start <= start)?.key ?? null;
  const isHeading =
    compact.length <= LONGEST_HEADING &&
    !/[。！？；]/.test(compact.slice(0, -1)) &&
    !/\d(?!\d*[.、年）])/.test(compact);
  return {
    text: IN_THOUSANDS.test(compact)
      ? compact.replace(THOUSANDS, (number) => number.replaceAll("，", ","))
      : compact,
    stretches,
    section,
    isHeading,
  };
}

const IN_THOUSANDS = /\d，\d{3}/;
/** 8，120件; not 分别为8，120件. */
const THOUSANDS =
  /(?<![\d，,.])(?<!分别[^。；]{0,20})\d{1,3}(?:，\d{3})+(?=[件条次份个项人篇宗起万亿余多元])/g;

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

/**
 * One width for every digit and mark: full for marks of Chinese text, half for digits; one character for one, none for
 * spaces, null for a character that is no mark.
 */
function plainMark(raw: string, i: number): string | null {
  const code = raw.charCodeAt(i);
  if (isHan(code)) return null;
  const char = raw[i]!;
  if (isSpace(code) || char === "*") return "";
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if (char !== "," && char !== "．") return MARKS[char] ?? null;
  const betweenDigits = /[0-9０-９]/.test(raw[i - 1] ?? "") && /[0-9０-９]/.test(raw[i + 1] ?? "");
  if (char === ",") return betweenDigits ? "," : "，";
  return betweenDigits ? "." : "．";
}
