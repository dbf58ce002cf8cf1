// What people read: each finding with its place, the line of the draft and a squiggle under the place, and a summary.

import { styleText } from "node:util";
import {
  type Analysis,
  causeNotice,
  diagnosisOf,
  type Finding,
  fixesOf,
  LineIndex,
  type Locale,
  render,
  type Severity,
} from "../core";
import type { FileResult } from "./checking";
import { excerpt } from "./excerpt";
import type { Reporter, Summary } from "./reporters";
import { type Terminal, visible } from "./terminal";
import { type Words, wordsIn } from "./words";

type Style = Parameters<typeof styleText>[0];

const COLOURS: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
  hint: "gray",
};
const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];
/** Columns where output goes to no window; no window is taken to be narrower than the least. */
const USUAL_COLUMNS = 100;
const LEAST_COLUMNS = 40;
/** More related places than this are only counted. */
const MOST_RELATED = 3;

/** Prints findings for people, in colour where the terminal shows it. */
export function prettyReporter(terminal: Terminal): Reporter<string> {
  const printer = new Printer(terminal);
  return {
    begin: () => undefined,
    file: (result) => printer.file(result),
    add: (part) => terminal.print(part),
    end: (summary) => printer.summary(summary),
  };
}

class Printer {
  private locale: Locale;
  private words: Words;

  constructor(private readonly terminal: Terminal) {
    this.locale = terminal.locale;
    this.words = wordsIn(this.locale);
  }

  file({ path, analysis, locale }: FileResult): string {
    if (!analysis) return "";
    this.speak(locale);
    const lines = new LineIndex(analysis.draft.text);
    return analysis.findings.map((finding) => this.finding(visible(path), analysis, finding, lines)).join("");
  }

  summary({ files, counts, failed, fixed, ignored, locale, exceeded, recorded }: Summary): void {
    this.speak(locale);
    const { words } = this;
    const found = SEVERITIES.filter((severity) => counts[severity] > 0);
    const parts = found.map((severity) => words.count(severity, counts[severity]));
    const checked = files - failed;
    const sentences = [];
    if (fixed > 0) sentences.push(words.fixed(fixed));
    if (recorded && recorded.count > 0 && !recorded.written) parts.push(words.problems(recorded.count));
    if (recorded && recorded.count > 0 && recorded.written) {
      sentences.push(words.recorded(checked, recorded.count, visible(recorded.file)));
    } else if (checked > 0 || parts.length > 0) sentences.push(words.summary(checked, parts));
    else if (failed === 0) sentences.push(words.noneFound);
    if (ignored > 0) sentences.push(words.ignored(ignored));
    if (exceeded !== null) sentences.push(words.tooManyWarnings(exceeded));
    if (failed > 0) sentences.push(words.failed(failed));
    const [worst] = found;
    const style: Style = failed > 0 ? "red" : worst ? COLOURS[worst] : "green";
    this.terminal.print(`${this.paint(["bold", ...[style].flat()], sentences.join(""))}\n`);
  }

  /** Uses a language from now on: files may have different ones. */
  private speak(locale: Locale): void {
    this.locale = locale;
    this.words = wordsIn(locale);
  }

  private finding(path: string, analysis: Analysis, finding: Finding, lines: LineIndex): string {
    const { locale } = this;
    const { columns = USUAL_COLUMNS } = this.terminal;
    const { rule, severity, message, span } = finding;
    const { line, character } = lines.positionAt(span.start);
    const at = lines.lineAt(line);
    const number = String(line + 1);
    const room = Math.max(columns, LEAST_COLUMNS) - number.length - 4;
    const source = analysis.draft.text.slice(at.start, at.end);
    const { text, marker } = excerpt(source, character, span.end - at.start, room);
    const head = [
      this.paint("bold", `${path}:${number}:${character + 1}`),
      this.paint(COLOURS[severity], this.words.severity[severity]),
      visible(render(message, locale)),
      this.paint("dim", rule),
    ];
    const margin = " ".repeat(number.length + 1);
    const bar = this.paint("dim", "|");
    const rows = [
      head.join("  "),
      ` ${this.paint("dim", number)} ${bar} ${text}`.trimEnd(),
      ` ${margin}${bar} ${this.paint(COLOURS[severity], marker)}`,
    ];
    const notes = [
      this.related(finding, lines),
      this.cause(analysis, finding, lines),
      this.fix(analysis, finding),
    ];
    for (const note of notes) {
      if (note) rows.push(` ${margin}${this.paint("dim", "=")} ${visible(note)}`);
    }
    return `${rows.join("\n")}\n\n`;
  }

  private related({ related = [] }: Finding, lines: LineIndex): string | null {
    if (related.length === 0) return null;
    const places = related.slice(0, MOST_RELATED).map(({ span, message }) => {
      const { line, character } = lines.positionAt(span.start);
      return `${line + 1}:${character + 1} ${render(message, this.locale)}`;
    });
    return this.words.related(places, related.length);
  }

  /** Which cell is likely wrong, with the first of the findings that it explains; with the others where that stands. */
  private cause(analysis: Analysis, finding: Finding, lines: LineIndex): string | null {
    const diagnosis = diagnosisOf(analysis, finding);
    if (!diagnosis || diagnosis.findings.length < 2) return null;
    const notice = causeNotice(analysis, diagnosis);
    if (!notice) return null;
    if (diagnosis.findings[0] !== finding) {
      const { line, character } = lines.positionAt(diagnosis.findings[0]!.span.start);
      return this.words.sameCause(`${line + 1}:${character + 1}`);
    }
    return notice.messages.map((message) => render(message, this.locale)).join("");
  }

  private fix(analysis: Analysis, finding: Finding): string | null {
    const fixes = fixesOf(analysis, finding);
    const [best] = fixes;
    if (!best) return null;
    const title = render(best.title, this.locale);
    return best.safety === "safe" ? this.words.safeFix(title) : this.words.fix(title, fixes.length - 1);
  }

  private paint(style: Style, text: string): string {
    // Whether to colour is decided already; later versions of Node would decide again.
    return this.terminal.colour ? styleText(style, text, { validateStream: false }) : text;
  }
}
