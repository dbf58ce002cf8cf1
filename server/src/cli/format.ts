// `gouji format`: rewrites drafts in the canonical layout, each in its own encoding and with its own line ends.

import { applyEdits, formatEdits, holdsReport, isHtmlPage, mayHoldReport, readDraft } from "../core";
import { encode } from "./encoding";
import { expand, replaceFile, type Source } from "./files";
import { readText } from "./read";
import type { ExitStatus } from "./run";
import type { Terminal } from "./terminal";
import { wordsIn } from "./words";

/**
 * Formats the files that paths, globs and directories name, and prints standard input (`-`) formatted; with `check` it
 * only says whether anything would change, with 1 where it would. 2 where a draft cannot be read, formatted or written,
 * which does not stop the others.
 */
export async function format(
  paths: readonly string[],
  check: boolean,
  terminal: Terminal,
): Promise<ExitStatus> {
  const words = wordsIn(terminal.locale);
  const { sources } = await expand(paths, words);
  let [drafts, worst]: [number, ExitStatus] = [0, 0];
  for (const source of sources) {
    const status = await formatOne(source, check, terminal);
    if (status === null) continue;
    drafts++;
    if (status > worst) worst = status;
  }
  if (drafts === 0) terminal.complain(words.noneFound);
  return worst;
}

/** Formats one draft; null for a file that was not named itself and is nothing to format. */
async function formatOne(
  { path, named, problem }: Source,
  check: boolean,
  terminal: Terminal,
): Promise<ExitStatus | null> {
  const words = wordsIn(terminal.locale);
  const fail = (reason: string): ExitStatus => {
    terminal.complain(`${path}: ${reason}`);
    return 2;
  };
  if (problem !== null) return fail(problem);
  const source = await readText(path, terminal, words);
  if (typeof source === "string") return fail(source);
  const { text, encoding, bytes } = source;
  if (!named && !mayHoldReport(text)) return null;
  if (isHtmlPage(text) || /\.html?$/i.test(path)) return named ? fail(words.formatPage) : null;
  const draft = readDraft(text);
  if (!named && !holdsReport(draft)) return null;
  if (draft.reports.length === 0) return fail(words.noReport);
  const edits = formatEdits(draft);
  const formatted = applyEdits(text, edits);
  if (edits.length > 0 && !(await encode(text, encoding)).equals(bytes)) return fail(words.formatNotExact);
  const after = edits.length > 0 ? await encode(formatted, encoding) : bytes;
  if (!check && path === "-") terminal.print(after);
  if (!check && path !== "-" && edits.length > 0) {
    const unwritten = await replaceFile(path, after, words);
    if (unwritten !== null) return fail(unwritten);
  }
  const left = readDraft(formatted).reports.flatMap(({ tables }) =>
    tables.filter(({ layout }) => layout !== "pipe"),
  ).length;
  const said = check ? words.formatWanted(edits.length) : words.formatDone(edits.length);
  terminal.complain(`${path}: ${said}${left > 0 ? ` ${words.formatLeft(left)}` : ""}`);
  return check && edits.length > 0 ? 1 : 0;
}
