// What Gouji finds in gouji.json itself: entries that are wrong or have expired and, of those for an open draft alone,
// those that silence nothing in it. They are sent as diagnostics of gouji.json, whether it is open or not.

import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { faultOfEntry, isFor } from "../config/ignores";
import { type Finding, type Ignore, RULES } from "../core";
import { diagnosticsOf } from "../editor/diagnostics";
import type { ServerSettings } from "./settings";

const UNUSED = "ignore/unused";

interface Judged {
  readonly unusedIgnores: readonly Ignore[];
  readonly settings: ServerSettings;
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export class ConfigFindings {
  /** By draft. */
  private readonly judged = new Map<string, Judged>();
  /** What was sent last, by gouji.json. */
  private readonly sent = new Map<string, string>();

  constructor(private readonly send: (params: PublishDiagnosticsParams) => void) {}

  /** Takes into account which entries silence nothing in a draft; null where the document is no report. */
  judge(
    draft: string,
    unusedIgnores: readonly Ignore[] | null,
    settings: ServerSettings,
    pages: string | null,
  ): void {
    const { applied } = settings;
    if (!unusedIgnores || !applied) {
      this.forget(draft);
      return;
    }
    const before = this.judged.get(draft);
    const isSame = (known: readonly Ignore[]) =>
      known.length === unusedIgnores.length && known.every((ignore, i) => ignore === unusedIgnores[i]);
    if (before?.settings === settings && isSame(before.unusedIgnores)) return;
    const diagnostics = diagnosticsIn(unusedIgnores, settings, pages);
    this.judged.set(draft, { unusedIgnores, settings, uri: applied.uri, diagnostics });
    if (before && before.uri !== applied.uri) this.tell(before.uri);
    this.tell(applied.uri);
  }

  /** Forgets a closed draft. */
  forget(draft: string): void {
    const before = this.judged.get(draft);
    this.judged.delete(draft);
    if (before) this.tell(before.uri);
  }

  /** Sends what all drafts say of a gouji.json, if that has changed. */
  private tell(uri: string): void {
    const all = [...this.judged.values()].filter((each) => each.uri === uri);
    const distinct = new Map(
      all.flatMap(({ diagnostics }) => diagnostics.map((each) => [JSON.stringify(each), each])),
    );
    const shown = [...distinct.keys()].sort().join();
    if (shown === (this.sent.get(uri) ?? "")) return;
    if (distinct.size > 0) this.sent.set(uri, shown);
    else this.sent.delete(uri);
    this.send({ uri, diagnostics: [...distinct.values()] });
  }
}

function diagnosticsIn(
  unusedIgnores: readonly Ignore[],
  { applied, severities, locale }: ServerSettings,
  pages: string | null,
): Diagnostic[] {
  const severity = severities[UNUSED] ?? RULES.find(({ code }) => code === UNUSED)!.severity;
  if (!applied || severity === "off") return [];
  const { uri, config, document: path, day } = applied;
  const findings = config.ignores.flatMap((ignore): Finding[] => {
    const { rule, span } = ignore;
    const idle = isFor(ignore, path) && unusedIgnores.includes(ignore);
    const message =
      faultOfEntry(ignore, day) ??
      (idle ? ({ id: "unused-ignore", source: "config", why: "nothing", name: rule } as const) : null);
    return message ? [{ rule: UNUSED, severity, span, message, cells: [], report: 0 }] : [];
  });
  const document = TextDocument.create(uri, "jsonc", 0, config.text);
  const draft = { text: config.text, reports: [] };
  const analysis = { draft, findings, ignored: [], unusedIgnores: [], crashes: [] };
  return diagnosticsOf({ document, analysis, locale, pages });
}
