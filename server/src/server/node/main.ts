// The language server in Node: for VS Code's desktop and remote extension hosts (IPC), and for any client over stdio.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../startServer";
import { findConfig } from "./findConfig";

/** Serves on the transport that the process's arguments name: `--node-ipc`, `--stdio`, `--socket=PORT`. */
export function runServer(): void {
  startServer((options) => createConnection(ProposedFeatures.all, options), {
    soon: (task) => void setImmediate(task),
    findConfig,
    rulePages: rulePages(),
  });
}

/** The project's folder, two above the bundles, where the rules' pages are packed with them. */
function rulePages(): string | null {
  const folder = join(__dirname, "../..");
  return existsSync(join(folder, "docs/rules")) ? `${pathToFileURL(folder).href}/` : null;
}
