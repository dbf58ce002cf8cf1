// What stands in a line without being its words: tags, comments, links' targets, addresses, code.

// A link's words and target end at the next bracket that begins: a line of brackets is looked through once.
const NOT_PROSE =
  /<[^<>]*>|&#?\w+;|!?\[[^[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)|(?:https?:\/\/|www\.)[\w\-./?%&=#:~+@]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`\n]*`/g;

/** What each of these has; few lines have it. */
const MAY_HAVE_MARKUP = /[<&[@`]|:\/\/|www\./;

/** The text with every character of markup, addresses and code replaced by U+0000, so that offsets stay. */
export function masked(text: string): string {
  if (!MAY_HAVE_MARKUP.test(text)) return text;
  return withoutComments(text).replace(NOT_PROSE, (markup) => "\0".repeat(markup.length));
}

/** A comment without an end is none: its end is looked for once. */
function withoutComments(text: string): string {
  let result = "";
  let at = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", start);
    if (close < 0) break;
    const end = close + "-->".length;
    result += text.slice(at, start) + "\0".repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

/** A heading's words without the markup of Markdown and converters, on one line. */
export function plainLine(text: string): string {
  return text.replace(/^#{1,6}\s+|\*\*|__|\[bookmark:[^\]]*\]|\n/g, "").trim();
}
