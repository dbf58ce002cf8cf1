// Finds the field's words in a text. Each word has one meaning; the longest word that stands at a place counts.

import type { Applicant, Aspect, Entity, Meaning } from "./meanings";
import { APPLICANTS, ASPECTS, BODIES, ENTITIES, GENERIC, OTHERS, PHRASES } from "./words";

/** The words that a pattern stands for: `{a|b|}c` is ac, bc and c; braces do not nest; spaces part patterns. */
export function expand(pattern: string): string[] {
  return pattern.split(" ").flatMap((one) => {
    let words = [""];
    for (const [, plain = "", choices] of one.matchAll(/([^{}]+)|\{([^{}]*)\}/g)) {
      const next = choices === undefined ? [plain] : choices.split("|");
      words = words.flatMap((word) => next.map((end) => word + end));
    }
    return words.filter((word) => word !== "");
  });
}

function table(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  const add = (patterns: readonly string[], meaningOf: (word: string) => Meaning) => {
    for (const word of patterns.flatMap(expand)) words.set(word, meaningOf(word));
  };
  // What is listed later takes a word from what is listed before: the more telling kind comes last.
  for (const [meaning, patterns] of OTHERS) add(patterns, () => meaning);
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
  return words;
}

/** The words as a tree of their characters, so that a text is read once along them. */
interface Node {
  readonly next: Map<string, Node>;
  meaning: Meaning | null;
}

const ROOT: Node = { next: new Map(), meaning: null };
for (const [word, meaning] of table()) {
  let node = ROOT;
  for (const char of word) {
    const next = node.next.get(char) ?? { next: new Map(), meaning: null };
    node.next.set(char, next);
    node = next;
  }
  node.meaning = meaning;
}

export interface Word {
  readonly length: number;
  readonly meaning: Meaning;
}

/** The longest word of the field at a place in a text, ending before `end`; null where none stands there. */
export function wordAt(text: string, at: number, end: number): Word | null {
  let found: Word | null = null;
  let node = ROOT.next.get(text[at] ?? "");
  for (let i = at + 1; node && i <= end; i++) {
    if (node.meaning) found = { length: i - at, meaning: node.meaning };
    node = node.next.get(text[i] ?? "");
  }
  return found;
}
