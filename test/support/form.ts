// Whole drafts of the official form, merged cells and all, with a figure in every cell: written by the generator's
// writers, from figures written out here, so that a test can say by hand what must be read.

import type { Boxes } from "../generator/box";
import {
  APPLICANTS,
  applicationRows,
  DISPUTE_GROUPS,
  type Edition,
  ITEMS,
  RESULTS,
  SECTIONS,
  type TableKey,
} from "../generator/form";
import { type Piece, put } from "../generator/ink";
import { writeHtml } from "../generator/layouts/html";
import { writePipe } from "../generator/layouts/pipe";
import { writeStacked } from "../generator/layouts/stacked";
import { writeTabbed } from "../generator/layouts/tabbed";
import type { Layout } from "../generator/manner";
import { Random } from "../generator/random";
import { formTable, type TableShape } from "../generator/tables";

export type { Edition, Layout };

/** Other texts for cells, by their public name. */
export type Texts = Readonly<Record<string, string>>;

/** The seven figures of each row of 申请 that both editions have, total last; with those below all of it adds up. */
const OUTCOMES: Readonly<Record<string, string>> = {
  granted: "1 2 0 0 0 0 3",
  partlyGranted: "2 4 0 0 0 0 6",
  "denied.stateSecret": "3 6 5 0 0 0 14",
  "denied.otherLaw": "4 8 0 0 0 0 12",
  "denied.security": "5 10 0 0 0 0 15",
  "denied.thirdParty": "6 12 0 0 0 0 18",
  "denied.internalAffairs": "7 14 0 0 0 0 21",
  "denied.process": "8 16 0 6 0 0 30",
  "denied.enforcementFile": "9 18 0 0 0 0 27",
  "denied.adminQuery": "10 20 0 0 0 0 30",
  "unable.notHeld": "11 22 0 0 7 0 40",
  "unable.needsCreation": "12 24 0 0 0 0 36",
  "unable.unclear": "13 26 0 0 0 0 39",
  "notProcessed.petition": "14 28 0 0 0 0 42",
  "notProcessed.repeated": "15 30 0 0 0 8 53",
  "notProcessed.publication": "16 32 0 0 0 0 48",
  "notProcessed.excessive": "17 34 0 0 0 0 51",
  "notProcessed.reconfirm": "18 36 0 0 0 0 54",
  carriedOver: "13 6 0 2 1 0 22",
  carriedForward: "3 1 0 0 3 0 7",
};

const OWN_OUTCOMES: Readonly<Record<Edition, Readonly<Record<string, string>>>> = {
  "2019": {
    newRequests: "180 375 5 4 9 8 581",
    other: "19 38 0 0 0 0 57",
    outcomeTotal: "190 380 5 6 7 8 596",
  },
  "2021": {
    newRequests: "221 457 5 4 9 8 704",
    "other.overdueCorrection": "19 38 0 0 0 0 57",
    "other.overdueFee": "20 40 0 0 0 0 60",
    "other.other": "21 42 0 0 0 0 63",
    outcomeTotal: "231 462 5 6 7 8 719",
  },
};

const DISCLOSURE: Readonly<Record<Edition, Readonly<Record<string, string>>>> = {
  "2019": {
    regulations: "1 2 3",
    normativeDocuments: "4 5 6",
    permits: "11 -12 13",
    otherServices: "14 15 16",
    penalties: "17 18 19",
    coercion: "20 -21 22",
    fees: "23 24",
    procurement: "25 26.2700",
  },
  "2021": {
    regulations: "1 2 3",
    normativeDocuments: "4 5 6",
    permits: "7",
    penalties: "8",
    coercion: "9",
    fees: "10.5000",
  },
};

const DISPUTES: Readonly<Record<string, string>> = {
  review: "1 2 3 4 10",
  litigationDirect: "5 6 7 8 26",
  litigationAfterReview: "0 1 0 2 3",
};

/** The text of every cell of a draft, by `<table>.<row>.<column>`, with `texts` in place of the usual ones. */
export function cellTexts(edition: Edition, texts: Texts = {}): Map<string, string> {
  const all = new Map<string, string>();
  const add = (row: string, columns: readonly (readonly [string, string])[], figures: string) => {
    figures.split(" ").forEach((figure, i) => {
      all.set(`${row}.${columns[i]![0]}`, figure);
    });
  };
  for (const { columns, rows } of ITEMS[edition]) {
    for (const [row] of rows) add(`disclosure.${row}`, columns, DISCLOSURE[edition][row]!);
  }
  for (const [row] of applicationRows(edition)) {
    add(`applications.${row}`, APPLICANTS, OUTCOMES[row] ?? OWN_OUTCOMES[edition][row]!);
  }
  for (const [row] of DISPUTE_GROUPS) add(`disputes.${row}`, RESULTS, DISPUTES[row]!);
  for (const [name, text] of Object.entries(texts)) {
    if (!all.has(name)) throw new Error(`the form has no cell ${name}`);
    all.set(name, text);
  }
  return all;
}

/** The form's own layout. */
const SHAPE: TableShape = {
  labelColumns: 3,
  note: "cell",
  total: "总计",
  deepReview: false,
  wideFigures: false,
};

const PLAIN_HTML = {
  wrap: 0,
  upper: false,
  attributes: false,
  nbsp: false,
  unclosed: false,
  headers: false,
};

/** Nothing in these styles is left to chance. */
const NO_CHANCE = new Random(0);

const WRITERS: Readonly<Record<Layout, (boxes: Boxes) => Piece[]>> = {
  stacked: (boxes) => writeStacked(boxes, "word"),
  tabbed: (boxes) => writeTabbed(boxes, { shape: "excel", gaps: 0, breaks: true }, NO_CHANCE),
  pipe: (boxes) => writePipe(boxes, { shape: "gfm", separator: true, bold: 0, br: true }, NO_CHANCE),
  html: (boxes) => writeHtml(boxes, PLAIN_HTML),
};

/** What stands in each section beside its table. */
const TEXTS: Readonly<Record<string, string>> = {
  overview: "柳溪镇按时公开政府信息。",
  problems: "部分栏目更新不够及时，今后由专人更新。",
  others: "没有其他需要报告的事项。",
};

/** A whole report of the invented 柳溪镇, with LF line ends. */
export function draft(layout: Layout, edition: Edition, texts: Texts = {}): string {
  const cells = cellTexts(edition, texts);
  const mark = layout === "pipe" || layout === "html" ? "## " : "";
  const table = (key: TableKey) => {
    const { text } = put(WRITERS[layout](formTable(key, edition, (name) => cells.get(name)!, SHAPE)));
    // Where a cell is a line, the last one ends its line too.
    return layout === "stacked" ? text : text.replace(/\n$/, "");
  };
  return [
    `${mark.slice(1)}柳溪镇${edition}年政府信息公开工作年度报告`,
    ...SECTIONS.flatMap(({ key, number, title, table: own }) => [
      `${mark}${number}、${title}`,
      own ? table(own) : TEXTS[key]!,
    ]),
    "",
  ].join("\n\n");
}
