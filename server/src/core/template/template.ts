// A template is text with fields to fill in. Here it becomes LSP/VS Code snippet syntax or plain text.

import type { CellName } from "../form";

/** What a drafter fills in. A figure has no words of its own: left alone it is a blank cell. */
export type Field =
  | { readonly kind: "organ" }
  | { readonly kind: "year" }
  | { readonly kind: "figure"; readonly cell: CellName }
  | { readonly kind: "prose"; readonly hint: string };

/** Text (lines parted by LF) and fields, in reading order. */
export type Template = readonly (string | Field)[];

/** What is known beforehand; null is left for the drafter. */
export interface Values {
  readonly organ: string | null;
  readonly year: number | null;
}

export const ORGAN: Field = { kind: "organ" };
export const YEAR: Field = { kind: "year" };

/** Values of a template of which nothing is known. */
export const NOTHING_KNOWN: Values = { organ: null, year: null };

/**
 * A template in snippet syntax, with LF line ends: known values as text, every other field a tab stop in reading
 * order from 1, organ and year one tab stop each however often they stand, and `$0` on a line of its own at the end.
 * `tab` is how a tab is written: as itself, or in syntax that the editor resolves to one.
 */
export function toSnippet(template: Template, values: Values = NOTHING_KNOWN, tab = "\t"): string {
  const mirrored = new Map<Field["kind"], number>();
  let stops = 0;
  const parts = template.map((piece) => {
    if (typeof piece === "string") return escapeSnippet(piece).replaceAll("\t", () => tab);
    const known = knownText(piece, values);
    if (known !== null) return escapeSnippet(known);
    const first = mirrored.get(piece.kind);
    if (first !== undefined) return `\${${first}}`;
    stops++;
    if (piece.kind === "organ" || piece.kind === "year") mirrored.set(piece.kind, stops);
    const hint = hintOf(piece);
    return hint ? `\${${stops}:${escapeSnippet(hint)}}` : `\${${stops}}`;
  });
  return `${parts.join("")}\n$0`;
}

/** A template as text with LF line ends and one at the end: figures blank, what else is unknown as ［…］. */
export function toPlainText(template: Template, values: Values = NOTHING_KNOWN): string {
  const parts = template.map((piece) =>
    typeof piece === "string" ? piece : (knownText(piece, values) ?? hintOf(piece)),
  );
  return `${parts.join("")}\n`;
}

/** Text with what has a meaning in snippet syntax escaped: `$`, `}` and the backslash. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, "\\$&");
}

/** Templates one below the other with an empty line between. */
export function stack(parts: readonly Template[]): Template {
  return parts.flatMap((part, i) => (i === 0 ? part : ["\n\n", ...part]));
}

function knownText(field: Field, { organ, year }: Values): string | null {
  if (field.kind === "organ") return organ;
  return field.kind === "year" && year !== null ? String(year) : null;
}

/** What stands in a field that is not filled in; `structure/placeholder` finds it there. */
function hintOf(field: Field): string {
  if (field.kind === "organ") return "［机关名称］";
  if (field.kind === "year") return "［年份］";
  return field.kind === "prose" ? `［${field.hint}］` : "";
}
