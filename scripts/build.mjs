// Builds the bundles of the extension (client and server, Node and browser) and the command line into dist/.
// `node scripts/build.mjs [--watch] [--out FOLDER] [--only client,server,cli]`

import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { apart, callsOf } from "./apart.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({
  options: { watch: { type: "boolean" }, out: { type: "string" }, only: { type: "string" } },
});
const { watch = false } = values;
const outdir = values.out ?? join(root, "dist");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  outdir,
};

/** @type {import("esbuild").BuildOptions} */
const node = {
  ...shared,
  platform: "node",
  format: "cjs",
  target: "node20",
  // jsonc-parser's UMD asks for its parts at run time, where there are none.
  mainFields: ["module", "main"],
};
/** @type {import("esbuild").BuildOptions} */
const browser = { ...shared, platform: "browser", target: "es2022" };

/** What most drafts do not need of the packages, read from files beside the bundles when it is first called. */
const onCall = {
  htmlparser2: { file: "./html.js", names: ["Parser"] },
  "jsonc-parser": { file: "./json.js", names: ["applyEdits", "findNodeAtLocation", "modify", "parseTree"] },
  "get-east-asian-width": { file: "./width.js", names: ["eastAsianWidth"] },
};
/** The same of Node's own modules that it does not load by itself. */
const onCallOfNode = {
  "node:crypto": { file: "node:crypto", names: ["createHash", "randomUUID"] },
  crypto: { file: "node:crypto", names: ["randomBytes"] },
  child_process: { file: "node:child_process", names: ["fork", "spawnSync"] },
};

/**
 * The server for Node: what answers `initialize`, all the rest, and the library, which both need to have the classes of.
 * @param {string} entry the output that starts it
 * @param {string} folder
 * @returns {import("esbuild").BuildOptions[]}
 */
function nodeServer(entry, folder) {
  return [
    {
      ...node,
      entryPoints: {
        [entry]: "server/src/server/node/start.ts",
        [`${folder}/serving`]: "server/src/server/serving.ts",
      },
      plugins: [
        apart({
          onCall: { ...onCall, "./serving": { file: "./serving.js", names: ["serve"] } },
          at: {
            "vscode-languageserver": "./protocol.js",
            "vscode-languageserver/node": "./protocol.js",
          },
        }),
      ],
    },
    {
      ...node,
      entryPoints: { [`${folder}/protocol`]: "vscode-languageserver/node" },
      plugins: [apart({ onCall: onCallOfNode })],
    },
  ];
}

const builds = {
  client: [
    { ...node, entryPoints: { "client/node": "client/src/extension.ts" }, external: ["vscode"] },
    {
      ...browser,
      format: "cjs",
      entryPoints: { "client/browser": "client/src/browser.ts" },
      external: ["vscode"],
    },
  ],
  server: [
    ...nodeServer("server/node", "server"),
    { ...node, entryPoints: callsOf("server", onCall), plugins: [apart({ onCall })] },
    { ...browser, format: "iife", entryPoints: { "server/browser": "server/src/server/browser/main.ts" } },
  ],
  cli: [
    {
      ...node,
      entryPoints: {
        "cli/gouji": "server/src/cli/main.ts",
        "cli/iconv": "iconv-lite",
        "cli/glob": "tinyglobby",
        "cli/workers": "server/src/cli/workers.ts",
        "cli/worker": "server/src/cli/worker.ts",
        ...callsOf("cli", onCall),
      },
      plugins: [
        apart({
          onCall: { ...onCall, ...onCallOfNode },
          onImport: {
            "iconv-lite": "./iconv.js",
            tinyglobby: "./glob.js",
            "./workers": "./workers.js",
            "../server/node/start": "./lsp.js",
          },
        }),
      ],
      // As require: the loader of modules is one more thing to start.
      supported: { "dynamic-import": false },
      // tinyglobby's fdir asks for import.meta.url, which CommonJS does not have.
      define: { "import.meta.url": "importMetaUrl" },
      banner: {
        js: '#!/usr/bin/env node\nconst importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
      },
    },
    // The npm package has no other copy of the server.
    ...nodeServer("cli/lsp", "cli"),
    // What tinypool starts its threads with, where it looks for it.
    { ...node, entryPoints: { "cli/entry/worker": "node_modules/tinypool/dist/entry/worker.js" } },
  ],
};

const names = values.only?.split(",") ?? Object.keys(builds);
const asked = names.flatMap((name) => builds[name]);
if (!values.only) rmSync(outdir, { recursive: true, force: true });
if (watch) for (const build of asked) await (await esbuild.context(build)).watch();
else await Promise.all(asked.map((build) => esbuild.build(build)));
