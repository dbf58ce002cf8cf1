// The language that drafts have in the editor, as package.json declares it.

export const LANGUAGE = "ogi-report";
