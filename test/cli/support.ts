// Runs the command line in the tests: as a real process, or in this one, which is faster.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "../../server/src/cli/run";
import type { Locale } from "../../server/src/core";

export const ROOT = process.cwd();
const MAIN = resolve(ROOT, "server/src/cli/main.ts");
const TSX = pathToFileURL(createRequire(join(ROOT, "package.json")).resolve("tsx")).href;

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** The arguments with which node runs the command line from its sources. */
export const NODE_ARGUMENTS: readonly string[] = ["--import", TSX, MAIN];

/** The environment without what would colour the output. */
export function plainEnvironment(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  return { ...rest, ...env };
}

/** Runs `gouji` as a process of its own. */
export function spawned(args: readonly string[], { cwd = ROOT, input = "", env }: Options = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...NODE_ARGUMENTS, ...args], {
    cwd,
    input,
    env: plainEnvironment(env),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Runs `gouji` in this process, with nothing of a terminal but its width. */
export async function gouji(
  args: readonly string[],
  input: string | Uint8Array = "",
  columns?: number,
  locale: Locale = "zh-CN",
): Promise<Outcome> {
  let [stdout, stderr] = ["", ""];
  const status = await run(args, {
    input: async function* () {
      yield Buffer.from(input);
    },
    print: (text) => {
      stdout += text;
    },
    complain: (line) => {
      stderr += `${line}\n`;
    },
    colour: false,
    columns,
    locale,
  });
  return { status, stdout, stderr };
}

/** A new empty folder that goes away when the test process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gouji-cli-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a new folder and gives its path. */
export function newFile(content: string | Uint8Array, name = "draft.txt"): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

export interface JsonPosition {
  readonly line: number;
  readonly character: number;
}
export interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}
export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: JsonRange;
  readonly report: number;
  readonly cells?: readonly string[];
  readonly expected?: number;
  readonly actual?: number;
  readonly cause?: number;
  readonly suspects?: readonly { readonly cell: string; readonly value: number; readonly score: number }[];
  readonly related: readonly { readonly range: JsonRange; readonly message: string }[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
  }[];
}
export interface JsonReport {
  readonly title: string | null;
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: string | null;
  readonly range: JsonRange;
}
export interface CheckJson {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly reports: readonly JsonReport[];
    readonly findings: readonly JsonFinding[];
    readonly error?: string;
  }[];
  readonly summary: Readonly<Record<string, number>>;
}
export interface JsonCell {
  readonly value: number | null;
  readonly text: string;
  readonly range: JsonRange;
  readonly uncertain?: boolean;
}
export interface ExtractJson {
  readonly version: number;
  readonly reports: readonly (JsonReport & {
    readonly sections: readonly {
      readonly key: string;
      readonly heading: string;
      readonly range: JsonRange;
    }[];
    readonly tables: Readonly<
      Record<
        string,
        {
          readonly layout: string;
          readonly range: JsonRange;
          readonly cells: Readonly<Record<string, JsonCell>>;
        }
      >
    >;
    readonly claims: readonly {
      readonly text: string;
      readonly value: number;
      readonly unit: string;
      readonly approximate: boolean;
      readonly cell?: string;
      readonly cells?: readonly string[];
      readonly range: JsonRange;
    }[];
  })[];
}

/** What `gouji check --format json` says. */
export async function checkJson(args: readonly string[], input = ""): Promise<CheckJson> {
  return JSON.parse((await gouji(["check", "--format", "json", ...args], input)).stdout) as CheckJson;
}

/** What `gouji extract` says. */
export async function extractJson(path: string, input = ""): Promise<ExtractJson> {
  return JSON.parse((await gouji(["extract", path], input)).stdout) as ExtractJson;
}

/** The text in a range of `text`, whose lines end with LF or CRLF. */
export function textIn(text: string, { start, end }: JsonRange): string {
  const lines = text.split(/\r?\n/);
  if (start.line === end.line) return lines[start.line]!.slice(start.character, end.character);
  const middle = lines.slice(start.line + 1, end.line);
  return [
    lines[start.line]!.slice(start.character),
    ...middle,
    lines[end.line]!.slice(0, end.character),
  ].join("\n");
}
