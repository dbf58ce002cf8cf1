// The `gouji` command: gives the process's arguments and streams to `run` and its exit status to the shell.

import { run } from "./run";
import { processTerminal } from "./terminal";

run(process.argv.slice(2), processTerminal()).then((status) => {
  // Not process.exit: what is still on its way into a pipe must arrive.
  process.exitCode = status;
});
