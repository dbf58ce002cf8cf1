// The claims of one paragraph, clause by clause: each quantity with what its words say is counted, and each denial.
// What a clause counts is taken from its own words, else from the last clause that named something.

import type { EditionKey } from "../form";
import { type Claim, type Paragraph, spanIn } from "../report/narrative";
import { type Binding, bind, hasOutcome, hasResult, UNBOUND } from "./bind";
import { type Clause, clausesOf } from "./clauses";
import { type Context, contextOf, itemsOf } from "./context";
import { allOf, deniedBy, noneLeft } from "./denials";
import { Limits, PARTS, type Place } from "./limits";
import type { Entity } from "./meanings";
import { eachOf, goesOnWith, inRows, type Prior, rowsOf, withPrior } from "./prior";
import { quantitiesIn, type Stated } from "./quantities";
import { respectiveIn } from "./respective";
import { readTogether, sumBefore } from "./sentences";
import type { Setting } from "./setting";
import { counted, isVague, speaksOfOutcomes, subjectOf } from "./subject";
import { Tokens } from "./tokens";
import { OF_DENIALS } from "./words";

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

/** 从申请人看，自然人14件: what nothing but applications is divided by. */
const BY_APPLICANT = /^(?:从|按)照?(?:申请人|申请主体)[^，]{0,6}$/;
/** A denial of nothing by its own words: that of the words before the colon. */
const BARE_DENIAL = /^(?:均|都|皆)?(?:无|没有|零|暂无|未发生|未产生)$/;

/** The claims of a paragraph in order. `topic` gives what the headings above it speak of. */
export function statementsIn(
  prose: Paragraph,
  reading: Reading,
  topic: () => readonly Entity[],
): Statement[] {
  const quantities = quantitiesIn(prose.text);
  const end = Math.max(quantities.at(-1)?.to ?? 0, lastDenial(prose.text));
  if (end === 0) return [];
  const reader = new Reader(prose, reading, topic());
  let next = 0;
  for (const clause of clausesOf(prose.text)) {
    // Words without a figure or a denial only tell what those behind them in their sentence, or the next, are about.
    if (clause.begins >= end) break;
    const inside: Stated[] = [];
    while (quantities[next] && quantities[next]!.from < clause.to) {
      const stated = quantities[next++]!;
      if (stated.from >= clause.from && stated.to <= clause.to) inside.push(stated);
    }
    reader.read(clause, inside);
  }
  return reader.statements;
}

/** Behind the last character that words of denial have one of; 0 where there is none. */
function lastDenial(text: string): number {
  return Math.max(...Array.from(OF_DENIALS, (char) => text.lastIndexOf(char))) + 1;
}

/** What a bracket hides for as long as it is open. */
interface Held {
  readonly limits: Place;
  readonly topic: readonly Entity[];
  readonly prior: Prior | null;
}

/** Reads clauses in order, and keeps what one leaves for the next to understand. */
class Reader {
  readonly statements: Statement[] = [];
  /** What was last spoken of. */
  private topic: readonly Entity[];
  private readonly limits: Limits;
  /** The rows of `applications` that the last figure was in, for applicants that follow: 15件，其中自然人12件. */
  private rows: readonly string[] = [];
  /** What held before a bracket: what is named within it is not what follows. */
  private readonly outside: Held[] = [];
  /** The clause before, where it had no figure, for 行政诉讼：无. */
  private before: { context: Context; mark: string } | null = null;
  private readonly tokens: Tokens;
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
    this.tokens = new Tokens(prose.text, reading.setting);
    this.limits = new Limits(prose, reading, this.statements);
  }

  read(clause: Clause, inside: readonly Stated[]): void {
    const { from, to, mark, begins, ends } = clause;
    if (from === begins && isVague(this.topic) && speaksOfOutcomes(this.context(from, ends))) {
      this.topic = ["applications"];
    }
    this.limits.enterClause(clause);
    const context = inside.length === 0 ? this.context(from, to) : null;
    if (context) this.readWords(clause, context);
    else this.readFigures(clause, inside);
    this.before = context && { context, mark };
    const { topic, prior, limits } = this;
    if (mark === "（") this.outside.push({ limits: limits.place, topic, prior });
    const held = mark === "）" ? this.outside.pop() : undefined;
    if (held) {
      this.topic = held.topic;
      this.prior = held.prior;
      limits.place = held.limits;
    }
    if (to + 1 >= ends) {
      readTogether(this.statements, this.begun, this.prose.text.slice(begins, ends));
      this.begun = this.statements.length;
      limits.endSentence();
      this.outside.length = 0;
      this.last = null;
      this.prior = null;
    } else if (mark === "；") {
      limits.endPart();
    }
  }

  private context(from: number, to: number): Context {
    return contextOf(this.tokens, from, to);
  }

  /** What the items of a clause's list say, each by itself. */
  private items(from: number, to: number): Context[] {
    return itemsOf(this.tokens, from, to).map((item) => this.context(item.from, item.to));
  }

  /** A clause without figures may name what the next counts, deny that there was anything, or narrow the sentence. */
  private readWords(clause: Clause, context: Context): void {
    const { from, to, sentence, depth } = clause;
    const { edition } = this.reading;
    const words = this.prose.text.slice(from, to);
    if (counted(context.entities).length > 0) this.topic = counted(context.entities);
    if (BY_APPLICANT.test(words) && (from === clause.begins || this.limits.beganWithApplications(clause))) {
      this.topic = ["applications"];
    }
    const span = spanIn(this.prose, from, to);
    const { section } = this.prose;
    const all = this.limits.isPart ? null : allOf(context, this.statements, sentence, edition);
    if (all)
      this.statements.push({
        ...this.statements.at(-1)!,
        claim: { ...all, span, section },
        stated: null,
        left: words,
      });
    const named = BARE_DENIAL.test(words) && this.before?.mark === "：" ? this.before.context : null;
    const denied =
      this.limits.isPart || !context.denial
        ? []
        : named
          ? deniedBy([named], this.topic, edition, true)
          : deniedBy(this.items(from, to), this.topic, edition);
    const left = this.limits.isPart ? null : noneLeft(context, words, this.statements.at(-1), sentence);
    const none = denied.map((cells) => ({ readings: [cells], loose: false }));
    for (const said of left ? [...none, { readings: [left], loose: true }] : none) {
      const claim = { ...NOTHING, span, sentence: this.sentence(clause), section, ...said };
      this.statements.push({ claim, stated: null, left: words, depth, sentence, begins: clause.begins });
    }
    this.limits.enterWords(words);
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
        this.limits.enterFigure(clause, stated, words, left);
        const read = subjectOf(named, this.context(stated.to, ownEnd), this.topic, words, this.last);
        const goesOn = goesOnWith(this.prior, words, stated.unit) && left.entities.length === 0;
        if (isAmount(stated) && !(goesOn && isVague(read.topic))) {
          this.topic = this.limits.ofDocuments ? FOREIGN : read.topic;
        }
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
        if (subject === null && stated.kind === "count") this.limits.enterSome(words, named);
        if (read.usesRight && ownEnd < end) start = ownEnd;
        if (left.aspects.length > 0) this.last = left;
      }
      if (subject && !words.includes("事项")) {
        subject = withPrior(subject, this.prior, stated.unit);
      }
      if (subject) this.prior = { ...subject, unit: stated.unit };
      else if (!goesOnWith(this.prior, words, stated.unit)) this.prior = null;
      const binding = subject
        ? this.limits.bound(clause, subject, stated, words, left.entities.length > 0)
        : ((this.limits.isPart ? null : sumBefore(this.statements, clause, stated, words)) ?? UNBOUND);
      const same = subject?.applicants.length ? inRows(binding.readings, this.rows) : binding.readings;
      // 复议62件，其中52件已有复议决定: a part is not the whole.
      const isWhole =
        words.startsWith(PARTS) && String(same) === String(this.statements.at(-1)?.claim.readings);
      const readings = isWhole ? [] : same;
      const ofApplications = readings[0]?.[0]?.startsWith("applications.");
      if (ofApplications && this.topic.length === 0) this.topic = ["applications"];
      if (readings.length > 0 && !subject?.applicants.length) this.rows = readings.map(rowsOf);
      const isFirst = this.statements.at(-1)?.sentence !== clause.sentence;
      if (isFirst && readings.length === 1 && this.rows[0]?.startsWith("applications.carriedOver")) {
        this.limits.ofCarriedOver = true;
      }
      this.statements.push({
        claim: this.claim(clause, stated, { ...binding, readings }),
        stated,
        left: words === "" ? this.yearOutside(clause, stated) : words,
        depth: clause.depth,
        sentence: clause.sentence,
        begins: clause.begins,
      });
      if (stated.each && !this.limits.isPart) this.readEach(clause, stated, left);
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
        claim: this.claim(clause, stated, binding),
        stated: null,
        left: "",
        depth,
        sentence,
        begins,
      });
    }
  }

  /** 行政复议方面，全年6件: what the clause before has named, and nothing else, is what a bare figure counts. */
  private withNamed(left: Context, words: string): Context {
    const named = this.before?.context;
    // 收到申请数：16件.
    const isLabel = words === "" && this.before?.mark === "：" && named?.unknown === "" && !named.denial;
    if (isLabel && named) return { ...named, entities: [...named.entities] };
    // 诉讼3件，均为直接起诉，其中2件驳回: not all that was named.
    if (named?.unknown !== "" || named.denial || named.all || named.aspects.length > 0) return left;
    if (left.entities.length > 0 || counted(named.entities).length !== 1 || isVague(named.entities))
      return left;
    return { ...left, entities: [...counted(named.entities)], generic: named.generic };
  }

  /** Whether the figure before is what is carried forward. */
  private isLeftOver(): boolean {
    const reading = this.statements.at(-1)?.claim.readings[0];
    return reading?.[0]?.startsWith("applications.carriedForward.") ?? false;
  }

  private claim(clause: Clause, stated: Stated, { readings, loose }: Binding): Claim {
    const { value, least, most, unit, approximate, decimals } = stated;
    return {
      span: spanIn(this.prose, stated.from, stated.to),
      digits: spanIn(this.prose, stated.first, stated.last),
      value,
      least,
      most,
      unit,
      approximate,
      decimals,
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
  digits: null,
  value: 0,
  least: 0,
  most: 0,
  unit: "",
  approximate: null,
  decimals: 0,
  denies: true,
};

const FOREIGN: readonly Entity[] = ["foreign"];

function isAmount({ kind }: Stated): boolean {
  return kind === "count" || kind === "money";
}

/** Where the words behind a figure end that may be its own: those behind 、 or 和 belong to the figure behind them. */
function ownWordsEnd(text: string, from: number, to: number, isFollowed: boolean): number {
  const end = text.slice(from, to).search(isFollowed ? /、|和|(?<![涉以])及|与/ : /、/);
  return end < 0 ? to : from + end;
}
