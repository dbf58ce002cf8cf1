// What the words around a figure mean: the tokens of a stretch of a paragraph folded into what is counted, what is said
// of it, and what is left unexplained.

import type { Applicant, Aspect, Entity } from "./meanings";
import type { Tokens } from "./tokens";

export interface Context {
  readonly entities: readonly Entity[];
  readonly aspects: readonly Aspect[];
  readonly applicants: readonly Applicant[];
  /** Whether what is counted is only named by a word that other matters have, too, such as 申请. */
  readonly generic: boolean;
  readonly denial: boolean;
  readonly all: boolean;
  /** 分别: several things with a figure each. */
  readonly respective: boolean;
  /** 其余: what is left of a whole. */
  readonly rest: boolean;
  /** Words that are in no list, run together. */
  readonly unknown: string;
  /** Whether unknown words, other than years, name something else that is counted. */
  readonly isForeign: boolean;
}

/** As many characters of unknown words name something else. */
export const SHORTEST_UNKNOWN = 2;

const LISTS = /[、和或与及，]/;

/** What `[from, to)` of a paragraph says. */
export function contextOf(tokens: Tokens, from: number, to: number): Context {
  const { text } = tokens;
  const entities = new Set<Entity>();
  const aspects = new Set<Aspect>();
  const applicants = new Set<Applicant>();
  const says = new Set<string>();
  let generic = true;
  let unknown = "";
  let denied = -1;
  const years: string[] = [];
  for (let start = from, end: number; start < to; start = end) {
    const token = tokens.at(start, to);
    const { meaning } = token;
    end = token.to;
    if (meaning === null) unknown += text.slice(start, end);
    else if (meaning.kind === "entity") {
      entities.add(meaning.entity);
      generic &&= meaning.generic;
      if (meaning.aspect) aspects.add(meaning.aspect);
    } else if (meaning.kind === "aspect") aspects.add(meaning.aspect);
    else if (meaning.kind === "applicant") applicants.add(meaning.applicant);
    else {
      says.add(meaning.kind);
      // 不存在未答复的: that nothing is undone is not that nothing is.
      if (meaning.kind === "denial") {
        if (denied >= 0 && !LISTS.test(text.slice(denied, start))) unknown += text.slice(start, end);
        denied = end;
      }
      if (meaning.kind === "past" || meaning.kind === "next") years.push(text.slice(start, end));
    }
  }
  // 因不掌握等原因无法提供: of the whole group; 不掌握等 without the group's name: of what, is not said.
  if (says.has("etc")) {
    for (const aspect of aspects) {
      if (!aspect.includes(".")) continue;
      if (aspects.has(aspect.slice(0, aspect.indexOf(".")) as Aspect)) aspects.delete(aspect);
      else unknown += "等";
    }
  }
  const carried = carriedIn(says, aspects);
  return {
    entities: [...entities],
    aspects: [...(carried ?? aspects)],
    applicants: [...applicants],
    generic,
    denial: says.has("denial"),
    all: says.has("all"),
    respective: says.has("respective"),
    rest: says.has("rest"),
    // Another year than the report's, to or from which nothing is carried, is another year's figure.
    unknown: carried ? unknown : unknown + years.join(""),
    isForeign: unknown.length >= SHORTEST_UNKNOWN,
  };
}

/** The items of a stretch that is a list, parted at 、 and 或 outside words; one where it is none. */
export function itemsOf(
  tokens: Tokens,
  from: number,
  to: number,
): { readonly from: number; readonly to: number }[] {
  const items: { from: number; to: number }[] = [];
  let start = from;
  for (let at = from; at < to; ) {
    const { from: begin, to: end } = tokens.at(at, to);
    at = end;
    if (!/^(?:[、和或与及]|以及|或者)$/.test(tokens.text.slice(begin, end))) continue;
    items.push({ from: start, to: begin });
    start = end;
  }
  return [...items, { from: start, to }];
}

/** 上年结转, 结转至下年度, 上年未办结: what is carried from one year to another; null where nothing is. */
function carriedIn(says: ReadonlySet<string>, aspects: ReadonlySet<Aspect>): Set<Aspect> | null {
  const unfinished = aspects.has("unfinished");
  if (!says.has("carry") && !(unfinished && (says.has("past") || says.has("next")))) return null;
  // 结转至本年办理, 结转下年继续答复: what is then to be done, not what was.
  const others = [...aspects].filter((aspect) => !["unfinished", "handled", "answered"].includes(aspect));
  if (says.has("past")) others.push("carriedOver");
  if (says.has("next")) others.push("carriedForward");
  return new Set(says.has("past") || says.has("next") ? others : [...others, "carried"]);
}
