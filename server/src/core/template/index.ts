// Templates of the report, made from the form data, for snippets, completion and new drafts.

export { headingOf, reportTemplate, sectionTemplate, type TemplateStyle, titleTemplate } from "./report";
export { type TemplateLayout, tableTemplate } from "./tables";
export {
  escapeSnippet,
  type Field,
  NOTHING_KNOWN,
  type Template,
  toPlainText,
  toSnippet,
  type Values,
} from "./template";
