// `gouji format`: rewrites one draft in the canonical layout, in its own encoding and with its own line ends.

import { applyEdits, formatEdits, isHtmlPage, readDraft } from "../core";
import { encode } from "./encoding";
import { replaceFile } from "./files";
import { readText } from "./read";
import type { ExitStatus } from "./run";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";

/**
 * Formats the file at `path`, or prints standard input (`-`) formatted; with `check` it only says whether anything
 * would change, with 1 where it would. 2 where the draft cannot be read, formatted or written.
 */
export async function format(path: string, check: boolean, terminal: Terminal): Promise<ExitStatus> {
  const words = wordsIn(terminal.locale);
  const fail = (reason: string): ExitStatus => {
    terminal.complain(`${path}: ${reason}`);
    return 2;
  };
  const source = await readText(path, terminal, words);
  if (typeof source === "string") return fail(source);
  const { text, encoding, bytes } = source;
  if (isHtmlPage(text)) return fail(words.formatPage);
  const draft = readDraft(text);
  if (draft.reports.length === 0) return fail(words.noReport);
  const edits = formatEdits(draft);
  const formatted = applyEdits(text, edits);
  if (edits.length > 0 && !encode(text, encoding).equals(bytes)) return fail(words.formatNotExact);
  const after = edits.length > 0 ? encode(formatted, encoding) : bytes;
  if (!check && path === "-") terminal.print(after);
  if (!check && path !== "-" && edits.length > 0) {
    const problem = await replaceFile(path, after, words);
    if (problem !== null) return fail(problem);
  }
  const left = readDraft(formatted).reports.flatMap(({ tables }) =>
    tables.filter(({ layout }) => layout !== "pipe"),
  ).length;
  const said = check ? words.formatWanted(edits.length) : words.formatDone(edits.length);
  terminal.complain(`${path}: ${said}${left > 0 ? ` ${words.formatLeft(left)}` : ""}`);
  return check && edits.length > 0 ? 1 : 0;
}
