// What the commands may touch of the process: its streams, and what they can show. Tests give their own.

import type { Locale } from "../core";
import { wordsIn } from "./words";

export interface Terminal {
  /** Standard input, read once at most. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Writes text in UTF-8, or bytes, to standard output, as they stand. */
  readonly print: (text: string | Uint8Array) => void;
  /** Writes one line to standard error, with the program's name before it. */
  readonly complain: (line: string) => void;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  /** The columns of the window; undefined where output is no window. */
  readonly columns: number | undefined;
  readonly locale: Locale;
}

/** The process's own streams. A reader that goes away (`| head`) ends the output quietly, not the work. */
export function processTerminal(): Terminal {
  const complain = complainerTo(process.stderr);
  const locale = "zh-CN";
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    complain(wordsIn(locale).outputFailed(error.code ?? error.message));
    process.exit(2);
  });
  return {
    input: () => process.stdin,
    print: (text) => {
      if (text.length > 0 && process.stdout.writable) process.stdout.write(text);
    },
    complain,
    colour: hasColour(process.env, process.stdout.isTTY === true),
    columns: process.stdout.columns,
    locale,
  };
}

function complainerTo(stream: NodeJS.WriteStream): (line: string) => void {
  return (line) => stream.write(`gouji: ${visible(line)}\n`);
}

/** Whether to colour: FORCE_COLOR, else NO_COLOR (https://no-color.org), else on a terminal that can. */
export function hasColour(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== "0" && force !== "false";
  return terminal && !env.NO_COLOR && env.TERM !== "dumb";
}

/** A text on one line and without control characters, so that a draft cannot steer the terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
