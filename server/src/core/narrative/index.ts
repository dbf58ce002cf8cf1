// Reads what a report says in words: its claims with the cells that they may state, its breakdowns, shares, changes.

import type { EditionKey } from "../form";
import type { Report } from "../report/model";
import type { Claim, Narrative, Paragraph } from "../report/narrative";
import { breakdownsOf } from "./breakdowns";
import { changesOf } from "./changes";
import { contextOf } from "./context";
import { countsIn } from "./items";
import { listsOver, type Passage } from "./lists";
import type { Entity } from "./meanings";
import { paragraphsOf } from "./prose";
import { ratesBeyondAll, ratesOf } from "./rates";
import { settingOf } from "./setting";
import { shareListsOf, sharesOf } from "./shares";
import { type Statement, statementsIn } from "./statements";
import { Tokens } from "./tokens";

type Written = Pick<Report, "span" | "titles" | "sections" | "lines" | "organ" | "year" | "edition">;

/** Reads the claims of a report in `text`; spans are offsets into it. */
export function readNarrative(text: string, report: Written): Narrative {
  const setting = settingOf(report.organ, report.year);
  const edition: EditionKey = report.edition ?? "2021";
  const narrative = {
    paragraphs: [],
    claims: [] as Claim[],
    breakdowns: [],
    shares: [],
    shareLists: [],
    changes: [],
  } as {
    -readonly [K in keyof Narrative]: Narrative[K][number][];
  };
  let heading: Paragraph | null = null;
  let earlier: Statement[] = [];
  const passages: Passage[] = [];
  for (const prose of paragraphsOf(text, report)) {
    narrative.paragraphs.push(prose);
    if (prose.isHeading) heading = prose;
    const above = heading;
    const statements = statementsIn(prose, { setting, edition }, () => topicOf(above, prose));
    const counts = countsIn(prose.text, statements);
    const breakdowns = breakdownsOf(prose.text, counts);
    narrative.claims.push(...statements.map(({ claim }) => claim));
    narrative.breakdowns.push(...breakdowns);
    passages.push({ prose, statements, counts, breakdowns });
    if (narrative.paragraphs.at(-2)?.section !== prose.section) earlier = [];
    if (statements.length === 0) continue;
    narrative.shares.push(...sharesOf(prose.text, statements, breakdowns, earlier));
    narrative.shares.push(...ratesOf(prose.text, statements));
    narrative.shareLists.push(...shareListsOf(prose.text, statements), ...ratesBeyondAll(statements));
    narrative.changes.push(...changesOf(prose, statements, breakdowns, report.year));
    earlier = [...earlier, ...statements].slice(-MOST_EARLIER);
  }
  narrative.breakdowns.push(...listsOver(passages));
  return narrative;
}

/** How many figures before a paragraph its shares may be of. */
const MOST_EARLIER = 30;

const NOWHERE = settingOf(null, null);

/** What the heading above a paragraph, in its section, speaks of; else what the section does. */
function topicOf(heading: Paragraph | null, { section }: Paragraph): readonly Entity[] {
  if (heading && heading.section === section) {
    const { entities } = contextOf(new Tokens(heading.text, NOWHERE), 0, heading.text.length);
    if (entities.length > 0) return entities;
  }
  if (section === "applications") return ["applications"];
  return section === "disputes" ? ["review"] : [];
}
