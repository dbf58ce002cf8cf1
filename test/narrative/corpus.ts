// Reads the hand-labelled corpus of sentences (`corpus/*.txt`, its format in `corpus/README.txt`) and puts each
// sentence into a sound, complete report whose totals follow from the form's identities. What the corpus itself has
// wrong is given back as errors, never guessed.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionKey, SectionKey, Span, TableKey } from "../../server/src/core";
import {
  APPLICANTS,
  applicationRows,
  DISPUTE_GROUPS,
  ITEMS,
  outcomeKeys,
  RESULTS,
  SECTIONS,
} from "../generator/form";
import { type Figures, facts, writeTable } from "../support/draft";

/** A finding that must be reported, or, where `doubt` is set, one that may be a question at most. */
export interface Label {
  /** The rule; several where a careful reader could file it under either. */
  readonly rules: readonly string[];
  readonly doubt: boolean;
  /** Whether it may also be left out: what another finding explains, or what only a strict reader would ask. */
  readonly optional: boolean;
  readonly quote: string;
  /** Where the quotation stands in the entry's prose. */
  readonly span: Span;
  /** `cell=3`, `331+61=392`, or what should stand there instead. */
  readonly reason: string;
}

/** A stated figure and the cells whose sum it states. */
export interface Binding {
  readonly quote: string;
  readonly span: Span;
  readonly cells: readonly string[];
}

export interface Entry {
  readonly topic: string;
  readonly line: number;
  readonly title: string;
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionKey;
  readonly section: SectionKey;
  /** Every cell of the form, totals included, by its public name. */
  readonly cells: ReadonlyMap<string, string>;
  readonly prose: string;
  readonly labels: readonly Label[];
  /** All claims of the prose that state a cell; null where the entry does not say. */
  readonly bindings: readonly Binding[] | null;
  /** Sums that hold in the prose. */
  readonly sums: readonly string[];
}

export interface Corpus {
  readonly entries: readonly Entry[];
  readonly errors: readonly string[];
}

const TABLES: readonly TableKey[] = ["disclosure", "applications", "disputes"];

/** A whole corpus, in the order of its files: `corpus`, which Gouji is made with, or `held`, which it is measured by. */
export function readCorpus(name: "corpus" | "held" | "third" = "corpus"): Corpus {
  const folder = join(import.meta.dirname, name);
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt") && file !== "README.txt");
  const parts = files
    .sort()
    .map((file) => parseCorpus(readFileSync(join(folder, file), "utf8"), file.slice(0, -4)));
  return { entries: parts.flatMap(({ entries }) => entries), errors: parts.flatMap(({ errors }) => errors) };
}

/** The entries of one file. */
export function parseCorpus(text: string, topic: string): Corpus {
  const entries: Entry[] = [];
  const errors: string[] = [];
  const named = new Map<string, string>();
  let block: [line: number, key: string, rest: string][] = [];
  const close = () => {
    if (block.length > 0) entries.push(readEntry(block, topic, named, errors));
    block = [];
  };
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const [, key = "", rest = ""] = /^(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === "#") close();
    if (key === "设") {
      const [, name = "", cells = ""] = /^(\S+)\s+(.*)$/.exec(rest) ?? [];
      named.set(name, `${named.get(name) ?? ""} ${cells}`);
    } else block.push([index + 1, key, rest]);
  });
  close();
  return { entries, errors };
}

function readEntry(
  block: readonly [line: number, key: string, rest: string][],
  topic: string,
  named: ReadonlyMap<string, string>,
  errors: string[],
): Entry {
  const line = block[0]![0];
  const tell = (what: string, at = line) => errors.push(`${topic}.txt:${at}: ${what}`);
  const all = (key: string) => block.filter(([, k]) => k === key);
  const one = (key: string) => all(key)[0]?.[2];
  for (const [at, key] of block) {
    if (!["#", "单位", "年", "版", "节", "表", "文", "判", "判?", "许", "许?", "值", "算"].includes(key))
      tell(`no such line: ${key}`, at);
  }
  const year = Number(one("年") ?? 2023);
  const edition = (one("版") ?? (year <= 2020 ? "2019" : "2021")) as EditionKey;
  const section = (one("节") ?? "overview") as SectionKey;
  if (!SECTIONS.some(({ key }) => key === section)) tell(`no such section: ${section}`);
  const prose = all("文")
    .map(([, , rest]) => rest)
    .join("\n\n");
  if (prose === "") tell("no 文");
  const leaves = new Map<string, string>();
  for (const [at, , rest] of all("表")) {
    const given = rest.split(/\s+/).flatMap((item) => {
      if (item.includes("=")) return [item];
      if (!named.has(item)) tell(`no table is called ${item}`, at);
      return named.get(item)?.trim().split(/\s+/) ?? [];
    });
    for (const item of given) {
      const [name = "", value = ""] = item.split("=");
      if (!isLeaf(name, edition)) tell(`${name} is no leaf cell of the ${edition} form`, at);
      if (!/^-?\d+(\.\d+)?$/.test(value)) tell(`${item}: no figure`, at);
      leaves.set(name, value);
    }
  }
  const cells = completed(leaves, edition, (what) => tell(what));
  const quoted = (rest: string, at: number) => {
    const [, quote = "", count = "1", after = ""] = /“(.*?)”(?:@(\d))?\s*(.*)$/.exec(rest) ?? [];
    const start = placesOf(prose, quote)[Number(count) - 1] ?? -1;
    if (quote === "" || start < 0) tell(`“${quote}” does not stand in the text`, at);
    return { quote, span: { start, end: start + quote.length }, after };
  };
  const labels = block.flatMap(([at, key, rest]): Label[] => {
    if (!/^[判许]/.test(key)) return [];
    const { quote, span, after } = quoted(rest, at);
    const rules = rest.slice(0, rest.indexOf(" ")).split("|");
    const optional = key.startsWith("许");
    return [{ rules, doubt: key.endsWith("?"), optional, quote, span, reason: after }];
  });
  const values = all("值");
  const bindings = values.flatMap(([at, , rest]): Binding[] => {
    if (rest === "无") return [];
    const { quote, span, after } = quoted(rest, at);
    const names = after.split("+").map((name) => name.trim());
    for (const name of names) if (!cells.has(name)) tell(`the ${edition} form has no cell ${name}`, at);
    return [{ quote, span, cells: names }];
  });
  return {
    topic,
    line,
    title: one("#") ?? "",
    organ: one("单位") ?? "青禾县柳溪镇人民政府",
    year,
    edition,
    section,
    cells,
    prose,
    labels,
    bindings: values.length > 0 ? bindings : null,
    sums: all("算").map(([, , rest]) => rest),
  };
}

/** Where a quotation stands in a text; “4件” does not stand in “14件”. */
function placesOf(prose: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = prose.indexOf(quote); at >= 0; at = prose.indexOf(quote, at + 1)) {
    if (!/^\d/.test(quote) || !/[\d.,]/.test(prose[at - 1] ?? "")) places.push(at);
  }
  return places;
}

function isLeaf(name: string, edition: EditionKey): boolean {
  return cellNames(edition).has(name) && !/\.total$|^applications\.outcomeTotal\./.test(name);
}

/** The public names of all cells of an edition's form. */
export function cellNames(edition: EditionKey): ReadonlySet<string> {
  const names = (table: string, rows: readonly string[], columns: readonly (readonly [string, string])[]) =>
    rows.flatMap((row) => columns.map(([column]) => `${table}.${row}.${column}`));
  const keys = (rows: readonly (readonly [string, string])[]) => rows.map(([key]) => key);
  return new Set([
    ...ITEMS[edition].flatMap(({ rows, columns }) => names("disclosure", keys(rows), columns)),
    ...names("applications", keys(applicationRows(edition)), APPLICANTS),
    ...names("disputes", keys(DISPUTE_GROUPS), RESULTS),
  ]);
}

/** All cells from the leaf cells: what is not named is 0, totals follow from the identities. */
function completed(
  leaves: ReadonlyMap<string, string>,
  edition: EditionKey,
  tell: (what: string) => void,
): Map<string, string> {
  const cells = new Map([...cellNames(edition)].map((name) => [name, leaves.get(name) ?? "0"]));
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + Number(cells.get(name)), 0);
  for (const [column] of APPLICANTS.slice(0, -1)) {
    const cell = (row: string) => `applications.${row}.${column}`;
    cells.set(cell("outcomeTotal"), String(sum(outcomeKeys(edition).map(cell))));
    const received = sum([cell("newRequests"), cell("carriedOver")]);
    const handled = sum([cell("outcomeTotal"), cell("carriedForward")]);
    if (received !== handled) tell(`${column}: 一 + 二 is ${received}, （七） + 四 is ${handled}`);
  }
  for (const [row] of applicationRows(edition)) {
    const columns = APPLICANTS.slice(0, -1).map(([column]) => `applications.${row}.${column}`);
    cells.set(`applications.${row}.total`, String(sum(columns)));
  }
  for (const [group] of DISPUTE_GROUPS) {
    const results = RESULTS.slice(0, -1).map(([result]) => `disputes.${group}.${result}`);
    cells.set(`disputes.${group}.total`, String(sum(results)));
  }
  return cells;
}

/** What stands in each section beside its table and the entry's sentence: nothing that could be checked. */
const NEUTRAL: Readonly<Record<string, string>> = {
  overview: "本机关认真落实政府信息公开各项要求，依法保障公众的知情权。",
  problems: "部分栏目的更新还不够及时，将由专人逐月检查。",
  others: "本机关按规定编制并公布本报告。",
};

/** The entry's draft and where its prose stands in it. */
export function draftOf(entry: Entry): { readonly text: string; readonly start: number } {
  const figures = (table: TableKey): Figures =>
    Object.fromEntries(
      [...entry.cells].flatMap(([name, value]) =>
        name.startsWith(`${table}.`) ? [[name.slice(table.length + 1), value]] : [],
      ),
    );
  const { edition, organ, year } = entry;
  const [disclosure, applications, disputes] = TABLES.map(figures) as [Figures, Figures, Figures];
  const given = facts({ edition, year, disclosure, applications, disputes });
  let text = `${organ}${year}年政府信息公开工作年度报告\n`;
  let start = 0;
  for (const { key, number, title, table } of SECTIONS) {
    text += `\n${number}、${title}\n`;
    if (NEUTRAL[key]) text += `${NEUTRAL[key]}\n\n`;
    if (key === entry.section) {
      start = text.length;
      text += `${entry.prose}\n`;
    }
    if (table) text += `\n${writeTable(given, table)}\n`;
  }
  return { text, start };
}
