// A draft under edit. It is read and checked part by part, each part in text of its own, so that an edit re-reads only
// the parts whose text, or what was looked at below it, has changed; all others are moved.

import { hasHtmlBlocks } from "../draft/html";
import { readDraft, readPart } from "../draft/read";
import type { Draft } from "../report/model";
import { RULES } from "../rules";
import type { Rule } from "../rules/rule";
import { lineEnds } from "../text/lines";
import type { Span } from "../text/span";
import { type Analysis, type Crash, check, type Settings } from "./analyse";
import { countAt, retyped, type Typed } from "./retype";
import type { Ignore } from "./suppress";

/** A part of a draft with what was found in it. */
export interface CheckedPart {
  /** Where the part begins in the draft: offset and line. */
  readonly start: number;
  readonly line: number;
  /** Of the part's own text: offsets are into that. Another edit in the part makes another one. */
  readonly analysis: Analysis;
  /** How many reports are in it: one, or none; all of a text with HTML. */
  readonly reports: number;
  /** Null unless a figure was typed into since the part's text was read: then that text is older. */
  readonly typed: Typed | null;
}

interface Part extends CheckedPart {
  start: number;
  line: number;
  analysis: Analysis;
  typed: Typed | null;
  looked: number;
  /** How many lines end in it. */
  readonly lines: number;
  /** Whether an edit has touched what it was read from. */
  stale: boolean;
  /** What of it was edited, in the part's text before that, and how much longer it is; null where more than one place may be. */
  touched: (Span & { readonly by: number }) | null;
}

/** Whatever edits it is told of, after `update` its parts are those of the text read anew. */
export class Session {
  private all: Part[] = [];
  /** In a text with HTML only the whole tells where a report ends. */
  private isHtml = false;
  private edited = 0;
  /** The parts that edits have touched since the last update. */
  private readonly stale: Part[] = [];
  /** What rules threw in this update. */
  private crashes: Crash[] = [];

  constructor(
    private readonly settings: Settings = {},
    private readonly rules: readonly Rule[] = RULES,
  ) {}

  /** In the draft's order, without gaps; another list after each change of one of them. */
  get parts(): readonly CheckedPart[] {
    return this.all;
  }

  /** Where the last edit was, as an offset. */
  get lastEdit(): number {
    return this.edited;
  }

  /** Those of `Settings.ignores` that silence nothing in the draft though their rules ran. */
  unusedIgnores(): readonly Ignore[] {
    const { ignores = [] } = this.settings;
    if (ignores.length === 0) return ignores;
    return ignores.filter((ignore) =>
      this.all.every(({ analysis }) => analysis.unusedIgnores.includes(ignore)),
    );
  }

  /** Takes in that `length` characters stand where a span of the text stood; `update` has to follow. */
  replace({ start, end }: Span, length: number): void {
    this.edited = start;
    for (const part of this.all) {
      if (part.start <= end && start <= part.start + part.looked) {
        const at = { start: start - part.start, end: end - part.start };
        part.touched = part.stale ? null : { ...at, by: length - (end - start) };
        if (!part.stale) this.stale.push(part);
        part.stale = true;
      }
      if (part.start > end) part.start += length - (end - start);
      else if (part.start > start) part.start = start + length;
    }
  }

  /** Reads and checks what has changed; `text` is the draft after all edits. Gives what rules threw meanwhile. */
  update(text: string): Crash[] {
    const stale = this.stale.splice(0);
    this.crashes = [];
    if (this.all.length === 0 || this.isHtml) this.readAll(text);
    else {
      for (const part of stale) this.retype(part, text);
      if (stale.some((part) => part.stale)) this.readStale(text);
      else if (stale.length > 0) this.all = [...this.all];
    }
    return this.crashes;
  }

  private readAll(text: string): void {
    if (this.all.length === 1 && !this.all[0]!.stale) return;
    this.isHtml = hasHtmlBlocks(text);
    this.all = [];
    if (this.isHtml) this.all.push(this.checked(0, { draft: readDraft(text), looked: text.length }));
    else {
      let start = 0;
      do start = this.read(text, start, this.all);
      while (start < text.length);
    }
    this.countLines();
  }

  /** Takes in digits typed into a figure, where that is all that was done to a part. */
  private retype(part: Part, text: string): void {
    const { analysis, touched, typed, start } = part;
    if (!touched) return;
    const place = typed ?? countAt(analysis, touched, this.settings);
    if (!place) return;
    const by = typed?.by ?? 0;
    if (touched.start < place.start || touched.end > place.end + by) return;
    const now = { ...place, by: by + touched.by };
    const content = text.slice(start + now.start, start + now.end + now.by);
    const next = retyped(analysis, now, content, this.settings, this.rules);
    if (!next) return;
    part.analysis = next;
    part.typed = now;
    part.looked += touched.by;
    part.touched = null;
    part.stale = false;
  }

  private readStale(text: string): void {
    const old = this.all;
    const parts: Part[] = [];
    for (let i = 0; i < old.length; ) {
      if (!old[i]!.stale) {
        parts.push(old[i++]!);
        continue;
      }
      let start = old[i]!.start;
      const isKnown = () => i < old.length && old[i]!.start === start && !old[i]!.stale;
      do {
        start = this.read(text, start, parts);
        if (hasHtmlBlocks(parts.at(-1)!.analysis.draft.text)) {
          this.all = [];
          this.readAll(text);
          return;
        }
        // What began above has become part of this one.
        while (i < old.length && old[i]!.start < start) i++;
      } while (start < text.length && !isKnown());
      if (start >= text.length) i = old.length;
    }
    this.all = parts;
    this.countLines();
  }

  /** Reads the part that begins at `start`, and says where it ends. */
  private read(text: string, start: number, into: Part[]): number {
    const reading = readPart(text, start);
    into.push(this.checked(start, reading));
    return start + reading.draft.text.length;
  }

  private checked(start: number, { draft, looked }: { draft: Draft; looked: number }): Part {
    const analysis = check(draft, this.settings, this.rules);
    this.crashes.push(...analysis.crashes);
    return {
      start,
      line: 0,
      analysis,
      reports: draft.reports.length,
      looked,
      lines: lineEnds(draft.text),
      typed: null,
      stale: false,
      touched: null,
    };
  }

  private countLines(): void {
    let line = 0;
    for (const part of this.all) {
      part.line = line;
      line += part.lines;
    }
  }
}
