// What a quantity counts, from the words on both sides of it and, where they do not say, from what was spoken of before.

import { hasOutcome, ONLY_APPLICATIONS, type Subject } from "./bind";
import type { Context } from "./context";
import type { Entity } from "./meanings";

export interface SubjectRead {
  /** Null where the words are not all known, or say nothing. */
  readonly subject: Subject | null;
  /** What the words behind it may go on to speak of. */
  readonly topic: readonly Entity[];
  /** Whether the words behind the quantity say what it counts, so that they are not those before the next. */
  readonly usesRight: boolean;
}

/** As many characters of unknown words name something else that is counted. */
const SHORTEST_UNKNOWN = 2;
/** 增加到208件: the figure that was just said to have changed. */
const CHANGED_TO = /^[，、]?(?:[降升增减]|下降|上升|增加|减少|增长|达)[至到](?:今年的?|本年的?|\d{4}年的?)?$/;
/** 公开1件: of applications, that they were granted. */
const JUST_PUBLIC = /^(?:其中)?(?:已|予|依法)?公开$/;

/** What a quantity between `left` and `right` counts; `words` are those of `left`, `before` the figure before it. */
export function subjectOf(
  left: Context,
  right: Context,
  topic: readonly Entity[],
  words: string,
  before: Context | null,
): SubjectRead {
  const own = left.entities.length > 0;
  const tells = left.aspects.length + left.applicants.length > 0;
  const useRight =
    !own &&
    (!right.all || left.rest) &&
    (right.entities.length > 0 || (!tells && right.aspects.length + right.applicants.length > 0));
  const entities = own ? left.entities : useRight && right.entities.length > 0 ? right.entities : topic;
  const strange = !own && !useRight && right.unknown.length >= SHORTEST_UNKNOWN;
  const unknown = left.unknown + (useRight ? right.unknown : "");
  const named = own ? left : right;
  const vague = entities === topic || (named.generic && !topic.includes(entities[0]!));
  const next = vague && unknown.length >= SHORTEST_UNKNOWN ? (["foreign"] as const) : entities;
  if (entities === topic && CHANGED_TO.test(words)) {
    const { aspects = [], applicants = [] } = before ?? {};
    return { subject: { entities, aspects, applicants }, topic: next, usesRight: false };
  }
  if (unknown !== "" || strange || left.denial) {
    return { subject: null, topic: next, usesRight: useRight };
  }
  const merged = <T>(a: readonly T[], b: readonly T[]) => (useRight ? [...new Set([...a, ...b])] : a);
  const aspects = merged(left.aspects, right.aspects);
  const applicants = merged(left.applicants, right.applicants);
  if (entities !== topic || aspects.length + applicants.length > 0) {
    return { subject: { entities, aspects, applicants }, topic: next, usesRight: useRight };
  }
  const granted = JUST_PUBLIC.test(words) && topic.includes("applications");
  return {
    subject: granted ? { entities, aspects: ["granted"], applicants } : null,
    topic: next,
    usesRight: false,
  };
}

/** Words that count applications only on the way to something else: 因政府信息公开申请行政复议. */
export function counted(entities: readonly Entity[]): readonly Entity[] {
  const others = entities.filter((entity) => entity !== "applications");
  return others.length > 0 && others.length < entities.length && !others.includes("foreign")
    ? others
    : entities;
}

/** Whether what was spoken of before does not say what vaguer words count. */
export function isVague(entities: readonly Entity[]): boolean {
  return entities.length === 0 || entities.includes("foreign");
}

/** Whether words give outcomes that only applications come to, so that vaguer words beside them speak of them, too. */
export function speaksOfOutcomes({ aspects, entities }: Context): boolean {
  const outcomes = aspects.filter(
    (aspect) => ONLY_APPLICATIONS.test(aspect) || hasOutcome({ entities, aspects: [aspect], applicants: [] }),
  );
  return (
    outcomes.length > 1 &&
    outcomes.some((aspect) => aspect === "partlyGranted" || ONLY_APPLICATIONS.test(aspect))
  );
}
