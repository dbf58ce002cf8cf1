// table/label: a row's or column's label in other words than the form's. Spaces, brackets, numbers and notes behind
// a label tell no labels apart.

import type { FormRow } from "../form";
import type { Table } from "../report/model";
import { foldLabel, foldWords } from "../text/label";
import type { Span } from "../text/span";
import { displayWidth } from "../text/width";
import { rowName } from "./labels";
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report }: RuleContext): RuleFinding[] {
  return report.tables.flatMap((table) => [...rowLabels(table), ...columnLabels(table)]);
}

function rowLabels(table: Table): RuleFinding[] {
  if (table.form.table.arrangement === "band") return [];
  return table.rows.flatMap(({ row, label, words }) => {
    // Most labels are the form's to the letter.
    if (words === row.label || isOfForm(words, row)) return [];
    const cells = table.form.cells.filter((cell) => cell.row === row).map((cell) => cell.name);
    return [finding(label, words, row.label, cells)];
  });
}

/** The row's words, alone or behind those of the groups that it stands in. */
function isOfForm(found: string, { label, groups }: FormRow): boolean {
  const words = foldLabel(found);
  return [label, ...groups.map((_, i) => groups.slice(i).join("") + label)].some(
    (wording) => foldLabel(wording) === words || foldWords(wording) === foldWords(found),
  );
}

function columnLabels(table: Table): RuleFinding[] {
  return table.headers.flatMap(({ block, column, text, span }) => {
    const form = table.form.table.blocks[block]!.columns.find(({ key }) => key === column)!;
    if (text === form.label || foldLabel(text) === foldLabel(form.label)) return [];
    const cells = table.form.cells.filter((cell) => cell.column === form).map((cell) => cell.name);
    return [finding(span, text, form.label, cells)];
  });
}

function finding(span: Span, found: string, expected: string, cells: string[]): RuleFinding {
  const shown = found.replace(/<[^<>]*>|[\s\u00a0\u3000]+/g, "");
  return { span, message: { id: "label", found: shown, expected }, cells };
}

const NOTE = /[（(][^（()）]*[)）][\s\u00a0\u3000]*$/;

/** The form's label in place of the draft's; a note in brackets behind it stays, and so does a pipe table's alignment. */
function fixes({ report, text }: RuleContext, { span, message }: RuleFinding): Fix[] {
  if (message.id !== "label") return [];
  const table = report.tables.find(
    (candidate) =>
      candidate.rows.some(({ label }) => label.start === span.start) ||
      candidate.headers.some((header) => header.span.start === span.start),
  );
  const found = text.slice(span.start, span.end);
  const whole =
    table?.rows.find(({ label }) => label.start === span.start)?.words ??
    table?.headers.find((header) => header.span.start === span.start)?.text;
  // With markup in it, or other cells between its lines, a label cannot be replaced.
  if (!table || found !== whole) return [];
  const note = NOTE.exec(message.expected) ? "" : (NOTE.exec(found)?.[0].trim() ?? "");
  const row = table.rows.find(({ label }) => label.start === span.start)?.row;
  const newText = `${withGroups(found, row) ?? message.expected}${note}`;
  const edit = table.layout === "pipe" ? aligned(text, span, newText) : { span, newText };
  const title = { id: "write-as", value: row ? rowName(row) : message.expected } as const;
  return [{ title, safety: "suggested", preferred: true, edits: [edit] }];
}

/** A label that holds its group's too keeps it. */
function withGroups(found: string, row: FormRow | undefined): string | null {
  const group = row?.groups.findIndex((label) => foldWords(found).startsWith(foldWords(label))) ?? -1;
  return row && group >= 0 ? row.groups.slice(group).join("") + row.label : null;
}

/** The spaces behind the label give or take what the new one is longer or shorter. */
function aligned(text: string, span: Span, newText: string): Edit {
  const [spaces] = /^ */.exec(text.slice(span.end))!;
  const more = displayWidth(newText) - displayWidth(text.slice(span.start, span.end));
  if (spaces.length - more < 1) return { span, newText };
  return {
    span: { start: span.start, end: span.end + spaces.length },
    newText: newText + " ".repeat(spaces.length - more),
  };
}

/** The labels are those of the tables of 国办公开办函〔2019〕60号 and 〔2021〕30号. */
export const tableLabel: Rule = {
  code: "table/label",
  severity: "info",
  basis: ["form-2019", "form-2021"],
  repairs: ["suggested"],
  check,
  fixes,
};
