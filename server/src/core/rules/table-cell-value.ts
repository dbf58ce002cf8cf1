// table/cell-value: what stands in a cell but is not the plain number that the form asks for. One finding a cell,
// the gravest first.

import { type Cell, type CellValue, cellNamed, type Table, tableWith } from "../report/model";
import { foldWords } from "../text/label";
import type { Numeral } from "../text/numeral";
import { formatQuantity, isWhole, type Quantity } from "../text/quantity";
import { cellName } from "./labels";
import type { Message } from "./message";
import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

function check({ report }: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const table of report.tables) {
    for (const cell of table.cells) {
      // Of an amount the header may ask for decimals.
      if (!cell || (cell.form.column.kind !== "amount" && isPlain(cell.value))) continue;
      const message = judge(table, cell);
      if (message) findings.push({ span: cell.span, message, cells: [cell.form.name] });
    }
  }
  return findings;
}

function judge(table: Table, cell: Cell): Message | null {
  if (cell.value.kind === "unreadable") return { id: "not-a-number", ...placeOf(cell) };
  if (cell.value.kind !== "number") return null;
  const { quantity, numeral } = cell.value;
  const { kind } = cell.form.column;
  const decimals = kind === "amount" ? wantedDecimals(table, cell) : 0;
  const where = placeOf(cell);
  const value = formatQuantity(quantity, quantity === 0 ? 0 : decimals);
  if (numeral.unit !== null) {
    const wrong = kind === "amount" && !numeral.unit.startsWith("万");
    return { id: wrong ? "wrong-unit" : "unit-in-cell", ...where, unit: numeral.unit, value };
  }
  if (quantity < 0 && kind !== "change") return { id: "negative", ...where };
  if (kind !== "amount" && !isWhole(quantity)) return { id: "fractional", ...where };
  if (lacksDecimals(quantity, numeral, decimals)) return { id: "decimals", ...where, decimals, value };
  if (numeral.fullWidth) return { id: "full-width", ...where, value: plain(quantity, numeral) };
  return numeral.separators ? { id: "separators", ...where, value: plain(quantity, numeral) } : null;
}

function placeOf({ form, text }: Cell): { cell: string; text: string } {
  return { cell: cellName(form), text };
}

/** Digits and nothing else, as nearly all cells have them: right wherever no decimals are asked for. */
function isPlain(value: CellValue): boolean {
  if (value.kind !== "number") return false;
  const { unit, negative, decimals, fullWidth, separators } = value.numeral;
  return unit === null && !negative && decimals === 0 && !fullWidth && !separators;
}

/** Nothing spent is 0, with or without decimals. */
function lacksDecimals(quantity: Quantity, numeral: Numeral, decimals: number): boolean {
  return quantity !== 0 && numeral.decimals < decimals;
}

/** The same figure in ASCII digits without separators, with the decimals it has. */
function plain(quantity: Quantity, numeral: Numeral): string {
  return formatQuantity(quantity, numeral.decimals);
}

const DECIMALS = /保留([一二两三四五六1-6１-６])位小数/;
const DIGITS = "一二三四五六";

/** How many decimals the draft's own header asks for, as in 保留四位小数; 0 where it says nothing. */
function wantedDecimals(table: Table, cell: Cell): number {
  const block = table.form.table.blocks.indexOf(cell.form.block);
  const header = table.headers.find(
    (candidate) => candidate.block === block && candidate.column === cell.form.column.key,
  );
  const word = DECIMALS.exec(foldWords(header?.text ?? ""))?.[1];
  if (!word) return 0;
  const chinese = word === "两" ? 2 : DIGITS.indexOf(word) + 1;
  return chinese || Number(word.normalize("NFKC"));
}

function fixes({ text, report }: RuleContext, { message, cells }: RuleFinding): Fix[] {
  if (!("value" in message)) return [];
  const table = tableWith(report, cells[0]!);
  const cell = table && cellNamed(table, cells[0]!);
  if (cell?.value.kind !== "number") return [];
  const span = message.id === "full-width" || message.id === "separators" ? cell.value.numeral.at : cell.span;
  if (text.slice(span.start, span.end) === message.value) return [];
  const safe = message.id === "full-width" || message.id === "separators";
  return [
    {
      title: { id: "write-as", value: message.value },
      safety: safe ? "safe" : "suggested",
      preferred: true,
      edits: [{ span, newText: message.value }],
    },
  ];
}

/** Both notices' tables are of plain numbers; 采购总金额 and 收费金额 are in 万元, as their headers say. */
export const tableCellValue: Rule = {
  code: "table/cell-value",
  severity: "warning",
  basis: ["form-2019", "form-2021"],
  repairs: ["safe", "suggested"],
  check,
  recheck: () => null, // a plain count is what the form asks for
  fixes,
};
