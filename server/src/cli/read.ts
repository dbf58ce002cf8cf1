// Reads one draft, from a file or standard input, as text with its encoding; says in words why it cannot.

import { type Decoded, decode } from "./encoding";
import { readBytes, readFileBytes } from "./files";
import type { Terminal } from "./terminal";
import type { Words } from "./words";

/** The text at a path (`-`: standard input), or the reason why there is none to check. */
export async function readText(path: string, terminal: Terminal, words: Words): Promise<Decoded | string> {
  const bytes = path === "-" ? await readBytes(terminal.input(), words) : await readFileBytes(path, words);
  if (typeof bytes === "string") return bytes;
  const decoded = await decode(bytes);
  if (decoded === "binary") return words.binary;
  return decoded === "encoding" ? words.badEncoding : decoded;
}
