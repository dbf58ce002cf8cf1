// An esbuild plugin that keeps what only some runs need out of a bundle, in files beside it: esbuild splits no CommonJS.
// The sources know nothing of it, and the browser's bundles do without.

/** Prefix of the entry points that hold no more of a package than is called. */
const ENTRY = "called:";

/**
 * `onCall` names modules of which only functions and classes are used: these are there at once, and read their file when
 * first called. `onImport` maps modules to the files that take their place in `import()`, `at` in any import.
 * @param {{ onCall?: Record<string, { file: string, names: string[] }>, onImport?: Record<string, string>, at?: Record<string, string> }} files
 * @returns {import("esbuild").Plugin}
 */
export function apart({ onCall = {}, onImport = {}, at = {} }) {
  return {
    name: "apart",
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, kind, namespace }) => {
        if (path.startsWith(ENTRY)) return { path: path.slice(ENTRY.length), namespace: "called" };
        if (namespace === "apart") return { path, external: true };
        if (namespace === "called" || kind === "entry-point") return null;
        const file = at[path] ?? (kind === "dynamic-import" ? onImport[path] : undefined);
        if (file) return { path: file, external: true };
        return onCall[path] ? { path, namespace: "apart" } : null;
      });
      build.onLoad({ filter: /./, namespace: "apart" }, ({ path }) => ({ contents: callers(onCall[path]) }));
      build.onLoad({ filter: /./, namespace: "called" }, ({ path }) => ({
        contents: `export { ${onCall[path].names} } from ${JSON.stringify(path)};`,
        resolveDir: build.initialOptions.absWorkingDir,
      }));
    },
  };
}

/**
 * The entry points for the files of `onCall`, in a folder of the output.
 * @param {string} folder
 * @param {Record<string, { file: string }>} onCall
 */
export function callsOf(folder, onCall) {
  const entries = Object.entries(onCall).map(([path, { file }]) => [
    `${folder}/${file.slice("./".length, -".js".length)}`,
    ENTRY + path,
  ]);
  return Object.fromEntries(entries);
}

function callers({ file, names }) {
  const own = names.map(
    (name) =>
      `export function ${name}(...given) { return new.target ? new (real().${name})(...given) : real().${name}(...given); }`,
  );
  return `let read; const real = () => read ??= require(${JSON.stringify(file)});\n${own.join("\n")}`;
}
