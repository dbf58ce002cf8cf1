// A tiny snippet expander for the tests: what an editor makes of a snippet when each tab stop is filled in.

export interface Expanded {
  readonly text: string;
  /** The tab stops in the order in which they first stand in the text, `$0` included. */
  readonly stops: readonly number[];
  /** The default words of each tab stop; empty where it has none. */
  readonly defaults: ReadonlyMap<number, string>;
}

/** Expands a snippet; `fill` gives what is typed at a tab stop, undefined leaves its default words. */
export function expand(
  snippet: string,
  fill: (stop: number, words: string) => string | undefined = () => undefined,
): Expanded {
  let text = "";
  const stops: number[] = [];
  const defaults = new Map<number, string>();
  const place = (stop: number, words: string): void => {
    if (!stops.includes(stop)) {
      stops.push(stop);
      defaults.set(stop, words);
    }
    text += fill(stop, defaults.get(stop)!) ?? defaults.get(stop)!;
  };
  for (let i = 0; i < snippet.length; ) {
    const rest = snippet.slice(i);
    const escaped = /^\\([\\$}])/.exec(rest);
    const plain = /^\$(\d+)/.exec(rest);
    const braced = /^\$\{(\d+)(?::((?:\\[\\$}]|[^\\$}])*))?\}/.exec(rest);
    const lineIndex = /^\$\{TM_LINE_INDEX\/\.\*\/([^/]*)\/\}/.exec(rest);
    const found = escaped ?? plain ?? braced ?? lineIndex;
    if (!found && /^[$}\\]/.test(rest)) throw new Error(`not escaped at ${i}: ${rest.slice(0, 20)}`);
    if (escaped) text += escaped[1]!;
    else if (plain) place(Number(plain[1]), "");
    else if (braced) place(Number(braced[1]), (braced[2] ?? "").replace(/\\([\\$}])/g, "$1"));
    else if (lineIndex) text += lineIndex[1]!;
    else text += rest[0]!;
    i += found?.[0].length ?? 1;
  }
  return { text, stops, defaults };
}
