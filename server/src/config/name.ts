// What the file is called: all that a program must know of it before it has one.

/** The name of the file, beside the drafts or above them. */
export const CONFIG_NAME = "gouji.json";
