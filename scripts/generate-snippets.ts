// Writes snippets/*.json from the form data, so that they never drift from it; `--check` only compares and exits 1
// where a file is stale. Run: npx tsx scripts/generate-snippets.ts [--check]

import {
  EDITIONS,
  type EditionKey,
  type FormEdition,
  SECTIONS,
  sectionOf,
  TABLE_KEYS,
} from "../server/src/core/form";
import {
  NOTHING_KNOWN,
  reportTemplate,
  sectionTemplate,
  type Template,
  type TemplateLayout,
  tableTemplate,
  titleTemplate,
  toSnippet,
} from "../server/src/core/template";
import { type Generated, generate } from "./generated";

/** A snippet as VS Code wants it in a contributed file. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

export type SnippetFile = Readonly<Record<string, Snippet>>;

/** The files, relative to the project's root: Markdown's has `#` before title and headings. */
export const SNIPPET_FILES: readonly { readonly path: string; readonly marks: boolean }[] = [
  { path: "snippets/ogi-report.json", marks: false },
  { path: "snippets/markdown.json", marks: true },
];

/**
 * VS Code turns the tabs at the beginning of a snippet's lines into spaces wherever the editor indents with spaces,
 * which is its default, and stacked cells would no longer be cells. Variables are resolved after that: this one is
 * any line number with a tab put in its place.
 */
const TAB = `\${TM_LINE_INDEX/.*/\t/}`;

const LAYOUTS: readonly {
  readonly layout: TemplateLayout;
  readonly name: string;
  readonly suffix: readonly [string, string];
}[] = [
  { layout: "pipe", name: "竖线表格 pipe table", suffix: ["", ""] },
  { layout: "stacked", name: "逐格分行 stacked cells", suffix: ["-分行", "fh"] },
];

/** Chinese and pinyin prefixes, and an English word for the description, of every part of the report. */
const WORDS = {
  title: ["年报-标题", "nbbt", "title and preamble"],
  report: ["年报-全文", "nbqw", "whole report"],
  overview: ["年报-总体情况", "nbztqk", "section 1, overview"],
  disclosure: ["年报-主动公开", "nbzdgk", "section 2, proactive disclosure"],
  applications: ["年报-申请情况", "nbsqqk", "section 3, applications"],
  disputes: ["年报-复议诉讼", "nbfyss", "section 4, reviews and litigation"],
  problems: ["年报-问题改进", "nbwtgj", "section 5, problems and improvements"],
  others: ["年报-其他事项", "nbqtsx", "section 6, other matters"],
  disclosureTable: ["年报-公开表", "nbgkb", "table of proactive disclosure"],
  applicationsTable: ["年报-申请表", "nbsqb", "table of applications"],
  disputesTable: ["年报-诉讼表", "nbssb", "table of reviews and litigation"],
} as const;

/** All snippets of one file, the current edition first, in the order of the report. */
export function snippetsOf(marks: boolean): SnippetFile {
  const snippets: Record<string, Snippet> = {};
  for (const edition of [...EDITIONS].reverse()) {
    for (const { name, snippet } of editionSnippets(edition, marks)) {
      if (snippets[name]) throw new Error(`snippets: ${name} stands twice`);
      snippets[name] = snippet;
    }
  }
  return snippets;
}

interface Named {
  readonly name: string;
  readonly snippet: Snippet;
}

function editionSnippets(edition: FormEdition, marks: boolean): Named[] {
  const { key } = edition;
  const named = (
    part: keyof typeof WORDS,
    title: string,
    template: Template,
    layout?: TemplateLayout,
  ): Named => namedSnippet({ edition, part, title, template, layout });
  const inBoth = (make: (layout: TemplateLayout) => Named) => LAYOUTS.map(({ layout }) => make(layout));
  const plain = { layout: "pipe", marks } as const;
  return [
    ...inBoth((layout) => named("report", "全文", reportTemplate(key, { layout, marks }), layout)),
    named("title", "标题和引言", titleTemplate(key, plain)),
    ...SECTIONS.flatMap(({ key: section, number, title, table }) => {
      const heading = `${number}、${title}`;
      if (!table) return [named(section, heading, sectionTemplate(key, section, plain))];
      return inBoth((layout) =>
        named(section, heading, sectionTemplate(key, section, { layout, marks }), layout),
      );
    }),
    ...TABLE_KEYS.flatMap((table) =>
      inBoth((layout) =>
        named(`${table}Table`, `表：${sectionOf(table).title}`, tableTemplate(key, table, layout), layout),
      ),
    ),
  ];
}

interface Part {
  readonly edition: FormEdition;
  readonly part: keyof typeof WORDS;
  readonly title: string;
  readonly template: Template;
  readonly layout: TemplateLayout | undefined;
}

/** Prefixes of the 2019 edition end in 2019; those of the current edition are the short ones. */
function namedSnippet({ edition, part, title, template, layout }: Part): Named {
  const [chinese, pinyin, english] = WORDS[part];
  const written = LAYOUTS.find((candidate) => candidate.layout === layout);
  const [chineseSuffix, pinyinSuffix] = written?.suffix ?? ["", ""];
  const year = isCurrent(edition.key) ? ["", ""] : [`-${edition.key}`, edition.key];
  const name = [`${edition.key}版 ${title}`, ...(written ? [`（${written.name.split(" ")[0]}）`] : [])].join(
    "",
  );
  return {
    name,
    snippet: {
      prefix: [chinese + chineseSuffix + year[0], pinyin + pinyinSuffix + year[1]],
      body: toSnippet(template, NOTHING_KNOWN, TAB).split("\n"),
      description: [
        `政府信息公开年报 ${title}`,
        `${edition.key}版格式（${edition.notice}，${years(edition)}年报）`,
        ...(written ? [written.name] : []),
        `${english}, ${edition.key} edition`,
      ].join(" · "),
    },
  };
}

function isCurrent(edition: EditionKey): boolean {
  return edition === EDITIONS[EDITIONS.length - 1]!.key;
}

function years({ firstYear, lastYear }: FormEdition): string {
  return lastYear === null ? `${firstYear}年及以后` : `${firstYear}—${lastYear}年`;
}

/** A snippet file's text. */
export function snippetFileText(marks: boolean): string {
  return `${JSON.stringify(snippetsOf(marks), null, 2)}\n`;
}

/** The snippet files as the form data give them. */
export function snippetFiles(): Generated[] {
  return SNIPPET_FILES.map(({ path, marks }) => ({ path, text: snippetFileText(marks) }));
}

generate(import.meta.url, snippetFiles);
