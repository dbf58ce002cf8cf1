// What keeps the figures of a sentence from being the tables': a part of the organ, the year or the applications, other
// things than applications, documents. What a sentence's words and figures tell of that holds for its later figures.

import type { EditionKey } from "../form";
import type { Paragraph } from "../report/narrative";
import {
  type Binding,
  bind,
  bindEach,
  hasOutcome,
  hasResult,
  isDispute,
  ONLY_APPLICATIONS,
  type Subject,
  UNBOUND,
} from "./bind";
import type { Clause } from "./clauses";
import type { Context } from "./context";
import type { Stated } from "./quantities";
import {
  areOfOtherKind,
  areOfOtherMatters,
  isAttribute,
  isLeftOut,
  isOfBelow,
  isOfDocuments,
  isOfOtherYear,
  narrows,
} from "./scope";
import type { Setting } from "./setting";
import type { Counted, Statement } from "./statements";
import { isVague } from "./subject";

/** What follows are parts of what was just counted. */
export const PARTS = "其中";
/** How far before a figure words may say that it is of all years up to then. */
const FAR = 80;
/** As many figures back a sentence is looked at. */
const NEAR = 12;

/** What holds within a bracket, or outside it. */
export interface Place {
  /** Words without a figure have narrowed the sentence to a part of what the report counts. */
  readonly narrowed: boolean;
  /** A clause of the sentence has named another year than the report's. */
  readonly ofOtherYear: boolean;
}

/** Follows a paragraph's clauses and figures in order, and says which cells a subject's figure may state there. */
export class Limits {
  place: Place = { narrowed: false, ofOtherYear: false };
  /** The sentence began with applications carried over: what became of them is not what became of all. */
  ofCarriedOver = false;
  /** The sentence counts applications for something else than information, 取水许可申请16件. */
  private ofOtherKind = false;
  /** The sentence counts a part of the applications or cases, 涉及征地的8件: what became of them is not what became of all. */
  private ofSome = false;
  /** The sentence counts cases that the organ hears or answers, about whatever: so are those that were upheld. */
  private ofOtherCases = false;
  /** The sentence counts documents, 印发公文150件: those that are 不予公开 are no applications. */
  ofDocuments = false;
  private readonly text: string;
  private readonly isAboutInformation: boolean;

  /** `statements` are those of the paragraph so far; they grow as it is read. */
  constructor(
    { text }: Paragraph,
    private readonly reading: { readonly setting: Setting; readonly edition: EditionKey },
    private readonly statements: readonly Statement[],
  ) {
    this.text = text;
    this.isAboutInformation = text.includes("信息公开");
  }

  /** Whether the words are of less than the report's year and organ. */
  get isPart(): boolean {
    return this.place.narrowed || this.place.ofOtherYear;
  }

  enterClause(clause: Clause): void {
    const { from, to, begins } = clause;
    const words = this.text.slice(from, to);
    if (from === begins && !words.startsWith(PARTS)) this.ofDocuments = false;
    this.ofDocuments ||= isOfDocuments(words) && !this.beganWithApplications(clause);
    // 2022年未收到申请，2023年收到3件: a clause that names a year is of that year, and so are those behind it.
    const ofOtherYear = isOfOtherYear(words, this.reading.setting.year);
    if (ofOtherYear !== null) this.place = { ...this.place, ofOtherYear };
  }

  /** The words of a clause without figures. */
  enterWords(words: string): void {
    if (narrows(words)) this.place = { ...this.place, narrowed: true };
  }

  /** The words before a count whose subject is unknown. */
  enterSome(words: string, { unknown, entities, generic }: Context): void {
    if (unknown === "" || !entities.includes("applications")) return;
    this.ofSome = true;
    this.ofOtherKind ||= isOfBelow(words) || (generic && areOfOtherKind(words));
  }

  endSentence(): void {
    this.place = { narrowed: false, ofOtherYear: false };
    this.ofCarriedOver = false;
    this.ofSome = false;
    this.ofOtherKind = false;
    this.ofOtherCases = false;
  }

  /** At a semicolon. */
  endPart(): void {
    this.place = { ...this.place, narrowed: false };
    this.ofSome = false;
  }

  /** What a figure that goes on with others, or begins their parts, tells of what they are. */
  enterFigure({ sentence, depth }: Clause, stated: Stated, words: string, { entities }: Context): void {
    const { unit } = stated;
    const near = this.statements.slice(-NEAR);
    const before = near.filter((each) => each.sentence === sentence).filter(isCount);
    if (!isAttribute(words, this.behind(stated))) this.ofDocuments &&= !entities.includes("applications");
    else if (before.some((each) => each.stated.unit === unit && this.isPublished(each)))
      this.ofDocuments = true;
    const whole = near
      .filter((each) => each.depth === depth)
      .filter(isCount)
      .at(-1);
    if (words.startsWith(PARTS) && whole?.stated.unit === unit && whole.claim.readings.length === 0) {
      this.ofSome = true;
    }
  }

  private behind({ to }: Stated): string {
    return this.text.slice(to, to + 8);
  }

  /** 主动公开92件, 92件主动公开. */
  private isPublished({ left, stated }: Counted): boolean {
    return left.includes("主动公开") || this.text.startsWith("主动公开", stated.to);
  }

  /** What a subject's figure states. `isNamed` tells that the words before it name what it counts. */
  bound(clause: Clause, subject: Subject, stated: Stated, words: string, isNamed: boolean): Binding {
    const { setting, edition } = this.reading;
    if (this.isPart || stated.each) return UNBOUND;
    if ((this.ofCarriedOver || this.ofSome || this.ofDocuments) && hasOutcome(subject)) return UNBOUND;
    if (this.ofDocuments && isAttribute(words, this.behind(stated))) return UNBOUND;
    if (!isNamed && ((this.ofSome && hasResult(subject)) || (this.ofOtherKind && isDone(subject))))
      return UNBOUND;
    if (isVague(subject.entities) && subject.aspects.every((aspect) => ONLY_APPLICATIONS.test(aspect))) {
      if (this.beganWithOthers(clause, stated)) return UNBOUND;
    }
    if (isLeftOut(this.text.slice(stated.to, clause.ends))) return UNBOUND;
    // 收到申请25件，其中20件为招生信息；3件结转下年: of the applications that the sentence began with.
    const isCarried =
      subject.aspects.length > 0 && subject.aspects.every((aspect) => /^carried/.test(aspect));
    if (isCarried && isVague(subject.entities) && this.beganWithApplications(clause)) {
      return bind({ ...subject, entities: ["applications"] }, stated, edition);
    }
    // A judicial bureau hears the reviews of others, and every organ has lawsuits that are not about information.
    const clauseWords = this.text.slice(clause.from, clause.to);
    const ofOthers = setting.hearsReviews
      ? subject.entities.includes("review")
      : /应诉|办理|受理/.test(clauseWords);
    if (subject.entities.some(isDispute) && !this.isAboutInformation) {
      this.ofOtherCases ||= ofOthers;
      if (this.ofOtherCases) return UNBOUND;
    }
    if (areOfOtherMatters(subject, this.text.slice(stated.to, clause.ends))) return UNBOUND;
    // 败诉0件: the form has 结果纠正, which is as much as nothing where nothing is lost.
    if (stated.value === 0 && subject.aspects.join() === "lost") {
      return bind({ ...subject, aspects: ["corrected"] }, stated, edition);
    }
    const isNothing = stated.value === 0 && subject.entities.length > 1;
    const binding = isNothing ? bindEach(subject, stated, edition) : bind(subject, stated, edition);
    // 截至2023年底，累计收到52件: of this year, or of all years up to then.
    const since = this.text.slice(Math.max(clause.begins, stated.from - FAR), stated.from);
    return /累计/.test(since) && /截[至止]|以来/.test(since) ? { ...binding, loose: true } : binding;
  }

  /** Whether a figure of applications stands before in the sentence. */
  beganWithApplications({ sentence }: Clause): boolean {
    const near = this.statements.slice(-NEAR);
    return near.some((each) => each.sentence === sentence && isOfApplications(each));
  }

  /** 发出函件4份，回函4份，无法提供1份: whether the sentence has counted other things in the unit, and nothing of ours. */
  private beganWithOthers({ sentence }: Clause, { unit }: Stated): boolean {
    const before = this.statements.slice(-NEAR).filter((each) => each.sentence === sentence && isCount(each));
    return (
      before.some(({ stated }) => stated!.unit === unit) &&
      before.every(({ claim }) => claim.readings.length === 0)
    );
  }
}

/** Whether a subject is no more than that something was dealt with. */
function isDone({ aspects }: Subject): boolean {
  return aspects.length > 0 && aspects.every((aspect) => /^(?:received|handled|answered)$/.test(aspect));
}

function isCount(statement: Statement): statement is Counted {
  return statement.stated?.kind === "count";
}

function isOfApplications({ claim }: Statement): boolean {
  return claim.readings[0]?.[0]?.startsWith("applications.") ?? false;
}
