// Text that knows where each named thing in it stands. A writer gives pieces; only when all of them are put together
// offsets come into being, so that noise may still change line ends and the like.

import type { Span } from "../../server/src/core";

/** A text, or an edge of the place with this name. */
export type Piece = string | { readonly name: string; readonly edge: "start" | "end" };

export interface Written {
  readonly text: string;
  /** By name, such as `applications.granted.total`, `heading.overview`, `title`. */
  readonly places: ReadonlyMap<string, Span>;
}

/** Pieces with the place of all of them named. */
export function named(name: string, ...pieces: readonly Piece[]): Piece[] {
  return [{ name, edge: "start" }, ...pieces, { name, edge: "end" }];
}

/** The text of the pieces without their names. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : "")).join("");
}

/** The pieces with all texts changed by `change`. */
export function mapText(pieces: readonly Piece[], change: (text: string) => string): Piece[] {
  return pieces.map((piece) => (typeof piece === "string" ? change(piece) : piece));
}

/** Puts the pieces together. A name that comes twice keeps its first place. */
export function put(pieces: readonly Piece[]): Written {
  const texts: string[] = [];
  const starts = new Map<string, number>();
  const places = new Map<string, Span>();
  let length = 0;
  for (const piece of pieces) {
    if (typeof piece === "string") {
      texts.push(piece);
      length += piece.length;
    } else if (piece.edge === "start") {
      if (!starts.has(piece.name)) starts.set(piece.name, length);
    } else if (!places.has(piece.name)) {
      places.set(piece.name, { start: starts.get(piece.name)!, end: length });
    }
  }
  return { text: texts.join(""), places };
}

/** The spans of `places` moved behind `offset` characters. */
export function moved(places: ReadonlyMap<string, Span>, offset: number): Map<string, Span> {
  return new Map([...places].map(([name, at]) => [name, { start: at.start + offset, end: at.end + offset }]));
}
