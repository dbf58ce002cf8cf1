// How many characters of a text a regular expression goes through in one `exec`. It begins at one place after the other
// until it matches; from each it goes as far as its first parts match, and that far it may go again from the next place,
// which is how `\s+$` is quadratic. A part that is a group counts whole or not at all, and what a lookbehind looks at
// does not count.

/** The steps of `pattern.exec(text)`, which gave `match`. */
export function scanned(
  pattern: RegExp,
  text: string,
  lastIndex: number,
  match: RegExpExecArray | null,
): number {
  const { once, tries } = planOf(pattern);
  const from = pattern.global || pattern.sticky ? lastIndex : 0;
  const matched = match ? match[0].length : 0;
  let steps = 1 + matched;
  if (!match || !once) steps += once ? 0 : (match ? match.index : text.length) - from;
  const to = match ? match.index : once ? from + 1 : text.length;
  for (const tried of tries) steps += attempts(tried, text, from, to);
  return steps;
}

interface Plan {
  /** Whether it can match at one place only: V8 tries no other. */
  readonly once: boolean;
  /** For each alternative with a part of any length: the same, where it need not match to its end. */
  readonly tries: readonly RegExp[];
}

function execute(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** How far all tries that begin within a stretch of a text go, together. */
function attempts(tried: RegExp, text: string, from: number, to: number): number {
  let steps = 0;
  const most = MOST_STEPS * (to - from);
  for (let at = from; at < to && steps <= most; ) {
    const match = execute(tried, text, at);
    if (!match || match.index >= to) break;
    steps += match[0].length;
    at = match.index + 1;
  }
  return steps;
}

/** Beyond so many steps a character it is clear what is the matter, and the test should end some day. */
const MOST_STEPS = 2000;

/** By source: two patterns with one source and different flags are only told apart by `y`. */
const plans = new Map<string, Plan>();
const stickyPlans = new Map<string, Plan>();

function planOf(pattern: RegExp): Plan {
  const known = pattern.sticky ? stickyPlans : plans;
  let plan = known.get(pattern.source);
  if (!plan) {
    plan = newPlan(pattern);
    known.set(pattern.source, plan);
  }
  return plan;
}

function newPlan({ source, flags, sticky, multiline }: RegExp): Plan {
  const alternatives = partsOf(source);
  const anchored = !multiline && alternatives.every(([first]) => first?.atom === "^");
  const own = flags.replace(/[gy]/g, "");
  const tries = alternatives
    .filter((parts) => parts.some(isLong))
    .map((parts) => new RegExp(begun(parts), `${own}${sticky || anchored ? "y" : "g"}`));
  return { once: sticky || anchored, tries };
}

interface Part {
  readonly atom: string;
  readonly quantifier: string;
}

const ATOM =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|\d+|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/uy;
const QUANTIFIER = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/y;

/** The alternatives of a pattern, each as its parts one after the other. */
function partsOf(source: string): Part[][] {
  let parts: Part[] = [];
  const alternatives = [parts];
  for (let at = 0; at < source.length; ) {
    let depth = 0;
    const start = at;
    do {
      const [atom] = execute(ATOM, source, at)!;
      at += atom.length;
      if (atom === "(") depth++;
      if (atom === ")") depth--;
    } while (depth > 0);
    const atom = source.slice(start, at);
    if (atom === "|") {
      parts = [];
      alternatives.push(parts);
      continue;
    }
    const quantifier = execute(QUANTIFIER, source, at)?.[0] ?? "";
    at += quantifier.length;
    parts.push({ atom, quantifier });
  }
  return alternatives;
}

/** Whether a part may go on and on. */
function isLong({ atom, quantifier }: Part): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(quantifier) || (atom.startsWith("(") && /[^\\(][*+]|\{\d+,\}/.test(atom));
}

/** A pattern for as many of the parts as match one after the other, greedily, and more than nothing. */
function begun([first, ...others]: readonly Part[]): string {
  if (!first) return "(?!)";
  const { atom } = first;
  const isAssertion = /^(?:[$^]|\\[bB]|\(\?<?[=!])/.test(atom);
  if (isAssertion) return `${atom}(?:${begun(others)})`;
  const greedy = first.quantifier.replace(/(?<=.)\?$/, "");
  const [least, more] = NOT_EMPTY[greedy] ?? [greedy.replace(/^\{0,/, "{1,"), greedy.startsWith("{0,")];
  const whole = `${atom}${least}${goingOn(others)}`;
  return more ? `${whole}|${begun(others)}` : whole;
}

/** What a quantifier is where the part may not be empty, and whether it might. */
const NOT_EMPTY: Readonly<Record<string, readonly [string, boolean]>> = { "*": ["+", true], "?": ["", true] };

function goingOn([first, ...others]: readonly Part[]): string {
  if (!first) return "";
  return `(?:${first.atom}${first.quantifier.replace(/(?<=.)\?$/, "")}${goingOn(others)})?`;
}
