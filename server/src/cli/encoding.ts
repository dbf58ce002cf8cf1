// Bytes to text and back in the encodings that drafts come in: UTF-8, UTF-16, GB18030, with or without a BOM. Only
// GB18030 needs iconv-lite, whose tables are as large as the rest of the command line and so are read when asked for.

export interface Encoding {
  readonly name: "utf8" | "utf16le" | "utf16be" | "gb18030";
  /** The byte order mark that the file has; empty where it has none. */
  readonly mark: readonly number[];
}

/** A decoded file; `text` is without the byte order mark, so that offsets are those of an editor. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The file as it was. */
  readonly bytes: Uint8Array;
}

type PlatformEncoding = Exclude<Encoding["name"], "gb18030">;
const LABELS: Readonly<Record<PlatformEncoding, string>> = {
  utf8: "utf-8",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
};

const MARKED: readonly Encoding[] = [
  { name: "utf8", mark: [0xef, 0xbb, 0xbf] },
  { name: "utf16le", mark: [0xff, 0xfe] },
  { name: "utf16be", mark: [0xfe, 0xff] },
  { name: "gb18030", mark: [0x84, 0x31, 0x95, 0x33] },
];

/** Decodes a file by its BOM or else by its content; says why where it cannot: `binary`, or no known `encoding`. */
export async function decode(bytes: Uint8Array): Promise<Decoded | "binary" | "encoding"> {
  const marked = MARKED.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (!marked && !bytes.includes(0)) return decodePlain(bytes);
  const encoding = marked ?? guessUtf16(bytes);
  if (!encoding) return "binary";
  const content = bytes.subarray(encoding.mark.length);
  const text = encoding.name === "gb18030" ? await textOfGb18030(content) : textOf(content, encoding.name);
  if (text === null) return "encoding";
  return text.includes("\0") ? "binary" : { text, encoding, bytes };
}

/** Without a mark it is UTF-8 where that reads it, else GB18030. */
async function decodePlain(bytes: Uint8Array): Promise<Decoded | "encoding"> {
  const plain = textOf(bytes, "utf8");
  if (plain !== null) return { text: plain, encoding: { name: "utf8", mark: [] }, bytes };
  const text = await textOfGb18030(bytes);
  return text === null ? "encoding" : { text, encoding: { name: "gb18030", mark: [] }, bytes };
}

/** The bytes of a text in an encoding, with its BOM. */
export async function encode(text: string, { name, mark }: Encoding): Promise<Buffer> {
  return Buffer.concat([Buffer.from(mark), await bytesOf(text, name)]);
}

async function bytesOf(text: string, name: Encoding["name"]): Promise<Buffer> {
  if (name === "gb18030") return (await import("iconv-lite")).default.encode(text, name);
  const bytes = Buffer.from(text, name === "utf8" ? "utf8" : "utf16le");
  return name === "utf16be" ? bytes.swap16() : bytes;
}

/** The text of well-formed bytes, or null. */
function textOf(bytes: Uint8Array, name: PlatformEncoding): string | null {
  try {
    return new TextDecoder(LABELS[name], { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The same for GB18030, by iconv-lite both ways: the platform's decoder has a newer mapping, which iconv-lite would not write back. */
async function textOfGb18030(bytes: Uint8Array): Promise<string | null> {
  const { default: iconv } = await import("iconv-lite");
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "gb18030");
  return text.includes("\ufffd") ? null : text;
}

/** What nearly all of a Chinese text consists of: ASCII, white space, Han, and the usual punctuation. */
const COMMON = /[\t\n\r\x20-\x7e\u00a0\u2014\u2018-\u201d\u2026\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]/g;
const CLEAR_SHARE = 0.95;
const SAMPLE_BYTES = 64 * 1024;

/** UTF-16 without a BOM, where one byte order gives ordinary text and the other does not; null where neither does. */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null;
  const share = (name: "utf16le" | "utf16be") => {
    const sample = new TextDecoder(LABELS[name], { ignoreBOM: true }).decode(bytes.subarray(0, SAMPLE_BYTES));
    return (sample.match(COMMON)?.length ?? 0) / sample.length;
  };
  const little = share("utf16le");
  const big = share("utf16be");
  if (Math.max(little, big) < CLEAR_SHARE) return null;
  return { name: little >= big ? "utf16le" : "utf16be", mark: [] };
}
