import { readConfiguration, type Configuration } from "../core/index.js";
import { recordOf } from "./client.js";
import { describe, type Log } from "./log.js";

export const section = "nianbao";

/** Those of the editor's settings that a check depends on. The others (`fixOnSave`, `trace.server`) are the client's business. */
const names = ["stage", "edition", "language", "rules"] as const;

/** Asks the client for the settings that hold for a resource; absent where the client cannot be asked. */
export type Pull = (uri: string) => Promise<unknown>;

/** The editor's settings, for each resource: a folder may have its own. */
export class Settings {
  private readonly pulled = new Map<string, Promise<Configuration>>();
  private pushed: Configuration;

  constructor(
    private readonly pull: Pull | undefined,
    initial: unknown,
    private readonly log: Log,
  ) {
    this.pushed = settingsOf(initial);
  }

  async of(uri: string): Promise<Configuration> {
    if (this.pull === undefined) return this.pushed;
    const known = this.pulled.get(uri) ?? this.ask(this.pull, uri);
    this.pulled.set(uri, known);
    return known;
  }

  /** @param payload the new settings, from clients that send them instead of being asked; null or empty from the others */
  changed(payload: unknown): void {
    this.pulled.clear();
    if (this.pull === undefined) this.pushed = settingsOf(payload);
  }

  forget(uri: string): void {
    this.pulled.delete(uri);
  }

  private async ask(pull: Pull, uri: string): Promise<Configuration> {
    try {
      return settingsOf(await pull(uri));
    } catch (error) {
      this.log(describe("workspace/configuration", error));
      return this.pushed;
    }
  }
}

/**
 * Settings as clients send them, under the section's name or bare, read like a `.nianbao.json`: what is wrong there is left
 * out. `auto`, null and the empty string mean that nothing is set.
 */
export function settingsOf(value: unknown): Configuration {
  const outer = recordOf(value);
  const settings = section in outer ? recordOf(outer[section]) : outer;
  const set = names.map((name) => [name, settings[name]] as const).filter(([, setting]) => !isUnset(setting));
  return readConfiguration(JSON.stringify(Object.fromEntries(set))).configuration;
}

function isUnset(setting: unknown): boolean {
  return setting === undefined || setting === null || setting === "" || setting === "auto";
}
