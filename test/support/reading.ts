// What is read of a whole draft of the form, cell by cell, against what was written.

import { readDraft, tableOf } from "../../server/src/core";
import { cellTexts, type Edition, type Texts } from "./form";

/** Every cell of the three tables that is missing, uncertain or read otherwise, and every problem of their shape. */
export function wrongCells(text: string, edition: Edition, texts: Texts = {}): string[] {
  const { reports } = readDraft(text);
  if (reports.length !== 1) return [`${reports.length} reports`];
  const truth = cellTexts(edition, texts);
  return (["disclosure", "applications", "disputes"] as const).flatMap((key) => {
    const table = tableOf(reports[0]!, key);
    if (!table) return [`no table ${key}`];
    const problems = table.problems.map(({ kind }) => `${key}: ${kind}`);
    const cells = table.form.cells.flatMap(({ name, index }) => {
      const cell = table.cells[index];
      if (!cell?.certain) return [`${name}: ${cell ? "uncertain" : "not there"}`];
      return cell.text === truth.get(name) ? [] : [`${name}: ${cell.text} for ${truth.get(name)}`];
    });
    return [...problems, ...cells];
  });
}
