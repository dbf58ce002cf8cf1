// Finds and reads the gouji.json of each draft: the nearest upward from it, or the one that --config names. Keeps what
// became of the entries that silence, for what is said of them at the end.

import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Config, type ConfigIgnore, readConfig } from "../config/config";
import { faultOfEntry, ignoresFor } from "../config/ignores";
import { CONFIG_NAME } from "../config/name";
import {
  type Analysis,
  type Finding,
  LineIndex,
  type Locale,
  RULES,
  type Settings,
  type Severity,
} from "../core";
import { decode } from "./encoding";
import type { Words } from "./words";

/** A gouji.json with its name as it is to be shown. */
export interface ConfigFile {
  readonly path: string;
  readonly folder: string;
  readonly config: Config;
}

interface Known {
  readonly file: ConfigFile | null;
  /** Why there is a file that cannot be used; null where all is well. */
  readonly failure: { readonly path: string; readonly problem: string } | null;
}

interface Use {
  readonly meant: Set<ConfigIgnore>;
  readonly used: Set<ConfigIgnore>;
}

const UNUSED = "ignore/unused";

export class Configs {
  private readonly byFolder = new Map<string, Promise<Known>>();
  private broken = false;
  private readonly uses = new Map<ConfigFile, Use>();

  /** `today` is yyyy-mm-dd; `complain` gets each file's problems once; `severities` are those of --rule. */
  constructor(
    private readonly named: string | null,
    private readonly today: string,
    private readonly severities: Settings["severities"],
    private readonly words: Words,
    private readonly locale: Locale,
    private readonly complain: (line: string) => void,
  ) {}

  /** What holds for the draft at a path (null: no file), and why its gouji.json cannot be read. */
  async of(path: string | null): Promise<Known> {
    if (this.named !== null) return this.at(dirname(resolve(this.named)), resolve(this.named));
    const folder = path === null ? process.cwd() : dirname(resolve(path));
    return this.at(folder, null);
  }

  /** Whether a gouji.json that was read is no JSON, so that some of its settings may be missing. */
  get areBroken(): boolean {
    return this.broken;
  }

  /** The settings for a draft: --rule before gouji.json. */
  settingsFor(file: ConfigFile | null, path: string | null): Settings & { readonly ignores: ConfigIgnore[] } {
    const { severities } = this;
    if (!file) return { ...(severities && { severities }), ignores: [] };
    const { config, folder } = file;
    return {
      severities: { ...config.severities, ...severities },
      ignores: ignoresFor(config.ignores, within(folder, path), this.today),
    };
  }

  /** Remembers which entries a draft needed: all meant for it but those `unused`. Those whose rules did not run count as needed. */
  learn(file: ConfigFile | null, path: string | null, unused: readonly number[]): void {
    const use = file && this.uses.get(file);
    if (!use) return;
    const ignores: readonly ConfigIgnore[] = this.settingsFor(file, path).ignores;
    for (const [i, ignore] of ignores.entries()) {
      use.meant.add(ignore);
      if (!unused.includes(i)) use.used.add(ignore);
    }
  }

  /** For each gouji.json whose entries silence nothing: those entries as findings in it. */
  unused(): { path: string; locale: Locale | null; analysis: Analysis }[] {
    return [...this.uses].flatMap(([file, use]) => {
      const { path, config } = file;
      const severity = this.severityOfUnused(config);
      if (severity === "off") return [];
      const findings = config.ignores.flatMap((ignore): Finding[] => {
        const idle = use.meant.has(ignore) && !use.used.has(ignore);
        const { rule, span } = ignore;
        const message =
          faultOfEntry(ignore, this.today) ??
          (idle ? ({ id: "unused-ignore", source: "config", why: "nothing", name: rule } as const) : null);
        return message ? [{ rule: UNUSED, severity, span, message, cells: [], report: 0 }] : [];
      });
      if (findings.length === 0) return [];
      const draft = { text: config.text, reports: [] };
      const analysis = { draft, findings, ignored: [], unusedIgnores: [], crashes: [] };
      return [{ path, locale: config.locale, analysis }];
    });
  }

  private severityOfUnused({ severities }: Config): Severity | "off" {
    const usual = RULES.find(({ code }) => code === UNUSED)?.severity ?? "info";
    return this.severities?.[UNUSED] ?? severities[UNUSED] ?? usual;
  }

  private at(folder: string, named: string | null): Promise<Known> {
    const known = this.byFolder.get(folder) ?? this.read(folder, named);
    this.byFolder.set(folder, known);
    return known;
  }

  private async read(folder: string, named: string | null): Promise<Known> {
    const path = named ?? join(folder, CONFIG_NAME);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      const missing = code === "ENOENT" || code === "ENOTDIR";
      const above = dirname(folder);
      if (named === null && missing) {
        return above === folder ? { file: null, failure: null } : this.at(above, null);
      }
      const problem = missing ? this.words.notFound : this.words.readFailed(code);
      return { file: null, failure: { path: shown(path), problem } };
    }
    const decoded = await decode(bytes);
    if (typeof decoded === "string") {
      const problem = decoded === "binary" ? this.words.configBinary : this.words.badEncoding;
      return { file: null, failure: { path: shown(path), problem } };
    }
    const config = readConfig(decoded.text);
    this.broken ||= config.broken;
    const file = { path: shown(path), folder, config };
    this.uses.set(file, { meant: new Set(), used: new Set() });
    const lines = new LineIndex(config.text);
    for (const { span, words } of config.problems) {
      const line = lines.positionAt(span.start).line + 1;
      this.complain(`${file.path}:${line}: ${words[config.locale ?? this.locale]}`);
    }
    return { file, failure: null };
  }
}

function within(folder: string, path: string | null): string | null {
  return path === null ? null : relative(folder, resolve(path)).replaceAll(sep, "/");
}

/** Relative to where Gouji runs where the file is there or below, as drafts usually are. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" || near.startsWith("..") || isAbsolute(near) ? path : near;
}
