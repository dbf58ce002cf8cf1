// What readers of relations ask of the statements around a figure: whether they stand in its sentence, and which are parts
// of a list that is told one by one.

import { type Counted, isCounted, type Statement } from "./statements";

/** How many figures away another may be that one is compared with. */
export const NEAR = 60;

/** Whether a statement gives an amount in a sentence. */
export function isAmountIn(each: Statement, sentence: number): each is Counted {
  return isCounted(each) && each.sentence === sentence;
}

/** 分别占60%、40%: which of them is of which figure is not told by the order of words. */
export function isRespective(statements: readonly Statement[], at: number): boolean {
  const { sentence } = statements[at]!;
  return statements
    .slice(Math.max(0, at - NEAR), at + 1)
    .some((each) => each.sentence === sentence && /分别/.test(each.left) && each.stated?.kind === "percent");
}
