// What the words around a figure mean: the field's words in a stretch of a paragraph, and what is left unexplained.

import { type Applicant, type Aspect, type Entity, JURISDICTION, wordAt } from "./lexicon";

/** The report that the words stand in. */
export interface Setting {
  readonly organ: string | null;
  readonly year: number | null;
}

export interface Context {
  readonly entities: readonly Entity[];
  readonly aspects: readonly Aspect[];
  readonly applicants: readonly Applicant[];
  /** Whether what is counted is only named by a word that other matters have, too, such as 申请. */
  readonly generic: boolean;
  readonly denial: boolean;
  readonly occurrence: boolean;
  readonly all: boolean;
  /** Words that are in no list, run together. */
  readonly unknown: string;
}

const YEAR = /^(\d{4})年?度?/;
const CARRIED_OVER = /^(\d{4})年?度?(?:未办结)?结转(?!至|到|下)(?:的|申请|来的|过来的)?/;
const CARRIED_FORWARD = /^结转(?:至|到|入|下)?(\d{4})年?度?(?:继续)?(?:办理|处理|答复)?/;
const DATE = /^\d{1,2}月(?:\d{1,2}日)?(?:前|起|止|底)?/;
const TITLE = /^《[^《》]*》/;
const MARK = /^[\s\0，。；：、（）！？“”‘’"'\-—…·]/;

/** What `[from, to)` of a paragraph's text says. */
export function contextOf(text: string, from: number, to: number, setting: Setting): Context {
  const stretch = text.slice(from, to);
  const entities = new Set<Entity>();
  const aspects = new Set<Aspect>();
  const applicants = new Set<Applicant>();
  let [denial, occurrence, all] = [false, false, false];
  let generic = true;
  let unknown = "";
  for (let i = 0; i < stretch.length; ) {
    const rest = stretch.slice(i);
    const skipped = timeOf(rest, setting, aspects) ?? TITLE.exec(rest)?.[0].length ?? organOf(rest, setting);
    if (skipped) {
      i += skipped;
      continue;
    }
    const found = wordAt(stretch, i);
    if (!found) {
      if (!MARK.test(rest)) unknown += rest[0];
      i++;
      continue;
    }
    const { word, meaning } = found;
    i += word.length;
    if (meaning.kind === "entity") {
      entities.add(meaning.entity);
      generic &&= meaning.generic;
    } else if (meaning.kind === "aspect") aspects.add(meaning.aspect);
    else if (meaning.kind === "applicant") applicants.add(meaning.applicant);
    else if (meaning.kind === "denial") denial = true;
    else if (meaning.kind === "occurrence") occurrence = true;
    else if (meaning.kind === "all") all = true;
    else if (isForeignJurisdiction(word, setting)) unknown += word;
  }
  return {
    entities: [...entities],
    aspects: [...aspects],
    applicants: [...applicants],
    ...{ generic, denial, occurrence, all, unknown },
  };
}

/** How far a year or date reaches at the beginning of `rest`; another year than the report's is left to be unknown. */
function timeOf(rest: string, { year }: Setting, aspects: Set<Aspect>): number | null {
  const over = CARRIED_OVER.exec(rest);
  if (over && year !== null && Number(over[1]) === year - 1) {
    aspects.add("carriedOver");
    return over[0].length;
  }
  const forward = CARRIED_FORWARD.exec(rest);
  if (forward && year !== null && Number(forward[1]) === year + 1) {
    aspects.add("carriedForward");
    return forward[0].length;
  }
  const named = YEAR.exec(rest);
  if (named && (year === null || Number(named[1]) === year)) return named[0].length;
  return DATE.exec(rest)?.[0].length ?? null;
}

const SHORTEST_NAME = 2;

/** How many characters of the organ's own name stand at the beginning of `rest`. */
function organOf(rest: string, { organ }: Setting): number | null {
  if (!organ) return null;
  const names = [
    organ,
    organ.replace("人民政府", "政府"),
    organ.replace(/办事处$/, ""),
    organ.replace(/人民政府(?:办公[室厅])?$/, "政府"),
    organ.replace(/人民政府(?:办公[室厅])?$/, ""),
  ];
  for (const name of [
    ...names,
    ...names.map((full) => full.replace(/^.*?[省市县区](?=.{2})/, "")),
    ...names.map((full) => full.replace(/^.*?(?=[省市县区].{2})/, "")),
  ]) {
    if (name.length >= SHORTEST_NAME && rest.startsWith(name)) return name.length;
  }
  return null;
}

/** 全县 counts what the report counts only where the organ governs the county. */
function isForeignJurisdiction(word: string, { organ }: Setting): boolean {
  const level = JURISDICTION.exec(word)?.[1];
  return level !== undefined && !new RegExp(`${level}(?:人民政府|政府)?$`).test(organ ?? "");
}
