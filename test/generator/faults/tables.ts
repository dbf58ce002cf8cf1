// Faults in a table's shape: rows missing, repeated, unknown, too short; labels off the form; the other edition.

import { type Box, type Boxes, box, insertRow, removeRow } from "../box";
import type { Random } from "../random";
import type { Plan } from "../report";
import { soundTruth } from "../truth";
import { boxNamed, type Fault, sectionNamed } from "./fault";

/** Shapes whose fillers at a row's ends look like a blank cell, so that a row too short says it has one. */
const HAS_FILLERS = /^(?:close|shifted|ragged|ruled|line-.*)$/;
/** Shapes in which a label that spans columns has a filler behind it. */
const FILLS_SPANS = /^(?:gfm|excel.*|comma)$/;

/** Labels off the form that still say which row is meant. */
const OFF: readonly (readonly [string, string])[] = [
  ["denied.stateSecret", "1.涉及国家秘密"],
  ["denied.thirdParty", "4.保护第三方的合法权益"],
  ["denied.internalAffairs", "5.属于三类内部事务的信息"],
  ["unable.notHeld", "1.本机关不掌握政府信息"],
  ["notProcessed.publication", "3.要求提供公开的出版物"],
  ["carriedForward", "四、结转下年度继续办理的"],
];

/** The rows of 申请 that begin no group, by their place in the table. */
function plainRows(boxes: Boxes): number[] {
  return boxes.flatMap((row, y) => {
    const own = row.some(({ kind }) => kind === "figure") && row.every(({ rows }) => rows === 1);
    return own ? [y] : [];
  });
}

function applications(plan: Plan): Boxes {
  return sectionNamed(plan, "applications").table!.boxes;
}

const labelOf = (row: readonly Box[]): Box => row.find(({ name }) => name?.startsWith("label."))!;

/** A copy of a row with this label and these figures, named after `name`. */
function copyOf(row: readonly Box[], label: string, name: string, figure: (of: Box) => string): Box[] {
  const own = labelOf(row);
  return row.map((each) =>
    each === own
      ? box("label", label, name, each.columns)
      : box(each.kind, each.kind === "figure" ? figure(each) : each.text, undefined, each.columns),
  );
}

export const TABLE_FAULTS: readonly Fault[] = [
  {
    rule: "table/shape",
    what: "a row missing",
    put: (plan, random) => {
      const boxes = applications(plan);
      const at = random.pick(plainRows(boxes));
      const row = labelOf(boxes[at]!).name!.slice("label.".length);
      removeRow(boxes, at);
      return { cell: `${row}.total`, places: [] };
    },
  },
  {
    rule: "table/shape",
    what: "a row twice",
    put: (plan, random) => {
      const boxes = applications(plan);
      const at = random.pick(plainRows(boxes));
      const row = boxes[at]!;
      insertRow(
        boxes,
        at + 1,
        copyOf(row, labelOf(row).text, "repeated", ({ text }) => text),
      );
      return { places: ["repeated"] };
    },
  },
  {
    rule: "table/shape",
    what: "a row that the form does not have",
    put: (plan, random) => {
      const boxes = applications(plan);
      const at = random.pick(plainRows(boxes));
      insertRow(
        boxes,
        at + 1,
        copyOf(boxes[at]!, "转送下级机关研究", "unknown", () => "2"),
      );
      return { places: ["unknown"] };
    },
  },
  {
    rule: "table/shape",
    what: "a row with a figure too few",
    put: (plan, random, style) => {
      if (HAS_FILLERS.test(style.shape) || style.noise.blankZeros) return null;
      const boxes = applications(plan);
      const row = boxes[random.pick(plainRows(boxes))]!;
      if (FILLS_SPANS.test(style.shape) && labelOf(row).columns > 1) return null;
      const name = labelOf(row).name!.slice("label.".length);
      row.splice(row.length - random.between(1, 7), 1);
      return { cell: `${name}.total`, places: [] };
    },
  },
  {
    rule: "table/label",
    what: "a row's label off the form",
    quiet: true,
    put: (plan, random) => {
      const [row, text] = random.pick(OFF);
      const name = `label.applications.${row}`;
      const label = boxNamed(plan, name);
      // The group's label stands in the same cell, in front of the first of its rows.
      const group = /^（.）[^0-9]*(?=1\.)/.exec(label.text)?.[0] ?? "";
      label.text = group + text;
      return { places: [name] };
    },
  },
  {
    rule: "table/edition",
    what: "the form of 2019 for 2021 or later",
    truth: (random) => ({ ...soundTruth(random, { edition: "2019" }), year: random.between(2021, 2026) }),
    put: firstTable,
  },
  {
    rule: "table/edition",
    what: "the form of 2021 for 2019 or 2020",
    truth: (random) => ({ ...soundTruth(random, { edition: "2021" }), year: random.between(2019, 2020) }),
    put: firstTable,
  },
];

function firstTable(_: Plan, __: Random): { places: string[] } {
  return { places: ["label.disclosure.regulations"] };
}
