// Reads the command line into a command with its options; says in one line what it cannot accept.

import { parseArgs } from "node:util";
import { isRuleCode, type Locale, type Severity } from "../core";
import { type Words, wordsIn } from "./words";

export const FORMATS = ["pretty", "concise", "json", "sarif", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  /** Files, globs, directories and `-`, as given; the current directory where none is. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  /** How many warnings may stand; null for any number. */
  readonly maxWarnings: number | null;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** The name under which standard input is shown; null for `-`. */
  readonly stdinName: string | null;
  /** The gouji.json to use for all drafts; null for the one nearest to each. */
  readonly config: string | null;
  /** The file with the findings that are known, and whether to write it anew. */
  readonly baseline: string | null;
  readonly updateBaseline: boolean;
  /** How many files are checked at once; null for as many as there are cores. */
  readonly jobs: number | null;
}

export type Command =
  | { readonly name: "check"; readonly options: CheckOptions }
  | { readonly name: "extract"; readonly path: string }
  | { readonly name: "format"; readonly paths: readonly string[]; readonly check: boolean }
  | { readonly name: "rules"; readonly json: boolean }
  | { readonly name: "lsp" | "version" | "help" };

/** What is wrong with the command line, as one sentence for the user. */
export class UsageError extends Error {}

const CHECK_OPTIONS = {
  format: { type: "string" },
  fix: { type: "boolean" },
  "max-warnings": { type: "string" },
  rule: { type: "string", multiple: true },
  "stdin-filename": { type: "string" },
  config: { type: "string" },
  baseline: { type: "string" },
  "update-baseline": { type: "boolean" },
  jobs: { type: "string" },
} as const;
const NOT_YET_COMMANDS = ["convert", "new"];
const SEVERITIES: readonly string[] = ["error", "warning", "info", "hint", "off"];

/** The command that the arguments (without node and script) ask for. Throws `UsageError`. */
export function readArguments(args: readonly string[], locale: Locale): Command {
  const words = wordsIn(locale);
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(words.noCommand);
  if (["help", "--help", "-h"].includes(name)) return { name: "help" };
  if (["--version", "-v"].includes(name)) return { name: "version" };
  if (NOT_YET_COMMANDS.includes(name)) throw new UsageError(words.notYet(`gouji ${name}`));
  const end = rest.indexOf("--");
  const asks = end < 0 ? rest : rest.slice(0, end);
  if (asks.includes("--help") || asks.includes("-h")) return { name: "help" };
  try {
    switch (name) {
      case "check":
        return { name, options: readCheck(rest, words) };
      case "extract":
        return { name, path: readExtract(rest, words) };
      case "format": {
        const { values, positionals } = parseArgs({
          args: rest,
          options: { check: { type: "boolean" } },
          allowPositionals: true,
        });
        if (positionals.length === 0) throw new UsageError(words.formatNoFile);
        if (positionals.includes("")) throw new UsageError(words.emptyPath);
        return { name, paths: positionals, check: values.check === true };
      }
      case "rules": {
        const { values } = parseArgs({ args: rest, options: { json: { type: "boolean" } } });
        return { name, json: values.json === true };
      }
      case "lsp": {
        const { values } = parseArgs({ args: rest, options: { stdio: { type: "boolean" } } });
        if (!values.stdio) throw new UsageError(words.lspNeedsStdio);
        return { name };
      }
      default:
        throw new UsageError(words.unknownCommand(name));
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(sentenceFor(error, rest, words));
  }
}

function readCheck(args: string[], words: Words): CheckOptions {
  const { values, positionals } = parseArgs({ args, options: CHECK_OPTIONS, allowPositionals: true });
  const paths = positionals.length > 0 ? positionals : ["."];
  const fix = values.fix === true;
  const { baseline, config } = values;
  if ([...paths, values["stdin-filename"], config, baseline].includes("")) {
    throw new UsageError(words.emptyPath);
  }
  if (values["update-baseline"] && baseline === undefined) throw new UsageError(words.updateWithoutBaseline);
  if (fix && paths.includes("-")) throw new UsageError(words.fixOfStdin);
  if (values["stdin-filename"] !== undefined && !paths.includes("-")) {
    throw new UsageError(words.stdinNameWithoutStdin);
  }
  return {
    paths,
    format: readFormat(values.format, words),
    fix,
    maxWarnings: readMaximum(values["max-warnings"], words),
    severities: readSeverities(values.rule ?? [], words),
    stdinName: values["stdin-filename"] ?? null,
    config: values.config ?? null,
    baseline: values.baseline ?? null,
    updateBaseline: values["update-baseline"] === true,
    jobs: readJobs(values.jobs, words),
  };
}

function readExtract(args: string[], words: Words): string {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [path, ...others] = positionals;
  if (!path || others.length > 0) throw new UsageError(words.extractOneFile);
  return path;
}

function readFormat(format: string | undefined, words: Words): Format {
  const found = FORMATS.find((known) => known === (format ?? "pretty"));
  if (!found) throw new UsageError(words.badFormat(format ?? ""));
  return found;
}

function readMaximum(value: string | undefined, words: Words): number | null {
  if (value === undefined) return null;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(words.badMaximum(value));
  return Number(value);
}

function readJobs(value: string | undefined, words: Words): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new UsageError(words.badJobs(value));
  return Number(value);
}

function readSeverities(settings: readonly string[], words: Words): Record<string, Severity | "off"> {
  const severities: Record<string, Severity | "off"> = {};
  for (const setting of settings) {
    const at = setting.indexOf("=");
    const code = setting.slice(0, at);
    const severity = setting.slice(at + 1);
    if (at < 0 || !isSeverity(severity)) throw new UsageError(words.badRule(setting));
    if (!isRuleCode(code)) throw new UsageError(words.unknownRule(code));
    severities[code] = severity;
  }
  return severities;
}

function isSeverity(word: string): word is Severity | "off" {
  return SEVERITIES.includes(word);
}

/** The sentence for an error of node's parseArgs, whose own sentences are long and English. */
function sentenceFor(error: unknown, args: readonly string[], words: Words): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : null;
  const named = /'(?:-\w, )?(-{1,2}[^\s'=]+)/.exec(error.message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return words.unknownOption(named);
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    // A value that begins with a dash is taken for an option; that of a maximum is a number below 0.
    const value = args[args.indexOf(named) + 1] ?? "";
    if (named === "--max-warnings" && /^-\d/.test(value)) return words.badMaximum(value);
    if (named === "--jobs" && /^-\d/.test(value)) return words.badJobs(value);
    return /does not take/.test(error.message) ? words.needlessValue(named) : words.missingValue(named);
  }
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") {
    return words.needlessArgument(/'([^']*)'/.exec(error.message)?.[1] ?? "");
  }
  throw error;
}
