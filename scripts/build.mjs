// Builds the four bundles of the extension (client and server, Node and browser) and the command line into dist/.
// `node scripts/build.mjs [--watch] [--out FOLDER]`

import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({ options: { watch: { type: "boolean" }, out: { type: "string" } } });
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

/**
 * What only some runs of the command line need stands in files of its own, which it reads when they ask for it.
 * @type {import("esbuild").Plugin}
 */
const apart = {
  name: "apart",
  setup(build) {
    const files = {
      "iconv-lite": "./iconv.js",
      tinyglobby: "./glob.js",
      "./workers": "./workers.js",
      "../server/node/start": "./lsp.js",
    };
    build.onResolve({ filter: /./ }, ({ path, kind }) => {
      const file = kind === "dynamic-import" && files[path];
      return file ? { path: file, external: true } : null;
    });
  },
};

const builds = [
  {
    ...node,
    entryPoints: { "client/node": "client/src/extension.ts" },
    external: ["vscode"],
    outdir,
  },
  { ...node, entryPoints: { "server/node": "server/src/server/node/start.ts" }, outdir },
  {
    ...node,
    entryPoints: {
      "cli/gouji": "server/src/cli/main.ts",
      "cli/iconv": "iconv-lite",
      "cli/glob": "tinyglobby",
      "cli/lsp": "server/src/server/node/start.ts",
      "cli/workers": "server/src/cli/workers.ts",
      "cli/worker": "server/src/cli/worker.ts",
    },
    outdir,
    plugins: [apart],
    // As require: the loader of modules is one more thing to start.
    supported: { "dynamic-import": false },
    // tinyglobby's fdir asks for import.meta.url, which CommonJS does not have.
    define: { "import.meta.url": "importMetaUrl" },
    banner: {
      js: '#!/usr/bin/env node\nconst importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
    },
  },
  // What tinypool starts its threads with, where it looks for it.
  {
    ...node,
    entryPoints: { "cli/entry/worker": "node_modules/tinypool/dist/entry/worker.js" },
    outdir,
  },
  {
    ...browser,
    format: "cjs",
    entryPoints: { "client/browser": "client/src/browser.ts" },
    external: ["vscode"],
    outdir,
  },
  {
    ...browser,
    format: "iife",
    entryPoints: { "server/browser": "server/src/server/browser/main.ts" },
    outdir,
  },
];

rmSync(outdir, { recursive: true, force: true });
if (watch) for (const build of builds) await (await esbuild.context(build)).watch();
else await Promise.all(builds.map((build) => esbuild.build(build)));
