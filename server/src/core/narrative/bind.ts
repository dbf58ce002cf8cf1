// Which cells a claim may state: its words' meaning, turned into the names of the form's cells.

import type { CellName, EditionKey } from "../form";
import type { Applicant, Aspect, Entity } from "./meanings";
import type { Stated } from "./quantities";

/** What is counted, with what is said of it. */
export interface Subject {
  readonly entities: readonly Entity[];
  readonly aspects: readonly Aspect[];
  readonly applicants: readonly Applicant[];
}

export interface Binding {
  readonly readings: readonly (readonly CellName[])[];
  readonly loose: boolean;
}

export const UNBOUND: Binding = { readings: [], loose: false };

const APPLICATION_UNIT = /^(?:件|条|份|次|宗|起|例|项|人次|件次|条次|)$/;
const CASE_UNIT = /^(?:件|起|宗|例|次|项|件次|)$/;
const DOCUMENT_UNIT = /^(?:件|份|个|部|篇|项|)$/;
const DECISION_UNIT = /^(?:件|起|宗|例|次|个|项|条|)$/;

/** The cells that a quantity of this subject may state. `kind` and `unit` are the quantity's. */
export function bind(
  subject: Subject,
  { kind, unit }: Pick<Stated, "kind" | "unit">,
  edition: EditionKey,
): Binding {
  const entities = countedOf(subject);
  const [entity] = entities;
  if (!entity || entities.includes("foreign")) return UNBOUND;
  const disputes = entities.every(isDispute);
  if (disputes) return kind === "count" && CASE_UNIT.test(unit) ? bindDisputes(entities, subject) : UNBOUND;
  if (entities.length > 1) return UNBOUND;
  if (entity === "applications") {
    return kind === "count" && APPLICATION_UNIT.test(unit) ? bindApplications(subject, edition) : UNBOUND;
  }
  return bindDisclosure(entity, subject, { kind, unit }, edition);
}

/** 收到申请、复议、诉讼均为0件: each of several things is nothing, so that all their cells together are. */
export function bindEach(
  subject: Subject,
  stated: Pick<Stated, "kind" | "unit">,
  edition: EditionKey,
): Binding {
  const each = subject.entities.map((entity) =>
    bind(
      {
        ...subject,
        entities: [entity],
        aspects: subject.aspects.length > 0 ? subject.aspects : impliedBy(entity),
      },
      stated,
      edition,
    ),
  );
  if (each.some(({ readings }) => readings.length === 0)) return UNBOUND;
  return { readings: [[...new Set(each.flatMap(({ readings }) => readings[0]!))]], loose: false };
}

function impliedBy(entity: Entity): readonly Aspect[] {
  if (entity === "applications") return ["received"];
  return DECIDED.includes(entity) ? ["decided"] : [];
}

/** Of these the form counts the decisions. */
export const DECIDED: readonly Entity[] = ["permits", "penalties", "coercion"];

/** Whether a subject is what became of applications. */
export function hasOutcome({ aspects }: Subject): boolean {
  return aspects.some((aspect) => OUTCOMES.includes(aspect) || aspect === "unable.absent");
}

/** Whether a subject is what became of cases. */
export function hasResult({ aspects }: Subject): boolean {
  return aspects.some((aspect) => RESULTS.includes(aspect));
}

const RESULTS: readonly Aspect[] = ["upheld", "corrected", "otherOutcome", "pending"];

/** Rows of the form that nothing but an application comes to, whatever was spoken of before. */
export const ONLY_APPLICATIONS = /^(?:denied|unable|notProcessed)(?:\.|$)|^other\.|^carried(?:Over|Forward)$/;

/** 因政府信息公开申请行政复议 names applications on the way to what it counts. */
function countedOf({ entities, aspects }: Subject): readonly Entity[] {
  const vague = entities.length === 0 || entities.includes("foreign");
  // An organ's own documents are 不予公开, too.
  // Other matters are carried over, too.
  const ofOthers =
    entities.includes("foreign") && aspects.some((aspect) => aspect === "denied" || /^carried/.test(aspect));
  if (vague && !ofOthers && aspects.length > 0 && aspects.every((aspect) => ONLY_APPLICATIONS.test(aspect)))
    return ["applications"];
  return entities.some(isDispute) ? entities.filter((entity) => entity !== "applications") : entities;
}

/** Whether something is a review or a lawsuit. */
export function isDispute(entity: Entity): boolean {
  return ["review", "litigation", "litigationDirect", "litigationAfterReview", "disputes"].includes(entity);
}

// ---- Applications --------------------------------------------------------------------------------------------------

const ORGANIZATIONS = ["business", "research", "publicWelfare", "legalService", "otherOrganization"];

const OUTCOMES: readonly Aspect[] = [
  "granted",
  "partlyGranted",
  "denied",
  "denied.stateSecret",
  "denied.otherLaw",
  "denied.security",
  "denied.thirdParty",
  "denied.internalAffairs",
  "denied.process",
  "denied.enforcementFile",
  "denied.adminQuery",
  "unable",
  "unable.notHeld",
  "unable.needsCreation",
  "unable.unclear",
  "notProcessed",
  "notProcessed.petition",
  "notProcessed.repeated",
  "notProcessed.publication",
  "notProcessed.excessive",
  "notProcessed.reconfirm",
  "other",
  "other.overdueCorrection",
  "other.overdueFee",
];

const NEW = ["newRequests"];
const NEW_AND_CARRIED = ["newRequests", "carriedOver"];
const DONE = ["outcomeTotal"];
const ABSENT = [
  ["unable.notHeld"],
  ["unable.notHeld", "unable.needsCreation"],
  ["unable.needsCreation"],
  ["unable.notHeld", "unable.needsCreation", "unable.unclear"],
];

function bindApplications({ aspects, applicants }: Subject, edition: EditionKey): Binding {
  const columns = applicants.length > 0 ? applicants.flatMap(columnsOf) : ["total"];
  const of = (rows: readonly (readonly string[])[], loose = false): Binding => ({
    readings: rows.map((each) =>
      each.flatMap((row) => columns.map((column) => `applications.${row}.${column}`)),
    ),
    loose,
  });
  const says = (aspect: Aspect) => aspects.includes(aspect);
  if (says("unable.absent")) {
    const others = aspects.some((aspect) => aspect !== "unable.absent" && aspect !== "unable");
    return others ? UNBOUND : of(ABSENT);
  }
  const outcomes = mostSpecific(aspects.filter((aspect) => OUTCOMES.includes(aspect)));
  if (outcomes.length > 0) {
    // 上年结转的申请中予以公开2件: a part of the outcome's cell.
    if (aspects.some((aspect) => aspect.startsWith("carried"))) return UNBOUND;
    const rows = outcomes.map((outcome) => rowsOf(outcome, edition));
    return rows.some((each) => each.length === 0) ? UNBOUND : of([rows.flat()]);
  }
  if (says("carried")) return of([["carriedForward"], ["carriedOver"]]);
  if (says("unfinished")) return of([["carriedForward"]]);
  if (says("carriedForward")) return says("carriedOver") ? UNBOUND : of([["carriedForward"]]);
  if (says("carriedOver"))
    return of(says("received") || says("receivedNew") ? [NEW_AND_CARRIED] : [["carriedOver"]]);
  if (aspects.some((aspect) => !["received", "receivedNew", "handled", "answered"].includes(aspect)))
    return UNBOUND;
  const received = says("receivedNew") ? [NEW] : [NEW, NEW_AND_CARRIED];
  if (says("answered")) return of(says("received") || says("handled") ? [DONE, ...received] : [DONE]);
  if (says("handled")) return of([...received, DONE]);
  if (says("received") || says("receivedNew")) return of(received);
  if (applicants.length > 0) return of(received);
  return of([...received, DONE, ["granted"], ["granted", "partlyGranted"]], true);
}

/** 不予公开 before 属于国家秘密 says where that row stands. */
function mostSpecific(outcomes: readonly Aspect[]): Aspect[] {
  return outcomes.filter((outcome) => !outcomes.some((other) => other.startsWith(`${outcome}.`)));
}

function rowsOf(outcome: Aspect, edition: EditionKey): string[] {
  if (outcome === "other") {
    return edition === "2019" ? ["other"] : ["other.overdueCorrection", "other.overdueFee", "other.other"];
  }
  if (outcome.startsWith("other.")) return edition === "2019" ? [] : [outcome];
  const rows = OUTCOMES.filter((row) => row.startsWith(`${outcome}.`));
  return rows.length > 0 ? rows : [outcome];
}

function columnsOf(applicant: Applicant): string[] {
  return applicant === "organizations" ? ORGANIZATIONS : [applicant];
}

// ---- Disputes ------------------------------------------------------------------------------------------------------

const LITIGATION = ["litigationDirect", "litigationAfterReview"];

function bindDisputes(entities: readonly Entity[], { aspects, applicants }: Subject): Binding {
  if (applicants.length > 0) return UNBOUND;
  const general = entities.length > 1 ? entities.filter((entity) => entity !== "litigation") : entities;
  const hasKind = general.some((entity) => entity.startsWith("litigation"));
  if (entities.includes("disputes") && entities.length > 1) return UNBOUND;
  const groups = (hasKind || !entities.includes("litigation") ? general : entities).flatMap((entity) =>
    entity === "disputes" ? ["review", ...LITIGATION] : entity === "litigation" ? LITIGATION : [entity],
  );
  // 正在办理中 of a case is 尚未审结.
  const said = aspects.map((aspect) => (aspect === "unfinished" ? "pending" : aspect));
  const results = said.filter((aspect) => RESULTS.includes(aspect));
  const others = said.filter((aspect) => !results.includes(aspect));
  const columns =
    results.length > 0
      ? results
      : others.includes("answered")
        ? ["upheld", "corrected", "otherOutcome"]
        : ["total"];
  if (others.some((aspect) => !["received", "receivedNew", "handled", "answered"].includes(aspect)))
    return UNBOUND;
  // 受理 and 审结 are words of the authority that hears cases, not of the one that is challenged.
  const loose = others.includes("handled") || others.includes("answered");
  return {
    readings: [groups.flatMap((group) => columns.map((column) => `disputes.${group}.${column}`))],
    loose,
  };
}

// ---- Disclosure ----------------------------------------------------------------------------------------------------

function bindDisclosure(
  entity: Entity,
  { aspects, applicants }: Subject,
  { kind, unit }: Pick<Stated, "kind" | "unit">,
  edition: EditionKey,
): Binding {
  const column = disclosureColumn(entity, aspects, kind, edition);
  const fits =
    kind === "money" || (kind === "count" && (isDocument(entity) ? DOCUMENT_UNIT : DECISION_UNIT).test(unit));
  if (!column || !fits || applicants.length > 0) return UNBOUND;
  // 行政许可640件: decisions, likely, but the words do not say so; 行政许可24项 are powers.
  const undecided = DECIDED.includes(entity) && aspects[0] !== "decided";
  if (undecided && (edition === "2019" || !/^(?:件|起|宗)$/.test(unit))) return UNBOUND;
  return { readings: [[`disclosure.${entity}.${column}`]], loose: undecided };
}

/** Whether something is a document that the form counts. */
export function isDocument(entity: Entity): boolean {
  return entity === "normativeDocuments" || entity === "regulations";
}

function disclosureColumn(
  entity: Entity,
  aspects: readonly Aspect[],
  kind: Stated["kind"],
  edition: EditionKey,
): string | null {
  const [aspect, ...more] = aspects;
  if (more.length > 0) return null;
  if (isDocument(entity)) {
    if (kind !== "count") return null;
    if (aspect === "issued") return edition === "2019" ? "made" : "issued";
    if (aspect === "disclosed" || aspect === "totalDisclosed") return edition === "2019" ? aspect : null;
    return edition === "2021" && (aspect === "repealed" || aspect === "inForce") ? aspect : null;
  }
  if (DECIDED.includes(entity)) {
    return kind === "count" && (!aspect || aspect === "decided" || aspect === "answered")
      ? "decisions"
      : null;
  }
  if (entity === "fees") return kind === "money" && edition === "2021" && !aspect ? "amount" : null;
  if (entity === "procurement" && edition === "2019" && (!aspect || aspect === "decided"))
    return kind === "money" ? "amount" : "projects";
  return null;
}
