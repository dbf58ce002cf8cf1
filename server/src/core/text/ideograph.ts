// Tells Chinese characters by their codes, for readers that go through a text character by character.

/** Whether a UTF-16 code unit is one of the block that nearly all Chinese characters are in; 〇 and rare ones are not. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

const HAN = /\p{Script=Han}/u;

/** Whether the character at a place of a text is Chinese; false beside the text's ends. */
export function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isIdeograph(code) || (code >= 0x2e80 && HAN.test(text[at]!));
}
