// The claims of one paragraph, clause by clause: each quantity with what its words say is counted, and each denial.
// What a clause counts is taken from its own words, else from the last clause that named something.

import type { CellName, EditionKey } from "../form";
import { type Claim, type Paragraph, spanIn } from "../report/narrative";
import { type Binding, bind, bindEach, hasOutcome, ONLY_APPLICATIONS, type Subject, UNBOUND } from "./bind";
import { type Context, contextOf, type Setting } from "./context";
import type { Entity } from "./lexicon";
import { quantitiesIn, type Stated } from "./quantities";

/** A claim with its place in the paragraph, for those who look how claims hang together. */
export interface Statement {
  readonly claim: Claim;
  /** Null for a claim without digits. */
  readonly stated: Stated | null;
  /** The words before it, from the last mark or quantity. */
  readonly left: string;
  /** The words behind it, up to the next mark or quantity. */
  readonly right: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** Number of the sentence in the paragraph. */
  readonly sentence: number;
}

export interface Reading {
  readonly setting: Setting;
  readonly edition: EditionKey;
}

const STRONG = /[，。；：！？（）]/;
const SENTENCE_END = /[。！？]/;
/** Words in a clause before that narrow what the next one counts, or move it to another time. */
const NARROWED =
  /作为.*机关|司法局|法院|检察院|作为.*机构|网络|网上|平台|信函|邮件|邮箱|当面|现场|窗口|传真|来信|来访|微信|去年|上年(?!度?结转)|同期|季度|上半年|下半年|以来|各部门|各单位|各镇|各乡|各县|各区|各街道|各级|下属|所属|系统|月份|与.*相比|较.*年/;

/** The claims of a paragraph in order. `topic` is what the headings above it speak of; what it ends with comes back. */
export function statementsIn(
  prose: Paragraph,
  { setting, edition }: Reading,
  topic: readonly Entity[],
): Statement[] {
  const { text } = prose;
  const quantities = quantitiesIn(text);
  const statements: Statement[] = [];
  let subject: readonly Entity[] = topic;
  let sentence = 0;
  let sentenceFrom = 0;
  let depth = 0;
  let narrowed = false;
  let ofCarriedOver = false;
  let rows: readonly string[] = [];
  const place = (from: number, to: number) => spanIn(prose, from, to);
  const sentenceSpan = (from: number) => {
    const behind = text.slice(from).search(SENTENCE_END);
    return place(sentenceFrom, behind < 0 ? text.length : from + behind + 1);
  };
  let before: { context: Context; mark: string } | null = null;
  for (const clause of clausesOf(text)) {
    const { from, to } = clause;
    if (from === sentenceFrom && isVague(subject) && speaksOfOutcomes(text, from, setting))
      subject = ["applications"];
    const inside = quantities.filter((each) => each.from >= from && each.to <= to);
    if (inside.length === 0) {
      const context = contextOf(text, from, to, setting);
      if (counted(context.entities).length > 0) subject = counted(context.entities);
      const named =
        /^(?:无|没有|零|暂无)$/.test(text.slice(from, to)) && before?.mark === "：" ? before.context : null;
      const upheld = allOf(contextOf(text, from, to, setting), statements.at(-1), sentence, edition, subject);
      if (upheld)
        statements.push({
          ...statements.at(-1)!,
          claim: { ...upheld, span: place(from, to), section: prose.section },
          stated: null,
          left: text.slice(from, to),
          right: "",
        });
      const claim = denialOf(named ? { ...named, denial: true } : context, subject, edition);
      if (claim && !narrowed) {
        const span = place(from, to);
        statements.push({
          claim: {
            ...{
              span,
              digits: null,
              value: 0,
              least: 0,
              most: 0,
              unit: "",
              approximate: null,
              decimals: 0,
              denies: true,
              loose: false,
            },
            sentence: sentenceSpan(to),
            section: prose.section,
            readings: claim,
          },
          ...{ stated: null, left: text.slice(from, to), right: "", depth, sentence },
        });
      }
      if (NARROWED.test(text.slice(from, to)) || namesAnotherYear(text.slice(from, to), setting))
        narrowed = true;
    }
    inside.forEach((stated, i) => {
      const start = inside[i - 1]?.to ?? from;
      const end = inside[i + 1]?.from ?? to;
      const left = contextOf(text, start, stated.first, setting);
      const right = contextOf(text, stated.to, enumerationEnd(text, stated.to, end), setting);
      const read = subjectOf(left, right, subject, text.slice(start, stated.first));
      if (stated.kind === "count" || stated.kind === "money") subject = read.topic;
      const isPlain =
        read.subject !== null &&
        !narrowed &&
        !stated.each &&
        !hearsCases(setting, read.subject, text) &&
        // What became of the applications carried over is not what became of all.
        !(ofCarriedOver && hasOutcome(read.subject));
      const isNothing = stated.value === 0 && read.subject !== null && read.subject.entities.length > 1;
      const bound = !isPlain
        ? UNBOUND
        : isNothing
          ? bindEach(read.subject!, stated, edition)
          : bind(read.subject!, stated, edition);
      const readings = read.subject?.applicants.length ? ofRows(bound.readings, rows) : bound.readings;
      const { loose } = bound;
      if (readings.length > 0 && !read.subject!.applicants.length) rows = readings.map(rowsOf);
      const first = statements.at(-1)?.sentence !== sentence;
      if (first && readings.length === 1 && rows[0]?.startsWith("applications.carriedOver"))
        ofCarriedOver = true;
      statements.push({
        claim: {
          span: place(stated.from, stated.to),
          digits: place(stated.first, stated.last),
          ...{ value: stated.value, least: stated.least, most: stated.most },
          unit: stated.unit,
          approximate: stated.approximate,
          decimals: stated.decimals,
          sentence: sentenceSpan(stated.to),
          section: prose.section,
          denies: false,
          readings,
          loose,
        },
        stated,
        left: text.slice(start, stated.first),
        right: text.slice(stated.to, end),
        depth,
        sentence,
      });
    });
    before = inside.length > 0 ? null : { context: contextOf(text, from, to, setting), mark: clause.mark };
    if (clause.mark === "（") depth++;
    else if (clause.mark === "）") depth = Math.max(0, depth - 1);
    else if (SENTENCE_END.test(clause.mark)) {
      sentence++;
      sentenceFrom = to + 1;
      narrowed = false;
      ofCarriedOver = false;
      depth = 0;
    } else if (clause.mark === "；") narrowed = false;
  }
  return statements;
}

function rowsOf(reading: readonly CellName[]): string {
  return reading.map((name) => name.slice(0, name.lastIndexOf("."))).join(" ");
}

/** Of the readings of a kind of applicant those in the rows that the figure before was in, where there are any. */
function ofRows(
  readings: readonly (readonly CellName[])[],
  rows: readonly string[],
): readonly (readonly CellName[])[] {
  const same = readings.filter((reading) =>
    rows.includes([...new Set(reading.map((name) => name.slice(0, name.lastIndexOf("."))))].join(" ")),
  );
  return same.length > 0 ? same : readings;
}

/** A judicial bureau hears the reviews of others: only those about information are its own report's. */
function hearsCases({ organ }: Setting, subject: Subject, text: string): boolean {
  return /司法|法制/.test(organ ?? "") && subject.entities.includes("review") && !/信息公开/.test(text);
}

/** The stretches between marks, each with the mark that ends it; marks inside 《》 part nothing. */
function* clausesOf(text: string): Generator<{ from: number; to: number; mark: string }> {
  let from = 0;
  let titles = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i] ?? "。";
    if (char === "《") titles++;
    if (char === "》") titles = Math.max(0, titles - 1);
    if (i < text.length && (titles > 0 || !STRONG.test(char))) continue;
    yield { from, to: i, mark: i < text.length ? char : "" };
    from = i + 1;
    if (SENTENCE_END.test(char)) titles = 0;
  }
}

function enumerationEnd(text: string, from: number, to: number): number {
  const comma = text.slice(from, to).indexOf("、");
  return comma < 0 ? to : from + comma;
}

function namesAnotherYear(clause: string, { year }: Setting): boolean {
  const named = /^(?:在|而)?(\d{4})年/.exec(clause)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}

function isVague(entities: readonly Entity[]): boolean {
  return entities.length === 0 || entities.includes("foreign");
}

/** Whether a sentence gives outcomes that only applications come to, so that its vaguer words speak of them, too. */
function speaksOfOutcomes(text: string, from: number, setting: Setting): boolean {
  const behind = text.slice(from).search(SENTENCE_END);
  const { aspects } = contextOf(text, from, behind < 0 ? text.length : from + behind, setting);
  return aspects.filter((aspect) => ONLY_APPLICATIONS.test(aspect)).length > 1;
}

/** Words that count applications only on the way to something else. */
function counted(entities: readonly Entity[]): readonly Entity[] {
  const others = entities.filter((entity) => entity !== "applications");
  return others.length > 0 && others.length < entities.length && !others.includes("foreign")
    ? others
    : entities;
}

const SHORTEST_UNKNOWN = 2;

/** What a quantity counts; no subject where its words are not all known. */
function subjectOf(
  left: Context,
  right: Context,
  topic: readonly Entity[],
  words: string,
): { subject: Subject | null; topic: readonly Entity[] } {
  const own = left.entities.length > 0;
  const tells = left.aspects.length + left.applicants.length > 0;
  const useRight =
    !own &&
    !right.all &&
    (right.entities.length > 0 || (!tells && right.aspects.length + right.applicants.length > 0));
  const entities = own ? left.entities : useRight && right.entities.length > 0 ? right.entities : topic;
  const strange = !own && !useRight && right.unknown.length >= SHORTEST_UNKNOWN;
  const unknown = left.unknown + (useRight ? right.unknown : "");
  const named = own ? left : right;
  const vague = entities === topic || (named.generic && !topic.includes(entities[0]!));
  const next = vague && unknown.length >= SHORTEST_UNKNOWN ? (["foreign"] as const) : entities;
  if (unknown !== "" || strange || left.denial) return { subject: null, topic: next };
  const merged = (a: readonly string[], b: readonly string[]) => (useRight ? [...new Set([...a, ...b])] : a);
  const aspects = merged(left.aspects, right.aspects) as Subject["aspects"];
  const applicants = merged(left.applicants, right.applicants) as Subject["applicants"];
  const saysNothing = entities === topic && aspects.length + applicants.length === 0;
  if (saysNothing && /^(?:[降升增减]|下降|上升|增加|减少)[至到]$/.test(words))
    return { subject: { entities, aspects, applicants }, topic: next };
  if (saysNothing && /^(?:已|予)?公开$/.test(words) && topic.includes("applications")) {
    return { subject: { entities, aspects: ["granted"], applicants }, topic: next };
  }
  return { subject: saysNothing ? null : { entities, aspects, applicants }, topic: next };
}

/** 复议5件，均维持: the result of all cases just counted. */
function allOf(
  { all, denial, aspects, entities, applicants, unknown }: Context,
  last: Statement | undefined,
  sentence: number,
  edition: EditionKey,
  topic: readonly Entity[],
): Omit<Claim, "span" | "section"> | null {
  const isResult = aspects.length === 1 && ["upheld", "corrected"].includes(aspects[0]!);
  if (!all || denial || unknown !== "" || !isResult || last?.sentence !== sentence || !last.stated)
    return null;
  if (last.claim.readings.length === 0 || last.claim.loose || entities.length > 0) return null;
  const { readings } = bind({ entities: topic, aspects, applicants }, { kind: "count", unit: "件" }, edition);
  return readings.length > 0 ? { ...last.claim, digits: null, readings } : null;
}

/** What a clause without a figure says to be nothing; null where it denies nothing that the tables have. */
function denialOf(
  { denial, entities, aspects, applicants, unknown }: Context,
  topic: readonly Entity[],
  edition: EditionKey,
): readonly (readonly CellName[])[] | null {
  if (!denial || unknown !== "") return null;
  const named = entities.length > 0 ? counted(entities) : aspects.length > 0 ? topic : [];
  const decided = named.filter((entity) => ["permits", "penalties", "coercion"].includes(entity));
  if (
    decided.length > 0 &&
    decided.length === named.length &&
    aspects.every((aspect) => aspect === "decided")
  ) {
    return [decided.map((entity) => `disclosure.${entity}.decisions`)];
  }
  if (named.length === 1 && named[0] === "fees" && edition === "2021") return [["disclosure.fees.amount"]];
  const binding: Binding = bind(
    { entities: named, aspects, applicants },
    { kind: "count", unit: "件" },
    edition,
  );
  const handled = aspects.includes("handled") && aspects.length === 1;
  if (binding.readings.length === 0 || aspects.includes("answered") || handled) return null;
  if (
    named.includes("applications") &&
    aspects.every((aspect) => /^(?:received|receivedNew|handled)$/.test(aspect))
  ) {
    const column = applicants.length > 0 ? binding.readings[0]! : ["applications.newRequests.total"];
    return [column];
  }
  return binding.readings.slice(0, 1);
}
