// How new text should be written so that it looks like the draft it goes into.

import type { Report } from "../report/model";
import type { TemplateStyle } from "./report";
import type { Values } from "./template";

/** Stacked cells where the draft's tables are stacked, else pipes; Markdown's marks where the draft's headings have them. */
export function styleOf(report: Report | null, marksIfNoHeadings = false): TemplateStyle {
  const stacked = report?.tables.some((table) => table.layout === "stacked") ?? false;
  const headings = report?.sections ?? [];
  const marks =
    headings.length > 0 ? headings.some(({ heading }) => heading.startsWith("#")) : marksIfNoHeadings;
  return { layout: stacked ? "stacked" : "pipe", marks };
}

/** Organ and year as the draft has them; an organ that is itself an untouched field counts as unknown. */
export function valuesOf(report: Report | null): Values {
  const organ = report?.organ ?? null;
  return { organ: organ?.includes("［") ? null : organ, year: report?.year ?? null };
}
