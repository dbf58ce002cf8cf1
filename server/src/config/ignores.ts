// Which entries of a gouji.json hold for a draft on a day, and what is wrong with entries whatever the drafts say.

import { isCellName, isRuleCode, type UnusedIgnore } from "../core";
import type { ConfigIgnore } from "./config";

/**
 * Those of the entries that silence something in a draft on a day (yyyy-mm-dd). `path` is the draft's, relative to the
 * folder of gouji.json, with `/`; null for a draft that is no file, which only entries without `file` are meant for.
 */
export function ignoresFor(
  ignores: readonly ConfigIgnore[],
  path: string | null,
  today: string,
): ConfigIgnore[] {
  return ignores.filter((ignore) => !faultOfEntry(ignore, today) && isMeant(ignore, path));
}

/** Whether an entry is meant for a draft. */
export function isMeant({ file }: ConfigIgnore, path: string | null): boolean {
  if (file === null) return true;
  if (path === null) return false;
  const name = normalized(file);
  return name === path || globPattern(name).test(path);
}

/** Whether an entry names just this draft, so that the draft alone tells whether the entry is needed. */
export function isFor({ file }: ConfigIgnore, path: string): boolean {
  return file !== null && normalized(file) === path;
}

function normalized(file: string): string {
  return file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}

/** Why an entry silences nothing in any draft; null where it may. */
export function faultOfEntry({ rule, cells, until }: ConfigIgnore, today: string): UnusedIgnore | null {
  const fault = (why: UnusedIgnore["why"], name: string): UnusedIgnore => ({
    id: "unused-ignore",
    source: "config",
    why,
    name,
  });
  if (rule === "ignore/unused") return fault("itself", rule);
  if (!isRuleCode(rule)) return fault("rule", rule);
  const unknown = cells.find((cell) => !isCellName(cell));
  if (unknown !== undefined) return fault("cell", unknown);
  return until !== null && until < today ? fault("expired", until) : null;
}

/** A day as yyyy-mm-dd, where the user is. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A glob as a pattern: `**` for folders, `*` and `?` within a name, `{a,b}` for either. */
function globPattern(glob: string): RegExp {
  let depth = 0;
  const source = glob.replace(/\*\*\/|\*\*|[*?{},]|[\\^$.|+()[\]]/g, (sign) => {
    switch (sign) {
      case "**/":
        return "(?:.*/)?";
      case "**":
        return ".*";
      case "*":
        return "[^/]*";
      case "?":
        return "[^/]";
      case "{":
        depth++;
        return "(?:";
      case "}":
        return depth > 0 && depth-- ? ")" : "\\}";
      case ",":
        return depth > 0 ? "|" : ",";
      default:
        return `\\${sign}`;
    }
  });
  // With a brace that is never closed it can only be a name.
  return depth > 0 ? /^(?!)/ : new RegExp(`^${source}$`, "u");
}
