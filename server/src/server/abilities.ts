// What the client can do, from what it says of itself when it starts.

import type { InitializeParams } from "vscode-languageserver";

export interface Abilities {
  /** Asks for diagnostics, and asks anew when told to. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly tellsFolders: boolean;
  readonly versionedEdits: boolean;
  /** Edits may make a file. */
  readonly createsFiles: boolean;
  /** Asks for a code action's edit when the action is chosen. */
  readonly resolvesEdits: boolean;
  readonly snippets: boolean;
  readonly nestedSymbols: boolean;
  /** The rest is only in `initializationOptions`: `tellChecked`. */
  readonly hearsChecked: boolean;
  /** `findsConfig`: answers the request `gouji/findConfig`. */
  readonly findsConfig: boolean;
  /** `commands`: those of Gouji's that the client has, to be named by code actions. */
  readonly commands: ReadonlySet<string>;
  /** `rulePages`: the URI that the rules' pages are relative to, ending in `/`. */
  readonly rulePages: string | null;
}

/** Reads the abilities; what the client does not say, or says wrongly, it cannot do. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { workspace, textDocument } = capabilities;
  const options: Record<string, unknown> =
    typeof initializationOptions === "object" && initializationOptions !== null ? initializationOptions : {};
  const { commands, rulePages } = options;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hearsChecked: options.tellChecked === true,
    findsConfig: options.findsConfig === true,
    commands: new Set(Array.isArray(commands) ? commands.map(String) : []),
    rulePages: typeof rulePages === "string" ? rulePages : null,
  };
}
