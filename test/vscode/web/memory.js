// An extension of the web tests: one folder of files in memory, as a repository is on vscode.dev. It takes the files
// from the server of web.mjs; what is written stays in the page.
const { EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } = require("vscode");

const changed = new EventEmitter();

exports.activate = async (context) => {
  const list = Uri.joinPath(context.extensionUri, "../files.json").toString(true);
  const encoder = new TextEncoder();
  const texts = await (await fetch(list)).json();
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)]));
  context.subscriptions.push(workspace.registerFileSystemProvider("memory", provider(files)));
};

function provider(files) {
  const nameOf = (uri) => uri.path.split("/").slice(2).join("/"); // memory:/folder/name
  const contentOf = (uri) => {
    const content = files.get(nameOf(uri));
    if (content) return content;
    throw FileSystemError.FileNotFound(uri);
  };
  const readOnly = () => {
    throw FileSystemError.NoPermissions("files are only read and written here");
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: (uri) =>
      nameOf(uri) === ""
        ? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: FileType.File, ctime: 0, mtime: 0, size: contentOf(uri).length },
    readDirectory: () => [...files.keys()].map((name) => [name, FileType.File]),
    readFile: contentOf,
    writeFile: (uri, content) => {
      files.set(nameOf(uri), content);
      changed.fire([{ type: FileChangeType.Changed, uri }]);
    },
    createDirectory: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
}
