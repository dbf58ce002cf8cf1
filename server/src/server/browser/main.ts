// The language server in a web worker, for VS Code in the browser.

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { startServer } from "../startServer";

/** What a worker's global scope has that the messages need. */
interface WorkerScope {
  setTimeout(task: () => void, milliseconds: number): number;
  clearTimeout(handle: number): void;
}

const scope = globalThis as unknown as WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];
const reader = new BrowserMessageReader(scope);
const writer = new BrowserMessageWriter(scope);

startServer((options) => createConnection(ProposedFeatures.all, reader, writer, options), {
  soon: (task) => void scope.setTimeout(task, 0),
  // A worker has no files of its own to look through.
  findConfig: null,
  rulePages: null,
});
