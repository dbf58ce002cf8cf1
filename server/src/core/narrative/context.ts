// What the words around a figure mean: the tokens of a stretch of a paragraph folded into what is counted, what is said
// of it, and what is left unexplained.

import type { Applicant, Aspect, Entity } from "./meanings";
import type { Setting } from "./setting";
import { tokensOf } from "./tokens";

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
}

/** What `[from, to)` of a paragraph's text says. */
export function contextOf(text: string, from: number, to: number, setting: Setting): Context {
  const entities = new Set<Entity>();
  const aspects = new Set<Aspect>();
  const applicants = new Set<Applicant>();
  const says = new Set<string>();
  let generic = true;
  let unknown = "";
  const years: string[] = [];
  for (const { from: start, to: end, meaning } of tokensOf(text, from, to, setting)) {
    if (meaning === null) unknown += text.slice(start, end);
    else if (meaning.kind === "entity") {
      entities.add(meaning.entity);
      generic &&= meaning.generic;
    } else if (meaning.kind === "aspect") aspects.add(meaning.aspect);
    else if (meaning.kind === "applicant") applicants.add(meaning.applicant);
    else {
      says.add(meaning.kind);
      if (meaning.kind === "past" || meaning.kind === "next") years.push(text.slice(start, end));
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
  };
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
