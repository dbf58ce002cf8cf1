// gouji.json in the editor: for each document the user's settings with those of the gouji.json nearest above it, which
// is read anew for every request; only where diagnostics are pushed, behind what is sent by what was read last. An
// unchanged file gives the same settings object.

import { type Config, readConfig } from "../config/config";
import { dayOf, ignoresFor } from "../config/ignores";
import { CONFIG_NAME } from "../config/name";
import { LineIndex } from "../core";
import type { AppliedConfig, ServerSettings } from "./settings";

/** A gouji.json that was found: its URI, its text, and the document's path below its folder, with `/`. */
export interface FoundConfig {
  readonly uri: string;
  readonly text: string;
  readonly document: string;
}

/** Gives the gouji.json nearest above a document; null where there is none or the runtime cannot look. */
export type ConfigFinder = (document: string) => Promise<FoundConfig | null>;

/** The gouji.json that an entry for a document goes into; `text` is null where it has to be made. */
export interface ConfigPlace extends Omit<FoundConfig, "text"> {
  readonly text: string | null;
}

interface Merged {
  readonly base: ServerSettings;
  readonly applied: AppliedConfig;
  readonly settings: ServerSettings;
}

interface Looked {
  readonly base: ServerSettings;
  readonly settings: ServerSettings;
  readonly at: number;
}

/** How long a keystroke takes gouji.json to be as it was: where no watcher tells of a change, the next one sees it. */
const OLD_MS = 1000;

export class Configs {
  private readonly configs = new Map<string, Config>();
  private readonly merged = new Map<string, Merged>();
  /** By document what was found last, and when. */
  private readonly looked = new Map<string, Looked>();

  /** `complain` gets a sentence for each wrong value, once a change of the file. */
  constructor(
    private readonly find: ConfigFinder,
    private readonly complain: (problem: string) => void,
  ) {}

  /** The settings for a document: gouji.json before the user's own. The same object as long as nothing changed. */
  async settingsFor(uri: string, base: ServerSettings): Promise<ServerSettings> {
    const found = await this.find(uri);
    const settings = this.merge(uri, base, found);
    this.looked.set(uri, { base, settings, at: Date.now() });
    return settings;
  }

  /** The settings for a document by what was found last, without a look; null where that is not known. */
  lastFor(uri: string, base: ServerSettings): ServerSettings | null {
    const last = this.looked.get(uri);
    const isOfToday = !last?.settings.applied || last.settings.applied.day === dayOf(new Date());
    return last?.base === base && isOfToday ? last.settings : null;
  }

  /** Whether what was found last was found long enough ago to look again. */
  isOld(uri: string): boolean {
    return Date.now() - (this.looked.get(uri)?.at ?? 0) > OLD_MS;
  }

  /** Takes nothing as known that was found until now. */
  lookAgain(): void {
    this.looked.clear();
  }

  private merge(uri: string, base: ServerSettings, found: FoundConfig | null): ServerSettings {
    if (!found) return base;
    const config = this.read(found, base);
    const day = dayOf(new Date());
    const known = this.merged.get(uri);
    const { applied: last } = known ?? {};
    if (known?.base === base && last?.config === config && last.uri === found.uri && last.day === day) {
      return known.settings;
    }
    const applied = { uri: found.uri, config, document: found.document, day };
    const settings = {
      ...base,
      locale: config.locale ?? base.locale,
      severities: { ...base.severities, ...config.severities },
      ignores: ignoresFor(config.ignores, found.document, day),
      applied,
    };
    this.merged.set(uri, { base, applied, settings });
    return settings;
  }

  /**
   * Where an entry for a document goes: the gouji.json that holds for it, else a new one in the innermost of `folders`
   * (URIs) that it is in, else beside it. Null for documents that are in no folder.
   */
  async placeFor(uri: string, folders: readonly string[]): Promise<ConfigPlace | null> {
    if (!hasFolder(uri)) return null;
    const found = await this.find(uri);
    if (found) return found;
    const roots = folders.map((folder) => `${folder.replace(/\/$/, "")}/`);
    const around = roots.filter((root) => uri.startsWith(root)).sort((a, b) => b.length - a.length);
    const root = around[0] ?? uri.slice(0, uri.lastIndexOf("/") + 1);
    try {
      return { uri: root + CONFIG_NAME, text: null, document: decodeURIComponent(uri.slice(root.length)) };
    } catch {
      return null; // no URI that stands for a path
    }
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.merged.delete(uri);
    this.looked.delete(uri);
  }

  private read({ uri, text }: FoundConfig, { locale }: ServerSettings): Config {
    const known = this.configs.get(uri);
    if (known?.text === text) return known;
    const config = readConfig(text);
    this.configs.set(uri, config);
    const lines = new LineIndex(text);
    for (const { span, words } of config.problems) {
      this.complain(`${uri}:${lines.positionAt(span.start).line + 1}: ${words[config.locale ?? locale]}`);
    }
    return config;
  }
}

/** Whether a document can have a gouji.json: one that was never saved is nowhere yet. */
export function hasFolder(uri: string): boolean {
  return !uri.startsWith("untitled:") && uri.includes("/");
}
