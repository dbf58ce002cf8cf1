// Claims without a figure: 未收到申请 says that a cell is 0, and 均维持 that all of a number just given went one way.

import type { CellName, EditionKey } from "../form";
import type { Claim } from "../report/narrative";
import { ONE } from "../text/quantity";
import { bind, DECIDED, hasOutcome, isDispute, isDocument, ONLY_APPLICATIONS } from "./bind";
import type { Context } from "./context";
import type { Applicant, Aspect, Entity } from "./meanings";
import type { Statement } from "./statements";

const APPLICATIONS: readonly Entity[] = ["applications"];
const ONE_PIECE = { kind: "count", unit: "件" } as const;
/** What could make a narrower thing of those that follow: 因征地引发的复议. */
const MODIFIES = /因|由|引|涉|的|关于/;

/** 无行政处罚权限: not that there were none. */
const POWER = /权限?$|职能|职责|资格/;

/** What a clause denies, put together from the items of its list. */
type Denied = Pick<Context, "entities" | "aspects" | "applicants" | "generic">;

/**
 * What a clause without a figure says to be nothing: for each thing that it denies the cells that are then 0. `items`
 * are the clause's words parted at 、 and the like; `denial` tells that the words before have denied it.
 */
export function deniedBy(
  items: readonly Context[],
  topic: readonly Entity[],
  edition: EditionKey,
  denial = items.some((item) => item.denial),
): readonly (readonly CellName[])[] {
  const denied = denial ? put(items) : null;
  if (!denied) return [];
  const { entities, aspects } = denied;
  const spokenOf = aspects.every((aspect) => ONLY_APPLICATIONS.test(aspect)) ? APPLICATIONS : topic;
  const named = entities.length > 0 ? entities : aspects.length > 0 ? spokenOf : [];
  return named.flatMap((entity) => noneOf(entity, denied, named, edition));
}

/** Null where an item narrows what stands in it. */
function put(items: readonly Context[]): Denied | null {
  const entities = new Set<Entity>();
  const aspects = new Set<Aspect>();
  const applicants = new Set<Applicant>();
  let generic = true;
  for (const item of items) {
    const isForeign = item.entities.includes("foreign");
    // 因申请引发的投诉: on the way to what is denied.
    const ours = item.entities.filter(
      (entity) => entity !== "foreign" && (entity !== "applications" || item.entities.length === 1),
    );
    const says = ours.length + item.aspects.filter((aspect) => !VERBS.test(aspect)).length > 0;
    // 举报, 重要政策措施: a thing beside ours, which is not the form's.
    if (item.unknown !== "" && (says || MODIFIES.test(item.unknown))) return null;
    if ((isForeign && says) || POWER.test(item.unknown)) return null;
    if (item.unknown !== "" || isForeign) continue;
    for (const aspect of item.aspects) aspects.add(aspect);
    for (const applicant of item.applicants) applicants.add(applicant);
    for (const entity of ours) entities.add(entity);
    generic &&= ours.length === 0 || item.generic;
  }
  return { entities: [...entities], aspects: [...aspects], applicants: [...applicants], generic };
}

/** Said of many things. */
const VERBS = /^(?:received|receivedNew|handled|answered|decided|issued)$/;

/** The cells that hold nothing where one of several things is denied. */
function noneOf(
  entity: Entity,
  { aspects, applicants, generic, entities }: Denied,
  named: readonly Entity[],
  edition: EditionKey,
): readonly (readonly CellName[])[] {
  const piece = (said: readonly Aspect[], of: readonly Entity[] = [entity]) =>
    bind({ entities: of, aspects: said, applicants }, ONE_PIECE, edition).readings.slice(0, 1);
  if (DECIDED.includes(entity)) {
    const none = aspects.every((aspect) => /^(?:decided|handled|issued|carried.*)$/.test(aspect));
    return none ? [[`disclosure.${entity}.decisions`]] : [];
  }
  if (entity === "fees") return edition === "2021" ? [["disclosure.fees.amount"]] : [];
  if (isDocument(entity)) return aspects.flatMap((aspect) => piece([aspect]));
  if (isDispute(entity)) return piece(resultsOf(aspects));
  // 未受理, 未答复: not that there were none.
  const isNamed = entities.includes(entity) && !generic;
  if (aspects.includes("answered") || (aspects.join() === "handled" && !isNamed)) return [];
  const said = named.length > 1 ? aspects.filter((aspect) => VERBS.test(aspect)) : aspects;
  const readings = piece(said.length > 0 ? said : aspects);
  const ofAll = said.every((aspect) => /^(?:received|receivedNew|handled)$/.test(aspect));
  if (readings.length > 0 && entity === "applications" && ofAll && applicants.length === 0) {
    return [["applications.newRequests.total"]];
  }
  return readings;
}

/** 无复议纠错、诉讼败诉; 无复议、诉讼纠错: the result that is denied of cases. A lawsuit that is lost is one that corrects. */
function resultsOf(aspects: readonly Aspect[]): readonly Aspect[] {
  const told = aspects.filter((aspect) => !VERBS.test(aspect));
  return [...new Set(told.map((aspect) => (aspect === "lost" ? "corrected" : aspect)))];
}

/**
 * 收到申请5件，均已办结: that nothing is left for the next year, unless something was carried over before. `words` are the
 * clause's.
 */
export function noneLeft(
  { all, denial, aspects, entities, applicants, unknown }: Context,
  words: string,
  last: Statement | undefined,
  sentence: number,
): readonly CellName[] | null {
  if (
    !all ||
    denial ||
    unknown !== "" ||
    aspects.join() !== "answered" ||
    !/办结|办理完毕|办毕/.test(words)
  ) {
    return null;
  }
  if (applicants.length > 0 || entities.some((entity) => entity !== "applications")) return null;
  const cells = last?.sentence === sentence && last.stated ? last.claim.readings[0] : undefined;
  return cells?.join() === "applications.newRequests.total" && !last!.claim.loose
    ? ["applications.carriedForward.total"]
    : null;
}

/** The row of applications and the group of disputes that a cell's name is in, where it is a total. */
const TOTAL = /^(applications\.(?:newRequests|carriedOver|outcomeTotal)|disputes\.\w+)\.total$/;
const RESULTS: readonly Aspect[] = ["upheld", "corrected", "otherOutcome", "pending", "unfinished"];

/** 复议5件，均维持; 申请8件，均为自然人; 申请2件，均予以公开: the claim that all that were just counted went one way, or are of one kind. */
export function allOf(
  { all, denial, aspects, entities, applicants, unknown }: Context,
  before: readonly Statement[],
  sentence: number,
  edition: EditionKey,
): Omit<Claim, "span" | "section"> | null {
  const last = before.at(-1);
  if (denial || unknown !== "" || !last?.stated || last.sentence !== sentence || last.claim.loose)
    return null;
  const { claim } = last;
  const cells = claim.readings.flat();
  if (cells.length === 0 || claim.value === 0 || !cells.every((name) => TOTAL.test(name))) return null;
  const into = (column: string) =>
    claim.readings.map((names) => names.map((name) => name.replace(/total$/, column)));
  if (cells[0]!.startsWith("applications.")) {
    const said = entities.every((entity) => entity === "applications") ? aspects : [];
    const became =
      all && applicants.length === 0 && said.length > 0 && said.every(isOutcome)
        ? bind({ entities: APPLICATIONS, aspects, applicants }, ONE_PIECE, edition).readings
        : [];
    // 收到2件，均予以公开: these, and whatever was carried over.
    if (became.length > 0) return { ...claim, digits: null, most: Number.MAX_SAFE_INTEGER, readings: became };
    const [applicant, ...others] = applicants;
    const isOne = all && others.length === 0 && applicant !== undefined && applicant !== "organizations";
    if (!isOne || aspects.some((aspect) => aspect !== "received")) return null;
    if (entities.some((entity) => entity !== "applications")) return null;
    return { ...claim, digits: null, readings: into(applicant) };
  }
  const [result, ...others] = aspects;
  if (others.length > 0 || !result || !RESULTS.includes(result) || applicants.length > 0) return null;
  if (entities.some((entity) => !isDispute(entity)) || (!all && claim.value !== ONE)) return null;
  const column = result === "unfinished" ? "pending" : result;
  const counts = all ? together(before) : [last];
  const value = counts.reduce((sum, each) => sum + each.claim.value, 0);
  if (all && value === ONE) return null;
  const readings = [
    counts.flatMap(({ claim: { readings } }) => readings[0]!.map((name) => name.replace(/total$/, column))),
  ];
  return { ...claim, value, least: value, most: value, digits: null, readings };
}

function isOutcome(aspect: Aspect): boolean {
  return hasOutcome({ entities: APPLICATIONS, aspects: [aspect], applicants: [] });
}

/** 复议1件、诉讼1件，均维持: both; 复议1件，诉讼1件，均维持: both, too, since one case is not all. */
function together(before: readonly Statement[]): Statement[] {
  const counts = [before.at(-1)!];
  for (let i = before.length - 2; i >= 0; i--) {
    const [first] = counts;
    const { stated, sentence, claim } = before[i]!;
    const goesOn = /^[、和及与]/.test(first!.left) || (counts.length === 1 && first!.claim.value === ONE);
    const cells = claim.readings.flat();
    const isTotal = cells.length > 0 && cells.every((name) => /^disputes\.\w+\.total$/.test(name));
    if (!goesOn || !stated || sentence !== first!.sentence || claim.loose || !isTotal) break;
    counts.unshift(before[i]!);
  }
  return counts;
}
