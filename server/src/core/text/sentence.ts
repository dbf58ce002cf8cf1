// The sentence around a place in a text, for what a few words mean only beside others.

/** Nobody writes longer ones; a longer stretch is cut, so that looking around many places of a line stays quick. */
const LONGEST = 400;

/** Whether a UTF-16 code unit is 。！？ or ；. */
function isEnd(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b;
}

/** Where the sentence (up to 。！？ or ；) around `at` begins and ends, without its mark. */
export function sentenceBounds(text: string, at: number): { readonly from: number; readonly to: number } {
  let [from, to] = [at, at];
  while (from > 0 && at - from < LONGEST && !isEnd(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - at < LONGEST && !isEnd(text.charCodeAt(to))) to++;
  return { from, to };
}

/** The words of the sentence around `at`. */
export function sentenceAround(text: string, at: number): string {
  const { from, to } = sentenceBounds(text, at);
  return text.slice(from, to);
}

/** The words from `at` to the end of its sentence. */
export function restOfSentence(text: string, at: number): string {
  return text.slice(at, sentenceBounds(text, at).to);
}
