// The claims of one paragraph, clause by clause: each quantity with what its words say is counted, and each denial.
// What a clause counts is taken from its own words, else from the last clause that named something.

import type { CellName, EditionKey } from "../form";
import { type Claim, type Paragraph, spanIn } from "../report/narrative";
import { type Binding, bind, bindEach, hasOutcome, isDispute, type Subject, UNBOUND } from "./bind";
import { type Clause, clausesOf } from "./clauses";
import { type Context, contextOf } from "./context";
import { allOf, deniedBy } from "./denials";
import type { Entity } from "./meanings";
import { quantitiesIn, type Stated } from "./quantities";
import { respectiveIn } from "./respective";
import { areOfOtherMatters, isOfOtherYear, narrows } from "./scope";
import type { Setting } from "./setting";
import { counted, isVague, speaksOfOutcomes, subjectOf } from "./subject";

/** A claim with its place in the paragraph, for those who look how claims hang together. */
export interface Statement {
  readonly claim: Claim;
  /** Null for a claim without digits. */
  readonly stated: Stated | null;
  /** The words before it, from the last mark or quantity. */
  readonly left: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** Number of the sentence in the paragraph, and where it begins in the paragraph's text. */
  readonly sentence: number;
  readonly begins: number;
}

/** A statement with a figure. */
export interface Counted extends Statement {
  readonly stated: Stated;
}

/** Whether a statement gives a count or an amount of money, not a percentage or the like. */
export function isCounted(statement: Statement): statement is Counted {
  return statement.stated?.kind === "count" || statement.stated?.kind === "money";
}

export interface Reading {
  readonly setting: Setting;
  readonly edition: EditionKey;
}

/** A denial of nothing by its own words: that of the words before the colon. */
const BARE_DENIAL = /^(?:无|没有|零|暂无)$/;
/** 共29件: the sum of what the sentence has named before. */
const TOTAL_ONLY = /^(?:全年|本年度?|两项|以上|各项|办理)?(?:共|共计|合计|总计|总共|累计|计)(?:为|有|办理)?$/;

/** The claims of a paragraph in order. `topic` is what the headings above it speak of. */
export function statementsIn(prose: Paragraph, reading: Reading, topic: readonly Entity[]): Statement[] {
  const quantities = quantitiesIn(prose.text);
  const reader = new Reader(prose, reading, topic);
  let next = 0;
  for (const clause of clausesOf(prose.text)) {
    const inside: Stated[] = [];
    while (quantities[next] && quantities[next]!.from < clause.to) {
      const stated = quantities[next++]!;
      if (stated.from >= clause.from && stated.to <= clause.to) inside.push(stated);
    }
    reader.read(clause, inside);
  }
  return reader.statements;
}

/** Reads clauses in order, and keeps what one leaves for the next to understand. */
class Reader {
  readonly statements: Statement[] = [];
  /** What was last spoken of. */
  private topic: readonly Entity[];
  private readonly isAboutInformation: boolean;
  /** The rows of `applications` that the last figure was in, for applicants that follow: 15件，其中自然人12件. */
  private rows: readonly string[] = [];
  /** Words without a figure have narrowed the sentence to a part of what the report counts. */
  private narrowed = false;
  /** A clause of the sentence has named another year than the report's. */
  private ofOtherYear = false;
  /** The sentence began with applications carried over: what became of them is not what became of all. */
  private ofCarriedOver = false;
  /** The sentence counts a part of the applications, 涉及征地的8件: what became of them is not what became of all. */
  private ofSome = false;
  /** What held before a bracket: a year that is named within it is not that of what follows. */
  private readonly outside: { narrowed: boolean; ofOtherYear: boolean }[] = [];
  /** The clause before, where it had no figure, for 行政诉讼：无. */
  private before: { context: Context; mark: string } | null = null;
  /** The words before the last figure of the sentence, for 增加到208件. */
  private last: Context | null = null;

  constructor(
    private readonly prose: Paragraph,
    private readonly reading: Reading,
    topic: readonly Entity[],
  ) {
    this.topic = topic;
    this.isAboutInformation = prose.text.includes("信息公开");
  }

  read(clause: Clause, inside: readonly Stated[]): void {
    const { from, to, mark, begins, ends } = clause;
    if (from === begins && isVague(this.topic) && speaksOfOutcomes(this.context(from, ends))) {
      this.topic = ["applications"];
    }
    this.enterYear(clause);
    const context = inside.length === 0 ? this.context(from, to) : null;
    if (context) this.readWords(clause, context);
    else this.readFigures(clause, inside);
    this.before = context && { context, mark };
    const { narrowed, ofOtherYear } = this;
    if (mark === "（") this.outside.push({ narrowed, ofOtherYear });
    if (mark === "）") Object.assign(this, this.outside.pop());
    if (to + 1 >= ends) {
      this.narrowed = false;
      this.ofOtherYear = false;
      this.ofCarriedOver = false;
      this.ofSome = false;
      this.outside.length = 0;
      this.last = null;
    } else if (mark === "；") this.narrowed = false;
  }

  /** Whether the words are of less than the report's year and organ. */
  private get isPart(): boolean {
    return this.narrowed || this.ofOtherYear;
  }

  private context(from: number, to: number): Context {
    return contextOf(this.prose.text, from, to, this.reading.setting);
  }

  /** A clause without figures may name what the next counts, deny that there was anything, or narrow the sentence. */
  private readWords(clause: Clause, context: Context): void {
    const { from, to, sentence, depth } = clause;
    const { edition } = this.reading;
    const words = this.prose.text.slice(from, to);
    if (counted(context.entities).length > 0) this.topic = counted(context.entities);
    const span = spanIn(this.prose, from, to);
    const { section } = this.prose;
    const last = this.statements.at(-1);
    const all = this.isPart ? null : allOf(context, last, sentence, edition, this.topic);
    if (all)
      this.statements.push({
        ...last!,
        claim: { ...all, span, section },
        stated: null,
        left: words,
      });
    const named = BARE_DENIAL.test(words) && this.before?.mark === "：" ? this.before.context : null;
    const readings = deniedBy(named ? { ...named, denial: true } : context, this.topic, edition);
    if (readings && !this.isPart) {
      const claim = { ...NOTHING, span, sentence: this.sentence(clause), section, readings };
      this.statements.push({
        claim,
        stated: null,
        left: words,
        depth,
        sentence,
        begins: clause.begins,
      });
    }
    if (narrows(words)) this.narrowed = true;
  }

  /** 2022年未收到申请，2023年收到3件: a clause that names a year is of that year, and so are those behind it. */
  private enterYear({ from, to }: Clause): void {
    const other = isOfOtherYear(this.prose.text.slice(from, to), this.reading.setting.year);
    if (other !== null) this.ofOtherYear = other;
  }

  private readFigures(clause: Clause, inside: readonly Stated[]): void {
    const { text } = this.prose;
    const context = (from: number, to: number) => this.context(from, to);
    const respective = respectiveIn(text, clause, inside, context, this.topic);
    let start = clause.from;
    let strange = false;
    inside.forEach((stated, i) => {
      const end = inside[i + 1]?.from ?? clause.to;
      const left = this.context(start, stated.first);
      const words = text.slice(inside[i - 1]?.to ?? clause.from, stated.first);
      let subject = respective.get(stated);
      start = stated.to;
      if (subject === undefined) {
        const ownEnd = ownWordsEnd(text, stated.to, end, i + 1 < inside.length);
        const named = i === 0 ? this.withNamed(left) : left;
        const read = subjectOf(named, this.context(stated.to, ownEnd), this.topic, words, this.last);
        if (stated.kind === "count" || stated.kind === "money") this.topic = read.topic;
        // 16件新收申请中有2件延长: a part of what was just counted.
        subject = i > 0 && /中有?$/.test(words) ? null : read.subject;
        // 因其他行为引发复议9件、诉讼4件: the unknown words are the second's, too.
        strange = i > 0 && strange && /^[、和及与]/.test(words);
        if (strange && subject && !hasOutcome(subject)) subject = null;
        strange ||= named.unknown !== "";
        const isSome = subject === null && named.unknown !== "" && named.entities.includes("applications");
        if (isSome && stated.kind === "count") this.ofSome = true;
        if (read.usesRight && ownEnd < end) start = ownEnd;
        if (left.aspects.length > 0) this.last = left;
      }
      const binding = subject
        ? this.bound(clause, subject, stated)
        : (this.sumBefore(clause, stated, words) ?? UNBOUND);
      const readings = subject?.applicants.length ? inRows(binding.readings, this.rows) : binding.readings;
      if (readings.length > 0 && !subject?.applicants.length) this.rows = readings.map(rowsOf);
      const isFirst = this.statements.at(-1)?.sentence !== clause.sentence;
      if (isFirst && readings.length === 1 && this.rows[0]?.startsWith("applications.carriedOver")) {
        this.ofCarriedOver = true;
      }
      this.statements.push({
        claim: this.claim(clause, stated, { ...binding, readings }),
        stated,
        left: words === "" ? this.yearOutside(clause, stated) : words,
        depth: clause.depth,
        sentence: clause.sentence,
        begins: clause.begins,
      });
    });
  }

  /** 行政复议方面，全年6件: what the clause before has named, and nothing else, is what a bare figure counts. */
  private withNamed(left: Context): Context {
    const named = this.before?.context;
    if (named?.unknown !== "" || named.denial || named.aspects.length > 0) return left;
    if (left.entities.length > 0 || counted(named.entities).length !== 1 || isVague(named.entities))
      return left;
    return { ...left, entities: [...counted(named.entities)], generic: named.generic };
  }

  private bound(clause: Clause, subject: Subject, stated: Stated): Binding {
    const { setting, edition } = this.reading;
    if (this.isPart || stated.each) return UNBOUND;
    if ((this.ofCarriedOver || this.ofSome) && hasOutcome(subject)) return UNBOUND;
    // A judicial bureau hears the reviews of others, and every organ has lawsuits that are not about information.
    const clauseWords = this.prose.text.slice(clause.from, clause.to);
    const ofOthers = setting.hearsReviews
      ? subject.entities.includes("review")
      : /应诉|办理|受理/.test(clauseWords);
    if (ofOthers && subject.entities.some(isDispute) && !this.isAboutInformation) return UNBOUND;
    if (areOfOtherMatters(subject, this.prose.text.slice(stated.to, clause.ends))) return UNBOUND;
    const isNothing = stated.value === 0 && subject.entities.length > 1;
    const binding = isNothing ? bindEach(subject, stated, edition) : bind(subject, stated, edition);
    // 截至2023年底，累计收到52件: of this year, or of all years up to then.
    const words = this.prose.text.slice(clause.begins, stated.from);
    return /累计/.test(words) && /截[至止]|以来/.test(words) ? { ...binding, loose: true } : binding;
  }

  /** 收到26件，上年结转3件，共29件: a bare total states the sum of what its sentence has named. */
  private sumBefore({ sentence, depth }: Clause, stated: Stated, words: string): Binding | null {
    if (!TOTAL_ONLY.test(words) || this.isPart) return null;
    const parts: Statement[] = [];
    for (
      let i = this.statements.length - 1;
      i >= 0 && this.statements[i]!.sentence === sentence && parts.length < 3;
      i--
    ) {
      const part = this.statements[i]!;
      if (part.depth !== depth || part.stated?.unit !== stated.unit) return null;
      parts.push(part);
    }
    const isReceived = (part: Statement, row: string) =>
      part.claim.readings[0]?.join() === `applications.${row}.total` && !part.claim.loose;
    const [carried, received] = parts;
    if (parts.length !== 2 || !isReceived(carried!, "carriedOver") || !isReceived(received!, "newRequests")) {
      return null;
    }
    return { readings: [["applications.newRequests.total", "applications.carriedOver.total"]], loose: false };
  }

  private claim(clause: Clause, stated: Stated, { readings, loose }: Binding): Claim {
    const { value, least, most, unit, approximate, decimals } = stated;
    return {
      span: spanIn(this.prose, stated.from, stated.to),
      digits: spanIn(this.prose, stated.first, stated.last),
      ...{ value, least, most, unit, approximate, decimals },
      sentence: this.sentence(clause),
      section: this.prose.section,
      denies: false,
      readings,
      loose,
    };
  }

  /** 比2022年（31起）: the year that a figure alone in brackets is of stands before them. */
  private yearOutside({ from, depth }: Clause, stated: Stated): string {
    if (depth === 0 || stated.first !== from) return "";
    return (
      /(?:上一?年|去年|同期|\d{4}年)度?(?:同期|的)?$/.exec(
        this.prose.text.slice(0, from - 1).slice(-12),
      )?.[0] ?? ""
    );
  }

  private sentence({ begins, ends }: Clause): Claim["sentence"] {
    return spanIn(this.prose, begins, ends);
  }
}

const NOTHING = {
  ...{ digits: null, value: 0, least: 0, most: 0, unit: "", approximate: null, decimals: 0 },
  ...{ denies: true, loose: false },
};

function rowsOf(reading: readonly CellName[]): string {
  return [...new Set(reading.map((name) => name.slice(0, name.lastIndexOf("."))))].join(" ");
}

/** Of the readings of a kind of applicant those in the rows that the figure before was in, where there are any. */
function inRows(
  readings: readonly (readonly CellName[])[],
  rows: readonly string[],
): readonly (readonly CellName[])[] {
  const same = readings.filter((reading) => rows.includes(rowsOf(reading)));
  return same.length > 0 ? same : readings;
}

/** Where the words behind a figure end that may be its own: those behind 、 or 和 belong to the figure behind them. */
function ownWordsEnd(text: string, from: number, to: number, isFollowed: boolean): number {
  const end = text.slice(from, to).search(isFollowed ? /[、和及与]/ : /、/);
  return end < 0 ? to : from + end;
}
