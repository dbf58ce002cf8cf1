// A paragraph's clauses: the stretches between marks, each with its sentence and the brackets that it stands in.

import { isHan } from "../text/script";

export interface Clause {
  readonly from: number;
  readonly to: number;
  /** The mark that ends it; empty at the paragraph's end. */
  readonly mark: string;
  /** Number of its sentence in the paragraph. */
  readonly sentence: number;
  /** Where its sentence begins and, with its full stop, ends. */
  readonly begins: number;
  readonly ends: number;
  /** How many brackets it stands in. */
  readonly depth: number;
}

const MARKS = "，。；：！？（）";
const SENTENCE_ENDS = "。！？";

/** The clauses of a paragraph's text; marks inside 《》 part nothing. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let open: { -readonly [K in keyof Clause]: Clause[K] }[] = [];
  let [from, titles, depth, sentence, begins] = [0, 0, 0, 0, 0];
  for (let i = 0; i <= text.length; i++) {
    if (isHan(text.charCodeAt(i))) continue;
    const mark = text[i] ?? "";
    if (mark === "《") titles++;
    if (mark === "》") titles = Math.max(0, titles - 1);
    if (mark !== "" && (titles > 0 || !MARKS.includes(mark))) continue;
    open.push({ from, to: i, mark, sentence, begins, ends: 0, depth });
    from = i + 1;
    if (mark === "（") depth++;
    if (mark === "）") depth = Math.max(0, depth - 1);
    if (mark !== "" && !SENTENCE_ENDS.includes(mark)) continue;
    for (const clause of open) {
      clause.ends = Math.min(from, text.length);
      clauses.push(clause);
    }
    open = [];
    begins = from;
    depth = 0;
    sentence++;
  }
  return clauses;
}
