import { readConfiguration, type Configuration } from "../core/index.js";
import { recordOf } from "./client.js";
import { describe, type Log } from "./log.js";
import type { Timer } from "./runtime.js";

export const section = "nianbao";

/** Those of the editor's settings that a check depends on. The others (`fixOnSave`, `trace.server`) are the client's business. */
const names = ["stage", "edition", "language", "rules"] as const;

/** Features that can be switched off, as the editor's settings have it; no check depends on them. */
export interface Switches {
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
}

/** What the editor has said for a resource. */
interface Said {
  readonly configuration: Configuration;
  readonly switches: Switches;
}

/** Asks the client for the settings that hold for a resource; absent where the client cannot be asked. */
export type Pull = (uri: string) => Promise<unknown>;

/** Milliseconds that a client may take to answer for its settings: who waits longer for findings thinks that there are none. */
export const longestAnswer = 2000;

/** Where the settings come from. */
export interface SettingsSources {
  readonly pull: Pull | undefined;
  /** Settings said in `initialize`. */
  readonly initial: unknown;
  readonly timer: Timer;
  /** Told when the client has answered for a resource at last, after `of` had to do without. */
  late(uri: string): void;
  readonly log: Log;
}

/** The editor's settings, for each resource: a folder may have its own. */
export class Settings {
  private readonly pulled = new Map<string, Promise<Said>>();
  /** What the client has said unasked; holds where it cannot be asked or gives no answer. */
  private pushed: Said;

  constructor(private readonly sources: SettingsSources) {
    this.pushed = saidIn(sources.initial);
  }

  async of(uri: string): Promise<Configuration> {
    return (await this.said(uri)).configuration;
  }

  async switches(uri: string): Promise<Switches> {
    return (await this.said(uri)).switches;
  }

  private async said(uri: string): Promise<Said> {
    const { pull } = this.sources;
    if (pull === undefined) return this.pushed;
    const known = this.pulled.get(uri) ?? this.ask(pull, uri);
    this.pulled.set(uri, known);
    return known;
  }

  /** @param payload the new settings, from clients that send them instead of being asked; null or empty from most of the others */
  changed(payload: unknown): void {
    this.pulled.clear();
    const isSaid = Object.keys(recordOf(payload)).length > 0;
    if (isSaid || this.sources.pull === undefined) this.pushed = saidIn(payload);
  }

  forget(uri: string): void {
    this.pulled.delete(uri);
  }

  /** The client's answer, or what it has said unasked if it takes too long or refuses. */
  private ask(pull: Pull, uri: string): Promise<Said> {
    const answer = this.answer(pull, uri);
    const settled: Promise<Said> = new Promise((resolve) => {
      const wait = this.sources.timer.setTimeout(() => resolve(this.goOnWithout(uri, answer, settled)), longestAnswer);
      void answer.then((settings) => {
        wait.dispose();
        resolve(settings ?? this.pushed);
      });
    });
    return settled;
  }

  /** Undefined if the client refuses. */
  private async answer(pull: Pull, uri: string): Promise<Said | undefined> {
    try {
      return saidIn(await pull(uri));
    } catch (error) {
      this.sources.log(describe("workspace/configuration", error));
      return undefined;
    }
  }

  private goOnWithout(uri: string, answer: Promise<Said | undefined>, settled: Promise<Said>): Said {
    this.sources.log(`workspace/configuration: no answer within ${longestAnswer} ms`);
    void answer.then((settings) => {
      // After a change or the closing of the document nobody waits for this answer any more.
      if (settings === undefined || this.pulled.get(uri) !== settled) return;
      this.pulled.set(uri, Promise.resolve(settings));
      this.sources.late(uri);
    });
    return this.pushed;
  }
}

/**
 * Settings as clients send them, under the section's name or bare, read like a `.nianbao.json`: what is wrong there is left
 * out. `auto`, null and the empty string mean that nothing is set.
 */
export function settingsOf(value: unknown): Configuration {
  const settings = sectionOf(value);
  const set = names.map((name) => [name, settings[name]] as const).filter(([, setting]) => !isUnset(setting));
  return readConfiguration(JSON.stringify(Object.fromEntries(set))).configuration;
}

/** Hints are on and lenses off unless somebody says otherwise. */
export function switchesOf(value: unknown): Switches {
  const settings = sectionOf(value);
  return { inlayHints: settings["inlayHints"] !== false, codeLens: settings["codeLens"] === true };
}

function saidIn(value: unknown): Said {
  return { configuration: settingsOf(value), switches: switchesOf(value) };
}

function sectionOf(value: unknown): Readonly<Record<string, unknown>> {
  const outer = recordOf(value);
  return section in outer ? recordOf(outer[section]) : outer;
}

function isUnset(setting: unknown): boolean {
  return setting === undefined || setting === null || setting === "" || setting === "auto";
}
