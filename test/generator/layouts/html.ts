// HTML tables with merged cells, as web editors and office programs write them.

import { type Boxes, inked } from "../box";
import type { Piece } from "../ink";
import type { Random } from "../random";

/** What stands around a cell's text: nothing, a paragraph, nested spans, or a newer editor's division. */
const WRAPS: readonly (readonly [string, string])[] = [
  ["", ""],
  ["<p>", "</p>"],
  ['<p style="text-align:center"><span style="font-size:16px;">', "</span></p>"],
  ['<p class="MsoNormal"><span><font face="仿宋_GB2312">', "</font></span></p>\n"],
  ["<div>\n  <strong>", "</strong>\n  </div>"],
];

export interface HtmlStyle {
  readonly wrap: number;
  readonly upper: boolean;
  readonly attributes: boolean;
  /** Whether a blank cell holds `&nbsp;`. */
  readonly nbsp: boolean;
  /** Whether rows and cells are left unclosed, which HTML allows. */
  readonly unclosed: boolean;
  /** Whether the first row is of `<th>`. */
  readonly headers: boolean;
}

/** A random way of writing tables. */
export function htmlStyle(random: Random): HtmlStyle {
  const wrap = random.below(WRAPS.length);
  return {
    wrap,
    upper: random.chance(0.15),
    attributes: random.chance(0.5),
    nbsp: random.chance(0.5),
    unclosed: wrap === 0 && random.chance(0.15),
    headers: random.chance(0.3),
  };
}

/** An HTML table; ends with a line break. */
export function writeHtml(boxes: Boxes, style: HtmlStyle): Piece[] {
  const name = (tag: string) => (style.upper ? tag.toUpperCase() : tag);
  const open = (tag: string, attributes = "") => `<${name(tag)}${attributes}>`;
  const close = (tag: string) => (style.unclosed ? "" : `</${name(tag)}>`);
  const [before, behind] = WRAPS[style.wrap]!;
  const rows = boxes.flatMap((row, y): Piece[] => [
    open("tr", style.attributes ? ' style="height:28px"' : ""),
    ...row.flatMap((each): Piece[] => {
      const tag = style.headers && y === 0 ? "th" : "td";
      const spans = [
        each.columns > 1 ? ` colspan="${each.columns}"` : "",
        each.rows > 1 ? ` rowspan=${style.upper ? each.rows : `"${each.rows}"`}` : "",
        style.attributes ? ' width="64" valign="center" style="padding:0 7px;"' : "",
      ].join("");
      const blank = each.text === "" && style.nbsp;
      return [
        open(tag, spans),
        ...inked(
          { ...each, pad: [before + (blank ? "&nbsp;" : each.pad[0]), each.pad[1] + behind] },
          (text) => text.replaceAll("\n", "<br/>"),
        ),
        close(tag),
      ];
    }),
    close("tr"),
    "\n",
  ]);
  const table = open("table", style.attributes ? ' border="1" cellspacing="0" cellpadding="0"' : "");
  return [table, open("tbody"), "\n", ...rows, `</${name("tbody")}></${name("table")}>\n`];
}
