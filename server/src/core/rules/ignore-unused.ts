// ignore/unused: a comment that silences nothing, names what there is not, or is miswritten. The engine gives the
// findings, since they depend on those of all other rules; here is what else a rule has.

import type { Fix, Rule, RuleContext, RuleFinding } from "./rule";

/** Deletes the comment, with its line where nothing else stands in it. */
function fixes({ text }: RuleContext, { span }: RuleFinding): Fix[] {
  let { start, end } = span;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--;
  while (end < text.length && /[ \t]/.test(text[end]!)) end++;
  const alone =
    (start === 0 || /[\r\n]/.test(text[start - 1]!)) && (end === text.length || /[\r\n]/.test(text[end]!));
  if (!alone) ({ start, end } = span);
  else if (text.startsWith("\r\n", end)) end += 2;
  else if (end < text.length) end++;
  return [
    {
      title: { id: "delete-comment" },
      safety: "suggested",
      preferred: false,
      edits: [{ span: { start, end }, newText: "" }],
    },
  ];
}

/** What was silenced should stay so only while it is there: an entry left behind would hide the next mistake. */
export const ignoreUnused: Rule = {
  code: "ignore/unused",
  severity: "info",
  basis: [],
  repairs: ["suggested"],
  check: () => [],
  fixes,
};
