// gouji.json in the editor: for each document the user's settings with those of the gouji.json nearest above it, which
// is read anew for every request, so that nothing is ever stale; an unchanged file gives the same settings object.

import { type Config, readConfig } from "../config/config";
import { dayOf, ignoresFor } from "../config/ignores";
import { LineIndex } from "../core";
import type { ServerSettings } from "./settings";

/** A gouji.json that was found: its URI, its text, and the document's path below its folder, with `/`. */
export interface FoundConfig {
  readonly uri: string;
  readonly text: string;
  readonly document: string;
}

/** Gives the gouji.json nearest above a document; null where there is none or the runtime cannot look. */
export type ConfigFinder = (document: string) => Promise<FoundConfig | null>;

interface Merged {
  readonly base: ServerSettings;
  readonly config: Config;
  readonly day: string;
  readonly settings: ServerSettings;
}

export class Configs {
  private readonly configs = new Map<string, Config>();
  private readonly merged = new Map<string, Merged>();

  /** `complain` gets a sentence for each wrong value, once a change of the file. */
  constructor(
    private readonly find: ConfigFinder,
    private readonly complain: (problem: string) => void,
  ) {}

  /** The settings for a document: gouji.json before the user's own. The same object as long as nothing changed. */
  async settingsFor(uri: string, base: ServerSettings): Promise<ServerSettings> {
    const found = await this.find(uri);
    if (!found) return base;
    const config = this.read(found, base);
    const day = dayOf(new Date());
    const known = this.merged.get(uri);
    if (known?.base === base && known.config === config && known.day === day) return known.settings;
    const settings = {
      ...base,
      locale: config.locale ?? base.locale,
      severities: { ...base.severities, ...config.severities },
      ignores: ignoresFor(config.ignores, found.document, day),
    };
    this.merged.set(uri, { base, config, day, settings });
    return settings;
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.merged.delete(uri);
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
