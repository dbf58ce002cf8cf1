// The report as a template: title, preamble and the six sections, alone or together, for both editions of the form.

import { type EditionKey, editionOf, SECTIONS, type SectionKey, sectionOf } from "../form";
import { type TemplateLayout, tableTemplate } from "./tables";
import { ORGAN, stack, type Template, YEAR } from "./template";

/** How a template is written. */
export interface TemplateStyle {
  readonly layout: TemplateLayout;
  /** Whether title and headings carry Markdown's marks (`#`, `##`). */
  readonly marks: boolean;
}

/**
 * The title and the preamble, which names article 50 of 《政府信息公开条例》, the notice that issued the edition, and
 * the period that the figures are for.
 */
export function titleTemplate(edition: EditionKey, { marks }: TemplateStyle): Template {
  const { notice } = editionOf(edition);
  const title: Template = [marks ? "# " : "", ORGAN, YEAR, "年政府信息公开工作年度报告"];
  const basis = `本报告依据《中华人民共和国政府信息公开条例》第五十条，按照国务院办公厅政府信息与政务公开办公室规定的格式（${notice}）编制，反映`;
  const preamble: Template = [
    ...[basis, ORGAN, YEAR, "年政府信息公开工作情况。数据统计期限为"],
    ...[YEAR, "年1月1日至", YEAR, "年12月31日。"],
  ];
  return stack([title, preamble]);
}

/** A section's heading, its table where it has one, and a field for each thing that its text should say. */
export function sectionTemplate(edition: EditionKey, key: SectionKey, style: TemplateStyle): Template {
  const { table } = sectionOf(key);
  const prose = hintsOf(edition, key).map((hint): Template => [{ kind: "prose", hint }]);
  const [first, ...rest] = prose as [Template, ...Template[]];
  const text = key === "overview" ? [[YEAR, "年，", ORGAN, ...first], ...rest] : prose;
  const tables = table ? [tableTemplate(edition, table, style.layout)] : [];
  return stack([[headingOf(key, style.marks)], ...tables, ...text]);
}

/** The whole report: title, preamble and the six sections. */
export function reportTemplate(edition: EditionKey, style: TemplateStyle): Template {
  const sections = SECTIONS.map(({ key }) => sectionTemplate(edition, key, style));
  return stack([titleTemplate(edition, style), ...sections]);
}

/** A section's heading in the form's words, such as `一、总体情况` or `## 一、总体情况`. */
export function headingOf(key: SectionKey, marks: boolean): string {
  const { number, title } = sectionOf(key);
  return `${marks ? "## " : ""}${number}、${title}`;
}

const TABLE_HINT = "如需对上表作文字说明，写在这里；不需要的，删去本段";

/**
 * What a section's text should say. The five parts of the overview are those of 国办公开办函〔2021〕30号. Fees are
 * named for the edition under which 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号） applies in every year.
 */
function hintsOf(edition: EditionKey, key: SectionKey): readonly string[] {
  switch (key) {
    case "overview":
      return edition === "2021"
        ? ["概述政府信息公开工作总体情况：主动公开、依申请公开、政府信息管理、平台建设、监督保障"]
        : ["概述本年度政府信息公开工作总体情况"];
    case "problems":
      return ["写明本年度工作中存在的主要问题", "写明上年问题的改进情况和下一步的改进措施"];
    case "others":
      return edition === "2021"
        ? ["报告其他需要报告的事项，如收取信息处理费的情况；没有的，如实写明没有"]
        : ["报告其他需要报告的事项；没有的，如实写明没有"];
    default:
      return [TABLE_HINT];
  }
}
