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
  // All at once: on a shared drive each look takes its time.
  const texts = await Promise.all(
    foldersAbove(path).map(async (folder) => ({
      folder,
      text: await readFile(join(folder, CONFIG_NAME), "utf8").catch(() => null),
    })),
  );
  for (const { folder, text } of texts) {
    if (text === null) continue;
    const document = relative(folder, path).replaceAll(sep, "/");
    const file = join(folder, CONFIG_NAME);
    return { uri: pathToFileURL(file).href, text: text.replace(/^\ufeff/, ""), document };
  }
  return null;
}

/** The folders that a file is in, the nearest first. */
function foldersAbove(path: string): string[] {
  const folders = [dirname(path)];
  for (;;) {
    const above = dirname(folders.at(-1)!);
    if (above === folders.at(-1)) return folders;
    folders.push(above);
  }
}
