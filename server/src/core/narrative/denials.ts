// Claims without a figure: 未收到申请 says that a cell is 0, and 均维持 that all of a number just given went one way.

import type { CellName, EditionKey } from "../form";
import type { Claim } from "../report/narrative";
import { bind, DECIDED } from "./bind";
import type { Context } from "./context";
import type { Entity } from "./meanings";
import type { Statement } from "./statements";
import { counted } from "./subject";

const ONE_PIECE = { kind: "count", unit: "件" } as const;

/** What a clause without a figure says to be nothing; null where it denies nothing that the tables have. */
export function deniedBy(
  { denial, entities, aspects, applicants, unknown }: Context,
  topic: readonly Entity[],
  edition: EditionKey,
): readonly (readonly CellName[])[] | null {
  if (!denial || unknown !== "") return null;
  const named = entities.length > 0 ? counted(entities) : aspects.length > 0 ? topic : [];
  if (named.length > 0 && named.every((entity) => DECIDED.includes(entity))) {
    return aspects.every((aspect) => aspect === "decided")
      ? [named.map((entity) => `disclosure.${entity}.decisions`)]
      : null;
  }
  if (named.length === 1 && named[0] === "fees") {
    return edition === "2021" ? [["disclosure.fees.amount"]] : null;
  }
  const { readings } = bind({ entities: named, aspects, applicants }, ONE_PIECE, edition);
  // 未受理, 未答复: not that there were none.
  const handled = aspects.includes("handled") && aspects.length === 1;
  if (readings.length === 0 || aspects.includes("answered") || handled) return null;
  const ofAll = aspects.every((aspect) => /^(?:received|receivedNew|handled)$/.test(aspect));
  if (named.includes("applications") && ofAll && applicants.length === 0) {
    return [["applications.newRequests.total"]];
  }
  return readings.slice(0, 1);
}

/** 复议5件，均维持: the claim that all cases just counted went one way. */
export function allOf(
  { all, denial, aspects, entities, applicants, unknown }: Context,
  last: Statement | undefined,
  sentence: number,
  edition: EditionKey,
  topic: readonly Entity[],
): Omit<Claim, "span" | "section"> | null {
  const isResult = aspects.length === 1 && ["upheld", "corrected"].includes(aspects[0]!);
  if (!all || denial || unknown !== "" || !isResult || entities.length > 0) return null;
  if (last?.sentence !== sentence || !last.stated || last.claim.readings.length === 0 || last.claim.loose)
    return null;
  const { readings } = bind({ entities: topic, aspects, applicants }, ONE_PIECE, edition);
  return readings.length > 0 ? { ...last.claim, digits: null, readings } : null;
}
