// Whether two readings say the same: what rules look at, without places and layout.

import { marksOf } from "../draft/headings";
import { lookUpLabel } from "../draft/labels";
import type { Report, Table } from "../report/model";
import { foldLabel } from "../text/label";

/** Whether the second report reads like the first; titles of items may have left their tables. */
export function readsAlike(before: Report, after: Report): boolean {
  return JSON.stringify(essence(before)) === JSON.stringify(essence(after)) && headersAlike(before, after);
}

function essence(report: Report): unknown {
  return {
    title: report.title && bare(report.title.text),
    titles: report.titles.map(({ text }) => bare(text)),
    facts: [report.organ, report.year, report.yearFrom, report.edition, report.blankIsZero],
    sections: report.sections.map(({ key, heading, number }) => [
      key,
      bare(heading),
      number && { ...number, span: 0 },
    ]),
    text: report.lines.flatMap(({ text }) => (isOfTable(text) ? [] : [bare(text)])).join(""),
    tables: report.tables.map(essenceOfTable),
  };
}

/** Titles of items and comments, which are lines beside a table and none inside one. */
function isOfTable(text: string): boolean {
  return lookUpLabel(text)?.title === true || /^<!--.*-->$/.test(text);
}

function essenceOfTable({ key, edition, evidence, cells, rows, problems, amountUnit }: Table): unknown {
  return {
    key,
    editions: [edition, evidence],
    unit: amountUnit?.unit,
    cells: cells.map((cell) => cell && [cell.text, cell.certain, essenceOfValue(cell.value)]),
    rows: rows.map(({ row, found, expected }) => [row.key, found, expected]).sort(),
    problems: problems.map((problem) => {
      const rows = "rows" in problem ? problem.rows : "row" in problem ? [problem.row] : [];
      return [problem.kind, "label" in problem ? problem.label : rows.map(({ key }) => key)];
    }),
  };
}

function essenceOfValue(value: NonNullable<Table["cells"][number]>["value"]): unknown {
  return value.kind === "number" ? [value.quantity, value.numeral.unit] : value.kind;
}

/** A header may be added, but one that was there says what it said. */
function headersAlike(before: Report, after: Report): boolean {
  return (
    JSON.stringify(decimalsOf(before)) === JSON.stringify(decimalsOf(after)) &&
    JSON.stringify(ownHeaders(before)) === JSON.stringify(ownHeaders(after))
  );
}

const DECIMALS = /保留.{1,3}位小数/;

function decimalsOf({ tables }: Report): string[] {
  const asked = tables.flatMap(({ key, headers }) =>
    headers.flatMap(({ block, column, text }) => {
      const decimals = DECIMALS.exec(text.replace(/\s/g, ""))?.[0];
      return decimals ? [`${key} ${block} ${column} ${decimals}`] : [];
    }),
  );
  return [...new Set(asked)].sort();
}

/** The headers in other words than the form's. */
function ownHeaders({ tables }: Report): string[] {
  const own = tables.flatMap(({ key, form, headers }) =>
    headers.flatMap(({ block, column, text }) => {
      const label = form.table.blocks[block]!.columns.find((each) => each.key === column)!.label;
      return foldLabel(text) === foldLabel(label) ? [] : [`${key} ${block} ${column} ${foldLabel(text)}`];
    }),
  );
  return own.sort();
}

/** The words of a line, without Markdown's marks of a heading or list and fillers. */
function bare(text: string): string {
  return text.slice(marksOf(text)).replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, "");
}
