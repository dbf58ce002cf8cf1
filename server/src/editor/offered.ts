// What the features are known to a client by before they are loaded: kinds, commands, and what sets them off.

/** The code action that corrects every total of the document; run only when the user asks. */
export const FIX_ALL = "source.fixAll.gouji";

/** The server's command that takes figures as right. It takes `TrustRequest`. */
export const TRUST_COMMAND = "gouji.trustFigures";

/** What begins a heading, so that a client asks for completion by itself. */
export const COMPLETION_TRIGGERS: readonly string[] = [..."#、一二三四五六"];

/** What aligns the table that is being typed: a pipe, and Enter behind a row. */
export const FORMAT_TRIGGERS = { firstTriggerCharacter: "|", moreTriggerCharacter: ["\n"] };
