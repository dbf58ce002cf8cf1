// The three tables of the form as boxes, with the freedom that published reports take in their headers and labels.

import { type Box, type Boxes, box } from "./box";
import {
  APPLICANTS,
  applicationRows,
  DISPUTE_GROUPS,
  type Edition,
  ITEMS,
  RESULTS,
  type TableKey,
} from "./form";

/** How a table is laid out, where the form's own layout is not kept to the letter. */
export interface TableShape {
  /** How many columns the labels of 申请 take: 3 as in the form, or groups and labels in fewer cells. */
  readonly labelColumns: 1 | 2 | 3;
  /** Where the reminder of the balance stands. */
  readonly note: "cell" | "row" | "none";
  /** 总计 or 合计. */
  readonly total: string;
  /** Whether 行政复议 spans two header rows, as some tools have it, or one above its results. */
  readonly deepReview: boolean;
  /** Whether the last figures of a short row of 主动公开 span the columns left over. */
  readonly wideFigures: boolean;
}

type FigureAt = (name: string) => string;

/** A table of the form in this shape, with these figures. */
export function formTable(key: TableKey, edition: Edition, figure: FigureAt, shape: TableShape): Boxes {
  const write = { disclosure: disclosureTable, applications: applicationsTable, disputes: disputesTable }[
    key
  ];
  return write(edition, figure, shape);
}

function figureBox(figure: FigureAt, name: string, columns = 1): Box {
  return box("figure", figure(name), name, columns);
}

function disclosureTable(edition: Edition, figure: FigureAt, { wideFigures }: TableShape): Boxes {
  const width = 3;
  return ITEMS[edition].flatMap(({ title, columns, rows }): Boxes => {
    const span = (i: number) => (wideFigures && i === columns.length - 1 ? width - columns.length + 1 : 1);
    return [
      [box("header", title, undefined, width + 1)],
      [box("header", "信息内容"), ...columns.map(([, label], i) => box("header", label, undefined, span(i)))],
      ...rows.map(([row, label]) => [
        box("label", label, `label.disclosure.${row}`),
        ...columns.map(([column], i) => figureBox(figure, `disclosure.${row}.${column}`, span(i))),
      ]),
    ];
  });
}

const NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

function applicationsTable(edition: Edition, figure: FigureAt, shape: TableShape): Boxes {
  const header: Boxes = [
    [
      box("header", shape.note === "cell" ? NOTE : "", undefined, shape.labelColumns, 3),
      box("header", "申请人情况", undefined, 7),
    ],
    [
      box("header", "自然人", undefined, 1, 2),
      box("header", "法人或其他组织", undefined, 5),
      box("header", shape.total, undefined, 1, 2),
    ],
    APPLICANTS.slice(1, -1).map(([, label]) => box("header", label)),
  ];
  const note: Boxes = shape.note === "row" ? [[box("header", NOTE, undefined, shape.labelColumns + 7)]] : [];
  const rows = applicationRows(edition);
  const paths = rows.map(([, path]) => path.replace("（七）总计", `（七）${shape.total}`).split("/"));
  return [
    ...note,
    ...header,
    ...rows.map(([row], y) => [
      ...labelBoxes(paths, y, row, shape.labelColumns),
      ...APPLICANTS.map(([column]) => figureBox(figure, `applications.${row}.${column}`)),
    ]),
  ];
}

/** The labels of a row that begin on it: groups where they differ from the row above, then its own over what is left. */
function labelBoxes(paths: readonly string[][], y: number, row: string, columns: number): Box[] {
  const path = paths[y]!;
  const name = `label.applications.${row}`;
  const groups = path.slice(0, -1).slice(0, columns - 1);
  const own = columns === 2 && path.length === 3 ? joined(paths, y) : path.at(-1)!;
  const boxes = groups.flatMap((group, level): Box[] => {
    if (paths[y - 1]?.[level] === group && paths[y - 1]!.length > level + 1) return [];
    let rows = 1;
    while (paths[y + rows]?.[level] === group) rows++;
    return [box("label", group, undefined, 1, rows)];
  });
  return [...boxes, box("label", own, name, columns - groups.length)];
}

/** With two columns of labels the group's label stands before the first row's own, in one cell. */
function joined(paths: readonly string[][], y: number): string {
  const [, group, own] = paths[y]!;
  return paths[y - 1]?.[1] === group ? own! : `${group}${own}`;
}

function disputesTable(_: Edition, figure: FigureAt, { total, deepReview }: TableShape): Boxes {
  const five = (rows: number) =>
    RESULTS.map(([key, label]) => box("header", key === "total" ? total : label, undefined, 1, rows));
  const litigation = [
    box("header", "未经复议直接起诉", undefined, 5),
    box("header", "复议后起诉", undefined, 5),
  ];
  const header: Boxes = deepReview
    ? [
        [box("header", "行政复议", undefined, 5, 2), box("header", "行政诉讼", undefined, 10)],
        litigation,
        [...five(1), ...five(1), ...five(1)],
      ]
    : [
        [box("header", "行政复议", undefined, 5), box("header", "行政诉讼", undefined, 10)],
        [...five(2), ...litigation],
        [...five(1), ...five(1)],
      ];
  return [
    ...header,
    DISPUTE_GROUPS.flatMap(([group]) =>
      RESULTS.map(([key]) => figureBox(figure, `disputes.${group}.${key}`)),
    ),
  ];
}
