// A whole report before it is written: title, sections with text and tables. Faults change a plan; noise does not
// belong here.

import type { Boxes } from "./box";
import { SECTIONS, type SectionKey, type TableKey } from "./form";
import type { Piece } from "./ink";
import type { Style } from "./manner";
import type { Random } from "./random";
import { formTable } from "./tables";
import type { Truth } from "./truth";

/** A paragraph; in pieces where a part of it has a name. */
export type Line = string | readonly Piece[];

export interface PlanSection {
  readonly key: SectionKey;
  /** What the places of its parts are named by: the key, but for a second section of the same. */
  name: string;
  /** The number with its separator, such as `一、`. */
  number: string;
  words: string;
  /** Paragraphs above and below the table. */
  above: Line[];
  below: Line[];
  table: { readonly key: TableKey; boxes: Boxes } | null;
}

export interface Plan {
  readonly truth: Truth;
  /** The title's lines. */
  title: string[];
  /** Lines between title and first section. */
  front: Line[];
  sections: PlanSection[];
  /** Lines below the last section: signature, date, contact. */
  tail: Line[];
}

/** A plan in which nothing is wrong. */
export function soundPlan(truth: Truth, style: Style, random: Random): Plan {
  const { organ, year } = truth;
  return {
    truth,
    title: titleLines(truth, random),
    front: random.chance(0.3) ? frontLines(truth, random) : [],
    sections: SECTIONS.map(({ key, number, title, table }) => ({
      key,
      name: key,
      number: `${number}、`,
      words: title,
      ...paragraphs(key, truth, random),
      table: table && {
        key: table,
        boxes: formTable(table, truth.edition, (name) => truth.figures.get(name)!, style.table),
      },
    })),
    tail: random.chance(0.4)
      ? [organ, `${year + 1}年1月${random.between(10, 31)}日`, ...(random.chance(0.5) ? CONTACT : [])]
      : [],
  };
}

const CONTACT = ["联系地址：建设路8号", "联系电话：0999-1234567", "邮政编码：999000"];

function titleLines({ organ, year }: Truth, random: Random): string[] {
  const words = "政府信息公开工作年度报告";
  return random.pick([
    [`${organ}${year}年${words}`],
    [`${organ}${year}年度政府信息公开工作年度报告`],
    [`${organ}`, `${year}年${words}`],
    [`${organ}${year}年`, words],
    [`${year}年${organ}${words}`],
    [`${organ}${words}（${year}年度）`],
    [`${organ}关于${year}年${words}`],
  ]);
}

function frontLines({ organ, year }: Truth, random: Random): string[] {
  const basis = `根据《中华人民共和国政府信息公开条例》，${organ}编制了${year}年度政府信息公开工作年度报告。`;
  return random.pick([
    [basis],
    [`发布时间：${year + 1}-01-20`, "来源：办公室"],
    ["目录", ...SECTIONS.map(({ number, title }, i) => `${number}、${title}${"…".repeat(8)}${i + 1}`)],
    ["目　录", ...SECTIONS.map(({ number, title }) => `${number}、${title}`)],
  ]);
}

function paragraphs(key: SectionKey, { year }: Truth, random: Random): Pick<PlanSection, "above" | "below"> {
  const maybe = (lines: string[]) => (random.chance(0.3) ? lines : []);
  switch (key) {
    case "overview":
      return {
        above: [
          `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
          ...maybe([
            "（一）主动公开政府信息情况",
            "本机关按照条例规定，及时更新主动公开基本目录，方便群众查阅。",
            "（二）依申请公开情况",
            "健全登记、审核、办理、答复、归档的工作制度，依法答复每一件申请。",
            "（三）政府信息管理",
            "严格执行信息发布审核制度，做到先审后发。",
          ]),
        ],
        below: maybe(["各科室指定专人负责，遇有问题及时报送。"]),
      };
    case "problems":
      return {
        above: [
          "公开内容的更新还不够及时，解读材料的形式还比较单一。",
          ...maybe([
            "（一）存在的主要问题",
            "1.个别科室报送材料较晚。",
            "2.业务培训不够。",
            "（二）改进情况",
            "按月检查更新情况，并组织业务培训。",
          ]),
        ],
        below: [],
      };
    case "others":
      return {
        above: [random.pick(["本机关没有其他需要报告的事项。", "本机关未收取信息处理费。", "无。"])],
        below: [],
      };
    default:
      return {
        above: maybe(["具体情况见下表。"]),
        below: maybe(["以上数据已与各科室核对，统计口径与上年一致。"]),
      };
  }
}
