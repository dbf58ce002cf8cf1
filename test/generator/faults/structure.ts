// Faults in a report's structure: title, sections, their headings and the numbering within them.

import type { SectionKey } from "../form";
import { SECTIONS } from "../form";
import type { Random } from "../random";
import type { Plan, PlanSection } from "../report";
import { type Fault, sectionNamed } from "./fault";

const TEXT_SECTIONS: readonly SectionKey[] = ["overview", "problems", "others"];

const anySection = (plan: Plan, random: Random): PlanSection => random.pick(plan.sections);

export const STRUCTURE_FAULTS: readonly Fault[] = [
  {
    rule: "structure/title",
    what: "a title without organ or year",
    put: (plan, random) => {
      const { organ, year } = plan.truth;
      plan.title = [random.pick([`${organ}政府信息公开工作年度报告`, `${year}年政府信息公开工作年度报告`])];
      return { places: ["title"] };
    },
  },
  {
    rule: "structure/title",
    what: "no title",
    put: (plan) => {
      plan.title = [];
      plan.front = [];
      return { places: [] };
    },
  },
  {
    rule: "structure/missing-section",
    what: "a section missing",
    put: (plan, random) => {
      const at = random.below(plan.sections.length);
      plan.sections.splice(at, 1);
      const before = plan.sections[at - 1];
      return { places: [before ? `heading.${before.name}` : "title"] };
    },
  },
  {
    rule: "structure/missing-section",
    what: "a section's table missing",
    put: (plan, random) => {
      const section = random.pick(plan.sections.filter(({ table }) => table));
      section.table = null;
      return { places: [`heading.${section.name}`] };
    },
  },
  {
    rule: "structure/duplicate-section",
    what: "a section twice",
    put: (plan, random) => {
      const at = random.below(plan.sections.length);
      const again = { ...plan.sections[at]!, name: "again", table: null, above: ["补充说明见附件。"] };
      plan.sections.splice(random.pick([at + 1, plan.sections.length]), 0, again);
      return { places: ["heading.again"] };
    },
  },
  {
    rule: "structure/duplicate-section",
    what: "the title twice",
    put: (plan) => {
      const { organ, year } = plan.truth;
      plan.title = [`${organ}${year}年政府信息公开工作年度报告`];
      plan.front = [plan.title[0]!];
      return { places: ["front.0"] };
    },
  },
  {
    rule: "structure/section-order",
    what: "two sections in each other's place",
    put: (plan, random) => {
      const a = random.below(plan.sections.length - 1);
      const b = random.between(a + 1, plan.sections.length - 1);
      const [first, second] = [plan.sections[a]!, plan.sections[b]!];
      plan.sections[a] = second;
      plan.sections[b] = first;
      return { places: [`heading.${first.name}`, `heading.${second.name}`] };
    },
  },
  {
    rule: "structure/section-heading",
    what: "a heading with a wrong number, or none",
    put: (plan, random) => {
      const section = anySection(plan, random);
      const own = SECTIONS.findIndex(({ key }) => key === section.key);
      section.number = random.pick([
        "",
        `${own + 1}、`,
        `${own + 1}.`,
        `${"一二三四五六七"[own === 5 ? 6 : own + 1]}、`,
      ]);
      return { places: [`heading.${section.name}`] };
    },
  },
  {
    rule: "structure/section-heading",
    what: "a heading in other words",
    put: (plan, random) => {
      const [key, words] = random.pick(OTHER_WORDS);
      const section = sectionNamed(plan, key);
      section.words = words;
      return { places: [`heading.${section.name}`] };
    },
  },
  {
    rule: "structure/heading-sequence",
    what: "a number left out or twice",
    put: (plan, random) => {
      const write = random.pick<(i: number) => string>([
        (i) => `（${"一二三四五"[i]}）`,
        (i) => `${i + 1}.`,
        (i) => `${i + 1}、`,
        (i) => `（${i + 1}）`,
      ]);
      const order = random.pick([
        [0, 2, 3],
        [0, 1, 3],
        [0, 1, 1, 2],
      ]);
      const wrong = order.findIndex((value, i) => value !== i);
      const section = sectionNamed(plan, random.pick(["overview", "problems"] as const));
      section.above = order.flatMap((value, i) => [`${write(value)}${HEADS[i]}`, PARAGRAPH]);
      section.below = [];
      return { places: [`above.${section.name}.${wrong * 2}`] };
    },
  },
  {
    rule: "structure/empty-section",
    what: "a heading with nothing below it",
    put: (plan, random) => {
      const section = sectionNamed(plan, random.pick(TEXT_SECTIONS));
      section.above = [];
      section.below = [];
      // What stands at the end of a report is below its last heading.
      plan.tail = [];
      return { places: [`heading.${section.name}`] };
    },
  },
  {
    rule: "structure/empty-section",
    what: "五 with 无",
    put: (plan, random) => {
      const section = sectionNamed(plan, "problems");
      section.above = [random.pick(["无", "无。", "没有。", "暂无。"])];
      section.below = [];
      return { places: ["heading.problems"] };
    },
  },
];

const HEADS = ["加强组织领导", "规范办理流程", "完善平台建设", "强化监督保障"];
const PARAGRAPH = "各科室按照分工逐项落实，按月报送进展。";

const OTHER_WORDS: readonly (readonly [SectionKey, string])[] = [
  ["overview", "概述"],
  ["overview", "基本情况"],
  ["disclosure", "主动公开情况"],
  ["applications", "收到和处理信息公开申请情况"],
  ["disputes", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
  ["problems", "存在的问题及改进措施"],
  ["others", "其他需要说明的事项"],
];
