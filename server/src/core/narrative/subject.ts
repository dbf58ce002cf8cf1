// What a quantity counts, from the words on both sides of it and, where they do not say, from what was spoken of before.

import { hasOutcome, ONLY_APPLICATIONS, type Subject } from "./bind";
import { type Context, SHORTEST_UNKNOWN } from "./context";
import type { Entity } from "./meanings";

export interface SubjectRead {
  /** Null where the words are not all known, or say nothing. */
  readonly subject: Subject | null;
  /** What the words behind it may go on to speak of. */
  readonly topic: readonly Entity[];
  /** Whether the words behind the quantity say what it counts, so that they are not those before the next. */
  readonly usesRight: boolean;
}

/** 增加到208件: the figure that was just said to have changed. */
const CHANGED_TO = /^[，、]?(?:[降升增减]|下降|上升|增加|减少|增长|达)[至到](?:今年的?|本年的?|\d{4}年的?)?$/;
/** 较去年增加3件: goes on about the same. */
const COMPARES = /(?:增加|减少|增长|下降|上升|增多|降低|提高|多|少)了?$/;
/** 公开1件: of applications, that they were granted. */
const JUST_PUBLIC = /^(?:其中)?[，：]?(?:已|予|依法)?公开(?:的|类)?$/;
/** 不存在3件: of applications, that what was asked for is not there. */
const JUST_ABSENT = /^(?:其中)?[，：]?(?:因)?不存在的?$/;
const ANSWERED = /^(?:answered|handled)$/;

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
  // 对收到的16件申请全部答复: what all of them are, not what was done with them.
  const isOfAll = !own && right.all && left.aspects.length > 0 && right.entities.join() === "applications";
  const behind = (useRight || isOfAll) && right.entities.length > 0;
  const entities = own ? left.entities : behind ? right.entities : topic;
  const strange = !own && !useRight && right.unknown.length >= SHORTEST_UNKNOWN;
  const unknown = left.unknown + (useRight ? right.unknown : "");
  const named = own ? left : right;
  const vague = entities === topic || (named.generic && !topic.includes(entities[0]!));
  const compares = entities === topic && COMPARES.test(words);
  const next =
    vague && !compares && (left.isForeign || (useRight && right.isForeign))
      ? (["foreign"] as const)
      : entities;
  if (entities === topic && CHANGED_TO.test(words)) {
    const { aspects = [], applicants = [] } = before ?? {};
    return { subject: { entities, aspects, applicants }, topic: next, usesRight: false };
  }
  const plain = topic.length === 1 && topic[0] === "applications" && right.entities.length === 0;
  const outcome = JUST_PUBLIC.test(words) ? "granted" : JUST_ABSENT.test(words) ? "unable.absent" : null;
  if (plain && outcome) {
    return { subject: { entities: topic, aspects: [outcome], applicants: [] }, topic, usesRight: false };
  }
  // 9件申请均已答复: the applications that all were answered.
  if (
    words === "" &&
    before === null &&
    right.all &&
    right.entities.join() === "applications" &&
    right.unknown === ""
  ) {
    const done = right.aspects.length > 0 && right.aspects.every((aspect) => ANSWERED.test(aspect));
    const aspects = ["answered", "handled"] as const;
    if (done)
      return {
        subject: { entities: right.entities, aspects, applicants: [] },
        topic: right.entities,
        usesRight: true,
      };
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
  return { subject: null, topic: next, usesRight: false };
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
