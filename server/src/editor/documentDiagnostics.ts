// The diagnostics of a document, put together from those of its parts: only a part that was read anew, or has moved to
// other lines, costs more than a look.

import { type Diagnostic, DiagnosticSeverity, type Position, type Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Analysis,
  type CheckedPart,
  type Diagnosis,
  knownDiagnoses,
  type Locale,
  render,
  type Session,
} from "../core";
import { diagnosticsOf, SOURCE } from "./diagnostics";

/** VS Code keeps no more of a document's. */
export const MOST_DIAGNOSTICS = 1000;

export interface DocumentContext {
  readonly uri: string;
  readonly session: Pick<Session, "parts" | "lastEdit">;
  /** Another number where the causes of an analysis may be others than they were. */
  readonly renewals: number;
  readonly locale: Locale;
  readonly pages: string | null;
}

interface Kept {
  readonly diagnoses: readonly Diagnosis[] | null;
  readonly context: Pick<DocumentContext, "uri" | "locale" | "pages">;
  /** The part as a document: tells where its lines begin. */
  readonly document: TextDocument;
  /** As if the part were the document. */
  readonly own: readonly Diagnostic[];
  /** The same where the part stood last. */
  moved: readonly Diagnostic[];
  line: number;
}

const kept = new WeakMap<Analysis, Kept>();

/** The diagnostics of all parts of a document, in its order; of too many the worst and nearest, and how many more. */
export function documentDiagnostics(context: DocumentContext): Diagnostic[] {
  const lists = listsOf(context);
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  return count <= MOST_DIAGNOSTICS ? lists.flat() : nearest(lists, count, context);
}

/** A part's diagnostics at its place in the document, by what they are of. */
interface Shown {
  readonly analysis: Analysis;
  readonly line: number;
  readonly list: readonly Diagnostic[];
}

interface Last extends Pick<DocumentContext, "uri" | "locale" | "pages" | "renewals"> {
  readonly shown: Shown[];
}

const last = new WeakMap<DocumentContext["session"], Last>();

/** Of most parts of a long document nothing is new: they are only compared with those of the last time. */
function listsOf(context: DocumentContext): (readonly Diagnostic[])[] {
  const { session, uri, locale, pages, renewals } = context;
  let known = last.get(session);
  if (known?.locale !== locale || known.pages !== pages || known.renewals !== renewals || known.uri !== uri) {
    known = { uri, locale, pages, renewals, shown: [] };
    last.set(session, known);
  }
  const { shown } = known;
  return session.parts.map((part, i) => {
    const { analysis, line } = part;
    const before = shown[i];
    if (before?.analysis === analysis && before.line === line) return before.list;
    const list = diagnosticsIn(part, context, before?.analysis);
    // What is not known yet is asked for again.
    if (knownDiagnoses(analysis)) shown[i] = { analysis, line, list };
    return list;
  });
}

/** `before` is what stood there the last time. */
function diagnosticsIn(
  { analysis, line, typed }: CheckedPart,
  { uri, locale, pages }: DocumentContext,
  before: Analysis | undefined,
): readonly Diagnostic[] {
  const diagnoses = knownDiagnoses(analysis);
  let known = kept.get(analysis);
  const isKnown =
    known?.diagnoses === diagnoses &&
    known.context.uri === uri &&
    known.context.locale === locale &&
    known.context.pages === pages;
  if (!known || !isKnown) {
    const document = documentOf(analysis, uri, before);
    const read = diagnosticsOf({ document, analysis, locale, pages });
    const end = typed && document.positionAt(typed.end);
    const behind = ({ line, character }: Position): Position =>
      line === end?.line && character >= end.character
        ? { line, character: character + typed!.by }
        : { line, character };
    const own = end ? read.map((diagnostic) => withPlaces(diagnostic, behind)) : read;
    known = { diagnoses, context: { uri, locale, pages }, document, own, moved: own, line: 0 };
    kept.set(analysis, known);
  }
  if (known.line !== line) {
    const lower = (at: Position): Position => ({ line: at.line + line, character: at.character });
    known.moved = line === 0 ? known.own : known.own.map((diagnostic) => withPlaces(diagnostic, lower));
    known.line = line;
  }
  return known.moved;
}

/** A figure that was typed into leaves the part's text as it was read. */
function documentOf({ draft: { text } }: Analysis, uri: string, before: Analysis | undefined): TextDocument {
  const known = before && kept.get(before)?.document;
  return known?.uri === uri && known.getText() === text ? known : TextDocument.create(uri, "", 0, text);
}

function withPlaces(diagnostic: Diagnostic, place: (at: Position) => Position): Diagnostic {
  const { range, relatedInformation } = diagnostic;
  const placed = ({ start, end }: Range): Range => ({ start: place(start), end: place(end) });
  return {
    ...diagnostic,
    range: placed(range),
    ...(relatedInformation && {
      relatedInformation: relatedInformation.map(({ location, message }) => ({
        location: { uri: location.uri, range: placed(location.range) },
        message,
      })),
    }),
  };
}

/** So many as are kept: errors before warnings before the rest, of each those in the parts nearest the last edit. */
function nearest(
  lists: readonly (readonly Diagnostic[])[],
  count: number,
  { session: { parts, lastEdit }, locale }: DocumentContext,
): Diagnostic[] {
  const home = parts.findLastIndex(({ start }) => start <= lastEdit);
  const chosen = new Set<Diagnostic>();
  let room = MOST_DIAGNOSTICS - 1;
  for (let severity: number = DiagnosticSeverity.Error; severity <= DiagnosticSeverity.Hint; severity++) {
    for (let away = 0; away < parts.length && room > 0; away++) {
      for (const at of away === 0 ? [home] : [home - away, home + away]) {
        const alike = (lists[at] ?? []).filter((each) => each.severity === severity).slice(0, room);
        for (const each of alike) chosen.add(each);
        room -= alike.length;
      }
    }
  }
  const shown = lists.flatMap((list) => list.filter((each) => chosen.has(each)));
  const start = { line: 0, character: 0 };
  const message = render({ id: "more-findings", count: count - shown.length }, locale);
  return [
    ...shown,
    { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message },
  ];
}
