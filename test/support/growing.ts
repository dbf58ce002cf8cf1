// Drafts of any length, each long in another way, for tests on how work grows with the input.

import { type Facts, facts, type Layout, SOUND, writeDraft } from "./draft";

/** A draft by how many times the piece is in it that makes it long. */
export type Growing = (count: number) => string;

/** A piece by how many stand before it. */
export type PieceAt = (i: number) => string;

function repeated(count: number, piece: PieceAt): string {
  return Array.from({ length: count }, (_, i) => piece(i)).join("");
}

/** What an organ says of its year; no two paragraphs have the same figures. */
export function paragraph(i: number): string {
  const figure = (step: number) => 20 + ((i * 31 + step * 17) % 180);
  return `一是公开第${i + 1}批信息。全年发布动态${figure(1)}条，推送图文${figure(2)}篇；举办培训${figure(3)}场，其中线上${figure(4)}场。`;
}

/** Reports one after another, each with a paragraph of its own and a wrong total. */
export function reports(layout: Layout): Growing {
  const disputes = { ...SOUND.disputes, "review.total": "907" };
  return (count) =>
    repeated(count, (i) => {
      const text = writeDraft(facts({ layout, organ: `青禾县第${i + 1}镇人民政府`, disputes }));
      return `${text.replace("\n\n二、", `\n${paragraph(i)}\n\n二、`)}\n`;
    });
}

/** One report, in 一 of which such lines stand. */
export function lines(line: PieceAt): Growing {
  return (count) => withText(repeated(count, (i) => `${line(i)}\n`));
}

/** One report, in 一 of which one line repeats a piece. */
export function oneLine(piece: PieceAt): Growing {
  return (count) => withText(`本机关${repeated(count, piece)}如下。\n`);
}

/** One report, in a label of whose first table a piece is repeated. */
export function inLabel(piece: PieceAt): Growing {
  return (count) => writeDraft(facts()).replace("| 规章 ", () => `| 规章${repeated(count, piece)} `);
}

function withText(text: string, changes: Partial<Facts> = {}): string {
  return writeDraft(facts(changes)).replace("一、总体情况\n", (heading) => `${heading}${text}`);
}

/** A row of a table, with its line ends. */
const ROWS: Readonly<Record<Layout, (cells: readonly string[]) => string>> = {
  pipe: (cells) => `| ${cells.join(" | ")} |\n`,
  tabbed: (cells) => `${cells.join("\t")}\n`,
  stacked: (cells) => `${cells.map((cell) => `\t${cell}\n`).join("")}\n`,
  html: (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`,
};

/** The row of 行政规范性文件, with its line ends. */
const ABOVE: Readonly<Record<Layout, RegExp>> = {
  pipe: /\| 行政规范性文件.*\n/,
  tabbed: /行政规范性文件\t.*\n/,
  stacked: /\t行政规范性文件\n(?:\t.*\n)+\n/,
  html: /<tr><td>行政规范性文件.*\n/,
};

/** One report, in the first table of which such rows stand below a row of the form. */
export function rows(layout: Layout, cells: (i: number) => readonly string[]): Growing {
  return (count) => {
    const added = repeated(count, (i) => ROWS[layout](cells(i)));
    return writeDraft(facts({ layout })).replace(ABOVE[layout], (row) => row + added);
  };
}

/** A text of nothing else. */
export function nothingBut(piece: PieceAt): Growing {
  return (count) => repeated(count, piece);
}
