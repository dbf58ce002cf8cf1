// What stands in a line without being its words: tags, comments, links' targets, addresses, code.

const NOT_PROSE =
  /<!--[\s\S]*?-->|<[^<>]*>|&#?\w+;|!?\[[^\]\n]*\]\([^)\n]*\)|(?:https?:\/\/|www\.)[\w\-./?%&=#:~+@]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`\n]*`/g;

/** The text with every character of markup, addresses and code replaced by U+0000, so that offsets stay. */
export function masked(text: string): string {
  return text.replace(NOT_PROSE, (markup) => "\0".repeat(markup.length));
}

/** A heading's words without the markup of Markdown and converters, on one line. */
export function plainLine(text: string): string {
  return text.replace(/^#{1,6}\s+|\*\*|__|\[bookmark:[^\]]*\]|\n/g, "").trim();
}
