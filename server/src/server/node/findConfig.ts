// Finds the gouji.json nearest above a document on disk.

import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CONFIG_NAME } from "../../config/name";
import type { FoundConfig } from "../configs";

/** The nearest gouji.json that can be read; null for documents that are no files, and where there is none. */
export async function findConfig(uri: string): Promise<FoundConfig | null> {
  if (!uri.startsWith("file:")) return null;
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    // A URI of another system, such as a Windows path that lacks its drive.
    return null;
  }
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_NAME);
    const text = await readFile(file, "utf8").catch(() => null);
    if (text !== null) {
      const document = relative(folder, path).replaceAll(sep, "/");
      return { uri: pathToFileURL(file).href, text: text.replace(/^\ufeff/, ""), document };
    }
    if (dirname(folder) === folder) return null;
  }
}
