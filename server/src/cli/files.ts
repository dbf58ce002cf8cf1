// Finds the files that the user means, reads them, and replaces one safely.

import { randomUUID } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { access, chmod, constants, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { Words } from "./words";

/** A draft to check, or what was named and is none. */
export interface Source {
  /** As given; files of a directory have the directory as given before them. `-` is standard input. */
  readonly path: string;
  /** Whether the user named this very file, so that it must be a report. */
  readonly named: boolean;
  /** Why there is nothing to read; null where there is. */
  readonly problem: string | null;
}

/** The kinds of files that are drafts where a directory is named. */
const DRAFTS = "**/*.{txt,md,html,htm,ogi,nianbao}";
/** What reports are kept in that Gouji cannot read. */
const OFFICE = "**/*.{doc,docx,wps,pdf}";
const WITHIN = { ignore: "**/node_modules/**", caseSensitiveMatch: false };
const LARGEST = 64 * 1024 * 1024;

export interface Expanded {
  /** Each once, in the order given; those of one glob by name. */
  readonly sources: readonly Source[];
  /** How many Word and PDF files stand in the directories named. */
  readonly office: number;
}

/** The files that paths, globs and directories name. */
export async function expand(paths: readonly string[], words: Words): Promise<Expanded> {
  const office = new Set<string>();
  const sources = new Map<string, Source>();
  for (const path of paths) {
    for (const file of await officeFilesIn(path)) office.add(file);
    for (const source of await sourcesOf(path, words)) {
      const key = source.path === "-" ? "-" : await realpath(source.path).catch(() => source.path);
      const earlier = sources.get(key);
      if (!earlier) sources.set(key, source);
      else if (source.named && !earlier.named) sources.set(key, { ...earlier, named: true });
    }
  }
  return { sources: [...sources.values()], office: office.size };
}

/** The Word and PDF files in a directory, without Word's own locks; none where the path is no directory. */
async function officeFilesIn(path: string): Promise<string[]> {
  const folder = await realpath(path).catch(() => null);
  if (folder === null || !(await stat(folder)).isDirectory()) return [];
  const { glob } = await import("tinyglobby");
  const found = await glob(OFFICE, { cwd: folder, ...WITHIN, absolute: true });
  return found.filter((file) => !basename(file).startsWith("~$"));
}

async function sourcesOf(path: string, words: Words): Promise<Source[]> {
  if (path === "-") return [{ path, named: true, problem: null }];
  const problem = (sentence: string) => [{ path, named: true, problem: sentence }];
  let folder: boolean;
  try {
    folder = (await stat(path)).isDirectory();
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return problem(reasonOf(error, words));
    const { glob, isDynamicPattern } = await import("tinyglobby");
    if (!isDynamicPattern(path)) return problem(reasonOf(error, words));
    // Brackets and stars in the name of a file that exists are no pattern; hence only now.
    const pattern = process.platform === "win32" ? path.replaceAll("\\", "/") : path;
    const found = await glob(pattern, {
      absolute: isAbsolute(pattern),
      ignore: "**/node_modules/**",
      expandDirectories: false,
    });
    return found.length > 0 ? inOrder(found, "") : problem(words.noMatch);
  }
  if (!folder) return [{ path, named: true, problem: null }];
  const { glob } = await import("tinyglobby");
  const found = await glob(DRAFTS, { cwd: path, ...WITHIN });
  if (found.length === 0) return problem(words.noDrafts);
  return inOrder(found, path === "." ? "" : path.replace(/[\\/]*$/, "/"));
}

function inOrder(found: readonly string[], folder: string): Source[] {
  return [...found].sort().map((path) => ({ path: folder + path, named: false, problem: null }));
}

/** All bytes of a file, or in words why they cannot be read; one that is no regular file, such as a pipe, as it comes. */
export async function readFileBytes(path: string, words: Words): Promise<Uint8Array | string> {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return await readBytes(createReadStream(path), words);
    // At once: a stream takes longer to set up than a draft to read.
    return stats.size > LARGEST ? words.tooLarge : readFileSync(path);
  } catch (error) {
    return reasonOf(error, words);
  }
}

/**
 * All bytes of a file or pipe, or in words why they cannot be read: missing, forbidden, no file, or over 64 MiB, which
 * is measured as it comes.
 */
export async function readBytes(
  stream: AsyncIterable<Uint8Array>,
  words: Words,
): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > LARGEST) return words.tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    return reasonOf(error, words);
  }
  return Buffer.concat(chunks);
}

/**
 * Replaces a file's content, whole or not at all: the new content is written beside it and then takes its name. The
 * mode stays, and a symbolic link stays one. Gives null, or in words why the file was left as it was.
 */
export async function replaceFile(path: string, content: Uint8Array, words: Words): Promise<string | null> {
  let beside: string | null = null;
  try {
    const target = await realpath(path);
    const stats = await stat(target);
    if (!stats.isFile()) return words.notWritten(words.notAFile);
    // Renaming asks nothing of the file itself, so a read-only one must be respected here.
    await access(target, constants.W_OK);
    beside = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomUUID()}.tmp`);
    const handle = await open(beside, "wx", stats.mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(beside, stats.mode);
    await rename(beside, target);
    return null;
  } catch (error) {
    if (beside) await rm(beside, { force: true }).catch(() => undefined);
    const denied = ["EACCES", "EPERM", "EROFS"].includes(codeOf(error));
    return words.notWritten(denied ? words.readOnly : codeOf(error));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

function reasonOf(error: unknown, words: Words): string {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return words.notFound;
  if (code === "EACCES" || code === "EPERM") return words.notPermitted;
  if (code === "EISDIR") return words.notAFile;
  return words.readFailed(code);
}
