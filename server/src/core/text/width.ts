// How many columns a text takes in a fixed-pitch font. get-east-asian-width has Unicode's table.

import { eastAsianWidth } from "get-east-asian-width";

/** The display width of a text: Chinese characters and full-width forms count 2, everything else 1. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += eastAsianWidth(char.codePointAt(0)!);
  return width;
}
