// What stands in a line without being its words: tags, comments, links' targets, addresses, code.

const NOT_PROSE =
  /<!--[\s\S]*?-->|<[^<>]*>|&#?\w+;|!?\[[^\]\n]*\]\([^)\n]*\)|(?:https?:\/\/|www\.)[\w\-./?%&=#:~+@]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`\n]*`/g;

/** What each of these has; few lines have it. */
const MAY_HAVE_MARKUP = /[<&[@`]|:\/\/|www\./;

/** The text with every character of markup, addresses and code replaced by U+0000, so that offsets stay. */
export function masked(text: string): string {
  return MAY_HAVE_MARKUP.test(text) ? text.replace(NOT_PROSE, (markup) => "\0".repeat(markup.length)) : text;
}

/** A heading's words without the markup of Markdown and converters, on one line. */
export function plainLine(text: string): string {
  return text.replace(/^#{1,6}\s+|\*\*|__|\[bookmark:[^\]]*\]|\n/g, "").trim();
}
