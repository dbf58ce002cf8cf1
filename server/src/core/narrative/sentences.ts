// What a sentence as a whole says of its figures. 收到16件，上年结转3件: what was received is what came in this year alone.
// 行政许可208件，行政处罚0件，行政强制0件: side by side these are the form's.

import type { CellName } from "../form";
import type { Binding } from "./bind";
import type { Clause } from "./clauses";
import type { Stated } from "./quantities";
import type { Statement } from "./statements";

const NEW = "applications.newRequests.total";
const CARRIED = "applications.carriedOver.total";
const DONE = "applications.outcomeTotal.total";
const LEFT = "applications.carriedForward.total";
/** What was carried over is a part of the figure before. */
const PART = /其中|含|包括|包含/;

/** Reads the statements of one sentence, `from` on, in the light of each other; `words` are the sentence's. */
export function readTogether(statements: Statement[], from: number, words: string): void {
  setReceivedApart(statements, from);
  if (!LISTED.test(words)) setDecided(statements, from);
}

/** What is listed, looked through or shown is not what was decided. */
const LISTED = /事项|权力|职权|清单|依据|目录|案卷|抽查|评查|公示|归集|公开|报送/;

/** As many of the form's decisions and fees side by side are meant as the form's. */
const SIDE_BY_SIDE = 3;
const ACTS = /^disclosure\.(?:permits|penalties|coercion|fees)\./;

function setDecided(statements: Statement[], from: number): void {
  const acts = new Set(
    statements.slice(from).flatMap(({ claim }) => claim.readings.flat().filter((name) => ACTS.test(name))),
  );
  if (acts.size < SIDE_BY_SIDE) return;
  for (let i = from; i < statements.length; i++) {
    const { claim } = statements[i]!;
    if (!claim.loose || !ACTS.test(claim.readings[0]?.[0] ?? "")) continue;
    statements[i] = { ...statements[i]!, claim: { ...claim, loose: false } };
  }
}

/** 收到16件，上年结转3件: not one of the two readings that 收到 has by itself. */
function setReceivedApart(statements: Statement[], from: number): void {
  const sentence = statements.slice(from);
  const stating = (cells: string) => sentence.filter(({ claim }) => claim.readings[0]?.join() === cells);
  const received = sentence.filter((each) => isEither(each.claim.readings));
  const [carried, ...more] = stating(CARRIED);
  const [whole, ...others] = received;
  if (!carried?.stated || !whole?.stated || more.length + others.length > 0) return;
  const isNewToo = sentence.some(
    ({ claim }) => claim.readings.length === 1 && claim.readings[0]!.join() === NEW,
  );
  if (isNewToo || carried.depth !== whole.depth || PART.test(carried.left) || whole.claim.loose) return;
  // 收到19件，上年结转3件，办结17件，结转下年2件: 19 is what 17 and 2 make, and so with what was carried over.
  const [done, left] = [stating(DONE)[0], stating(LEFT)[0]];
  if (done && left && done.claim.value + left.claim.value === whole.claim.value) return;
  statements[statements.indexOf(whole, from)] = { ...whole, claim: { ...whole.claim, readings: [[NEW]] } };
}

/** Whether readings are those of 收到: this year's, or with those carried over. */
function isEither(readings: readonly (readonly CellName[])[]): boolean {
  return readings.length === 2 && readings[0]!.join() === NEW && readings[1]!.join() === `${NEW},${CARRIED}`;
}

/** 共29件: the sum of what the sentence has named before. */
const TOTAL_ONLY = /^(?:全年|本年度?|两项|以上|各项|办理)?(?:共|共计|合计|总计|总共|累计|计)(?:为|有|办理)?$/;

/** 收到26件，上年结转3件，共29件: a bare total states the sum of what its sentence has named. */
export function sumBefore(
  statements: readonly Statement[],
  { sentence, depth }: Clause,
  { unit }: Stated,
  words: string,
): Binding | null {
  if (!TOTAL_ONLY.test(words)) return null;
  const parts: Statement[] = [];
  for (let i = statements.length - 1; statements[i]?.sentence === sentence && parts.length < 3; i--) {
    const part = statements[i]!;
    if (part.depth !== depth || part.stated?.unit !== unit) return null;
    parts.push(part);
  }
  const [carried, received, ...others] = parts;
  const states = (part: Statement | undefined, cell: string) =>
    part?.claim.readings[0]?.join() === cell && !part.claim.loose;
  if (others.length > 0 || !states(carried, CARRIED) || !states(received, NEW)) return null;
  return { readings: [[NEW, CARRIED]], loose: false };
}
