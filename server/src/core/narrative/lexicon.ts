// Finds the field's words in a text. Each word has one meaning; the longest word that stands at a place counts. The
// words are some ten thousands, so that their tree grows only along what is looked up, from the patterns as they stand.

import type { Applicant, Aspect, Entity, Meaning } from "./meanings";
import { APPLICANTS, ASPECTS, BODIES, ENTITIES, GENERIC, OTHERS, PHRASES } from "./words";

/** A pattern of `words.ts`: what may stand at each of its places. `{a|b|}c` is ac, bc and c; braces do not nest. */
interface Pattern {
  readonly places: readonly (readonly string[])[];
  /** Of patterns that give the same word, the last one listed has it: the more telling kind comes last. */
  readonly rank: number;
  readonly meaningOf: (word: string) => Meaning;
}

/** A pattern read so far: `read` characters of one of the words that may stand at `place`. */
interface State {
  readonly pattern: Pattern;
  readonly place: number;
  readonly word: string;
  readonly read: number;
}

/** What is known once some characters are read. */
interface Node {
  readonly word: string;
  readonly read: readonly State[];
  /** Null until somebody looks here. */
  known: Known | null;
}

interface Known {
  /** Of the characters read so far; null where they are no word. */
  readonly meaning: Meaning | null;
  /** The words that may go on from here, by the next character's code. */
  readonly next: ReadonlyMap<number, Node>;
}

/** The pattern of all words, spaces between patterns, each with its places. */
function readPatterns(): Pattern[] {
  const all: Pattern[] = [];
  const add = (patterns: readonly string[], meaningOf: Pattern["meaningOf"]) => {
    for (const pattern of patterns.flatMap((some) => some.split(" "))) {
      const parts = pattern.split(/[{}]/);
      // Every other part stands in braces.
      const places = parts.map((part, i) => (i % 2 === 0 ? [part] : part.split("|")));
      all.push({ places, rank: all.length, meaningOf });
    }
  };
  for (const [meaning, patterns] of OTHERS) add(patterns, (word) => levelOf(word) ?? meaning);
  for (const level of "省市区县乡镇州") add([`全${level}${BODIES}`], () => ({ kind: "jurisdiction", level }));
  for (const [entity, patterns] of Object.entries(ENTITIES)) {
    add(patterns, (word) => ({ kind: "entity", entity: entity as Entity, generic: GENERIC.test(word) }));
  }
  for (const [aspect, patterns] of Object.entries(ASPECTS)) {
    add(patterns, () => ({ kind: "aspect", aspect: aspect as Aspect }));
  }
  for (const [applicant, patterns] of Object.entries(APPLICANTS)) {
    add(patterns, () => ({ kind: "applicant", applicant: applicant as Applicant }));
  }
  for (const [entity, aspect, patterns] of PHRASES) {
    add(patterns, () => ({ kind: "entity", entity, generic: false, aspect }));
  }
  return all;
}

/** 镇, 县政府: the organ that reports where it is of that level, else another. */
function levelOf(word: string): Meaning | null {
  const level = /^(街道|[省市区县乡镇])(?:政府|办事处)?$/.exec(word)?.[1];
  return level === undefined ? null : { kind: "jurisdiction", level };
}

/** Adds what may be read next where `pattern` goes on at `place`; what may be left out there is passed over. */
function goOn(states: State[], pattern: Pattern, place: number): void {
  for (const word of pattern.places[place] ?? []) {
    if (word === "") goOn(states, pattern, place + 1);
    else states.push({ pattern, place, word, read: 0 });
  }
}

/** Whether a pattern's words may end before `place`. */
function mayEnd({ places }: Pattern, place: number): boolean {
  return places.slice(place).every((words) => words.includes(""));
}

function knownOf({ word, read }: Node): Known {
  const states: State[] = [];
  let ended: Pattern | null = null;
  for (const state of read) {
    if (state.read < state.word.length) states.push(state);
    else {
      const { pattern, place } = state;
      goOn(states, pattern, place + 1);
      if (pattern.rank > (ended?.rank ?? -1) && mayEnd(pattern, place + 1)) ended = pattern;
    }
  }
  return { meaning: ended?.meaningOf(word) ?? null, next: nextOf(word, states) };
}

function nextOf(read: string, states: readonly State[]): ReadonlyMap<number, Node> {
  const all = new Map<number, State[]>();
  const next = new Map<number, Node>();
  for (const { pattern, place, word, read: length } of states) {
    const code = word.charCodeAt(length);
    const further = { pattern, place, word, read: length + 1 };
    const others = all.get(code);
    if (others) {
      others.push(further);
      continue;
    }
    const first = [further];
    all.set(code, first);
    next.set(code, { word: read + word[length], read: first, known: null });
  }
  return next;
}

let root: Node | null = null;

function firstNode(): Node {
  const states: State[] = [];
  for (const pattern of readPatterns()) goOn(states, pattern, 0);
  return { word: "", read: [], known: { meaning: null, next: nextOf("", states) } };
}

export interface Word {
  readonly length: number;
  readonly meaning: Meaning;
}

/** The longest word of the field at a place in a text, ending before `end`; null where none stands there. */
export function wordAt(text: string, at: number, end: number): Word | null {
  root ??= firstNode();
  let longest: Meaning | null = null;
  let length = 0;
  let node: Node | undefined = root;
  for (let i = at; node; i++) {
    node.known ??= knownOf(node);
    const known: Known = node.known;
    if (known.meaning) {
      longest = known.meaning;
      length = i - at;
    }
    if (i === end) break;
    node = known.next.get(text.charCodeAt(i));
  }
  return longest && { length, meaning: longest };
}
