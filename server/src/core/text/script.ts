// What a character is, by its code. An expression with Unicode's tables in it takes a millisecond to make, so it is made
// only for a text with signs that reports seldom have.

/** Whether a UTF-16 code unit is a Chinese character, but for the rarest. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether the character at a place of a text is Chinese; false beside the text's ends. */
export function isHanAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isHan(code) || (signOf(code) === "unknown" && /\p{Script=Han}/u.test(text[at] ?? ""));
}

/** Whether a text has a Chinese character. */
export function hasHan(text: string): boolean {
  let mayHaveRare = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code)) return true;
    mayHaveRare ||= signOf(code) === "unknown";
  }
  return mayHaveRare && /\p{Script=Han}/u.test(text);
}

/** Whether a text ends in a letter, which a Chinese character is too. */
export function endsInLetter(text: string): boolean {
  const sign = text === "" ? "other" : signOf(text.charCodeAt(text.length - 1));
  return sign === "unknown" ? /\p{L}$/u.test(text) : sign === "letter";
}

/** A text without what is neither a letter nor a number. */
export function lettersOf(text: string): string {
  let letters = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = signOf(text.charCodeAt(i));
    if (sign === "unknown") return text.replace(/[^\p{L}\p{N}]+/gu, "");
    if (sign !== "other") continue;
    letters += text.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? text : letters + text.slice(from);
}

function signOf(code: number): "letter" | "number" | "other" | "unknown" {
  if (isHan(code)) return "letter";
  if (code < 0x80) {
    if (code >= 0x30 && code <= 0x39) return "number";
    const small = code | 0x20;
    return small >= 0x61 && small <= 0x7a ? "letter" : "other";
  }
  if (code >= 0xff10 && code <= 0xff19) return "number";
  return isPunctuation(code) ? "other" : "unknown";
}

/** Whether a code unit is of the Chinese punctuation, the dashes and quotation marks, or the full-width signs. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x3004) ||
    (code >= 0x3008 && code <= 0x3020) ||
    (code >= 0xff00 && code <= 0xff20) ||
    (code >= 0x2000 && code <= 0x206f)
  );
}
