// Runs one command of the command line. No command throws: what goes wrong is said on standard error.

import { version } from "../../../package.json";
import { type Command, readArguments, UsageError } from "./arguments";
import { check } from "./check";
import { extract } from "./extract";
import { format } from "./format";
import { listRules } from "./rules";
import type { Terminal } from "./terminal";
import { HELP, wordsIn } from "./words";

/** 0: no errors; 1: findings; 2: Gouji could not do its work. */
export type ExitStatus = 0 | 1 | 2;

/** Runs the command that `args` (without node and script) ask for; gives the exit status, never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    return await runCommand(readArguments(args, terminal.locale), terminal);
  } catch (error) {
    const known = error instanceof UsageError;
    terminal.complain(known ? error.message : wordsIn(terminal.locale).internal(String(error)));
    return 2;
  }
}

async function runCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  switch (command.name) {
    case "check":
      return check(command.options, terminal);
    case "extract":
      return extract(command.path, terminal);
    case "format":
      return format(command.paths, command.check, terminal);
    case "lsp": {
      await import("../server/node/start");
      return 0;
    }
    case "rules":
      return listRules(command.json, terminal);
    case "version":
      terminal.print(`${version}\n`);
      return 0;
    case "help":
      terminal.print(HELP);
      return 0;
  }
}
