// Tokenises a text with the grammar as VS Code does, and gives back what a reader sees: stretches of text by scope.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IGrammar, StateStack } from "vscode-textmate";

// Both packages are UMD bundles, whose named exports an ES module does not see.
const require = createRequire(import.meta.url);
const textmate = require("vscode-textmate") as typeof import("vscode-textmate");
const oniguruma = require("vscode-oniguruma") as typeof import("vscode-oniguruma");

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const grammarPath = join(root, "syntaxes/ogi-report.tmLanguage.json");
export const initial: StateStack = textmate.INITIAL;

const ready = oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));

/** Throws if a regular expression does not compile in the engine that VS Code uses. */
export async function compile(regex: string): Promise<void> {
  await ready;
  new oniguruma.OnigScanner([regex]).findNextMatchSync("", 0);
}

/** The grammar, without any other that it could embed. */
export async function loadGrammar(): Promise<IGrammar> {
  const registry = new textmate.Registry({
    onigLib: ready.then(() => ({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    })),
    loadGrammar: async (scopeName) =>
      scopeName === "text.ogi-report"
        ? textmate.parseRawGrammar(readFileSync(grammarPath, "utf8"), grammarPath)
        : null,
  });
  return (await registry.loadGrammar("text.ogi-report"))!;
}

/** A piece of one line with all its scopes, without the `.ogi-report` behind them. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The pieces of a text in order. */
export function tokenise(grammar: IGrammar, text: string): Piece[] {
  let state = initial;
  return text.split(/\r?\n/).flatMap((content, line) => {
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      line,
      text: content.slice(token.startIndex, token.endIndex),
      scopes: token.scopes.map((scope) => scope.replace(/\.ogi-report$/, "")),
    }));
  });
}

/** The unbroken stretches, line by line and trimmed, that stand under `scope` or a scope below it. */
export function stretches(pieces: readonly Piece[], scope: string): string[] {
  const found: string[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const under = piece.scopes.some((name) => name === scope || name.startsWith(`${scope}.`));
    if (under && last && last.line === piece.line) found.push(found.pop()! + piece.text);
    else if (under) found.push(piece.text);
    last = under ? piece : undefined;
  }
  return found.map((text) => text.trim()).filter((text) => text !== "");
}
