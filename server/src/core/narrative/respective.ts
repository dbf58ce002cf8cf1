// 复议、诉讼分别为6件和2件: figures that go with the things named before them one by one.

import { hasOutcome, type Subject } from "./bind";
import type { Clause } from "./clauses";
import type { Context } from "./context";
import type { Entity } from "./meanings";
import type { Stated } from "./quantities";
import { counted } from "./subject";

const WORD = "分别";
/** What stands between the figures of such a list. */
const BETWEEN = /^[、和及与]?$/;

/**
 * For the figures of a clause that stand behind 分别 what each of them counts, null where the things are not as many as
 * the figures. `inside` are the clause's figures, `context` reads a stretch of the text.
 */
export function respectiveIn(
  text: string,
  { from }: Clause,
  inside: readonly Stated[],
  context: (from: number, to: number) => Context,
  topic: readonly Entity[],
): ReadonlyMap<Stated, Subject | null> {
  const none = new Map<Stated, Subject | null>();
  const first = inside.findIndex(({ first: digits }, i) =>
    text.slice(inside[i - 1]?.to ?? from, digits).includes(WORD),
  );
  if (first < 0) return none;
  const start = inside[first - 1]?.to ?? from;
  const at = text.indexOf(WORD, start);
  const shared = context(at, inside[first]!.first);
  // 分别为予以公开3件、部分公开2件: each figure has words of its own.
  if (shared.entities.length + shared.applicants.length > 0 || hasOutcome({ ...shared })) return none;
  const group = [inside[first]!];
  for (const next of inside.slice(first + 1)) {
    if (!BETWEEN.test(text.slice(group.at(-1)!.to, next.first))) break;
    group.push(next);
  }
  const subjects = subjectsOf(context(start, at), shared, topic, group.length);
  return new Map(group.map((stated, i) => [stated, subjects?.[i] ?? null]));
}

/** `things` is what stands before 分别, `shared` what stands between it and the first figure. */
function subjectsOf(
  things: Context,
  shared: Context,
  topic: readonly Entity[],
  count: number,
): Subject[] | null {
  if (things.unknown !== "" || shared.unknown !== "" || count < 2) return null;
  const entities = counted(things.entities);
  const outcomes = things.aspects.filter((aspect) =>
    hasOutcome({ entities: [], aspects: [aspect], applicants: [] }),
  );
  const aspects = [...things.aspects, ...shared.aspects];
  const { applicants } = things;
  const all = { entities: entities.length > 0 ? entities : topic, aspects, applicants };
  if (outcomes.length === count) return outcomes.map((outcome) => ({ ...all, aspects: [outcome] }));
  if (applicants.length === count) return applicants.map((each) => ({ ...all, applicants: [each] }));
  if (entities.length !== count) return null;
  return entities.map((entity) => ({ ...all, entities: [entity] }));
}
