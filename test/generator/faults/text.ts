// Faults in a report's text: template blanks, residue of conversions, half-width marks, personal data.

import { named, type Piece } from "../ink";
import type { Random } from "../random";
import type { Plan } from "../report";
import { type Fault, sectionNamed } from "./fault";

/** Puts a paragraph into one of the sections of text. */
function putLine(plan: Plan, random: Random, line: readonly Piece[]): void {
  const section = sectionNamed(plan, random.pick(["overview", "problems", "others"] as const));
  section.above.splice(random.between(0, section.above.length), 0, line);
}

/** A paragraph with `what` in its middle. */
function putInside(plan: Plan, random: Random, what: string): { places: string[] } {
  const [before, behind] = random.pick([
    ["本机关全年开展业务培训", "次，各科室均已参加。"],
    ["具体事项由", "负责解释，其余照常办理。"],
  ] as const);
  putLine(plan, random, [before, ...named("fault", what), behind]);
  return { places: ["fault"] };
}

export const TEXT_FAULTS: readonly Fault[] = [
  {
    rule: "structure/placeholder",
    what: "a template's blank",
    put: (plan, random) =>
      putInside(plan, random, random.pick(["××", "XXX", "____", "［机关名称］", "［次数］", "＿＿＿"])),
  },
  {
    rule: "style/residue",
    what: "a field's code",
    put: (plan, random) =>
      putInside(plan, random, random.pick(["[bookmark: _GoBack]", "错误!未找到引用源。"])),
  },
  {
    rule: "style/residue",
    what: "a zero-width character",
    put: (plan, random) => putInside(plan, random, random.pick(["\u200b", "\u200d", "\u2060"])),
  },
  {
    rule: "style/residue",
    what: "a paragraph broken in its middle",
    put: (plan, _, style) => {
      // In HTML a line break is none; there a paragraph is broken by tags, which may also part two items.
      if (style.layout === "html") return null;
      // The second half has no indent.
      sectionNamed(plan, "overview").above.push([
        "本机关健全了登记、审核、办理、答复、归档各环节的工作制度，并且按月对照清单逐项",
        ...named("fault", "检查，"),
        "\n及时督促各科室改正发现的问题，全年没有发生因超期引起的争议。",
      ]);
      return { places: ["fault"] };
    },
  },
  {
    rule: "style/punctuation",
    what: "half-width marks",
    put: (plan, random) => {
      const [before, mark, behind] = random.pick([
        ["各科室指定专人负责", ",", "遇有问题及时报送。"],
        ["主要做法", ":", "先审后发，逐级把关。"],
        ["线上渠道", "(网站和邮箱)", "全年畅通。"],
        ["编印了", '"办理指引"', "，供各科室使用。"],
      ] as const);
      putLine(plan, random, [before, ...named("fault", mark), behind]);
      return { places: ["fault"] };
    },
  },
  {
    rule: "privacy/personal-data",
    what: "a mobile number",
    put: (plan, random) => {
      const number = `1${random.between(3, 9)}${random.between(0, 9)}${String(random.below(10 ** 8)).padStart(8, "0")}`;
      return putInside(plan, random, number);
    },
  },
  {
    rule: "privacy/personal-data",
    what: "an identity-card number",
    put: (plan, random) => {
      const head = `${random.between(110000, 659000)}19${random.between(50, 99)}0${random.between(1, 9)}${random.between(10, 28)}${random.between(100, 999)}`;
      return putInside(plan, random, head + checkCharacter(head));
    },
  },
];

/** GB 11643—1999: the remainder of the weighted sum, where a digit's weight is 2 to the power of its distance, mod 11. */
function checkCharacter(head: string): string {
  const sum = [...head].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  const rest = (12 - (sum % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}
