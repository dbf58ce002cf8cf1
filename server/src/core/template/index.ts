// Templates of the report, made from the form data, for snippets, completion and new drafts.

export { labels, type TemplateBlock, type TemplateCell, type TemplateRow, templateBlocks } from "./grid";
export { headingOf, reportTemplate, sectionTemplate, type TemplateStyle, titleTemplate } from "./report";
export { styleOf, valuesOf } from "./style";
export { type Align, pipeTable, spread, type TemplateLayout, tableTemplate } from "./tables";
export {
  escapeSnippet,
  type Field,
  NOTHING_KNOWN,
  ORGAN,
  stack,
  type Template,
  toPlainText,
  toSnippet,
  type Values,
  YEAR,
} from "./template";
