// gouji.json: read tolerantly into settings. Pure, and shared by command line and server: they find the file and say
// which day it is. A wrong value is named and left out; everything else applies.

import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { type Ignore, isRuleCode, LineIndex, type Locale, type Severity, type Span } from "../core";

export const SEVERITIES = ["error", "warning", "info", "hint", "off"] as const;
export const LOCALES: readonly Locale[] = ["zh-CN", "en"];

/** An entry of `ignore`. */
export interface ConfigIgnore extends Ignore {
  /** A name or glob relative to the folder of gouji.json; null for all drafts. */
  readonly file: string | null;
  /** The last day on which it silences, as yyyy-mm-dd; null for ever. */
  readonly until: string | null;
  /** The entry in gouji.json. */
  readonly span: Span;
}

/** A value of gouji.json that is left out: where it stands, what is wrong with it and what to write. */
export interface ConfigProblem {
  readonly span: Span;
  readonly words: Readonly<Record<Locale, string>>;
}

export interface Config {
  readonly text: string;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  readonly ignores: readonly ConfigIgnore[];
  readonly locale: Locale | null;
  readonly problems: readonly ConfigProblem[];
  /** Whether it is no JSON or no object, so that not all of it was read. */
  readonly broken: boolean;
}

/** What the text of a gouji.json says. Comments and trailing commas are tolerated; never throws. */
export function readConfig(text: string): Config {
  return new Reader(text).read();
}

class Reader {
  private readonly problems: ConfigProblem[] = [];
  private readonly severities: Record<string, Severity | "off"> = {};
  private readonly ignores: ConfigIgnore[] = [];
  private locale: Locale | null = null;

  constructor(private readonly text: string) {}

  read(): Config {
    const { text, severities, ignores, problems } = this;
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const error of errors.slice(0, 1)) this.complainOfJson(error);
    if (root) this.readRoot(root);
    return {
      text,
      severities,
      ignores,
      locale: this.locale,
      problems,
      broken: errors.length > 0 || root?.type !== "object",
    };
  }

  private complainOfJson({ error, offset, length }: ParseError): void {
    const { line, character } = new LineIndex(this.text).positionAt(offset);
    const [zh, en] = JSON_FAULTS[error] ?? ["写法有误", "bad syntax"];
    this.complain(
      { offset, length },
      `不是正确的 JSON：第 ${line + 1} 行第 ${character + 1} 列${zh}。请改正，此后的内容可能未读到。`,
      `Not valid JSON: ${en} at line ${line + 1}, column ${character + 1}. Correct it; what follows may not have been read.`,
    );
  }

  private readRoot(root: Node): void {
    for (const [key, value] of this.membersOf(root, "gouji.json")) {
      const read = FIELDS[key];
      if (read) read(this, value);
      else {
        const known = Object.keys(FIELDS).slice(1).join("、");
        this.complain(
          value,
          `没有“${key}”这一项，已略去。可用的有 ${known}。`,
          `There is no “${key}”; it is left out. There are ${known.replaceAll("、", ", ")}.`,
        );
      }
    }
  }

  readRules(node: Node): void {
    for (const [code, value] of this.membersOf(node, "rules")) {
      const severity = SEVERITIES.find((known) => known === value.value);
      if (!isRuleCode(code)) {
        this.complain(
          value,
          `rules：没有规则“${code}”，已略去。全部规则见 gouji rules。`,
          `rules: there is no rule “${code}”; it is left out. For all rules: gouji rules.`,
        );
      } else if (!severity) this.complainOfValue(value, `rules › ${code}`, SEVERITIES);
      else this.severities[code] = severity;
    }
  }

  readIgnores(node: Node): void {
    if (node.type !== "array") this.wants(node, "ignore", "数组 […]", "an array […]");
    for (const entry of node.type === "array" ? (node.children ?? []) : []) {
      const before = this.problems.length;
      const ignore = this.readIgnore(entry);
      // An entry that is wrong in part might silence too much: it is left out whole.
      if (this.problems.length === before) this.ignores.push(ignore);
    }
  }

  private readIgnore(entry: Node): ConfigIgnore {
    const found: { [key: string]: string | null } = { file: null, rule: null, reason: null, until: null };
    let cells: string[] = [];
    for (const [key, value] of this.membersOf(entry, "ignore")) {
      const name = `ignore › ${key}`;
      if (key === "cells") cells = this.readStrings(value, name);
      else if (!(key in found)) {
        this.complain(
          value,
          `ignore：没有“${key}”这一项，本条已略去。可用的有 file、rule、cells、reason、until。`,
          `ignore: there is no “${key}”; the entry is left out. There are file, rule, cells, reason, until.`,
        );
      } else if (key === "until" && !isDay(value.value)) {
        this.wants(value, name, "日期，如 2027-01-31", "a day such as 2027-01-31");
      } else found[key] = this.readString(value, name);
    }
    if (entry.type === "object" && found.rule === null) {
      this.complain(
        entry,
        "ignore：本条缺少 rule（规则名），已略去。",
        "ignore: the entry has no rule; it is left out.",
      );
    }
    const { file, rule, reason, until } = found;
    return {
      file: file ?? null,
      rule: rule ?? "",
      cells,
      reason: reason ?? "",
      until: until ?? null,
      span: spanOf(entry),
    };
  }

  readLocale(node: Node): void {
    const locale = LOCALES.find((known) => known === node.value);
    if (locale) this.locale = locale;
    else this.complainOfValue(node, "locale", LOCALES);
  }

  /** A string that is not empty; empty where it is none, which is then a problem. */
  readString(node: Node, name: string): string {
    if (node.type === "string" && node.value !== "") return node.value;
    this.wants(node, name, "非空字符串", "a string that is not empty");
    return "";
  }

  readStrings(node: Node, name: string): string[] {
    if (node.type === "array") return (node.children ?? []).map((child) => this.readString(child, name));
    this.wants(node, name, '数组，如 ["…"]', 'an array such as ["…"]');
    return [];
  }

  private membersOf(node: Node, name: string): [string, Node][] {
    if (node.type !== "object") {
      this.wants(node, name, "对象 {…}", "an object {…}");
      return [];
    }
    return (node.children ?? []).flatMap(({ children = [] }): [string, Node][] => {
      const [key, value] = children;
      return key && value ? [[String(key.value), value]] : [];
    });
  }

  private complainOfValue(node: Node, name: string, allowed: readonly string[]): void {
    this.wants(node, name, ` ${allowed.join("、")} 之一`, `one of ${allowed.join(", ")}`);
  }

  private wants(node: Node, name: string, zh: string, en: string): void {
    const found = this.text.slice(node.offset, node.offset + node.length);
    const shown = found.length > 40 || found.includes("\n") ? `${found.slice(0, 20).split("\n")[0]}…` : found;
    this.complain(
      node,
      `${name}：${shown} 应为${zh}，已略去。`,
      `${name}: ${shown} should be ${en}; it is left out.`,
    );
  }

  private complain(place: { offset: number; length: number }, zh: string, en: string): void {
    this.problems.push({ span: spanOf(place), words: { "zh-CN": zh, en } });
  }
}

/** By jsonc-parser's ParseErrorCode, a const enum that is not there when the program runs. */
const JSON_FAULTS: Readonly<Record<number, readonly [zh: string, en: string]>> = {
  1: ["有不能识别的字符", "unknown symbol"],
  2: ["数字写法有误", "bad number"],
  3: ["应为带引号的名称", "a quoted name is missing"],
  4: ["缺少值", "a value is missing"],
  5: ["缺少冒号", "a colon is missing"],
  6: ["缺少逗号", "a comma is missing"],
  7: ["缺少右花括号 }", "a closing } is missing"],
  8: ["缺少右方括号 ]", "a closing ] is missing"],
  9: ["有多余的内容", "more than one value"],
  11: ["注释没有结束", "a comment has no end"],
  12: ["缺少后引号", "a closing quote is missing"],
  16: ["有不能识别的字符", "unknown character"],
};

/** What gouji.json may hold. `organ`, `previous` and `units` are for rules that are still to come. */
const FIELDS: Readonly<Record<string, (reader: Reader, value: Node) => void>> = {
  $schema: () => undefined,
  rules: (reader, value) => reader.readRules(value),
  ignore: (reader, value) => reader.readIgnores(value),
  locale: (reader, value) => reader.readLocale(value),
  organ: (reader, value) => void reader.readString(value, "organ"),
  previous: (reader, value) => void reader.readString(value, "previous"),
  units: (reader, value) => void reader.readStrings(value, "units"),
};

function spanOf({ offset, length }: { offset: number; length: number }): Span {
  return { start: offset, end: offset + length };
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(value: unknown): boolean {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  return Number(day) >= 1 && Number(day) <= (DAYS[Number(month) - 1] ?? 0);
}
