// Answers `initialize`, which needs next to nothing. The rest of the server, with the core in it, is loaded behind that
// answer (scripts/build.mjs keeps it in a file of its own for Node), and before any other message is handled.

import type { Connection, ConnectionOptions, InitializeParams } from "vscode-languageserver";
import { capabilitiesFor } from "./capabilities";
import type { ConfigFinder } from "./configs";
import { serve } from "./serving";

/** What differs between Node and a web worker. */
export interface Runtime {
  /** Runs `task` in the next turn, in which the library may handle another message. */
  readonly soon: (task: () => void) => void;
  /** For files; null where the runtime has none. */
  readonly findConfig: ConfigFinder | null;
  /** As `Abilities.rulePages`, for clients that do not say; null where the pages are not with the server. */
  readonly rulePages: string | null;
}

/** Serves on the connection that `connect` makes with the given options, until it closes. */
export function startServer(connect: (options: ConnectionOptions) => Connection, runtime: Runtime): void {
  let begun: InitializeParams | null = null;
  let serves = false;
  const load = () => {
    if (!begun || serves) return;
    serves = true;
    serve(connection, runtime, begun);
  };
  const connection = connect({
    messageStrategy: {
      handleMessage: (message, next) => {
        // What comes right behind `initialize` finds who handles it.
        load();
        return next(message);
      },
    },
  });
  connection.onInitialize((params) => {
    begun = params;
    // The library writes the answer the next time that nothing is at hand, so that loading has to wait once more.
    runtime.soon(() => runtime.soon(load));
    return { serverInfo: { name: "gouji" }, capabilities: capabilitiesFor(params) };
  });
  connection.listen();
}
