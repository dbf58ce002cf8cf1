// Reads the examples of a rule's page: fenced blocks of the language `ogi-report` whose info string goes on with
// `hit`, `fixed` or `miss`, and with the form's edition where it is not the current one.

import type { EditionKey } from "../../server/src/core";

export interface Example {
  readonly edition: EditionKey;
  /** An excerpt of a report. */
  readonly excerpt: string;
}

/** What the page says that a rule finds. */
export interface Hit extends Example {
  /** The findings' sentences, quoted below the block. */
  readonly messages: readonly string[];
  /** What a fix makes of the excerpt, and the fix's title, the last code before it; null where it is not shown. */
  readonly fixed: { readonly title: string; readonly excerpt: string } | null;
}

export interface Examples {
  readonly hits: readonly Hit[];
  readonly misses: readonly Example[];
}

const BLOCK = /^```ogi-report (hit|fixed|miss)(?: (2019))?\n([\s\S]*?)\n```$/gm;

/** The examples of a page, in its order. Throws where a block is none of the three kinds, or `fixed` follows no hit. */
export function examplesOf(page: string): Examples {
  const hits: Hit[] = [];
  const misses: Example[] = [];
  const blocks = [...page.matchAll(BLOCK)];
  if (blocks.length !== page.match(/^```ogi-report/gm)?.length) throw new Error("a block of unknown kind");
  blocks.forEach(([block, kind, edition = "2021", excerpt = ""], i) => {
    const example = { edition: edition as EditionKey, excerpt };
    const begin = blocks[i]!.index + block.length;
    const next = blocks[i + 1];
    const below = page.slice(begin, next?.index);
    if (kind === "miss") misses.push(example);
    if (kind !== "hit") return;
    const title = below
      .match(/`[^`\n]+`/g)
      ?.at(-1)
      ?.slice(1, -1);
    const fixed = next?.[1] === "fixed" ? { title: title ?? "", excerpt: next[3]! } : null;
    hits.push({ ...example, messages: quoted(below), fixed });
  });
  if (hits.filter(({ fixed }) => fixed).length !== blocks.filter(([, kind]) => kind === "fixed").length) {
    throw new Error("a fixed block that follows no hit");
  }
  return { hits, misses };
}

function quoted(text: string): string[] {
  return text.split("\n").flatMap((line) => (line.startsWith("> ") ? [line.slice(2).trim()] : []));
}
