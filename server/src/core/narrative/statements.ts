// The claims of one paragraph, clause by clause: each quantity with what its words say is counted, and each denial.
// What a clause counts is taken from its own words, else from the last clause that named something.

import type { EditionKey } from "../form";
import { type Claim, type Paragraph, spanIn } from "../report/narrative";
import {
  type Binding,
  bind,
  bindEach,
  hasOutcome,
  hasResult,
  isDispute,
  type Subject,
  UNBOUND,
} from "./bind";
import { type Clause, clausesOf } from "./clauses";
import { type Context, contextOf, itemsOf } from "./context";
import { allOf, deniedBy, noneLeft } from "./denials";
import type { Entity } from "./meanings";
import { eachOf, goesOnWith, inRows, type Prior, rowsOf, withPrior } from "./prior";
import { quantitiesIn, type Stated } from "./quantities";
import { respectiveIn } from "./respective";
import { areOfOtherMatters, isOfOtherYear, narrows } from "./scope";
import { readTogether, sumBefore } from "./sentences";
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
  return statement.stated !== null && isAmount(statement.stated);
}

export interface Reading {
  readonly setting: Setting;
  readonly edition: EditionKey;
}

/** How far before a figure words may say that it is of all years up to then. */
const FAR = 80;
/** As many figures back a sentence is looked at. */
const NEAR = 12;
/** A denial of nothing by its own words: that of the words before the colon. */
const BARE_DENIAL = /^(?:均|都|皆)?(?:无|没有|零|暂无|未发生|未产生)$/;

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

/** What a bracket hides for as long as it is open. */
interface Held {
  readonly narrowed: boolean;
  readonly ofOtherYear: boolean;
  readonly topic: readonly Entity[];
  readonly prior: Prior | null;
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
  /** The sentence counts cases that the organ hears or answers, about whatever: so are those that were upheld. */
  private ofOtherCases = false;
  /** What held before a bracket: what is named within it is not what follows. */
  private readonly outside: Held[] = [];
  /** The clause before, where it had no figure, for 行政诉讼：无. */
  private before: { context: Context; mark: string } | null = null;
  /** What the last figure of the sentence counts, for 制定规章2件、规范性文件3件. */
  private prior: Prior | null = null;
  /** How many statements there were when the sentence began. */
  private begun = 0;
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
    const { narrowed, ofOtherYear, topic, prior } = this;
    if (mark === "（") this.outside.push({ narrowed, ofOtherYear, topic, prior });
    if (mark === "）") Object.assign(this, this.outside.pop());
    if (to + 1 >= ends) {
      readTogether(this.statements, this.begun, this.prose.text.slice(begins, ends));
      this.begun = this.statements.length;
      this.narrowed = false;
      this.ofOtherYear = false;
      this.ofCarriedOver = false;
      this.ofSome = false;
      this.ofOtherCases = false;
      this.outside.length = 0;
      this.last = null;
      this.prior = null;
    } else if (mark === "；") {
      this.narrowed = false;
      this.ofSome = false;
    }
  }

  /** Whether the words are of less than the report's year and organ. */
  private get isPart(): boolean {
    return this.narrowed || this.ofOtherYear;
  }

  private context(from: number, to: number): Context {
    return contextOf(this.prose.text, from, to, this.reading.setting);
  }

  /** What the items of a clause's list say, each by itself. */
  private items(from: number, to: number): Context[] {
    return itemsOf(this.prose.text, from, to, this.reading.setting).map((item) =>
      this.context(item.from, item.to),
    );
  }

  /** A clause without figures may name what the next counts, deny that there was anything, or narrow the sentence. */
  private readWords(clause: Clause, context: Context): void {
    const { from, to, sentence, depth } = clause;
    const { edition } = this.reading;
    const words = this.prose.text.slice(from, to);
    if (counted(context.entities).length > 0) this.topic = counted(context.entities);
    const span = spanIn(this.prose, from, to);
    const { section } = this.prose;
    const all = this.isPart ? null : allOf(context, this.statements, sentence);
    if (all)
      this.statements.push({
        ...this.statements.at(-1)!,
        claim: { ...all, span, section },
        stated: null,
        left: words,
      });
    const named = BARE_DENIAL.test(words) && this.before?.mark === "：" ? this.before.context : null;
    const denied = this.isPart
      ? []
      : named
        ? deniedBy([named], this.topic, edition, true)
        : deniedBy(this.items(from, to), this.topic, edition);
    const left = this.isPart ? null : noneLeft(context, words, this.statements.at(-1), sentence);
    const none = denied.map((cells) => ({ readings: [cells], loose: false }));
    for (const said of left ? [...none, { readings: [left], loose: true }] : none) {
      const claim = { ...NOTHING, span, sentence: this.sentence(clause), section, ...said };
      this.statements.push({ claim, stated: null, left: words, depth, sentence, begins: clause.begins });
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
      const words = text.slice(inside[i - 1]?.to ?? clause.from, stated.first);
      // 12件自然人、3件企业: what stands before the mark is the first's.
      const left = this.context(i > 0 && /[、和及与]$/.test(words) ? stated.first : start, stated.first);
      let subject = respective.get(stated);
      start = stated.to;
      if (subject === undefined) {
        const ownEnd = ownWordsEnd(text, stated.to, end, i + 1 < inside.length);
        const named = i === 0 ? this.withNamed(left, words) : left;
        const read = subjectOf(named, this.context(stated.to, ownEnd), this.topic, words, this.last);
        const goesOn = goesOnWith(this.prior, words, stated.unit) && left.entities.length === 0;
        if (isAmount(stated) && !(goesOn && isVague(read.topic))) this.topic = read.topic;
        // 16件新收申请中有2件延长: a part of what was just counted.
        subject = i > 0 && /中有?$/.test(words) ? null : read.subject;
        // 2件撤回，其余14件均已答复: the withdrawn are done with, too; 2件结转，其余14件 are all that is done.
        if (left.rest && subject?.aspects.every((aspect) => aspect === "answered") && !this.isLeftOver()) {
          subject = null;
        }
        // 因其他行为引发复议9件、诉讼4件: the unknown words are the second's, too.
        strange = i > 0 && strange && /^[、和及与]/.test(words);
        if (
          strange &&
          subject &&
          !hasOutcome(subject) &&
          !(hasResult(subject) && left.entities.length === 0)
        ) {
          subject = null;
        }
        strange ||= named.unknown !== "";
        const isSome = subject === null && named.unknown !== "" && named.entities.includes("applications");
        if (isSome && stated.kind === "count") this.ofSome = true;
        if (read.usesRight && ownEnd < end) start = ownEnd;
        if (left.aspects.length > 0) this.last = left;
      }
      if (subject && !words.includes("事项")) {
        subject = withPrior(subject, this.prior, stated.unit);
      }
      if (subject) this.prior = { ...subject, unit: stated.unit };
      else if (!goesOnWith(this.prior, words, stated.unit)) this.prior = null;
      const binding = subject
        ? this.bound(clause, subject, stated)
        : ((this.isPart ? null : sumBefore(this.statements, clause, stated, words)) ?? UNBOUND);
      const readings = subject?.applicants.length ? inRows(binding.readings, this.rows) : binding.readings;
      const ofApplications = readings[0]?.[0]?.startsWith("applications.");
      if (ofApplications && this.topic.length === 0) this.topic = ["applications"];
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
      if (stated.each && !this.isPart) this.readEach(clause, stated, left);
    });
  }

  /** 复议、诉讼各1件: the figure of each. */
  private readEach(clause: Clause, stated: Stated, { unknown, ...things }: Context): void {
    if (unknown !== "各" || !this.prose.text.endsWith("各", stated.first)) return;
    for (const each of eachOf(things)) {
      const binding = bind(each, stated, this.reading.edition);
      if (binding.readings.length === 0 || binding.loose) continue;
      const { depth, sentence, begins } = clause;
      this.statements.push({
        ...{ claim: this.claim(clause, stated, binding), stated: null, left: "", depth, sentence, begins },
      });
    }
  }

  /** 行政复议方面，全年6件: what the clause before has named, and nothing else, is what a bare figure counts. */
  private withNamed(left: Context, words: string): Context {
    const named = this.before?.context;
    // 收到申请数：16件.
    const isLabel = words === "" && this.before?.mark === "：" && named?.unknown === "" && !named.denial;
    if (isLabel && named) return { ...named, entities: [...named.entities] };
    if (named?.unknown !== "" || named.denial || named.aspects.length > 0) return left;
    if (left.entities.length > 0 || counted(named.entities).length !== 1 || isVague(named.entities))
      return left;
    return { ...left, entities: [...counted(named.entities)], generic: named.generic };
  }

  private bound(clause: Clause, subject: Subject, stated: Stated): Binding {
    const { setting, edition } = this.reading;
    if (this.isPart || stated.each) return UNBOUND;
    if ((this.ofCarriedOver || this.ofSome) && hasOutcome(subject)) return UNBOUND;
    // 收到申请25件，其中20件为招生信息；3件结转下年: of the applications that the sentence began with.
    const isCarried =
      subject.aspects.length > 0 && subject.aspects.every((aspect) => /^carried/.test(aspect));
    if (isCarried && isVague(subject.entities) && this.beganWithApplications(clause)) {
      return bind({ ...subject, entities: ["applications"] }, stated, edition);
    }
    // A judicial bureau hears the reviews of others, and every organ has lawsuits that are not about information.
    const clauseWords = this.prose.text.slice(clause.from, clause.to);
    const ofOthers = setting.hearsReviews
      ? subject.entities.includes("review")
      : /应诉|办理|受理/.test(clauseWords);
    if (subject.entities.some(isDispute) && !this.isAboutInformation) {
      this.ofOtherCases ||= ofOthers;
      if (this.ofOtherCases) return UNBOUND;
    }
    if (areOfOtherMatters(subject, this.prose.text.slice(stated.to, clause.ends))) return UNBOUND;
    // 败诉0件: the form has 结果纠正, which is as much as nothing where nothing is lost.
    if (stated.value === 0 && subject.aspects.join() === "lost") {
      return bind({ ...subject, aspects: ["corrected"] }, stated, edition);
    }
    const isNothing = stated.value === 0 && subject.entities.length > 1;
    const binding = isNothing ? bindEach(subject, stated, edition) : bind(subject, stated, edition);
    // 截至2023年底，累计收到52件: of this year, or of all years up to then.
    const words = this.prose.text.slice(Math.max(clause.begins, stated.from - FAR), stated.from);
    return /累计/.test(words) && /截[至止]|以来/.test(words) ? { ...binding, loose: true } : binding;
  }

  /** Whether the figure before is what is carried forward. */
  private isLeftOver(): boolean {
    const reading = this.statements.at(-1)?.claim.readings[0];
    return reading?.[0]?.startsWith("applications.carriedForward.") ?? false;
  }

  /** Whether a figure of applications stands before in the sentence. */
  private beganWithApplications({ sentence }: Clause): boolean {
    const near = this.statements.slice(-NEAR);
    return near.some((each) => each.sentence === sentence && isOfApplications(each));
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
  denies: true,
};

function isOfApplications({ claim }: Statement): boolean {
  return claim.readings[0]?.[0]?.startsWith("applications.") ?? false;
}

function isAmount({ kind }: Stated): boolean {
  return kind === "count" || kind === "money";
}

/** Where the words behind a figure end that may be its own: those behind 、 or 和 belong to the figure behind them. */
function ownWordsEnd(text: string, from: number, to: number, isFollowed: boolean): number {
  const end = text.slice(from, to).search(isFollowed ? /、|和|(?<![涉以])及|与/ : /、/);
  return end < 0 ? to : from + end;
}
